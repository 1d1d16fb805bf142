import { parentPort, workerData } from 'node:worker_threads';
import type { CheckSetup } from './checker.js';
import { tuneEngine } from './engine.js';
import { loadCommand } from './load-command.js';

tuneEngine();
loadCommand(import.meta.url).exports.answer(parentPort!, workerData as CheckSetup);
