// npm run test:rule ID…: runs the examples of these rules alone, and looks whether what is generated, such as their pages, is up to date.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const ids = process.argv.slice(2);
if (ids.length === 0) {
  console.error('usage: npm run test:rule ID…');
  process.exit(2);
}
const root = fileURLToPath(new URL('../', import.meta.url));
const run = (...args) =>
  spawnSync(process.execPath, args, { cwd: root, env: { ...process.env, RULE: ids.join() }, stdio: 'inherit' }).status ?? 1;
const examples = run('node_modules/mocha/bin/mocha.js', 'test/rules/examples.test.ts');
const generated = run('--import', 'tsx', 'tools/generate/generate.ts', '--check');
process.exit(examples || generated);
