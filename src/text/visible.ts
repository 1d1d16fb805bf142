/*
 * Names of files and words of documents are somebody else's: a line break in one begins a command of its own in the log of a workflow, an
 * escape character one to the terminal, and a mark of direction turns what follows around.
 */

const HIDDEN = /[\p{Cc}\p{Bidi_Control}\u2028\u2029]/gu;
const NAMED: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** The text with each character that would move or command a terminal written out, such as `\n` or `\u{1b}`. */
export const visible = (text: string): string =>
  text.replace(HIDDEN, (character) => NAMED[character] ?? `\\u{${character.charCodeAt(0).toString(16)}}`);

const KEPT = new RegExp(`\\r\\n|[\\n\\t]|\\u001B\\[\\d{1,2}m|${HIDDEN.source}`, 'gu');

/** What is printed as a whole: as `visible` has it, but for line breaks, tabs and the colours that this product sets. */
export const visibleLines = (text: string): string =>
  text.replace(KEPT, (found) => (found.length > 1 || found === '\n' || found === '\t' ? found : visible(found)));

/** JSON in which such characters, which it may hold as they are, are escaped; it says the same. */
export const visibleJson = (json: string): string =>
  json.replace(HIDDEN, (character) => (character === '\n' ? character : `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`));
