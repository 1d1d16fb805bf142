import { MONTH_NAMES, addDays } from '../framework/days.js';
import { EDITION_INFO } from '../framework/kinds.js';
import type { Days } from '../framework/public-bodies.js';
import type { IsoDate } from '../framework/types.js';
import { knownFacts } from './facts/known.js';
import type { SendDocument } from './types.js';

/** Days from the last day of an inspection to the publication of its report, at most: 75 working days. */
const TO_PUBLICATION = 107;

const YEARS = /\b(20\d\d)(?: ?(?:to|–|—|-|\/|until) ?(20)?(\d\d)\b)?/;

/** The years that a title gives: “2023 to 2026”, “2025/26”, “2024”. */
function yearsOf(title: string): Days | null {
  const match = YEARS.exec(title);
  if (!match) return null;
  const [, first, , last] = match;
  return { from: `${first!}-01-01`, to: `${last === undefined ? first! : `20${last}`}-12-31` };
}

const spanning = (days: readonly (IsoDate | undefined | null)[]): Days | null => {
  const known = days.filter((day): day is IsoDate => typeof day === 'string').sort();
  return known[0] === undefined ? null : { from: known[0], to: known.at(-1)! };
};

/** How much of the text below a title tells when a plan was written, in UTF-16 code units. */
const COVER = 1500;

const MONTH_AND_YEAR = new RegExp(`\\b(${MONTH_NAMES.join('|')})(?: \\d{1,2}(?:st|nd|rd|th)?,?)? (20\\d\\d)\\b`, 'gi');

/** A plan whose first lines name months, all of them before the framework: “(v22) April 2019”. Null for every other plan. */
function ofOldPlan({ headings, text }: SendDocument, today: IsoDate): Days | null {
  const start = headings.find(({ depth }) => depth === 1)?.span.end ?? 0;
  const months = [...text.slice(start, start + COVER).matchAll(MONTH_AND_YEAR)]
    .map(([, name, year]): IsoDate => {
      const month = MONTH_NAMES.findIndex((known) => known.toLowerCase() === name!.toLowerCase()) + 1;
      return `${year!}-${String(month).padStart(2, '0')}-01`;
    })
    .sort();
  const [first] = months;
  return first !== undefined && months.at(-1)! < EDITION_INFO[0]!.from ? { from: first, to: today } : null;
}

/**
 * The days of which a document speaks, which decide who exists and what bodies are called. A report: from the inspection to its publication,
 * or to the day by which it is usually published. A plan: the day of its publication, else the years in its title, else from what it answers
 * until today, else from the months that its first lines name where all are before the framework. A note: the day of its meeting. Where nothing is known, today.
 */
export function documentDays(document: SendDocument, today: IsoDate): Days {
  const { kind, facts, frontMatter } = document;
  const { data } = frontMatter;
  const only = { from: today, to: today };
  const known = knownFacts(document);
  const inspection = known.inspection?.value;
  switch (kind) {
    case 'full-inspection-report':
    case 'monitoring-inspection-report': {
      const days = spanning([
        inspection?.start,
        inspection?.end,
        data.report?.received,
        known.reportPublished?.value ?? (inspection && addDays(inspection.end, TO_PUBLICATION)),
      ]);
      const year = facts.copyrightYear?.value;
      return days ?? (year ? { from: `${year}-01-01`, to: `${year}-12-31` } : only);
    }
    case 'engagement-meeting-note':
      return spanning([known.meeting?.value]) ?? only;
    default: {
      const days = spanning([data.plan?.submitted, data.plan?.approved, known.planPublished?.value]);
      if (days) return days;
      const title = document.headings.find(({ depth }) => depth === 1)?.text ?? '';
      const years = yearsOf(title);
      if (years) return years;
      const answered = inspection?.start ?? data.report?.received ?? known.reportPublished?.value;
      return answered && answered < today ? { from: answered, to: today } : (ofOldPlan(document, today) ?? only);
    }
  }
}
