import type { MessagePort } from 'node:worker_threads';
import { checkFile, type CheckInput, type CheckSetup, type WorkerMessage } from './checker.js';
import type { LoadImport } from './converter.js';
import { Workspace } from './workspace.js';

/** Checks files for another thread, one after another. */
export function answer(port: MessagePort, setup: CheckSetup, load: LoadImport): void {
  const workspace = new Workspace(setup.cwd, {}, load);
  let before: Promise<void> = Promise.resolve();
  port.on('message', (input: CheckInput) => {
    before = before.then(async () => {
      let answer: WorkerMessage;
      try {
        answer = await checkFile(input, setup, workspace);
      } catch (error) {
        answer = { failed: error instanceof Error ? error.message : String(error) };
      }
      port.postMessage(answer);
    });
  });
  port.postMessage('ready' satisfies WorkerMessage);
}
