import { ImportError, type ImportOptions, type ImportResult, type ImportWarning } from '../types.js';
import { blocksOf, habitsOf } from './_blocks.js';
import { takeFurniture } from './_furniture.js';
import { layOut, type PageLayout } from './_layout.js';
import { markdownOf } from './_markdown.js';
import { openPdf } from './_open.js';
import { readPieces, type Hidden, type Piece } from './_pieces.js';
import { readTags } from './_tags.js';

const HIDDEN: Readonly<Record<Hidden, string>> = {
  white: 'Text in white on white was left out',
  invisible: 'Text that is not drawn was left out',
  'off-page': 'Text outside the page was left out',
  layer: 'Text on a layer that is switched off was left out',
  tiny: 'Text too small to be read was left out',
};

/** Text that is written invisibly over the picture of a page, by text recognition. */
function isRecognised(pieces: readonly Piece[]): boolean {
  let seen = 0;
  let unseen = 0;
  for (const piece of pieces) {
    if (piece.hidden === 'invisible') unseen += piece.text.length;
    else if (!piece.artifact) seen += piece.text.length;
  }
  return unseen > 0 && unseen > seen * 4;
}

/**
 * Reads a PDF as Markdown: what is drawn on its pages, in reading order, with headings, lists and tables. Running heads, feet and page numbers
 * are left out. Nothing is fetched, and no script of the document runs.
 *
 * @throws {ImportError} where the file is damaged, locked, too large, or has no text.
 */
export async function importPdf(bytes: Uint8Array, options: ImportOptions = {}): Promise<ImportResult> {
  const opened = await openPdf(bytes, options);
  try {
    const { document, layerShown } = opened;
    const warnings: ImportWarning[] = [...opened.warnings];
    const pages: PageLayout[] = [];
    const marked: { page: number; text: string }[] = [];
    let letters = 0;
    for (let number = 1; number <= document.numPages; number++) {
      options.signal?.throwIfAborted();
      const page = await document.getPage(number);
      const drawn = await readPieces(page, layerShown);
      const tags = await readTags(page).catch(() => null);
      page.cleanup();
      const where = `page ${number}`;
      if (drawn.cut)
        warnings.push({
          code: 'shortened',
          what: 'This page draws more than a page of text can hold, and only its beginning was read.',
          where,
        });
      const recognised = isRecognised(drawn.pieces);
      if (recognised)
        warnings.push({
          code: 'layout-guessed',
          what: 'The text of this page was recognised from a picture; compare it with the page.',
          where,
        });
      const hidden = new Set<Hidden>();
      const visible: Piece[] = [];
      for (const piece of drawn.pieces) {
        if (piece.hidden !== null && !(recognised && piece.hidden === 'invisible')) {
          if (!piece.artifact) hidden.add(piece.hidden);
        } else if (piece.artifact) marked.push({ page: number, text: piece.text });
        else visible.push(piece);
      }
      for (const kind of hidden)
        warnings.push({ code: 'hidden-content', what: `${HIDDEN[kind]}; check whether it belongs to the document.`, where });
      letters += visible.reduce((sum, piece) => sum + piece.text.length, 0);
      pages.push(layOut(drawn, visible, tags, number));
      options.onProgress?.(number / document.numPages);
    }
    if (letters === 0)
      throw new ImportError(
        'no-text',
        'This PDF has no text, only pictures of pages; use text recognition (OCR) first, then import the result.',
      );
    const habits = habitsOf(pages);
    const furniture = takeFurniture(pages, marked, habits.bodySize);
    const blocks = blocksOf(pages, habits);
    const { markdown, places } = markdownOf(blocks);
    return {
      format: 'pdf',
      markdown,
      warnings,
      comments: opened.comments,
      changes: { insertions: 0, deletions: 0, moves: 0 },
      places,
      furniture,
    };
  } finally {
    await opened.close();
  }
}
