// What the patterns of the product need (see needs.ts), read once for all bundles. `node tools/patterns/table.mjs` prints it for reading.
import { build } from 'esbuild';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** Each pattern that needs something, with its key and what it needs. */
async function patternNeeds(plugins) {
  const { outputFiles } = await build({
    stdin: {
      contents: `
        import './src/index.ts';
        import * as families from './src/framework/families.ts';
        import { patternsOf } from './src/patterns/word-families.ts';
        for (const family of Object.values(families)) if (family.patterns) patternsOf(family);
        export { needsOf } from './tools/patterns/needs.ts';
        export { declared, keyOf } from './src/patterns/quick-pattern.ts';`,
      resolveDir: fileURLToPath(new URL('../../', import.meta.url)),
      loader: 'ts',
    },
    bundle: true,
    write: false,
    platform: 'node',
    format: 'esm',
    plugins,
    loader: { '.aff': 'text', '.dic': 'text' },
    banner: { js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);" },
  });
  const folder = mkdtempSync(join(tmpdir(), 'area-send-'));
  try {
    const file = join(folder, 'patterns.mjs');
    writeFileSync(file, outputFiles[0].contents);
    const { declared, keyOf, needsOf } = await import(pathToFileURL(file).href);
    const patterns = new Map(declared.map((pattern) => [keyOf(pattern), pattern]));
    return [...patterns]
      .map(([key, pattern]) => ({ key, pattern, needs: needsOf(pattern).map(({ anyOf }) => anyOf) }))
      .filter(({ needs }) => needs.length > 0);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** As text for `PATTERN_NEEDS`: the needs by key. */
export const patternTable = async (plugins) =>
  JSON.stringify(Object.fromEntries((await patternNeeds(plugins)).map(({ key, needs }) => [key, needs])));

if (process.argv[1] === fileURLToPath(import.meta.url))
  for (const { pattern, needs } of await patternNeeds([]))
    console.log(`${pattern}\n    ${needs.map((anyOf) => anyOf.join(' | ')).join('\n    and ')}`);
