// npm run test:fuzz: the properties of all test files with many more texts than `npm test` takes, and all that counts its cases as promises.
// Prints the growth of each kind of text and the table of promises. Options go to mocha: `-- --grep blocks`.
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../', import.meta.url));
const files = readdirSync(join(root, 'test'), { recursive: true })
  .map((file) => join('test', String(file)))
  .filter((file) => file.endsWith('.test.ts') && /\/(?:fuzz|promises)\.js'/.test(readFileSync(join(root, file), 'utf8')));
const mocha = join(root, 'node_modules/mocha/bin/mocha.js');
const { status } = spawnSync(process.execPath, [mocha, '--timeout', '0', ...files, ...process.argv.slice(2)], {
  cwd: root,
  env: { ...process.env, FUZZ: '1' },
  stdio: 'inherit',
});
process.exit(status ?? 1);
