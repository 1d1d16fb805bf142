/* The month or year that running text gives for the previous inspection, held against the header. */
import { formatRange, marker, matchesOf, sentencesOf, type SendDocument } from '../../document/index.js';
import { MONTH_NAMES } from '../../framework/days.js';
import type { Report } from '../rule.js';

export const OTHER_INSPECTIONS =
  /\b(?:ILACS|JTAI|focused visit|children’s services inspection|inspection of (?:the )?(?:local authority’s |council’s )?children’s services|school inspection|thematic)\b/i;

const MONTH_OF_PREVIOUS = new RegExp(
  `\\b(?:previous|last) (?:area SEND |local area |SEND |full )?inspection,? (?:which )?(?:(?:took place|was carried out|was held|was) )?(?:in|of) (?<when>(?:(?<month>${MONTH_NAMES.join('|')}),? )?(?<year>20\\d\\d))\\b`,
  'gi',
);

interface MonthOfPrevious {
  readonly from: number;
  readonly to: number;
  /** As in 2018-11, or 2018 where no month is given. */
  readonly when: string;
}

/** “the previous inspection in November 2018”: a month or a year that the text gives. */
export const monthsOfPrevious = marker((prose): readonly MonthOfPrevious[] | null => {
  if (!/inspection/i.test(prose.text)) return null;
  const found = matchesOf(prose.text, MONTH_OF_PREVIOUS).flatMap((match): MonthOfPrevious[] => {
    const { when = '', month, year = '' } = match.groups ?? {};
    const to = match.index + match[0].length;
    const from = to - when.length;
    const sentence = sentencesOf(prose).find(({ start, end }) => from >= start && from < end)?.text ?? prose.text;
    if (
      OTHER_INSPECTIONS.test(sentence) ||
      /\b(?:school|college|home|services?|ILACS|setting)(?:’s|s’|s)? (?:previous|last)\b/i.test(sentence)
    )
      return [];
    const number = month && MONTH_NAMES.findIndex((name) => name.toLowerCase() === month.toLowerCase()) + 1;
    return [{ from, to, when: number ? `${year}-${String(number).padStart(2, '0')}` : year }];
  });
  return found.length > 0 ? found : null;
});

export function checkMonths(document: SendDocument, problem: Report): void {
  if (document.kind !== 'full-inspection-report') return;
  const previous = document.facts.previousInspections.found.flatMap(({ range, span }) => (range ? [{ range, span }] : []));
  const [first] = previous;
  if (!first) return;
  for (const { unit, value } of monthsOfPrevious(document))
    for (const { from, to, when } of value) {
      if (previous.some(({ range }) => range.start.startsWith(when) || range.end.startsWith(when))) continue;
      problem({
        at: unit.spanOf(from, to),
        severity: 'warning',
        message: `The previous inspection has another date at the top: ${formatRange(first.range)}. Make the two agree.`,
        related: [{ span: first.span, message: 'The dates of the previous inspection are given here.' }],
      });
    }
}
