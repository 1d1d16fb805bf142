import type { RuleExamples } from '../rule.js';

/** Further examples of the rule, for the tests. */
const examples: RuleExamples = {
  valid: [
    {
      title: 'mailboxes of teams and groups',
      kind: 'strategic-plan',
      text: 'Email localoffer@exampleshire.example, enquiries@ofsted.gov.uk or exampleshirepcf@gmail.com.\n',
    },
    { title: 'a service to text', kind: 'strategic-plan', text: 'Young people can text the school nurses on 07700 900123.\n' },
    {
      title: 'a cohort',
      kind: 'strategic-plan',
      text: 'Children born on or after 1 September 2021 start in 2026. Children born on 31 August 2021 are the youngest.\n',
    },
    {
      title: 'leaders and their addresses in the details',
      kind: 'full-inspection-report',
      text: '## Local area partnership details\n\n| Local authority | Integrated care board |\n| --- | --- |\n| Exampleshire County Council | NHS Exampleshire Integrated Care Board |\n| Marian Holloway, Director<br>marian.holloway@exampleshire.example | Desmond Farrier, Chief Executive |\n| County Hall<br>1 Market Street<br>Lower Sample<br>ZX1 4AB | 2 Mill Lane<br>ZX1 7TQ |\n',
    },
    {
      title: 'the address of an office',
      kind: 'strategic-plan',
      text: 'Write to the SEND Team, County Hall, 1 Market Street, Lower Sample ZX1 4AB.\n',
    },
  ],
  invalid: [
    {
      title: 'a parent’s addresses',
      kind: 'engagement-meeting-note',
      text: 'Call his mother on 07700 900123 or write to <jane.doe@gmail.com>. The family home is at 12 Acacia Avenue, ZX1 4AB.\n',
      finds: [{ at: '07700 900123' }, { at: '<jane.doe@gmail.com>' }, { at: '12 Acacia Avenue, ZX1 4AB' }],
      fixed: 'Call his mother on [removed] or write to [removed]. The family home is at [removed].\n',
    },
    {
      title: 'one officer’s mailbox',
      kind: 'strategic-plan',
      text: '## Actions\n\nContact silas.penhallow@kestrelshire.example about the first action.\n',
      finds: [{ at: 'silas.penhallow@kestrelshire.example', severity: 'warning' }],
      fixed: '## Actions\n\nContact [removed] about the first action.\n',
    },
    {
      title: 'dates of birth',
      kind: 'engagement-meeting-note',
      text: 'One girl (date of birth: 12 May 2014) was born on 3/06/2015.\n\n| Pupil | DOB |\n| --- | --- |\n| A | 2014-05-12 |\n',
      finds: [{ at: '12 May 2014' }, { at: '3/06/2015' }, { at: '2014-05-12' }],
      fixed: 'One girl (date of birth: [removed]) was born on [removed].\n\n| Pupil | DOB |\n| --- | --- |\n| A | [removed] |\n',
    },
    {
      title: 'a comment and front matter, which are in the file too',
      kind: 'strategic-plan',
      text: '---\nlocalArea: Exampleshire\nmilestones:\n  - { title: Ask 943 476 5919, due: 2026-06-10 }\n---\n\n<!-- see 943-476-5919 -->\n\nText.\n',
      finds: [{ at: '943 476 5919' }, { at: '943-476-5919' }],
      fixed:
        '---\nlocalArea: Exampleshire\nmilestones:\n  - { title: Ask removed, due: 2026-06-10 }\n---\n\n<!-- see [removed] -->\n\nText.\n',
    },
  ],
};

export default examples;
