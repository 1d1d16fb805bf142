import { lineEnd } from '../text/lines.js';
import { matchesOf } from '../text/matches.js';
import type { Span } from '../text/span.js';

/*
 * A code fence or a comment that is never closed takes everything below it out of a document. It is read as if its sign were not there:
 * the text keeps its length, so that every place in it stays what it was, and the slip is kept to be reported.
 */

export interface OpenSlip {
  readonly kind: 'open-fence' | 'open-comment' | 'open-html' | 'fenced-table';
  /** The sign that opens and is never closed. */
  readonly at: Span;
  /** The line that closes it, where there is one. */
  readonly close?: Span;
}

export interface MeantText {
  /** As long as the text, with its line breaks. */
  readonly text: string;
  readonly slips: readonly OpenSlip[];
}

const NOTHING_OPEN: readonly never[] = [];

/** Nobody sees it, wherever it stands. */
const UNSEEN = '\u200b';

/** What somebody would miss: a heading, the dashes of a table, a bullet with words, or a longer text. */
const CONTENT = /^ {0,3}(?:#{1,6}[ \t]+\S|\|?[ \t]*:?-{3,}:?[ \t]*\||[-*•] \S+ \S)|\S[^\n\r]{150}/m;

/** Reads `text` from offset `from` on, behind front matter. */
export function meantText(text: string, from: number): MeantText {
  const slips = [...openFences(text, from), ...openComments(text, from)].sort((a, b) => a.at.start - b.at.start);
  if (slips.length === 0) return { text, slips: NOTHING_OPEN };
  let meant = '';
  let at = 0;
  for (const { start, end } of slips.flatMap((slip) => (slip.close ? [slip.at, slip.close] : [slip.at]))) {
    if (start < at) continue;
    // A line that holds nothing else is empty without it.
    const isAlone =
      /(?:^|[\n\r])[ \t]*$/.test(text.slice(Math.max(0, start - 10), start)) && text.slice(end, lineEnd(text, end)).trim() === '';
    meant += text.slice(at, start) + (isAlone ? ' ' : UNSEEN).repeat(end - start);
    at = end;
  }
  return { text: meant + text.slice(at), slips };
}

interface Fence {
  readonly start: number;
  readonly sign: string;
  /** Nothing stands behind it, so that it may close another. */
  readonly bare: boolean;
  readonly lineEnd: number;
}

/** A whole table of Markdown and nothing else. */
const isTable = (code: string): boolean => {
  const lines = code.split(/\r\n|\n|\r/).filter((line) => line.trim() !== '');
  return (
    lines.length >= 3 &&
    lines.every((line) => /^ {0,3}\|.*\|[ \t]*$/.test(line)) &&
    /^[-:| \t]+$/.test(lines[1]!) &&
    lines[1]!.includes('---')
  );
};

function openFences(text: string, from: number): OpenSlip[] {
  if (!text.includes('```', from) && !text.includes('~~~', from)) return [];
  const fences = matchesOf(text, /^( {0,3})(`{3,}|~{3,})([^\n\r]*)/gm)
    .filter(({ index }) => index >= from)
    .filter(([, , sign, rest]) => sign!.startsWith('~') || !rest!.includes('`'))
    .map((match): Fence => {
      const start = match.index + match[1]!.length;
      return { start, sign: match[2]!, bare: match[3]!.trim() === '', lineEnd: match.index + match[0].length };
    });
  const found: OpenSlip[] = [];
  const whole = (fence: Fence): Span => ({ start: fence.start, end: fence.lineEnd });
  let left: { open: Fence; close: Fence | null }[] = [];
  // One sign too many: of the stretches between signs, the first with a part of the document in it is none of code.
  for (let tries = 0; tries < 20; tries++) {
    const pairs: { open: Fence; close: Fence | null }[] = [];
    let open: Fence | null = null;
    for (const fence of fences) {
      if (!open) open = fence;
      else if (fence.bare && fence.sign[0] === open.sign[0] && fence.sign.length >= open.sign.length) {
        pairs.push({ open, close: fence });
        open = null;
      }
    }
    left = pairs;
    if (!open) break;
    pairs.push({ open, close: null });
    const wrong = pairs.find((pair) => CONTENT.test(text.slice(pair.open.lineEnd, pair.close?.start)))?.open;
    if (!wrong) break;
    found.push({ kind: 'open-fence', at: { start: wrong.start, end: wrong.start + wrong.sign.length } });
    fences.splice(fences.indexOf(wrong), 1);
  }
  for (const { open, close } of left)
    if (
      close &&
      /^[`~]+(?:md|markdown|text)?$/i.test(text.slice(open.start, open.lineEnd).replace(/[ \t]/g, '')) &&
      isTable(text.slice(open.lineEnd, close.start))
    )
      found.push({ kind: 'fenced-table', at: whole(open), close: whole(close) });
  return found;
}

/** Signs left open that are looked for. */
const MOST_OPEN = 20;

/** In characters. */
const LONGEST_ITEM = 10_000;

/** What hides all that follows up to its end: at the beginning of a line, or of an item. */
const RAW =
  /^( {0,3}|[ \t]{0,12}(?:(?:[-*+]|\d{1,9}[.)])[ \t]{1,4}){1,4})(<!--|<\?|<!\[CDATA\[|<![a-z][^>\n\r]{0,200}(?=[\n\r]|$)|<(?:pre|script|style|textarea)(?:[ \t][^<>\n\r]{0,200})?(?:>|(?=[\n\r])))/gim;

const ENDS: readonly (readonly [sign: RegExp, end: RegExp])[] = [
  [/^<!--/, /-->/g],
  [/^<\?/, /\?>/g],
  [/^<!\[/, /\]\]>/g],
  [/^<!/, />/g],
  [/^<pre/i, /<\/pre\s{0,20}>/gi],
  [/^<script/i, /<\/script\s{0,20}>/gi],
  [/^<style/i, /<\/style\s{0,20}>/gi],
  [/^<textarea/i, /<\/textarea\s{0,20}>/gi],
];

/** Where the item that begins at `line` with `indent` characters before its words leaves off. */
function itemEnd(text: string, line: number, indent: number): number {
  const limit = Math.min(text.length, line + LONGEST_ITEM);
  let at = lineEnd(text, line);
  while (at < limit) {
    const next = at + (text.startsWith('\r\n', at) ? 2 : 1);
    let words = next;
    while (text[words] === ' ' || text[words] === '\t') words++;
    if (words - next < indent && words < text.length && text[words] !== '\n' && text[words] !== '\r') return at;
    at = lineEnd(text, next);
  }
  return limit;
}

function openComments(text: string, from: number): OpenSlip[] {
  if (!text.includes('<', from)) return [];
  const found: OpenSlip[] = [];
  let behind = from;
  let looked = 0;
  const last = new Map<RegExp, number>();
  for (const match of matchesOf(text, RAW)) {
    // Each is looked at up to the end of the text: nobody leaves more open, and such a text is left as it is.
    if (found.length >= MOST_OPEN || looked >= MOST_OPEN) return [];
    const [, before, sign] = match as unknown as [string, string, string];
    const start = match.index + before.length;
    if (start < behind) continue;
    const [, ends] = ENDS.find(([pattern]) => pattern.test(sign))!;
    // An item ends what is open in it.
    const limit = before.trim() === '' ? text.length : itemEnd(text, match.index, before.length);
    ends.lastIndex = start + sign.length;
    const closed = (last.get(ends) ?? Infinity) < start ? null : ends.exec(text);
    if (!closed) last.set(ends, Math.min(start, last.get(ends) ?? Infinity));
    const close = closed && closed.index < limit ? closed.index : -1;
    if (close < 0) looked++;
    const inner = text.slice(start + sign.length, close < 0 ? limit : close);
    const isApart = /(?:\n|\r\n?)[ \t]*(?:\n|\r)/.test(inner);
    // A comment does not hold another, and a part of the document in it was not meant to be hidden by a sign that another one closes.
    const stray = close < 0 || (isApart && ((sign === '<!--' && inner.includes('<!--')) || /^<![a-z]/i.test(sign)));
    const hides = limit < text.length && before.trim() !== '' ? /\p{L}{2}/u : CONTENT;
    // A run of signs is nobody’s slip.
    if (stray && (inner.match(/<!--/g)?.length ?? 0) < MOST_OPEN && hides.test(inner)) {
      found.push({ kind: sign === '<!--' ? 'open-comment' : 'open-html', at: { start, end: start + sign.length } });
      behind = start + sign.length;
    } else behind = close < 0 ? limit : close + closed![0].length;
  }
  return found;
}
