/* What is told about a document that was read from, or written to, another format. Without the editor, so that it can be tested by itself. */
import type { ImportResult } from '../../convert/import/types.js';
import { oneLine, plural } from '../../text/words.js';

/** Of a comment, in UTF-16 units. */
const LENGTH = 160;

/** What was not carried over, and the comments that nobody has resolved, a line each. */
export function importNotes({ warnings, comments }: Pick<ImportResult, 'warnings' | 'comments'>): string[] {
  return [
    ...warnings.map(({ what, where }) => `${where}: ${what}`),
    ...comments
      .filter(({ resolved }) => !resolved)
      .map(
        ({ author, text, on }) =>
          `Comment by ${author ?? 'somebody'}${on === '' ? '' : ` on “${oneLine(on, LENGTH)}”`}: ${oneLine(text, LENGTH)}`,
      ),
  ];
}

/** “Imported as x.md. 3 things to look at.” */
export const doneMessage = (what: string, name: string, notes: readonly string[]): string =>
  `${what} ${name}.${notes.length === 0 ? '' : ` ${plural(notes.length, 'thing')} to look at.`}`;

/** The name of a file that another is turned into, beside it: `report.docx` gives `report.md`. */
export const besideName = (name: string, end: string): string => `${name.replace(/\.[^.]+$/, '')}${end}`;

/** The first free name: `report.md`, `report-2.md`, `report-3.md`. */
export async function freeName(name: string, taken: (name: string) => Promise<boolean>): Promise<string> {
  const [, stem, end] = /^(.*?)(\.[^.]*)?$/s.exec(name) as unknown as [string, string, string | undefined];
  for (let count = 1; ; count++) {
    const candidate = count === 1 ? name : `${stem}-${count}${end ?? ''}`;
    if (!(await taken(candidate))) return candidate;
  }
}
