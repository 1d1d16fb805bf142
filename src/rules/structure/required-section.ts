import { titleHeading, wordsOf, type Section, type SendDocument } from '../../document/index.js';
import { kindInfo } from '../../framework/kinds.js';
import { SECTIONS, sectionInfo } from '../../framework/sections.js';
import { SOURCES, cite } from '../../framework/sources.js';
import { isPlanKind, type DocumentKind, type IsoDate, type SectionId, type Span } from '../../framework/types.js';
import { missingSection } from '../../templates/index.js';
import { gentleInMonitoring, ALL_KINDS, type DocumentRule, type Fix } from '../rule.js';
import { insertBlocks, placeBetween } from '../support/placement.js';
import { headingOf, isPresent, linesAsHeadings } from '../support/sections.js';
import { largest, smallest } from '../../text/lists.js';

/** Which sections a document of a kind cannot do without. What a plan must tell besides, rules of their own ask for, whatever its headings. */
const required = (kind: DocumentKind): readonly SectionId[] =>
  isPlanKind(kind) ? ['plan-actions'] : SECTIONS.filter((section) => section.requiredIn.includes(kind)).map((section) => section.id);

/** Places of sections that the framework gives no number. */
const PLACE: Partial<Record<SectionId, number>> = {
  'monitoring-findings': 5,
  'plan-introduction': 1,
  'plan-inspection': 2,
  'plan-actions': 3,
};
const placeOf = (id: SectionId): number | null => sectionInfo(id)?.order ?? PLACE[id] ?? null;

export const FULL = (without?: string): string =>
  [
    '# Area SEND inspection of Exampleshire Local Area Partnership',
    '## Inspection outcome',
    'Text.',
    '## Information about the local area partnership',
    'Text.',
    '## What is it like to be a child or young person with SEND in this area?',
    'Text.',
    '## What is the area partnership doing that is effective?',
    'Text.',
    '## What does the area partnership need to do better?',
    'Text.',
    '## Areas for improvement',
    'Text.',
    '## Local area partnership details',
    'Text.',
    '## Information about this inspection',
    'Text.',
    '### Inspection team',
    'Text.',
    '---',
    '© Crown copyright 2026',
  ]
    .filter((line, index, lines) => line !== without && !(index > 0 && lines[index - 1] === without))
    .join('\n\n')
    .concat('\n');

const rule: DocumentRule = {
  id: 'required-section',
  title: 'Every section that the framework asks for is there',
  severity: gentleInMonitoring('error'),
  kinds: ALL_KINDS,
  source: cite(
    SOURCES.publishedReports,
    'the same sections in 56 of 56 full inspection reports; SI 2015/1792 regulation 3(6) for the details of partners',
  ),
  rationale:
    'Children, young people, parents and carers can rely on finding the same answers for every area only if no section is left out.',
  help: 'Add the section in its place. The light bulb puts in its heading and gaps to fill.',
  examples: {
    valid: [
      { kind: 'full-inspection-report', text: FULL() },
      {
        title: 'areas for improvement by the header of their table',
        kind: 'full-inspection-report',
        text: FULL('## Areas for improvement').replace(
          '## Local',
          '| Areas for improvement |\n| --- |\n| Leaders should act. |\n\n## Local',
        ),
      },
    ],
    invalid: [
      {
        title: 'a section left out',
        kind: 'full-inspection-report',
        text: FULL('## Areas for improvement'),
        finds: [{ at: 'What does the area partnership need to do better?', message: /“Areas for improvement” is missing\. Add it after/ }],
      },
      {
        title: 'the first and the last section left out',
        kind: 'full-inspection-report',
        text: FULL('## Inspection outcome').replace('### Inspection team\n\nText.\n\n', ''),
        finds: [
          {
            at: 'Area SEND inspection of Exampleshire Local Area Partnership',
            message: /before “Information about the local area partnership”/,
          },
          { at: 'Information about this inspection' },
        ],
      },
      {
        title: 'a monitoring report without findings',
        kind: 'monitoring-inspection-report',
        text: '## Inspection outcome\n\nText.\n\n## Local area partnership details\n\nText.\n\n## Inspection team\n\nText.\n',
        finds: [{ at: 'Inspection outcome', message: /Progress against the areas for priority action/ }],
      },
    ],
  },
  looksFor: [linesAsHeadings.keyedByDocument((document, { kind }) => (required(kind).some((id) => !document.section(id)) ? kind : null))],
  check(document, report, { today }) {
    const kind = document.kind!;
    for (const id of required(kind)) {
      if (isPresent(document, id) || saysItOtherwise(document, id)) continue;
      const { before, after } = neighbours(document, id);
      const where = before
        ? `after “${before.heading!.text}”`
        : after
          ? `before “${after.heading!.text}”`
          : `to this ${kindInfo(kind).name}`;
      const about = sectionInfo(id)!.about;
      report({
        at: placeToTell(document, before),
        message: `The section “${headingOf(id)}” is missing. Add it ${where}, to tell readers ${about.charAt(0).toLowerCase()}${about.slice(1)}`,
        fixes: [insertion(document, id, before, after, today)],
      });
    }
  },
};

/** The sections between which one belongs, of those that are there. */
function neighbours(document: SendDocument, id: SectionId): { before: Section | undefined; after: Section | undefined } {
  const place = placeOf(id)!;
  const placed = document.sections.flatMap((section) => {
    const own = section.id && section.heading ? placeOf(section.id) : null;
    return own === null || document.section(section.id!) !== section ? [] : [{ section, own }];
  });
  const nearest = (list: typeof placed, wanted: number): Section | undefined => list.find(({ own }) => own === wanted)?.section;
  const lower = placed.filter(({ own }) => own < place);
  const higher = placed.filter(({ own }) => own > place);
  return {
    before: nearest(lower, largest(lower.map(({ own }) => own))),
    after: nearest(higher, smallest(higher.map(({ own }) => own))),
  };
}

/** Where the reader is told: the heading that the section should follow, else the title, else the beginning. */
function placeToTell(document: SendDocument, before: Section | undefined): Span {
  const heading = before?.heading ?? titleHeading(document);
  if (heading) return heading.textSpan;
  const first = document.prose[0]?.span ?? document.frontMatter.span;
  return first ?? { start: 0, end: 0 };
}

function insertion(document: SendDocument, id: SectionId, before: Section | undefined, after: Section | undefined, today: IsoDate): Fix {
  const depths = document.sections.flatMap((section) => (section.heading && section.id ? [section.depth] : []));
  const level = depths.length > 0 ? Math.max(2, smallest(depths)) : 2;
  const skeleton = missingSection(id, document, today);
  const text = level === 2 ? skeleton : skeleton.replace(/^##/gm, '#'.repeat(level));
  const place = placeBetween(document, before, after);
  const at = place >= 0 ? place : (document.section('closing')?.span.start ?? document.text.length);
  return { title: `Insert the section “${headingOf(id)}”`, kind: 'assist', edits: [insertBlocks(document, at, text)] };
}

/** Forms in which documents without fixed headings say the same. */
function saysItOtherwise(document: SendDocument, id: SectionId): boolean {
  switch (id) {
    case 'monitoring-findings':
      return (
        (['priority-action', 'effective', 'improve'] as const).some((other) => document.section(other)) || hasLongSection(document, 80)
      );
    case 'plan-actions':
      return (
        document.facts.actions.length > 0 ||
        document.tables.some(({ node, section }) => node.children.length > 1 && (section?.id ?? null) === null) ||
        document.sections.some(({ id: known, heading }) => known === null && heading && AIMS.test(heading.text))
      );
    case 'attendees':
      return (
        startsWithLabel(
          document,
          /^(?:present|attendees|attended by|in attendance|participants|people present|who was there)\b[^:\n]{0,30}:/i,
        ) || hasTable(document, [/^(?:name|attendee|who)\b/i, /^(?:organisation|role|post|job|title|body|representing)\b/i])
      );
    case 'discussion':
      return startsWithLabel(document, /^(?:discussion|summary|key points?|notes?)\b[^:\n]{0,30}:/i) || hasLongSection(document, 60);
    case 'agreed-actions':
      return (
        document.facts.actions.length > 0 ||
        startsWithLabel(
          document,
          /^(?:agreed |key )?actions?(?: agreed| points?)?\s?:|\bno (?:further )?actions? (?:was|were) (?:agreed|needed)\b/i,
        ) ||
        hasTable(document, [/\bactions?\b/i])
      );
    default:
      return false;
  }
}

const AIMS =
  /\b(?:actions?|priorit|objectives?|aims?|goals?|outcomes?|commit|pledges?|promises?|ambitions?|deliver|improve|recommend|themes?|workstreams?|strands?|pillars?|what (?:we|will)|next steps)/i;

const startsWithLabel = (document: SendDocument, label: RegExp): boolean =>
  document.prose.some((unit) => unit.kind !== 'heading' && unit.text.split('\n').some((line) => label.test(line)));

const hasTable = (document: SendDocument, headers: readonly RegExp[]): boolean =>
  document.tables.some(
    ({ header, node }) =>
      node.children.length > 1 && headers.every((pattern) => header.cells.some((cell) => pattern.test(cell.text.trim()))),
  );

/** A section with a heading of its own kind and enough text to be what is asked for. */
const hasLongSection = (document: SendDocument, words: number): boolean =>
  document.sections.some(
    (section) =>
      section.id === null &&
      section.heading !== null &&
      !/\b(?:next meeting|apolog|dates?|formats?|distribution|complain|copyright)\b/i.test(section.heading.text) &&
      document.proseIn(section).reduce((sum, unit) => sum + (unit.kind === 'heading' ? 0 : wordsOf(unit.text).length), 0) >= words,
  );

export default rule;
