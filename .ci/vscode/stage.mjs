// Puts together the folder of the extension as it is packaged: the manifest and the files that it names, no sources.
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const FILES = ['README.md', 'CHANGELOG.md', 'LICENSE', 'media', 'snippets', 'syntaxes', 'examples'];
/** Only for making the pictures. */
const LEFT_OUT = ['media/icon.svg'];
/**
 * What the editor reads. `type` stays behind: the browser's extension host takes every .js file of a package of type "module" for an
 * ECMAScript module, which it cannot load.
 */
const KEYS = [
  'name',
  'displayName',
  'description',
  'version',
  'publisher',
  'license',
  'icon',
  'galleryBanner',
  'categories',
  'keywords',
  'homepage',
  'bugs',
  'repository',
  'main',
  'browser',
  'activationEvents',
  'extensionKind',
  'capabilities',
  'contributes',
];

export function stage(folder) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
  const kept = {
    ...Object.fromEntries(KEYS.filter((key) => key in manifest).map((key) => [key, manifest[key]])),
    engines: { vscode: manifest.engines.vscode },
  };
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(kept, null, 2)}\n`);
  for (const file of FILES) if (existsSync(file)) cpSync(file, join(folder, file), { recursive: true });
  for (const file of LEFT_OUT) rmSync(join(folder, file), { force: true });
}
