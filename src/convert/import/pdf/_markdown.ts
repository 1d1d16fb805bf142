/* Blocks as Markdown: one line a paragraph, one blank line between blocks. */
import type { ImportPlace } from '../types.js';
import type { Block } from './_blocks.js';
import { emphasisOf } from './_emphasis.js';
import type { Line } from './_lines.js';
import type { Link } from './_notes.js';
import type { Table } from './_tables.js';

/** What would be read as Markdown's own signs inside a line. */
function inline(text: string): string {
  return text
    .replace(/\\(?=[!-/:-@[-`{-~])/g, '\\\\')
    .replace(/[*`]/g, '\\$&')
    .replace(/(?<![\p{L}\p{N}])_(?=\S)|(?<=\S)_(?![\p{L}\p{N}])/gu, '\\_')
    .replace(/~~/g, '\\~\\~')
    .replace(/(?<!\[\^\d{1,3})\](?=[([:])/g, '\\]')
    .replace(/<(?=[A-Za-z/!?])/g, '\\<')
    .replace(/&(?=#?\w+;)/g, '\\&');
}

/** Running text with its bold and italics. */
function emphasised(text: string, lines: readonly Line[]): string {
  let result = '';
  let from = 0;
  for (const { start, end, sign } of emphasisOf(text, lines)) {
    result += inline(text.slice(from, start)) + sign + inline(text.slice(start, end)) + sign;
    from = end;
  }
  return result + inline(text.slice(from));
}

/** What would be read as a heading, a list or a quotation at the start of a line. */
function escaped(text: string): string {
  return text.replace(/^(?:#{1,6}(?=\s|$)|[-+](?=\s|$)|>|(?:---+|===+)\s*$)/, '\\$&').replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2');
}

const cell = (text: string): string =>
  text
    .split('\n')
    .map((part) => inline(part).replace(/\|/g, '\\|'))
    .join('<br>');

const row = (cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`;

function tableText(table: Table): string {
  const columns = table.header?.length ?? table.rows[0]!.length;
  const head = table.header ? row(table.header) : `|${'   |'.repeat(columns)}`;
  return [head, `|${' --- |'.repeat(columns)}`, ...table.rows.map(row)].join('\n');
}

/** Whether the number at the start of a paragraph is one of a row of numbers, so that Markdown may well read a list. */
function isNumbered(blocks: readonly Block[], index: number): boolean {
  const number = (block: Block | undefined): number | null => {
    if (!block || block.kind === 'heading' || block.kind === 'table' || block.kind === 'break') return null;
    const found = /^(\d{1,3})[.)] /.exec(block.text);
    return found ? Number(found[1]) : null;
  };
  const own = number(blocks[index]);
  if (own === null) return false;
  return number(blocks[index + 1]) === own + 1 || number(blocks[index - 1]) === own - 1;
}

/** Words that are links, where they stand: each link once, on its page or, in a block that runs on, the next. */
function linked(text: string, page: number, links: Set<Link>): string {
  let result = text;
  for (const link of links) {
    if (link.page < page || link.page > page + 1) continue;
    const words = inline(link.text);
    const at = result.indexOf(words);
    if (at < 0 || /[\p{L}\p{N}]$/u.test(result.slice(0, at)) || /^[\p{L}\p{N}]/u.test(result.slice(at + words.length))) continue;
    const url = link.url.replace(/[\s<>]/g, encodeURIComponent).replace(/[()]/g, (sign) => (sign === '(' ? '%28' : '%29'));
    result = `${result.slice(0, at)}[${words}](${url})${result.slice(at + words.length)}`;
    links.delete(link);
  }
  return result;
}

/** Where most of a document is bold, bold says nothing. */
function mostlyBold(blocks: readonly Block[]): boolean {
  let bold = 0;
  let all = 0;
  for (const block of blocks) {
    if (block.kind !== 'paragraph' && block.kind !== 'item') continue;
    for (const line of block.lines) {
      all += line.text.length;
      if (line.bold) bold += line.text.length;
    }
  }
  return bold > all * 0.6;
}

export function markdownOf(
  blocks: readonly Block[],
  links: readonly Link[] = [],
  footnotes: readonly { label: string; text: string; page: number }[] = [],
): { markdown: string; places: ImportPlace[] } {
  const plain = mostlyBold(blocks);
  const places: ImportPlace[] = [];
  const open = new Set(links);
  let markdown = '';
  let last: Block | null = null;
  blocks.forEach((block, index) => {
    let text: string;
    const numbered = isNumbered(blocks, index);
    if (block.kind === 'heading') text = `${'#'.repeat(block.level)} ${inline(block.text)}`;
    else if (block.kind === 'table') text = tableText(block.table);
    else if (block.kind === 'break') text = '---';
    else {
      const words = plain ? inline(block.text) : emphasised(block.text, block.lines);
      if (block.kind === 'item') text = `${'  '.repeat(block.depth)}- ${escaped(words)}`;
      else text = numbered ? words : escaped(words);
    }
    if (block.kind !== 'heading' && block.kind !== 'break' && open.size > 0) text = linked(text, block.page, open);
    const close = last?.kind === 'item' && block.kind === 'item';
    if (markdown !== '') markdown += close ? '\n' : '\n\n';
    places.push({ offset: markdown.length, page: block.page });
    markdown += text;
    last = block;
  });
  footnotes.forEach(({ label, text, page }, index) => {
    markdown += index === 0 ? '\n\n' : '\n';
    places.push({ offset: markdown.length, page });
    markdown += `[^${label}]: ${linked(inline(text), page, open)}`;
  });
  return { markdown: `${markdown}\n`, places };
}
