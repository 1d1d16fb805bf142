import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { RULES } from '../../src/check/index.js';
import type { Rule, RuleExamples } from '../../src/rules/rule.js';

// No `await` here: Mocha would load the tests anew, and they would see another dictionary than the one that was installed.
const require = createRequire(import.meta.url);
const folder = fileURLToPath(new URL('../../src/rules/', import.meta.url));
const ENDING = '.examples.ts';
const further = new Map<string, RuleExamples>();
for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
  if (!file.endsWith(ENDING)) continue;
  const id = basename(file, ENDING);
  if (!RULES.some((rule) => rule.id === id)) throw new Error(`${file} belongs to no rule.`);
  further.set(id, (require(folder + file) as { default: RuleExamples }).default);
}

/** Those in the rule's own file, and those beside it. */
export const examplesOf = ({ id, examples }: Rule): RuleExamples => ({
  valid: [...examples.valid, ...(further.get(id)?.valid ?? [])],
  invalid: [...examples.invalid, ...(further.get(id)?.invalid ?? [])],
});
