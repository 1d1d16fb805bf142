import { matchesOf } from '../text/matches.js';
import type { Span } from '../text/span.js';

/*
 * A code fence or a comment that is never closed takes everything below it out of a document. It is read as if its sign were not there:
 * the text keeps its length, so that every place in it stays what it was, and the slip is kept to be reported.
 */

export interface OpenSlip {
  readonly kind: 'open-fence' | 'open-comment' | 'open-html';
  /** The sign that opens and is never closed. */
  readonly at: Span;
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
  for (const slip of slips) {
    if (slip.at.start < at) continue;
    meant += text.slice(at, slip.at.start) + UNSEEN.repeat(slip.at.end - slip.at.start);
    at = slip.at.end;
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
    if (!open) break;
    pairs.push({ open, close: null });
    const wrong = pairs.find((pair) => CONTENT.test(text.slice(pair.open.lineEnd, pair.close?.start)))?.open;
    if (!wrong) break;
    found.push({ kind: 'open-fence', at: { start: wrong.start, end: wrong.start + wrong.sign.length } });
    fences.splice(fences.indexOf(wrong), 1);
  }
  return found;
}

/** Signs left open that are looked for. */
const MOST_OPEN = 20;

const RAW = /^ {0,3}(?:(<!--)|(<(?:pre|script|style|textarea)(?=[\s>])))/gim;

function openComments(text: string, from: number): OpenSlip[] {
  if (!text.includes('<', from)) return [];
  const found: OpenSlip[] = [];
  let behind = from;
  let looked = 0;
  const lastClose = text.lastIndexOf('-->');
  for (const match of matchesOf(text, RAW)) {
    // Each is looked at up to the end of the text: nobody leaves more open, and such a text is left as it is.
    if (found.length >= MOST_OPEN || looked >= MOST_OPEN) return [];
    const sign = match[1] ?? match[2]!;
    const start = match.index + match[0].length - sign.length;
    if (start < behind) continue;
    const close = match[1] ? (lastClose < start + 4 ? -1 : text.indexOf('-->', start + 4)) : closing(text, start, sign);
    if (close < 0) looked++;
    const inner = text.slice(start + sign.length, close < 0 ? undefined : close);
    // A comment does not hold another, and a part of the document in it was not meant to be hidden by a sign that another one closes.
    const stray = close < 0 || (match[1] !== undefined && inner.includes('<!--') && /(?:\n|\r\n?)[ \t]*(?:\n|\r)/.test(inner));
    // A run of signs is nobody’s slip.
    if (stray && (inner.match(/<!--/g)?.length ?? 0) < MOST_OPEN && CONTENT.test(inner)) {
      found.push({ kind: match[1] ? 'open-comment' : 'open-html', at: { start, end: start + sign.length } });
      behind = start + sign.length;
    } else behind = close < 0 ? text.length : close + 3;
  }
  return found;
}

function closing(text: string, start: number, sign: string): number {
  const name = sign.slice(1).toLowerCase();
  const rest = text.slice(start);
  const found = new RegExp(`</${name}\\s*>`, 'i').exec(rest);
  return found ? start + found.index : -1;
}
