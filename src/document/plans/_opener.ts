import { fieldAt } from './_entry.js';
import { readDeadline } from './deadline.js';
import { timeInYear, yearOver } from './_in-year.js';
import type { Labels } from './_labels.js';
import { withoutStrays } from '../../text/strays.js';
import type { PieceText } from './_piece-types.js';
import { within, type PlanParts } from './_plan-parts.js';
import { opensPromises, titlesPromises } from './_promises.js';
import { isMeantAsTime, isPeriod } from './_times-in-words.js';
import type { Field } from './_values.js';
import type { Section } from '../types.js';

/*
 * What makes actions of the plain items below it: a heading or line such as "What we will do" or "September 2025".
 */

interface Open {
  readonly section: Section | null;
  /** It promises what stands below it; a time alone does not. */
  readonly isPromise: boolean;
  readonly period: Field | null;
  /** How deep the items stand that are actions, once one has come. */
  depth: number | null;
  closed: boolean;
}

/** Headings of parts, whatever label their first word may be: "Priority 2: early help". */
const PART =
  /^(?:aim|outcome|objective|goal|ambition|area|priority|theme|pillar|strand|workstream|step|stage|phase|part)s? (?:[\dA-Z]|one|two|three|four|five|six)\b/i;

export class Opener {
  #open: Open | null = null;

  constructor(
    private readonly labels: Labels,
    private readonly parts: PlanParts,
  ) {}

  /** A heading that promises what the lists below it hold, or is the time at which they come true. */
  heading(heading: PieceText, base: number, section: Section | null): void {
    const text = heading.text.replace(/^(?:\p{Lu}|\d{1,2}(?:\.\d{1,2}){0,2}|[ivx]{1,4})[.)] /u, '');
    const before = this.#open;
    const period = timeOf(heading, base, section);
    if (period || opensPromises(`${text.replace(/[:?]$/, '')}:`) || this.#titlesActions(text)) {
      this.#begin(section, period ?? deadlineIn(heading, base), period === null);
      return;
    }
    // Parts of such a part, unless their headings ask for something else.
    const role = PART.test(text) ? null : this.labels.fieldOf(text);
    const inner = before?.isPromise === true && section !== before.section && within(section, before.section) && role === null;
    this.#open = inner ? { ...before, depth: null, closed: false } : null;
  }

  /** A line that is bold as a whole. */
  strong(line: PieceText, base: number, section: Section | null): void {
    const period = timeOf(line, base, section, section);
    if (this.#open) this.#open.closed = period === null;
    if ((period || titlesPromises(line.text)) && this.parts.mayList(section))
      this.#begin(section, period ?? deadlineIn(line, base), period === null);
  }

  /** A paragraph between lists. */
  paragraph({ text }: PieceText, quoted: boolean, section: Section | null): void {
    // A list that "This matters because:" announces promises nothing.
    if (this.#open && (text.endsWith(':') || this.labels.isLabel(text))) this.#open.closed = true;
    // A heading that became plain text on its way.
    if (!quoted && this.#titlesActions(text) && this.parts.mayList(section)) this.#begin(section, null, true);
  }

  close(): void {
    if (this.#open) this.#open.closed = true;
  }

  get isOpen(): boolean {
    return this.#open !== null && !this.#open.closed;
  }

  /** Whether a place is below a title over what will be done; a time does not promise. */
  promises(section: Section | null): boolean {
    return this.#over(section)?.isPromise === true;
  }

  /** The time over a place, also where a line in between has closed the list below it. */
  timeAround(section: Section | null): Field | null {
    return this.#open && within(section, this.#open.section) ? this.#open.period : null;
  }

  /** The time over a place, where nothing has come in between. */
  timeOver(section: Section | null): Field | null {
    return this.#over(section)?.period ?? null;
  }

  /** What an item below it is: an action, or something that only stands in the same list; null where nothing is open over it. */
  takes(text: string, depth: number, section: Section | null): 'action' | 'other' | null {
    const open = this.#over(section);
    if (!open) return null;
    if (text.endsWith(':') && open.depth === null) return 'other';
    open.depth ??= depth;
    return depth === open.depth ? 'action' : 'other';
  }

  #over(section: Section | null): Open | null {
    return this.#open && !this.#open.closed && within(section, this.#open.section) ? this.#open : null;
  }

  #begin(section: Section | null, period: Field | null, isPromise: boolean): void {
    this.#open = this.parts.mayList(section) ? { section, isPromise, period, depth: null, closed: false } : null;
  }

  /** "What we will do", "Next steps": a title over what will be done. */
  readonly #titlesActions = (text: string): boolean =>
    titlesPromises(text) || (this.labels.isLabel(text) && this.labels.fieldOf(text) === 'action');
}

/** "Actions due by 31 July 2027": the deadline in a title over what will be done. */
function deadlineIn(heading: PieceText, base: number): Field | null {
  const time = /\b(?:by|before|until)(?: the)?(?: end of)? ([^,;:]{4,40}):?$/i.exec(heading.text)?.[1];
  return time !== undefined && readDeadline(time).date !== null ? { ...fieldAt(heading, base), text: time } : null;
}

/** "Now (by March 2027)", "Phase 2: 2027 to 2028": a stage, and its time. */
const STAGE =
  /^(?:now|next|later|soon|then|first|(?:short|medium|long)(?:er)?[- ]term|(?:stage|phase|year|step|horizon|quarter|term|wave) (?:\d|one|two|three|four|five))(?:\s*[(:–—-]\s*| )(?:(?:up to|to|by|before|until|from|in|during) )?([^()]{4,45})\)?$/iu;

function stageTime(heading: PieceText, base: number): Field | null {
  const time = STAGE.exec(heading.text)?.[1];
  return time !== undefined && isPeriod(time) ? { ...fieldAt(heading, base), text: time } : null;
}

/** The time that a heading is; "September" may stand below one that has the year. */
function timeOf(heading: PieceText, base: number, section: Section | null, around = section?.parent ?? null): Field | null {
  if (isPeriod(heading.text)) return fieldAt(heading, base);
  const meant = withoutStrays(heading.text).replace(/(?<=\p{L}{3})(?=20\d\d$)/u, ' ');
  if (meant !== heading.text && isPeriod(meant)) return { ...fieldAt(heading, base), text: meant };
  const stage = stageTime(heading, base);
  if (stage) return stage;
  const year = isMeantAsTime(heading.text) ? yearOver(around) : null;
  const text = year === null ? null : timeInYear(heading.text, year);
  return text === null ? null : { ...fieldAt(heading, base), text };
}
