import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { findSlips } from '../../src/language/slips.js';
import { createWinkModel } from '../../src/language/wink.js';

// One sentence a line, written for this; ⟦ and ⟧ hold what is marked. Headings begin with “##”.
const LINES = readFileSync(new URL('./planted.txt', import.meta.url), 'utf8').split('\n');

describe('slips that were planted, by class', () => {
  const model = createWinkModel();
  const classes = new Map<string, string[]>();
  let current: string[] = [];
  for (const line of LINES) {
    if (line.startsWith('## ')) classes.set(line.slice(3), (current = []));
    else if (line !== '') current.push(line);
  }
  for (const [name, sentences] of classes) {
    it(`finds one slip at its place: ${name}`, () => {
      for (const sentence of sentences) {
        const text = sentence.replace(/[⟦⟧]/g, '');
        const marked = findSlips(text, model).map(({ from, to }) => `${text.slice(0, from)}⟦${text.slice(from, to)}⟧${text.slice(to)}`);
        assert.deepEqual(marked, [sentence]);
      }
    });
    it(`is content with what its fix makes of it: ${name}`, () => {
      for (const sentence of sentences) {
        const text = sentence.replace(/[⟦⟧]/g, '');
        for (const { from, to, fix } of findSlips(text, model)) {
          if (fix === undefined) continue;
          const fixed = text.slice(0, from) + fix + text.slice(to);
          assert.deepEqual(
            findSlips(fixed, model).map((slip) => fixed.slice(slip.from, slip.to)),
            [],
            fixed,
          );
        }
      }
    });
  }
});
