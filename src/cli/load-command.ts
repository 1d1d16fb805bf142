import { fileURLToPath } from 'node:url';
import { codeFolder } from './cache-folder.js';
import type * as command from './command.js';
import { loadScript, type LoadedScript } from './compiled-script.js';

/** Where the build put the script of command.ts, as the entries see it. */
declare const COMMAND_SCRIPT: string;

/** The command's code for the entry at `url`. */
export const loadCommand = (url: string): LoadedScript<typeof command> =>
  loadScript(fileURLToPath(new URL(COMMAND_SCRIPT, url)), codeFolder());
