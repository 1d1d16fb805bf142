// Builds dist/: the library and the entries of the command line (ESM for Node), the one script that these run, and the extension
// (CommonJS for the desktop and the browser). What patterns need is read once for all of them.
// `--sizes` prints how large each bundle is. `--stage=FOLDER` leaves dist/ alone and puts the extension into a folder as it is packaged;
// `--tests` adds the tests that run in the editor; `--sbom` writes the bill of materials beside the bundles.
import { build } from 'esbuild';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { licenceText, packagesOf } from './.ci/licenses.mjs';
import { billOfMaterials } from './.ci/sbom.mjs';
import { shownExamples } from './tools/shown-examples.mjs';
import { packedCore } from './tools/language/packed-core.mjs';
import { patternTable } from './tools/patterns/table.mjs';
import { stage } from './.ci/vscode/stage.mjs';

const sizes = process.argv.includes('--sizes');
const staged = process.argv.find((argument) => argument.startsWith('--stage='))?.slice('--stage='.length);
const tests = process.argv.includes('--tests');
/** Zod carries its messages in some 50 languages; only English ones are ever shown. */
const englishOnly = {
  name: 'english-only',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]zod[\\/]v4[\\/]locales[\\/]index\.js$/ }, () => ({ contents: "export { default as en } from './en.js';" }));
    // Nor does anything here read a JSON schema.
    onLoad({ filter: /[\\/]zod[\\/]v4[\\/]classic[\\/]from-json-schema\.js$/ }, () => ({
      contents: 'export const fromJSONSchema = undefined;',
    }));
  },
};

/** Nothing in the editor writes a JSON schema either: the manifest's and the configuration file's are written by `npm run generate`. */
const withoutJsonSchema = {
  name: 'without-json-schema',
  setup: ({ onLoad }) =>
    onLoad({ filter: /[\\/]zod[\\/]v4[\\/]core[\\/](?:json-schema-processors|to-json-schema)\.js$/ }, ({ path }) => {
      const names = [...readFileSync(path, 'utf8').matchAll(/^export (?:const|function) (\w+)/gm)].map(([, name]) => name);
      const missing = "const missing = () => () => { throw new Error('JSON schemas are left out of this bundle'); };";
      return { contents: `${missing}\n${[...names, 'process'].map((name) => `export { missing as ${name} };`).join('\n')}` };
    }),
};

/** The library for PDF looks for a package that draws, and warns on the console where there is none; nothing is ever drawn. */
const withoutCanvas = {
  name: 'without-canvas',
  setup: ({ onLoad }) =>
    onLoad({ filter: /[\\/]pdfjs-dist[\\/]legacy[\\/]build[\\/]pdf\.mjs$/ }, ({ path }) => {
      const source = readFileSync(path, 'utf8');
      const start = source.indexOf('if (isNodeJS) {\n  let canvas;');
      const end = source.indexOf('if (!globalThis.DOMMatrix)', start);
      if (start < 0 || end < 0)
        throw new Error('pdfjs-dist asks for its canvas in another way than before: see withoutCanvas in esbuild.mjs');
      return { contents: `${source.slice(0, start)}if (isNodeJS) {\n  let canvas;\n  ${source.slice(end)}`, loader: 'js' };
    }),
};

const PATTERN_NEEDS = JSON.stringify(await patternTable([englishOnly]));
const common = {
  bundle: true,
  minify: true,
  sourcemap: false,
  metafile: true,
  legalComments: 'none',
  charset: 'utf8',
  logLevel: 'warning',
  plugins: [englishOnly, withoutCanvas],
  loader: { '.aff': 'text', '.dic': 'text' },
  define: { PATTERN_NEEDS },
};

const digest = (text) => createHash('sha256').update(text).digest('hex').slice(0, 16);

// Results in the cache belong to the sources that they were made by.
const BUILD_ID = JSON.stringify(
  digest(
    readdirSync('src', { recursive: true })
      .map(String)
      .filter((file) => /\.(?:ts|json)$/.test(file))
      .sort()
      .map((file) => readFileSync(`src/${file}`, 'utf8'))
      .join('\0'),
  ),
);

const node = {
  ...common,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  splitting: true,
  chunkNames: 'chunks/[name]-[hash]',
  outdir: 'dist',
  // Some CommonJS libraries ask for Node's modules by `require`.
  banner: {
    js: "#!/usr/bin/env node\nimport { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
  },
};

/**
 * Escapes whatever is not ASCII in a script, in patterns too, which esbuild leaves alone: then a character takes one byte, and 3 MB are
 * read in a third of the time.
 */
const inAscii = (script) =>
  script.replace(/(?<escapes>\\*)(?<character>[^\0-\x7f])/g, (_, escapes, character) => {
    // A character that is escaped already, as in “\–”, brings its backslash.
    const own = escapes.length % 2 === 1 ? '' : '\\';
    return `${escapes}${own}u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });

/** Named by its content: see src/cli/compiled-script.ts. */
const command = {
  ...common,
  plugins: [...common.plugins, shownExamples],
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  define: { PATTERN_NEEDS, BUILD_ID, 'import.meta.url': 'scriptUrl' },
  entryPoints: ['src/cli/command.ts'],
  entryNames: 'chunks/[name]-[hash]',
  outExtension: { '.js': '.cjs' },
  outdir: 'dist',
};

// The library keeps every example of a rule: others may want to try them.
const extension = {
  ...common,
  plugins: [...common.plugins, withoutJsonSchema, shownExamples],
  format: 'cjs',
  target: 'es2022',
  external: ['vscode'],
  mainFields: ['module', 'main'],
};

/** Mocha's browser build looks for a module system and would take over the bundle's exports. */
const mochaAsScript = {
  name: 'mocha-as-script',
  setup: ({ onLoad }) =>
    onLoad({ filter: /[\\/]mocha[\\/]mocha\.js$/ }, ({ path }) => ({
      contents: `var exports, module, define;\n${readFileSync(path, 'utf8')}`,
    })),
};

/** The language model, one script for all hosts: it lies beside the bundles and is loaded when the first sentence is looked at. */
async function buildLanguage(file) {
  const result = await build({
    ...common,
    charset: 'ascii',
    write: false,
    format: 'cjs',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    target: 'es2022',
    plugins: [...common.plugins, packedCore],
    entryPoints: ['src/language/wink.ts'],
    outfile: file,
  });
  const script = inAscii(result.outputFiles[0].text);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, script);
  results.push(result);
  return script;
}

const folder = staged ? `${staged}/dist` : 'dist';
const results = [];
if (!staged) rmSync('dist', { recursive: true, force: true });
else stage(staged);
const language = await buildLanguage(`${folder}/language/english.cjs`);
if (staged) {
  if (tests) {
    // The same tests for Node's extension host and for the browser's. They stand in the extension's folder because the editor runs
    // them in the host of the extension that they are part of.
    await build({
      ...extension,
      minify: false,
      platform: 'browser',
      entryPoints: ['test/vscode/index.ts'],
      plugins: [englishOnly, mochaAsScript],
      outfile: `${staged}/test/index.js`,
    });
  }
} else {
  const LANGUAGE_BUILD = JSON.stringify(digest(language));
  const script = await build({ ...command, define: { ...command.define, LANGUAGE_BUILD } });
  const define = { PATTERN_NEEDS, COMMAND_SCRIPT: JSON.stringify(`./${Object.keys(script.metafile.outputs)[0].slice('dist/'.length)}`) };
  const entries = { cli: 'src/cli/main.ts', worker: 'src/cli/worker.ts', index: 'src/index.ts', remark: 'src/remark/index.ts' };
  results.push(
    script,
    await build({ ...node, define, entryPoints: Object.fromEntries(Object.entries(entries).filter(([, file]) => existsSync(file))) }),
  );
}
results.push(await build({ ...extension, platform: 'node', entryPoints: ['src/vscode/desktop.ts'], outfile: `${folder}/extension.cjs` }));
results.push(
  await build({
    ...extension,
    platform: 'browser',
    conditions: ['worker'],
    define: { PATTERN_NEEDS, 'process.env.NODE_ENV': '"production"' },
    entryPoints: ['src/vscode/web.ts'],
    outfile: `${folder}/web/extension.js`,
  }),
);

// The readers and writers of other formats, each one script for all hosts: loaded when the first Word file, PDF or web page is met.
for (const [name, entry] of [
  ['import', 'src/convert/import/index.ts'],
  ['export', 'src/convert/export/index.ts'],
  ['workbook', 'src/convert/workbook/index.ts'],
  ['pages', 'src/vscode/documents/pages.ts'],
]) {
  results.push(
    await build({
      ...common,
      format: 'cjs',
      platform: 'browser',
      conditions: ['worker'],
      mainFields: ['module', 'main'],
      target: 'es2022',
      define: { PATTERN_NEEDS, 'process.env.NODE_ENV': '"production"', 'import.meta.url': '""' },
      // The library for PDF takes a worker that it finds itself in for its own, and would listen to what the editor tells it.
      banner: { js: 'var self;' },
      entryPoints: [entry],
      outfile: `${folder}/convert/${name}.cjs`,
    }),
  );
}

// Lies beside the bundles and is read when the first word is looked up.
cpSync('dictionary', `${folder}/dictionary`, { recursive: true });
const bundled = packagesOf(results.map(({ metafile }) => metafile));
writeFileSync(`${folder}/LICENSES.txt`, licenceText(bundled));
if (process.argv.includes('--sbom')) writeFileSync(`${folder}/sbom.cdx.json`, `${JSON.stringify(billOfMaterials(bundled), null, 2)}\n`);

if (sizes) {
  for (const { metafile } of results) {
    for (const [file, { bytes }] of Object.entries(metafile.outputs)) console.log(`${(bytes / 1024).toFixed(0).padStart(7)} KB  ${file}`);
  }
}
