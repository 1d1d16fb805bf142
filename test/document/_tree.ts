import type { Node, Parent, RootContent } from 'mdast';
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough';
import { gfmTable } from 'micromark-extension-gfm-table';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { SendDocument } from '../../src/document/index.js';

const whole = unified().use(remarkParse);
whole.data().micromarkExtensions = [gfmTable(), gfmStrikethrough()];
whole.data().fromMarkdownExtensions = [gfmTableFromMarkdown(), gfmStrikethroughFromMarkdown()];
whole.freeze();

interface Outline {
  readonly type: string;
  readonly from: number;
  readonly to: number;
  readonly value?: unknown;
  readonly children?: readonly Outline[];
}

/** The tree with absolute offsets and everything that a rule can read. */
function outline(node: Node, base: number): Outline {
  const { type, position, children, ...rest } = node as Parent & Record<string, unknown>;
  return {
    type,
    from: base + position!.start.offset!,
    to: base + position!.end.offset!,
    value: rest,
    ...(children ? { children: children.map((child) => outline(child, base)) } : {}),
  };
}

/** The tree as remark-parse reads the whole text at once. */
export const wholeTree = (text: string): readonly Outline[] => whole.parse(text).children.map((node: RootContent) => outline(node, 0));

/** What remark-parse reads, with lines and columns. */
export const wholeNodes = (text: string): readonly RootContent[] => whole.parse(text).children;

/** The tree of a document's blocks as CommonMark reads them: slips that are read as they were meant have a tree of their own. */
export const documentTree = (document: SendDocument): readonly Outline[] =>
  document.blocks.flatMap(({ block, start }) =>
    ((block as unknown as { asWritten?: readonly RootContent[] }).asWritten ?? block.nodes).map((node) => outline(node, start)),
  );

/** The text that a document's blocks were read from: as long as its own, without signs that open and are never closed. */
export function meantBy(document: SendDocument): string {
  const body = document.blocks.map(({ block }) => block.text).join('');
  return document.text.slice(0, document.text.length - body.length) + body;
}
