import type { Root, RootContent } from 'mdast';
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough';
import { gfmTable } from 'micromark-extension-gfm-table';
import remarkParse from 'remark-parse';
import { unified, type Processor } from 'unified';
import { readPlainly } from './plain-markdown.js';

/*
 * The Markdown dialect: CommonMark with GFM tables and strikethrough, by remark-parse; what is plain is read without it, with the same result.
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

/** Parses Markdown. Never throws; positions are 1-based lines and columns and 0-based UTF-16 offsets, as mdast has them. */
export function parseMarkdown(text: string): RootContent[] {
  const plain = readPlainly(text);
  if (plain) return plain;
  // A table needs a delimiter row, so a dash; a strikethrough a tilde.
  const tables = text.includes('|') || /^[ \t>]*:?-+:?[ \t]*$/m.test(text);
  const strikethrough = text.includes('~');
  const index = (tables ? 1 : 0) + (strikethrough ? 2 : 0);
  const parser = (parsers[index] ??= makeParser(tables, strikethrough));
  return parser.parse(text).children;
}
