import {
  blocksWith,
  byObject,
  isPlainly,
  matchesOf,
  patternIndex,
  perBlock,
  type Block,
  type PlacedProse,
  type Prose,
  type SendDocument,
} from '../../document/index.js';
import type { Phrase } from '../../framework/phrases.js';
import type { Span } from '../../framework/types.js';
import { replaceWith, type Fix, type Problem, type Report } from '../rule.js';

/** A quotation of several paragraphs closes only in the last. */
const QUOTATION = /“[^”]{0,600}(?:”|$)|‘(?:[^’]|’(?=\p{L})){0,600}’(?!\p{L})|"[^"]{1,600}"/gu;
const quotations = new WeakMap<Prose, readonly Span[]>();

/** Stretches of a prose unit that stand in quotation marks. */
function quotedIn(prose: Prose): readonly Span[] {
  let spans = quotations.get(prose);
  if (!spans) {
    spans = /[“‘"]/.test(prose.text)
      ? [...matchesOf(prose.text, QUOTATION)].map((match) => ({ start: match.index, end: match.index + match[0].length }))
      : [];
    quotations.set(prose, spans);
  }
  return spans;
}

/** Whether text[from, to) lies in a quotation: other people's words are left alone. */
export const isQuoted = (prose: Prose, from: number, to = from): boolean =>
  prose.quoted > 0 || quotedIn(prose).some(({ start, end }) => from >= start && to <= end);

const BLANK = /\s/;
const isBlank = (code: number): boolean =>
  code === 0x20 || (code < 0x7f ? code >= 0x09 && code <= 0x0d : BLANK.test(String.fromCharCode(code)));
const MAY_BE_ADDRESS = /[@:#.]/;
/** An address shows itself by “@”, “://”, “#” in front, “www.” or the end of a host's name. */
const ADDRESS = /@|:\/\/|^[(“‘]?#\p{L}|\bwww\.|[\p{L}\d]\.(?:gov|org|com|nhs|net|co|ac|sch|uk|info|io)(?![\p{L}\d])/u;

/** Whether text[from, to) lies in a web or e-mail address, or in a tag or name of social media. */
export function inAddress(text: string, from: number, to: number): boolean {
  let start = from;
  while (start > 0 && from - start < 200 && !isBlank(text.charCodeAt(start - 1))) start--;
  let end = to;
  while (end < text.length && end - to < 200 && !isBlank(text.charCodeAt(end))) end++;
  const words = text.slice(start, end);
  return MAY_BE_ADDRESS.test(words) && words.split(BLANK).some((part) => ADDRESS.test(part));
}

/** Gives the replacement the case of what it replaces: "Utilise" becomes "Use". */
export const matchCase = (original: string, replacement: string): string =>
  /^\p{Lu}\p{Ll}/u.test(original) || /^\p{Lu}$/u.test(original) ? replacement.charAt(0).toUpperCase() + replacement.slice(1) : replacement;

/** A fix that replaces text[from, to) of a block's prose; none where markup stands inside, which it would destroy. */
export function replaceIn(block: Block, prose: Prose, from: number, to: number, text: string, title?: string): Fix[] {
  const at = prose.sourceOf(from, to);
  return isPlainly(block.text.slice(at.start, at.end), prose.text.slice(from, to)) ? [replaceWith(at, text, title)] : [];
}

/** The same for prose at its place in a document. */
export function replaceAt(prose: PlacedProse, from: number, to: number, text: string, title?: string): Fix[] {
  const at = prose.spanOf(from, to);
  const start = prose.placed.start;
  return isPlainly(prose.placed.block.text.slice(at.start - start, at.end - start), prose.text.slice(from, to))
    ? [replaceWith(at, text, title)]
    : [];
}

/** A phrase of the house's lists, or one that a rule decides about in code. */
export interface Pattern extends Omit<Phrase, 'fix'> {
  readonly fix?: string | ((match: RegExpExecArray) => string | null) | undefined;
  /** The replacement stands as it is, whatever the case of the first letter. */
  readonly keepCase?: boolean;
  /** Last check on a match; false: leave it alone. */
  readonly only?: (match: RegExpExecArray, prose: Prose) => boolean;
}

function marked(match: RegExpExecArray): readonly [from: number, to: number] {
  const at = match.groups?.['at'];
  if (at === undefined) return [match.index, match.index + match[0].length];
  // The same letters can stand before it (“integrated care board are”).
  const from = match.index + (match[0].endsWith(at) ? match[0].length - at.length : match[0].indexOf(at));
  return [from, from + at.length];
}

function filled(fix: Pattern['fix'], match: RegExpExecArray): string | null {
  if (fix === undefined) return null;
  if (typeof fix === 'function') return fix(match);
  return fix.replace(
    /\$(?:(\d)|<(\w+)>)/g,
    (_, number?: string, name?: string) => (number ? match[Number(number)] : match.groups?.[name!]) ?? '',
  );
}

const indexOf = byObject((patterns: readonly Pattern[]) => patternIndex(patterns, ({ find }) => find));

/** Reports the patterns found in a block, outside quotations. Where two patterns mark overlapping text, the first one counts. */
export function reportPatterns(block: Block, patterns: readonly Pattern[], report: Report, skip?: (prose: Prose) => boolean): void {
  const mayFind = indexOf(patterns).in(block);
  if (!mayFind) return;
  for (const prose of block.prose) {
    if (skip?.(prose)) continue;
    const taken: Span[] = [];
    for (const pattern of mayFind(prose.text)) {
      for (const match of matchesOf(prose.text, pattern.find)) {
        const [from, to] = marked(match);
        if (isQuoted(prose, from, to) || inAddress(prose.text, from, to) || taken.some(({ start, end }) => from < end && to > start))
          continue;
        if (pattern.only && !pattern.only(match, prose)) continue;
        taken.push({ start: from, end: to });
        const text = prose.text.slice(from, to);
        const replacement = filled(pattern.fix, match);
        const fix = replacement === null || pattern.keepCase ? replacement : matchCase(text, replacement);
        report({
          at: prose.sourceOf(from, to),
          message: pattern.message.replaceAll('{text}', text).replaceAll('{fix}', fix ?? ''),
          ...(pattern.severity ? { severity: pattern.severity } : {}),
          ...(fix === null ? {} : { fixes: replaceIn(block, prose, from, to, fix) }),
        });
      }
    }
  }
}

/** Whether one of the phrases marks something that overlaps text[from, to). */
export const marksAny = (phrases: readonly Phrase[], text: string, from: number, to: number): boolean =>
  phrases.some(({ find }) => [...matchesOf(text, find)].some(({ index, 0: match }) => index < to && index + match.length > from));

/** Whether text[index] begins a sentence of the unit. */
export const startsSentence = (text: string, index: number): boolean =>
  /(?:^|[.!?:•]["’”')]{0,2}\s{1,3}|\n\s{0,3}|[‘“(])$/.test(text.slice(Math.max(0, index - 6), index));

/** The word that stands right before text[at], with one space between; '' when there is none. */
export function wordBefore(text: string, at: number): string {
  if (text[at - 1] !== ' ') return '';
  let from = at - 1;
  while (from > 0 && at - from < 40 && /[\p{L}\p{N}’'&-]/u.test(text[from - 1]!)) from--;
  return text.slice(from, at - 1);
}

const move = <T extends Span>(span: T, by: number): T => ({ ...span, start: span.start + by, end: span.end + by });

/** A problem of a block at its place in the document. */
export const moveProblem = (problem: Problem, by: number): Problem => ({
  ...problem,
  at: move(problem.at, by),
  ...(problem.fixes ? { fixes: problem.fixes.map((fix) => ({ ...fix, edits: fix.edits.map((edit) => move(edit, by)) })) } : {}),
});

/** What `reportPatterns` finds in a document's blocks, at its place in the document. */
export function patternFinder(patterns: readonly Pattern[]): { (document: SendDocument): readonly Problem[]; prepare(block: Block): void } {
  const inBlock = perBlock((block): readonly Problem[] | null => {
    const found: Problem[] = [];
    reportPatterns(block, patterns, (problem) => found.push(problem));
    return found.length > 0 ? found : null;
  });
  const blocksWithSome = blocksWith(inBlock);
  const find = (document: SendDocument): readonly Problem[] => {
    const all: Problem[] = [];
    for (const { placed, value } of blocksWithSome(document)) for (const problem of value) all.push(moveProblem(problem, placed.start));
    return all;
  };
  return Object.assign(find, { prepare: (block: Block) => void inBlock(block) });
}
