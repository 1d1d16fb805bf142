import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { checkText } from '../../src/check/index.js';
import { coverageOf } from '../../src/coverage/index.js';
import { openDocument } from '../../src/document/index.js';
import { fileNameFor, fromReport, newDocument } from '../../src/templates/index.js';

const TODAY = '2026-03-20';
const open = (file: string) => openDocument(readFileSync(file, 'utf8'), { path: file.replace('examples/', '') });

describe('a plan that is begun from its report', () => {
  const report = open('examples/reports/exampleshire-2026.md');
  const text = newDocument({ kind: 'strategic-plan', ...fromReport(report, '../reports/exampleshire-2026.md', TODAY) });
  const plan = openDocument(text, { path: 'plans/new.md' });

  it('names the report, the area, the days and the bodies', () => {
    assert.equal(plan.frontMatter.data.respondsTo, '../reports/exampleshire-2026.md');
    assert.equal(plan.frontMatter.data.localArea, 'Exampleshire');
    assert.deepEqual(plan.frontMatter.data.inspection, { start: '2026-01-19', end: '2026-01-23' });
    assert.match(text, /We received the final report on 12 March 2026\./);
    assert.doesNotMatch(text, /\[insert (?:name of (?:local|integrated)|dates of the inspection|the words)/);
  });

  it('has one part for each area, with its words and whom it asks', () => {
    for (const { id, text: words } of report.facts.areasForImprovement) {
      const part = text.slice(text.indexOf(`### ${id}:`));
      assert.ok(part.slice(0, part.indexOf('| What we will do')).includes(words.replace(/\s+/g, ' ')), id);
    }
    assert.equal(text.match(/^### AFI\d:/gm)?.length, report.facts.areasForImprovement.length);
    assert.match(
      text,
      /### AFI3:[^|]*Responsible body: Exampleshire County Council\n[^]*?\| \[insert post\], Exampleshire County Council \|/,
    );
    assert.match(text, /### AFI2:[^|]*Responsible bodies: Exampleshire County Council and NHS Exampleshire Integrated Care Board\n/);
  });

  it('has an action to write for every area from the start, and nothing but gaps to mend beside what only its authors know', () => {
    const coverage = coverageOf(report, [plan], TODAY);
    assert.deepEqual(
      coverage.areas.filter(({ unwritten, actions }) => unwritten.length === 0 || actions.length > 0).map(({ area }) => area.id),
      [],
    );
    const { findings } = checkText(text, { today: TODAY, path: 'plans/new.md', lookup: () => report });
    assert.deepEqual(
      [...new Set(findings.map(({ rule }) => rule))].filter((rule) => !['placeholder', 'co-production', 'easy-read'].includes(rule)),
      [],
    );
  });

  it('answers the areas for priority action of the third outcome', () => {
    const third = open('examples/reports/thornmere-2026.md');
    const answer = newDocument({ kind: 'priority-action-plan', ...fromReport(third, '../reports/thornmere-2026.md', TODAY) });
    assert.equal(answer.match(/^### APA\d:/gm)?.length, third.facts.areasForPriorityAction.length);
    for (const { text: words } of third.facts.areasForPriorityAction) assert.ok(answer.includes(words.replace(/\s+/g, ' ')));
  });

  it('names the boards that there are now', () => {
    const old = (board: string): string =>
      `# Area SEND inspection of Brighton and Hove Local Area Partnership\n\nInspection dates: 6 to 10 March 2023\n\n## Local area partnership details\n\n| Local authority | Integrated care board |\n| --- | --- |\n| Brighton and Hove City Council | ${board} |\n`;
    const before = fromReport(openDocument(old('NHS Sussex Integrated Care Board')), null, '2025-12-01');
    const after = fromReport(openDocument(old('Sussex ICB')), null, '2026-11-01');
    assert.deepEqual(before.integratedCareBoards, ['NHS Sussex Integrated Care Board']);
    assert.deepEqual(after.integratedCareBoards, ['NHS Surrey and Sussex Integrated Care Board']);
    assert.equal(after.localAuthority, 'Brighton and Hove City Council');
  });

  it('takes words of a report as words, whatever marks stand in them', () => {
    const marked = openDocument(
      '# Area SEND inspection of Exampleshire Local Area Partnership\n\n## Areas for improvement\n\n| Areas for improvement |\n| --- |\n| 1. Leaders should use \\* and [brackets] and \\| well. |\n',
    );
    const { report: known } = fromReport(marked, null, TODAY);
    const answer = newDocument({ kind: 'strategic-plan', report: known! });
    const quote = openDocument(answer).prose.find(({ text: words }) => words.includes('brackets'));
    assert.match(quote!.text, /Leaders should use \* and \[brackets\] and \| well\./);
  });

  it('follows the report in a monitoring report', () => {
    const third = open('examples/reports/thornmere-2026.md');
    const { inspection: days, ...known } = fromReport(third, null, TODAY);
    const monitoring = newDocument({ kind: 'monitoring-inspection-report', ...known });
    assert.equal(monitoring.match(/^### Area \d:/gm)?.length, third.facts.areasForPriorityAction.length);
    assert.ok(days);
    assert.doesNotMatch(monitoring, /Dates of previous inspection: \[/);
  });
});

describe('the name of a new file', () => {
  for (const [area, name] of [
    ['Middlesbrough', 'middlesbrough-strategic-plan-2026.md'],
    ['King’s Lynn & Wîsbech', 'kings-lynn-wisbech-strategic-plan-2026.md'],
    ['../..', 'strategic-plan-2026.md'],
    [null, 'strategic-plan-2026.md'],
  ] as const)
    it(`for ${area ?? 'an area that is not known'} is ${name}`, () =>
      assert.equal(fileNameFor('strategic-plan', area, '2026-11-27'), name));
});
