import type { RuleExamples } from '../rule.js';

/** Further examples of the rule, for the tests. */
const examples: RuleExamples = {
  valid: [
    {
      title: 'names of places and titles',
      kind: 'full-inspection-report',
      text: '# Area SEND inspection of Exampleshire Local Area Partnership\n\nThe Exampleshire Local Area Partnership (LAP) meets monthly. Area SEND inspections began in 2023.\n',
    },
    {
      title: 'the title of that time',
      kind: 'full-inspection-report',
      text: 'In 2018, Her Majesty’s Chief Inspector asked for a statement.\n',
    },
    { title: 'a quotation', kind: 'strategic-plan', text: 'Parents said: “OFSTED came last year.”\n' },
    {
      title: 'addresses',
      kind: 'full-inspection-report',
      text: 'Email enquiries@ofsted.gov.uk or see www.gov.uk/ofsted and http://reports.ofsted.gov.uk/.\n',
    },
  ],
  invalid: [
    {
      kind: 'full-inspection-report',
      text: 'The next full Area SEND inspection will follow. The Local Area Partnership must act, as the Department of Education asked.\n',
      finds: [{ at: 'Area SEND' }, { at: 'Local Area Partnership' }, { at: 'Department of Education' }],
      fixed:
        'The next full area SEND inspection will follow. The local area partnership must act, as the Department for Education asked.\n',
    },
  ],
};

export default examples;
