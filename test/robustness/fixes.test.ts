import assert from 'node:assert/strict';
import fc from 'fast-check';
import { checkText, fixText } from '../../src/check/index.js';
import type { DocumentKind } from '../../src/framework/types.js';
import { ALL_RULES } from '../../src/rules/all.generated.js';
import { ALL_KINDS, type DocumentRule } from '../../src/rules/rule.js';
import { DEFAULT_SETTINGS } from '../../src/settings/settings.js';
import { tries } from '../fuzz.js';
import { promised, tried } from '../promises.js';

const ROUNDS = 'fixes come to a fixed point in two rounds';

const options = (kind: DocumentKind): { today: string; path: string; kind: DocumentKind } => ({ today: '2026-11-23', path: 'a.md', kind });

describe('texts that fixes went on changing', () => {
  const cases: [name: string, kind: DocumentKind, text: string, expected: RegExp][] = [
    [
      'a title that the next line follows at once',
      'full-inspection-report',
      '---\ninspection: { start: 2025-06-16, end: 2025-06-20 }\n---\n\n# Area SEND inspection of Exampleshire Local Area Partnership\ntext\n---\n',
      /Partnership\n\nInspection dates: 16 to 20 June 2025\n\ntext\n/,
    ],
    ['a day that is nothing but a zero', 'strategic-plan', 'This plan runs from 22 April 2026 to **0 March 2029.\n', /0 March 2029/],
  ];
  for (const [name, kind, text, expected] of cases) {
    it(name, () => {
      const once = fixText(text, options(kind));
      assert.match(once.text, expected);
      assert.ok(once.rounds <= 2, String(once.rounds));
      assert.equal(fixText(once.text, options(kind)).text, once.text);
    });
  }

  it('new paragraphs have the line breaks of their document', () => {
    const text =
      '---\ninspection: { start: 2025-06-16, end: 2025-06-20 }\n---\n\n# Area SEND inspection of Exampleshire Local Area Partnership\n\n## Inspection outcome\n\nText.\n'.replace(
        /\n/g,
        '\r\n',
      );
    const fixed = fixText(text, options('full-inspection-report')).text;
    assert.match(fixed, /\r\n\r\nInspection dates: 16 to 20 June 2025\r\n\r\n/);
    for (const { fixes } of checkText(text, options('full-inspection-report')).findings)
      for (const { edits } of fixes) for (const edit of edits) assert.doesNotMatch(edit.text, /(?<!\r)\n/);
  });
});

describe('a rule whose fix does not help', () => {
  const rules = ALL_RULES as DocumentRule[];
  const word = (id: string, from: string, to: string): DocumentRule => ({
    ...rules.find((rule) => 'check' in rule)!,
    id,
    kinds: ALL_KINDS,
    severity: 'warning',
    check(document, report) {
      for (let at = document.text.indexOf(from); at >= 0; at = document.text.indexOf(from, at + 1)) {
        report({
          at: { start: at, end: at + from.length },
          message: `Write ${to} for ${from}.`,
          fixes: [{ title: 'Change', kind: 'fix', edits: [{ start: at, end: at + from.length, text: to }] }],
        });
      }
    },
  });
  const withRules = (added: DocumentRule[], use: () => void): void => {
    rules.push(...added);
    try {
      use();
    } finally {
      rules.splice(rules.length - added.length);
    }
  };
  /** Which rules run is remembered for settings: others show the added ones. */
  const added = () => ({ ...options('strategic-plan'), settings: { ...DEFAULT_SETTINGS } });
  const text = '# Exampleshire SEND strategic plan\n\nXxa xxa tbc qqb.\n';

  it('is left out when its finding only grows', () => {
    withRules([word('grows', 'xxa', 'xxa xxa'), word('helps', 'qqb', 'qqc')], () => {
      const { text: fixed, rounds } = fixText(text, { ...added(), rules: ['grows', 'helps'] });
      assert.equal(fixed, text.replace('qqb', 'qqc'));
      assert.equal(rounds, 1);
    });
  });

  it('is left out when another rule takes it back', () => {
    withRules([word('there', 'xxa', 'xxd'), word('back', 'xxd', 'xxa'), word('helps', 'qqb', 'qqc')], () => {
      const once = fixText(text, { ...added(), rules: ['there', 'back', 'helps'] }).text;
      assert.match(once, /qqc/);
      assert.equal(fixText(once, { ...added(), rules: ['there', 'back', 'helps'] }).text, once);
    });
  });
});

describe('sections out of order', () => {
  promised(ROUNDS);
  const NAMES = [
    'Inspection outcome',
    'Information about the local area partnership',
    'Areas for improvement',
    'Local area partnership details',
    'Information about this inspection',
    'Inspection team',
  ];
  const report = (names: readonly string[], lineBreak: string): string =>
    `# Area SEND inspection of Exampleshire Local Area Partnership\n\nInspection dates: 19 to 23 January 2026\n\n${names.map((name) => `## ${name}\n\nText of ${name}.\n\n- one\n- two\n`).join('\n')}`.replace(
      /\n/g,
      lineBreak,
    );
  const order = { ...options('full-inspection-report'), rules: ['section-order'], only: ['section-order'] };
  const headings = (text: string): string[] => [...text.matchAll(/^## (.*?)\r?$/gm)].map((match) => match[1]!);
  const mended = (names: readonly string[], lineBreak: string, most: number): void => {
    const { text, rounds } = fixText(report(names, lineBreak), order);
    assert.deepEqual(headings(text), NAMES);
    assert.ok(rounds <= most, `${rounds} rounds for ${names.join(', ')}`);
    assert.equal(fixText(text, order).text, text);
    for (const name of NAMES) assert.ok(text.includes(`Text of ${name}.${lineBreak}${lineBreak}- one${lineBreak}- two`), name);
    tried(ROUNDS, rounds, 'rounds');
  };

  for (const lineBreak of ['\n', '\r\n'])
    it(`in reverse are mended in one round (${JSON.stringify(lineBreak)})`, () => mended(NAMES.toReversed(), lineBreak, 1));

  it('in any order are mended in two', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(NAMES, { minLength: NAMES.length }), (names) => mended(names, '\n', 2)),
      tries('sections in any order are mended in two rounds', 40),
    );
  });
});
