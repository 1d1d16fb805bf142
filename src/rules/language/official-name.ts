import { LOWER_CASE_IN_REPORTS, LOWER_CASE_NAMES, NAME_SLIPS, NAMES_SOURCE } from '../../framework/names.js';
import { isReportKind } from '../../framework/types.js';
import type { Prose } from '../../document/index.js';
import { ALL_KINDS, type BlockRule } from '../rule.js';
import { phrases, type RulePhrase } from '../phrases.js';

const BEFORE_2022 = /\b(?:19\d\d|200\d|201\d|202[012])\b/;

/** "Her Majesty’s" was right in what happened up to September 2022. */
const ofItsTime = (match: RegExpExecArray, prose: Prose): boolean =>
  !(match[0].startsWith('Her') && BEFORE_2022.test(prose.text.slice(Math.max(0, match.index - 160), match.index + 160)));

/** Lower case is for running text: not for headings, the cells of headers or a name that a sentence begins with. */
const isRunning = (match: RegExpExecArray, prose: Prose): boolean => {
  if (prose.kind === 'heading' || prose.kind === 'header-cell' || !/[.:;!?]\s*$/.test(prose.text)) return false;
  const line = prose.text.slice(prose.text.lastIndexOf('\n', match.index) + 1, match.index);
  return !/\b(?:titled|entitled|called|report on|Title:)\s*$/.test(line);
};

const PATTERNS: readonly RulePhrase[] = [
  ...NAME_SLIPS.map((slip) => ({ ...slip, keepCase: true, only: ofItsTime })),
  ...LOWER_CASE_NAMES.map((slip) => ({ ...slip, only: isRunning, keepCase: true })),
];

const anywhere = phrases(PATTERNS);
const inReports = phrases([...PATTERNS, ...LOWER_CASE_IN_REPORTS.map((slip) => ({ ...slip, only: isRunning, keepCase: true }))]);

const rule: BlockRule = {
  id: 'official-name',
  title: 'Regulators, ministries and offices have their official names',
  severity: 'warning',
  kinds: ALL_KINDS,
  source: NAMES_SOURCE,
  rationale:
    'A report that misnames its own regulator looks careless, and these slips come from templates that are copied from report to report.',
  help: 'Write the name as its body does: the Care Quality Commission, Ofsted, His Majesty’s Inspectors.',
  examples: {
    valid: [
      {
        title: 'a line of capitals',
        kind: 'strategic-plan',
        text: '# Exampleshire SEND strategy\n\nIN RESPONSE TO OFSTED/CQC LETTER DATED MAY 2019\n',
      },
      { kind: 'strategic-plan', text: '# Exampleshire SEND strategic plan\n\nThis plan answers the Area SEND inspection of May 2025.\n' },
      {
        kind: 'full-inspection-report',
        text: 'Ofsted and the Care Quality Commission (CQC) ask that the local area partnership publishes its plan.\n',
      },
      {
        kind: 'full-inspection-report',
        text: 'Since Ofsted and Care Quality Commission (CQC) inspections raised concerns, leaders have acted. The board was set up after the Ofsted and Care Quality Commission (CQC) local area inspection.\n\n| Ofsted | Care Quality Commission |\n| --- | --- |\n| A | B |\n',
      },
    ],
    invalid: [
      {
        kind: 'full-inspection-report',
        text: 'Ofsted and the Quality Care Commission (CQC) ask for a plan.\n',
        finds: [{ at: 'Quality Care Commission', message: /Care Quality Commission/ }],
        fixed: 'Ofsted and the Care Quality Commission (CQC) ask for a plan.\n',
      },
      {
        kind: 'full-inspection-report',
        text: 'Ofsted and Care Quality Commission (CQC) ask for a plan. The team had two inspectors from Care Quality Commission.\n',
        finds: [{ at: 'Care Quality Commission' }, { at: 'Care Quality Commission' }],
        fixed:
          'Ofsted and the Care Quality Commission (CQC) ask for a plan. The team had two inspectors from the Care Quality Commission.\n',
      },
      {
        kind: 'full-inspection-report',
        text: 'One of Her Majesty’s Inspectors led for OFSTED, with two HM’I from OFSTED.\n',
        finds: [{ at: 'Her Majesty’s' }, { at: 'OFSTED' }, { at: 'HM’I' }, { at: 'OFSTED' }],
        fixed: 'One of His Majesty’s Inspectors led for Ofsted, with two HMI from Ofsted.\n',
      },
    ],
  },
  checkBlock(block, report, { kind }) {
    (isReportKind(kind) ? inReports : anywhere).checkBlock(block, report);
  },
};

export default rule;
