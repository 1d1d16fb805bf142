import { fromHtml } from 'hast-util-from-html';
import { finishImport } from '../finish.js';
import type { Note } from '../notes.js';
import type { ImportOptions, ImportResult } from '../types.js';
import { HtmlBody } from './_body.js';

/** Where Windows-1252 has letters and Latin-1 has control characters; some versions of Node take the one for the other. */
const WINDOWS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
const fromWindows = (text: string): string => text.replace(/[\u0080-\u009f]/g, (letter) => WINDOWS[letter.charCodeAt(0) - 0x80]!);
/** Labels that the web takes for Windows-1252. */
const IS_WINDOWS = /^(?:windows-1252|cp-?1252|x-cp1252|iso-?8859-?1|latin-?1|l1|us-ascii|ascii)$/i;

/** The text of a web page, by its byte order mark, by what it says of itself, or by what its letters can be. */
function decodeHtml(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 2048));
  const said = /<meta[^>]{0,200}charset\s?=\s?["']?([\w-]{2,30})/i.exec(start)?.[1];
  // Pages that say nothing, or something that is not true, are in UTF-8 if they can be.
  for (const label of [said, 'utf-8'].filter((name) => name !== undefined)) {
    try {
      const text = new TextDecoder(label, { fatal: true }).decode(bytes);
      return IS_WINDOWS.test(label) ? fromWindows(text) : text;
    } catch {
      // Not in this encoding, or in none that is known.
    }
  }
  return fromWindows(new TextDecoder('windows-1252').decode(bytes));
}

/** Reads a web page (.html), also one that Word has saved. Scripts are never run. @throws {ImportError} */
export function importHtml(bytes: Uint8Array, options: ImportOptions): Promise<ImportResult> {
  const tree = fromHtml(decodeHtml(bytes));
  options.signal?.throwIfAborted();
  const body = new HtmlBody(options.partBelow !== undefined);
  const blocks = body.read(tree);
  const { insertions, deletions } = body.changes;
  const notes: Note[] = [];
  const count = (number: number, what: string): string[] => (number === 0 ? [] : [`${number} ${what}${number === 1 ? '' : 's'}`]);
  const changed = [...count(insertions, 'insertion'), ...count(deletions, 'deletion')];
  if (changed.length > 0)
    notes.push({
      code: 'tracked-changes',
      what: `The page has changes that are marked (${changed.join(', ')}); the text is as if all of them were accepted.`,
      paragraph: null,
    });
  if (body.comments.length > 0)
    notes.push({
      code: 'comments',
      what: `The page has ${count(body.comments.length, 'comment')[0]!}; they are listed, not put into the text.`,
      paragraph: null,
    });
  if (body.hidden > 0)
    notes.push({
      code: 'hidden-content',
      what: 'Text that is hidden was left out; show it if it belongs to the document.',
      paragraph: null,
    });
  return Promise.resolve(
    finishImport(
      {
        format: 'html',
        blocks,
        footnotes: body.footnotes,
        notes: [...notes, ...body.notes],
        comments: body.comments,
        changes: { insertions, deletions, moves: 0 },
        pictures: [...body.pictures].map((name) => ({ name, read: () => null })),
      },
      options,
    ),
  );
}
