import { availableParallelism } from 'node:os';
import { setImmediate } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { ImportResult } from '../convert/import/index.js';
import { FileProblem, type FileText } from '../workspace/document-source.js';
import { cacheKey, ResultCache } from './cache.js';
import { checkFile, type CheckedFile, type CheckInput, type FailedFile, type CheckSetup, type FileResult } from './checker.js';
import type { InputFile, InputProblem } from './files.js';
import type { Workspace } from './workspace.js';

export interface CheckFilesOptions {
  readonly cache: boolean;
  readonly jobs?: number;
  /** The script that checks files in a worker; left out, everything is checked in this thread. */
  readonly worker?: URL;
  /** Where progress goes when it is a terminal. */
  readonly progress: NodeJS.WritableStream;
}

/** Below this many files a worker costs more than it saves. */
const WORTH_WORKERS = 24;

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
  const started = Date.now();
  const isTerminal = Boolean((options.progress as Partial<NodeJS.WriteStream>).isTTY);
  let shown = false;
  let done = 0;
  const step = (): void => {
    done++;
    if (!isTerminal || Date.now() - started < 1000) return;
    options.progress.write(`\r${done} of ${files.length} files checked`);
    shown = true;
  };

  /** A file that cannot be checked, by a mistake of ours, never takes the results of the others. */
  const failed = (path: string, error: unknown): void =>
    void problems.push({
      path,
      message: `something went wrong inside the tool while this file was checked (${error instanceof Error ? error.message : String(error)}); please report it`,
    });

  const tasks: Task[] = [];
  for (const [index, { path, absolute }] of files.entries()) {
    let read;
    try {
      read = await readOrTell(workspace, absolute);
    } catch (error) {
      failed(path, error);
      continue;
    }
    if (typeof read === 'string') {
      problems.push({ path, message: read });
      continue;
    }
    const places = read.converted?.places;
    const input: CheckInput = { path, absolute, text: read.text, ...workspace.configs.for(absolute), ...(places ? { places } : {}) };
    const key = cache && cacheKey(input, setup);
    const known = key === null ? null : cache!.get(key);
    if (known) {
      results[index] = known;
      step();
    } else tasks.push({ input, index, key });
  }

  const finish = ({ index, key }: Task, { result, linked }: CheckedFile): void => {
    results[index] = result;
    if (key !== null && linked) cache!.set(key, result, linked);
    step();
  };

  const jobs = Math.min(options.jobs ?? (tasks.length >= WORTH_WORKERS ? availableParallelism() : 1), tasks.length);
  // A text that has been checked is let go.
  tasks.reverse();
  const take = (): Task | undefined => tasks.pop();
  const here = async (): Promise<void> => {
    for (let task = take(); task; task = take()) {
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
  if (jobs > 1 && options.worker) {
    await Promise.all([...Array.from({ length: jobs - 1 }, () => inWorker(options.worker!, take, setup, finish, failed)), here()]);
  } else await here();
  if (shown) options.progress.write('\r\u001B[K');
  cache?.close();
  return { results: results.filter((result) => result !== null), problems };
}

/** The text of a file, or why it cannot be read. */
export async function readOrTell({ source }: Workspace, absolute: string): Promise<FileText<ImportResult> | string> {
  try {
    return await source.read(absolute);
  } catch (error) {
    if (error instanceof FileProblem) return error.message;
    throw error;
  }
}

/** What a worker has before it, so that it never waits while this thread checks a file of its own. */
const AHEAD = 3;
/** In megabytes. What one check leaves behind is collected before it piles up. */
const WORKER_LIMITS = { maxYoungGenerationSizeMb: 3 };

function inWorker(
  script: URL,
  take: () => Task | undefined,
  setup: CheckSetup,
  finish: (task: Task, checked: CheckedFile) => void,
  failed: (path: string, error: unknown) => void,
): Promise<void> {
  return new Promise((resolve) => {
    const worker = new Worker(script, { workerData: setup, resourceLimits: WORKER_LIMITS });
    const before: Task[] = [];
    const give = (): void => {
      const task = take();
      if (!task) return;
      before.push(task);
      worker.postMessage(task.input);
    };
    const stop = (): void => {
      if (before.length === 0) void worker.terminate().then(() => resolve());
    };
    worker.on('message', (checked: CheckedFile | FailedFile) => {
      const task = before.shift()!;
      if ('failed' in checked) failed(task.input.path, checked.failed);
      else finish(task, checked);
      give();
      stop();
    });
    // A worker that died takes the file that it was at; another goes on with the rest.
    worker.on('error', (error) => {
      const task = before.shift();
      if (task) failed(task.input.path, error);
      const rest = before.splice(0);
      const next = (): Task | undefined => rest.shift() ?? take();
      if (task) resolve(inWorker(script, next, setup, finish, failed));
      else {
        failed('a worker', error);
        resolve();
      }
    });
    for (let count = 0; count < AHEAD; count++) give();
    stop();
  });
}
