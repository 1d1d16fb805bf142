import type { RuleExamples } from '../rule.js';

/** Further examples of the rule, for the tests. */
const examples: RuleExamples = {
  valid: [
    {
      kind: 'full-inspection-report',
      text: 'They act in accordance with by-laws and in line with, of course, guidance; this is as part of for example a hub. Every schools forum meets. Each services directory is public. It is on behalf of of course everyone.\n',
    },
    {
      kind: 'full-inspection-report',
      text: 'It was led by one of His Majesty’s Inspectors (HMI), with a team of Children’s Services Inspectors and two Ofsted Inspectors. A lead inspector’s role is clear.\n',
    },
    {
      kind: 'full-inspection-report',
      text: 'A new director has been in post since May 2023. A director was appointed in May 2023. A head has been appointed and will take up post in January 2027. Work has been completed to open a school in June 2027. There is many a reason. This plans for change. A number of children wait.\n',
    },
    {
      kind: 'full-inspection-report',
      text: 'The services that they work in partnership with to help are good. Responsibility passed from the Clinical Commissioning Group (CCG) to the board. These service areas are new.\n',
    },
    {
      title: 'one of several',
      kind: 'full-inspection-report',
      text: 'There is a nurse for children in care who is based in the hub, and a new keyworker for families who has time. Kestrelshire Council and NHS Kestrelshire ICB have plans. The local authority has plans. The group that this applies to includes babies.\n',
    },
    { title: 'a quotation', kind: 'strategic-plan', text: 'She said: “The local authority commission a lot.”\n' },
  ],
  invalid: [
    {
      title: 'inspectors',
      kind: 'full-inspection-report',
      text: 'It was led by one of His Majesty’s Inspector (HMI), with a lead Ofsted Inspectors, a team Children’s Services Inspectors and two Children’s Services Inspector.\n',
      finds: [
        { at: 'Inspector' },
        { at: 'a lead Ofsted Inspectors' },
        { at: 'a team Children’s Services Inspectors' },
        { at: 'Inspector' },
      ],
      fixed:
        'It was led by one of His Majesty’s Inspectors (HMI), with a lead Ofsted Inspectors, a team Children’s Services Inspectors and two Children’s Services Inspectors.\n',
    },
    {
      title: 'articles and tenses',
      kind: 'full-inspection-report',
      text: 'Responsibility passed from Clinical Commissioning Group (CCG) to a new board. Two directors have been appointed in the council in September 2022. Children in care who has SEND should receives help that does not has gaps.\n',
      finds: [
        { at: 'Clinical Commissioning Group' },
        { at: 'have been appointed in the council in September 2022' },
        { at: 'has' },
        { at: 'receives' },
        { at: 'has' },
      ],
      fixed:
        'Responsibility passed from Clinical Commissioning Group (CCG) to a new board. Two directors have been appointed in the council in September 2022. Children in care who have SEND should receive help that does not have gaps.\n',
    },
  ],
};

export default examples;
