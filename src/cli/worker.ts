import { parentPort, workerData } from 'node:worker_threads';
import type { WorkerTask } from './check-files.js';
import { checkFile, Links, type CheckSetup } from './checker.js';
import { installDictionary } from '../host/dictionary.js';

const setup = workerData as CheckSetup;

installDictionary();

parentPort!.on('message', (task: WorkerTask) => {
  const links = new Links(setup.cwd);
  const result = checkFile(task, setup, task.settings, task.configuredKind, links);
  parentPort!.postMessage({ result, linked: links.dangling ? null : [...links.used] });
});
