import { areaName, documentDays, marker, quick, sentencesOf, type PlacedProse, type Sentence } from '../../document/index.js';
import { shortName } from '../../framework/local-authorities.js';
import { bodiesWith, isThereIn, type PublicBody } from '../../framework/public-bodies.js';
import { SOURCES, cite } from '../../framework/sources.js';
import type { Span } from '../../framework/types.js';
import { ALL_KINDS, type DocumentRule } from '../rule.js';
import { authorityAt, authorityBefore, authorityOfBody, sameArea, type AreaMention } from './_areas.js';
import { isWithin } from './_evidence.js';

/** Words after which this area's own name stands in reports and plans. */
const BEFORE_AREA =
  /\b(?:[Cc]hildren(?:,| and|, and| or) young (?:people|person)|(?:[Cc]hildren|[Yy]oung people) with SEND|[Pp]arents and carers)(?: with (?:SEND|special educational needs and\/or disabilities(?: \(SEND\))?|(?:an )?EHC plans?))?(?: and their families)?(?: (?:who )?liv(?:e|ing))? (?:in|across) (?=\p{Lu})|\b(?:[Hh]ealth services|[Pp]rovision of services|SEND (?:services|system|provision)) (?:in|for|across) (?=\p{Lu})/gu;
/** Words before which it stands. */
const AFTER_AREA =
  /(?:’s|'s)? (?:local area|area SEND|SEND local area|SEND) partnership\b|(?:’s|'s) (?:children and young people|SEND (?:services|strategy|system)|local offer|parent carer forum)\b/gi;
const BODY = /\bCouncil\b|\blocal authority\b/g;
const BOROUGH = /\b(?:London|Royal|Metropolitan) Borough of (?=\p{Lu})/gu;
const INSPECTION_OF = /\binspection of (?:the )?(\p{Lu}[^.:;\n[\]]{1,60}) [Ll]ocal [Aa]rea [Pp]artnership\b/gu;

const MAY_NAME = /\b(?:in|across|for|of) (?:\p{Lu})|partnership|[’']s |Council|local authority/u;

/** A sentence about somewhere else on purpose: neighbours, placements, the past. */
const ELSEWHERE =
  /\b(?:neighbour\w*|border\w*|adjacent|adjoining|nearby|another|other (?:local )?(?:areas?|authorit\w+|partnerships?|parts)|both|outside|out[- ]of[- ]\w+|placed|placements?|attend\w*|moved|educated|formerly|previously|until|region\w*|sub-region\w*|shared? with|together with|learn\w* from|peer|support(?:ed|ing)? by)\b/i;

/** Where a body is made responsible, only a task shared with others names another on purpose. */
const SHARED =
  /\b(?:neighbour\w*|border\w*|adjacent|adjoining|another|other (?:local )?(?:areas?|authorit\w+|partnerships?)|both|region\w*|sub-region\w*|shared? with|together with|jointly)\b/i;

/** "Devon, Plymouth and Torbay": a list of areas is written on purpose. */
const inList = (text: string, { from, to }: AreaMention): boolean =>
  /^(?:,|,? and| &| or) (?:the )?\p{Lu}/u.test(text.slice(to, to + 12)) ||
  /\p{L}(?:,|,? and| &| or) $/u.test(text.slice(Math.max(0, from - 6), from));

/** A name at its place in a unit. */
interface Named {
  readonly name: string;
  readonly from: number;
  readonly to: number;
  /** Only there does a council's name count: where a body is made responsible. */
  readonly binding: boolean;
  readonly responsible: boolean;
}

const PLACES = [BEFORE_AREA, AFTER_AREA, BODY, BOROUGH, INSPECTION_OF].map(quick);

/** Names of areas in one unit where this area's name would stand. */
const namedIn = marker((prose): readonly Named[] | null => {
  const whole = prose.text;
  if (!PLACES.some((pattern) => pattern.mayMatch(whole)) || !MAY_NAME.test(whole)) return null;
  const names: Named[] = [];
  for (const sentence of sentencesOf(prose)) addNames(sentence, names);
  return names.length > 0 ? names : null;
});

function addNames({ text, start }: Sentence, names: Named[]): void {
  const [before, after, bodies, boroughs, inspections] = PLACES.map((pattern) => pattern.matches(text)) as [
    before: Matches,
    after: Matches,
    bodies: Matches,
    boroughs: Matches,
    inspections: Matches,
  ];
  if (before.length + after.length + bodies.length + boroughs.length + inspections.length === 0) return;
  const elsewhere = ELSEWHERE.test(text);
  if (elsewhere && SHARED.test(text)) return;
  const responsible = /\bresponsib(?:le|ility) for (?:the )?(?:planning|commissioning)\b/i.test(text);
  const add = (mention: AreaMention | null, binding: boolean): void => {
    if (mention && (binding || (!elsewhere && !inList(text, mention))))
      names.push({ name: shortName(mention.authority), from: start + mention.from, to: start + mention.to, binding, responsible });
  };
  for (const match of before) add(authorityAt(text, match.index + match[0].length), false);
  for (const match of after) add(authorityBefore(text, match.index), false);
  // Where bodies are made responsible, a council of another area cannot be meant; it may stand beside the health body.
  for (const match of bodies) add(authorityOfBody(text, match.index), true);
  for (const match of boroughs) add(authorityAt(text, match.index + match[0].length), true);
  for (const match of elsewhere ? [] : inspections) {
    const from = start + match.index + match[0].lastIndexOf(match[1]!);
    names.push({ name: match[1]!, from, to: from + match[1]!.length, binding: false, responsible });
  }
}

type Matches = readonly RegExpExecArray[];

/** Whether the unit, or this sentence of it, makes bodies responsible. */
const isBinding = (unit: PlacedProse, responsible: boolean): boolean =>
  isWithin(unit, 'areas-for-improvement') || isWithin(unit, 'priority-action') || (responsible && isWithin(unit, 'about-partnership'));

const rule: DocumentRule = {
  id: 'other-local-area',
  title: 'No other local authority is named where this area’s name belongs',
  severity: 'warning',
  kinds: ALL_KINDS,
  source: cite(
    SOURCES.publishedReports,
    'text carried over from another area’s document; names of all upper-tier local authorities of England',
  ),
  rationale:
    'Text copied from another area’s report or plan can leave that area’s name behind, and readers then doubt whether the findings are about them.',
  help: 'Check whether the sentence was copied from another document. If so, put this area’s name, and check that the rest of the sentence is true here.',
  examples: {
    valid: [
      {
        title: 'neighbours and placements',
        kind: 'full-inspection-report',
        text: '# Area SEND inspection of Exampleshire Local Area Partnership\n\nChildren and young people in Exampleshire do well. Some attend schools in Rutland. Leaders visit the children and young people in Derby who are placed in residential schools.\n\nThe service is shared with the neighbouring Rutland local area partnership. This was an inspection of the effectiveness of the local area partnership.\n',
      },
      {
        title: 'an area with a longer name that begins like another',
        kind: 'full-inspection-report',
        text: '# Area SEND inspection of North Somerset Local Area Partnership\n\nChildren and young people with SEND in North Somerset are heard. The North Somerset local area partnership knows them well. Children and young people in Bath and North East Somerset, Swindon and Wiltshire use the same hospital.\n',
      },
      {
        title: 'the integrated care board covers a larger area',
        kind: 'full-inspection-report',
        text: '# Area SEND inspection of Torbay Local Area Partnership\n\nOn 1 July 2022, NHS Devon ICB became responsible for health services in Devon.\n\n## Local area partnership details\n\n| Local authority | Integrated care board |\n| --- | --- |\n| Torbay Council | NHS Devon ICB |\n',
      },
      {
        title: 'a council that follows another, and parts of a county',
        kind: 'full-inspection-report',
        text: '# Area SEND inspection of West Surrey Local Area Partnership\n\nInspection dates: 10 to 14 May 2027\n\n## Areas for improvement\n\n| Areas for improvement |\n| --- |\n| Leaders should finish what Surrey County Council began. |\n',
        today: '2027-08-01',
      },
      {
        title: 'a part of a county before it is a council’s',
        kind: 'full-inspection-report',
        text: '# Area SEND inspection of Kent Local Area Partnership\n\nInspection dates: 11 to 15 March 2024\n\nChildren and young people in East Surrey go there too.\n',
      },
    ],
    invalid: [
      {
        title: 'a copied sentence',
        kind: 'full-inspection-report',
        text: '# Area SEND inspection of Exampleshire Local Area Partnership\n\nChildren and young people in Rutland help to choose staff. The Rutland local area partnership listens to them. Leaders commission services for children and young people with SEND in Rutland.\n',
        finds: [{ at: 'Rutland', message: /Exampleshire/, severity: 'warning' }, { at: 'Rutland' }, { at: 'Rutland' }],
      },
      {
        title: 'a footer of another report',
        kind: 'full-inspection-report',
        text: '# Area SEND inspection of Exampleshire Local Area Partnership\n\nArea SEND inspection of Kestrelshire Local Area Partnership, 19 to 23 January 2026\n',
        finds: [{ at: 'Kestrelshire', message: /Kestrelshire/ }],
      },
      {
        title: 'another council made responsible',
        kind: 'full-inspection-report',
        text: '# Area SEND inspection of Suffolk Local Area Partnership\n\n## Areas for improvement\n\n| Areas for improvement |\n| --- |\n| Leaders at Norfolk County Council should reduce waiting times. |\n| Norfolk County Council should see that children attend school. |\n',
        finds: [{ at: 'Norfolk' }, { at: 'Norfolk' }],
      },
      {
        title: 'another area in a plan',
        kind: 'strategic-plan',
        text: '# Exampleshire Local Area Partnership SEND strategic plan\n\nWe want all children and young people with SEND in Stoke-on-Trent to be heard.\n',
        finds: [{ at: 'Stoke-on-Trent' }],
      },
    ],
  },
  looksFor: [namedIn],
  check(document, report, { settings, today }) {
    const own = areaName(document);
    if (!own) return;
    const register = bodiesWith(settings.bodies);
    const days = documentDays(document, today);
    const council = (name: string): PublicBody | null => register.council(name);
    const mine = council(own);
    // A council that took over from this one, or gave way to it, is no other area’s; one that is not there in these days is none at all.
    const isKin = (name: string): boolean => {
      const other = council(name);
      return (
        other !== null &&
        (!isThereIn(other, days) ||
          (mine !== null && (register.successorsOf(mine).includes(other) || register.successorsOf(other).includes(mine))))
      );
    };
    const names = [own, ...(document.facts.localArea ? [document.facts.localArea.value] : [])];
    // A body that is a partner by the details table names its wider area lawfully.
    const padded = (name: string): string => ` ${name.replace(/[,]/g, ' ')} `;
    const partners = document.facts.partners.integratedCareBoards.map(({ name }) => padded(name));
    const boards = register.boardsOf(own, days).map(({ name }) => padded(name));
    // Where bodies are made responsible only a partner of the table counts; in plain prose any of the area’s boards does.
    const isOwn = (name: string, binding: boolean): boolean =>
      names.some((candidate) => sameArea(name, candidate)) ||
      (mine !== null && council(name) === mine) ||
      isKin(name) ||
      [...partners, ...(binding ? [] : boards)].some((body) => body.includes(` ${name} `));
    const reported = new Set<number>();
    const tell = (at: Span, name: string): void => {
      if (reported.has(at.start)) return;
      reported.add(at.start);
      report({
        at,
        message: `${name} is named here, but this document is about ${own}. If the text was copied from another document, change the name and check that the rest is true of ${own}.`,
      });
    };

    // Who is responsible by the table has a rule of its own.
    const bodies = new Set(
      document.facts.areasForPriorityAction.flatMap(({ responsibleBodySpan }) => (responsibleBodySpan ? [responsibleBodySpan.start] : [])),
    );
    for (const { unit, value } of namedIn(document)) {
      if (bodies.has(unit.span.start)) continue;
      if (unit.kind === 'heading' && unit.prose.depth === 1) continue;
      for (const { name, from, to, binding, responsible } of value) {
        if (!isOwn(name, binding) && (!binding || isBinding(unit, responsible))) tell(unit.spanOf(from, to), name);
      }
    }
    for (const partner of document.facts.partners.localAuthority) {
      const named = council(partner.name);
      if (named && !isOwn(named.core, true)) tell(partner.span, named.core);
    }
  },
};

export default rule;
