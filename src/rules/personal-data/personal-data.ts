import type { Severity } from '../../framework/types.js';
import { PERSONAL_DATA_SOURCE } from '../../framework/personal-data.js';
import { ALL_KINDS, type DocumentRule } from '../rule.js';
import { REMOVED, type DataKind } from '../../privacy/find.js';
import { blocksWithData, reportedData } from '../../privacy/reported.js';

const MESSAGES: Record<DataKind, string> = {
  'nhs-number': 'This is somebody’s NHS number: its check digit is right. Take it out before anybody else sees the document.',
  'pupil-number': 'This is a pupil’s unique pupil number: its check letter is right. Take it out before anybody else sees the document.',
  'national-insurance-number': 'This reads as a National Insurance number. Take it out before anybody else sees the document.',
  'case-reference': 'This reads as the reference of one child’s case. Take it out, or say what the case shows without it.',
  'private-mail': 'This is a person’s own e-mail address. Take it out, or give the address of a team instead.',
  'named-mail': 'This e-mail address belongs to one person. Give the address of a team, which also stays right when people change posts.',
  'mobile-number': 'This is a mobile telephone number. Take it out, or give the number of a team or service instead.',
  'learner-number':
    'This is somebody’s unique learner number: its check digit is right. Take it out before anybody else sees the document.',
  'passport-number': 'This reads as the number of a passport. Take it out before anybody else sees the document.',
  'driving-licence': 'This reads as the number of a driving licence. Take it out before anybody else sees the document.',
  'bank-details': 'This reads as somebody’s bank details. Take them out before anybody else sees the document.',
  'home-telephone': 'This reads as the telephone number of a family. Take it out, or give the number of a team or service instead.',
  'birth-date': 'This is a person’s date of birth. Take it out; an age group is enough.',
  postcode: 'This reads as the postcode of somebody’s home. Take it out; the name of the town or area is enough.',
};

const SEVERITIES: Partial<Record<DataKind, Severity>> = { 'named-mail': 'warning' };

const rule: DocumentRule = {
  id: 'personal-data',
  title: 'No number, address or date that belongs to one person',
  severity: 'error',
  kinds: ALL_KINDS,
  source: PERSONAL_DATA_SOURCE,
  rationale:
    'Reports, plans and notes are published or passed on. No child, young person or parent may be recognisable in them, and data once published cannot be called back.',
  help: `Delete it, or let the quick fix put “${REMOVED}” in its place. Check the whole folder before you publish: “Area SEND: Check workspace”, or “area-send check FOLDER”. If it was in a version that you have shared, tell your data protection officer.`,
  examples: {
    valid: [
      {
        title: 'a number with a wrong check digit',
        kind: 'full-inspection-report',
        text: 'The contract has the reference 943 476 5918.\n',
      },
      {
        title: 'money, telephone numbers and figures',
        kind: 'strategic-plan',
        text: 'We will spend £1,234,567,890 by 2027. Telephone 0300 123 1231 or 01632 960202. Between 2023 2024 and 2025 the number rose from 4312 to 5120.\n',
      },
    ],
    invalid: [
      {
        title: 'an NHS number',
        kind: 'full-inspection-report',
        text: 'Delays are long (for example, NHS number 943 476 5919).\n',
        finds: [{ at: '943 476 5919', message: /NHS number/ }],
        fixed: 'Delays are long (for example, NHS number [removed]).\n',
      },
      {
        title: 'a pupil number and a case reference in a table',
        kind: 'strategic-plan',
        text: '| Action | Note |\n| --- | --- |\n| Review the plan | See B801200005001 and EHCP-12345 |\n',
        finds: [
          { at: 'B801200005001', message: /unique pupil number/ },
          { at: 'EHCP-12345', message: /case/ },
        ],
        fixed: '| Action | Note |\n| --- | --- |\n| Review the plan | See [removed] and [removed] |\n',
      },
      {
        title: 'markup inside the number',
        kind: 'strategic-plan',
        text: 'Her number is **943**&nbsp;476‑*5919* and his is **JG 10 37 59 A, as noted**.\n',
        finds: [{ at: '943**&nbsp;476‑*5919' }, { at: 'JG 10 37 59 A' }],
        fixed: 'Her number is [removed] and his is **[removed], as noted**.\n',
      },
    ],
  },
  looksFor: [blocksWithData],
  check(document, report) {
    for (const { kind, at, edits } of reportedData(document)) {
      const severity = SEVERITIES[kind];
      report({
        at,
        message: MESSAGES[kind],
        ...(severity ? { severity } : {}),
        fixes: [{ title: `Replace with “${edits[0]!.text}”`, kind: 'fix', edits }],
      });
    }
  },
};

export default rule;
