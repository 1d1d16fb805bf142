/* Tables of pages without tags that have no lines between their columns: stretches of lines that all leave the same gaps free. */
import type { TableLayout } from './_layout.js';
import { isMarker, numberOf } from './_lines.js';
import type { Drawn, Piece } from './_pieces.js';
import { cellsOf, columnOf, left, leadingOf, pitchOf, right, rowsOf, tableOfCells, type Gap, type LineOf, type Row } from './_cells.js';
import { largest } from '../../../text/lists.js';
import { beginTogether } from './_row-starts.js';

/** Horizontal lines, and the edges of coloured areas, that lie across a stretch of the page. */
interface Edge {
  y: number;
  from: number;
  to: number;
}

const isBold = (row: Row): boolean => row.pieces.every((piece) => piece.bold);

/** The gaps of a line that are too wide for the blank between two words. */
function wideGaps({ pieces }: Row): Gap[] {
  const gaps: Gap[] = [];
  let end = pieces[0]!.x1;
  pieces.forEach((piece, index) => {
    const before = pieces[index - 1];
    // The sign or number of a list item stands apart from its text, and belongs to it.
    const afterSign = before && (isMarker(before.text) || numberOf(`${before.text} x`) !== null);
    const wide = afterSign ? 3.4 : 1.1;
    if (before && piece.x0 - end > Math.max(piece.size, before.size) * wide) gaps.push({ from: end, to: piece.x0 });
    end = Math.max(end, piece.x1);
  });
  return gaps;
}

/** What a line leaves of the gaps; null where it reaches over one of them. A line may stand in the middle of a gap and part it. */
function narrowed(gaps: readonly Gap[], row: Row): Gap[] | null {
  const least = Math.max(2.5, row.size * 0.3);
  const result: Gap[] = [];
  for (const gap of gaps) {
    let parts: Gap[] = [gap];
    for (const { x0, x1 } of row.pieces) {
      if (x1 <= gap.from || x0 >= gap.to) continue;
      parts = parts
        .flatMap((part) =>
          x1 <= part.from || x0 >= part.to
            ? [part]
            : [
                { from: part.from, to: x0 },
                { from: x1, to: part.to },
              ],
        )
        .filter((part) => part.to - part.from >= least);
    }
    const free = parts.filter((part) => part.to - part.from >= least);
    if (free.length === 0) return null;
    // Several are left where something stands in the gap; where its text begins a column of its own is for other lines to say.
    for (const part of free) result.push(part);
  }
  return result;
}

const columnsOf = (gaps: readonly Gap[], row: Row): Set<number> => new Set(row.pieces.map((piece) => columnOf(gaps, piece)));

/** Whether most parts of a line begin, end or are centred where others of their columns are. */
function isAligned(row: Row, region: readonly Row[], gaps: readonly Gap[]): boolean {
  const placesOf = (line: Row, column: number): number[] | null => {
    const pieces = line.pieces.filter((piece) => columnOf(gaps, piece) === column);
    if (pieces.length === 0) return null;
    return [left(pieces), right(pieces), (left(pieces) + right(pieces)) / 2];
  };
  let all = 0;
  let aligned = 0;
  for (const column of columnsOf(gaps, row)) {
    all++;
    const own = placesOf(row, column)!;
    if (
      region.some((line) => {
        const other = line.merged ? null : placesOf(line, column);
        return other?.some((x, index) => Math.abs(x - own[index]!) < 4);
      })
    )
      aligned++;
  }
  return aligned > all / 2;
}

/**
 * Gaps that are narrow but lie between a column of numbers and what is beside them, or between other columns that are close: the text after
 * them begins at one place in nearly all lines, and not only after the signs of a list.
 */
function closeGaps(region: readonly Row[], gaps: readonly Gap[]): Gap[] {
  const result = [...gaps];
  const rows = region.filter((row) => !row.merged);
  const starts = new Map<number, { pairs: number; names: number; from: number; to: number }>();
  for (const row of rows) {
    row.pieces.forEach((piece, index) => {
      const before = row.pieces[index - 1];
      if (!before || columnOf(gaps, before) !== columnOf(gaps, piece) || piece.x0 - before.x1 < piece.size * 0.3) return;
      const key = Math.round(piece.x0 / 2);
      const start = starts.get(key) ?? { pairs: 0, names: 0, from: -Infinity, to: Infinity };
      start.pairs++;
      const isSign = isMarker(before.text) || numberOf(`${before.text} x`) !== null;
      if (!isSign || /\d\.\d/.test(before.text)) start.names++;
      start.from = Math.max(start.from, before.x1);
      start.to = Math.min(start.to, piece.x0);
      starts.set(key, start);
    });
  }
  for (const start of starts.values()) {
    if (start.pairs < 3 || start.names === 0) continue;
    const gap = { from: start.from, to: start.to };
    if (gap.to - gap.from < 2.5 || result.some((known) => known.from < gap.to && known.to > gap.from)) continue;
    if (rows.every((row) => row.pieces.every((piece) => piece.x1 <= gap.from + 0.5 || piece.x0 >= gap.to - 0.5))) result.push(gap);
  }
  return result.sort((a, b) => a.from - b.from);
}

/** The gaps before the columns of the table on the page before, where the lines leave them free and something begins behind them. */
function knownGaps(region: readonly Row[], gaps: readonly Gap[], known: readonly number[]): Gap[] {
  const pieces = region.flatMap((row) => (row.merged ? [] : row.pieces));
  const result = [...gaps];
  for (const x of known) {
    if (!pieces.some((piece) => Math.abs(piece.x0 - x) < 1.5)) continue;
    const gap = { from: largest(pieces.filter((piece) => piece.x0 < x - 1.5).map((piece) => piece.x1)), to: x - 0.5 };
    if (!(gap.to - gap.from > 2) || gap.from === -Infinity || result.some((other) => other.from < gap.to && other.to > gap.from)) continue;
    result.push(gap);
  }
  return result.sort((a, b) => a.from - b.from);
}

/** Lines and edges of coloured areas, level by level. */
function edgesOf({ horizontal, fills, height }: Drawn): Edge[] {
  const edges: Edge[] = horizontal.slice(0, 4000).map(({ at, from, to }) => ({ y: at, from, to }));
  for (const box of fills.slice(0, 4000)) {
    if (box.y1 - box.y0 > height * 0.6 || box.y1 - box.y0 < 8) continue;
    edges.push({ y: box.y0, from: box.x0, to: box.x1 }, { y: box.y1, from: box.x0, to: box.x1 });
  }
  return edges.sort((a, b) => a.y - b.y);
}

/** The heights at which edges lie across most of a stretch of the page. */
function dividers(edges: readonly Edge[], from: number, to: number): number[] {
  const result: number[] = [];
  let level: Edge[] = [];
  const close = (): void => {
    const parts = level.map((edge) => ({ from: Math.max(edge.from, from), to: Math.min(edge.to, to) })).sort((a, b) => a.from - b.from);
    let covered = 0;
    let end = -Infinity;
    for (const part of parts) {
      covered += Math.max(0, part.to - Math.max(end, part.from));
      end = Math.max(end, part.to);
    }
    if (covered > (to - from) * 0.7) result.push(level[0]!.y);
    level = [];
  };
  for (const edge of edges) {
    if (level.length > 0 && edge.y - level[0]!.y > 2.5) close();
    level.push(edge);
  }
  if (level.length > 0) close();
  return result;
}

interface Region {
  first: number;
  last: number;
  gaps: Gap[];
}

/** The stretch of lines around one with wide gaps that leave these gaps free. */
function regionAt(rows: readonly Row[], seed: number, from: number, edges: readonly Edge[]): Region {
  let gaps = wideGaps(rows[seed]!);
  let first = seed;
  let last = seed;
  const take = (row: Row): boolean => {
    const kept = narrowed(gaps, row);
    if (!kept) return false;
    gaps = kept;
    // A column that the lines until now left empty.
    for (const gap of wideGaps(row)) {
      if (gaps.some((known) => known.from < gap.to && known.to > gap.from)) continue;
      let found: Gap[] | null = [gap];
      for (let at = first; at <= last && found; at++) found = rows[at]!.merged ? found : narrowed(found, rows[at]!);
      if (found?.length === 1) gaps = [...gaps, found[0]!].sort((a, b) => a.from - b.from);
    }
    return true;
  };
  const stepBetween = (a: Row, b: Row): number => (b.y - a.y) / Math.max(a.size, b.size);
  /** Lines and coloured rows above and below a line, so that it is a cell of its own over all columns. */
  const isFramed = (at: number): boolean => {
    const region = rows.slice(first, last + 1).flatMap((row) => row.pieces);
    const levels = dividers(edges, left(region), right(region));
    const next = rows[at + 1];
    if (!next || narrowed(gaps, next) === null || wideGaps(next).length === 0) return false;
    const above = levels.findLast((y) => y > rows[last]!.y && y < rows[at]!.y);
    const below = levels.find((y) => y > rows[at]!.y && y < next.y);
    return above !== undefined && below !== undefined && below - above < rows[at]!.size * 2.8;
  };
  for (let at = seed + 1; at < rows.length; at++) {
    const row = rows[at]!;
    const before = rows[last]!;
    const step = stepBetween(before, row);
    const columns = columnsOf(gaps, row);
    const single = columns.size < 2;
    if (step > (single ? (columns.has(0) ? 2.4 : 3.4) : 4.2)) break;
    if (!single && step > 1.9 && !isAligned(row, rows.slice(first, last + 1), gaps)) break;
    const next = rows[at + 1];
    // A heading between two tables.
    if (single && columns.has(0)) {
      const headOfNext = isBold(row) && next !== undefined && isBold(next) && wideGaps(next).length > 0;
      if (row.size > before.size * 1.08 || (headOfNext && !isFramed(at))) break;
    }
    if (take(row)) last = at;
    else if (isFramed(at)) {
      row.merged = true;
      last = at;
    } else break;
  }
  for (let at = seed - 1; at >= from; at--) {
    const row = rows[at]!;
    const below = rows[first]!;
    const step = stepBetween(row, below);
    const columns = columnsOf(gaps, row);
    const single = columns.size < 2;
    if (row.size > below.size * 1.08 || step > (single ? (columns.has(0) ? 1.35 : 2.4) : 4.2)) break;
    if (single && columns.has(0) && isBold(row) !== isBold(below)) break;
    if (!take(row)) break;
    first = at;
  }
  // What stands alone in the first column at the end is what comes after the table.
  const pitch = pitchOf(rows.slice(first, last + 1));
  while (last > first) {
    const row = rows[last]!;
    const columns = columnsOf(gaps, row);
    const before = rows[last - 1]!;
    if (columns.size > 1 || !columns.has(0)) break;
    const apart = row.y - before.y > pitch * 1.25;
    if (!apart && columnsOf(gaps, before).has(0) && isBold(row) === before.pieces[0]!.bold) break;
    last--;
  }
  return { first, last, gaps: closeGaps(rows.slice(first, last + 1), gaps) };
}

/** Columns of running text that stand side by side, rather than the cells of rows. */
function isProse(region: readonly Row[], cells: readonly Piece[][][], divided: boolean): boolean {
  if (region.length < 6 || divided) return false;
  const columns = cells.map((column) => region.filter((_, at) => column[at]!.length > 0).map(({ y }) => y));
  if (beginTogether(columns, pitchOf(region))) return false;
  const lines = cells.flat().filter((pieces) => pieces.length > 0);
  const letters = lines.flat().reduce((sum, piece) => sum + piece.text.length, 0);
  return letters / lines.length > 28;
}

/** The tables of a page that have no lines between their columns, and the pieces that are in none of them. */
export function riverTables(
  pieces: readonly Piece[],
  drawn: Drawn,
  page: number,
  line: LineOf,
  /** Where the columns of the table begin that may go on from the page before. */
  known: readonly number[],
): { tables: TableLayout[]; others: Piece[] } {
  const rows = rowsOf(pieces);
  const edges = edgesOf(drawn);
  const leading = leadingOf(rows);
  const pageRight = right(pieces);
  const tables: TableLayout[] = [];
  const used = new Set<Piece>();
  let from = 0;
  for (let index = 0; index < rows.length; index++) {
    if (wideGaps(rows[index]!).length === 0) continue;
    const { first, last, gaps: found } = regionAt(rows, index, from, edges);
    const region = rows.slice(first, last + 1);
    const gaps = tables.length === 0 ? knownGaps(region, found, known) : found;
    const all = region.flatMap((row) => row.pieces);
    const levels = dividers(edges, left(all), right(all));
    const divided = levels.filter((y) => y > region[0]!.y && y < region.at(-1)!.y).length;
    const full = region.filter((row) => columnsOf(gaps, row).size > 1);
    // “Inspection dates: …” is a line in two halves, not a row.
    const labels = full.filter((row) => row.pieces.findLast((piece) => columnOf(gaps, piece) === 0)?.text.endsWith(':')).length;
    if (labels * 2 > full.length && divided === 0) continue;
    const cells = cellsOf(region, gaps);
    if (isProse(region, cells, divided > 1)) continue;
    // One such row may be the rest of a table on the page before or after.
    const alone = full.length < 2;
    if (alone && first > 1 && last < rows.length - 2) continue;
    for (const piece of all) used.add(piece);
    tables.push({
      ...tableOfCells(region, cells, { page, line, pageRight, levels, divided: divided > 1, leading }),
      lines: alone ? region.map((row) => line(row.pieces, pageRight)) : null,
    });
    index = last;
    from = last + 1;
  }
  return { tables, others: pieces.filter((piece) => !used.has(piece)) };
}
