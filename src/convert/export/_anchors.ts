import { HeadingAddresses } from '../../text/heading-addresses.js';
import { each, wordsOf, type TreeNode } from './_tree.js';

/** Addresses within the document that its links lead to. */
export function linkedWithin(blocks: readonly TreeNode[]): Set<string> {
  const linked = new Set<string>();
  for (const block of blocks) each(block, ({ type, url }) => type === 'link' && url!.startsWith('#') && linked.add(url!));
  return linked;
}

/** An id for each heading, by the heading and by the addresses that links lead to it by. */
export function anchorsOf(blocks: readonly TreeNode[]): { anchors: Map<string, string>; bookmarks: Map<TreeNode, string> } {
  const anchors = new Map<string, string>();
  const bookmarks = new Map<TreeNode, string>();
  const headings = new HeadingAddresses();
  for (const block of blocks) {
    each(block, (node) => {
      if (node.type !== 'heading') return;
      const id = `section-${bookmarks.size + 1}`;
      const address = `#${headings.next(wordsOf(node))}`;
      bookmarks.set(node, id);
      if (!anchors.has(address)) anchors.set(address, id);
      if (!anchors.has(encodeURI(address))) anchors.set(encodeURI(address), id);
    });
  }
  return { anchors, bookmarks };
}
