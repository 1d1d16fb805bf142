import { availableParallelism } from 'node:os';
import { setImmediate } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { Configs } from './config.js';
import { cacheKey, ResultCache } from './cache.js';
import { checkFile, Links, type CheckSetup, type FileResult } from './checker.js';
import { readInput, type InputFile, type InputProblem } from './files.js';

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

export interface WorkerTask {
  readonly index: number;
  readonly path: string;
  readonly absolute: string;
  readonly text: string;
  readonly settings: ReturnType<Configs['for']>['settings'];
  readonly configuredKind: ReturnType<Configs['for']>['configuredKind'];
}

export interface WorkerAnswer {
  readonly result: FileResult;
  /** What the result depends on besides; null: on something that cannot be named. */
  readonly linked: string[] | null;
}

/** Checks files, in the given order whatever happens side by side. */
export async function checkFiles(
  files: readonly InputFile[],
  setup: CheckSetup,
  configs: Configs,
  options: CheckFilesOptions,
): Promise<{ results: FileResult[]; problems: InputProblem[] }> {
  const problems: InputProblem[] = [];
  const results: (FileResult | null)[] = files.map(() => null);
  const cache = options.cache ? ResultCache.open() : null;
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

  const tasks: (WorkerTask & { key: string | null })[] = [];
  files.forEach(({ path, absolute }, index) => {
    const input = readInput(absolute);
    if ('problem' in input) {
      problems.push({ path, message: input.problem });
      return;
    }
    const { settings, configuredKind } = configs.for(absolute);
    const key = cache ? cacheKey(path, absolute, input.text, setup, settings, configuredKind) : null;
    const known = key === null ? null : cache!.get(key);
    if (known) {
      results[index] = known;
      step();
    } else tasks.push({ index, path, absolute, text: input.text, settings, configuredKind, key });
  });

  const finish = (task: (typeof tasks)[number], result: FileResult, linked: readonly string[] | null): void => {
    results[task.index] = result;
    if (task.key !== null && linked) cache!.set(task.key, result, linked);
    step();
  };

  const jobs = Math.min(options.jobs ?? (tasks.length >= WORTH_WORKERS ? availableParallelism() : 1), tasks.length);
  // A text that has been checked is let go.
  tasks.reverse();
  const take = (): (typeof tasks)[number] | undefined => tasks.pop();
  const here = async (): Promise<void> => {
    for (let task = take(); task; task = take()) {
      const links = new Links(setup.cwd);
      // Pieces of the text in a result would keep all of it.
      const result = structuredClone(checkFile(task, setup, task.settings, task.configuredKind, links));
      finish(task, result, links.dangling ? null : [...links.used]);
      // Between files the workers are heard.
      if (jobs > 1) await setImmediate();
    }
  };
  if (jobs > 1 && options.worker) {
    await Promise.all([...Array.from({ length: jobs - 1 }, () => inWorker(options.worker!, take, setup, finish)), here()]);
  } else await here();
  if (shown) options.progress.write('\r\u001B[K');
  cache?.close();
  return { results: results.filter((result) => result !== null), problems };
}

/** What a worker has before it, so that it never waits while this thread checks a file of its own. */
const AHEAD = 3;
/** In megabytes. What one check leaves behind is collected before it piles up. */
const WORKER_LIMITS = { maxYoungGenerationSizeMb: 3 };

function inWorker<Task extends WorkerTask>(
  script: URL,
  take: () => Task | undefined,
  setup: CheckSetup,
  finish: (task: Task, result: FileResult, linked: readonly string[] | null) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(script, { workerData: setup, resourceLimits: WORKER_LIMITS });
    const before: Task[] = [];
    const give = (): void => {
      const task = take();
      if (!task) return;
      before.push(task);
      worker.postMessage({
        index: task.index,
        path: task.path,
        absolute: task.absolute,
        text: task.text,
        settings: task.settings,
        configuredKind: task.configuredKind,
      } satisfies WorkerTask);
    };
    const stop = (): void => {
      if (before.length === 0) void worker.terminate().then(() => resolve());
    };
    worker.on('message', ({ result, linked }: WorkerAnswer) => {
      finish(before.shift()!, result, linked);
      give();
      stop();
    });
    worker.on('error', reject);
    for (let count = 0; count < AHEAD; count++) give();
    stop();
  });
}
