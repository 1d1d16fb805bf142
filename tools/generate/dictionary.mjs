// Writes dictionary/en-GB.txt: every form that the dictionary accepts, one a line, sorted by code unit, so that a word is
// looked up by halving and nothing has to be built at run time (reading the affixes takes nspell about 400 ms). Not kept in git.
import { existsSync, mkdirSync, readFileSync, writeFileSync, copyFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const require = createRequire(import.meta.url);
const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const folder = join(root, 'dictionary');
const source = join(root, 'node_modules', 'dictionary-en-gb');
const { version } = JSON.parse(readFileSync(join(source, 'package.json'), 'utf8'));
const stamp = `dictionary-en-gb ${version}, format 1`;
const stampFile = join(folder, 'version.txt');

if (!existsSync(stampFile) || readFileSync(stampFile, 'utf8') !== stamp) {
  const spell = require('nspell')(readFileSync(join(source, 'index.aff'), 'utf8'), readFileSync(join(source, 'index.dic'), 'utf8'));
  const forms = Object.keys(spell.data).filter((form) => /^[\p{L}'.-]+$/u.test(form) && spell.correct(form));
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'en-GB.txt'), `${[...new Set(forms)].sort().join('\n')}\n`);
  copyFileSync(join(source, 'license'), join(folder, 'LICENSE.txt'));
  writeFileSync(stampFile, stamp);
}
