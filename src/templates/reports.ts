import { CLOSING, STATUTORY_BASIS, outcomeInfo } from '../framework/wording.js';
import type { SectionId } from '../framework/types.js';
import { formatRange, gap, type KnownArea, type TemplateContext } from './context.js';

/** What stands under a heading. */
export type Body = (context: TemplateContext) => string;

export const paragraphs = (...parts: readonly string[]): string => parts.join('\n\n');
export const bullets = (...items: readonly string[]): string => items.map((item) => `- ${item}`).join('\n');
export const table = (header: readonly string[], ...rows: readonly (readonly string[])[]): string =>
  [header, header.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

/** The words of a report in a quotation: none of them is a mark of Markdown. */
export const quoted = (text: string): string =>
  `> ${text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\`*_<[\]|~]|^(?:[-+#>]|\d{1,9}[.)])/g, '\\$&')}`;

const both = ({ localAuthority, integratedCareBoard }: TemplateContext): string => `${localAuthority} and ${integratedCareBoard}`;

const responsibility = (context: TemplateContext): string =>
  `${both(context)} are jointly responsible for the planning and commissioning of services for children and young people with SEND in ${context.area}.`;

const alternativeProvision = (): string =>
  `The local authority commissions alternative provision from ${gap('providers, such as pupil referral units, tuition services and independent providers')}. Alternative provision is used for ${gap('which children and young people use it, and why')}.`;

const partnershipDetails: Body = ({ localAuthority, integratedCareBoard, website }) =>
  table(
    ['Local authority', 'Integrated care board'],
    [localAuthority, integratedCareBoard],
    [
      `${gap('name of the person who leads')}, ${gap('post, such as Director of Children’s Services')}`,
      `${gap('name of the person who leads')}, ${gap('post, such as Chief Executive')}`,
    ],
    [website, gap('website of the integrated care board')],
    [
      `${gap('building and street')}<br>${gap('town')}<br>${gap('postcode')}`,
      `${gap('building and street')}<br>${gap('town')}<br>${gap('postcode')}`,
    ],
  );

const inspectionTeam: Body = () =>
  table(
    ['Ofsted', 'Care Quality Commission'],
    [`${gap('name')}, HMI, Ofsted lead inspector`, `${gap('name')}, CQC lead inspector`],
    [`${gap('name')}, HMI, education`, `${gap('name')}, CQC inspector`],
    [`${gap('name')}, HMI, social care`, `${gap('name')}, CQC inspector`],
  );

/** The Care Quality Commission is written out where a report names it first: with outcome 3, that is the sentence about the team. */
const aboutInspection = (basis: string, commissionKnown: boolean): string =>
  paragraphs(
    basis,
    `The inspection was led by one of His Majesty’s Inspectors (HMI) from Ofsted, with a team of inspectors, including: two HMI from education and social care; a lead Children’s Services Inspector from ${commissionKnown ? 'CQC' : 'the Care Quality Commission (CQC)'}; and two Children’s Services Inspectors from CQC.`,
  );

const outcomeSection: Body = ({ outcome }) => {
  if (!outcome) {
    return paragraphs(
      gap('the outcome statement: typically positive, inconsistent, or widespread and/or systemic failings'),
      gap('the sentence that says when the next inspection will be'),
      gap('what Ofsted and CQC ask of the partnership'),
    );
  }
  const info = outcomeInfo(outcome);
  return paragraphs(info.statements[0]!, info.nextInspection[0]!, info.followUp[0]!);
};

const closing: Body = ({ year }) =>
  paragraphs(
    CLOSING.complaints,
    'The Office for Standards in Education, Children’s Services and Skills (Ofsted) regulates and inspects to achieve excellence in the care of children and young people, and in education and skills for learners of all ages. It regulates and inspects childcare and children’s social care, and inspects the Children and Family Court Advisory and Support Service (Cafcass), schools, colleges, initial teacher training, further education and skills, adult and community learning, and education and training in prisons and other secure establishments. It assesses council children’s services, and inspects services for looked after children, safeguarding and child protection.',
    CLOSING.otherFormats,
    `${CLOSING.licence} To view this licence, visit www.nationalarchives.gov.uk/doc/open-government-licence/, write to the Information Policy Team, The National Archives, Kew, London TW9 4DU, or email: psi@nationalarchives.gov.uk.`,
    'This publication is available at http://reports.ofsted.gov.uk/.',
    'Piccadilly Gate<br>Store Street<br>Manchester<br>M1 2WD',
    'T: 0300 123 1231',
    'Textphone: 0161 618 8524',
    'E: enquiries@ofsted.gov.uk',
    'W: www.gov.uk/ofsted',
    `${CLOSING.copyright} ${year}`,
  );

const FULL: Partial<Record<SectionId, Body>> = {
  'inspection-outcome': outcomeSection,
  'about-partnership': (context) =>
    paragraphs(
      responsibility(context),
      gap('a short description of the area: its towns, its population and what is particular about it'),
      gap('what has changed since the previous inspection, such as leaders, boards and services'),
      `The commissioning of health services changed across England in 2022. On 1 July 2022, ${context.integratedCareBoard} became responsible for the commissioning of health services in ${context.area}.`,
      alternativeProvision(),
    ),
  experience: () =>
    paragraphs(
      gap('how well children and young people’s needs are identified and met in the early years'),
      gap('what children and young people experience at school, including in alternative provision'),
      gap('how long children and young people wait for health services, and what helps while they wait'),
      gap('what children and young people’s education, health and care (EHC) plans and annual reviews are like'),
      gap('what children and young people experience of social care and short breaks'),
      gap('how well young people are prepared for adulthood'),
      gap('how children and young people’s views are heard, and what changes as a result'),
    ),
  effective: () =>
    bullets(
      gap('what leaders do well, and the difference that it makes to children and young people'),
      `Co-production, where families and professionals design services together, is ${gap('how well it works, with whom, and what has changed because of it')}.`,
      gap('what works well in education, health and social care'),
    ),
  improve: () =>
    bullets(
      gap('what does not work well enough, for whom, and what follows from it'),
      `The partnership’s oversight of alternative provision is ${gap('how well leaders check that it is safe and suitable, and what follows from it')}.`,
      gap('what does not work well enough in education, health and social care'),
    ),
  'priority-action': (context) =>
    table(
      ['Responsible body', 'Areas for priority action'],
      [both(context), `Leaders should urgently ${gap('what they must do')}.`],
      [context.localAuthority, `Leaders should urgently ${gap('what they must do')}.`],
    ),
  'areas-for-improvement': (context) =>
    table(
      ['Areas for improvement'],
      [`Leaders at ${both(context)} should ${gap('what they should do')}.`],
      [`Leaders at ${context.localAuthority} should ${gap('what they should do')}.`],
    ),
  'partnership-details': partnershipDetails,
  'about-inspection': ({ outcome }) => aboutInspection(STATUTORY_BASIS.full.text, outcome === 1 || outcome === 2),
  'inspection-team': inspectionTeam,
  closing,
};

const monitoredArea = ({ text }: KnownArea, index: number): string[] => [
  `### Area ${index + 1}: ${gap('short name of the area for priority action')}`,
  quoted(text),
  `Leaders ${gap('“are taking effective action” or “are not yet taking effective action”')}.`,
  index === 0
    ? gap('what leaders have done since the full inspection')
    : gap('how co-production with children, young people, parents and carers has shaped what was done'),
  gap('the difference that children, young people and families can see, with one figure from the inspection and one from today'),
];

const MONITORING: Partial<Record<SectionId, Body>> = {
  'inspection-outcome': () =>
    paragraphs(
      `The full inspection found widespread and/or systemic failings in the experiences and outcomes of children and young people with special educational needs and/or disabilities (SEND).`,
      `The local area partnership is taking effective action on ${gap('number')} of the ${gap('number')} areas for priority action.`,
      gap('what happens next, and when'),
    ),
  'about-partnership': (context) =>
    paragraphs(
      responsibility(context),
      gap('what has changed since the full inspection, such as leaders, boards and services'),
      alternativeProvision(),
    ),
  'monitoring-findings': ({ report }) =>
    report && report.areasForPriorityAction.length > 0
      ? paragraphs(...report.areasForPriorityAction.flatMap(monitoredArea))
      : paragraphs(
          `### Area 1: ${gap('short name of the area for priority action')}`,
          `Leaders ${gap('“are taking effective action” or “are not yet taking effective action”')}.`,
          gap('what leaders have done since the full inspection'),
          gap('the difference that children, young people and families can see, with one figure from the inspection and one from today'),
          `### Area 2: ${gap('short name of the area for priority action')}`,
          `Leaders ${gap('“are taking effective action” or “are not yet taking effective action”')}.`,
          gap('how co-production with children, young people, parents and carers has shaped what was done'),
          gap('the difference that children, young people and families can see, with one figure from the inspection and one from today'),
        ),
  'partnership-details': partnershipDetails,
  'about-inspection': () => aboutInspection(STATUTORY_BASIS.monitoring.text, false),
  'inspection-team': inspectionTeam,
  closing,
};

export const FULL_REPORT_SECTIONS: readonly SectionId[] = [
  'inspection-outcome',
  'about-partnership',
  'experience',
  'effective',
  'improve',
  'priority-action',
  'areas-for-improvement',
  'partnership-details',
  'about-inspection',
  'inspection-team',
  'closing',
];
export const MONITORING_SECTIONS: readonly SectionId[] = [
  'inspection-outcome',
  'about-partnership',
  'monitoring-findings',
  'partnership-details',
  'about-inspection',
  'inspection-team',
  'closing',
];

/** In the order of the document. Areas for priority action belong to outcome 3 alone; an outcome not yet known has none. */
export const reportSections = ({ kind, outcome }: TemplateContext): readonly SectionId[] =>
  kind === 'monitoring-inspection-report'
    ? MONITORING_SECTIONS
    : FULL_REPORT_SECTIONS.filter((id) => id !== 'priority-action' || outcome === 3);

export const reportBody = (id: SectionId, context: TemplateContext): Body | undefined =>
  (context.kind === 'monitoring-inspection-report' ? MONITORING : FULL)[id];

/** What stands between the title and the first section. */
export const reportOpening: Body = ({ inspectionDates, kind, report }) =>
  paragraphs(
    `Inspection dates: ${inspectionDates}`,
    `Dates of previous inspection: ${(kind === 'monitoring-inspection-report' && report?.inspection && formatRange(report.inspection.start, report.inspection.end)) || gap('dates of the previous inspection, for example 8 to 12 May 2017, or “Not previously inspected”')}`,
  );
