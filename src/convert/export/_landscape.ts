import { wordsOf, type TreeNode } from './_tree.js';

/** More columns than this do not fit an upright page. */
const UPRIGHT_COLUMNS = 5;
/** Characters of text before, between and after wide tables for which no page is turned back. */
const LEAD_IN = 900;
const BETWEEN = 1500;
const REST = 600;

const isWide = (node: TreeNode): boolean => node.type === 'table' && (node.children?.[0]?.children?.length ?? 0) > UPRIGHT_COLUMNS;

/** Which blocks stand on pages that are turned: wide tables with the heading above them, and short stretches of text between two and at the end. */
export function landscapeOf(blocks: readonly TreeNode[]): boolean[] {
  const turned = blocks.map(isWide);
  if (!turned.includes(true)) return turned;
  const lengths = blocks.map((node) => wordsOf(node).length);
  const isHeading = (index: number): boolean => blocks[index]?.type === 'heading';
  for (let index = 0; index < blocks.length; index++) {
    if (!isWide(blocks[index]!)) continue;
    let first = index;
    for (let length = 0; first > 0 && !turned[first - 1] && !isHeading(first) && length <= LEAD_IN;) length += lengths[--first]!;
    if (!isHeading(first)) continue;
    while (first > 0 && isHeading(first - 1)) first--;
    turned.fill(true, first, index);
  }
  let previous = turned.indexOf(true);
  for (let index = previous + 1, length = 0; index <= blocks.length; index++) {
    if (index < blocks.length && !turned[index]) {
      length += lengths[index]!;
      continue;
    }
    if (length <= (index < blocks.length ? BETWEEN : REST)) turned.fill(true, previous, index);
    previous = index;
    length = 0;
  }
  return turned;
}
