import rehypeParse from 'rehype-parse';
import rehypeRemark from 'rehype-remark';
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
  readonly label?: string | null;
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

const html = unified().use(rehypeParse, { fragment: true }).use(rehypeRemark).freeze();

const BULLET = /^\s*(?:[•◦▪]\s*|-\s+)/;

/** Lines of a paragraph that begin with bullets, as the list that they are. */
function typedList(node: Node): Node | null {
  if (node.type !== 'paragraph') return null;
  const lines = wordsOf(node, true).split('\n');
  if (!BULLET.test(lines[0]!)) return null;
  const items: string[] = [];
  for (const line of lines) {
    if (BULLET.test(line)) items.push(line.replace(BULLET, ''));
    else items.push(`${items.pop()!} ${line}`);
  }
  const children = items.map((value) => ({ type: 'listItem', children: [{ type: 'paragraph', children: [{ type: 'text', value }] }] }));
  return { type: 'list', ordered: false, children };
}

/** The name of a table stands before it. */
const withCaptions = (text: string): string => text.replace(/(<table\b[^>]*>\s*)<caption>([^<]*)<\/caption>/g, '<p>$2</p>$1');

/** A tree as readers have it: HTML is read, links have the addresses of their definitions, and bullets that were typed make lists. */
function asRead(root: Node): Node {
  const definitions = new Map(all(root, 'definition').map((node) => [node.identifier!, node.url!]));
  const read = (node: Node): Node[] => {
    if (node.type === 'html' && /^<(?!br|!)\w/i.test(node.value ?? ''))
      return [...((html.runSync(html.parse(withCaptions(node.value!))) as unknown as Node).children ?? [])];
    const list = typedList(node);
    if (list) return [list];
    if (node.type === 'linkReference' && definitions.has(node.identifier!))
      return [{ type: 'link', url: definitions.get(node.identifier!)!, children: (node.children ?? []).flatMap(read) }];
    if (node.type === 'imageReference') return [{ ...node, type: 'image' }];
    if (!node.children) return [node];
    // Phrases in HTML keep their words.
    const isPhrase = ['paragraph', 'heading', 'tableCell', 'emphasis', 'strong', 'link'].includes(node.type);
    const children = node.children.flatMap((child) => (isPhrase && child.type === 'html' ? [child] : read(child)));
    const joined: Node[] = [];
    for (const child of children) {
      const last = joined.at(-1);
      // Lists of bullets right behind each other look like one.
      if (child.type === 'list' && last?.type === 'list' && !child.ordered && !last.ordered)
        joined[joined.length - 1] = { ...last, children: [...last.children!, ...child.children!] };
      else joined.push(child);
    }
    return [{ ...node, children: joined }];
  };
  return read(root)[0]!;
}

/** Of elements in cells after which words begin anew. */
const APART = /^<\/?(?:br|li|ul|ol|p|div)\b[^>]*>$/i;

function wordsOf(node: Node, withDashes = false): string {
  if (node.type === 'html') return APART.test(node.value ?? '') ? ' ' : '';
  // A picture that was not given stands as its alternative text.
  if (node.type === 'image') return node.alt ? `[Picture: ${node.alt}]` : '';
  if (node.value !== undefined)
    return node.type === 'yaml' ? '' : node.value.replaceAll('\u00ad', '').replace(withDashes ? '' : /^-\s+(?=\S)/, '');
  const between = ['root', 'list', 'listItem', 'blockquote', 'table', 'tableRow', 'footnoteDefinition'].includes(node.type) ? ' ' : '';
  return (node.type === 'break' ? [' '] : (node.children ?? []).map((child) => wordsOf(child, withDashes))).join(between);
}

const plain = (node: Node): string => wordsOf(node).replace(/[•◦▪]/g, ' ').replace(/\s+/g, ' ').trim();

function all(node: Node, type: string): Node[] {
  return [...(node.type === type ? [node] : []), ...(node.children ?? []).flatMap((child) => all(child, type))];
}

/** Lists as nested texts, without items that are empty. */
function outline(node: Node): unknown {
  return (node.children ?? [])
    .filter((item) => plain(item) !== '')
    .map((item) =>
      (item.children ?? []).map((child) =>
        child.type === 'list' ? [child.ordered ? `from ${child.start ?? 1}` : 'bullets', outline(child)] : plain(child),
      ),
    );
}

/** Cells of rows that say something, as many in each row. */
function cellsOf(table: Node): string[][] {
  const rows = (table.children ?? []).map((row) => (row.children ?? []).map(plain)).filter((cells) => cells.some((cell) => cell !== ''));
  const columns = rows.reduce((most, cells) => Math.max(most, cells.length), 0);
  return rows.map((cells) => Array.from({ length: columns }, (_, column) => cells[column] ?? ''));
}

/** The same address may be written in two ways. */
const addressOf = (url: string): string => url.replaceAll(' ', '%20').replace(/^(https?:\/\/[^/?#]+)\/$/, '$1');

/** What is compared, by aspect, as lines. */
export function aspectsOf(markdown: string, kind?: DocumentKind): Record<Aspect, string[]> {
  const root = asRead(parser.parse(markdown));
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
    tables: all(body, 'table').map((table) => JSON.stringify(cellsOf(table))),
    lists: (body.children ?? [])
      .flatMap((node) => all(node, 'list').slice(0, 1))
      .map((list) => JSON.stringify([list.ordered ? `from ${list.start ?? 1}` : 'bullets', outline(list)])),
    links: all(body, 'link').map((node) => `${plain(node)} → ${addressOf(node.url!)}`),
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
  const { output, leftOut } = await exportDocx(markdown, { today: '2026-11-26' });
  const read = await importDocument(through(output), 'document.docx');
  const kind = openDocument(markdown, { path: 'document.md' }).kind ?? undefined;
  const before = aspectsOf(markdown, kind);
  // What the author is told of is no loss: links that lead nowhere, and addresses that were completed.
  const told = (address: string, what: string): boolean => leftOut.some((left) => left.what.includes(`“${address}” ${what}`));
  before.links = before.links.flatMap((link) => {
    const [words, address] = link.split(' → ') as [string, string];
    if (told(address, 'is left out')) return [];
    return told(address, 'begins with') ? [`${words} → https://${address}`] : [link];
  });
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
