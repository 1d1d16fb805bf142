import type { Code, Image, Paragraph, Table, TableRow } from 'mdast';
import type { Block } from '../../document/index.js';
import { ACCESSIBLE_SOURCES } from '../../framework/accessible-documents.js';
import type { DocumentKind, Span } from '../../framework/types.js';
import { ALL_KINDS, REPORTS, type BlockRule, type Fix, type Problem, type Report } from '../rule.js';
import { nodesOf, spanOf } from '../support/nodes.js';

const isPublished = (kind: DocumentKind): boolean => (REPORTS as readonly DocumentKind[]).includes(kind);
const isEmpty = (cell: TableRow['children'][number]): boolean =>
  cell.children.every((child) => (child.type === 'text' ? child.value.trim() === '' : child.type === 'html' || child.type === 'break'));

/** A cell that is bold as a whole. */
const isName = ({ children }: TableRow['children'][number]): boolean =>
  children.length > 0 && children.every(({ type }) => type === 'strong');

/** "| a | b |" has a bar at its end, "a | b" none. */
const closed = (source: string): boolean => /(?<!\\)\|\s*$/.test(source);

function headerProblems(table: Table, kind: DocumentKind, report: Report): void {
  const [header, ...rows] = table.children;
  if (!header) return;
  const empty = header.children.filter(isEmpty);
  if (empty.length === 0) return;
  if (empty.length === header.children.length) {
    report({
      at: spanOf(header),
      // The table of a published report may have had no header on paper.
      ...(isPublished(kind) ? { severity: 'warning' as const } : {}),
      message: 'This table has no header. Name each column in the first row, because a screen reader announces the names with each cell.',
    });
    return;
  }
  const strict = isPublished(kind) ? { severity: 'warning' as const } : {};
  const [below] = rows;
  // Word's merged title over a table.
  if (empty.length === header.children.length - 1 && empty.length >= 2 && below?.children.every(isName)) {
    const title = header.children.find((cell) => !isEmpty(cell))!;
    report({
      at: spanOf(title),
      ...strict,
      message:
        'This row is a title over the table, and the names of the columns stand in the row below it. Put the title above the table, so that a screen reader announces the names with each cell.',
    });
    return;
  }
  const columnOf = (cell: TableRow['children'][number]): number => header.children.indexOf(cell);
  const isFilled = (cell: TableRow['children'][number]): boolean =>
    rows.some((row) => row.children[columnOf(cell)] && !isEmpty(row.children[columnOf(cell)]!));
  const needless = empty.filter((cell) => columnOf(cell) > 0 && !isFilled(cell));
  const nameless = empty.filter((cell) => !needless.includes(cell));
  const [first] = nameless;
  if (first) {
    // The corner above the names of the rows is often left empty, and readers cope.
    const severity = nameless.every((cell) => columnOf(cell) === 0) ? { severity: 'info' as const } : strict;
    report({
      at: spanOf(nameless.find((cell) => columnOf(cell) > 0) ?? first),
      ...severity,
      message:
        nameless.length === 1
          ? 'This column has no name. Say in the header what stands in it.'
          : `${nameless.length} columns of this table have no name. Say in the header what stands in each.`,
    });
  }
  const [unused] = needless;
  if (unused)
    report({
      at: spanOf(unused),
      severity: 'warning',
      message:
        needless.length === 1
          ? 'This column has no name and nothing in it. Take it out, or name it.'
          : `${needless.length} columns of this table have no name and nothing in them. Take them out, or name them.`,
    });
}

function rowProblem(row: TableRow, block: Block, columns: number, kind: DocumentKind): Problem | null {
  const { children } = row;
  if (children.length === columns) return null;
  const span = spanOf(row);
  if (children.length < columns) {
    const missing = columns - children.length;
    const source = block.text.slice(span.start, span.end);
    const text = closed(source) ? '  |'.repeat(missing) : `${' |  '.repeat(missing)} |`;
    const fix: Fix = {
      title: missing === 1 ? 'Add the missing cell' : `Add the ${missing} missing cells`,
      kind: 'fix',
      edits: [{ start: span.end, end: span.end, text }],
    };
    return {
      at: span,
      ...(isPublished(kind) ? { severity: 'warning' } : {}),
      message: `This row has ${children.length} of ${columns} cells, so what is missing stands empty at its end. Add the missing ${missing === 1 ? 'cell' : 'cells'} in the right place.`,
      fixes: [fix],
    };
  }
  const extra = children.slice(columns);
  const at = { start: spanOf(extra[0]!).start, end: span.end };
  if (extra.every(isEmpty)) {
    const last = children[columns - 1]!;
    const fix: Fix = {
      title: 'Remove the empty cells',
      kind: 'fix',
      edits: [{ start: Math.max(spanOf(last).end, at.start), end: span.end, text: ' |'.slice(block.text[at.start] === '|' ? 1 : 0) }],
    };
    return { at, severity: 'warning', message: 'This row has more cells than the header. Remove the empty ones at its end.', fixes: [fix] };
  }
  return {
    at,
    message:
      'This row has more cells than the header, and what stands in them is not shown. Name the column in the header, or write a bar inside a cell as \\|.',
  };
}

/** Lines of cells with tabs between, at least two with the same number; null when they are no table. */
function tabbedCells(text: string): string[][] | null {
  const rows = text.split(/\r\n|\n|\r/).map((line) => line.trim().split(/[ ]{0,9}\t[\t ]*/));
  const columns = rows[0]?.length ?? 0;
  return rows.length > 1 && columns > 1 && rows.every((row) => row.length === columns && row.every((cell) => cell !== '')) ? rows : null;
}

const toTable = (rows: readonly (readonly string[])[]): string => {
  const line = (cells: readonly string[]): string => `| ${cells.map((cell) => cell.replace(/\|/g, '\\|')).join(' | ')} |`;
  return [line(rows[0]!), line(rows[0]!.map(() => '---')), ...rows.slice(1).map(line)].join('\n');
};

function tabProblem(at: Span, block: Block): Problem | null {
  const source = block.text.slice(at.start, at.end);
  if (!source.includes('\t') || /^[ ]{0,3}[`~]{3}/.test(source)) return null;
  const rows = tabbedCells(source);
  if (!rows) return null;
  return {
    at,
    severity: 'warning',
    message: 'These lines are a table made with tabs, which a screen reader reads as one long text. Make it a table with a header row.',
    fixes:
      at.start === lineStart(block.text, at.start)
        ? [
            {
              title: 'Make it a table; then check that its first row names the columns',
              kind: 'assist',
              edits: [{ ...at, text: toTable(rows) }],
            },
          ]
        : [],
  };
}

const lineStart = (text: string, at: number): number => text.lastIndexOf('\n', at - 1) + 1;

const PICTURE_OF_TABLE = /(?:^|[^\p{L}])tables?(?:[^\p{L}]|$)/iu;

/** A paragraph that is one picture of a table. */
function pictureProblem(node: Paragraph): Problem | null {
  const [image, ...rest] = node.children.filter((child) => child.type !== 'text' || child.value.trim() !== '');
  if (image?.type !== 'image' || rest.length > 0 || !isTablePicture(image)) return null;
  return {
    at: spanOf(image),
    severity: 'warning',
    message: 'This reads as a picture of a table, which nobody can hear cell by cell or enlarge well. Write the table itself.',
  };
}

const isTablePicture = ({ alt, url }: Image): boolean =>
  /^(?:screenshot of |picture of |image of )?(?:the |a )?table\b/i.test(alt ?? '') ||
  PICTURE_OF_TABLE.test(url.split(/[?#]/)[0]!.split('/').at(-1)!);

const rule: BlockRule = {
  id: 'table-structure',
  title: 'Tables have a header row with a name for every column, and rows of the same length',
  severity: 'error',
  kinds: ALL_KINDS,
  source: ACCESSIBLE_SOURCES.structure,
  rationale:
    'A screen reader tells the name of the column with each cell. Without names, or with cells out of line, a person who cannot see the table cannot know what a cell means.',
  help: 'Give the table a first row that names each column, and every row the same number of cells.',
  examples: {
    valid: [
      { kind: 'strategic-plan', text: '| Action | Lead |\n| --- | --- |\n| Train staff |  |\n| A | B \\| C |\n' },
      {
        title: 'a picture in the header that has a text',
        kind: 'strategic-plan',
        text: '| ![On time](clock.png) | Lead |\n| --- | --- |\n| A | B |\n',
      },
    ],
    invalid: [
      {
        title: 'no header',
        kind: 'strategic-plan',
        text: '|   |   |\n| --- | --- |\n| A | B |\n',
        finds: [{ at: '|   |   |', severity: 'error', message: /no header/ }],
      },
      {
        title: 'no header in a report',
        kind: 'full-inspection-report',
        text: '|   |   |\n| --- | --- |\n| A | B |\n',
        finds: [{ at: '|   |   |', severity: 'warning' }],
      },
      {
        title: 'columns without a name',
        kind: 'priority-action-plan',
        text: '|  | Lead |   |\n| --- | --- | --- |\n| A | B | C |\n',
        finds: [{ at: '|   |', severity: 'error', message: /^2 columns of this table have no name/ }],
      },
      {
        title: 'a title that was merged over the columns',
        kind: 'strategic-plan',
        text: '| **Area 1** | | |\n| --- | --- | --- |\n| **Action** | **Lead** | **Due** |\n| Open a clinic | Head of SEND | May 2027 |\n',
        finds: [{ at: '| **Area 1** ', severity: 'error', message: /names of the columns stand in the row below/ }],
      },
    ],
  },
  checkBlock(block, report, { kind, section }) {
    if (!/[|\t!]/.test(block.text)) return;
    // In another form than Markdown’s: `shown-as-text` tells.
    const isOther = block.mends.some(({ kind: slip }) => slip === 'html-table' || slip === 'grid-table');
    const tabbed = block.mends.filter((mend) => mend.kind === 'tab-table');
    for (const { at } of tabbed) {
      const problem = tabProblem(at, block);
      if (problem) report(problem);
    }
    for (const node of nodesOf<Table | Paragraph | Code>(block, ['table', 'paragraph', 'code'])) {
      if (isOther && node.type === 'table') continue;
      if (tabbed.some(({ at }) => at.start <= spanOf(node).start && spanOf(node).start < at.end)) continue;
      if (node.type === 'table') {
        // The areas for improvement have a rule of their own, which also knows the name of the column.
        if (!(section === 'areas-for-improvement' && kind === 'full-inspection-report')) headerProblems(node, kind, report);
        for (const row of node.children.slice(1)) {
          const problem = rowProblem(row, block, node.children[0]!.children.length, kind);
          if (problem) report(problem);
        }
        continue;
      }
      const problem = tabProblem(spanOf(node), block) ?? (node.type === 'paragraph' ? pictureProblem(node) : null);
      if (problem) report(problem);
    }
  },
};

export default rule;
