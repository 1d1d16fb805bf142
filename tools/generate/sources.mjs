// Writes what the sources need and git does not keep: the word list of the dictionary, and src/rules/all.generated.ts, the list of every
// rule, so that adding a rule touches one new file. Files whose name has an underscore in front or a second dot (`x.examples.ts`) are no rules.
import { readdirSync, readFileSync, writeFileSync, existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import './dictionary.mjs';

const rules = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'src', 'rules');
const files = readdirSync(rules, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== 'support')
  .flatMap((group) => readdirSync(join(rules, group.name)).map((file) => `${group.name}/${file}`))
  .filter((file) => /\/[^_.][^.]*\.ts$/.test(file))
  .sort((a, b) => (a.split('/')[1] < b.split('/')[1] ? -1 : 1));

const text = `// Written by tools/generate/sources.mjs from the files in this folder. Not kept in git.
import type { Rule } from './rule.js';
${files.map((file, index) => `import rule${index} from './${file.replace(/\.ts$/, '.js')}';`).join('\n')}

export const ALL_RULES: readonly Rule[] = [${files.map((_, index) => `rule${index}`).join(', ')}];
/** The folder that each rule stands in, which groups them in lists. */
export const RULE_GROUPS: Readonly<Record<string, string>> = ${JSON.stringify(Object.fromEntries(files.map((file) => [file.split('/')[1].replace(/\.ts$/, ''), file.split('/')[0]])), null, 2)};
`;
const target = join(rules, 'all.generated.ts');
if (!existsSync(target) || readFileSync(target, 'utf8') !== text) writeFileSync(target, text);
