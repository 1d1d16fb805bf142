import { each, wordsOf, type TreeNode } from './_tree.js';

/** The address that GitHub and VS Code give a heading, without the sign. */
const slug = (words: string): string =>
  words
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '')
    .replace(/ /g, '-');

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
  const seen = new Map<string, number>();
  for (const block of blocks) {
    each(block, (node) => {
      if (node.type !== 'heading') return;
      const name = slug(wordsOf(node));
      const count = seen.get(name) ?? 0;
      seen.set(name, count + 1);
      const id = `section-${bookmarks.size + 1}`;
      const address = `#${name}${count > 0 ? `-${count}` : ''}`;
      bookmarks.set(node, id);
      if (!anchors.has(address)) anchors.set(address, id);
      if (!anchors.has(encodeURI(address))) anchors.set(encodeURI(address), id);
    });
  }
  return { anchors, bookmarks };
}
