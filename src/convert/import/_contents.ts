import { hasWords, plainText, type Block } from './model.js';

/** “Our actions ……… 12”: words, dots or a tab, and the number of a page. */
const ENTRY = /^[^\n]{2,160}?(?:[ ]?(?:\.[ ]?){4,}|…{2,}[. ]*|\t[\t ]*)(\d{1,3})$/;
const HEADING = /^(?:table of )?contents(?: page)?:?$/i;

const isHeading = (block: Block | undefined): boolean =>
  block?.kind === 'paragraph' && HEADING.test(plainText(block.inlines).replace(/\s+/g, ' ').trim());

/** The page that a line of a typed table of contents names; null where it is no such line. */
function pageOf(block: Block): number | null {
  if (block.kind !== 'paragraph') return null;
  const page = ENTRY.exec(plainText(block.inlines).trim())?.[1];
  return page === undefined ? null : Number(page);
}

/** Blocks without tables of contents, marked or typed, and without the headings over them. */
export function leaveOutContents(blocks: readonly Block[]): Block[] {
  const kept: Block[] = [];
  let taken = false;
  const takeHeading = (): void => {
    for (let last = kept.at(-1); last?.kind === 'paragraph' && !hasWords(last.inlines); last = kept.at(-1)) kept.pop();
    if (isHeading(kept.at(-1))) kept.pop();
  };
  for (let index = 0; index < blocks.length; index++) {
    const block = blocks[index]!;
    if (block.kind === 'paragraph' && block.contents) {
      if (!taken) takeHeading();
      taken = true;
      continue;
    }
    const run: number[] = [];
    for (
      let page = pageOf(block);
      page !== null && page >= (run.at(-1) ?? 0);
      page = blocks[index + run.length] ? pageOf(blocks[index + run.length]!) : null
    )
      run.push(page);
    if (run.length >= 3) {
      if (!taken) takeHeading();
      index += run.length - 1;
      continue;
    }
    taken = false;
    kept.push(block);
  }
  return kept;
}
