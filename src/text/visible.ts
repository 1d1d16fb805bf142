/*
 * Names of files and words of documents are somebody else's: a line break in one begins a command of its own in the log of a workflow, an
 * escape character one to the terminal, and a mark of direction turns what follows around.
 */

// eslint-disable-next-line no-control-regex -- these are what it is about
const HIDDEN = /[\u0000-\u001F\u007F-\u009F\u061C\u200E\u200F\u2028\u2029\u202A-\u202E\u2066-\u2069]/g;
const NAMED: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** The text with each character that would move or command a terminal written out, such as `\n` or `\u{1b}`. */
export const visible = (text: string): string =>
  text.replace(HIDDEN, (character) => NAMED[character] ?? `\\u{${character.charCodeAt(0).toString(16)}}`);

/** JSON in which such characters, which it may hold as they are, are escaped; it says the same. */
export const visibleJson = (json: string): string =>
  json.replace(HIDDEN, (character) => (character === '\n' ? character : `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`));
