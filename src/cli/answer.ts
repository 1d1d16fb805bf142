import type { MessagePort } from 'node:worker_threads';
import type { WorkerAnswer, WorkerTask } from './check-files.js';
import { checkFile, Links, type CheckSetup } from './checker.js';

/** Checks files for another thread, one after another. */
export function answer(port: MessagePort, setup: CheckSetup): void {
  port.on('message', (task: WorkerTask) => {
    const links = new Links(setup.cwd);
    const result = checkFile(task, setup, task.settings, task.configuredKind, links);
    port.postMessage({ result, linked: links.dangling ? null : [...links.used] } satisfies WorkerAnswer);
  });
}
