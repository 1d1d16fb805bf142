import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import fc from 'fast-check';
import { applyEdits, checkText, fixText, type Finding } from '../../src/check/index.js';
import { PLACEHOLDERS, placeholderSchema } from '../../src/framework/placeholders.js';
import { DOCUMENT_KINDS, type DocumentKind } from '../../src/framework/types.js';
import { leavesFolder } from '../../src/text/paths.js';
import { newDocument } from '../../src/templates/index.js';
import { tries } from '../fuzz.js';

const today = '2026-11-23';
const examples = new URL('../../examples/', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, examples), 'utf8');
const reports = readdirSync(new URL('reports/', examples)).map((name) => `reports/${name}`);
const full = reports.filter((path) => !path.includes('monitoring'));

const find = (text: string, rule: string, kind?: DocumentKind): readonly Finding[] =>
  checkText(text, { today, path: 'x.md', only: [rule], ...(kind ? { kind } : {}) }).findings;
const fix = (text: string, rule: string): string => fixText(text, { today, path: 'x.md', only: [rule] }).text;
const marked = (text: string, rule: string, kind: DocumentKind): string[] =>
  find(text, rule, kind).map(({ start, end }) => text.slice(start.offset, end.offset));
const lines = (text: string): string[] =>
  text
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .sort();

describe('placeholders', () => {
  it('are well-formed data', () => {
    for (const family of PLACEHOLDERS) placeholderSchema.parse(family);
  });

  for (const text of [
    'The lead is TBC.',
    'The lead is tbc.',
    'Lead: T.B.C.',
    'Start (TBD)',
    'Date to be confirmed',
    '[date to be confirmed]',
    '[TBC]',
    '[insert name]',
    '[ INSERT NAME HERE ]',
    '(insert date)',
    'Insert text here.',
    '[Name of parent carer forum]',
    '[names]',
    '[Local area] strategy',
    '[please add figures]',
    '[delete as appropriate]',
    '{{ area }}',
    '«Area_Name»',
    '<<board>>',
    'Reported by A N Other',
    'Review: 20XX',
    'By xx/xx/xxxx',
    'In xx May we met',
    'XXXX',
    '(XX)',
    'xx',
    '???',
    'On ??? we met',
    'why???',
    'Lorem ipsum',
    'Date: dd/mm/yyyy',
    'Choose an item.',
    'Click here to enter text.',
    '${2}',
    '${1|yes,no|}',
    'TODO: add figures',
    'To follow',
  ]) {
    it(`found in “${text}”`, () => assert.equal(find(`${text}\n`, 'placeholder', 'strategic-plan').length, 1));
  }

  for (const text of [
    'Their needs are to be confirmed by an assessment.',
    'It is not yet known which board is to be confirmed as lead.',
    'Families asked: why do we wait??',
    '“[Name] is happy now”, said a parent.',
    '‘Thank you XX’',
    '> [name] was kind, and so was XX.',
    'The plan [AP1] and [1] and […] and [x].',
    'XXL, Exxon and a XXX-rated film',
    'Title XX of the Act',
    'Add your name to the list here.',
    'It cost $2 and {a}.',
    'Insert the key.',
    'They follow up.',
    'Support to follow the child',
    'What happens next?',
    'They [the board] met.',
    'children [and young people] with SEND',
    '<!-- TBC -->',
    '`TBC`',
  ]) {
    it(`not found in “${text}”`, () => assert.deepEqual(marked(`${text}\n`, 'placeholder', 'strategic-plan'), []));
  }

  it('are told once in a deadline that is not settled', () => {
    const text =
      '# Exampleshire SEND strategy\n\n## Actions\n\n| Action | Lead | By when | Measure |\n| --- | --- | --- | --- |\n| Train staff | Head of SEND | TBC | 90% trained |\n| Train heads | TBC | 1 May 2027 | 90% trained |\n';
    assert.deepEqual(
      find(text, 'placeholder').map(({ start }) => start.line),
      [8],
    );
  });
});

describe('a section left out', () => {
  for (const path of full) {
    for (const eol of path === full[0] ? ['\n', '\r\n'] : ['\n']) {
      it(`${path}: is put back in its place (${JSON.stringify(eol)})`, () => {
        const text = read(path).replace(/\n/g, eol);
        const { sections } = checkText(text, { today, path, only: [] }).document;
        let tried = 0;
        for (const section of sections) {
          if (!section.heading || section.id === 'priority-action' || section.id === null) continue;
          const without = text.slice(0, section.span.start) + text.slice(section.span.end);
          const missing = find(without, 'required-section');
          // A section goes with those nested in it.
          assert.ok(missing.length >= 1, section.heading.text);
          let mended = without;
          for (let round = 0; round < 3; round++) {
            const next = find(mended, 'required-section')[0];
            if (next) mended = applyEdits(mended, next.fixes[0]!.edits);
          }
          assert.deepEqual(find(mended, 'required-section'), []);
          assert.deepEqual(find(mended, 'section-order'), []);
          assert.deepEqual(find(mended, 'heading-increment'), []);
          assert.equal(mended.includes('\n\n\n') || mended.includes('\r\n\r\n\r\n'), false, 'no gap of several lines');
          assert.equal(/[^\r]\n/.test(mended), eol === '\n', 'line ends as before');
          tried++;
        }
        assert.ok(tried >= 9);
      });
    }
  }
});

describe('a section left out of another kind of document', () => {
  for (const path of [
    'reports/wrenborough-monitoring-2026.md',
    ...['plans', 'meetings'].flatMap((folder) => readdirSync(new URL(`${folder}/`, examples)).map((name) => `${folder}/${name}`)),
  ]) {
    it(`${path}: is put back`, () => {
      const text = read(path);
      let tried = 0;
      for (const { heading, span } of checkText(text, { today, path, only: [] }).document.sections) {
        if (heading?.depth !== 2) continue;
        const without = text.slice(0, span.start) + text.slice(span.end);
        const [missing, ...others] = find(without, 'required-section');
        if (!missing) continue;
        assert.deepEqual(others, []);
        const mended = applyEdits(without, missing.fixes[0]!.edits);
        assert.deepEqual(find(mended, 'required-section'), []);
        assert.deepEqual(find(mended, 'heading-increment'), []);
        assert.ok(find(mended, 'placeholder').length > 0);
        tried++;
      }
      assert.ok(tried > 0);
    });
  }
});

describe('a new document', () => {
  for (const kind of DOCUMENT_KINDS) {
    it(`${kind}: every gap of the template is found`, () => {
      const text = newDocument({ kind, outcome: 3 });
      const gaps = [...text.matchAll(/\[insert [^\]]*\]/g)].map((match) => match[0]);
      assert.ok(gaps.length > 5);
      assert.deepEqual(marked(text, 'placeholder', kind), gaps);
    });
  }
});

describe('sections out of order', () => {
  for (const path of full) {
    it(`${path}: come back into order, and nothing is lost`, () => {
      const text = read(path);
      const { document } = checkText(text, { today, path, only: [] });
      const tops = document.sections.filter((section) => section.heading?.depth === 2 && section.id);
      const head = text.slice(0, tops[0]!.span.start);
      const tail = text.slice(tops.at(-1)!.span.end);
      const parts = tops.map(({ span }) => text.slice(span.start, span.end));
      fc.assert(
        fc.property(fc.shuffledSubarray(parts, { minLength: parts.length, maxLength: parts.length }), fc.boolean(), (shuffled, ended) => {
          const mixed = `${head}${shuffled.join('')}${ended ? tail : ''}`;
          const fixed = fix(mixed, 'section-order');
          assert.deepEqual(find(fixed, 'section-order'), []);
          assert.deepEqual(lines(fixed), lines(mixed));
          assert.equal(fixed.trimEnd(), `${head}${parts.join('')}${ended ? tail : ''}`.trimEnd());
        }),
        { numRuns: 12, seed: 7 },
      );
    });
  }
});

describe('heading levels', () => {
  it('come right whatever they were, and the words stay', () => {
    const heading = fc.tuple(fc.integer({ min: 1, max: 6 }), fc.constantFrom('Health', 'Education', 'Care', 'Governance'), fc.boolean());
    fc.assert(
      fc.property(fc.array(heading, { maxLength: 12 }), fc.constantFrom('\n', '\r\n'), (headings, eol) => {
        const written = headings.map(([depth, words, underlined]) =>
          underlined && depth < 3 ? `${words}${eol}${depth === 1 ? '===' : '---'}` : `${'#'.repeat(depth)} ${words}`,
        );
        const text = ['# Exampleshire SEND strategy', ...written].join(`${eol}${eol}`) + eol;
        const fixed = fix(text, 'heading-increment');
        const left = find(fixed, 'heading-increment');
        // Only what would be deeper than level 6 stays.
        assert.ok(left.every(({ fixes }) => fixes.length === 0));
        assert.equal(fix(fixed, 'heading-increment'), fixed);
        const words = (source: string): string[] =>
          source
            .split(/\r?\n/)
            .map((line) => line.replace(/^#+ /, ''))
            .filter((line) => line !== '' && !/^[=-]+$/.test(line));
        assert.deepEqual(words(fixed), words(text));
      }),
      tries('sections come right and the words stay', 60),
    );
  });
});

describe('a path in front matter', () => {
  for (const [path, link, leaves] of [
    ['plans/a.md', '../reports/b.md', false],
    ['a.md', '../reports/b.md', true],
    ['a.md', 'reports/../b.md', false],
    ['x/y/a.md', '../../../b.md', true],
    ['x/y/a.md', './..//../b.md', false],
    ['a.md', '..\\b.md', true],
    [null, '../../b.md', false],
  ] as const) {
    it(`${link} from ${path ?? 'an unsaved text'} ${leaves ? 'leaves' : 'stays in'} the folder`, () =>
      assert.equal(leavesFolder(path, link), leaves));
  }
});
