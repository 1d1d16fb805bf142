// What the patterns of the rules need (see src/document/pattern-needs.ts), read once for all bundles.
import { build } from 'esbuild';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** As text for `PATTERN_NEEDS`. A pattern that no rule's example leads to is left out, and read when it is first used. */
export async function patternNeeds(plugins) {
  const { outputFiles } = await build({
    stdin: {
      contents:
        "export { checkText } from './src/index.ts';\nexport { ALL_RULES } from './src/rules/all.generated.ts';\nexport { needsByKey } from './src/patterns/quick-pattern.ts';",
      resolveDir: process.cwd(),
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
    const file = join(folder, 'rules.mjs');
    writeFileSync(file, outputFiles[0].contents);
    const { checkText, ALL_RULES, needsByKey } = await import(pathToFileURL(file).href);
    for (const { examples } of ALL_RULES)
      for (const { text, kind, today } of [...examples.valid, ...examples.invalid])
        checkText(text, { path: 'a.md', kind, today: today ?? '2026-01-01' });
    return JSON.stringify(needsByKey());
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
