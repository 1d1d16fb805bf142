import { leaveOutContents } from './_contents.js';
import { guessHeadings, levelHeadings, placeHeadings } from './_headings.js';
import { splitLines, typedLists } from './_lists.js';
import { shapeTable, unwrapLayout } from './_tables.js';
import { hasWords, type Block } from './model.js';
import type { Note } from './notes.js';

/**
 * Blocks as they are meant: without layout tables, tables of contents and empty paragraphs, with lists and headings for what only looks
 * like them, and with the title at level 1. What had to be guessed is noted.
 */
export function shapeBlocks(blocks: readonly Block[], notes: Note[], headingsMarked = false): Block[] {
  const flow = blocks.flatMap((block) => (block.kind === 'table' ? unwrapLayout(block) : [block])).flatMap(splitLines);
  const kept = leaveOutContents(flow).filter((block) => block.kind === 'table' || block.rule || hasWords(block.inlines));
  const listed = typedLists(kept);
  return levelHeadings(headingsMarked ? listed : guessHeadings(listed, notes)).flatMap((block) =>
    block.kind === 'table' ? shapeTable(block, shapeCell) : [block],
  );
}

/** Blocks of a part of a document: see `ImportOptions`. */
export function shapePart(blocks: readonly Block[], highest: number): Block[] {
  const kept = blocks
    .flatMap((block) => (block.kind === 'table' ? unwrapLayout(block) : [block]))
    .flatMap(splitLines)
    .filter((block) => block.kind === 'table' || block.rule || hasWords(block.inlines));
  return placeHeadings(typedLists(kept), highest).flatMap((block) => (block.kind === 'table' ? shapeTable(block, shapeCell) : [block]));
}

function shapeCell(blocks: readonly Block[]): Block[] {
  const lines = blocks.flatMap(splitLines).filter((block) => block.kind === 'table' || hasWords(block.inlines));
  return typedLists(lines).map((block) => (block.kind === 'paragraph' ? { ...block, heading: null, quote: false } : block));
}

export function shapeFootnote(blocks: readonly Block[]): Block[] {
  return shapeCell(blocks);
}
