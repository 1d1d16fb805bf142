import type { Finding } from '../../check/index.js';
import { formatDate } from '../../document/index.js';
import { plural } from '../../text/words.js';

/** The rule that finds gaps. */
export const GAP_RULE = 'placeholder';

export interface StatusCounts {
  readonly errors: number;
  readonly warnings: number;
  /** Worth a look, gaps left out. */
  readonly infos: number;
  /** Gaps of a draft that are still to be filled. */
  readonly gaps: number;
}

export function countsOf(findings: readonly Pick<Finding, 'rule' | 'severity'>[]): StatusCounts {
  const counts = { errors: 0, warnings: 0, infos: 0, gaps: 0 };
  for (const { rule, severity } of findings) {
    if (severity === 'error') counts.errors++;
    else if (severity === 'warning') counts.warnings++;
    else if (rule === GAP_RULE) counts.gaps++;
    else counts.infos++;
  }
  return counts;
}

/** “71 gaps to fill, 2 to fix”; empty when nothing is left. */
export function statusText({ errors, warnings, gaps }: StatusCounts): string {
  const toFix = errors + warnings;
  return [gaps > 0 ? `${plural(gaps, 'gap')} to fill` : '', toFix > 0 ? `${toFix} to fix` : ''].filter((part) => part !== '').join(', ');
}

const number = new Intl.NumberFormat('en-GB');

/** “2,340 words · age 14”, what a screen reader says, and what is shown for whoever points at it. `chosen`: words of what is selected. */
export function wordText(
  words: number,
  readingAge: number | null,
  chosen: number | null,
): { readonly text: string; readonly spoken: string; readonly tooltip: string } {
  const counted = `${number.format(words)} ${words === 1 ? 'word' : 'words'}`;
  const count = chosen === null ? counted : `${number.format(chosen)} of ${counted}`;
  return {
    text: readingAge === null ? count : `${count} · age ${readingAge}`,
    spoken: readingAge === null ? count : `${count}, reading age about ${readingAge}`,
    tooltip: `${counted} in paragraphs, headings, lists and tables.${
      readingAge === null ? '' : `\nIts paragraphs and lists can be read from an age of about ${readingAge}.`
    }\nSelect to see each section in the view Completeness.`,
  };
}

/** The first place after an offset (1) or the last one before it (-1), round again at the end; null when there is none. */
export function nextAfter<One extends { readonly start: number }>(places: readonly One[], way: 1 | -1, offset: number): One | null {
  let first: One | null = null;
  let next: One | null = null;
  for (const place of places) {
    const at = place.start * way;
    if (!first || at < first.start * way) first = place;
    if (at > offset * way && (!next || at < next.start * way)) next = place;
  }
  return next ?? first;
}

/** “18 Dec 2026”: the panel is narrow. `day` is YYYY-MM-DD. */
export function shortDate(day: string): string {
  const [date, month, year] = formatDate(day).split(' ') as [string, string, string];
  return `${date} ${month.slice(0, 3)} ${year}`;
}
