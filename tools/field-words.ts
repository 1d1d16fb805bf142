/*
 * Counts which words stand beside each other in published reports, for src/language/field-words.json: `npm run field-words -- FOLDER…`.
 * The reports are Crown copyright under the Open Government Licence v3.0; the table holds pairs of words that stand in two places at
 * least, and no text.
 */
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import './generate/sources.mjs';
import { fieldWord } from '../src/language/_field.js';
import { TaggedSentence } from '../src/language/sentence.js';
import { createWinkModel } from '../src/language/wink.js';

const { openDocument, sentencesOf } = await import('../src/document/index.js');

const folders = process.argv.slice(2);
if (folders.length === 0) {
  console.error('field-words: name folders of Markdown reports');
  process.exit(2);
}
const model = createWinkModel();
const pairs = new Map<string, Map<string, number>>();

function count(sentence: string): void {
  const s = new TaggedSentence(sentence, model);
  let before = '<';
  const pair = (word: string): void => {
    let after = pairs.get(before);
    if (!after) pairs.set(before, (after = new Map<string, number>()));
    after.set(word, (after.get(word) ?? 0) + 1);
    before = word;
  };
  s.tokens.forEach((_, at) => {
    const word = fieldWord(s, at);
    pair(word);
  });
  if (before !== '>') pair('>');
}

for (const folder of folders)
  for (const name of readdirSync(folder).sort()) {
    if (!name.endsWith('.md') || name === 'README.md') continue;
    const document = openDocument(readFileSync(join(folder, name), 'utf8'), { kind: 'full-inspection-report' });
    for (const { prose } of document.prose)
      if (prose.kind !== 'heading' && prose.kind !== 'header-cell') for (const { text } of sentencesOf(prose)) count(text);
  }

/** How often a pair must. */
const TWICE = 2;

const after: Record<string, string> = {};
for (const word of [...pairs.keys()].sort()) {
  const kept = [...pairs.get(word)!].filter(([, times]) => times >= TWICE).map(([next]) => next);
  if (kept.length > 0) after[word] = kept.sort().join(' ');
}
writeFileSync(new URL('../src/language/field-words.json', import.meta.url), `${JSON.stringify({ after }, null, 2)}\n`);
console.log(`${Object.keys(after).length} words with those after them`);
