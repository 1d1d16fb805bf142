import { SOURCES, cite } from '../../framework/sources.js';
import { titleHeading, type SendDocument } from '../../document/index.js';
import { PLAN_ERROR, PLANS, type DocumentRule } from '../rule.js';
import { linkedReport, titlePlace } from './_plan.js';

const REGULATOR = /\b(?:Ofsted|Care Quality Commission|CQC|area SEND)\b/i;
const INSPECTION = /\b(?:re-?)?inspect(?:ed|ion|ions|ors?)\b|\b(?:re-?)?visit(?:ed)?\b/i;

/** Whether the text says which inspection it is about: both words in one paragraph, or under a heading about the inspection. */
function namesInspection(document: SendDocument): boolean {
  if (document.facts.inspection.found) return true;
  const both = (text: string): boolean => INSPECTION.test(text) && REGULATOR.test(text);
  if (document.prose.some((unit) => unit.section?.id !== 'glossary' && both(unit.text))) return true;
  return document.sectionsOf('plan-inspection').some((section) =>
    both(
      document
        .proseIn(section)
        .map(({ text }) => text)
        .concat(section.heading?.text ?? '')
        .join(' '),
    ),
  );
}

const plan = (front: string, text = ''): string =>
  `---\n${front}\n---\n\n# Exampleshire Local Area Partnership SEND strategic plan\n\n${text}\n`;
const REPORT =
  '# Area SEND inspection of Exampleshire Local Area Partnership\n\n## Areas for improvement\n\n| Areas for improvement |\n| --- |\n| Leaders at Exampleshire County Council should complete annual reviews on time. |\n';

const MESSAGES = {
  missing:
    'The report that this plan answers cannot be found at this path. Correct the path so that each area of the report can be held against the actions; it starts from this document’s folder.',
  self: 'The plan names itself as the report that it answers. Give the path of the inspection report.',
  plan: 'This path leads to another plan. Give the path of the inspection report that the plan answers.',
  other: 'This path leads to the note of a meeting. Give the path of the inspection report that the plan answers.',
  'not-ours':
    'This path leads to a document that is not an inspection report, by its title and front matter. Give the path of the report that the plan answers.',
} as const;

const rule: DocumentRule = {
  id: 'plan-inspection',
  title: 'A plan names the inspection that it answers, and its report can be found',
  severity: PLAN_ERROR,
  kinds: PLANS,
  source: cite(SOURCES.handbook, 'strategic plans and priority action plans after a full inspection'),
  rationale:
    'A plan is asked for in answer to an inspection. Families, inspectors and the Department for Education need to see which one, and to follow each area of its report to an action.',
  help: 'Say when Ofsted and the Care Quality Commission inspected the area. Where the report is in the same folders, give its path in the front matter, such as “respondsTo: ../reports/exampleshire-2026.md”.',
  examples: {
    valid: [
      {
        kind: 'strategic-plan',
        text: '# Exampleshire Local Area Partnership SEND strategic plan\n\nOfsted and the Care Quality Commission (CQC) inspected our area in January 2026.\n',
      },
      { title: 'a report that the host cannot look up', kind: 'strategic-plan', text: plan('respondsTo: ../reports/exampleshire.md') },
      {
        title: 'the days of the inspection in the front matter',
        kind: 'strategic-plan',
        text: plan('inspection: { start: 2026-01-19, end: 2026-01-23 }'),
      },
      { title: 'a report that is found', kind: 'strategic-plan', text: plan('respondsTo: report.md'), others: { 'report.md': REPORT } },
      {
        title: 'a section about the inspection',
        kind: 'priority-action-plan',
        text: '# Thornmere priority action plan\n\n## Our inspection\n\nIt took place in March 2026.\n\nOfsted wrote to us in May 2026.\n',
      },
      {
        title: 'a path that leaves the workspace, which front-matter reports',
        kind: 'strategic-plan',
        text: plan('respondsTo: ../../elsewhere/report.md'),
        others: {},
      },
    ],
    invalid: [
      {
        title: 'no inspection',
        kind: 'strategic-plan',
        text: '# Exampleshire Local Area Partnership SEND strategic plan\n\nThis plan says how we will make life better for children and young people with SEND.\n',
        finds: [
          { at: 'Exampleshire Local Area Partnership SEND strategic plan', message: /does not say which inspection/, severity: 'info' },
        ],
      },
      {
        title: 'a report that is not there',
        kind: 'strategic-plan',
        text: plan('respondsTo: report.md', 'Ofsted inspected us in January 2026.'),
        others: {},
        finds: [{ at: 'report.md', message: /cannot be found/ }],
      },
      {
        title: 'the plan itself',
        kind: 'strategic-plan',
        text: plan('respondsTo: ./example.md'),
        others: {},
        finds: [{ at: './example.md', message: /names itself/ }],
      },
      {
        title: 'another plan',
        kind: 'strategic-plan',
        text: plan('respondsTo: other.md'),
        others: { 'other.md': '# Exampleshire Local Area Partnership SEND strategic plan\n\nText.\n' },
        finds: [{ at: 'other.md', message: /another plan/ }],
      },
      {
        title: 'some other document',
        kind: 'strategic-plan',
        text: plan('respondsTo: minutes.md'),
        others: { 'minutes.md': '# Minutes\n\nText.\n' },
        finds: [{ at: 'minutes.md', message: /not an inspection report/ }],
      },
      {
        title: 'the note of a meeting',
        kind: 'strategic-plan',
        text: plan('respondsTo: note.md'),
        others: { 'note.md': '# Area SEND annual engagement meeting: Exampleshire Local Area Partnership\n\nText.\n' },
        finds: [{ at: 'note.md', message: /note of a meeting/ }],
      },
    ],
  },
  check(document, report, context) {
    const { state } = linkedReport(document, context);
    if (state !== 'found' && state !== 'silent') {
      report({ at: document.frontMatter.valueSpan('respondsTo') ?? titlePlace(document), message: MESSAGES[state] });
      return;
    }
    // A path that cannot be read has a finding of the front matter's own.
    const unread = document.frontMatter.problems.length > 0 && document.frontMatter.keySpan('respondsTo');
    // A local SEND reform plan answers no inspection.
    if (document.kind === 'local-send-reform-plan') return;
    if (document.frontMatter.data.respondsTo || unread || document.frontMatter.data.inspection || namesInspection(document)) return;
    // A strategy may stand for itself: only one that says that it answers a report must say which.
    const answers = document.kind === 'priority-action-plan' || document.facts.actions.some((action) => action.answers.length > 0);
    // What came before 2023 answered a visit that nobody need name any more.
    const isOfOldKind = /\b(?:accelerated progress plan|written statement of action)\b/i.test(titleHeading(document)?.text ?? '');
    report({
      at: titlePlace(document),
      lack: `which inspection it answers${answers ? '' : ', if it answers one'}`,
      ...(answers && !isOfOldKind ? {} : { severity: 'info' as const }),
      message:
        'The plan does not say which inspection it answers. Name the inspection by Ofsted and the Care Quality Commission with its dates, or give the path of its report in the front matter (respondsTo).',
    });
  },
};

export default rule;
