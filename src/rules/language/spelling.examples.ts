import type { RuleExamples } from '../rule.js';

/** Further examples of the rule, for the tests. */
const examples: RuleExamples = {
  valid: [
    {
      title: 'compounds',
      kind: 'strategic-plan',
      text: 'Co-ordinators pre-empt socio-economic gaps and co-ordinate intra-agency work. Sixth-formers re-engage. New workspaces need no work-arounds.\n',
    },
    {
      title: 'names',
      kind: 'full-inspection-report',
      text: 'Dunstable and Rawlings help. Havering does. Mindzorks helps families in Kestrelshyre. Staff call it ‘bumblewick’ and write to help@zorbl.example or see zorbl.example/grumf or https://zorbl.example/grumf.\n',
    },
    { title: 'words of the settings', kind: 'strategic-plan', text: 'The flumbers meet.\n', settings: { words: ['flumbers'] } },
  ],
  invalid: [
    {
      kind: 'full-inspection-report',
      text: 'The Integated Care Board knows Mr Councilton. Unanounced visits are rare.\n',
      finds: [{ at: 'Integated' }, { at: 'Unanounced' }],
    },
    {
      kind: 'full-inspection-report',
      text: 'The parntership works. Each parntership has a statuary duty.\n',
      finds: [{ at: 'parntership', message: /2 times/ }, { at: 'statuary' }],
      fixed: 'The parntership works. Each parntership has a statutory duty.\n',
    },
  ],
};

export default examples;
