import { HISTORY } from '../../framework/terms-outdated.js';
import type { IsoDate } from '../../framework/types.js';

/*
 * Whether a sentence tells of a time other than that of its document. There a body that has ended, or one that is still to come, is named
 * rightly.
 */

/** Words of change and of times gone by; the years among them depend on what is told of. */
const PAST = HISTORY.slice(1);
const CHANGE =
  /\b(?:became|becomes|becoming|join(?:s|ed|ing)?|combin\w+|amalgamat\w+|created|formed|established|renamed|called|known as|(?:brought|came|come|coming) together|takes? the place|took the place|in place of|instead of|successors?|reorgani[sz]\w+|restructur\w+|change[ds]?|changing|split|ended|ends|closed|wound up|to date|history|previous)\b/i;
const FUTURE =
  /\b(?:will|shall|would|(?:is|are) (?:to|due|planned|expected|set|about|going) |proposed|proposals?|upcoming|future|next (?:year|spring|summer|autumn|winter|April))\b/i;

const MONTHS = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december'];
const YEAR = /(?:\b(January|February|March|April|May|June|July|August|September|October|November|December) )?\b(20\d\d)\b/gi;

/** Whether a sentence gives a month or year that lies before the end of this day's month. */
function datesBefore(sentence: string, day: IsoDate): boolean {
  for (const [, month, year] of sentence.matchAll(YEAR)) {
    const at = month === undefined ? `${year!}-12` : `${year!}-${String(MONTHS.indexOf(month.toLowerCase()) + 1).padStart(2, '0')}`;
    if (at <= day.slice(0, 7)) return true;
  }
  return false;
}

const NOW = /^(?:is|are|has|have|does|do|can|must|should|may|and|or|who|which|to)$/i;
const DID =
  /^(?:\p{L}+ed|led|began|gave|made|took|held|wrote|paid|met|ran|built|spent|chose|found|left|sent|told|brought|went|kept|knew|saw|did|got|grew|sought|won|lost)$/iu;

/** Whether the verb behind a name, within four words of it, tells what was. */
function didSo(after: string): boolean {
  for (const word of (after.match(/[\p{L}’'-]+/gu) ?? []).slice(0, 4)) {
    if (NOW.test(word)) return false;
    if (DID.test(word)) return true;
  }
  return false;
}

/** The verb of a clause that ends at a name: “staff who worked for …”. */
const CLAUSE_BEFORE = /\b(?:who|which|that) (?:\p{L}+ly )?(\p{L}+)(?: \p{L}+){0,3} $/iu;

/**
 * Whether a sentence that names a body tells of the past, of the future or of the change itself.
 * @param before What stands before the name in the sentence, and `after` what follows it.
 * @param last The last day on which the body was there.
 */
export const tellsOfOtherTime = (
  sentence: string,
  { before, after }: { readonly before: string; readonly after: string },
  last: IsoDate,
): boolean =>
  PAST.some((words) => words.test(sentence)) ||
  CHANGE.test(sentence) ||
  FUTURE.test(sentence) ||
  datesBefore(sentence, last) ||
  didSo(after) ||
  DID.test(CLAUSE_BEFORE.exec(before)?.[1] ?? '');
