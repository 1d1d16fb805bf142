import { availableParallelism } from 'node:os';
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

/** Checks files, in the given order whatever happens side by side. */
export async function checkFiles(files: readonly InputFile[], setup: CheckSetup, configs: Configs, options: CheckFilesOptions): Promise<{ results: FileResult[]; problems: InputProblem[] }> {
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
  if (jobs > 1 && options.worker) await inWorkers(options.worker, tasks, jobs, setup, finish);
  else {
    for (const task of tasks) {
      const links = new Links(setup.cwd);
      finish(task, checkFile(task, setup, task.settings, task.configuredKind, links), links.dangling ? null : [...links.used]);
    }
  }
  if (shown) options.progress.write('\r\u001B[K');
  cache?.close();
  return { results: results.filter((result) => result !== null), problems };
}

async function inWorkers<Task extends WorkerTask>(script: URL, tasks: readonly Task[], jobs: number, setup: CheckSetup, finish: (task: Task, result: FileResult, linked: readonly string[] | null) => void): Promise<void> {
  let next = 0;
  await Promise.all(
    Array.from(
      { length: jobs },
      () =>
        new Promise<void>((resolve, reject) => {
          const worker = new Worker(script, { workerData: setup });
          let current: Task | undefined;
          const give = (): void => {
            current = tasks[next++];
            if (current) worker.postMessage({ index: current.index, path: current.path, absolute: current.absolute, text: current.text, settings: current.settings, configuredKind: current.configuredKind } satisfies WorkerTask);
            else void worker.terminate().then(() => resolve());
          };
          worker.on('message', ({ result, linked }: { result: FileResult; linked: string[] | null }) => {
            finish(current!, result, linked);
            give();
          });
          worker.on('error', reject);
          give();
        }),
    ),
  );
}
