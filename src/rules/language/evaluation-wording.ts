import { EDITIONS } from '../../framework/types.js';
import { marker, quick, sentencesOf } from '../../document/index.js';
import { SOURCES, cite } from '../../framework/sources.js';
import { REPORTS, type DocumentRule } from '../rule.js';
import { isQuoted } from '../support/prose.js';

/** What an inspection of a local area gave before June 2025, and gives no longer. */
const WORDS = quick(/\b(?:judge?ments?|grade[sd]?|grading|ratings?|judged)\b/gi);

/** Schools, settings, services and other inspections are judged, graded and rated by frameworks of their own, and people judge for themselves. */
const OTHERS =
  /\b(?:schools?|settings?|nurser\w+|colleges?|providers?|provision|pupils?|children’s (?:homes?|services)|social care|ILACS|hospitals?|trusts?|clinical|professional|value|exam\w*|GCSEs?|A levels?|RAG|risks?|attend\w+|survey|satisfaction|needs?|own|good|outstanding|inadequate|requires improvement|previous|20(?:1\d|2[0-4]))\b/i;
/** What is evaluated here. */
const AREA =
  /\b(?:this|the|area SEND|full|monitoring) (?:area SEND |full |monitoring )?inspection\b|\b(?:local area|area) partnership\b|\binspectors?\b|\binspection team\b|\bHMCI\b|\b(?:the|this) (?:local )?area(?:[’']s)?\b/i;

interface Use {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

const usesIn = marker(
  (prose): readonly Use[] | null => {
    const uses = WORDS.matches(prose.text).flatMap((match): Use[] => {
      const [from, to] = [match.index, match.index + match[0].length];
      if (isQuoted(prose, from, to)) return [];
      const sentence = sentencesOf(prose).find(({ start, end }) => from >= start && from < end)?.text ?? prose.text;
      return AREA.test(sentence) && !OTHERS.test(sentence) ? [{ from, to, text: match[0] }] : [];
    });
    return uses.length > 0 ? uses : null;
  },
  [WORDS],
);

const F = 'full-inspection-report';
const report2026 = (text: string): string =>
  `# Area SEND inspection of Exampleshire Local Area Partnership\n\nInspection dates: 19 to 23 January 2026\n\n${text}\n`;

const rule: DocumentRule = {
  id: 'evaluation-wording',
  title: 'An area is evaluated and has an outcome; it is not judged, graded or rated',
  severity: 'info',
  kinds: REPORTS,
  source: cite(SOURCES.handbook, 'summary of changes of June 2025: “evaluate” and “outcome” throughout'),
  rationale:
    'Since June 2025 the handbook speaks of evaluations and outcomes. A judgement or a grade makes readers look for a scale that there is not.',
  help: 'Write “evaluation”, “outcome” or “finding”. Judgements, grades and ratings of schools, settings and other services keep their names.',
  examples: {
    valid: [
      { kind: F, text: report2026('Inspectors evaluated the partnership’s work. The outcome is set out above.') },
      {
        title: 'what others are given',
        kind: F,
        text: report2026(
          'Inspectors saw schools that are judged to be good. Settings’ ratings are published. Inspectors met young people who use their own judgement.',
        ),
      },
      {
        title: 'an inspection before June 2025',
        kind: F,
        text: '# Area SEND inspection of Exampleshire Local Area Partnership\n\nInspection dates: 11 to 15 March 2024\n\nThis inspection’s judgement is set out above.\n',
      },
    ],
    invalid: [
      {
        kind: F,
        text: report2026(
          'Inspectors judged the local area partnership’s arrangements. The inspection’s judgement and the grade of the local area partnership follow.',
        ),
        finds: [
          { at: 'judged', message: /“evaluated”/, severity: 'info' },
          { at: 'judgement', message: /“evaluation” or “outcome”/ },
          { at: 'grade' },
        ],
      },
    ],
  },
  looksFor: [usesIn],
  check(document, report) {
    if (EDITIONS.indexOf(document.edition) < EDITIONS.indexOf('2025-06')) return;
    for (const { unit, value } of usesIn(document)) {
      for (const { from, to, text } of value) {
        const instead = /ed$/i.test(text)
          ? '“evaluated”'
          : /ing$/i.test(text) && !/rating$/i.test(text)
            ? '“evaluating”'
            : '“evaluation” or “outcome”';
        report({
          at: unit.spanOf(from, to),
          message: `Since June 2025 the handbook does not say “${text}” of a local area. Write ${instead}.`,
        });
      }
    }
  },
};

export default rule;
