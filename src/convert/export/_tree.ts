/**
 * A node of the tree that is written out: mdast with references resolved, front matter and comments gone, HTML read,
 * and three nodes of our own: `superscript`, `subscript` and `gap`. A table cell holds either words or, where it has lists, blocks.
 */
export interface TreeNode {
  type: string;
  children?: TreeNode[];
  value?: string;
  depth?: number;
  url?: string;
  alt?: string | null;
  title?: string | null;
  ordered?: boolean | null;
  start?: number | null;
  spread?: boolean | null;
  checked?: boolean | null;
  identifier?: string;
  label?: string | null;
  align?: readonly (string | null)[] | null;
  lang?: string | null;
  position?: { start: { line: number; offset?: number }; end: { line: number; offset?: number } };
  data?: Record<string, unknown>;
}

const BLOCKS = new Set(['paragraph', 'heading', 'list', 'listItem', 'blockquote', 'table', 'tableRow', 'tableCell', 'code', 'break']);

/** The words of a node. Reads any depth. */
export function wordsOf(node: TreeNode): string {
  const parts: string[] = [];
  const stack: TreeNode[] = [node];
  while (stack.length > 0) {
    const next = stack.pop()!;
    if (next.value !== undefined && next.type !== 'html') parts.push(next.value);
    else if (next.type === 'image') parts.push(next.alt ?? '');
    else if (BLOCKS.has(next.type)) parts.push(' ');
    for (let index = (next.children?.length ?? 0) - 1; index >= 0; index--) stack.push(next.children![index]!);
  }
  return parts.join('').replace(/\s+/g, ' ').trim();
}

/** Visits a node and all in it, in the order of the document; any depth. */
export function each(root: TreeNode, visit: (node: TreeNode) => void): void {
  const stack: TreeNode[] = [root];
  while (stack.length > 0) {
    const node = stack.pop()!;
    visit(node);
    for (let index = (node.children?.length ?? 0) - 1; index >= 0; index--) stack.push(node.children![index]!);
  }
}
