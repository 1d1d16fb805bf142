// Makes the VSIX: the staged folder, and nothing else. `npm run package`, optionally with the file to write.
import { spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { createVSIX } from '@vscode/vsce';

const { name, version } = JSON.parse(readFileSync('package.json', 'utf8'));
const target = resolve(process.argv[2] ?? `${name}-${version}.vsix`);
for (const script of [['tools/generate/sources.mjs'], ['esbuild.mjs', '--stage=out/package', '--sbom']]) {
  const { status } = spawnSync(process.execPath, script, { stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}
// The addresses in the readme stay as they are: they are whole, or lead to files of the package.
await createVSIX({
  cwd: resolve('out/package'),
  packagePath: target,
  dependencies: false,
  rewriteRelativeLinks: false,
  allowMissingRepository: true,
  skipLicense: false,
});
console.log(`${target} (${Math.round(statSync(target).size / 1024)} KB)`);
