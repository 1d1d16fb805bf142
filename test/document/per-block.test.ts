import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  blocksWith,
  marker,
  keyedMarker,
  markerWithin,
  openDocument,
  perAction,
  perBlock,
  type ActionFact,
  type Block,
  type SendDocument,
} from '../../src/document/index.js';
import { pagesOf } from '../../src/document/marks.js';

const open = (text: string, previous?: SendDocument): SendDocument => openDocument(text, { kind: 'strategic-plan' }, previous);

const withCat = marker(({ text }) => (text.includes('cat') ? text : null));
const withWord = keyedMarker(({ text }, word: string) => (text.includes(word) ? text.indexOf(word) : null));
const withCats = markerWithin(withCat, (text) => (text.includes('cats') ? true : null));
const long = blocksWith(perBlock(({ text }) => (text.length > 40 ? text.length : null)));

/** The texts of all that is found, with their places. */
const found = (document: SendDocument, word: string): unknown => [
  ...[withCat, withCats, (from: SendDocument) => withWord(from, word)].map((find) =>
    find(document).map(({ unit, value, index }) => [unit.span, value, index, document.prose[index] === unit]),
  ),
  long(document).map(({ placed, value }) => [placed.start, placed.block.text, value]),
];

const PARAGRAPHS = [
  'A cat.',
  'Two cats and a dog sat on the mat for the whole afternoon.',
  'A dog.',
  '| cat | dog |\n| --- | --- |\n| cats | x |',
  '## On cats',
  'Nobody was there.',
  'A dog.',
];
const textOf = (list: readonly number[]): string => list.map((index) => PARAGRAPHS[index % PARAGRAPHS.length]!).join('\n\n');

describe('what is kept with blocks and pages', () => {
  it('is after any edits what a fresh reading finds', () => {
    const edit = fc.record({
      at: fc.nat(),
      remove: fc.constantFrom(0, 0, 1, 1, 30),
      add: fc.array(fc.nat(6), { maxLength: 40 }),
      word: fc.constantFrom('cat', 'dog'),
    });
    fc.assert(
      fc.property(fc.array(fc.nat(6), { minLength: 1, maxLength: 150 }), fc.array(edit, { minLength: 1, maxLength: 8 }), (first, edits) => {
        let list = first;
        let document = open(textOf(list));
        for (const { at, remove, add, word } of edits) {
          list = list.toSpliced(at % (list.length + 1), remove, ...add);
          document = open(textOf(list), document);
          assert.deepEqual(found(document, word), found(open(textOf(list)), word));
        }
      }),
    );
  });

  it('is looked for again only around an edit', () => {
    let looks = 0;
    const inBlock = perBlock(({ text }) => {
      looks++;
      return text.includes('50') ? true : null;
    });
    const counted = (block: Block): true | null => {
      looks++;
      return inBlock(block);
    };
    const find = blocksWith(Object.assign(counted, { isKept: inBlock.isKept }));
    const paragraphs = Array.from({ length: 1000 }, (_, index) => `Paragraph ${index} stands here.`);
    let document = open(paragraphs.join('\n\n'));
    assert.equal(find(document).length, 20);
    const looksFor = (next: readonly string[]): number => {
      looks = 0;
      document = open(next.join('\n\n'), document);
      find(document);
      return looks;
    };
    assert.equal(looksFor(paragraphs), 0);
    assert.ok(looksFor(paragraphs.with(500, 'Another one.')) < 60);
    assert.ok(looksFor(paragraphs.toSpliced(500, 0, 'One more.')) < 60);
    assert.ok(looksFor(paragraphs.toSpliced(500, 2)) < 60);
    // Page after page is filled while somebody writes.
    let next = paragraphs;
    for (let index = 0; index < 100; index++)
      assert.ok(looksFor((next = next.toSpliced(500 + index, 0, `Written ${index}.`))) < 120, String(index));
  });

  it('fills its pages, wherever a document is written', () => {
    for (const at of [Infinity, 24, 10, 0]) {
      let paragraphs = Array.from({ length: 48 }, (_, index) => `Paragraph ${index}.`);
      let document = open(paragraphs.join('\n\n'));
      for (let index = 0; index < 100; index++) {
        paragraphs = paragraphs.toSpliced(at + index, 0, `Written ${index}.`);
        document = open(paragraphs.join('\n\n'), document);
        assert.ok(pagesOf(document).every(({ blocks }) => blocks.length <= 48));
      }
      assert.deepEqual(
        pagesOf(document).flatMap(({ blocks }) => blocks),
        document.blocks.map(({ block }) => block),
      );
      assert.ok(pagesOf(document).length <= 8, `${pagesOf(document).length} pages`);
    }
  });
});

describe('what is kept with the words of actions', () => {
  const plan = (rows: readonly string[], above = 'Text.'): string =>
    `${above}\n\n## Actions\n\n| Action | Lead | Due |\n| --- | --- | --- |\n${rows.join('\n')}\n\n- Open a clinic. Lead: Head of Therapies; due: March 2027\n`;
  const rows = ['| Train advisers. | Head of SEND | May 2027 |', '| Buy tents. | Chief Nurse | |'];

  it('is worked out once for as long as the row is the same, wherever it stands', () => {
    let looks = 0;
    const told = perAction(({ owner, due }) => {
      looks++;
      return `${owner} ${due}`;
    });
    const looksFor = (text: string, previous?: SendDocument): [SendDocument, number] => {
      looks = 0;
      const document = open(text, previous);
      assert.deepEqual(
        document.facts.actions.map(told),
        document.facts.actions.map(({ owner, due }) => `${owner?.text ?? null} ${due?.text ?? null}`),
      );
      return [document, looks];
    };
    const [first, all] = looksFor(plan(rows));
    assert.equal(all, 3);
    const [moved, none] = looksFor(plan(rows, 'A longer text.'), first);
    assert.equal(none, 0);
    assert.deepEqual(
      moved.facts.actions.map(({ span }) => moved.text.slice(span.start, span.end)),
      ['Train advisers.', 'Buy tents.', 'Open a clinic.'],
    );
    assert.equal(looksFor(plan([rows[0]!, '| Buy tents. | Chief Nurse | May 2028 |'], 'A longer text.'), moved)[1], 2);
  });

  it('is not shared with an action that a summary adds to', () => {
    const summary =
      '\n## Summary\n\n| Action | Lead | Due | Success measure |\n| --- | --- | --- | --- |\n| Open a clinic for families. | Head of Therapies | March 2027 | 18 weeks |\n';
    const text = `## Actions\n\n| Action | Lead |\n| --- | --- |\n| Open a clinic for families. | Head of SEND |\n`;
    const words = ({ words: { owner, measure } }: ActionFact): unknown => [owner, measure];
    const alone = open(text);
    assert.deepEqual(alone.facts.actions.map(words), [['Head of SEND', null]]);
    const both = open(text + summary, alone);
    assert.deepEqual(both.facts.actions.map(words), open(text + summary).facts.actions.map(words));
    assert.deepEqual(open(text, both).facts.actions.map(words), [['Head of SEND', null]]);
  });
});

describe('the prose of a block', () => {
  it('is the prose of the document, piece by piece, with its section', () => {
    const document = open(
      'Intro.\n\n# Title\n\nText one.\n\n## Part\nText two.\n\n| a | b |\n| --- | --- |\n| c | |\n\n### Inner\n\n- x\n\n  y\n',
    );
    assert.deepEqual(
      document.blocks.flatMap((block) => document.unitsOf(block)),
      document.prose,
    );
    for (const unit of document.prose) assert.equal(unit.section, document.sectionAt(unit.span.start));
    for (const block of document.blocks)
      for (const { section } of document.unitsOf(block).slice(0, 1)) assert.equal(document.sectionOf(block), section);
    for (const section of document.sections)
      assert.deepEqual(
        [...document.unitsIn(section)],
        document.prose.filter(({ span }) => span.start >= section.content.start && span.start < section.content.end),
      );
  });
});
