import { ImportError, type ImportComment, type ImportOptions, type ImportResult, type ImportWarning } from '../types.js';
import { blocksOf, habitsOf } from './_blocks.js';
import { takeFootnotes } from './_footnotes.js';
import { takeFurniture } from './_furniture.js';
import { layOut, type PageLayout } from './_layout.js';
import { baselines, joined } from './_lines.js';
import { markdownOf } from './_markdown.js';
import type { PDFPageProxy } from './_library.js';
import { notesOf, readNotes, type Link, type Notes } from './_notes.js';
import { DAMAGED, openPdf } from './_open.js';
import { readPieces, type Drawn, type Hidden, type Piece } from './_pieces.js';
import { readTags, type Tags } from './_tags.js';
import { paragraphsOf } from './_text.js';

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

/** Why nothing can be read, as far as it can be told. */
function withoutText(warnings: readonly ImportWarning[], hasDrawings: boolean, comments: number): string {
  if (warnings.some(({ code }) => code === 'hidden-content'))
    return 'This PDF has no text that can be seen, only hidden text; ask whoever made it for the document, or use text recognition (OCR) on it.';
  if (hasDrawings)
    return 'This PDF has no text, only pictures or drawings, as scanned pages have; use text recognition (OCR) first, then import the result.';
  if (comments > 0) return 'This PDF has only comments on pages without text; copy what they say, or ask whoever made it for the document.';
  return 'The pages of this PDF are empty; check that it is the right file, and save it again in the program that it is from.';
}

interface ReadPage {
  page: PDFPageProxy;
  drawn: Drawn;
  tags: Tags | null;
  notes: Notes;
}

async function readPage(page: PDFPageProxy, layerShown: (group: unknown) => boolean): Promise<ReadPage> {
  const notes = await readNotes(page).catch((): Notes => ({ drawn: new Set(), annotations: [] }));
  const drawn = await readPieces(page, layerShown, notes.drawn);
  // Damaged tags are no tags: the page is then read by its look.
  const tags = await readTags(page).catch(() => null);
  return { page, drawn, tags, notes };
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
    const marked: string[] = [];
    const links: Link[] = [];
    const comments: ImportComment[] = [];
    let letters = 0;
    let hasDrawings = false;
    let unread = 0;
    for (let number = 1; number <= document.numPages; number++) {
      options.signal?.throwIfAborted();
      const where = `page ${number}`;
      let read: ReadPage;
      try {
        read = await readPage(await document.getPage(number), layerShown);
      } catch {
        unread++;
        warnings.push({
          code: 'unreadable-part',
          what: 'This page is damaged and could not be read; compare it with the original.',
          where,
        });
        continue;
      }
      const { drawn, tags, notes, page } = read;
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
      const artifacts: Piece[] = [];
      for (const piece of drawn.pieces) {
        if (piece.hidden !== null && !(recognised && piece.hidden === 'invisible')) {
          if (!piece.artifact) hidden.add(piece.hidden);
        } else if (piece.artifact) artifacts.push(piece);
        else visible.push(piece);
      }
      for (const row of baselines(artifacts)) marked.push(joined(row));
      for (const kind of hidden)
        warnings.push({ code: 'hidden-content', what: `${HIDDEN[kind]}; check whether it belongs to the document.`, where });
      const found = visible.reduce((sum, piece) => sum + piece.text.length, 0);
      if (found === 0 && drawn.pictures)
        warnings.push({
          code: 'scanned-page',
          what: 'This page has no text that can be read, perhaps only a picture of text; use text recognition (OCR) on it.',
          where,
        });
      if (tags?.figures.includes(''))
        warnings.push({ code: 'image-without-alt', what: 'A picture without alternative text was left out.', where });
      letters += found;
      hasDrawings ||= drawn.pictures || drawn.fills.length > 0 || drawn.horizontal.length > 0 || drawn.vertical.length > 0;
      const over = notesOf(page, number, notes, visible);
      for (const link of over.links) links.push(link);
      for (const comment of over.comments) comments.push(comment);
      pages.push(layOut(drawn, visible, tags, number, pages.at(-1)));
      page.cleanup();
      options.onProgress?.(number / document.numPages);
    }
    if (unread === document.numPages) throw new ImportError('damaged', DAMAGED);
    if (letters === 0) throw new ImportError('no-text', withoutText(warnings, hasDrawings, comments.length));
    const habits = habitsOf(pages);
    const furniture = takeFurniture(pages, marked, habits.bodySize);
    const footnotes = takeFootnotes(pages, habits.bodySize).map(({ label, page, lines }) => ({
      label,
      page,
      text: paragraphsOf(lines, habits, true)
        .map(({ text }) => text)
        .join(' '),
    }));
    const blocks = blocksOf(pages, habits);
    const { markdown, places } = markdownOf(blocks, links, footnotes);
    return {
      format: 'pdf',
      markdown,
      warnings,
      comments,
      changes: { insertions: 0, deletions: 0, moves: 0 },
      places,
      furniture,
    };
  } finally {
    await opened.close();
  }
}
