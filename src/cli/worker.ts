import { parentPort, workerData } from 'node:worker_threads';
import type { CheckSetup } from './checker.js';
import { loadCommand } from './load-command.js';
import { tuneV8 } from './v8-flags.js';

tuneV8();
loadCommand(import.meta.url).exports.answer(parentPort!, workerData as CheckSetup, () => import('../convert/import/index.js'));
