import { MONITORING_OUTCOMES, OUTCOMES } from '../../framework/wording.js';
import type { OutcomeId, Span } from '../../framework/types.js';
import { align, normaliseText, tokenise, type Alignment, type Difference, type Token } from '../../text/align.js';
import type { Found, OutcomeStatement, PlacedProse } from '../types.js';
import { editDistance } from '../../text/nearest.js';
import { matchesOf } from '../../text/matches.js';
import { latestByName, byText } from '../../memo/memo.js';

/** Prose units joined into one text, with the way back to the source. */
export class JoinedProse {
  readonly text: string;
  #tokens: readonly Token[] | null = null;
  readonly #starts: number[] = [];

  constructor(private readonly units: readonly PlacedProse[]) {
    let text = '';
    for (const unit of units) {
      this.#starts.push(text.length);
      text += `${unit.text}\n`;
    }
    this.text = text;
  }

  get tokens(): readonly Token[] {
    return (this.#tokens ??= tokenise(this.text));
  }

  /** Absolute span of text[from, to). */
  spanOf(from: number, to: number): Span {
    const first = this.#unit(from);
    const last = this.#unit(Math.max(from, to - 1));
    if (first < 0 || last < 0) return { start: 0, end: 0 };
    const start = this.units[first]!.spanOf(from - this.#starts[first]!, this.units[first]!.text.length).start;
    const end = this.units[last]!.spanOf(0, to - this.#starts[last]!).end;
    return { start, end: Math.max(start, end) };
  }

  #unit(offset: number): number {
    return this.#starts.findLastIndex((start) => start <= offset);
  }
}

export interface FixedWordingMatch {
  readonly expected: string;
  readonly from: number;
  readonly to: number;
  readonly exact: boolean;
  readonly score: number;
  readonly differences: readonly Difference[];
}

const tokensOf = byText(tokenise);
const latest = latestByName<Alignment | null>();

const alignmentOf = (expected: string, joined: JoinedProse, least: number): Alignment | null =>
  latest(expected, [joined.text, least], () => align(tokensOf(expected), joined.tokens, least));

const normalised = byText(normaliseText);

/** The variant that comes closest to a place in the text, exact ones first; null below `least`. */
function closestWording(joined: JoinedProse, variants: readonly string[], least = 0.55): FixedWordingMatch | null {
  let best: FixedWordingMatch | null = null;
  for (const expected of variants) {
    const found = alignmentOf(expected, joined, least);
    if (!found) continue;
    // Take in the full stop that ends the wording.
    const to = /[.]/.test(joined.text[found.to] ?? '') ? found.to + 1 : found.to;
    const exact = normalised(joined.text.slice(found.from, to)) === normalised(expected);
    if (!best || (exact && !best.exact) || (exact === best.exact && found.score > best.score)) {
      best = { expected, from: found.from, to, exact, score: found.score, differences: found.differences };
    }
  }
  return best;
}

/** Words that no other outcome's statement has. */
const MARKS: readonly [OutcomeId, RegExp][] = [
  [1, /\btypically\b[^.]{0,60}\bpositive\b|\bpositive experiences and outcomes\b/i],
  [2, /\binconsistent experiences\b|\blead to inconsistent\b/i],
  [3, /\bwidespread\b[^.]{0,30}\bfailings\b|\bsystemic failings\b/i],
];

/** The outcomes that a text names by their marks, each at the words of its mark. */
export function outcomesNamed(text: string): readonly { readonly outcome: OutcomeId; readonly from: number; readonly to: number }[] {
  return MARKS.flatMap(([outcome, mark]) => {
    const match = mark.exec(text);
    // Anybody wishes for positive experiences.
    return match && (outcome !== 1 || /typically/i.test(match[0]))
      ? [{ outcome, from: match.index, to: match.index + match[0].length }]
      : [];
  });
}

/** Statements of the three outcomes in the outcome section, closely or loosely worded. */
export function outcomeStatements(joined: JoinedProse): OutcomeStatement[] {
  const statements: OutcomeStatement[] = [];
  for (const outcome of OUTCOMES) {
    const match = closestWording(joined, outcome.statements, 0.5);
    const mark = MARKS[outcome.id - 1]![1].exec(joined.text);
    // The three share many words: only its own mark, or a very close likeness, makes it a statement of this outcome.
    if (match && (mark ? mark.index >= match.from - 80 && mark.index <= match.to + 80 : match.score >= 0.9)) {
      statements.push({
        outcome: outcome.id,
        exact: match.exact,
        text: joined.text.slice(match.from, match.to),
        expected: match.expected,
        span: joined.spanOf(match.from, match.to),
      });
    }
  }
  return statements.sort((a, b) => a.span.start - b.span.start);
}

const NUMBER_WORDS: Readonly<Record<string, number>> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  twelve: 12,
  eighteen: 18,
  'twenty-four': 24,
};

export function parseNumber(text: string): number | null {
  if (/^\d{1,4}$/.test(text)) return Number(text);
  return NUMBER_WORDS[text.toLowerCase()] ?? null;
}

/** The number that a word with one letter too many, too few or wrong stands for; null where it may be several. */
function nearNumber(word: string): number | null {
  const near = Object.keys(NUMBER_WORDS).filter((name) => editDistance(name, word.toLowerCase()) === 1);
  return near.length === 1 ? NUMBER_WORDS[near[0]!]! : null;
}

function interval(joined: JoinedProse, subject: RegExp): Found<number> | null {
  for (const sentence of matchesOf(joined.text, /[^.\n]+/g)) {
    if (!subject.test(sentence[0])) continue;
    const match = /\b(\d{1,3}|[a-z]+(?:-four)?) (years?|months?)\b/i.exec(sentence[0]);
    if (!match) continue;
    const near = /\bapproximately $/i.test(sentence[0].slice(0, match.index)) ? nearNumber(match[1]!) : null;
    const number = parseNumber(match[1]!) ?? near;
    if (number === null) continue;
    const from = sentence.index + match.index;
    return { value: /^year/i.test(match[2]!) ? number * 12 : number, span: joined.spanOf(from, from + match[0].length) };
  }
  return null;
}

/** Months until the next full inspection or reinspection, as the report says. */
export const nextFullInspection = (joined: JoinedProse): Found<number> | null =>
  interval(
    joined,
    /\b(?:next full|full (?:area SEND )?re-?inspection|next (?:area SEND )?inspection (?:will|should) be (?:a|another) full)\b/i,
  );

/**
 * Whether a monitoring report says of the partnership that its action is effective; of single areas, only where it says so of no other.
 * `outcome` is the prose of its section about the outcome, which speaks of the partnership whatever its words.
 */
export function effectiveAction(units: readonly PlacedProse[], outcome: readonly PlacedProse[]): Found<boolean> | null {
  const ofOutcome = new Set(outcome.map(({ span }) => span.start));
  const found: { readonly value: boolean; readonly span: Span; readonly whole: boolean }[] = [];
  for (const unit of units) {
    for (const sentence of matchesOf(unit.text, /[^.\n]+/g)) {
      const whole = ofOutcome.has(unit.span.start) || /\bpartnership\b/i.test(sentence[0]);
      for (const match of matchesOf(sentence[0], MONITORING_OUTCOMES.pattern)) {
        const sort = (match.groups?.['sort'] ?? match.groups?.['other'] ?? match.groups?.['passive'] ?? '').toLowerCase();
        const before = sentence[0].slice(Math.max(0, match.index - 40), match.index);
        const value = sort === 'effective' && !match.groups?.['negated'] && !MONITORING_OUTCOMES.not.test(before);
        const from = sentence.index + match.index;
        found.push({ value, span: unit.spanOf(from, from + match[0].length), whole });
      }
    }
  }
  // The outcome stands before the areas, and speaks of the partnership.
  const deciding = found.some(({ whole }) => whole) ? found.filter(({ whole }) => whole) : found;
  const first = deciding[0];
  return first && deciding.every(({ value }) => value === first.value) ? { value: first.value, span: first.span } : null;
}

/** Months until the monitoring inspection, as the report says. */
export const monitoringInspection = (joined: JoinedProse): Found<number> | null => interval(joined, /\bmonitoring inspection\b/i);

function sentenceWith(joined: JoinedProse, pattern: RegExp): Found<true> | null {
  const match = pattern.exec(joined.text);
  if (!match) return null;
  let from = Math.max(joined.text.lastIndexOf('\n', match.index), joined.text.lastIndexOf('. ', match.index) + 1) + 1;
  while (/\s/.test(joined.text[from] ?? '')) from++;
  let to = joined.text.slice(match.index).search(/\.(?:\s|$)|\n/);
  to = to < 0 ? joined.text.length : match.index + to;
  if (joined.text[to] === '.') to++;
  return { value: true, span: joined.spanOf(Math.min(from, match.index), to) };
}

export const strategicPlanRequest = (joined: JoinedProse): Found<true> | null =>
  sentenceWith(
    joined,
    /\bupdates? and publish(?:es)? (?:its|their|the) strategic (?:SEND )?plan\b|\basks? that the local area partnership updates?\b/i,
  );

export const priorityActionPlanRequirement = (joined: JoinedProse): Found<true> | null =>
  sentenceWith(
    joined,
    /\bprepares? and submits? (?:a|their|its) (?:written )?priority action plan\b|\brequires? the (?:local )?area partnership to (?:prepare|submit)\b/i,
  );
