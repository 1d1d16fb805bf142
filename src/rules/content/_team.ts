import { byText, matchesOf, parseNumber, type PlacedProse, type TeamMember } from '../../document/index.js';
import type { Span } from '../../framework/types.js';

export type Side = 'ofsted' | 'cqc';

/** Inspectors of one side as a sentence counts them. */
export interface CountedGroup {
  readonly side: Side;
  /** null: the words do not say how many. */
  readonly count: number | null;
  /** The person who leads the inspection, before the team is listed. */
  readonly leads: boolean;
  readonly span: Span;
}

const OFSTED = String.raw`(?:(?:His|Her) Majest(?:y(?:[’']?s)?|ies) [Ii]nspectors?|HM[’']?I(?:[’']?s)?(?![\p{L}’'])|Ofsted (?:[Ll]ead )?(?:HMIs?|[Ii]nspectors?)|(?:[Ss]ocial [Cc]are|[Ee]arly [Yy]ears|[Ss]chools?)(?: [Rr]egulatory)? (?:[Ii]nspectors?|HMIs?))`;
const CQC = String.raw`(?:(?:[Cc]hildren[’']?s[’']? [Ss]ervices?|CQC|Care Quality Commission|[Hh]ealth) (?:[Ll]ead )?[Ii]nspectors?)`;
const GENERIC = String.raw`[Ii]nspectors?(?= from (?:the )?(?:CQC|Care Quality|Ofsted))`;
const BY_CQC = new RegExp(`^${CQC}`, 'u');
const BY_GENERIC = /^[Ii]nspectors?$/;
const NOUN = new RegExp(String.raw`\b(?:${OFSTED}(?: ?(?:\/|and\/or|or) ?${OFSTED}){0,2}|${CQC}|${GENERIC})`, 'gu');
const BEFORE =
  /(?:(another|an?|one|two|three|four|five|six|seven|eight|nine|ten|\d{1,2}) )?(?:(further|other|additional|more|two|three|four|five|\d{1,2}) )?(?:of (?:the )?)?(?:(?:lead|team|senior|experienced|social care|education|health|Ofsted|CQC|from) ){0,3}$/i;
const LEAD_AND_TEAM = /\b(?:a|one) lead(?: inspector)? and (?:an?|one|another) (?:team )?$/i;
/** "one HMI from education and one from social care": the second stands without its noun. */
const ANOTHER_FROM =
  /^(?: (?:from|with|for) (?:[\p{L}-]+ ){1,3}?and|,? and|,) ((?:one|another|two|three|four|\d)(?: other| more| further)?) (?:from|with|for) (?!(?:the )?(?:CQC|Care Quality|Ofsted))/iu;
/** "two HMI and Ofsted Inspectors": the number counts both. */
const JOINS = /^ (?:and|&) $/;

const isPlural = (noun: string): boolean => /s$/i.test(noun);

function countBefore(before: string, noun: string): number | null | undefined {
  if (LEAD_AND_TEAM.test(before)) return isPlural(noun) ? null : 2;
  const [, first, second] = BEFORE.exec(before) ?? [];
  const numbers = [first, second]
    .flatMap((word) => (word && /^(?:one|two|three|four|five|six|seven|eight|nine|ten|\d+)$/i.test(word) ? [parseNumber(word)] : []))
    .filter((number) => number !== null);
  if (numbers.length > 0) return numbers.at(-1) ?? null;
  // "a team Children’s Services Inspectors": nobody can tell how many.
  if (first) return isPlural(noun) ? null : 1;
  return undefined;
}

interface GroupInText extends Omit<CountedGroup, 'span'> {
  readonly start: number;
  readonly end: number;
}

const groupsInText = byText((source): readonly GroupInText[] => {
  // What stands in brackets explains; blanked at equal length so that places stay.
  const text = source.replace(/\([^()]*\)/g, (bracket) => ' '.repeat(bracket.length));
  const found: GroupInText[] = [];
  const list = text.search(/\bincluding\b|\bwith a team\b|\bthe team\b/i);
  let end = 0;
  for (const match of matchesOf(text, NOUN)) {
    const noun = match[0];
    const before = text.slice(end, match.index).replace(/\s+/g, ' ');
    const side: Side =
      noun.startsWith('CQC') || BY_CQC.test(noun)
        ? 'cqc'
        : BY_GENERIC.test(noun)
          ? /^ from (?:the )?Ofsted/.test(text.slice(match.index + noun.length))
            ? 'ofsted'
            : 'cqc'
          : 'ofsted';
    let count = countBefore(before, noun);
    const previous = found.at(-1);
    const place = end;
    end = match.index + noun.length;
    if (/\bteam of (?:\w+ )?$/i.test(before)) {
      // As a part of the list, it is some of them: “with inspectors, including a team of HMI”.
      if (list >= 0 && match.index > list && /(?:\bincluding|[:;,]|\band)\s*(?:a|one|another) (?:\w+ )?team of (?:\w+ )?$/i.test(before))
        found.push({ side, count: null, leads: false, start: match.index, end });
      continue;
    }
    if (count === undefined) {
      if (previous?.side === side && JOINS.test(before) && isPlural(noun) && (previous.count ?? 0) > 1) continue;
      count = isPlural(noun) || /^HMI$/.test(noun) ? null : 1;
    }
    const further = ANOTHER_FROM.exec(text.slice(end).replace(/\s/g, ' '))?.[1]!.split(' ')[0];
    if (count !== null && further) count += parseNumber(further) ?? 1;
    const words = BEFORE.exec(text.slice(place, match.index))?.[0] ?? '';
    found.push({ side, count, leads: list < 0 ? previous === undefined : match.index < list, start: match.index - words.length, end });
  }
  return found;
});

/** Groups of inspectors in text[from, to) of a unit, in order. */
export const groupsIn = (unit: PlacedProse, from: number, to: number): readonly CountedGroup[] =>
  !/nspector|HM/.test(unit.text)
    ? []
    : groupsInText(unit.text.slice(from, to)).map(({ start, end, ...group }) => ({
        ...group,
        span: unit.spanOf(from + start, from + end),
      }));

/** Those who inspected: not people who watched or who checked the quality of the inspection. */
export const inspecting = (members: readonly TeamMember[]): readonly TeamMember[] =>
  members.filter(({ role }) => !/\b(?:shadow\w*|observ\w*|trainee|quality assur\w*|QA)\b/i.test(role));

/** Whether each line of a side is plainly one person with a role. */
export const isPlain = (members: readonly TeamMember[]): boolean =>
  members.every(({ name, role }) => role !== '' && !/\b(?:inspectors?|HMI|Ofsted|CQC|lead)\b/i.test(name));

export const isLead = ({ name, role }: TeamMember): boolean => /\blead\b/i.test(role) || /\blead\b/i.test(name);
