import { POST, VAGUE_OWNER } from '../../framework/plan-columns.js';
import { byText } from '../../memo/memo.js';
import { isFigure } from './_cues.js';
import { readStatus } from './action-status.js';
import { readDeadline } from './deadline.js';
import type { StrongRange } from './_inlines.js';
import type { PieceField, PieceText } from './_piece-types.js';
import { isMeantAsTime } from './_times-in-words.js';

/*
 * What stands behind the words of an action without a label: "Open a clinic (Head of Therapies, March 2027)", "Train staff – Head of SEND – July 2027".
 */

type TailRole = 'owner' | 'due' | 'status' | 'measure';

interface TailPart {
  readonly role: TailRole;
  readonly from: number;
  readonly to: number;
}

const MOST_WORDS = 14;
const BEFORE_TIME =
  /^(?:(?:to be )?(?:completed?|done|due|delivered|finished)(?: by)?|by|before(?! the (?:new|summer|autumn|easter|christmas|end)\b)|from|in|until|no later than|deadline|target)[: ] ?/i;
/** A post or body by itself makes no sentence. */
const SENTENCE = /\b(?:will|to|is|are|was|were|should|must|has|have|who|that|which|we|our|their|this|these|every|all(?!-))\b/i;
/** A post that can be nothing else: "Inclusion Service" may be what is opened. */
const SURE_POST =
  /\b(?:directors?|heads? of|managers?|officers?|leads?|chief|nurse|dc[so]|dmo|dsco|sro|chair|co-?ordinators?|commissioners?|psychologists?|principals?|consultants?|headteachers?|advis[eo]rs?)\b/i;
const ACRONYM_ALONE = /^\p{Lu}{2,6}$/u;

/** A deadline that no calendar knows, by itself. */
const VAGUE_ALONE =
  /^(?:on-?going|continuous|asap|as soon as (?:possible|practicable)|tb[acd]|to be (?:confirmed|agreed)|immediate(?:ly)?|(?:short|medium|long)[- ]term|rolling|in due course|when(?:ever)? (?:\p{L}+ ){0,4}(?:allows?|permits?|possible|available|can))$/iu;

/** What a few words behind an action tell; null where they are none of these. */
const roleOf = byText((text): TailRole | null => {
  const words = text.trim().replace(/[.,;]$/, '');
  if (words === '' || words.split(/\s+/).length > MOST_WORDS) return null;
  const time = words.replace(BEFORE_TIME, '');
  if (
    isMeantAsTime(time) ||
    VAGUE_ALONE.test(time) ||
    VAGUE_ALONE.test(words) ||
    (time !== words && readDeadline(time).problem === 'no-year')
  )
    return 'due';
  if (words.split(/\s+/).length <= 3 && !/^\p{Lu}{3,}$/u.test(words) && readStatus(words) !== null) return 'status';
  if (VAGUE_OWNER.test(words)) return 'owner';
  return /^\p{Lu}/u.test(words) && POST.test(words) && !SENTENCE.test(words) ? 'owner' : null;
});

/** "Dr Ann O'Neil", "J. Bell": two or three words that may be somebody's name. */
const MAY_BE_NAME = /^(?:(?:Dr|Cllr|Prof|Mr|Mrs|Ms|Miss)\.? )?\p{Lu}[\p{L}.’'-]*(?: \p{Lu}[\p{L}.’'-]*){1,2}$/u;

/** "KM", "KM/SB": letters that a plan's own key explains. Beside a day they say who. */
const INITIALS = /^\p{Lu}{2,4}(?: ?[/&,+] ?\p{Lu}{2,4}){0,3}$/u;

/**
 * A text as nothing but posts, days and states, with commas or semicolons between; null for any other. "Assistant Director, Education" is one
 * post, and "Jo Bell, Head of SEND" one owner.
 */
function partsOf(text: string, at: number): TailPart[] | null {
  const parts: TailPart[] = [];
  let name: number | null = null;
  let initials = false;
  const marks = [...text.matchAll(/(?:[;,|]|\.(?= ))\s+|\s[–—-]\s/g)];
  let from = 0;
  for (const [start, end] of [
    ...marks.map((mark) => [mark.index, mark.index + mark[0].length] as const),
    [text.length, text.length] as const,
  ]) {
    const piece = text.slice(from, start);
    const role = roleOf(piece);
    const last = parts.at(-1);
    if (
      last?.role === 'owner' &&
      (role === 'owner' || (role === null && /^\p{Lu}[\p{L} &’'-]{2,40}$/u.test(piece) && !SENTENCE.test(piece)))
    )
      parts[parts.length - 1] = { ...last, to: at + start };
    else if (role === null && name === null && !parts.some((part) => part.role === 'owner') && INITIALS.test(piece)) {
      parts.push({ role: 'owner', from: at + from, to: at + start });
      initials = true;
    } else if (role === null && name === null && !parts.some((part) => part.role === 'owner') && MAY_BE_NAME.test(piece)) name = from;
    else if (role === null || parts.some((part) => part.role === role) || (name !== null && role !== 'owner')) return null;
    else {
      parts.push({ role, from: at + (name ?? from), to: at + start });
      name = null;
    }
    from = end;
  }
  return name === null && (!initials || parts.some(({ role }) => role === 'due')) ? parts : null;
}

/** How long a text is up to a place without the marks that end it there. */
function lengthWithout(text: string, to: number, marks: string, from = 0): number {
  let end = to;
  while (end > from && marks.includes(text[end - 1]!)) end--;
  return end;
}

/** Where the bracket was opened that is closed at a place, others between them left aside; -1 where it was not. */
function openerOf(text: string, at: number, open: string, close: string): number {
  let depth = 0;
  for (let index = at; index >= 0; index--) {
    if (text[index] === close) depth++;
    else if (text[index] === open && --depth === 0) return index;
  }
  return -1;
}

/** Where the last part of a text begins, and what opens it; null where there is none. */
function lastPart(
  text: string,
  end: number,
  strong: readonly StrongRange[],
): { from: number; to: number; cut: number; sure: boolean } | null {
  const close = text[end - 1];
  if (close === ')' || close === ']') {
    const open = openerOf(text, end - 1, close === ')' ? '(' : '[', close);
    return open > 0 ? { from: open + 1, to: end - 1, cut: open, sure: true } : null;
  }
  const bold = strong.find((range) => range.from > 0 && range.from < end && range.to >= end - 1 && range.to <= end);
  if (bold) return { from: bold.from, to: end, cut: bold.from, sure: true };
  const near = text.slice(0, end);
  const mark = [...near.matchAll(/\s[–—-]\s|\s\|\s|[;.](?= )\s|,(?= (?:by|due|before) )\s|\n[→➔▶► ]*/g)].at(-1);
  // Behind bold words: "**Head of SEND**, by 30 October 2026".
  const afterBold = strong.find((range) => range.from > 0 && range.to < end && (!mark || range.to > mark.index));
  if (afterBold) {
    const gap = /^[\s,;:.–—-]*/.exec(near.slice(afterBold.to))![0].length;
    return { from: afterBold.to + gap, to: end, cut: afterBold.to, sure: false };
  }
  return mark && mark.index > 0 ? { from: mark.index + mark[0].length, to: end, cut: mark.index, sure: /[–—|→-]/.test(mark[0]) } : null;
}

/** "A shared inbox – 31 October 2026": nothing but a day, behind a dash. */
const isDatedEnd = (text: string, { from, to }: TailPart): boolean =>
  /\s[–—-]\s$/.test(text.slice(0, from)) && /\d/.test(text.slice(from, to)) && isMeantAsTime(text.slice(from, to).replace(BEFORE_TIME, ''));

/** The words of an action without what stands behind them, and what that is. `strong`: in the unit of prose. */
export function tailOf(
  piece: PieceText,
  strong: readonly StrongRange[] = [],
): { readonly lead: PieceText; readonly fields: readonly PieceField[] } {
  const { text, prose } = piece;
  const nothing = { lead: piece, fields: [] };
  if (!prose || text.length < 12 || text.length > 2000) return nothing;
  const ranges = strong.map(({ from, to }) => ({ from: from - piece.from, to: to - piece.from }));
  let found: readonly TailPart[] = [];
  let sure = false;
  let end = text.length;
  for (let round = 0; round < 4; round++) {
    end = lengthWithout(text, end, ' \n.;,–—-');
    const last = lastPart(text, end, ranges);
    if (!last || last.to <= last.from) break;
    const inner = text.slice(last.from, lengthWithout(text, last.to, ' .;,', last.from));
    const parts = partsOf(inner, last.from);
    // "Visit families at home – Portage Manager – within four weeks in 90% of cases": a figure behind who or when shows the success.
    if (!parts && found.length === 0 && last.sure && isFigure(inner) && /\s[–—-]\s$/.test(text.slice(last.cut, last.from))) {
      found = [{ role: 'measure', from: last.from, to: last.from + inner.length }];
      end = last.cut;
      continue;
    }
    if (!parts || parts.some(({ role }) => found.some((other) => other.role === role))) break;
    found = [...parts, ...found];
    sure ||= last.sure;
    end = last.cut;
  }
  const [only] = found;
  if (!only || (found.length === 1 && only.role === 'measure')) return nothing;
  const words = text.slice(only.from, only.to);
  // "the integrated care board (ICB)" explains its letters, "by July 2027" stands in the sentence, and a team may be what is opened.
  if (
    found.length === 1 &&
    ((only.role === 'due' && !isDatedEnd(text, only)) ||
      ACRONYM_ALONE.test(words) ||
      !sure ||
      (only.role === 'owner' && !SURE_POST.test(words)))
  )
    return nothing;
  end = lengthWithout(text, end, ' \n,;:–—|-');
  const lead = text.slice(0, end);
  if (lead.split(/\s+/).length < 2) return nothing;
  const placed = (from: number, to: number): PieceText => {
    const own = text.slice(from, to);
    return { text: own, from: piece.from + from, prose, span: prose.sourceOf(piece.from + from, piece.from + to), links: [] };
  };
  return {
    lead: { ...placed(0, end), links: piece.links },
    fields: found.map(({ role, from, to }) => {
      const before = role === 'due' ? (BEFORE_TIME.exec(text.slice(from, to))?.[0].length ?? 0) : 0;
      const value = placed(from + before, to);
      return { ...value, role, label: '', labelSpan: value.span };
    }),
  };
}

/** Whether words stand for a time that no calendar knows: "When possible", "Ongoing". */
export const isVagueTime = (text: string): boolean => VAGUE_ALONE.test(text.trim());

/** "By 30 September 2026: agree the standard": the time before the words of an action, and these. */
export function timeBefore(piece: PieceText): { readonly lead: PieceText; readonly due: PieceField; readonly isDeadline: boolean } | null {
  const { text, prose } = piece;
  const end = prose ? text.slice(0, 70).search(/:\s|\s[–—]\s/) : -1;
  if (!prose || end < 3) return null;
  const words = text.slice(0, end).trim();
  const from = BEFORE_TIME.exec(words)?.[0].length ?? 0;
  const time = words.slice(from);
  if (!isMeantAsTime(time) && !VAGUE_ALONE.test(words) && !(from > 0 && readDeadline(time).date !== null && time.split(/\s+/).length <= 6))
    return null;
  const start = end + /^[\s:–—]*/.exec(text.slice(end))![0].length;
  const rest = text.slice(start);
  if (rest.split(/\s+/).length < 2) return null;
  const place = (at: number, to: number): PieceText => ({
    text: text.slice(at, to),
    from: piece.from + at,
    prose,
    span: prose.sourceOf(piece.from + at, piece.from + to),
    links: [],
  });
  const due = place(from, end);
  return {
    lead: { ...place(start, text.length), links: piece.links },
    due: { ...due, role: 'due', label: '', labelSpan: due.span },
    isDeadline: from > 0 || VAGUE_ALONE.test(words),
  };
}

/** A text that is nothing but a time, without the words before it; null for any other. "By 31 March 2027", "From 1 November 2026". */
export function timeAlone(text: string): string | null {
  const time = text.replace(BEFORE_TIME, '');
  return /\d/.test(time) && isMeantAsTime(time) ? time : null;
}

/** A heading that names a post and nothing else, or a body and its post: whose actions stand below it. */
export const isPostAlone = (text: string): boolean => roleOf(text) === 'owner' && SURE_POST.test(text);
export const isNobodyAlone = (text: string): boolean => VAGUE_OWNER.test(text) || /^(?:all of us|everyone|everybody)$/i.test(text);

/** A text that is nothing but a post, a day or a state, as under an action: the field that it is. */
export function fieldAlone(piece: PieceText): PieceField | null {
  const role = piece.prose && piece.text.length < 150 ? roleOf(piece.text) : null;
  return role && { ...piece, role, label: '', labelSpan: piece.span };
}

/** "Complete by 31 July 2026": a deadline with its label, and nothing else. */
export function dueAlone(piece: PieceText): PieceField | null {
  const { text, prose, from } = piece;
  const label =
    prose && text.length < 80
      ? /^(?:to be )?(?:completed?|done|due|delivered|finished|deadline|target date)(?: by)? (?=\S)/i.exec(text)?.[0]
      : undefined;
  if (label === undefined || !isMeantAsTime(text.slice(label.length))) return null;
  const [at, value] = [from + label.length, text.slice(label.length)];
  return {
    text: value,
    from: at,
    prose,
    links: [],
    span: prose!.sourceOf(at, at + value.length),
    role: 'due',
    label: label.trim(),
    labelSpan: prose!.sourceOf(from, from + label.trim().length),
  };
}

/** "Head of SEND: write to every family", "Head of SEND to write to every family": whose action it is. */
export function leadingOwner(piece: PieceText, strong: readonly StrongRange[] = []): PieceField | null {
  const { text, prose } = piece;
  if (!prose) return null;
  const bold = strong.find(({ from, to }) => from === piece.from && to > from);
  const boldEnd = bold ? bold.to - piece.from : 0;
  const end = boldEnd > 0 ? boldEnd : text.search(/:\s|\s(?:to|will|and the) \p{Ll}/u);
  if (end < 3 || end > 90 || (boldEnd > 0 && !/^[\s:–—-]*(?:(?:to|will) )?\p{L}/u.test(text.slice(boldEnd)))) return null;
  const words = text.slice(0, lengthWithout(text, end, ' :\n'));
  if (roleOf(words) !== 'owner' || !SURE_POST.test(words)) return null;
  const span = prose.sourceOf(piece.from, piece.from + words.length);
  return { text: words, from: piece.from, prose, span, links: [], role: 'owner', label: '', labelSpan: span };
}
