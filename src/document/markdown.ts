import type { Heading, Root, RootContent, Text } from 'mdast';
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough';
import { gfmTable } from 'micromark-extension-gfm-table';
import remarkParse from 'remark-parse';
import { unified, type Processor } from 'unified';

/*
 * The Markdown dialect: CommonMark with GFM tables and strikethrough, by remark-parse.
 * An extension is switched on only for text that can use it: tables double the cost of parsing.
 */

type Parser = Processor<Root, undefined, undefined, undefined, undefined>;

function makeParser(tables: boolean, strikethrough: boolean): Parser {
  const processor = unified().use(remarkParse);
  const data = processor.data();
  data.micromarkExtensions = [...(tables ? [gfmTable()] : []), ...(strikethrough ? [gfmStrikethrough()] : [])];
  data.fromMarkdownExtensions = [...(tables ? [gfmTableFromMarkdown()] : []), ...(strikethrough ? [gfmStrikethroughFromMarkdown()] : [])];
  return processor.freeze();
}

const parsers: (Parser | undefined)[] = [];

/** One line in which nothing can mean anything to Markdown, as a heading or a paragraph: half of a report. */
const PLAIN = /^(#{1,6} )?(?!\d{1,9}[.)])[A-Za-z\d“‘(\u00c0-\u024f](?:[^\0\t\r\n\\`*_[\]<>&|~#]*[^\0\t\r\n\\`*_[\]<>&|~# ])?(?=[\r\n]*$)/;

function readPlain(text: string): RootContent | null {
  const match = PLAIN.exec(text);
  if (!match) return null;
  const marker = match[1]?.length ?? 0;
  const from = { line: 1, column: marker + 1, offset: marker };
  const to = { line: 1, column: match[0].length + 1, offset: match[0].length };
  const children: Text[] = [{ type: 'text', value: match[0].slice(marker), position: { start: from, end: { ...to } } }];
  const position = { start: { line: 1, column: 1, offset: 0 }, end: to };
  return marker > 0 ? { type: 'heading', depth: (marker - 1) as Heading['depth'], children, position } : { type: 'paragraph', children, position };
}

/** Parses Markdown. Never throws; positions are 1-based lines and columns and 0-based UTF-16 offsets, as mdast has them. */
export function parseMarkdown(text: string): RootContent[] {
  const plain = readPlain(text);
  if (plain) return [plain];
  // A table needs a delimiter row, so a dash; a strikethrough a tilde.
  const tables = text.includes('|') || /^[ \t>]*:?-+:?[ \t]*$/m.test(text);
  const strikethrough = text.includes('~');
  const index = (tables ? 1 : 0) + (strikethrough ? 2 : 0);
  const parser = (parsers[index] ??= makeParser(tables, strikethrough));
  return parser.parse(text).children;
}
