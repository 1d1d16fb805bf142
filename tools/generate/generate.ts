// npm run generate: writes everything that is made from the sources. With `--check` it writes nothing, names what is out of date, and fails.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import './sources.mjs';

// Loaded only now: they need the list of rules, which has just been written.
const { rulePages } = await import('./pages.js');
const { configFileSchema, configuration } = await import('./configuration.js');
const { snippets } = await import('../../src/templates/snippets.js');

const root = fileURLToPath(new URL('../../', import.meta.url));
const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

const pages = rulePages();
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { contributes: Record<string, unknown> };
manifest.contributes.configuration = configuration();

/** The text of each file by its path; null for one that is there and should not be. */
const wanted = new Map<string, string | null>([
  ...readdirSync(join(root, 'docs/rules'))
    .filter((name) => !pages.has(name))
    .map((name) => [`docs/rules/${name}`, null] as const),
  ...[...pages].map(([name, text]) => [`docs/rules/${name}`, text] as const),
  ['package.json', json(manifest)],
  ['media/areasend.schema.json', json(configFileSchema())],
  ['snippets/area-send.json', json(snippets())],
]);

const changed = [...wanted].filter(([path, text]) => {
  const file = join(root, path);
  return text !== (existsSync(file) ? readFileSync(file, 'utf8') : null);
});
if (process.argv.includes('--check')) {
  for (const [path] of changed) console.error(`${path} is not what the sources say. Run “npm run generate”, and commit it.`);
  process.exitCode = changed.length > 0 ? 1 : 0;
} else {
  for (const [path, text] of changed) {
    const file = join(root, path);
    if (text === null) rmSync(file);
    else {
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
    console.log(`${text === null ? 'removed' : 'wrote'} ${path}`);
  }
}
