import type { ListItem } from 'mdast';
import { trimEnd } from '../../text/align.js';
import type { AreaFact, PlacedBlock, Section, TableCell, TableInfo } from '../types.js';
import { largest } from '../../text/lists.js';
import type { Model } from './_model.js';

/** What somebody is to do. */
const ASKS = /\b(?:should|must|needs? to)\b/i;

interface Piece {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

const NUMBERED = /^\s{0,4}\d{1,2}[.)]\s+/;
/** What people type for an item of a list, and Markdown makes none of. */
const TYPED = /^\s{0,4}(?:[•◼■▪●○◦⁃∙·–—]\s*|\(?(?:\d{1,2}|[a-z]|[ivx]{1,5})\)\s+)/;

/** A cell holds one area, or several that are numbered. Bullets under an area belong to it. */
function splitNumbered(text: string, sign = NUMBERED): Piece[] {
  const lines: Piece[] = [];
  let from = 0;
  for (const line of text.split('\n')) {
    lines.push({ text: line, from, to: from + line.length });
    from += line.length + 1;
  }
  const starts = lines.flatMap((line, index) => (sign.test(line.text) ? [index] : []));
  if (starts.length < 2 || starts[0] !== 0) {
    // Pasted together, each on a line of its own, perhaps below their header.
    const own = lines.filter((line, index) => index > 0 || !AREA_LABEL.test(line.text.trim()));
    return own.length >= 2 && own.every((line) => isWholeArea(line.text)) ? own : [{ text, from: 0, to: text.length }];
  }
  return starts.map((start, index) => {
    const last = lines[(starts[index + 1] ?? lines.length) - 1]!;
    return { text: text.slice(lines[start]!.from, last.to), from: lines[start]!.from, to: last.to };
  });
}

/** Such a line says more of the area above it. */
const GOES_ON =
  /^(?:(?:they|this|these|those|it|he|she|all of|in particular|in addition|additionally|also|further|furthermore|specifically|as|to|by|for|with|including|such|where|when|while|here)\b)/i;

/** Somebody who is to do something, in a sentence that begins and ends: also with a number and a comma before it, as in a list of values. */
const isWholeArea = (line: string): boolean =>
  line.length >= 50 &&
  !GOES_ON.test(line) &&
  /^(?:\d{1,2}[,;]\s?)?["“]?\p{Lu}[^.;:]{3,160}?\b(?:should|must|needs? to)\b.*[.!]["”]?\s*$/u.test(line);

const clean = (text: string): string =>
  text
    .replace(/^\d{1,2}[,;]\s?["“]?|(?<=[.!])["”]\s*$/g, '')
    .replace(/^\s{0,4}\d{1,2}[.)]\s+/, '')
    .replace(/\s+/g, ' ')
    .trim();

const AREA_LABEL =
  /^(?:areas? for (?:improvement|priority action)|responsible bod(?:y|ies)|(?:lead|responsible) (?:partner|organisation)s?|no\.?|number|ref(?:erence)?|#|)$/i;

/** Names of bodies in a cell: one a line, or joined by ";" or "and" where what stands before is a whole name. */
export function splitBodies(text: string): string[] {
  return text
    .split(/\n|;/)
    .flatMap((part) =>
      part.split(
        /(?<=\b(?:Council|ICB\)?|Board|Authority|Trust|Partnership)),? (?:and|&) |, (?=NHS )|,? and (?=NHS )|(?<=\b(?:Council|ICB|Board|Authority|Trust)), (?=\p{Lu})(?!Integrated)/u,
      ),
    )
    .map((part) => trimEnd(part.trim(), ' ,'))
    .filter((part) => part !== '');
}

function areasIn(model: Model, section: Section | null, prefix: 'AFI' | 'APA'): AreaFact[] {
  if (!section) return [];
  const found: Omit<AreaFact, 'id'>[] = [];

  const addCell = (cell: TableCell, body: TableCell | null): void => {
    if (!cell.prose) return;
    for (const piece of splitNumbered(cell.text)) {
      const text = clean(piece.text);
      if (text === '') continue;
      found.push({
        text,
        span: cell.prose.spanOf(piece.from, piece.to),
        responsibleBodies: body?.prose ? splitBodies(body.text) : [],
        responsibleBodySpan: body ? body.span : null,
      });
    }
  };

  const owned = (start: number, end: number): boolean =>
    !model.sections.some(
      (other) =>
        other.parent === section && other.id !== null && other.id !== section.id && start >= other.span.start && end <= other.span.end,
    );
  const nodes = model.flow.slice(section.flowStart, section.flowEnd).filter((node) => owned(node.span.start, node.span.end));
  const tables = model.tablesIn(section).filter((table) => owned(table.span.start, table.span.end) && !isOfAnotherPart(table));
  if (tables.length > 0) {
    for (const table of tables) {
      const headers = table.header.cells.map((cell) => cell.text.trim());
      const bodyColumn = headers.findIndex((header) => /\bresponsible|\b(?:lead|accountable) (?:bod|partner|organi)/i.test(header));
      let textColumn = headers.findIndex((header) => /^areas? for /i.test(header));
      if (textColumn < 0)
        textColumn = table.header.cells.length === 1 ? 0 : prefix === 'APA' && bodyColumn <= 0 ? 1 : widest(table, bodyColumn);
      const implied = bodyColumn >= 0 ? bodyColumn : prefix === 'APA' && table.header.cells.length > 1 && textColumn !== 0 ? 0 : -1;
      // A table without a header may have its first area where the header should stand.
      const header = table.header.cells[textColumn];
      if (header?.prose && !AREA_LABEL.test(headers[textColumn]!) && header.text.length > 60)
        addCell(header, implied >= 0 ? table.header.cells[implied]! : null);
      for (const row of table.rows) {
        const cell = row.cells[textColumn];
        if (cell) addCell(cell, implied >= 0 ? (row.cells[implied] ?? null) : null);
      }
    }
  } else {
    for (const node of nodes) {
      if (node.node.type === 'list') {
        for (const item of node.node.children) if (!addRows(model, node.placed, item, found)) addSource(model, node.placed, item, found);
      } else if (node.node.type === 'paragraph') {
        const unit = model.unitsOf(node.placed).find(({ span }) => span.start === node.span.start);
        const text = unit?.text ?? '';
        if (!ASKS.test(text) || /:\s*$/.test(text)) continue;
        const pieces = unit ? splitNumbered(text, TYPED) : [];
        for (const piece of pieces.length > 1 ? pieces : [null])
          found.push({
            text: clean((piece?.text ?? text).replace(TYPED, '')),
            span: piece ? unit!.spanOf(piece.from, piece.to) : node.span,
            responsibleBodies: [],
            responsibleBodySpan: null,
          });
      }
    }
  }
  return found.map((area, index) => ({ id: `${prefix}${index + 1}`, ...area }));
}

/** A monitoring report may give each area a heading of its own; in another report, a section that stands twice counts once. */
export function areasOf(model: Model, id: 'areas-for-improvement' | 'priority-action', prefix: 'AFI' | 'APA'): AreaFact[] {
  const sections = model.kind === 'monitoring-inspection-report' ? model.sectionsOf(id) : [model.section(id)];
  return sections.flatMap((section) => areasIn(model, section, prefix)).map((area, index) => ({ ...area, id: `${prefix}${index + 1}` }));
}

/** The table of partners or of the team, whose heading was lost. */
function isOfAnotherPart({ header }: TableInfo): boolean {
  const has = (pattern: RegExp): boolean => header.cells.some(({ text }) => pattern.test(text));
  return (
    (has(/^local authority$/i) && has(/^integrated care boards?\b/i)) || (has(/^ofsted$/i) && has(/^(?:CQC|Care Quality Commission)\b/i))
  );
}

function widest(table: TableInfo, except: number): number {
  const lengths = table.header.cells.map((_, column) =>
    column === except ? -1 : table.rows.reduce((sum, row) => sum + (row.cells[column]?.text.length ?? 0), 0),
  );
  return lengths.indexOf(largest(lengths));
}

/** The rows of a table that stands in an item; false where there is none. */
function addRows(model: Model, placed: PlacedBlock, item: ListItem, found: Omit<AreaFact, 'id'>[]): boolean {
  const table = item.children.find((child) => child.type === 'table');
  if (!table) return false;
  const units = model.unitsOf(placed);
  for (const row of table.children.slice(1)) {
    const cells = row.children.flatMap(
      (cell) => units.find(({ span }) => span.start === placed.start + cell.position!.start.offset!) ?? [],
    );
    const area = cells.find(({ text }) => ASKS.test(text));
    if (area) found.push({ text: clean(area.text), span: area.span, responsibleBodies: [], responsibleBodySpan: null });
  }
  return true;
}

function addSource(model: Model, placed: PlacedBlock, item: ListItem, found: Omit<AreaFact, 'id'>[]): void {
  const start = placed.start + item.position!.start.offset!;
  const end = placed.start + item.position!.end.offset!;
  const text = model
    .unitsOf(placed)
    .filter((unit) => unit.span.start >= start && unit.span.end <= end)
    .map((unit) => unit.text)
    .join(' ');
  if (clean(text) !== '') found.push({ text: clean(text), span: { start, end }, responsibleBodies: [], responsibleBodySpan: null });
}
