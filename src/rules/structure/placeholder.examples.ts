import type { RuleExamples } from '../rule.js';
import { DETAILS } from './placeholder.js';

/** Further examples of the rule, for the tests. */
const examples: RuleExamples = {
  valid: [
    {
      title: 'things that only look alike',
      kind: 'strategic-plan',
      text: 'The dates are to be confirmed by the board in May. Part XX of the Act, XX chromosomes, $1 and [x] are no gaps.\n\n- [x] Done\n',
    },
    {
      title: 'an acronym that the document explains',
      kind: 'strategic-plan',
      text: 'The Trauma and Behaviour Clinic (TBC) opened in May. TBC sees families within a week.\n',
    },
    {
      title: 'a key to abbreviations',
      kind: 'strategic-plan',
      text: '## Glossary\n\n| Short form | Meaning |\n| --- | --- |\n| TBC | To be confirmed |\n',
    },
    {
      title: 'labels of rows',
      kind: 'full-inspection-report',
      text: '## Local area partnership details\n\n| | Local authority | Integrated care board |\n| --- | --- | --- |\n| Name of body: | Exampleshire Council | NHS Exampleshire |\n',
    },
    {
      title: 'code and comments',
      kind: 'strategic-plan',
      text: '<!-- [insert the date] TBC -->\n\nWrite `[insert name]` in the form.\n',
    },
    { title: 'a form in a plan', kind: 'strategic-plan', text: 'Name of local authority: Exampleshire County Council\n' },
  ],
  invalid: [
    {
      title: 'labels of the template, with or without a value',
      kind: 'full-inspection-report',
      text: DETAILS(
        '| Name of authority:<br>Exampleshire County Council | Name of ICB: NHS Exampleshire |\n| Name of lead person: Marian Holloway, Director of Children’s Services | Name of ICB Executive lead for SEND: |',
      ),
      finds: [
        { at: 'Name of authority:', message: /label/ },
        { at: 'Name of ICB:' },
        { at: 'Name of lead person:' },
        { at: 'Name of ICB Executive lead for SEND:' },
      ],
    },
    {
      title: '“lead person” where a post should stand',
      kind: 'full-inspection-report',
      text: DETAILS('| Exampleshire County Council | NHS Exampleshire |\n| Marian Holloway, lead person | Desmond Farrier (job title) |'),
      finds: [{ at: 'lead person', message: /post/ }, { at: 'job title' }],
    },
  ],
};

export default examples;
