import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { append } from '../../text/lists.js';
import { each, type TreeNode } from './_tree.js';

const parser = unified().use(remarkParse).use(remarkGfm).use(remarkFrontmatter, ['yaml']).freeze();

/** UTF-16 units from which a text is read in parts: the parser's time grows faster than the text. */
const LONG = 100_000;
const PART = 50_000;
const FENCE = /^(?:[\s>]|[-*+]\s|\d{1,9}[.)]\s)*(`{3,}(?!`)|~{3,}(?!~))(.*)$/;
const DEFINITION = /^(?:> ?)* {0,3}(\[[^[\]]{1,999}\]:.*)$/;
/** Its address stands on the next line. */
const BROKEN_DEFINITION = /^\[(?!\^)[^[\]]+\]:\s*$/;

interface Part {
  readonly start: number;
  /** 0-based. */
  readonly line: number;
}

/** The tree of a text, with positions in the whole of it. Does not throw. */
export function parseMarkdown(text: string): TreeNode {
  return (text.length > LONG ? parseInParts(text) : null) ?? (parser.parse(text) as unknown as TreeNode);
}

/** Null where the text cannot be cut. */
function parseInParts(text: string): TreeNode | null {
  const { parts, definitions } = cut(text);
  // Each part has to know what the others define.
  const known = definitions.length === 0 ? '' : `\n\n${definitions.join('\n\n')}\n`;
  if (known.length > PART || definitions.some((line) => BROKEN_DEFINITION.test(line))) return null;
  const root: TreeNode = { type: 'root', children: [] };
  for (const [index, { start, line }] of parts.entries()) {
    const own = text.slice(start, parts[index + 1]?.start);
    const nodes = (parser.parse(own + known) as unknown as TreeNode).children!.filter(
      ({ position }) => position!.start.offset! < own.length,
    );
    const last = nodes.at(-1);
    // What is open at the end of a part goes on in the next.
    const isOpen = (last?.type === 'code' || last?.type === 'html') && !/\n[ \t]*\n|\r[ \t]*\r/.test(own.slice(last.position!.end.offset));
    if (isOpen && (index + 1 < parts.length || known !== '')) return null;
    for (const node of nodes) each(node, ({ position }) => position && shift([position.start, position.end], start, line));
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

/** Parts that begin with a heading behind an empty line, and the lines that define what links and footnotes refer to. */
function cut(text: string): { readonly parts: readonly Part[]; readonly definitions: readonly string[] } {
  const parts: Part[] = [{ start: 0, line: 0 }];
  const definitions: string[] = [];
  const ends = /\r\n|\r|\n|$/g;
  let fence: string | null = null;
  let isBlank = false;
  for (let start = 0, number = 0; start < text.length; number++) {
    ends.lastIndex = start;
    const end = ends.exec(text)!;
    const line = text.slice(start, end.index);
    const [, signs, rest] = FENCE.exec(line) ?? [];
    if (signs && fence === null) fence = signs.startsWith('`') && rest!.includes('`') ? null : signs;
    else if (signs && fence !== null && signs.startsWith(fence) && rest!.trim() === '') fence = null;
    else if (fence === null && isBlank && start - parts.at(-1)!.start > PART && /^#{1,6} /.test(line)) parts.push({ start, line: number });
    else if (DEFINITION.test(line)) definitions.push(DEFINITION.exec(line)![1]!);
    isBlank = line.trim() === '';
    start = end.index + Math.max(1, end[0].length);
  }
  return { parts, definitions };
}
