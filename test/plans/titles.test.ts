import assert from 'node:assert/strict';
import { kindOfTitle } from '../../src/framework/kinds.js';

const OPENING = 'What the council and the ICB do for children and young people with special educational needs and disabilities (SEND).\n';

/** Titles as local areas write them: a name, what it is, and years, versions and parts. */
const PLANS = [
  'Exampleshire Interim SEND & Inclusion Strategy',
  'Joint SEND Commissioning Appendix 1: Exampleshire Action Plan',
  'Exampleshire SEND Preparing for Adulthood Strategy 2025 - 2027',
  'SEND Local Area Improvement Plan: Progress Report March 2026',
  'Our SEND Promise: what we will do by 2027',
  'Ofsted Area SEND inspection: our Priority Action Plan',
  'Area SEND Inspection – Strategic Action Plan (post-inspection)',
  'Response to the Area SEND inspection: Improvement Plan 2026',
  'SEND local area partnership self-evaluation and action plan',
  'Written Statement of Action – Refresh',
  'SENDAP Strategy 2025-2030',
  'SEND strategy – consultation draft',
  'What is changing: our SEND plan',
  'Council Aims and Priorities for SEND: a strategy',
  'SEND Improvement Plan on a Page',
  'SEND Strategic Plan – update for families',
  'EHC plan timeliness: SEND improvement plan',
];
/** A headline, a letter, a consultation, a plan for one child or of another body: none that the framework asks for. */
const OTHERS = [
  'Action plan developed to improve outcomes for children and young people with SEND',
  'New SEND Strategy 2024-2028 - have your say',
  'Council approves SEND improvement plan',
  'SEND Improvement Plan Approved by Cabinet',
  'Plan to improve SEND services published',
  'Cabinet backs £10m plan for SEND places',
  'Ofsted praises SEND plans',
  'SEND strategy launch event',
  'What is the SEND strategy?',
  'Update on the Accelerated Progress Plan: report to Health and Wellbeing Board',
  'Report of the Director of Children’s Services: SEND Strategy',
  'Letter to parents about the SEND priority action plan',
  'Motion: SEND strategy',
  'One minute guide: SEND strategy',
  'Job description: SEND improvement programme manager',
  'SEN support plans in schools',
  'Staying put: a personal plan for children with SEND',
  'Annual review of an EHC plan for pupils with SEND',
  'SEND and alternative provision improvement plan: right support, right place, right time',
  'Safety Valve agreement: SEND management plan',
  'Letter to families about the Area SEND inspection',
  'Area SEND inspection: what to expect',
  'Our Area SEND inspection: outcome and next steps',
  'News: Area SEND inspection report published',
  'Area SEND inspection self-evaluation',
  'Briefing note: Area SEND monitoring inspection',
  'New strategy will set out our vision for children with SEND',
  'Provide feedback on the SEND strategy (2026)',
];
const REPORTS = [
  ['Area SEND inspection of Exampleshire Local Area Partnership', 'full-inspection-report'],
  ['Report of the Area SEND inspection of Exampleshire', 'full-inspection-report'],
  ['Exampleshire Local Area Partnership: Area SEND inspection report', 'full-inspection-report'],
  ['Area SEND monitoring inspection of Exampleshire Local Area Partnership', 'monitoring-inspection-report'],
] as const;

/** What stands below a title that may be a plan’s: a committee’s paper, or the record of what it decided. */
const COMMITTEES = [
  'Decision Maker: Cabinet\n\nDecision status: For determination\n',
  'Meeting: 28 January 2026\n\n## Minutes:\n\nA report by the director gave members an update.\n',
  'Agenda item\n\nTo consider the strategy.\n',
  'Report from the Strategic Director.\n\nThat Cabinet:\n\n1. Approve the strategy.\n',
  '**Wards affected:** All\n\nText.\n',
  'To: Executive\n\n## 1 Purpose of Report\n\n1.1 To tell of the plan.\n\n## 2 Recommendation(s)\n\n2.1 To note it.\n',
  '- Is Key Decision?: Yes\n\nText.\n',
  'RESOLVED that the strategy be approved for publication.\n',
  'The Cabinet Member presented the report. Members asked how progress would be measured.\n',
];
/** Words of committees that a plan has as well. */
const NO_COMMITTEES = [
  'We have resolved to make these improvements. Any mistakes are resolved at pace.\n',
  'This plan was approved by Cabinet. The board is asked to check it each month.\n',
  '## Recommendation 1\n\nWe will train staff.\n',
  'The purpose of this report is to say what we have done.\n\n| Action | Lead |\n| --- | --- |\n| Train staff | Head of SEND |\n',
];

describe('papers of committees', () => {
  for (const opening of COMMITTEES) it(opening, () => assert.equal(kindOfTitle('SEND Improvement Plan', opening), null));
  for (const opening of NO_COMMITTEES) it(opening, () => assert.ok(kindOfTitle('SEND Improvement Plan', opening)));
});

describe('titles', () => {
  for (const title of PLANS) it(`of a plan: ${title}`, () => assert.ok(kindOfTitle(title, OPENING)));
  for (const title of OTHERS) it(`of another paper: ${title}`, () => assert.equal(kindOfTitle(title, OPENING), null));
  for (const [title, kind] of REPORTS) it(`of a report: ${title}`, () => assert.equal(kindOfTitle(title, OPENING), kind));
});
