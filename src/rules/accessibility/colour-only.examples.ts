import type { RuleExamples } from '../rule.js';

/** Further examples of the rule, for the tests. */
const examples: RuleExamples = {
  valid: [
    { title: 'a coloured bullet', kind: 'strategic-plan', text: '- 🔵 Be listened to\n- 🔵 Get help early\n' },
    { title: 'colours of other things', kind: 'strategic-plan', text: 'The Green Room 🟢 is open. Red kites fly.\n' },
  ],
  invalid: [
    {
      title: 'items in several colours',
      kind: 'strategic-plan',
      text: '- 🟢 Train staff\n- 🔴 Hire staff\n',
      finds: [{ at: '🟢' }, { at: '🔴' }],
      fixed: '- 🟢 Green: Train staff\n- 🔴 Red: Hire staff\n',
    },
    {
      title: 'a rating without a key',
      kind: 'priority-action-plan',
      text: '| Action | RAG rating |\n| --- | --- |\n| Train staff | Green |\n| Hire staff | Amber |\n',
      finds: [{ at: '| RAG rating |', message: /key/ }],
    },
    {
      title: 'one key for all tables',
      kind: 'priority-action-plan',
      text: '| Action | RAG rating |\n| --- | --- |\n| Train staff | Green |\n\nMore:\n\n| Action | BRAG |\n| --- | --- |\n| Hire staff | Amber |\n',
      finds: [{ at: '| RAG rating |', message: /key/ }],
    },
    {
      title: 'a coloured cell',
      kind: 'strategic-plan',
      text: '| Action | Status |\n| --- | --- |\n| Train staff | <span style="background:#0f0"></span> |\n',
      finds: [{ at: '| <span style="background:#0f0"></span> |' }],
    },
    {
      title: 'a sentence that points to a colour',
      kind: 'strategic-plan',
      text: 'Actions shown in red are late.\n',
      finds: [{ at: 'shown in red' }],
    },
  ],
};

export default examples;
