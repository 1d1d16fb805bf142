/*
 * What a tagged PDF says about its own structure. Tags are advice: reports are laid out with tables inside layout tables, one paragraph may be
 * tagged as three, and a bullet may hold the first line of its text. Where they speak of cells and of list items they are worth hearing.
 */
import type { PDFPageProxy } from './_library.js';

/** The smallest tagged thing of a page that stands for itself: a paragraph, a heading, the body of a list item. */
export interface Leaf {
  /** In the order of the tags of the page. */
  index: number;
  role: string;
  /** 1 to 6 for a heading, 0 for a heading without a level, null for anything else. */
  heading: number | null;
  /** Depth in lists; 0 outside. */
  listDepth: number;
  /** Number of the list item; -1 outside lists. */
  item: number;
  table: TaggedTable | null;
  row: number;
  column: number;
  headerCell: boolean;
}

export interface TaggedTable {
  /** How many cells each row has. */
  rows: number[];
  /** Where another table lies in it, it is layout. */
  nested: boolean;
}

export interface Tags {
  /** By number of marked content. */
  leaves: Map<number, Leaf>;
  /** Pictures and what their alternative text says; empty where they have none. */
  figures: string[];
}

interface Node {
  role?: string;
  type?: string;
  id?: string;
  alt?: string;
  children?: Node[];
}

const INLINE = new Set([
  'Span',
  'Link',
  'Reference',
  'StyleSpan',
  'Quote',
  'Note',
  'Code',
  'Em',
  'Strong',
  'Annot',
  'NonStruct',
  'Artifact',
  'Sub',
]);

/** Null where the page is not tagged. */
export async function readTags(page: PDFPageProxy): Promise<Tags | null> {
  const root = (await page.getStructTree()) as Node | null;
  if (!root) return null;
  const tags: Tags = { leaves: new Map(), figures: [] };
  let leaves = 0;
  let items = 0;

  const visit = (node: Node, outer: Leaf, leaf: Leaf | null): void => {
    if (node.type) {
      const content = node.type === 'content' && node.id !== undefined ? /_mc(\d+)$/.exec(node.id) : null;
      if (content) tags.leaves.set(Number(content[1]), leaf ?? { ...outer, index: leaves++ });
      return;
    }
    const role = node.role ?? '';
    const children = node.children ?? [];
    if (role === 'Figure') tags.figures.push((node.alt ?? '').trim());
    if (INLINE.has(role) || role === 'Lbl') {
      for (const child of children) visit(child, outer, leaf);
      return;
    }
    const here: Leaf = { ...outer, role };
    const heading = /^H([1-6])?$/.exec(role);
    if (heading || role === 'Title') here.heading = heading?.[1] ? Number(heading[1]) : 0;
    if (role === 'L') here.listDepth++;
    if (role === 'LI') here.item = items++;
    if (role === 'Table') {
      if (here.table) here.table.nested = true;
      here.table = { rows: [], nested: false };
      here.row = here.column = -1;
      here.listDepth = 0;
      here.item = -1;
    }
    if (role === 'TR' && here.table) {
      here.row = here.table.rows.length;
      here.table.rows.push(0);
    }
    if ((role === 'TD' || role === 'TH') && here.table && here.row >= 0) {
      here.column = here.table.rows[here.row]!++;
      here.headerCell = role === 'TH';
    }
    // What holds text itself is a leaf, and so are the inline things in it.
    const own =
      children.some((child) => child.type !== undefined || INLINE.has(child.role ?? '')) && role !== 'Document' && role !== 'Root';
    const next =
      role === 'LI' || role === 'LBody'
        ? leaf?.item === here.item
          ? leaf
          : { ...here, index: leaves++ }
        : own
          ? { ...here, index: leaves++ }
          : null;
    for (const child of children) visit(child, here, next);
  };
  const start: Leaf = { index: -1, role: '', heading: null, listDepth: 0, item: -1, table: null, row: -1, column: -1, headerCell: false };
  for (const child of root.children ?? []) visit(child, start, null);
  return tags;
}
