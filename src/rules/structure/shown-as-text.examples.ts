import type { RuleExamples } from '../rule.js';

/** Further examples of the rule, for the tests. */
const examples: RuleExamples = {
  valid: [
    {
      kind: 'strategic-plan',
      title: 'wrapped lists, bold ends of paragraphs and ranges',
      text: 'All is agreed.\n**Nobody waits longer.**\n\n- Hire staff\n who train others\n in spring.\n- Train staff\n at school. A- B is a range.\n',
    },
  ],
  invalid: [
    {
      kind: 'strategic-plan',
      title: 'half a sign for a new line',
      text: '| Action | Lead |\n| --- | --- |\n| Hire staff.<br Train them. | Head of service;br>Director |\n',
      finds: [{ at: '<br' }, { at: 'br>' }],
      fixed: '| Action | Lead |\n| --- | --- |\n| Hire staff.<br> Train them. | Head of service;<br>Director |\n',
    },
  ],
};

export default examples;
