import assert from 'node:assert/strict';
import fc from 'fast-check';
import { checkText, fixText, RULE_GROUPS } from '../../src/check/index.js';
import * as data from '../../src/framework/accessible-documents.js';
import { tries } from '../fuzz.js';

const RULES = Object.entries(RULE_GROUPS)
  .filter(([, group]) => group === 'accessibility' || group === 'personal-data')
  .map(([id]) => id);

/** Pieces that each rule knows something about, and Markdown that gets in their way. */
const PIECES = [
  '• one',
  '•two',
  '◼ three<br>◼ four',
  '– five\n– six',
  '- • seven',
  '1. eight\n   • nine',
  '> • ten\n> • eleven',
  '  • twelve',
  '• thirteen  \n• fourteen\\\n• fifteen',
  '- a\n\n  • b<br>• c',
  '**How we do it**',
  '**_Is it safe?_**',
  '__Our board__',
  '**a**b**',
  '## **Bold**',
  'Leaders MUST act and CANNOT WAIT',
  '**NOT** so',
  'We will N**O**T',
  '## WHAT WE DO',
  '*DO NOT WAIT*',
  '`MUST`',
  '[MUST](x)',
  '| a | b |\n| --- | --- |\n| 1 |\n| 1 | 2 | 3 |\n| 1 | 2 | |',
  '| a | b\n| --- | ---\n| 1',
  '|  |  |\n| --- | --- |\n| 🟢 | 943 476 5919 |',
  'a | b\n--- | ---\n1 | 🔴<br>🟢\n2',
  '- 🟢 one\n- 🔴 two',
  '🟢',
  '🔴 🟠',
  '🟢 On track',
  '- 🟢',
  '> 🔴',
  '943 476 5919',
  '**943** 476 5919',
  '[943 476 5919](mailto:jane@gmail.com)',
  '<jane.doe@gmail.com>',
  '`943 476 5919`',
  '<!-- 943 476 5919 -->',
  '~~943~~ *476* 5919.',
  '![943 476 5919](x.png)',
  '[a]: mailto:jane.doe@gmail.com',
  '> 943\n> 476 5919',
  '- 943 476\n  5919',
  '<b>943</b> 476 5919',
  '943&nbsp;476&nbsp;5919 and B801200005001',
  'text',
  '---',
  '```\n• code\n```',
  '    • indented',
  '<div>\n• html\n</div>',
  'Action\tLead\nA\tB',
  '[here](a) [here](b) [](c) [d]()',
  '## Actions',
  '# Title',
  '### Deep',
  '',
  '\u00A0',
];
const document = fc
  .array(fc.tuple(fc.constantFrom(...PIECES), fc.constantFrom('\n\n', '\n', '\r\n\r\n', '\n\n\n')), { minLength: 1, maxLength: 9 })
  .map((pieces) => `# Exampleshire SEND strategic plan\n\n## Introduction\n\n${pieces.map(([piece, end]) => piece + end).join('')}`);

describe('fixes of the accessibility and personal data rules', () => {
  it('settle, leave nothing of theirs to mend and can be repeated', () => {
    fc.assert(
      fc.property(document, (text) => {
        const options = { today: '2026-11-23', path: 'plan.md', only: RULES, rules: RULES };
        const fixed = fixText(text, options);
        const left = checkText(fixed.text, options).findings.filter(({ fixes }) => fixes.some(({ preferred }) => preferred));
        assert.deepEqual(
          left.map(({ rule, start, end }) => [rule, fixed.text.slice(start.offset, end.offset)]),
          [],
          fixed.text,
        );
        assert.equal(fixText(fixed.text, options).text, fixed.text);
      }),
      tries('fixes for accessibility settle', 40),
    );
  });

  it('leave the visible words, but for what they remove or add', () => {
    const options = {
      today: '2026-11-23',
      path: 'plan.md',
      only: RULES.filter((id) => id !== 'personal-data' && id !== 'colour-only'),
      rules: RULES,
    };
    const words = (text: string): string => {
      const { document: read } = checkText(text, options);
      return read.prose
        .map((unit) => unit.text)
        .join(' ')
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]+/gu, '');
    };
    fc.assert(
      fc.property(document, (text) => {
        // A bar that is too many hides text, and an indented block becomes part of the item above; nothing else may come or go.
        fc.pre(!/1 \| 2 \| 3|<div|```| {4}•/.test(text));
        assert.equal(words(fixText(text, options).text), words(text));
      }),
      tries('fixes for accessibility leave the visible words', 30),
    );
  });
});

describe('the words of accessible documents', () => {
  it('are valid', () => {
    data.accessibleDocumentsSchema.parse({
      sources: data.ACCESSIBLE_SOURCES,
      uselessAlternatives: data.USELESS_ALTERNATIVES,
      vagueLinks: data.VAGUE_LINKS,
      colours: data.COLOURS,
      statusWords: data.STATUS_WORDS,
      emphasisWords: data.EMPHASIS_WORDS,
      commonWords: data.COMMON_WORDS,
      formats: data.FORMATS,
      contacts: data.CONTACTS,
    });
    for (const list of [data.USELESS_ALTERNATIVES, data.VAGUE_LINKS, data.STATUS_WORDS, data.EMPHASIS_WORDS, data.COMMON_WORDS])
      assert.deepEqual(
        list.filter((word, index) => list.indexOf(word) !== index),
        [],
      );
  });
});
