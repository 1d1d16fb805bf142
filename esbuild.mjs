// Builds dist/: the command line and library (ESM for Node), and the extension (CommonJS for the desktop and the browser).
// `--sizes` prints how large each bundle is; `--tests` builds the editor's test bundle into out/test instead.
import { build } from 'esbuild';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, rmSync } from 'node:fs';

const sizes = process.argv.includes('--sizes');
const common = { bundle: true, minify: true, sourcemap: false, metafile: true, legalComments: 'none', logLevel: 'warning', loader: { '.aff': 'text', '.dic': 'text' } };

// Results in the cache belong to the sources that they were made by.
const BUILD_ID = JSON.stringify(createHash('sha256').update(readdirSync('src', { recursive: true }).map(String).filter((file) => /\.(?:ts|json)$/.test(file)).sort().map((file) => readFileSync(`src/${file}`, 'utf8')).join('\0')).digest('hex').slice(0, 16));

const node = {
  ...common,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  splitting: true,
  define: { BUILD_ID },
  chunkNames: 'chunks/[name]-[hash]',
  outdir: 'dist',
  // Some CommonJS libraries ask for Node's modules by `require`.
  banner: { js: "#!/usr/bin/env node\nimport { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);" },
};

const extension = { ...common, format: 'cjs', target: 'es2022', external: ['vscode'], mainFields: ['module', 'main'] };

rmSync('dist', { recursive: true, force: true });
const entries = { cli: 'src/cli/main.ts', worker: 'src/cli/worker.ts', index: 'src/index.ts', remark: 'src/remark/index.ts' };
const results = [await build({ ...node, entryPoints: Object.fromEntries(Object.entries(entries).filter(([, file]) => existsSync(file))) })];
results.push(await build({ ...extension, platform: 'node', entryPoints: ['src/vscode/desktop.ts'], outfile: 'dist/extension.cjs' }));
results.push(await build({ ...extension, platform: 'browser', define: { 'process.env.NODE_ENV': '"production"' }, entryPoints: ['src/vscode/web.ts'], outfile: 'dist/web/extension.js' }));

if (sizes) {
  for (const { metafile } of results) {
    for (const [file, { bytes }] of Object.entries(metafile.outputs)) console.log(`${(bytes / 1024).toFixed(0).padStart(7)} KB  ${file}`);
  }
}
