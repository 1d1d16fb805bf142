import { areaName, sentencesOf, type PlacedProse, type SendDocument } from '../../document/index.js';
import { findLocalAuthority, shortName } from '../../framework/local-authorities.js';
import { SOURCES, cite } from '../../framework/sources.js';
import type { Span } from '../../framework/types.js';
import { ALL_KINDS, type DocumentRule } from '../rule.js';
import { authorityAt, authorityBefore, authorityOfBody, sameArea, type AreaMention } from './_areas.js';

/** Words after which this area's own name stands in reports and plans. */
const BEFORE_AREA =
  /\b(?:[Cc]hildren(?:,| and|, and| or) young (?:people|person)|(?:[Cc]hildren|[Yy]oung people) with SEND|[Pp]arents and carers)(?: with (?:SEND|special educational needs and\/or disabilities(?: \(SEND\))?|(?:an )?EHC plans?))?(?: and their families)?(?: (?:who )?liv(?:e|ing))? (?:in|across) (?=\p{Lu})|\b(?:[Hh]ealth services|[Pp]rovision of services|SEND (?:services|system|provision)) (?:in|for|across) (?=\p{Lu})/gu;
/** Words before which it stands. */
const AFTER_AREA = /(?:’s|'s)? (?:local area|area SEND|SEND local area|SEND) partnership\b|(?:’s|'s) (?:children and young people|SEND (?:services|strategy|system)|local offer|parent carer forum)\b/gi;
const BODY = /\bCouncil\b|\blocal authority\b/g;
const BOROUGH = /\b(?:London|Royal|Metropolitan) Borough of (?=\p{Lu})/gu;
const INSPECTION_OF = /\binspection of (?:the )?(\p{Lu}[^.:;\n[\]]{1,60}) local area partnership\b/giu;

/** A sentence about somewhere else on purpose: neighbours, placements, the past. */
const ELSEWHERE =
  /\b(?:neighbour\w*|border\w*|adjacent|adjoining|nearby|another|other (?:local )?(?:areas?|authorit\w+|partnerships?|parts)|both|outside|out[- ]of[- ]\w+|placed|placements?|attend\w*|moved|educated|formerly|previously|until|region\w*|sub-region\w*|shared? with|together with|learn\w* from|peer|support(?:ed|ing)? by)\b/i;

/** "Devon, Plymouth and Torbay": a list of areas is written on purpose. */
const inList = (text: string, { from, to }: AreaMention): boolean => /^(?:,|,? and| &| or) (?:the )?\p{Lu}/u.test(text.slice(to, to + 12)) || /\p{L}(?:,|,? and| &| or) $/u.test(text.slice(Math.max(0, from - 6), from));

function mentionsIn(text: string, binding: boolean): AreaMention[] {
  const found: AreaMention[] = [];
  const add = (mention: AreaMention | null): void => {
    if (mention && !inList(text, mention)) found.push(mention);
  };
  for (const match of text.matchAll(BEFORE_AREA)) add(authorityAt(text, match.index + match[0].length));
  for (const match of text.matchAll(AFTER_AREA)) add(authorityBefore(text, match.index));
  if (!binding) return found;
  // Where bodies are made responsible, a council of another area cannot be meant; it may stand beside the health body.
  for (const match of text.matchAll(BODY)) {
    const mention = authorityOfBody(text, match.index);
    if (mention) found.push(mention);
  }
  for (const match of text.matchAll(BOROUGH)) {
    const mention = authorityAt(text, match.index + match[0].length);
    if (mention) found.push(mention);
  }
  return found;
}

function isBinding(unit: PlacedProse, sentence: string, sections: ReadonlyMap<string, readonly Span[]>): boolean {
  const within = (id: string): boolean => (sections.get(id) ?? []).some(({ start, end }) => unit.span.start >= start && unit.span.end <= end);
  if (within('areas-for-improvement') || within('priority-action')) return true;
  return within('about-partnership') && /\bresponsib(?:le|ility) for (?:the )?(?:planning|commissioning)\b/i.test(sentence);
}

const rule: DocumentRule = {
  id: 'other-local-area',
  title: 'No other local authority is named where this area’s name belongs',
  severity: 'warning',
  kinds: ALL_KINDS,
  source: cite(SOURCES.publishedReports, 'text carried over from another area’s document; names of all upper-tier local authorities of England'),
  rationale: 'Text copied from another area’s report or plan can leave that area’s name behind, and readers then doubt whether the findings are about them.',
  help: 'Check whether the sentence was copied from another document. If so, put this area’s name, and check that the rest of the sentence is true here.',
  examples: {
    valid: [
      {
        title: 'neighbours and placements',
        kind: 'full-inspection-report',
        text: '# Area SEND inspection of Exampleshire Local Area Partnership\n\nChildren and young people in Exampleshire do well. Some attend schools in Rutland. Leaders visit the children and young people in Derby who are placed in residential schools.\n\nThe service is shared with the neighbouring Rutland local area partnership.\n',
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
    ],
    invalid: [
      {
        title: 'a copied sentence',
        kind: 'full-inspection-report',
        text: '# Area SEND inspection of Exampleshire Local Area Partnership\n\nChildren and young people in Rutland help to choose staff. The Rutland local area partnership listens to them.\n',
        finds: [{ at: 'Rutland', message: /Exampleshire/, severity: 'warning' }, { at: 'Rutland' }],
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
        text: '# Area SEND inspection of Suffolk Local Area Partnership\n\n## Areas for improvement\n\n| Areas for improvement |\n| --- |\n| Leaders at Norfolk County Council should reduce waiting times. |\n',
        finds: [{ at: 'Norfolk' }],
      },
      {
        title: 'another area in a plan',
        kind: 'strategic-plan',
        text: '# Exampleshire Local Area Partnership SEND strategic plan\n\nWe want all children and young people with SEND in Stoke-on-Trent to be heard.\n',
        finds: [{ at: 'Stoke-on-Trent' }],
      },
    ],
  },
  check(document, report) {
    const own = areaName(document);
    if (!own) return;
    const names = [own, ...(document.facts.localArea ? [document.facts.localArea.value] : [])];
    // A body that is a partner by the details table names its wider area lawfully.
    const wider = document.facts.partners.integratedCareBoards.map(({ name }) => ` ${name.replace(/[,]/g, ' ')} `);
    const isOwn = (name: string): boolean => names.some((candidate) => sameArea(name, candidate)) || wider.some((body) => body.includes(` ${name} `));
    const reported = new Set<number>();
    const tell = (at: Span, name: string): void => {
      if (reported.has(at.start)) return;
      reported.add(at.start);
      report({ at, message: `${name} is named here, but this document is about ${own}. If the text was copied from another document, change the name and check that the rest is true of ${own}.` });
    };

    const sections = sectionSpans(document);
    for (const unit of document.prose) {
      if (unit.kind === 'heading' && unit.prose.depth === 1) continue;
      for (const sentence of sentencesOf(unit.prose)) {
        if (ELSEWHERE.test(sentence.text)) continue;
        const place = (from: number, to: number): Span => unit.spanOf(sentence.start + from, sentence.start + to);
        for (const { authority, from, to } of mentionsIn(sentence.text, isBinding(unit, sentence.text, sections))) {
          if (!isOwn(shortName(authority))) tell(place(from, to), shortName(authority));
        }
        for (const match of sentence.text.matchAll(INSPECTION_OF)) {
          const from = match.index + match[0].lastIndexOf(match[1]!);
          if (!isOwn(match[1]!)) tell(place(from, from + match[1]!.length), match[1]!);
        }
      }
    }
    for (const partner of document.facts.partners.localAuthority) {
      const named = findLocalAuthority(partner.name.replace(/\b(?:The|London|Royal|Metropolitan|City|County|District|Borough|of|Council|Local Authority)\b/g, ' '));
      if (named && !isOwn(shortName(named))) tell(partner.span, shortName(named));
    }
  },
};

function sectionSpans(document: SendDocument): ReadonlyMap<string, readonly Span[]> {
  const spans = new Map<string, Span[]>();
  for (const id of ['areas-for-improvement', 'priority-action', 'about-partnership'] as const) spans.set(id, document.sectionsOf(id).map(({ span }) => span));
  return spans;
}

export default rule;
