import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { factsOf } from '../../src/check/index.js';
import { exportDocx } from '../../src/convert/export/index.js';
import { importDocument } from '../../src/convert/import/index.js';
import { openDocument } from '../../src/document/index.js';
import type { DocumentKind } from '../../src/framework/types.js';

/* What of a document must come home from Word: read from the Markdown on either side, in the same way. */

const ASPECTS = ['facts', 'words', 'headings', 'tables', 'lists', 'links', 'footnotes', 'code'] as const;
export type Aspect = (typeof ASPECTS)[number];

interface Node {
  readonly type: string;
  readonly children?: readonly Node[];
  readonly value?: string;
  readonly alt?: string | null;
  readonly depth?: number;
  readonly url?: string;
  readonly lang?: string | null;
  readonly ordered?: boolean | null;
  readonly start?: number | null;
  readonly identifier?: string;
}

const parser = unified().use(remarkParse).use(remarkGfm).use(remarkFrontmatter, ['yaml']).freeze();

function wordsOf(node: Node): string {
  if (node.type === 'html') return /^<br\s*\/?>$/i.test(node.value ?? '') ? ' ' : '';
  // A picture that was not given stands as its alternative text.
  if (node.type === 'image') return `[Picture: ${node.alt ?? ''}]`;
  if (node.value !== undefined) return node.type === 'yaml' ? '' : node.value;
  const between = ['root', 'list', 'listItem', 'blockquote', 'table', 'tableRow', 'footnoteDefinition'].includes(node.type) ? ' ' : '';
  return (node.type === 'break' ? [' '] : (node.children ?? []).map(wordsOf)).join(between);
}

const plain = (node: Node): string => wordsOf(node).replace(/[•◦▪]/g, ' ').replace(/\s+/g, ' ').trim();

function all(node: Node, type: string): Node[] {
  return [...(node.type === type ? [node] : []), ...(node.children ?? []).flatMap((child) => all(child, type))];
}

/** Lists as nested texts; those that stand one after the other and are the same kind of list are one. */
function outline(node: Node): unknown {
  return (node.children ?? []).map((item) =>
    (item.children ?? []).map((child) =>
      child.type === 'list' ? [child.ordered ? `from ${child.start ?? 1}` : 'bullets', outline(child)] : plain(child),
    ),
  );
}

/** What is compared, by aspect, as lines. */
export function aspectsOf(markdown: string, kind?: DocumentKind): Record<Aspect, string[]> {
  const root = parser.parse(markdown) as unknown as Node;
  const body: Node = {
    type: 'root',
    children: (root.children ?? []).filter(({ type }) => type !== 'footnoteDefinition' && type !== 'definition'),
  };
  const document = openDocument(markdown.replace(/^---\n[\s\S]*?\n---\n/, ''), { path: 'document.md', ...(kind ? { kind } : {}) });
  const facts = JSON.parse(JSON.stringify(factsOf(document), (key, value: unknown) => (key === 'line' ? undefined : value))) as Record<
    string,
    unknown
  >;
  return {
    facts: Object.entries(facts).map(([key, value]) => `${key}: ${JSON.stringify(value)}`),
    words: plain(body).split(' '),
    headings: all(body, 'heading').map((node) => `${'#'.repeat(node.depth!)} ${plain(node)}`),
    tables: all(body, 'table').map((table) => JSON.stringify((table.children ?? []).map((row) => (row.children ?? []).map(plain)))),
    lists: (body.children ?? [])
      .flatMap((node) => all(node, 'list').slice(0, 1))
      .map((list) => JSON.stringify([list.ordered ? `from ${list.start ?? 1}` : 'bullets', outline(list)])),
    links: all(body, 'link').map((node) => `${plain(node)} → ${node.url}`),
    footnotes: all(root, 'footnoteDefinition').map(plain),
    code: [...all(body, 'code'), ...all(body, 'inlineCode')].map(({ lang, value }) => `${lang ?? ''}: ${value ?? ''}`),
  };
}

export interface RoundTrip {
  readonly markdown: string;
  /** By aspect: how many lines there were, and those that differ, first as they were. */
  readonly aspects: Record<Aspect, { readonly count: number; readonly lost: readonly string[]; readonly gained: readonly string[] }>;
}

/** Markdown to Word and back. `through` may change the file on the way, as another program does that opens and saves it. */
export async function roundTrip(markdown: string, through: (bytes: Uint8Array) => Uint8Array = (bytes) => bytes): Promise<RoundTrip> {
  const { output } = await exportDocx(markdown, { today: '2026-11-26' });
  const read = await importDocument(through(output), 'document.docx');
  const kind = openDocument(markdown, { path: 'document.md' }).kind ?? undefined;
  const before = aspectsOf(markdown, kind);
  const after = aspectsOf(read.markdown, kind);
  return {
    markdown: read.markdown,
    aspects: Object.fromEntries(
      ASPECTS.map((aspect) => [aspect, compared(before[aspect], after[aspect])]),
    ) as unknown as RoundTrip['aspects'],
  };
}

function compared(before: readonly string[], after: readonly string[]): { count: number; lost: string[]; gained: string[] } {
  const left = new Map<string, number>();
  for (const line of after) left.set(line, (left.get(line) ?? 0) + 1);
  const lost = before.filter((line) => {
    const count = left.get(line) ?? 0;
    left.set(line, count - 1);
    return count <= 0;
  });
  const gained = Array.from(left).flatMap(([line, count]) => new Array<string>(Math.max(0, count)).fill(line));
  // Everything is there, but in another order.
  if (lost.length === 0 && gained.length === 0 && before.join('\n') !== after.join('\n'))
    return { count: before.length, lost: ['the order'], gained: [] };
  return { count: before.length, lost, gained };
}

export { ASPECTS };
