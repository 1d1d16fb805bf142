import { answersOf, newActionFor, type AreaFact, type AreaReference, type SendDocument } from '../../document/index.js';
import { SOURCES, cite } from '../../framework/sources.js';
import type { Span } from '../../framework/types.js';
import { PLAN_ERROR, PLANS, type DocumentRule, type RelatedPlace } from '../rule.js';
import { actionsPlace, clip, expectedAreas, linkedReport, pathTo } from './_plan.js';

/** A part that is there for the area and holds no action for it, else the heading over the actions. */
function placeFor(document: SendDocument, area: AreaFact): Span {
  const name = new RegExp(`\\b${area.id.slice(0, 3)}[ -]?${area.id.slice(3)}(?!\\d)`, 'i');
  return document.headings.find(({ depth, text }) => depth > 1 && name.test(text))?.textSpan ?? actionsPlace(document);
}

/** Words of the plan, and the heading that they stand under. */
function wordsAt(document: SendDocument, { span, value }: AreaReference): string {
  const heading = document.sectionAt(span.start)?.heading?.text;
  return `The words “${clip(value.replace(/\s+/g, ' '), 80)}”${heading === undefined || heading.includes(value) ? '' : ` under “${clip(heading, 60)}”`}`;
}

const REPORT = `# Area SEND inspection of Exampleshire Local Area Partnership

## Areas for improvement

| Areas for improvement |
| --- |
| Leaders at NHS Exampleshire Integrated Care Board should reduce the time that children wait for an autism assessment. |
| Leaders at Exampleshire County Council should complete annual reviews within the statutory timescales. |
| Leaders across the partnership should start planning for adulthood earlier with young people and their families. |
`;
const others = { 'report.md': REPORT };
const plan = (body: string): string =>
  `---\nrespondsTo: report.md\n---\n\n# Exampleshire Local Area Partnership SEND strategic plan\n\n## Our actions\n\n${body}\n`;
const table = (...rows: string[]): string =>
  ['| Action | Area | Lead | Due | Measure |', '| --- | --- | --- | --- | --- |', ...rows].join('\n');
const REST = 'Head of SEND | March 2027 | 80 of 90';

const rule: DocumentRule = {
  id: 'area-not-covered',
  title: 'Every area of the report is answered by an action',
  severity: PLAN_ERROR,
  kinds: PLANS,
  source: cite(SOURCES.handbook, 'strategic plans answer the areas for improvement, priority action plans the areas for priority action'),
  rationale: 'The report says what must get better. An area that no action answers stays as it is.',
  help: 'Add an action for the area, or say at an action which area it answers. Give the area’s number (AFI1, APA2), a link to the report or the report’s own words, or put the action under the area’s heading.',
  examples: {
    valid: [
      {
        title: 'by id',
        kind: 'strategic-plan',
        others,
        text: plan(table(`| Open a clinic. | AFI1 | ${REST} |`, `| Appoint officers. | AFIs 2 and 3 | ${REST} |`)),
      },
      {
        title: 'by section',
        kind: 'strategic-plan',
        others,
        text: plan(
          `### Area for improvement 1\n\n- [ ] Open a clinic. Lead: DCO\n\n### AFI2: reviews\n\n- [ ] Appoint officers. Lead: Head of SEND\n\n### Recommendation 3\n\n- [ ] Hold meetings. Lead: Head of SEND`,
        ),
      },
      {
        title: 'by quoted wording and by link',
        kind: 'strategic-plan',
        others,
        text: plan(
          `### Waiting\n\n> Leaders at NHS Exampleshire Integrated Care Board should reduce the time that children wait for an autism assessment.\n\n- [ ] Open a clinic. Lead: DCO\n\n### Reviews\n\nThe report says that “leaders at Exampleshire County Council should complete annual reviews within the statutory timescales”.\n\n- [ ] Appoint officers. Lead: Head of SEND\n\n### Adulthood\n\nThis answers [the third area](report.md#afi3).\n\n- [ ] Hold meetings. Lead: Head of SEND`,
        ),
      },
      { title: 'no report at hand', kind: 'strategic-plan', text: plan(table(`| Open a clinic. | AFI1 | ${REST} |`)) },
      {
        title: 'areas for improvement are the strategic plan’s',
        kind: 'priority-action-plan',
        others,
        text: plan(table(`| Open a clinic. | AFI1 | ${REST} |`)),
      },
    ],
    invalid: [
      {
        title: 'an area without action',
        kind: 'strategic-plan',
        others,
        text: plan(table(`| Open a clinic. | AFI1 | ${REST} |`, `| Hold meetings. | AFI3 | ${REST} |`)),
        finds: [{ at: 'Our actions', message: /No action answers AFI2 .*“Leaders at Exampleshire County Council should complete/ }],
      },
      {
        title: 'a part without actions',
        kind: 'strategic-plan',
        others,
        text: plan(
          `### AFI1: waiting\n\n${table(`| Open a clinic. | AFI1 | ${REST} |`, `| Hold meetings. | AFI3 | ${REST} |`)}\n\n### AFI2: reviews\n\nMore is to follow.`,
        ),
        finds: [{ at: 'AFI2: reviews' }],
      },
      {
        title: 'a close paraphrase is a suggestion only',
        kind: 'strategic-plan',
        others,
        text: plan(
          `### Planning earlier for adulthood with young people\n\n- [ ] Hold meetings. Lead: Head of SEND\n\n### AFI1 and AFI2\n\n- [ ] Appoint officers. Lead: Head of SEND`,
        ),
        finds: [{ at: 'Our actions', message: /come close/, severity: 'warning' }],
      },
      {
        title: 'a report in a folder beside the one that is checked',
        kind: 'strategic-plan',
        others: { '../report.md': REPORT },
        text: plan(table(`| Open a clinic. | AFIs 1 and 3 | ${REST} |`)).replace('report.md', '../report.md'),
        finds: [{ at: 'Our actions', message: /AFI2/ }],
      },
      {
        title: 'no actions at all',
        kind: 'strategic-plan',
        others,
        text: plan('We will do many things.'),
        finds: [
          { at: 'Our actions', message: /AFI1/ },
          { at: 'Our actions', message: /AFI2/ },
          { at: 'Our actions', message: /AFI3/ },
        ],
      },
    ],
  },
  check(document, report, context) {
    const linked = linkedReport(document, context);
    if (linked.state !== 'found') return;
    // A plan without any part for actions has a finding of its own.
    if (document.facts.actions.length === 0 && !document.section('plan-actions')) return;
    const answers = answersOf(document, linked.report);
    const covered = new Set([...answers.values()].flatMap(({ areas }) => areas.map(({ area }) => area)));
    const path = pathTo(linked.report, document);
    for (const area of expectedAreas(document, linked.report)) {
      if (covered.has(area)) continue;
      const close = [...answers].flatMap(([action, { similar, unknown }]) =>
        similar.filter((entry) => entry.area === area).map(({ reference }) => ({ action, reference, unknown })),
      )[0];
      // A wrong number in these words has a finding of its own, which names this area.
      if (close && close.unknown.length > 0) continue;
      const related: RelatedPlace[] = [{ span: area.span, path, message: `${area.id} in the report` }];
      if (close) related.push({ span: close.reference.span, message: 'These words come close' });
      const { at, text } = newActionFor(document, area);
      report({
        at: placeFor(document, area),
        // Readers see which part is meant; that it is not said is worth mending, but nothing is certainly missing.
        ...(close ? { severity: 'warning' as const } : {}),
        message: `No action answers ${area.id} of the report: “${clip(area.text.replace(/\s+/g, ' ').replace(/\.$/, ''), 120)}”. ${
          close
            ? `${wordsAt(document, close.reference)} come close: name ${area.id} there if it is meant, or add an action.`
            : 'Add an action for it, or name it at the action that answers it.'
        }`,
        related,
        fixes: [{ title: `Add an action for ${area.id}`, kind: 'assist', edits: [{ start: at, end: at, text }] }],
      });
    }
  },
};

export default rule;
