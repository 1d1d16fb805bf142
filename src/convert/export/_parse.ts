import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { append } from '../../text/lists.js';
import { sourceOffsets } from './_source-map.js';
import { each, type TreeNode } from './_tree.js';

const parser = unified().use(remarkParse).use(remarkGfm).use(remarkFrontmatter, ['yaml']).freeze();

/** UTF-16 units from which a text is read in parts: the parser's time grows faster than the text. */
const LONG = 100_000;
const PART = 15_000;
const FENCE = /^(?:[\s>]|[-*+]\s|\d{1,9}[.)]\s)*(`{3,}(?!`)|~{3,}(?!~))(.*)$/;
const DEFINITION = /^(?:> ?)* {0,3}(\[[^[\]]{1,999}\]:.*)$/;
/** Its address stands on the next line. */
const BROKEN_DEFINITION = /^\[(?!\^)[^[\]]+\]:\s*$/;

interface Part {
  readonly start: number;
  /** 0-based. */
  readonly line: number;
  /** The header of the table that it begins in the middle of, with the line of dashes; '' where it begins with a heading. */
  readonly header: string;
}

/** The tree of a text, with positions in the whole of it. Does not throw. */
export function parseMarkdown(text: string): TreeNode {
  const root = (text.length > LONG ? parseInParts(text) : null) ?? (parser.parse(text) as unknown as TreeNode);
  each(root, (parent) => {
    if (parent.children?.some(({ position }) => !position)) placeChildren(parent, text);
  });
  return root;
}

/** Addresses that are found behind the parsing, such as one right behind a tag, and the words around them, come without positions. */
function placeChildren(parent: TreeNode, text: string): void {
  const children = parent.children!;
  for (let index = 0; index < children.length; index++) {
    if (children[index]!.position) continue;
    const last = children.findIndex(({ position }, other) => other > index && position !== undefined);
    const from = children[index - 1]?.position?.end ?? parent.position?.start;
    const to = children[last]?.position?.start ?? parent.position?.end;
    if (from?.offset === undefined || to?.offset === undefined) return;
    const run = children.slice(index, last < 0 ? undefined : last);
    const offsets = sourceOffsets(run.map(wordsIn).join(''), text.slice(from.offset, to.offset), from.offset);
    let { line, offset } = { line: from.line, offset: from.offset };
    let unit = 0;
    const pointAt = (place: number): { line: number; offset: number } => {
      line += text.slice(offset, place).split(/\r\n|\r|\n/).length - 1;
      offset = place;
      return { line, offset };
    };
    for (const node of run) {
      const length = wordsIn(node).length;
      const start = pointAt(offsets[unit]!);
      const end = pointAt(length === 0 ? start.offset : offsets[unit + length - 1]! + 1);
      each(node, (inner) => (inner.position = { start: { ...start }, end: { ...end } }));
      unit += length;
    }
    index += run.length - 1;
  }
}

/** As they are written: what has no position is text, or a link around one text. */
const wordsIn = (node: TreeNode): string => node.value ?? node.children?.map(wordsIn).join('') ?? '';

/** Null where the text cannot be cut. */
function parseInParts(text: string): TreeNode | null {
  const { parts, definitions } = cut(text);
  // Each part has to know what the others define.
  const known = definitions.length === 0 ? '' : `\n\n${definitions.join('\n\n')}\n`;
  if (known.length > PART || definitions.some((line) => BROKEN_DEFINITION.test(line))) return null;
  const root: TreeNode = { type: 'root', children: [] };
  for (const [index, { start, line, header }] of parts.entries()) {
    const own = header + text.slice(start, parts[index + 1]?.start);
    const nodes = (parser.parse(own + known) as unknown as TreeNode).children!.filter(
      ({ position }) => position!.start.offset! < own.length,
    );
    const last = nodes.at(-1);
    // What is open at the end of a part goes on in the next.
    const isOpen = (last?.type === 'code' || last?.type === 'html') && !/\n[ \t]*\n|\r[ \t]*\r/.test(own.slice(last.position!.end.offset));
    if (isOpen && (index + 1 < parts.length || known !== '')) return null;
    const [by, lines] = header === '' ? [start, line] : [start - header.length, line - 2];
    for (const node of nodes) each(node, ({ position }) => position && shift([position.start, position.end], by, lines));
    if (header !== '') {
      const table = root.children!.at(-1);
      const rest = nodes.shift();
      if (table?.type !== 'table' || rest?.type !== 'table') return null;
      append(table.children!, rest.children!.slice(1));
      table.position!.end = rest.position!.end;
    }
    append(root.children!, nodes);
  }
  return root;
}

function shift(points: readonly { line: number; offset?: number }[], by: number, lines: number): void {
  for (const point of points) {
    point.line += lines;
    if (point.offset !== undefined) point.offset += by;
  }
}

const ROW = /^\|.*\|[ \t]*$/;
const DASHES = /^\|[-:| \t]+$/;

/** Parts that begin with a heading behind an empty line or with a row of a long table, and the lines that define what links and footnotes refer to. */
function cut(text: string): { readonly parts: readonly Part[]; readonly definitions: readonly string[] } {
  const parts: Part[] = [{ start: 0, line: 0, header: '' }];
  const definitions: string[] = [];
  const ends = /\r\n|\r|\n|$/g;
  let fence: string | null = null;
  let isBlank = false;
  /** Of the lines before: how many are rows, one right below the other, and the first two of them. */
  let rows = 0;
  let header = '';
  for (let start = 0, number = 0; start < text.length; number++) {
    ends.lastIndex = start;
    const end = ends.exec(text)!;
    const line = text.slice(start, end.index);
    const [, signs, rest] = FENCE.exec(line) ?? [];
    if (signs && fence === null) fence = signs.startsWith('`') && rest!.includes('`') ? null : signs;
    else if (signs && fence !== null && signs.startsWith(fence) && rest!.trim() === '') fence = null;
    else if (fence === null && isBlank && start - parts.at(-1)!.start > PART && /^#{1,6} /.test(line))
      parts.push({ start, line: number, header: '' });
    else if (DEFINITION.test(line)) definitions.push(DEFINITION.exec(line)![1]!);
    if (fence !== null || !ROW.test(line)) [rows, header] = [0, ''];
    else {
      if (rows === 0 && isBlank) header = text.slice(start, end.index + end[0].length);
      else if (rows === 1 && header !== '')
        header = DASHES.test(line) && line.includes('-') ? header + text.slice(start, end.index + end[0].length) : '';
      else if (rows > 2 && header !== '' && start - parts.at(-1)!.start > PART) parts.push({ start, line: number, header });
      rows++;
    }
    isBlank = line.trim() === '';
    start = end.index + Math.max(1, end[0].length);
  }
  return { parts, definitions };
}
