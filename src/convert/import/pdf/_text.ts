/* Lines into paragraphs: which line goes on with the one before, and how their words are joined. */
import { glued, numberOf, type Line } from './_lines.js';
import type { Piece } from './_pieces.js';

export interface Paragraph {
  lines: Line[];
  marker: string | null;
  text: string;
}

/** What is usual in a document. */
export interface Habits {
  bodySize: number;
  /** From baseline to baseline in running text, as a share of the size. */
  pitch: number;
  /** Whether the file has the blanks at the ends of its lines, so that their absence says something. */
  endBlanks: boolean;
  /** Whether every line that wraps ends with a blank, so that a word goes on where there is none. */
  wrapBlanks: boolean;
  /** Of running text. */
  bodyColour: string;
  /** Whether paragraphs stand apart from one another. */
  gaps: boolean;
  /** The words of the document, in small letters. */
  words: ReadonlySet<string>;
  /** Those of them that stand inside a line, so that they are surely whole. */
  whole: ReadonlySet<string>;
  /** The hyphen U+2010 where it stands at the ends of lines only; empty where there is none. */
  dividing: string;
  /** Whether words are divided at the ends of lines throughout. */
  divided: boolean;
}

const ENDS = /[.!?:;…][)\]’”'"]*$/;
/** Whether a word, or a text that begins with it, is an address of the web or of mail. */
export const isAddress = (word: string): boolean => /^\(?(?:https?:\/\/|www\.)|^[^\s@]*@/i.test(word);

function firstWordWidth(line: Line): number {
  let end = line.bodyX;
  let last: Piece | null = null;
  for (const piece of line.pieces) {
    if (last && !glued(last, piece)) break;
    end = piece.word;
    if (piece.text.includes(' ')) break;
    last = piece;
  }
  return end - line.bodyX;
}

/** How much room was left at the end of a line beyond what the next line's first word would have taken; below zero where it had to wrap. */
export function room(line: Line, next: Line): number {
  return line.right - line.x1 - firstWordWidth(next) - line.size * 0.25;
}

export const endsSentence = (text: string): boolean => ENDS.test(text);
const startsSmall = (text: string): boolean => /^\p{Ll}/u.test(text);

const sameStyle = (a: Line, b: Line): boolean =>
  Math.abs(a.size - b.size) < 0.75 && (a.bold === b.bold || a.text.length < 4 || b.text.length < 4);

/** Whether a line stands under the first word after the number of a numbered paragraph. */
function hangsUnder(line: Line, next: Line): boolean {
  const number = numberOf(line.text);
  const [first, second] = line.pieces;
  if (number === null || !first) return false;
  if (first.text === number) return second !== undefined && Math.abs(second.x0 - next.x0) < 3;
  return next.x0 > first.word && next.x0 < first.word + line.size * 2.5;
}

/** Whether `next` belongs to the paragraph that `line` is the last line of; both in one column or cell of one page. */
export function goesOn(line: Line, next: Line, habits: Habits, inCell: boolean, lines: readonly Line[]): boolean {
  if (next.marker !== null) return false;
  if (line.text === '' || next.text === '') return line.marker !== null && line.text === '';
  const sameLeaf = line.leaf !== null && next.leaf !== null && line.leaf.index === next.leaf.index;
  const otherLeaf = line.leaf !== null && next.leaf !== null && !sameLeaf;
  const size = Math.max(line.size, next.size);
  const step = (next.y - line.y) / size;
  const left = room(line, next);
  if (Math.abs(line.size - next.size) >= 0.75 && !sameLeaf) return false;
  if (!sameLeaf && !sameStyle(line, next)) return false;
  // The lines of a large heading stand closer or wider than those of running text, and may be centred.
  if (!inCell && !otherLeaf && line.size > habits.bodySize * 1.15 && step < 1.5 && left <= (line.right - line.x0) * 0.3) return true;
  if (step > Math.max(habits.pitch * 1.22, habits.pitch + 0.25) && !(sameLeaf && step < habits.pitch * 1.5)) return false;
  if (numberOf(next.text) !== null && !sameLeaf && (left > 0 || endsSentence(line.text))) return false;
  if (inCell) {
    if (endsWithinWord(line, next.text, habits)) return true;
    if (sameLeaf) return left <= size * 0.5;
    if (line.page !== next.page && startsSmall(next.text) && !endsSentence(line.text)) return true;
    if (left > size * 0.3) return false;
    if (line.page !== next.page) return !endsSentence(line.text) || left <= 0;
    return !otherLeaf || (!endsSentence(line.text) && (startsSmall(next.text) || /,$/.test(line.text)));
  }
  const column = line.right - line.x0;
  if (sameLeaf) {
    const isHeading = line.size > habits.bodySize * 1.1 || line.bold;
    return isHeading || left < column * 0.25;
  }
  // Next to a list item, its text hangs; a line that starts further left begins something else.
  const start =
    lines[0]!.marker !== null ? lines[0]!.bodyX : lines.length === 1 && hangsUnder(line, next) ? next.x0 : (lines[1] ?? line).x0;
  if (Math.abs(next.x0 - start) > Math.max(4, size * 0.6) && !(lines.length === 1 && next.x0 < line.x0)) return false;
  if (otherLeaf) return left <= column * 0.12 && !endsSentence(line.text) && step < habits.pitch * 1.12;
  return left <= (habits.gaps ? Math.max(2, column * 0.12) : size * 0.3);
}

/** Whether `next`, the first line of a page, goes on with the paragraph that ended the page before. */
export function goesOnOverPage(line: Line, next: Line, paragraph: Paragraph, atStartOfList: boolean): boolean {
  if (next.marker !== null || !sameStyle(line, next) || next.text === '') return false;
  const item = paragraph.marker !== null;
  if (next.leaf && line.leaf && item && next.leaf.item >= 0 && atStartOfList) return true;
  const left = room(line, next);
  if (left > Math.max(12, (line.right - line.x0) * 0.08)) return startsSmall(next.text) && !endsSentence(line.text);
  const start = item ? paragraph.lines[0]!.bodyX : (paragraph.lines[1] ?? line).x0;
  const away = Math.abs(next.x0 - start);
  // In another column of text, the place of a line says nothing.
  const otherColumn = away > 100 && !endsSentence(line.text);
  if (item && line.page !== next.page && away > 6 && !otherColumn) return false;
  if (!endsSentence(line.text)) return numberOf(next.text) === null || left < 0;
  return (Math.abs(next.x0 - start) <= 6 || line.page === next.page) && left <= 0;
}

/** Words as they are compared. */
export const wordsOf = (text: string): string[] => text.toLowerCase().match(/\p{L}+(?:['’-]\p{L}+)*/gu) ?? [];

/** Whether the hyphen at the end of a line only divides a word; elsewhere in the document it then stands without. */
function isDivided(a: string, b: string, habits: Habits): boolean {
  const left = a
    .slice(-40, -1)
    .toLowerCase()
    .split(/[^\p{L}]/u)
    .at(-1);
  const right = /^\p{L}+/u.exec(b)?.[0];
  if (!left || !right || right !== right.toLowerCase()) return false;
  // Programs that divide words write a hyphen of their own, which nobody types.
  if (habits.dividing !== '' && a.endsWith(habits.dividing)) return true;
  // Where words are divided throughout, the lines begin and end with parts of words.
  const known = habits.divided ? habits.whole : habits.words;
  if (habits.words.has(`${left}-${right}`)) return false;
  if (habits.words.has(left + right)) return true;
  // Where words are not divided, a hyphen at the end of a line is one that was typed.
  if (!habits.divided) return false;
  return !(known.has(left) && known.has(right));
}

/**
 * Whether a line of a narrow column ends within a word: the blank that every other line ends with is not there, though it had room, and no
 * letter more would have fitted. Where a blank had no room, the words of the document decide.
 */
function endsWithinWord(line: Line, next: string, habits: Habits): boolean {
  if (!habits.wrapBlanks || line.pieces.at(-1)?.after !== false || line.right - line.x0 > line.size * 16) return false;
  const left = line.right - line.x1;
  const start = line.text
    .slice(-40)
    .toLowerCase()
    .split(/[^\p{L}\p{N}]/u)
    .at(-1);
  const rest = /^[\p{Ll}\p{N}]+/u.exec(next)?.[0];
  if (!start || rest === undefined || left > line.size * 0.9) return false;
  return left > line.size * 0.35 + 3 || habits.whole.has(start + rest);
}

/** Whether a word that is wider than its column was cut at the border, as in a narrow column of a table, and goes on in the next line. */
function isCutWord(line: Line, next: string, habits: Habits): boolean {
  if (!/^\p{L}{3,}$/u.test(line.text) || line.right - line.x1 > line.size * 0.5) return false;
  const rest = /^\p{Ll}+/u.exec(next)?.[0];
  if (rest === undefined) return false;
  const start = line.text.toLowerCase();
  if (habits.whole.has(start + rest)) return true;
  // Most words that fill a narrow column are whole, unless a blank is missing behind them. Parts look unlike words: without a vowel, or with
  // an end that few have.
  const isPart = habits.wrapBlanks || !/[aeiouy]/.test(rest) || /[ijqv]$/.test(start);
  return isPart && !habits.whole.has(start) && !habits.whole.has(rest);
}

/** The words of two lines after one another. */
export function joinedLines(a: string, b: string, line: Line, habits: Habits): string {
  if (a === '') return b;
  if (b === '') return a;
  const blank = line.pieces.at(-1)?.after === true;
  if (a.endsWith('\u00ad')) return a.slice(0, -1) + b;
  if (blank || /^(?:https?:\/\/|www\.)/i.test(b)) return `${a} ${b}`;
  if (habits.endBlanks && isAddress(a.slice(a.lastIndexOf(' ') + 1)) && /^[\p{L}\p{N}./?=&#_%-]/u.test(b)) return a + b;
  if (isAddress(a.slice(a.lastIndexOf(' ') + 1)) && (/^[./?=&#_%-]/.test(b) || (/[-./?=&_%]$/.test(a) && /^[a-z0-9]/.test(b))))
    return a + b;
  if (/[\p{L}\p{N}][-‐‑]$/u.test(a) && !/^(?:and|or|to)\b/.test(b) && /^[\p{L}\p{N}]/u.test(b))
    return isDivided(a, b, habits) ? a.slice(0, -1) + b : a + b;
  if (habits.endBlanks && /[/–—]$/.test(a)) return a + b;
  if (/\p{L}\/$/u.test(a)) return a + b;
  if (endsWithinWord(line, b, habits) || isCutWord(line, b, habits)) return a + b;
  return `${a} ${b}`;
}

/** Whether the lines of a cell are lines on purpose, as in an address: nearly all of them end well before the border. */
function isAddressBlock(lines: readonly Line[]): boolean {
  if (lines.length < 4 || lines.some((line) => line.marker !== null || endsSentence(line.text.replace(/:$/, '')))) return false;
  let early = 0;
  for (let index = 1; index < lines.length; index++) if (room(lines[index - 1]!, lines[index]!) > lines[index]!.size * 2) early++;
  return early >= 2 && early >= (lines.length - 2) * 0.75;
}

/** The paragraphs and list items of a cell, or of a column of one page. */
export function paragraphsOf(lines: readonly Line[], habits: Habits, inCell: boolean): Paragraph[] {
  const result: Paragraph[] = [];
  const address = inCell && isAddressBlock(lines);
  for (const line of lines) {
    const last = result.at(-1);
    const before = last?.lines.at(-1);
    if (last && before && goesOn(before, line, habits, inCell, last.lines) && !(address && /^[\p{Lu}\p{N}]/u.test(line.text))) {
      last.text = joinedLines(last.text, line.text, before, habits);
      last.lines.push(line);
    } else result.push({ lines: [line], marker: line.marker, text: line.text });
  }
  return result.filter((paragraph) => paragraph.text !== '');
}
