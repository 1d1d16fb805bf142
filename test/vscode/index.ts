/** Runs in the editor's extension host, Node's or the browser's: everything is bundled, Mocha too. */
import { runSuites } from './mocha-in-host.js';
import './suites/manifest.js';
import './suites/findings.js';
import './suites/fixes.js';
import './suites/help.js';
import './suites/commands.js';
import './suites/convert.js';
import './suites/views.js';
import './suites/writing.js';
import './suites/bad-input.js';
import './suites/personal-data.js';

export const run = (): Promise<void> => runSuites();
