import assert from 'node:assert/strict';
import { checkText, factsOf } from '../../src/check/index.js';
import { openDocument } from '../../src/document/index.js';

const facts = (body: string) => factsOf(openDocument(`# Marlshire SEND improvement plan\n\n${body}\n`, { path: 'plan.md' }));

describe('what a plan tells of its inspection', () => {
  for (const [text, outcome] of [
    ['Inspectors found “widespread and/or systemic failings leading to significant concerns”.', 3],
    ['The report says that arrangements "lead to inconsistent experiences and outcomes".', 2],
    ['Inspectors said that arrangements typically lead to positive experiences and outcomes.', 1],
    ['We want every child to have positive experiences and outcomes.', null],
    ['> Our arrangements lead to inconsistent experiences and outcomes for children.', 2],
    [
      'The report may name one of three outcomes: typically positive experiences, inconsistent experiences, or widespread and/or systemic failings.',
      null,
    ],
  ] as const)
    it(`outcome ${outcome ?? 'none'}: ${text}`, () => assert.equal(facts(text).outcome, outcome));

  for (const [text, day] of [
    ['The report was published on 12 July 2024.', '2024-07-12'],
    ['We received the report on 1 July 2024. It was published on 12 July 2024.', '2024-07-12'],
    ['- Inspection: 20 to 24 May 2024\n- Report published: 12 July 2024', '2024-07-12'],
    ['| Step | Day |\n| --- | --- |\n| Publication of the report | 12 July 2024 |\n| Plan published | 2 August 2024 |', '2024-07-12'],
    ['This plan answers the report, and was published on 12 July 2024.', undefined],
    ['A progress report is published every July.', undefined],
  ] as const)
    it(`report published ${day ?? 'no day'}: ${text.split('\n')[0]!}`, () => assert.equal(facts(text).reportPublished, day));

  it('the council and the boards that it names, each once', () =>
    assert.deepEqual(
      facts(
        'Marlshire County Council and NHS Fens and Marl Integrated Care Board (ICB) wrote this.\n\nLead: Chief Nurse, NHS Fens and Marl ICB. The Marlshire Youth Council and Otherton Town Council helped.',
      ).namedPartners,
      { localAuthority: ['Marlshire County Council'], integratedCareBoards: ['NHS Fens and Marl Integrated Care Board'] },
    ));

  it('leaves the words of a quoted outcome as they are', () => {
    const text =
      '# Marlshire SEND improvement plan\n\nThis is for special educational needs and/or disabilities (SEND).\n\nInspectors found "widespread and/or systemic failings leading to significant concerns about the experiences and outcomes of children and young people with special educational needs and/or disabilities (SEND), which the local area partnership must address urgently".\n';
    const { findings } = checkText(text, { path: 'plan.md', today: '2026-11-26' });
    assert.deepEqual(
      findings.filter(({ rule, start }) => rule === 'acronym' && start.line === 5),
      [],
    );
  });
});
