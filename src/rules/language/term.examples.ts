import type { RuleExamples } from '../rule.js';

/** Further examples of the rule, for the tests. */
const examples: RuleExamples = {
  valid: [
    {
      title: 'what a glossary tells',
      kind: 'strategic-plan',
      text: 'EHCP is short for education, health and care plan.\n\n- EHCP: education, health and care plan\n\n| Term | Meaning |\n| --- | --- |\n| EHCP | education, health and care plan |\n',
    },
    {
      title: 'every child',
      kind: 'full-inspection-report',
      text: 'Every child and young person is heard. Each child and young person has a voice. A child and young person friendly version is online. Children and young people and their families with SEND-related questions ask.\n',
    },
  ],
  invalid: [
    {
      kind: 'full-inspection-report',
      text: 'Coproduction is new. Plans are coproduced with children, young people and their families with SEND. The child and young person must be heard. Special education needs are met.\n',
      finds: [
        { at: 'Coproduction' },
        { at: 'coproduced' },
        { at: 'children, young people and their families with SEND' },
        { at: 'child and young person' },
        { at: 'Special education needs' },
      ],
      fixed:
        'Co-production is new. Plans are co-produced with children and young people with SEND and their families. The child or young person must be heard. Special educational needs are met.\n',
    },
    {
      title: 'two ways to write letters',
      kind: 'full-inspection-report',
      text: 'Preparation for adulthood (PfA) starts early. PfA is good. A PFA team meets.\n',
      finds: [{ at: 'PFA', severity: 'info' }],
      fixed: 'Preparation for adulthood (PfA) starts early. PfA is good. A PfA team meets.\n',
    },
    {
      title: 'two spellings',
      kind: 'full-inspection-report',
      text: 'Neurodevelopmental pathways are slow. The neurodevelopmental team is small. Neuro-developmental needs are met.\n',
      finds: [{ at: 'Neuro-developmental', severity: 'info' }],
      fixed: 'Neurodevelopmental pathways are slow. The neurodevelopmental team is small. Neurodevelopmental needs are met.\n',
    },
  ],
};

export default examples;
