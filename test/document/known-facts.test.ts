import assert from 'node:assert/strict';
import { knownFacts, openDocument } from '../../src/document/index.js';

const report = (
  front: string,
  title = 'Exampleshire',
  days = 'Inspection dates: 19 to 23 January 2026\n\nPublished: 12 March 2026',
): string =>
  `---\n${front}\n---\n\n# Area SEND inspection of ${title} Local Area Partnership\n\n${days}\n\n## Inspection outcome\n\nText.\n`;
const plan = (front: string): string =>
  `---\n${front}\n---\n\n# Strategic SEND plan\n\nPublished: 1 May 2026\n\n## Introduction\n\nText.\n`;

describe('known facts', () => {
  const text = (source: string, document = openDocument(source, {})): Record<string, string> =>
    Object.fromEntries(
      Object.entries(knownFacts(document)).map(([key, known]) => [
        key,
        known === null ? 'none' : `${known.from}: ${source.slice(known.span.start, known.span.end)}`,
      ]),
    );

  const cases: readonly [what: string, source: string, key: string, expected: string][] = [
    [
      'take the name from front matter before the title',
      report('document: full-inspection-report\nlocalArea: Elsewhere'),
      'localArea',
      'front-matter: Elsewhere',
    ],
    ['take the name from the title', report('document: full-inspection-report'), 'localArea', 'text: Exampleshire'],
    [
      'take the days of the inspection from the text before front matter',
      report('document: full-inspection-report\ninspection: { start: 2026-01-12, end: 2026-01-16 }'),
      'inspection',
      'text: 19 to 23 January 2026',
    ],
    [
      'take them from front matter where the text has none',
      report('document: full-inspection-report\ninspection: { start: 2026-01-12, end: 2026-01-16 }', 'Exampleshire', ''),
      'inspection',
      'front-matter: { start: 2026-01-12, end: 2026-01-16 }',
    ],
    [
      'take a report’s publication from front matter before the text',
      report('document: full-inspection-report\nreport: { published: 2026-03-13 }'),
      'published',
      'front-matter: 2026-03-13',
    ],
    ['take it from the text', report('document: full-inspection-report'), 'reportPublished', 'text: 12 March 2026'],
    ['never take a plan’s publication for the report’s', plan('document: strategic-plan'), 'reportPublished', 'none'],
    ['tell a plan’s publication', plan('document: strategic-plan\nreport: { published: 2026-03-12 }'), 'published', 'text: 1 May 2026'],
    [
      'know no meeting in a report',
      report('document: full-inspection-report', 'Exampleshire', 'Date of meeting: 3 May 2026'),
      'meeting',
      'none',
    ],
  ];
  for (const [what, source, key, expected] of cases) it(what, () => assert.equal(text(source)[key], expected));

  it('take from the report what only the report says, and say so', () => {
    const answered = openDocument(report('document: full-inspection-report'), { path: 'report.md' });
    const known = knownFacts(openDocument(plan('document: strategic-plan'), { path: 'plan.md' }), answered);
    assert.deepEqual([known.localArea?.value, known.localArea?.from], ['Exampleshire', 'report']);
    assert.deepEqual([known.inspection?.value.start, known.inspection?.from], ['2026-01-19', 'report']);
    assert.deepEqual([known.published?.value, known.published?.from], ['2026-05-01', 'text']);
  });
});
