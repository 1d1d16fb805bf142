import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { checkText, type Finding } from '../../src/check/index.js';
import type { SendDocument } from '../../src/document/index.js';

/*
 * Small inputs from public bug reports of other tools, planted into a correct report: each is told of once, at its place, and hides nothing.
 */

const REPORT = readFileSync(new URL('../../examples/reports/exampleshire-2026.md', import.meta.url), 'utf8');
const MARK = '## What is the area partnership doing that is effective?';
assert.ok(REPORT.includes(MARK));

const withParagraph = (text: string): string => REPORT.replace(MARK, `${text}\n\n${MARK}`);
const areasAt = REPORT.indexOf('## Areas for improvement');
const areasEnd = REPORT.indexOf('\n## ', areasAt + 1);
const AREAS = [...REPORT.slice(areasAt, areasEnd).matchAll(/^\| (Leaders.*) \|$/gm)].map(([, area]) => area!);
const withAreas = (text: string): string => `${REPORT.slice(0, areasAt)}## Areas for improvement\n\n${text}\n${REPORT.slice(areasEnd)}`;

const check = (text: string): { document: SendDocument; findings: readonly Finding[] } =>
  checkText(text, { today: '2026-06-01', path: 'report.md', exists: (path) => !path.includes('missing') });

const keyOf = ({ rule, message }: Finding): string => `${rule} ${message}`;
const usual = check(REPORT);

/** What is found that the report without the input does not have: "rule: words". */
function fresh(text: string): string[] {
  const left = new Map<string, number>();
  for (const finding of usual.findings) left.set(keyOf(finding), (left.get(keyOf(finding)) ?? 0) + 1);
  return check(text).findings.flatMap((finding) => {
    const count = left.get(keyOf(finding)) ?? 0;
    left.set(keyOf(finding), count - 1);
    return count > 0 ? [] : [`${finding.rule}: ${text.slice(finding.start.offset, finding.end.offset).split('\n')[0]!}`];
  });
}

const bar = '+------------------------------+';
const firstRow = REPORT.indexOf('\n', REPORT.indexOf('| Leaders', areasAt)) + 1;

/** Slips that would hide a part of the document: everything is read all the same, and one finding stands at the slip. */
const HIDING: Readonly<Record<string, readonly [text: string, found: RegExp]>> = {
  'an empty line after the first row': [`${REPORT.slice(0, firstRow)}\n${REPORT.slice(firstRow)}`, /^shown-as-text: \| Leaders/],
  'a code fence left open': [withParagraph('```'), /^shown-as-text: ```$/],
  'a fence of tildes left open': [withParagraph('~~~ text'), /^shown-as-text: ~~~$/],
  'a comment left open': [withParagraph('<!-- to do'), /^shown-as-text: <!--$/],
  'a comment above the front matter': [`<!-- licence -->\n${REPORT}`, /^shown-as-text: ---$/],
  'an empty line above the front matter': [`\n${REPORT}`, /^shown-as-text: ---$/],
  'front matter that is not closed': [REPORT.replace('\n---\n', '\n'), /^front-matter: ---$/],
  'areas as a table of HTML': [
    withAreas(
      `<table>\n<tr><th>Areas for improvement</th></tr>\n${AREAS.map((area) => `<tr><td>${area}</td></tr>`).join('\n')}\n</table>\n`,
    ),
    /^shown-as-text: <table$/,
  ],
  'areas as a list of HTML': [withAreas(`<ul>\n${AREAS.map((area) => `<li>${area}</li>`).join('\n')}\n</ul>\n`), /^shown-as-text: <ul>$/],
  'areas as a drawn table': [
    withAreas(`${bar}\n| Areas for improvement |\n${bar.replace(/-/g, '=')}\n${AREAS.map((area) => `| ${area} |\n${bar}`).join('\n')}\n`),
    /^shown-as-text: \+-/,
  ],
  'no line of dashes': [
    withAreas(`| Areas for improvement |\n${AREAS.map((area) => `| ${area} |`).join('\n')}\n`),
    /^shown-as-text: \| Areas for improvement/,
  ],
  'a heading without a space': [REPORT.replace('## Areas for improvement', '##Areas for improvement'), /^shown-as-text: ##Areas/],
  'an anchor beside a heading': [REPORT.replace('## Areas for improvement', '## Areas for improvement {#areas}'), /^shown-as-text: \{#/],
  'a paragraph above a line across the page': [withParagraph('These words end with a full stop.\n---'), /^shown-as-text: ---$/],
};

/** What a paragraph of its own gives; nothing for what is lawful. */
const PLANTED: Readonly<Record<string, readonly RegExp[]>> = {
  'The work ends on 31 April 2026.': [/^calendar-day: 31 April 2026$/],
  'The work ends on 31st of June 2026.': [/^calendar-day: 31st of June 2026$/],
  'The work ends on 30/02/2027.': [/^calendar-day: 30\/02\/2027$/],
  'They met on Monday 13 January 2026.': [/^calendar-day: Monday 13 January 2026$/],
  'They met on Tuesday 13 January 2026.': [],
  'See the [Ofsted page](www.gov.uk/ofsted).': [/^link-target: www\.gov\.uk\/ofsted$/],
  'See [the letter](../missing.md).': [/^link-target: \.\.\/missing\.md$/],
  'See [the letter](../letter.md).': [],
  'See [this part](#no-such).': [/^link-target: #no-such$/],
  'See [the areas](#areas-for-improvement).': [],
  'A note.[^x]': [/^link-target: \[\^x\]$/],
  'See <a href="https://www.gov.uk/ofsted">click here</a>.': [/^link-text: click here$/],
  '<!-- area-send-disable-next-line official-name: quoted -->\n<!-- area-send-disable-next-line article: quoted -->\nOFSTED saw a apple.':
    [],
  '- <!-- c --> The band has has grown': [/^repeated-word: has has$/],
  'The plan runs to 31.3.2027.': [/^date-format: 31\.3\.2027$/],
  'Pupils in YEAR 9 and those in TABLE 3 and ANNEX B wait.': [],
  'Staff utilize it per annum.': [/^spelling: utilize$/],
  'TODO: add the figures.': [/^placeholder: TODO/],
  'They met on May 1, 2026.': [/^date-format: May 1, 2026$/],
  'They met on 1 Sept 2026.': [/^date-format: 1 Sept 2026$/],
  'See Error! Reference source not found. for more.': [/^converter-leftover: Error!/],
  'The lead is ____ here.': [/^converter-leftover: ____$/],
  'The lead is [●] here.': [/^converter-leftover: \[●\]$/],
  'DRAFT v0.3': [/^converter-leftover: DRAFT v0\.3$/],
  'Leaders agree. Comment [JS1]': [/^converter-leftover: Comment \[JS1\]$/],
  '![Image of a school](https://www.gov.uk/school.png)': [/^image-alt: /],
};

describe('inputs of public bug reports', () => {
  for (const [name, [text, at]] of Object.entries(HIDING)) {
    it(`hide nothing: ${name}`, () => {
      const { document } = check(text);
      assert.deepEqual(
        document.facts.areasForImprovement.map((area) => area.text),
        usual.document.facts.areasForImprovement.map((area) => area.text),
      );
      assert.equal(document.facts.outcome, 2);
      assert.equal(document.frontMatter.data.localArea, 'Exampleshire');
      const found = fresh(text);
      assert.equal(found.length, 1, found.join('\n'));
      assert.match(found[0]!, at);
    });
  }

  for (const [text, expected] of Object.entries(PLANTED)) {
    it(`are told of once: ${text.replace(/\n/g, ' ⏎ ')}`, () => {
      const found = fresh(withParagraph(text));
      assert.equal(found.length, expected.length, found.join('\n'));
      for (const [index, at] of expected.entries()) assert.match(found[index]!, at);
    });
  }

  it('may number their headings in any way', () => {
    for (const number of [
      (index: number) => `${index + 1}. `,
      (index: number) => `2.${index + 1} `,
      (index: number) => `${['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X'][index]!}. `,
      (index: number) => `Part ${index + 1}: `,
      (index: number) => `Section ${index + 1} – `,
      (index: number) => `${'ABCDEFGHIJ'[index]!}. `,
    ]) {
      let index = 0;
      const text = REPORT.replace(/^## /gm, () => `## ${number(index++)}`);
      assert.deepEqual(fresh(text), [], number(0));
      assert.equal(check(text).document.facts.areasForImprovement.length, AREAS.length);
    }
  });
});
