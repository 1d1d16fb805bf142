import { isPlanKind } from '../../framework/types.js';
import { areasOf, perAction, type ActionFact, type Section, type SendDocument } from '../../document/index.js';
import { SOURCES, cite } from '../../framework/sources.js';
import { PLANS, type DocumentRule, type Report } from '../rule.js';

const keyOf = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
const count = (key: string): number => key.split(' ').length;
/** Fewer words may stand twice by chance: "Train staff". */
const LEAST_WORDS = 5;

const NUMBERED =
  /^(?:our )?(area for (?:improvement|priority action)|priority action area|priority area|area|recommendation|priority|outcome|theme|workstream|objective|aim|ambition|pillar|afi|apa)s?[ :–-]{0,3}(\d{1,2})(?![\d.])(.*)$/i;

/** The paragraph right below a heading; empty where another heading or nothing stands there. */
function openingOf(document: SendDocument, section: Section): string {
  const first = document.proseIn(section).find(({ span }) => span.start >= section.content.start);
  return first && first.kind !== 'heading' ? keyOf(first.text) : '';
}

/** Two headings side by side with one number and other words: a number that was copied and not changed. */
function reportNumbers(document: SendDocument, report: Report): void {
  const seen = new Map<string, { readonly rest: string; readonly start: number; readonly end: number }>();
  for (const section of document.sections) {
    const { heading, parent, depth } = section;
    const match = heading && NUMBERED.exec(heading.text);
    if (!match) continue;
    const key = `${match[1]!.toLowerCase()} ${match[2]}|${depth}|${parent?.span.start ?? ''}`;
    // A number alone tells by what stands below it.
    const rest = keyOf(match[3]!) || openingOf(document, section);
    const first = seen.get(key);
    if (!first) {
      seen.set(key, { rest, ...heading.textSpan });
      continue;
    }
    // The same part, gone on with.
    if (rest === '' || first.rest === '' || rest === first.rest || rest.startsWith(first.rest) || first.rest.startsWith(rest)) continue;
    const name = `${match[1]!.charAt(0).toUpperCase()}${match[1]!.slice(1)} ${match[2]!}`;
    report({
      at: heading.textSpan,
      message: `“${name}” stands over two parts. Check the number, so that each part can be told from the others.`,
      related: [{ span: { start: first.start, end: first.end }, message: 'The first part with this number' }],
    });
  }
}

const wordsOfAction = perAction(({ text, owner }) => {
  const key = keyOf(text);
  return count(key) >= LEAST_WORDS ? `${key}|${keyOf(owner ?? '')}` : null;
});

function reportActions(actions: readonly ActionFact[], report: Report): void {
  const seen = new Map<string, ActionFact>();
  for (const action of actions) {
    const key = wordsOfAction(action);
    if (key === null) continue;
    const first = seen.get(key);
    if (!first) seen.set(key, action);
    else
      report({
        at: action.span,
        message: 'This action stands in the plan twice. Keep one of them, or say how they differ.',
        related: [{ span: first.span, message: 'The first of the two' }],
      });
  }
}

/** Words that make no other area of it: “the time that they wait” and “time they wait”, short names, “must” and “should”. */
const SAME: readonly (readonly [from: RegExp, to: string])[] = [
  [/ (?:integrated care board|icb)(?= )/g, ' icb'],
  [/ (?:make sure|ensure)(?= )/g, ' ensure'],
  [/ (?:should|must|needs? to)(?= )/g, ' should'],
  [/ education health and care(?= )/g, ' ehc'],
  [/ (?:a|an|the|that|also|all|and|nhs)(?= )/g, ''],
];
const meaningOf = (text: string): string => SAME.reduce((key, [from, to]) => key.replace(from, to), ` ${keyOf(text)} `).trim();

function reportAreas(document: SendDocument, report: Report): void {
  const seen = new Map<string, { readonly id: string; readonly start: number; readonly end: number }>();
  for (const { id, text, span } of areasOf(document)) {
    const key = `${id.slice(0, 3)}|${meaningOf(text)}`;
    if (count(key) < LEAST_WORDS) continue;
    const first = seen.get(key);
    if (!first) seen.set(key, { id, ...span });
    else
      report({
        at: span,
        message: `This area asks for the same as ${first.id}, in the same words or nearly so. Keep one of them, or say how they differ.`,
        related: [{ span: { start: first.start, end: first.end }, message: first.id }],
      });
  }
}

const plan = (body: string): string => `# Exampleshire SEND strategic plan\n\n${body}\n`;
const areas = (...rows: string[]): string =>
  `# Area SEND inspection of Exampleshire Local Area Partnership\n\n## Areas for improvement\n\n| Areas for improvement |\n| --- |\n${rows.map((row) => `| ${row} |`).join('\n')}\n`;
const table = (...rows: string[]): string => ['| Action | Lead | Due | Measure |', '| --- | --- | --- | --- |', ...rows].join('\n');

const rule: DocumentRule = {
  id: 'duplicate-area',
  title: 'No area, part or action stands twice',
  severity: 'warning',
  // A monitoring report takes up each area again.
  kinds: ['full-inspection-report', ...PLANS],
  source: cite(SOURCES.publishedReports, 'slips that were published: a row copied and not changed, a number used twice'),
  rationale: 'What was copied and not changed takes the place of something else, and nobody can say which of the two is meant.',
  help: 'Compare the two and change the one that was copied.',
  examples: {
    valid: [
      { kind: 'strategic-plan', text: plan('## Priority 1: early help\n\nText.\n\n## Priority 2: plans\n\nText.') },
      {
        title: 'restated under another heading',
        kind: 'strategic-plan',
        text: plan('## Our priorities\n\n### Priority 1: early help\n\nText.\n\n## What we will do\n\n### Priority 1: early help\n\nText.'),
      },
      {
        title: 'a part gone on with',
        kind: 'strategic-plan',
        text: plan('## Priority 1: early help\n\nText.\n\n## Priority 1: early help (continued)\n\nText.'),
      },
      {
        title: 'the same step of two leads',
        kind: 'strategic-plan',
        text: plan(
          `## Actions\n\n${table('| Train all staff who write advice. | Head of SEND | May 2027 | 80 of 80 |', '| Train all staff who write advice. | Chief Nurse | May 2027 | 40 of 40 |')}`,
        ),
      },
      {
        kind: 'full-inspection-report',
        text: areas('Leaders should complete annual reviews on time.', 'Leaders should shorten waits for therapy.'),
      },
    ],
    invalid: [
      {
        title: 'a number used twice',
        kind: 'strategic-plan',
        text: plan(
          '## Recommendation 1\n\nHelp early.\n\n## Recommendation 2\n\nShorten waits.\n\n## Recommendation 2\n\nListen to children.',
        ),
        finds: [{ at: 'Recommendation 2', message: /stands over two parts/ }],
      },
      {
        title: 'with other words',
        kind: 'priority-action-plan',
        text: '# Exampleshire priority action plan\n\n## Area 4: Exclusions\n\nText.\n\n## Area 4: Young people over 18\n\nText.\n',
        finds: [{ at: 'Area 4: Young people over 18' }],
      },
      {
        title: 'the same action',
        kind: 'strategic-plan',
        text: plan(
          `## Actions\n\n${table('| Train all staff who write advice. | Head of SEND | May 2027 | 80 of 80 |', '| Train all staff who write advice | Head of SEND | June 2027 | 80 of 80 |')}`,
        ),
        finds: [{ at: 'Train all staff who write advice', message: /twice/ }],
      },
      {
        title: 'the same area',
        kind: 'full-inspection-report',
        text: areas('Leaders should complete annual reviews on time.', 'Leaders should complete annual reviews on time.'),
        finds: [{ at: 'Leaders should complete annual reviews on time.', message: /AFI1/ }],
      },
      {
        title: 'the same area in nearly the same words',
        kind: 'full-inspection-report',
        text: areas(
          'Leaders at NHS Exampleshire Integrated Care Board should make sure that all families have help while they wait.',
          'Leaders at NHS Exampleshire ICB must ensure that families have help while they wait.',
        ),
        finds: [{ at: 'Leaders at NHS Exampleshire ICB must ensure that families have help while they wait.', message: /AFI1/ }],
      },
    ],
  },
  check(document, report) {
    if (!isPlanKind(document.kind)) {
      reportAreas(document, report);
      return;
    }
    reportNumbers(document, report);
    reportActions(document.facts.actions, report);
  },
};

export default rule;
