import { availableParallelism } from 'node:os';
import { setImmediate } from 'node:timers/promises';
import { Worker, type ResourceLimits } from 'node:worker_threads';
import { append } from '../text/lists.js';
import { cacheKey, ResultCache } from './cache.js';
import { checkFile, type CheckedFile, type CheckInput, type CheckSetup, type FileResult, type WorkerMessage } from './checker.js';
import { attempt, mistake, readOrTell } from './each-file.js';
import { byPath, type InputFile, type InputProblem } from './files.js';
import { Progress } from './progress.js';
import type { Workspace } from './workspace.js';

export interface CheckFilesOptions {
  readonly cache: boolean;
  readonly jobs?: number;
  /** The script that checks files in a worker; left out, everything is checked in this thread. */
  readonly worker?: URL;
  /** In megabytes: what a worker may hold before it is ended and its file named; 2,048 when left out. */
  readonly workerMemory?: number;
  /** Where progress goes when it is a terminal. */
  readonly progress: NodeJS.WritableStream;
}

/** Below this many files a worker costs more than it saves. */
const WORTH_WORKERS = 24;
/** Of all texts together; so many are worth workers too, and no more are read before the first is checked. */
const WORTH_CHARACTERS = 2_000_000;

interface Task {
  readonly input: CheckInput;
  readonly index: number;
  readonly key: string | null;
}

/** Checks files, in the given order whatever happens side by side. */
export async function checkFiles(
  files: readonly InputFile[],
  setup: CheckSetup,
  workspace: Workspace,
  options: CheckFilesOptions,
): Promise<{ results: FileResult[]; problems: InputProblem[] }> {
  const problems: InputProblem[] = [];
  const results: (FileResult | null)[] = files.map(() => null);
  const cache = options.cache ? ResultCache.open((path) => workspace.configs.for(path).configuredKind) : null;
  const progress = new Progress(options.progress, files.length, 'files checked');
  const failed = (path: string, error: unknown): void => void problems.push({ path, message: mistake(error) });

  let next = 0;
  /** The next file that must be checked, read when it is its turn; undefined after the last. */
  const read = async (): Promise<Task | undefined> => {
    while (next < files.length) {
      const index = next++;
      const { path, absolute } = files[index]!;
      let task: Task | undefined;
      await attempt(path, problems, async () => {
        const found = await readOrTell(workspace, absolute);
        if (typeof found === 'string') {
          problems.push({ path, message: found });
          return;
        }
        const places = found.converted?.places;
        const input: CheckInput = { path, absolute, text: found.text, ...workspace.configs.for(absolute), ...(places ? { places } : {}) };
        const key = cache && cacheKey(input, setup);
        const known = key === null ? null : cache!.get(key, () => workspace.reportsStamp(absolute));
        if (known) results[index] = known;
        else task = { input, index, key };
      });
      if (task) return task;
      progress.step();
    }
    return undefined;
  };

  const finish = ({ index, key }: Task, checked: CheckedFile): void => {
    results[index] = checked.result;
    if (key !== null) cache!.set(key, checked);
    progress.step();
  };

  // How much there is to do shows once some of it has been read.
  const first: Task[] = [];
  const isMuch = (): boolean =>
    first.length >= WORTH_WORKERS || first.reduce((sum, { input }) => sum + input.text.length, 0) >= WORTH_CHARACTERS;
  if (options.jobs === undefined && options.worker) {
    for (let task = await read(); task; task = await read()) {
      first.push(task);
      if (isMuch()) break;
    }
  }
  const jobs = options.worker ? Math.min(options.jobs ?? (isMuch() ? availableParallelism() : 1), files.length) : 1;
  // A text that has been checked is let go.
  const take = async (): Promise<Task | undefined> => first.shift() ?? (await read());
  const giveBack = (tasks: readonly Task[]): void => append(first, tasks);
  const here = async (): Promise<void> => {
    for (let task = await take(); task; task = await take()) {
      // Pieces of the text in a result would keep all of it.
      try {
        finish(task, structuredClone(await checkFile(task.input, setup, workspace)));
      } catch (error) {
        failed(task.input.path, error);
      }
      // Between files the workers are heard.
      if (jobs > 1) await setImmediate();
    }
  };
  const limits = { ...WORKER_LIMITS, ...(options.workerMemory === undefined ? {} : { maxOldGenerationSizeMb: options.workerMemory }) };
  const there = (): Promise<void> => inWorker(options.worker!, limits, take, giveBack, setup, finish, failed);
  await Promise.all([...Array.from({ length: jobs - 1 }, there), here()]);
  // What no worker could take.
  if (first.length > 0) await here();
  progress.end();
  cache?.close();
  return { results: results.filter((result) => result !== null), problems: problems.sort(byPath) };
}

/** What a worker has before it, so that it never waits while this thread checks a file of its own. */
const AHEAD = 3;
/** In megabytes. What one check leaves behind is collected before it piles up. */
const WORKER_LIMITS: ResourceLimits = { maxYoungGenerationSizeMb: 3, maxOldGenerationSizeMb: 2048 };

async function inWorker(
  script: URL,
  resourceLimits: ResourceLimits,
  take: () => Promise<Task | undefined>,
  giveBack: (tasks: readonly Task[]) => void,
  setup: CheckSetup,
  finish: (task: Task, checked: CheckedFile) => void,
  failed: (path: string, error: unknown) => void,
): Promise<void> {
  /** What it was given and has not answered; the first is what it is at. */
  const before: Task[] = [];
  let worker: Worker | null = null;
  const give = async (): Promise<void> => {
    const task = await take();
    if (!task) return;
    before.push(task);
    worker?.postMessage(task.input);
  };
  let giving = Promise.resolve();
  for (let count = 0; count < AHEAD; count++) await give();
  // A worker that dies takes the file that it was at; another goes on with the rest.
  while (before.length > 0) {
    let isReady = false;
    const died = await new Promise<unknown>((resolve) => {
      const current = new Worker(script, { workerData: setup, resourceLimits });
      worker = current;
      for (const { input } of before) current.postMessage(input);
      current.on('message', (message: WorkerMessage) => {
        if (message === 'ready') {
          isReady = true;
          return;
        }
        const task = before.shift()!;
        if ('failed' in message) failed(task.input.path, message.failed);
        else finish(task, message);
        giving = giving.then(give).then(() => {
          if (before.length === 0) resolve(null);
        });
      });
      // Its last messages come before “exit”, and not always before “error”.
      let error: unknown = null;
      current.on('error', (thrown) => (error = thrown));
      current.on('exit', (code) => resolve(error ?? new Error(`its worker ended with ${code}`)));
    }).catch((error: unknown) => error);
    const ended = worker as Worker | null;
    worker = null;
    void ended?.terminate();
    await giving;
    if (died === null) continue;
    // One that cannot even begin says nothing of a file.
    if (!isReady) return giveBack(before);
    const task = before.shift();
    if (task) failed(task.input.path, died);
  }
}
