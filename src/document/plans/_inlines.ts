import type { Node, PhrasingContent } from 'mdast';
import type { Span } from '../../framework/types.js';
import { breaksLine } from '../../markdown/prose.js';
import type { PieceLink } from './_piece-types.js';

export const spanOf = (node: Node): Span => ({ start: node.position!.start.offset!, end: node.position!.end.offset! });

export interface StrongRange {
  readonly from: number;
  readonly to: number;
}

export interface Inlines {
  readonly strong: readonly StrongRange[];
  readonly links: readonly PieceLink[];
  readonly length: number;
}

export const NO_LINKS: readonly PieceLink[] = [];

/** "*Lead:*" is a label as "**Lead:**" is. */
const isItalicLabel = (node: PhrasingContent): boolean => {
  const last = node.type === 'emphasis' ? node.children.at(-1) : undefined;
  return last?.type === 'text' && last.value.trimEnd().endsWith(':');
};

/** Ranges of the visible text that are bold, labels in italics or italics at its end, and links. Counts as the prose is built: see `proseOf`. */
export function inlines(children: readonly PhrasingContent[]): Inlines {
  const only = children.length === 1 ? children[0]! : null;
  // Most cells and paragraphs are nothing but text.
  if (only?.type === 'text') return { strong: [], links: NO_LINKS, length: only.value.length };
  const strong: StrongRange[] = [];
  const links: PieceLink[] = [];
  let length = 0;
  const visit = (nodes: readonly PhrasingContent[]): void => {
    for (const [index, node] of nodes.entries()) {
      // "… at two schools. *Head of Inclusion*": set apart at the end.
      const isLast = nodes === children && index === nodes.length - 1 && index > 0;
      switch (node.type) {
        case 'text':
          length += node.value.length;
          break;
        case 'inlineCode':
        case 'break':
          length += 1;
          break;
        case 'html':
          if (breaksLine(node.value)) length += 1;
          break;
        case 'image':
        case 'imageReference':
        case 'footnoteReference':
          break;
        default:
          if ('children' in node) {
            const from = length;
            visit(node.children);
            if (node.type === 'strong' || isItalicLabel(node) || (isLast && node.type === 'emphasis')) strong.push({ from, to: length });
            if (node.type === 'link') links.push({ url: node.url, identifier: null, ...spanOf(node) });
            if (node.type === 'linkReference') links.push({ url: null, identifier: node.identifier, ...spanOf(node) });
          }
      }
    }
  };
  visit(children);
  return { strong, links, length };
}
