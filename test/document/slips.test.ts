import assert from 'node:assert/strict';
import { checkText, createSession, type Session } from '../../src/check/index.js';
import { openDocument } from '../../src/document/index.js';
import { DEFAULT_SETTINGS } from '../../src/settings/settings.js';

const HEAD = '# Area SEND inspection of Exampleshire Local Area Partnership\n\nInspection dates: 19 to 23 January 2026\n\n';
const AREAS = ['do one', 'do two', 'do three', 'do four', 'do five'].map((what) => `Leaders should ${what}.`);
const TABLE = `## Areas for improvement\n\n| Areas for improvement |\n| --- |\n${AREAS.map((area) => `| ${area} |\n`).join('')}`;
const read = (text: string) => openDocument(text, {});
const slipsOf = (text: string): string[] =>
  checkText(text, { today: '2026-11-26', settings: DEFAULT_SETTINGS })
    .findings.filter(({ rule }) => rule === 'shown-as-text')
    .map(({ start, end }) => text.slice(start.offset, end.offset));

/** A table of areas, written in a way that CommonMark takes for something else, with what is marked. */
const HIDDEN: Readonly<Record<string, readonly [text: string, at: RegExp]>> = {
  'an empty line after the first row': [TABLE.replace('one. |\n', 'one. |\n\n'), /do two/],
  'an empty line with spaces in it': [TABLE.replace('two. |\n', 'two. |\n  \n'), /do three/],
  'an empty line under the header': [TABLE.replace('improvement |\n', 'improvement |\n\n'), /---/],
  'no line of dashes': [TABLE.replace('| --- |\n', ''), /Areas for improvement/],
  'dashes that Word made long': [TABLE.replace('| --- |', '| — |'), /—/],
  'a heading without a space': [TABLE.replace('## A', '##A'), /##Areas/],
  'an empty line in disguise': [TABLE.replace('two. |\n', 'two. |\n\u00a0\n'), /^\u00a0$/],
  'a line break in HTML between rows': [TABLE.replace('two. |\n', 'two. |\n<br>\n'), /do three/],
  'a comment between rows': [TABLE.replace('two. |\n', 'two. |\n<!-- page 2 -->\n'), /do three/],
  'a comment between rows, apart': [TABLE.replace('two. |\n', 'two. |\n\n<!-- page 2 -->\n\n'), /do three/],
  'a line across the page between rows': [TABLE.replace('two. |\n', 'two. |\n\n---\n\n'), /do three/],
  'a heading in two lines': [TABLE.replace('for improvement\n', 'for\nimprovement\n'), /^improvement/],
  'a no-break space before the heading': [TABLE.replace('## A', '\u00a0## A'), /## Areas/],
  'a no-break space behind the signs': [TABLE.replace('## A', '##\u00a0A'), /##\u00a0Areas/],
  'spaces before the heading, below a list': [`- The board meets.\n\n    ${TABLE}`, /## Areas/],
  'a tag right above the heading': [`<div>\n${TABLE}\n</div>\n`, /## Areas/],
  'a tag right above the table': [TABLE.replace('| A', '<details>\n| A'), /\| Areas/],
  'a table shown as code': [TABLE.replace('| A', '```\n| A').replace(/$/, '```\n'), /```/],
  'a processing instruction that is never closed': [`<?xml version="1.0"\n\n${TABLE}`, /<\?/],
  'a declaration that the next quotation closes': [`<!DOCTYPE html\n\n${TABLE}\n> They help.\n`, /<!DOCTYPE/],
  'a comment opened in the heading’s line': [`<!-- ${TABLE}`, /<!--/],
  'a comment opened in the header': [TABLE.replace('| A', '| <!-- A'), /<!--/],
  'HTML with empty lines': [
    `## Areas for improvement\n\n<table>\n<tr>\n<th>Areas for improvement</th>\n</tr>\n\n${AREAS.map((area) => `<tr>\n\n<td>\n\n${area}\n\n</td>\n\n</tr>\n\n`).join('')}</table>\n`,
    /<table/,
  ],
  'lines drawn around the header only': [
    `## Areas for improvement\n\n+-----------------------+\n| Areas for improvement |\n+-----------------------+\n${AREAS.map((area) => `| ${area} |\n`).join('')}+-----------------------+\n`,
    /\+---/,
  ],
  'columns of dashes and spaces': [
    `## Areas for improvement\n\nNo     Areas for improvement\n-----  ------------------------------\n${AREAS.map((area, index) => `${index + 1}      ${area}\n`).join('')}`,
    /----- {2}---/,
  ],
  'columns of dashes and spaces, of several lines': [
    `## Areas for improvement\n\n  -----------------------------\n  No     Areas for\n         improvement\n  -----  -----------------------\n${AREAS.map((area, index) => `  ${index + 1}      ${area.replace('should ', 'should\n         ')}\n`).join('\n')}  -----------------------------\n`,
    /----- {2}---/,
  ],
  HTML: [
    `## Areas for improvement\n\n<table>\n<tr><th>Areas for improvement</th></tr>\n${AREAS.map((area) => `<tr><td>${area}</td></tr>\n`).join('')}</table>\n`,
    /<table/,
  ],
  'a drawn table': [
    `## Areas for improvement\n\n+-----------------------+\n| Areas for improvement |\n+=======================+\n${AREAS.map((area) => `| ${area} |\n+-----------------------+\n`).join('')}`,
    /\+---/,
  ],
  'a code fence that is never closed': [`\`\`\`\n${TABLE}`, /```/],
  'a comment that is never closed': [`<!-- to do\n\n${TABLE}`, /<!--/],
  'a comment closed by the next one': [`<!-- to do\n\n${TABLE}\n<!-- done -->\n`, /<!--/],
  'a stray fence above code': [`\`\`\`\n${TABLE}\n\`\`\`\ncode\n\`\`\`\n`, /```/],
  'a header in two lines': [TABLE.replace('| Areas for improvement |', '| Areas for\nimprovement |'), /^improvement \|/],
  'a row in two lines': [TABLE.replace('do three', 'do\nthree'), /^three/],
  'bars that are none': [TABLE.replace(/\|/g, '｜'), /｜/],
  'a line of dashes between all rows': [TABLE.replace(/(should .* \|)\n(?=\|)/, '$1\n|-----------|\n'), /^\|-----/],
  'a line of dashes above the header': [TABLE.replace('| Areas', '| --- |\n| Areas'), /^\| --- \|$/],
  'rows of AsciiDoc': [
    `## Areas for improvement\n\n|===\n|Areas for improvement\n${AREAS.map((area) => `|${area}\n`).join('')}|===\n`,
    /^\|Areas/,
  ],
  'a header with doubled bars': [TABLE.replace('| Areas for improvement |\n| --- |', '||Areas for improvement||'), /^\|\|/],
  'a heading of HTML right above': [TABLE.replace('## Areas for improvement\n', '<h2>Areas for improvement</h2>'), /^\| Areas/],
  'lines that another program broke': [TABLE.replace(/\n/g, '\u2028'), /\u2028/],
  'an anchor beside the heading': [TABLE.replace('improvement\n', 'improvement {#afi}\n'), /\{#afi\}/],
};

describe('what Markdown would hide', () => {
  for (const [name, [body, at]] of Object.entries(HIDDEN)) {
    for (const [ends, text] of [
      ['LF', HEAD + body],
      ['CRLF', (HEAD + body).replace(/\n/g, '\r\n')],
    ] as const) {
      it(`is read all the same, and reported at its place: ${name}, ${ends}`, () => {
        assert.deepEqual(
          read(text).facts.areasForImprovement.map((area) => area.text),
          AREAS,
        );
        const found = slipsOf(text);
        assert.equal(found.length, 1, JSON.stringify(found));
        assert.match(found[0]!, at);
      });
    }
  }

  it('is a table for readers as well in a quotation', () => {
    const text = HEAD + TABLE.replace(/^\|/gm, '> |');
    assert.deepEqual(
      read(text).facts.areasForImprovement.map((area) => area.text),
      AREAS,
    );
    assert.deepEqual(slipsOf(text), []);
  });

  it('ends with the item that it stands in', () => {
    const text = `${HEAD}- <!-- Ask the board.\n- We wait for it. --> It is late.\n\n${TABLE}`;
    assert.deepEqual(slipsOf(text), ['<!--']);
    assert.equal(read(text).facts.areasForImprovement.length, AREAS.length);
  });

  it('is nothing in a correct text', () => {
    for (const text of [
      `${HEAD}<div>\nThe board meets.\n</div>\n\n${TABLE}`,
      `${HEAD}1.\u00a0The board meets.\n\n${TABLE}`,
      `${HEAD}${TABLE}\n---\n\n| Lead | Post |\n| --- | --- |\n| A Reed | Head |\n`,
      `${HEAD}- <!-- a note --> The board meets.\n- <!-- a note\n  of two lines --> It met.\n\n${TABLE}`,
      HEAD + TABLE,
      `${HEAD}${TABLE}\n\`\`\`\ncode\n\`\`\`\n`,
      `${HEAD}<!-- a note -->\n\n${TABLE}`,
      `${HEAD}What does the area partnership\nneed to do better?\n${'-'.repeat(48)}\n\n${TABLE}`,
    ]) {
      assert.deepEqual(slipsOf(text), []);
      assert.deepEqual(read(text).slips, []);
    }
  });

  it('is mended for a session as for a fresh reading', () => {
    const text = `---\ndocument: strategic-plan\n---\n\n${HEAD}${TABLE}`;
    const options = { today: '2026-11-26' };
    const session = createSession(text, options);
    const shown = ({ findings }: Session): unknown => findings.map(({ rule, start, end }) => [rule, start.offset, end.offset]);
    for (const next of [
      text.replace('plan\n---', 'plan\n--- x'),
      `${text}x`,
      text.replace('two. |\n', 'two. |\n\n<!-- page'),
      text.replace('two. |\n', 'two. |\n\n<!-- page 2 -->\n\n'),
      text.replace('two. |\n', 'two. |\n\n---\n\n'),
      text,
    ]) {
      session.update(next);
      assert.deepEqual(shown(session), shown(createSession(next, options)));
    }
  });

  it('includes front matter below the first line, and front matter that is never closed', () => {
    const facts = 'document: strategic-plan\nlocalArea: Exampleshire\n';
    for (const above of ['\n', '<!-- licence -->\n', '<!-- licence -->\n\n', '# Our plan\n\n']) {
      const text = `${above}---\n${facts}---\n\n# A plan for SEND\n\nThe board meets.\n`;
      const document = read(text);
      assert.equal(document.kind, 'strategic-plan', JSON.stringify(above));
      assert.equal(document.frontMatter.data.localArea, 'Exampleshire');
      assert.equal(text.slice(document.frontMatter.valueSpan('localArea')!.start).startsWith('Exampleshire'), true);
      assert.deepEqual(slipsOf(text), ['---']);
    }
    for (const line of ['----', '—', ' ---', '---\u00a0']) {
      const text = `${line}\n${facts}${line}\n\n# A plan for SEND\n\nThe board meets.\n`;
      assert.equal(read(text).frontMatter.data.localArea, 'Exampleshire', JSON.stringify(line));
      assert.deepEqual(
        slipsOf(text).map((sign) => sign.trim()),
        [line.trim()],
      );
    }
    assert.deepEqual(slipsOf(`+++\ndocument = "strategic-plan"\n+++\n\n# Exampleshire SEND strategic plan\n\nText.\n`), ['+++']);
    const open = `---\n${facts}\n# A plan for SEND\n\nThe board meets.\n`;
    assert.equal(read(open).frontMatter.data.localArea, 'Exampleshire');
    assert.equal(read(open).headings.length, 1);
    const { findings } = checkText(open, { today: '2026-11-26', settings: DEFAULT_SETTINGS });
    assert.deepEqual(findings.filter(({ rule, start }) => rule === 'front-matter' && start.offset === 0).length, 1);
    // A sample of it in code is none.
    assert.equal(read(`# Notes\n\n\`\`\`\n---\n${facts}---\n\`\`\`\n`).kind, null);
  });
});
