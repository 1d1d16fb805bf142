import { SOURCES, cite } from '../../framework/sources.js';
import { ALL_KINDS, type DocumentRule } from '../rule.js';
import { reportSlips, slipSearch } from './_slips.js';

const rule: DocumentRule = {
  id: 'confused-word',
  title: 'No word stands for another that sounds or looks like it',
  severity: 'warning',
  kinds: ALL_KINDS,
  idle: true,
  source: cite(SOURCES.govukStyle, 'write clearly; the A to Z gives the spelling of many of these words'),
  rationale: 'Both words are spelt rightly, so that no spelling checker sees the slip; a reader does, and some of them are embarrassing.',
  help: 'Change the word where the other one is meant. The words around it decide, by their parts of speech.',
  examples: {
    valid: [
      {
        kind: 'full-inspection-report',
        text: 'The area knows its strengths, and it’s not too late. Staff practise what is good practice. Carers value careers advice. They lead well and are well led. Though waits are long, families are seen throughout.\n',
      },
      {
        title: 'contracts, which plans have and reports have not',
        kind: 'strategic-plan',
        text: 'The council signs a contract with each provider and puts small ones under a contract with termly visits.\n',
      },
      { title: 'a quotation', kind: 'strategic-plan', text: 'A parent wrote: ‘They know there job.’\n' },
    ],
    invalid: [
      {
        kind: 'full-inspection-report',
        text: 'The area knows it’s partners well. Schools work with there local nurses. Parents learn of it though the local offer. Tools are used to illicit the views of pupils. Families wait to long.\n',
        finds: [{ at: 'it’s' }, { at: 'there' }, { at: 'though' }, { at: 'illicit' }, { at: 'to' }],
        fixed:
          'The area knows its partners well. Schools work with their local nurses. Parents learn of it through the local offer. Tools are used to elicit the views of pupils. Families wait too long.\n',
      },
      {
        title: 'nouns and verbs',
        kind: 'strategic-plan',
        text: 'Staff share good practises. Such delays effect their learning. The review has lead to change. Parents receive clear advise about schools. We rely on pubic transport.\n',
        finds: [{ at: 'practises' }, { at: 'effect' }, { at: 'lead' }, { at: 'advise' }, { at: 'pubic' }],
        fixed:
          'Staff share good practices. Such delays effect their learning. The review has led to change. Parents receive clear advice about schools. We rely on public transport.\n',
      },
    ],
  },
  looksFor: [slipSearch],
  check(document, report) {
    reportSlips(document, true, report);
  },
};

export default rule;
