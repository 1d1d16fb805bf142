import { sentencesOf, type PlacedProse, type SendDocument } from '../../document/index.js';
import { SOURCES, cite } from '../../framework/sources.js';
import type { Span } from '../../framework/types.js';
import { gentleInMonitoring, REPORTS, type DocumentRule, type Report } from '../rule.js';
import { groupsIn, inspecting, isLead, isPlain, type CountedGroup, type Side } from './_team.js';

const NAMES: Readonly<Record<Side, string>> = { ofsted: 'Ofsted', cqc: 'the Care Quality Commission (CQC)' };
const HEADERS: Readonly<Record<Side, RegExp>> = { ofsted: /ofsted/i, cqc: /\bCQC\b|Care Quality|Quality Care/i };
const WORDS = ['none', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];
const inWords = (count: number): string => WORDS[count] ?? String(count);

/** The sentence that says who carried out the inspection, with the items of its list. */
interface TeamSentence {
  readonly at: Span;
  /** From this sentence to the end of the section. */
  readonly text: string;
  readonly groups: readonly CountedGroup[];
  /** Groups that later sentences count, which may be others or the same again. */
  readonly further: readonly CountedGroup[];
}

function teamSentence(document: SendDocument): TeamSentence | null {
  const section = document.section('about-inspection');
  if (!section) return null;
  const units = document.proseIn(section).filter(({ kind }) => kind !== 'heading' && kind !== 'cell' && kind !== 'header-cell');
  for (const [index, unit] of units.entries()) {
    const sentence = sentencesOf(unit.prose).find(
      ({ text }) => /\b(?:led|carried out|conducted|undertaken) (?:jointly )?by\b/i.test(text) && /\binspectors?\b|\bHM[’']?I/i.test(text),
    );
    if (!sentence) continue;
    const items: PlacedProse[] = [];
    if (/:\s*$/.test(unit.text))
      for (const item of units.slice(index + 1)) if (item.kind === 'item' || /;\s*$|^\W/.test(item.text)) items.push(item);
    const listed = items.flatMap((item) => groupsIn(item, 0, item.text.length).map((group) => ({ ...group, leads: false })));
    const after = units.slice(index + 1).filter((other) => !items.includes(other));
    return {
      at: unit.spanOf(sentence.start, sentence.end),
      text: [unit.text.slice(sentence.start), ...units.slice(index + 1).map(({ text }) => text)].join(' '),
      groups: [...groupsIn(unit, sentence.start, sentence.end), ...listed],
      further: [...groupsIn(unit, sentence.end, unit.text.length), ...after.flatMap((other) => groupsIn(other, 0, other.text.length))].map(
        (group) => ({ ...group, leads: false }),
      ),
    };
  }
  return null;
}

function placeOf(document: SendDocument, side: Side): Span | null {
  const section = document.section('inspection-team');
  if (!section) return null;
  for (const table of document.tablesIn(section)) {
    const header = table.header.cells.find(({ text }) => HEADERS[side].test(text));
    if (header?.prose) return header.prose.spanOf(0, header.text.length);
  }
  return section.heading?.textSpan ?? section.span;
}

function checkLeads(document: SendDocument, report: Report): void {
  const { team } = document.facts;
  // Nothing could be read: an empty section is another rule's business.
  if (team.ofsted.length + team.cqc.length === 0) return;
  for (const side of ['ofsted', 'cqc'] as const) {
    const at = placeOf(document, side);
    if (!at || team[side].some(isLead)) continue;
    report({
      at,
      message:
        team[side].length === 0
          ? `The team has no inspector from ${NAMES[side]}. Area SEND inspections are carried out jointly: name those who took part, and who led.`
          : `Nobody from ${NAMES[side]} is named as lead inspector. Add “lead inspector” to the role of the person who led for ${NAMES[side]}.`,
    });
  }
}

const total = (groups: readonly CountedGroup[]): number | null =>
  groups.reduce<number | null>((sum, { count }) => (sum === null || count === null ? null : sum + count), 0);

function checkNumbers(document: SendDocument, sentence: TeamSentence, report: Report): void {
  for (const side of ['ofsted', 'cqc'] as const) {
    const first = sentence.groups.filter((group) => group.side === side);
    const further = sentence.further.filter((group) => group.side === side);
    // A sentence that only names who led goes on in the next; counted twice, nobody can tell.
    const groups = first.some(({ leads }) => !leads) || further.length === 0 ? first : [...first, ...further];
    const members = document.facts.team[side];
    if (groups.length === 0 || members.length === 0 || !isPlain(members)) continue;
    const said = total(groups);
    const listed = inspecting(members).length;
    if (said === null || said === listed || said === members.length) continue;
    if (groups === first && further.length > 0 && [null, listed].includes(total([...first, ...further]))) continue;
    const team = groups.filter(({ leads }) => !leads);
    const marked = team.length > 0 ? team : groups;
    const place = placeOf(document, side);
    report({
      at: { start: marked[0]!.span.start, end: marked.at(-1)!.span.end },
      severity: 'warning',
      message: `This sentence counts ${inWords(said)} from ${NAMES[side]}, the lead included; the table of the team lists ${inWords(listed)}. Check which is right.`,
      ...(place ? { related: [{ span: place, message: 'The table of the team' }] } : {}),
    });
  }
}

function checkDisciplines(document: SendDocument, sentence: TeamSentence, report: Report): void {
  const roles = [...document.facts.team.ofsted, ...document.facts.team.cqc].map(({ role }) => role).join(' ');
  const said = `${sentence.text} ${roles}`;
  const education = /\beducation\b|\bschools?\b|\bearly years\b/i.test(said);
  const socialCare = /\bsocial[ -]care\b|\bsocial work/i.test(said);
  const health = document.facts.team.cqc.length > 0 || /\bCQC\b|\bCare Quality\b|\bQuality Care\b|\bhealth\b/i.test(said);
  const missing = [...(education ? [] : ['education']), ...(socialCare ? [] : ['social care']), ...(health ? [] : ['health'])];
  if (missing.length === 0) return;
  // With one inspector beside the lead, the lead has the field that the sentence leaves unsaid.
  const beside = sentence.groups.filter(({ side, leads }) => side === 'ofsted' && !leads);
  if (missing.length === 1 && health && total(beside) === 1 && inspecting(document.facts.team.ofsted).length <= 2) return;
  report({
    at: sentence.at,
    // Naming one field and not the other shows that a field is missing; naming none may only be left unsaid.
    ...(education || socialCare ? {} : { severity: 'warning' as const }),
    message: `This sentence does not show that the team covered ${missing.join(' and ')}. Inspectors of education, social care and health are all to take part: say where each comes from.`,
  });
}

const SENTENCE =
  'The inspection was led by one of His Majesty’s Inspectors (HMI) from Ofsted, with a team of inspectors, including: two HMI from education and social care; a lead Children’s Services Inspector from the Care Quality Commission (CQC); and another Children’s Services Inspector from the CQC.';
const TABLE = [
  '| Harriet Penrose, Ofsted lead inspector | Tobias Lindqvist, CQC lead inspector |',
  '| Callum Draycott, HMI | Bronagh Teasel, CQC inspector |',
  '| Anita Merriweather, HMI |  |',
];
const text = (sentence: string, rows: readonly string[]): string =>
  `## Information about this inspection\n\n${sentence}\n\n## Inspection team\n\n| Ofsted | Care Quality Commission |\n| --- | --- |\n${rows.join('\n')}\n`;

const rule: DocumentRule = {
  id: 'inspection-team',
  title: 'The team has a lead from Ofsted and from CQC, covers education, social care and health, and is the same in sentence and table',
  severity: gentleInMonitoring('error'),
  kinds: REPORTS,
  source: cite(
    SOURCES.handbook,
    'inspections are carried out jointly by a multidisciplinary team; a lead on each side in 56 of 56 published reports',
  ),
  rationale:
    'Area SEND inspections are carried out jointly by inspectors of education, social care and health. Readers must see who led for each inspectorate and that the team was complete.',
  help: 'Compare the sentence under “Information about this inspection” with the table: numbers, roles, and a lead inspector from each inspectorate.',
  examples: {
    valid: [
      { title: 'a sentence and a table that agree', kind: 'full-inspection-report', text: text(SENTENCE, TABLE) },
      {
        title: 'two leads, and numbers that nobody can tell',
        kind: 'full-inspection-report',
        text: text(
          'The inspection was led by two of His Majesty’s Inspectors (HMI) from Ofsted, with a team of inspectors including an Ofsted Inspector from education and social care; lead Children’s Services Inspectors from the CQC; and a team Children’s Services Inspectors from the CQC.',
          [
            '| Harriet Penrose HMI, Ofsted lead inspector | Tobias Lindqvist, CQC lead inspector |',
            '| Callum Draycott HMI, Ofsted lead inspector | Bronagh Teasel, CQC lead inspector |',
            '| Anita Merriweather, Ofsted Inspector | Winston Oakes, CQC inspector |',
          ],
        ),
      },
      {
        title: 'HMI and Ofsted Inspectors counted together, and somebody who watched',
        kind: 'full-inspection-report',
        text: text(
          'The inspection was led by one of His Majesty’s Inspectors from Ofsted with a team including: two HMI/Ofsted Inspectors from education and social care; a lead Children’s Services Inspector and a team Children’s Services Inspector from CQC.',
          [...TABLE, '| Una Castle, HMI (shadowing) |  |'],
        ),
      },
      {
        title: 'a number without its noun',
        kind: 'full-inspection-report',
        text: text(
          'The inspection was led by one of His Majesty’s Inspectors (HMI) from Ofsted, with a team of inspectors, including one HMI from education and one from social care; a lead Children’s Services Inspector from the CQC; and another Children’s Services Inspector from the CQC.',
          TABLE,
        ),
      },
      {
        title: 'teams whose number is open',
        kind: 'full-inspection-report',
        text: text(
          'The inspection was led by one of His Majesty’s Inspectors (HMI) from Ofsted, with a team of inspectors, including: a team of HMI from education and social care; a lead Children’s Services Inspector from CQC; and a small team of Children’s Services Inspectors from CQC.',
          TABLE,
        ),
      },
      {
        title: 'a team in two sentences and a list',
        kind: 'full-inspection-report',
        text: text(
          'The inspection was led by one of His Majesty’s Inspectors (HMI) from Ofsted. The team included two HMI from education and social care, a lead Children’s Services Inspector from CQC and another Children’s Services Inspector from CQC.',
          TABLE,
        ),
      },
      {
        title: 'a small team, whose lead has the other field',
        kind: 'full-inspection-report',
        text: text(
          'The inspection was led by one of His Majesty’s Inspectors (HMI) from Ofsted, with a team of inspectors, including: one HMI from social care; and a lead Children’s Services Inspector from the CQC.',
          ['| Harriet Penrose, Ofsted lead inspector | Tobias Lindqvist, CQC lead inspector |', '| Callum Draycott, HMI |  |'],
        ),
      },
      {
        title: 'a list',
        kind: 'full-inspection-report',
        text: text(
          'The inspection was led by one of His Majesty’s Inspectors (HMI) from Ofsted, with a team of inspectors, including:\n\n- two HMI from education and social care\n- a lead Children’s Services Inspector from CQC\n- another Children’s Services Inspector from CQC',
          TABLE,
        ),
      },
    ],
    invalid: [
      {
        title: 'more inspectors in the sentence than in the table',
        kind: 'full-inspection-report',
        text: text(SENTENCE.replace('two HMI from', 'two HMI and an Ofsted Inspector from'), TABLE),
        finds: [{ at: 'two HMI and an Ofsted Inspector', message: /counts four from Ofsted.+lists three/, severity: 'warning' }],
      },
      {
        title: 'fewer inspectors from CQC in the sentence',
        kind: 'full-inspection-report',
        text: text(SENTENCE, [...TABLE.slice(0, 2), '| Anita Merriweather, HMI | Winston Oakes, CQC inspector |']),
        finds: [
          {
            at: 'a lead Children’s Services Inspector from the Care Quality Commission (CQC); and another Children’s Services Inspector',
            message: /CQC/,
            severity: 'warning',
          },
        ],
      },
      {
        title: 'no lead from CQC',
        kind: 'full-inspection-report',
        text: text(
          SENTENCE,
          TABLE.map((row) => row.replace('CQC lead inspector', 'CQC inspector')),
        ),
        finds: [{ at: 'Care Quality Commission', message: /lead inspector/, severity: 'error' }],
      },
      {
        title: 'nobody from CQC',
        kind: 'monitoring-inspection-report',
        text: '## Inspection team\n\n| Ofsted | Care Quality Commission |\n| --- | --- |\n| Harriet Penrose, Ofsted lead inspector |  |\n',
        finds: [{ at: 'Care Quality Commission', message: /no inspector from/ }],
      },
      {
        title: 'no social care',
        kind: 'full-inspection-report',
        text: text(
          'The inspection was led by one of His Majesty’s Inspectors (HMI) from Ofsted with two HMI from education and two Children’s Services Inspectors from CQC.',
          TABLE,
        ),
        finds: [
          {
            at: 'The inspection was led by one of His Majesty’s Inspectors (HMI) from Ofsted with two HMI from education and two Children’s Services Inspectors from CQC.',
            message: /social care/,
            severity: 'error',
          },
        ],
      },
    ],
  },
  check(document, report) {
    checkLeads(document, report);
    const sentence = teamSentence(document);
    if (!sentence) return;
    checkNumbers(document, sentence, report);
    checkDisciplines(document, sentence, report);
  },
};

export default rule;
