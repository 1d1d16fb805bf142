import { HeadingAddresses } from '../../text/heading-addresses.js';
import type { Footnote } from './markdown.js';
import { plainText, type Block, type Inline } from './model.js';

/**
 * Blocks and footnotes in which links to bookmarks lead to the headings that these stand at, by the addresses that Markdown gives headings.
 * The words of a link to any other place stay without it.
 */
export function linkHeadings(blocks: readonly Block[], footnotes: readonly Footnote[]): [Block[], Footnote[]] {
  const headings = new HeadingAddresses();
  const addresses = new Map<string, string>();
  for (const block of blocks) {
    if (block.kind !== 'paragraph' || block.heading === null) continue;
    const address = `#${headings.next(plainText(block.inlines).replace(/\s+/g, ' ').trim())}`;
    for (const name of block.bookmarks) if (!addresses.has(name)) addresses.set(name, address);
  }
  const inline = (one: Inline): Inline => {
    if (one.kind !== 'text' || !one.href?.startsWith('#')) return one;
    const { href, ...words } = one;
    const address = addresses.get(href.slice(1));
    return address === undefined ? words : { ...words, href: address };
  };
  const linked = (list: readonly Block[]): Block[] =>
    list.map((block) =>
      block.kind === 'paragraph'
        ? { ...block, inlines: block.inlines.map(inline) }
        : {
            ...block,
            rows: block.rows.map((row) => ({ ...row, cells: row.cells.map((cell) => ({ ...cell, blocks: linked(cell.blocks) })) })),
          },
    );
  return [linked(blocks), footnotes.map(({ id, blocks: note }) => ({ id, blocks: linked(note) }))];
}
