import type { Definition } from 'mdast';
import { blocksWith, byObject, perBlock, type SendDocument } from '../../document/index.js';
import type { Span } from '../../framework/types.js';
import { moved, nodesOf, spanOf } from './nodes.js';

/** Definitions of the labels of links: "[site]: https://…". */
export const blocksWithDefinitions = blocksWith(
  perBlock((block): readonly Definition[] | null => {
    const found = block.text.includes(']:') ? nodesOf<Definition>(block, ['definition']) : [];
    return found.length > 0 ? found : null;
  }),
);

export interface LabelTarget {
  readonly url: string;
  readonly span: Span;
}

/** Where a label leads: of several definitions the first counts. Labels as mdast's `identifier` gives them. */
export const targetsByLabel = byObject((document: SendDocument): ReadonlyMap<string, LabelTarget> => {
  const targets = new Map<string, LabelTarget>();
  for (const { placed, value } of blocksWithDefinitions(document))
    for (const node of value)
      if (!targets.has(node.identifier)) targets.set(node.identifier, { url: node.url, span: moved(spanOf(node), placed.start) });
  return targets;
});
