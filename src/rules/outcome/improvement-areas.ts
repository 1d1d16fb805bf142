import type { Section, SendDocument, TableInfo, TableRow } from '../../document/index.js';
import { SOURCES, cite } from '../../framework/sources.js';
import type { DocumentRule, Fix, Problem } from '../rule.js';
import { hasContent } from '../support/sections.js';
import { nameSpan } from './_wording.js';

const HEADER = 'Areas for improvement';
const AREA_HEADER = /\bareas? for (?:improvement|priority action)\b/i;

const isEmpty = (row: TableRow): boolean => row.cells.every((cell) => cell.prose === null);

/** A first row that is an area, in the place of the header. */
const isArea = (text: string): boolean => text.length > 60 && /\b(?:should|must|needs? to)\b/i.test(text);

function headerProblem(document: SendDocument, table: TableInfo): Problem | null {
  const { header, rows } = table;
  const lone = header.cells.length === 1;
  if (isEmpty(header)) {
    const fix: Fix = { title: `Insert the header “${HEADER}”`, kind: 'fix', edits: [{ ...header.span, text: `| ${HEADER} |` }] };
    return {
      at: header.span,
      severity: 'warning',
      message: `This table has no header. Head it with “${HEADER}”, because a screen reader announces the header with each row.`,
      // The header’s words may stand in the first row.
      ...(lone && !AREA_HEADER.test(rows[0]?.cells[0]?.text ?? '') ? { fixes: [fix] } : {}),
    };
  }
  if (!lone || !isArea(header.cells[0]!.text)) return null;
  const next = rows[0]?.span.start ?? table.span.end;
  const source = document.text.slice(header.span.start, header.span.end);
  const fix: Fix = {
    title: `Insert the header “${HEADER}”`,
    kind: 'fix',
    edits: [{ start: header.span.start, end: next, text: `| ${HEADER} |\n| --- |\n${source}${rows.length > 0 ? '\n' : ''}` }],
  };
  return {
    at: header.span,
    severity: 'warning',
    message: `The first area stands in the place of the table’s header. Head the table with “${HEADER}”, so that every area is a row of its own.`,
    fixes: [fix],
  };
}

/** The areas for improvement, without a section for priority action that stands under the same heading. */
function tablesOf(document: SendDocument, section: Section): readonly TableInfo[] {
  return document.tablesIn(section).filter((table) => {
    for (let at = table.section; at && at !== section; at = at.parent)
      if (at.id !== null && at.id !== 'areas-for-improvement') return false;
    return true;
  });
}

export const report = (areas: string, heading = '## Areas for improvement\n\n'): string =>
  `# Area SEND inspection of Exampleshire Local Area Partnership\n\n## What does the area partnership need to do better?\n\n- Annual reviews are late.\n\n${heading}${areas}`;
export const FIRST = 'Leaders across the partnership should improve the quality of advice in plans.';
export const SECOND = 'Leaders across the partnership should complete annual reviews on time.';

const rule: DocumentRule = {
  id: 'improvement-areas',
  title: 'The areas for improvement are there, one to a row, under a header',
  severity: 'error',
  kinds: ['full-inspection-report'],
  source: cite(SOURCES.publishedReports, 'section “Areas for improvement”; in 56 of 56'),
  rationale:
    'Every report gives areas for improvement, whatever the outcome, and the partnership’s plan answers each of them. An empty row would be an area that nobody can answer.',
  help: 'Give at least one area for improvement, each in a row of its own, under the header “Areas for improvement”.',
  examples: {
    valid: [
      {
        title: 'a table',
        kind: 'full-inspection-report',
        text: report(`| Areas for improvement |\n| --- |\n| ${FIRST} |\n| ${SECOND} |\n`),
      },
      {
        title: 'a table that is its own heading',
        kind: 'full-inspection-report',
        text: report(`| Areas for improvement |\n| --- |\n| ${FIRST} |\n`, ''),
      },
    ],
    invalid: [
      {
        title: 'a table with nothing but its header',
        kind: 'full-inspection-report',
        text: report('| Areas for improvement |\n| --- |\n'),
        finds: [{ at: 'Areas for improvement', message: /no area for improvement/ }],
      },
      {
        title: 'a section in a quotation',
        kind: 'full-inspection-report',
        text: report(`> | Areas for improvement |\n> | --- |\n> | ${FIRST} |\n`, '> ## Areas for improvement\n>\n'),
        finds: [{ at: '> ## Areas for improvement', message: /quotation/ }],
      },
      {
        title: 'an empty row',
        kind: 'full-inspection-report',
        text: report(`| Areas for improvement |\n| --- |\n| ${FIRST} |\n|   |\n| ${SECOND} |\n`),
        finds: [{ at: '|   |', message: /empty/ }],
        fixed: report(`| Areas for improvement |\n| --- |\n| ${FIRST} |\n| ${SECOND} |\n`),
      },
      {
        title: 'a number without an area',
        kind: 'full-inspection-report',
        text: report(`| Number | Areas for improvement |\n| --- | --- |\n| 1 | ${FIRST} |\n| 2 |   |\n`),
        finds: [{ at: '| 2 |   |' }],
      },
    ],
  },
  check(document, problem) {
    const section = document.section('areas-for-improvement');
    if (!section) {
      for (const quoted of quotedAreas(document)) problem(quoted);
      return;
    }
    const tables = tablesOf(document, section).filter(
      (table) => table.header.cells.length === 1 || table.header.cells.some((cell) => AREA_HEADER.test(cell.text)),
    );
    if (document.facts.areasForImprovement.length === 0) {
      // A section with nothing in it is the business of the rule for empty sections.
      if (!hasContent(document, section)) return;
      problem({
        at: nameSpan(section),
        message: 'This section has no area for improvement. Say what leaders should do next, one area to a row.',
        fixes: tables[0]?.header.cells.length === 1 ? [assistRow(tables[0])] : [],
      });
      return;
    }
    for (const table of tables) {
      const header = headerProblem(document, table);
      if (header) problem(header);
      const column = Math.max(
        0,
        table.header.cells.findIndex((cell) => AREA_HEADER.test(cell.text)),
      );
      let end = table.header.span.end;
      for (const row of table.rows) {
        if (!row.cells[column]?.prose) {
          const start = document.text.lastIndexOf('\n', row.span.start) < end ? end : document.text.lastIndexOf('\n', row.span.start);
          problem({
            at: row.span,
            message: 'This row of the areas for improvement is empty. Delete it, or write the area that belongs there.',
            ...(isEmpty(row)
              ? { fixes: [{ title: 'Delete the empty row', kind: 'fix', edits: [{ start, end: row.span.end, text: '' }] }] }
              : {}),
          });
        }
        end = row.span.end;
      }
    }
  },
};

const QUOTED_HEADING = /^[> \t]*>[ \t]{0,3}#{1,6}[ \t]+areas? for improvement[ \t]*$/im;

/** A section that the sign > makes a quotation of, so that it is nobody’s. */
function quotedAreas({ flow, text }: SendDocument): readonly Problem[] {
  return flow.flatMap(({ node, span }): Problem[] => {
    const source = node.type === 'blockquote' ? text.slice(span.start, span.end) : '';
    const heading = QUOTED_HEADING.exec(source);
    if (!heading) return [];
    const from = span.start + heading.index;
    return [
      {
        at: { start: from, end: from + heading[0].length },
        message:
          'The sign > makes a quotation of the areas for improvement, so that they are none of this report. Take it out at the beginning of each line.',
        fixes: [
          {
            title: 'Take the signs out',
            kind: 'assist',
            edits: [...source.matchAll(/^[ \t]*(?:>[ \t]?)+/gm)].map(({ index, 0: sign }) => ({
              start: span.start + index,
              end: span.start + index + sign.length,
              text: '',
            })),
          },
        ],
      },
    ];
  });
}

const assistRow = (table: TableInfo): Fix => ({
  title: 'Insert a row',
  kind: 'assist',
  edits: [{ start: table.span.end, end: table.span.end, text: '\n| Leaders at [insert partner] should [insert what they should do]. |' }],
});

export default rule;
