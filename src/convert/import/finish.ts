import { linkHeadings } from './_inner-links.js';
import { writeMarkdown, type Footnote } from './markdown.js';
import { hasWords, plainText, type Block } from './model.js';
import type { Note, NotedComment } from './notes.js';
import { shapeBlocks, shapeFootnote, shapePart } from './shape.js';
import { ImportError, type ImportComment, type ImportOptions, type ImportResult, type ImportWarning } from './types.js';

export interface ReadDocument {
  readonly format: ImportResult['format'];
  readonly blocks: readonly Block[];
  readonly footnotes?: readonly Footnote[];
  readonly notes: readonly Note[];
  readonly comments?: readonly NotedComment[];
  readonly changes?: ImportResult['changes'];
  readonly furniture?: readonly string[];
  /** No heading has to be guessed from its look. */
  readonly headingsMarked?: boolean;
  readonly pictures?: ImportResult['pictures'];
}

/** “under ‘Inspection outcome’, paragraph 12”, by the headings before a paragraph. */
function placeNamer(blocks: readonly Block[]): (paragraph: number | null) => string {
  const headings = blocks.flatMap((block) =>
    block.kind === 'paragraph' && block.heading !== null
      ? [{ paragraph: block.paragraph, words: plainText(block.inlines).replace(/\s+/g, ' ').trim() }]
      : [],
  );
  return (paragraph) => {
    if (paragraph === null) return 'the whole document';
    const heading = headings.findLast((candidate) => candidate.paragraph <= paragraph);
    return heading ? `under “${heading.words}”, paragraph ${paragraph}` : `paragraph ${paragraph}`;
  };
}

const hasAnyWords = (blocks: readonly Block[]): boolean =>
  blocks.some((block) =>
    block.kind === 'paragraph' ? hasWords(block.inlines) : block.rows.some((row) => row.cells.some((cell) => hasAnyWords(cell.blocks))),
  );

/**
 * Makes Markdown of what a reader has read.
 *
 * @throws {ImportError} where there are no words in it.
 */
export function finishImport(read: ReadDocument, { partBelow }: Pick<ImportOptions, 'partBelow'> = {}): ImportResult {
  if (!hasAnyWords(read.blocks)) throw new ImportError('no-text', 'There are no words in this document; check that it is the right file.');
  const notes: Note[] = [...read.notes];
  const blocks = partBelow === undefined ? shapeBlocks(read.blocks, notes, read.headingsMarked) : shapePart(read.blocks, partBelow);
  const footnotes = (read.footnotes ?? []).map(({ id, blocks: note }) => ({ id, blocks: shapeFootnote(note) }));
  const { markdown, places } = writeMarkdown(...linkHeadings(blocks, footnotes));
  const where = placeNamer(blocks);
  const seen = new Set<string>();
  const warnings: ImportWarning[] = [];
  for (const { code, what, paragraph } of notes) {
    const warning = { code, what, where: where(paragraph) };
    const key = JSON.stringify(warning);
    if (!seen.has(key)) warnings.push(warning);
    seen.add(key);
  }
  const comments: ImportComment[] = (read.comments ?? []).map(({ paragraph, ...comment }) => ({ ...comment, where: where(paragraph) }));
  return {
    format: read.format,
    markdown,
    warnings,
    comments,
    changes: read.changes ?? { insertions: 0, deletions: 0, moves: 0 },
    places,
    ...(read.pictures && read.pictures.length > 0 ? { pictures: read.pictures } : {}),
    ...(read.furniture && read.furniture.length > 0 ? { furniture: read.furniture } : {}),
  };
}
