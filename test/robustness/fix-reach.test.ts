import assert from 'node:assert/strict';
import fc from 'fast-check';
import { checkText, fixText, RULES, type Finding } from '../../src/check/index.js';
import { DOCUMENT_KINDS, type DocumentKind } from '../../src/framework/types.js';
import { FUZZING, tries } from '../fuzz.js';
import { promised, tried } from '../promises.js';
import { examplesOf } from '../rules/_examples.js';

const REACH = 'no edit outside what its finding or its title announces';
const ROUNDS = 'fixes come to a fixed point in two rounds';

/** Titles of fixes that change or remove text elsewhere say so. */
const SAYS_WHERE =
  /\beverywhere\b|\ball \d+ |^Move |\bwith the headings below\b|\bwhere the words stand\b|\bbelow$|\brepeated\b|^Make (?:this the title|it a list)$/;
const SAYS_NEW = /^(?:Insert|Add|Put) /;

/** The paragraph around a finding, with the empty lines behind it. */
function around(text: string, { start, end }: Finding): { from: number; to: number } {
  const before = text.slice(0, start.offset);
  const lastGap = [...before.matchAll(/(?:\r\n|\n|\r)[ \t]*(?=\r\n|\n|\r)/g)].at(-1);
  const behind = /(?:\r\n|\n|\r)[ \t]*(?:\r\n|\n|\r)\s*/.exec(text.slice(end.offset));
  return { from: lastGap?.index ?? 0, to: behind ? end.offset + behind.index + behind[0].length : text.length };
}

/** What a fix changes without a word of its title; null where there is nothing. */
function unannounced(text: string, finding: Finding): string | null {
  const { from, to } = around(text, finding);
  for (const { title, edits } of finding.fixes)
    for (const edit of edits) {
      if ((edit.start >= from && edit.end <= to) || SAYS_WHERE.test(title)) continue;
      if (edit.start === edit.end && SAYS_NEW.test(title)) continue;
      return `${finding.rule}: “${title}” changes ${JSON.stringify(text.slice(edit.start, edit.end))} to ${JSON.stringify(edit.text)}`;
    }
  return null;
}

const examples = RULES.flatMap((rule) => examplesOf(rule).invalid);
const options = (kind: DocumentKind | undefined): Parameters<typeof checkText>[1] => ({
  today: '2026-11-23',
  path: 'a.md',
  skipIdle: true,
  ...(kind ? { kind } : {}),
});

describe('how far a fix reaches', function () {
  this.timeout(600_000);
  promised(REACH);

  it('in each rule’s examples', () => {
    let fixes = 0;
    // Each is slow to check with all rules: `npm test` takes every fourth.
    for (const { text, kind } of examples.filter((_, index) => FUZZING || index % 4 === 0))
      for (const finding of checkText(text, options(kind)).findings) {
        assert.equal(unannounced(text, finding), null, text);
        fixes += finding.fixes.length;
        tried(REACH);
      }
    assert.ok(fixes > 200, String(fixes));
  });

  /**
   * Examples of several rules one after another, in pieces, with any line ends. Front matter stands at the top only: a text that is moved from
   * above it is mended once it stands in its place, which may take a third round.
   */
  const mixture = fc
    .tuple(
      fc.array(
        fc.constantFrom(...examples.map(({ text }) => text)).chain((text) => {
          const pieces = text.replace(/^---\n[^]*?\n---\n/, '').split(/\n{2,}/);
          return fc.subarray(pieces, { minLength: Math.min(1, pieces.length) }).map((some) => some.join('\n\n'));
        }),
        { minLength: 1, maxLength: 6 },
      ),
      fc.constantFrom('\n', '\n', '\r\n'),
    )
    .map(([texts, lineBreak]) => `${texts.join('\n\n')}\n`.replace(/\r\n|\n/g, lineBreak));

  it('in any mixture of them', () => {
    fc.assert(
      fc.property(mixture, fc.constantFrom(...DOCUMENT_KINDS), (text, kind) => {
        for (const finding of checkText(text, options(kind)).findings) assert.equal(unannounced(text, finding), null, text);
      }),
      tries(`${REACH}: mixtures`, 60),
    );
  });

  it('and any mixture comes to a fixed point in two rounds', () => {
    fc.assert(
      fc.property(mixture, fc.constantFrom(...DOCUMENT_KINDS), (text, kind) => {
        const once = fixText(text, options(kind));
        assert.ok(once.rounds <= 2, `${once.rounds} rounds`);
        assert.equal(fixText(once.text, options(kind)).text, once.text);
        tried(ROUNDS, once.rounds, 'rounds');
      }),
      tries(`${ROUNDS}: mixtures`, 60),
    );
  });
});
