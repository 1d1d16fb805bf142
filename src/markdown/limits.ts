import { matchesOf } from '../text/matches.js';
/** Why a block is not read as Markdown; null when it is. */
export type Unread = 'nesting' | 'headings' | 'columns' | 'emphasis' | 'brackets' | 'quotations' | null;

/** Levels of lists and quotations inside one another. */
const DEEPEST = 100;
/** Levels of all lines of a block that are indented deeper than any author does. */
const MOST_LEVELS = 1000;
const DEEP = 20;
const MOST_UNDERLINED = 500;
const MOST_COLUMNS = 1000;
const MOST_SIGNS = 2000;
const MOST_BRACKETS = 2500;
const MOST_LAZY = 300;

const count = (text: string, find: RegExp): number => text.match(find)?.length ?? 0;

const linesOf = (text: string): string[] => text.split(/[\n\r]/);

function isTooDeep(text: string): boolean {
  let levels = 0;
  for (const [prefix] of matchesOf(text, /^[-+*>\d.) \t]{20,}/gm)) {
    const level = count(prefix, /[-+*.)][ \t]|>/g);
    if (level > DEEPEST) return true;
    if (level > DEEP) levels += level;
  }
  return levels > MOST_LEVELS;
}

/** A run that touches a word: each two of its signs may be a level of bold words of their own. A line to sign on stands apart. */
const LONG_RUN = /(?<=[^\s*_])(?:\*{10,}|_{10,})|(?<![^\s])(?:\*{10,}|_{10,})(?=[^\s*_])/g;

const signsOfEmphasis = (line: string): number =>
  count(line, /\*+|_+|~+/g) + matchesOf(line, LONG_RUN).reduce((sum, [run]) => sum + (run.length >> 1), 0);

/** Signs in one paragraph, over its lines: only lines that open nothing else continue it. */
function hasTooMany(text: string, signsIn: (line: string) => number, most: number): boolean {
  let signs = 0;
  for (const line of linesOf(text)) {
    if (/^[ \t]{0,8}(?:[|#>]|[-+*][ \t]|\d{1,9}[.)][ \t])/.test(line)) signs = 0;
    signs += signsIn(line);
    if (signs > most) return true;
  }
  return false;
}

/** Lines that continue a quotation without its sign. */
const LAZY = /^ {0,3}>.*(?:\r\n|\n|\r)(?! {0,3}>)[^\n\r]/gm;

/** Reading time grows with the square of these; no document has so many without an empty line between. */
export function unreadable(text: string): Unread {
  if (isTooDeep(text)) return 'nesting';
  if (
    text.length > MOST_UNDERLINED * 2 &&
    count(text, /^ {0,3}[=-]/gm) > MOST_UNDERLINED &&
    count(text, /^ {0,3}(?:=+|-+)[ \t]*$/gm) > MOST_UNDERLINED
  )
    return 'headings';
  if (text.length > MOST_COLUMNS && text.includes('|') && linesOf(text).some((line) => count(line, /\|/g) > MOST_COLUMNS)) return 'columns';
  if (text.length > MOST_SIGNS && hasTooMany(text, signsOfEmphasis, MOST_SIGNS)) return 'emphasis';
  if (text.length > MOST_BRACKETS && text.includes('[') && hasTooMany(text, (line) => count(line, /\[/g), MOST_BRACKETS)) return 'brackets';
  return text.length > MOST_LAZY * 4 && text.includes('>') && count(text, LAZY) > MOST_LAZY ? 'quotations' : null;
}
