import { areaName, documentDays, matchesOf, type AreaFact, type PlacedProse, type SendDocument } from '../../document/index.js';
import { BODY_WORDS } from '../../framework/bodies.js';
import { bodiesWith } from '../../framework/public-bodies.js';
import { SOURCES, cite } from '../../framework/sources.js';
import type { Span } from '../../framework/types.js';
import type { DocumentRule, Problem, RuleContext } from '../rule.js';
import { GAP, nameSpan, unitsAt } from './_wording.js';

const GENERIC = new Set(BODY_WORDS.generic);

/** A body that the area’s own words name, where the table has no column for it. */
const NAMED_IN_TEXT = /\b(?:council|local authority|integrated care board|ICBs?|NHS|trust)\b/i;

/** The words that tell which body is meant: “norfolk”, “waveney” for “NHS Norfolk and Waveney ICB”. Abbreviations are the acronym rule’s business. */
function namesIn(body: string): string[] {
  return (body.match(/\p{L}+/gu) ?? [])
    .filter((word) => /^\p{Lu}\p{Ll}/u.test(word))
    .map((word) => word.toLowerCase())
    .filter((word) => !GENERIC.has(word));
}

/** Every word that the report uses outside the column for responsible bodies. */
function wordsElsewhere(document: SendDocument, columns: readonly Span[]): Set<string> {
  const cells = new Set(columns.map(({ start }) => start));
  const words = new Set<string>();
  for (const unit of document.prose) {
    if (cells.has(unit.span.start)) continue;
    for (const [word] of matchesOf(unit.text.toLowerCase(), /\p{L}+/gu)) words.add(word);
  }
  return words;
}

/** A body of which less than half is known by name. One that is partly known is a partner under another name. */
function isStranger(body: string, known: ReadonlySet<string>): boolean {
  const names = namesIn(body);
  return names.length > 0 && names.filter((name) => known.has(name)).length * 2 < names.length;
}

/** Providers of services may be named for the first time where they are made responsible. */
const PROVIDER = /\b(?:trusts?|hospitals?|providers?|services|CIC|company|alliance|group|care & health)\b/i;

/** What stands in a cell; null when it is empty. */
const proseIn = (document: SendDocument, cell: Span): PlacedProse | null => unitsAt(document, cell)[0] ?? null;

/** A board of this area in the days of the report is a partner, under whatever name the rest of the report has it. */
function isBoardHere(document: SendDocument, body: string, { settings, today }: RuleContext): boolean {
  const register = bodiesWith(settings.bodies);
  const area = areaName(document);
  const here = area === null ? [] : register.boardsOf(area, documentDays(document, today));
  return register.named('integrated-care-board', body).some((board) => here.includes(board));
}

function strangers(document: SendDocument, area: AreaFact, known: ReadonlySet<string>, context: RuleContext): Problem[] {
  const span = area.responsibleBodySpan;
  const prose = span && proseIn(document, span);
  if (!prose) return [];
  return area.responsibleBodies
    .filter((body) => !GAP.test(body) && isStranger(body, known) && !isBoardHere(document, body, context))
    .map((body) => {
      const from = prose.text.indexOf(body);
      return {
        at: from < 0 ? prose.spanOf(0, prose.text.length) : prose.spanOf(from, from + body.length),
        ...(PROVIDER.test(body) && !/\b(?:council|ICB|integrated care board)\b/i.test(body) ? { severity: 'info' as const } : {}),
        message: `The report names “${body}” nowhere else. Give a partner that the report names, such as those in the partnership’s details.`,
      };
    });
}

export const report = (...rows: readonly string[]): string =>
  `# Area SEND inspection of Exampleshire Local Area Partnership

## Information about the local area partnership

Exampleshire County Council and NHS Exampleshire and Vale Integrated Care Board (ICB) are jointly responsible for services. Draftham Hospitals NHS Foundation Trust provides therapy.

## Areas for priority action

${rows.join('\n')}

## Local area partnership details

| Local authority | Integrated care board |
| --- | --- |
| Exampleshire County Council | NHS Exampleshire and Vale ICB |
`;
export const HEADER = '| Responsible body | Areas for priority action |\n| --- | --- |';
export const AREA = 'Leaders should urgently improve the timeliness of EHC plans.';

const rule: DocumentRule = {
  id: 'responsible-body',
  title: 'Every area for priority action names the partner that is responsible for it',
  severity: 'error',
  kinds: ['full-inspection-report'],
  source: cite(
    SOURCES.publishedReports,
    'section “Areas for priority action”, column “Responsible body”; in 14 of 14 reports that have it',
  ),
  rationale:
    'Clear responsibility for improvement is one of the framework’s aims. The priority action plan has to say who answers for what, and it starts from this column.',
  help: 'Name the local authority, the integrated care board or another partner that the report names.',
  examples: {
    valid: [
      {
        title: 'partners by their full names',
        kind: 'full-inspection-report',
        text: report(HEADER, `| Exampleshire County Council and NHS Exampleshire and Vale Integrated Care Board | ${AREA} |`),
      },
      {
        title: 'partners by shorter names',
        kind: 'full-inspection-report',
        text: report(
          HEADER,
          `| Exampleshire Council; Vale & Exampleshire ICB | ${AREA} |`,
          `| The ICB and the local authority | ${AREA} |`,
          `| Leaders across the partnership | ${AREA} |`,
          `| Draftham Hospitals Trust | ${AREA} |`,
        ),
      },
    ],
    invalid: [
      {
        title: 'no body',
        kind: 'full-inspection-report',
        text: report(HEADER, `| Exampleshire County Council | ${AREA} |`, `| – | ${AREA} |`),
        finds: [{ at: '–', message: /names no responsible body/ }],
      },
      {
        title: 'an empty cell',
        kind: 'full-inspection-report',
        text: report(HEADER, `|   | ${AREA} |`),
        finds: [{ at: '|   ', message: /names no responsible body/ }],
      },
      {
        title: 'a body of another area',
        kind: 'full-inspection-report',
        text: report(HEADER, `| Exampleshire County Council and NHS Kestrel Moor ICB | ${AREA} |`),
        finds: [{ at: 'NHS Kestrel Moor ICB', message: /nowhere else/ }],
      },
    ],
  },
  check(document, problem, context) {
    const areas = document.facts.areasForPriorityAction;
    if (areas.length === 0) return;
    const columns = areas.flatMap((area) => (area.responsibleBodySpan ? [area.responsibleBodySpan] : []));
    const known = wordsElsewhere(document, columns);
    const seen = new Set<number>();
    let columnMissing = false;
    for (const area of areas) {
      const span = area.responsibleBodySpan;
      if (!span) {
        columnMissing ||= !NAMED_IN_TEXT.test(area.text) && !GAP.test(area.text);
        continue;
      }
      if (seen.has(span.start)) continue;
      seen.add(span.start);
      if (!area.responsibleBodies.some((body) => /\p{L}/u.test(body))) {
        const prose = proseIn(document, span);
        problem({
          at: prose ? prose.spanOf(0, prose.text.length) : span,
          message: `This area for priority action names no responsible body. Name the partner that is responsible for “${opening(area.text)}”.`,
        });
      } else for (const one of strangers(document, area, known, context)) problem(one);
    }
    const section = document.section('priority-action');
    if (columnMissing && section) {
      problem({
        at: nameSpan(section),
        message:
          'These areas for priority action name no responsible body. Give each of them one, in a column “Responsible body” before the areas.',
      });
    }
  },
};

/** The first words of an area, to tell it from the others. */
function opening(text: string): string {
  const words = text.split(' ');
  return words.length <= 8 ? text : `${words.slice(0, 8).join(' ')} …`;
}

export default rule;
