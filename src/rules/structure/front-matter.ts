import { leavesFolder } from '../../text/paths.js';
import { editDistance, formatDate, meetingInText, type SendDocument } from '../../document/index.js';
import { kindInfo } from '../../framework/kinds.js';
import { MILESTONES, milestoneById } from '../../framework/milestones.js';
import { SOURCES } from '../../framework/sources.js';
import { isPlanKind, type Span } from '../../framework/types.js';
import { ALL_KINDS, replaceWith, type DocumentRule, type Fix, type Report, type RuleContext } from '../rule.js';
import { contradictingKind, mentions, namesArea, namesOf, titleOf } from './_title.js';

export const TITLE = '# Area SEND inspection of Exampleshire Local Area Partnership\n';
export const FULL = (yaml: string, text = TITLE): string => `---\n${yaml}\n---\n\n${text}`;

const rule: DocumentRule = {
  id: 'front-matter',
  title: 'The facts at the top of the file can be read and agree with the text',
  severity: 'error',
  kinds: ALL_KINDS,
  source: { ...SOURCES.product, where: 'front matter' },
  rationale:
    'Deadlines and checks start from these facts. A key that is misspelt or a day that does not exist silently switches them off, and a wrong day moves every deadline.',
  help: 'Correct the key or the value. Each line is a key, a colon, a space and a value; dates are written 2026-05-20.',
  examples: {
    valid: [
      {
        kind: 'full-inspection-report',
        text: FULL(
          'document: full-inspection-report\nlocalArea: Exampleshire\ninspection: { start: 2026-01-19, end: 2026-01-23 }\ndone: [publish-strategic-plan, milestone-forum]',
          `${TITLE}\nInspection dates: 19 to 23 January 2026\n`,
        ),
      },
      {
        title: 'an authority under its other name',
        kind: 'full-inspection-report',
        text: FULL('localArea: "Bristol, City of"', '# Area SEND inspection of Bristol Local Area Partnership\n'),
      },
      {
        title: 'what other tools write there',
        kind: 'full-inspection-report',
        text: FULL('title: Exampleshire\nauthor: Ann Example\ndate: 12 March 2026\nlang: en-GB\nlocalArea: Exampleshire'),
      },
    ],
    invalid: [
      {
        title: 'a key that is almost right',
        kind: 'full-inspection-report',
        text: FULL('document: full-inspection-report\nediton: 2025-06\nreport: { recieved: 2026-03-12 }'),
        finds: [
          { at: 'editon', message: /Did you mean “edition”/ },
          { at: 'recieved', message: /Did you mean “received”/ },
        ],
        fixed: FULL('document: full-inspection-report\nedition: 2025-06\nreport: { received: 2026-03-12 }'),
      },
      {
        title: 'keys, days and paths that cannot be',
        kind: 'strategic-plan',
        text: FULL(
          'colour: blue\nreport: { received: 2026-02-30 }\nrespondsTo: /reports/exampleshire.md\ninspection: { start: 2026-01-23, end: 2026-01-19 }',
          '',
        ),
        finds: [
          { at: 'colour' },
          { at: '2026-02-30', message: /no such day/ },
          { at: '/reports/exampleshire.md' },
          { at: '2026-01-19', message: /ends before/ },
        ],
      },
      {
        title: 'a path that leaves the folder',
        kind: 'strategic-plan',
        text: FULL('respondsTo: ../../reports/exampleshire.md', ''),
        others: {},
        finds: [{ at: '../../reports/exampleshire.md', message: /leaves the folder/ }],
      },
    ],
  },
  check(document, report, context) {
    const { frontMatter } = document;
    if (!frontMatter.span) return;
    const replaced = new Set<string>();
    for (const { span, message, replacement, edit } of frontMatter.problems) {
      // Two keys must not become the same one.
      const fixes: Fix[] = replacement !== undefined && !replaced.has(replacement) ? [replaceWith(span, replacement)] : [];
      if (edit) fixes.push({ title: 'Close the front matter', kind: 'assist', edits: [edit] });
      if (replacement !== undefined) replaced.add(replacement);
      report({ at: span, message, fixes });
    }
    checkKind(document, report);
    checkArea(document, report);
    checkDates(document, report);
    checkDeadlines(document, report);
    checkPath(document, report, context);
  },
};

function contradiction(document: SendDocument, report: Report, key: string, says: string, span: Span, where: string): void {
  const at = document.frontMatter.valueSpan(key);
  if (!at) return;
  report({
    at,
    message: `This does not agree with ${where}, which says ${says}. Correct the one that is wrong.`,
    related: [{ span, message: `Here stands ${says}.` }],
  });
}

function checkKind(document: SendDocument, report: Report): void {
  const title = titleOf(document);
  const kind = document.frontMatter.data.document;
  const other = title && kind ? contradictingKind(kind, title.text) : null;
  if (title && other)
    contradiction(
      document,
      report,
      'document',
      `that this is a ${kindInfo(other).name}`.replace(/\ba (?=[aeiou])/, 'an '),
      title.textSpan,
      'the title',
    );
}

/** Only a name that the title surely gives to the area: “… Local Area Partnership”, “… Council”, or an authority of England. */
function checkArea(document: SendDocument, report: Report): void {
  const area = document.frontMatter.data.localArea;
  const title = titleOf(document);
  const named = document.facts.localArea;
  if (!area || !title || !named) return;
  if (namesOf(area, document.bodies).some((name) => mentions(title.text, name) || mentions(name, named.value))) return;
  const rest = title.text.slice(title.text.indexOf(named.value) + named.value.length);
  const sure =
    /^(?:[’']s)? (?:local area|area partnership|(?:county |city |borough |metropolitan )*council)\b/i.test(rest) ||
    document.bodies.council(named.value) !== null;
  if (sure && namesArea(named.value, undefined)) contradiction(document, report, 'localArea', `“${named.value}”`, named.span, 'the title');
}

/** The days of the inspection are compared by date-conflict, wherever they stand. */
function checkDates(document: SendDocument, report: Report): void {
  const { data } = document.frontMatter;
  const published = document.facts.published;
  const isPlan = isPlanKind(document.kind);
  const own = isPlan ? data.plan?.published : data.report?.published;
  if (own && published && own !== published.value)
    contradiction(
      document,
      report,
      isPlan ? 'plan.published' : 'report.published',
      formatDate(published.value),
      published.span,
      'the text',
    );
  const { last } = data.engagementMeeting ?? {};
  const meeting = last ? meetingInText(document) : null;
  if (meeting && meeting.value !== last)
    contradiction(document, report, 'engagementMeeting.last', formatDate(meeting.value), meeting.span, 'the text');
}

/** Ids of the framework’s deadlines; a document’s own have names that only its author knows. */
function checkDeadlines(document: SendDocument, report: Report): void {
  const { done, broughtForward } = document.frontMatter.data;
  const near = (id: string): string | undefined =>
    MILESTONES.find((milestone) => editDistance(milestone.id, id.toLowerCase().replace(/[ _]/g, '-').slice(0, 60)) <= 2)?.id;
  const check = (id: string, span: Span | null, mustBeKnown: boolean): void => {
    if (!span || milestoneById(id)) return;
    const meant = near(id);
    if (meant)
      report({ at: span, message: `“${id}” is no deadline of the framework. Did you mean “${meant}”?`, fixes: [replaceWith(span, meant)] });
    else if (mustBeKnown)
      report({
        at: span,
        message: `This is no deadline of the framework. They are ${MILESTONES.map((milestone) => milestone.id).join(', ')}.`,
      });
  };
  done?.forEach((id, index) => check(id, document.frontMatter.valueSpan(`done.${index}`), false));
  for (const id of Object.keys(broughtForward ?? {})) check(id, document.frontMatter.keySpan(`broughtForward.${id}`), true);
}

/** A path with more steps up than the document is deep. One that stays inside but leads nowhere is told by plan-inspection. */
function checkPath(document: SendDocument, report: Report, context: RuleContext): void {
  const link = document.frontMatter.data.respondsTo;
  const span = document.frontMatter.valueSpan('respondsTo');
  if (!link || !span || !leavesFolder(document.path, link)) return;
  // Some hosts know no other documents.
  if (context.lookup(link) !== null) return;
  report({
    at: span,
    message:
      'This path leaves the folder that is open, where nothing is read. Put the report into the same folder as the plan, or one beside it.',
  });
}

export default rule;
