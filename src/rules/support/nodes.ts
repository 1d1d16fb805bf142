import type { Node, Parent } from 'mdast';
import type { Block } from '../../document/index.js';
import type { Span } from '../../framework/types.js';

export const spanOf = (node: Node): Span => ({ start: node.position!.start.offset!, end: node.position!.end.offset! });

export const moved = ({ start, end }: Span, by: number): Span => ({ start: start + by, end: end + by });

/** All nodes of the given types in a block, in order, inner ones included. Positions are block-relative. */
export function nodesOf<T extends Node>(block: Block, types: readonly T['type'][]): readonly T[] {
  const found: T[] = [];
  const stack: Node[] = [...block.nodes].reverse();
  while (stack.length > 0) {
    const node = stack.pop()!;
    if (types.includes(node.type)) found.push(node as T);
    if ('children' in node)
      for (let index = (node as Parent).children.length - 1; index >= 0; index--) stack.push((node as Parent).children[index]!);
  }
  return found;
}

/** The text without the characters at its end that a pattern for one character matches. */
export function withoutTail(text: string, tail: RegExp): string {
  let end = text.length;
  while (end > 0 && tail.test(text[end - 1]!)) end--;
  return text.slice(0, end);
}
