import {
  hasWords,
  paragraphBlock,
  type Block,
  type Cell,
  type Inline,
  type ParagraphBlock,
  type TableBlock,
  type TableRow,
} from './model.js';
import { append } from '../../text/lists.js';

const isFilled = (block: Block): boolean =>
  block.kind === 'paragraph' ? hasWords(block.inlines) : block.rows.some((row) => row.cells.some((cell) => cell.blocks.some(isFilled)));
const filledIn = (cell: Cell): boolean => !cell.continued && cell.blocks.some(isFilled);
const hasHeading = (blocks: readonly Block[]): boolean =>
  blocks.some((block) => block.kind === 'paragraph' && block.heading !== null && hasWords(block.inlines));
const isRealTable = (block: Block): boolean =>
  block.kind === 'table' && block.rows.length > 1 && block.rows.some((row) => row.cells.filter(filledIn).length > 1);

/** How many columns are told apart by any row: a grid has more where cells were merged or moved. */
function columnStarts(table: TableBlock): number[] {
  const starts = new Set<number>();
  for (const row of table.rows) {
    let at = row.before;
    for (const cell of row.cells) {
      starts.add(at);
      at += cell.span;
    }
  }
  return [...starts].sort((a, b) => a - b);
}

/** What a table that only places things on the page holds, in the order of reading; the table itself where it is a table. */
export function unwrapLayout(table: TableBlock): Block[] {
  const cells = table.rows.flatMap((row) => row.cells);
  const filled = cells.filter(filledIn);
  const inside = (): Block[] =>
    filled.flatMap((cell) =>
      cell.blocks.flatMap((block) => (block.kind === 'table' ? unwrapLayout(block) : [{ ...block, paragraph: table.paragraph }])),
    );
  if (filled.length === 0) return [];
  if (filled.length === 1) return inside();
  const frames = filled.some(
    (cell) => cell.blocks.filter(isFilled).length > 1 && (hasHeading(cell.blocks) || cell.blocks.some(isRealTable)),
  );
  if (frames && (columnStarts(table).length === 1 || table.rows.length === 1)) return inside();
  return [table];
}

/** The rows of a table inside a cell are lines. */
function flatten(blocks: readonly Block[]): Block[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'paragraph') return [block];
    return block.rows.flatMap((row) => {
      const parts = row.cells.filter((cell) => !cell.continued).map((cell) => flatten(cell.blocks).filter(isFilled) as ParagraphBlock[]);
      const inRow = parts.filter((part) => part.length > 0);
      if (inRow.length <= 1) return inRow[0] ?? [];
      const inlines: Inline[] = [];
      for (const paragraph of inRow.flat()) {
        if (inlines.length > 0) inlines.push({ kind: 'text', text: ' ' });
        append(inlines, paragraph.inlines);
      }
      return [paragraphBlock({ inlines })];
    });
  });
}

/**
 * A table with one cell for each column in every row. Rows and columns without words are left out; a line over the whole width above the
 * names of the columns becomes a paragraph of its own.
 */
export function shapeTable(table: TableBlock, shapeCell: (blocks: readonly Block[]) => Block[]): Block[] {
  const starts = columnStarts(table);
  let rows = table.rows.map((row) => {
    const cells: Cell[] = starts.map(() => ({ blocks: [], span: 1, continued: false }));
    let at = row.before;
    const filled: number[] = [];
    for (const cell of row.cells) {
      // The cell's column is the first that begins where it does.
      const column = starts.indexOf(at);
      if (column >= 0 && !cell.continued) cells[column] = { blocks: shapeCell(flatten(cell.blocks)), span: 1, continued: false };
      if (filledIn(cell)) filled.push(column);
      at += cell.span;
    }
    const whole = filled.length === 1 && filled[0] === 0 && row.cells[0]!.span >= at - row.before && starts.length > 1;
    return { cells, before: 0, header: row.header, whole };
  });
  rows = rows.filter((row) => row.cells.some((cell) => cell.blocks.some(isFilled)));
  const above: Block[] = [];
  while (rows.length > 2 && rows[0]!.whole)
    append(
      above,
      rows.shift()!.cells[0]!.blocks.map((block) => ({ ...block, paragraph: table.paragraph })),
    );
  const used = starts.map((_, column) => rows.some((row) => row.cells[column]!.blocks.some(isFilled)));
  const shaped: TableRow[] = rows.map(({ cells, before, header }) => ({
    cells: cells.filter((_, column) => used[column]),
    before,
    header,
  }));
  if (shaped.length === 0) return above;
  // Markdown's tables begin with a row of names.
  const columns = shaped[0]!.cells.length;
  const unnamed: TableRow = {
    cells: Array.from({ length: columns }, () => ({ blocks: [], span: 1, continued: false })),
    before: 0,
    header: true,
  };
  return [...above, { ...table, rows: table.headerless ? [unnamed, ...shaped] : shaped }];
}
