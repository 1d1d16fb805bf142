/* What is being typed is not finished, and nobody is to be told so. Without the editor, so that it can be tested by itself. */
import type { Finding } from '../../check/index.js';

/** Where somebody types. Offsets are UTF-16 code units. */
export interface TypingPlace {
  /** Of the cursor. */
  readonly at: number;
  /** Of its line, without the line break. */
  readonly line: { readonly start: number; readonly end: number };
}

const WHOLE_LINE = /^\s*(?:\||(?:[-*+•]|\d{1,9}[.)])[ \t])/;

const keyOf = ({ rule, message }: Pick<Finding, 'rule' | 'message'>): string => `${rule}\n${message}`;

/** What was found on a line before somebody typed there. */
export const knownOn = (findings: readonly Finding[], { line }: TypingPlace): ReadonlySet<string> =>
  new Set(findings.filter(({ start, end }) => start.offset <= line.end && end.offset >= line.start).map(keyOf));

/**
 * The findings without those that came up at the words, the row or the list item that is being typed. `known` were there before, and stay.
 */
export function quiet(text: string, findings: readonly Finding[], place: TypingPlace, known: ReadonlySet<string>): readonly Finding[] {
  const whole = WHOLE_LINE.test(text.slice(place.line.start, place.line.end));
  return findings.filter((finding) => {
    const { start, end } = finding;
    const here = whole
      ? start.offset <= place.line.end && end.offset >= place.line.start
      : start.offset <= place.at && end.offset >= place.at && start.offset >= place.line.start;
    return !here || known.has(keyOf(finding));
  });
}
