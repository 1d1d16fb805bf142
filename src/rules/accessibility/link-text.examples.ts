import type { RuleExamples } from '../rule.js';

/** Further examples of the rule, for the tests. */
const examples: RuleExamples = {
  valid: [
    {
      title: 'addresses in the details and at the end of a report',
      kind: 'full-inspection-report',
      text: '## Local area partnership details\n\n| Local authority |\n| --- |\n| https://www.exampleshire.example/ |\n\n## Inspection team\n\n| Ofsted |\n| --- |\n| A B, HMI |\n\n---\n\nThis publication is available at http://reports.ofsted.gov.uk/.\n\nSee <https://www.gov.uk/ofsted>.\n',
    },
    { title: 'a gap', kind: 'strategic-plan', text: 'You can read the report here: [insert link to the inspection report].\n' },
  ],
  invalid: [
    {
      title: 'bare addresses',
      kind: 'strategic-plan',
      text: 'See <https://www.exampleshire.example/plan>, [www.exampleshire.example/plan](https://www.exampleshire.example/plan) and https://www.exampleshire.example/offer.\n',
      finds: [
        { at: 'https://www.exampleshire.example/plan' },
        { at: 'www.exampleshire.example/plan' },
        { at: 'https://www.exampleshire.example/offer' },
      ],
    },
    {
      title: 'two targets',
      kind: 'strategic-plan',
      text: '[The strategy](a.md) and [the strategy](b.md).\n',
      finds: [{ at: 'the strategy', message: /somewhere else/ }],
    },
    {
      title: 'no target, no words',
      kind: 'strategic-plan',
      text: 'The [local offer]() and [](offer.md).\n',
      finds: [
        { at: '[local offer]()', message: /no address/ },
        { at: '[](offer.md)', message: /no words/ },
      ],
    },
    {
      title: 'a label without an address',
      kind: 'strategic-plan',
      text: 'See the [local offer][offer] and [insert a][insert b].\n',
      finds: [{ at: '[local offer][offer]', message: /no address/ }],
    },
    {
      title: 'one label for two addresses',
      kind: 'strategic-plan',
      text: 'The [offer].\n\n[offer]: a.md\n[Offer]: b.md\n',
      finds: [{ at: '[Offer]: b.md' }],
    },
  ],
};

export default examples;
