import type { Found, FoundRange } from '../../document/index.js';
import { SOURCES, cite } from '../../framework/sources.js';
import { replaceWith, type DocumentRule, type Problem } from '../rule.js';

/** Whether a label stands before one day or several; null when the dates cannot be read. */
function severalDays(found: readonly FoundRange[]): boolean | null {
  if (found.length === 0 || found.some(({ range }) => range === null)) return null;
  return found.length > 1 || found[0]!.range!.start !== found[0]!.range!.end;
}

function mismatch(label: Found<string> | null, found: readonly FoundRange[]): Problem | null {
  const several = severalDays(found);
  const word = label && /\bdates?\b/i.exec(label.value);
  if (several === null || !label || !word) return null;
  const plural = /s$/i.test(word[0]);
  if (plural === several) return null;
  const start = label.span.start + word.index;
  // Markup inside the label would move the word.
  if (label.span.end - label.span.start !== label.value.length) return null;
  const at = { start, end: start + word[0].length };
  const right = plural ? word[0].slice(0, -1) : `${word[0]}s`;
  return {
    at,
    message: several
      ? `More than one day follows, so this label should say “${right}”.`
      : `Only one day follows, so this label should say “${right}”.`,
    fixes: [replaceWith(at, right)],
  };
}

const report = (...lines: readonly string[]): string =>
  `# Area SEND inspection of Exampleshire Local Area Partnership\n\n${lines.join('\n\n')}\n\n## Inspection outcome\n\nThe text.\n`;

const rule: DocumentRule = {
  id: 'label-number',
  title: 'The label says “Date” before one day and “Dates” before several',
  severity: 'info',
  kinds: ['full-inspection-report'],
  source: cite(SOURCES.publishedReports, 'below the title'),
  rationale: 'Both labels are in use, and the right one tells readers at once whether a single day or a week is meant.',
  help: 'Write “Date of previous inspection” before one day, and “Dates of previous inspection” before a range.',
  examples: {
    valid: [
      {
        kind: 'full-inspection-report',
        text: report('Inspection dates: 11 to 15 March 2024', 'Dates of previous inspection: 23 to 27 January 2017'),
      },
      {
        title: 'one day',
        kind: 'full-inspection-report',
        text: report('Inspection dates: 11 to 15 March 2024', 'Date of previous inspection: 16 May 2016'),
      },
      {
        title: 'two single days',
        kind: 'full-inspection-report',
        text: report('Inspection dates: 11 to 15 March 2024', 'Dates of previous inspection: 16 May 2016 and 3 July 2018'),
      },
      {
        title: 'no day',
        kind: 'full-inspection-report',
        text: report('Inspection dates: [insert dates]', 'Date of previous inspection: Not previously inspected'),
      },
    ],
    invalid: [
      {
        title: 'one label before a range',
        kind: 'full-inspection-report',
        text: report('Inspection dates: 11 to 15 March 2024', '**Date of previous inspection:** 23 to 27 January 2017'),
        finds: [{ at: 'Date', message: /More than one day/ }],
        fixed: report('Inspection dates: 11 to 15 March 2024', '**Dates of previous inspection:** 23 to 27 January 2017'),
      },
      {
        title: 'the plural before one day',
        kind: 'full-inspection-report',
        text: report('Inspection dates: 11 March 2024', 'Dates of previous inspection: 16 May 2016'),
        finds: [
          { at: 'dates', message: /“date”/ },
          { at: 'Dates', message: /Only one day/ },
        ],
        fixed: report('Inspection date: 11 March 2024', 'Date of previous inspection: 16 May 2016'),
      },
    ],
  },
  check(document, problem) {
    const { inspection, previousInspections } = document.facts;
    for (const found of [
      mismatch(inspection.label, inspection.found ? [inspection.found] : []),
      mismatch(previousInspections.label, previousInspections.found),
    ]) {
      if (found) problem(found);
    }
  },
};

export default rule;
