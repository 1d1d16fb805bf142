import assert from 'node:assert/strict';
import { openDocument } from '../../src/document/index.js';
import { MILESTONES, milestoneSchema } from '../../src/framework/milestones.js';
import { cycleInputOf, deadlinesFor, mergeCycles, type Deadline } from '../../src/schedule/index.js';

const deadlinesOf = (texts: readonly string[], today: string): readonly Deadline[] => {
  const inputs = texts.map((text, index) => cycleInputOf(openDocument(text, { path: `${index}.md` }))!);
  return mergeCycles(inputs).flatMap((cycle) => deadlinesFor(cycle, { today }).deadlines);
};

const plan = (edition: string): string =>
  [
    '---',
    'document: priority-action-plan',
    ...(edition === '' ? [] : [`edition: ${edition}`]),
    'localArea: Exampleshire',
    'inspection: { start: 2025-01-13, end: 2025-01-17 }',
    'report: { received: 2025-04-22 }',
    'plan: { submitted: 2025-06-10 }',
    '---',
    '',
    '# Exampleshire priority action plan',
    '',
    'Text.',
    '',
  ].join('\n');

describe('one plan under three editions', () => {
  const row = (edition: string): Record<string, readonly [string, string, string]> =>
    Object.fromEntries(deadlinesOf([plan(edition)], '2025-06-20').map(({ id, title, due, owner }) => [id, [title, due, owner]]));
  const of = (edition: string, id: string): readonly [string, string, string] | undefined => row(edition)[id];
  const basis = (edition: string, id: string): string => deadlinesOf([plan(edition)], '2025-06-20').find((one) => one.id === id)!.basis;

  it('has the same days, and other people who answer it', () => {
    const [first, second, third] = ['2024-04', '2025-06', '2025-07'].map(row) as [
      ReturnType<typeof row>,
      ReturnType<typeof row>,
      ReturnType<typeof row>,
    ];
    const days = (rows: ReturnType<typeof row>): unknown => Object.entries(rows).map(([id, [, due]]) => [id, due]);
    assert.deepEqual(days(second), days(first));
    assert.deepEqual(days(third), days(first));
    assert.deepEqual(of('2024-04', 'priority-action-plan-decision'), [
      'Decision on the priority action plan',
      '2025-07-29',
      'Ofsted and CQC',
    ]);
    for (const edition of ['2025-06', '2025-07'])
      assert.deepEqual(of(edition, 'priority-action-plan-decision'), [
        'Feedback on the priority action plan',
        '2025-07-29',
        'Department for Education and NHS England',
      ]);
    // The edition in force when the plan was submitted, where the plan names none.
    assert.deepEqual(row(''), second);
  });

  it('says who decides, since when, and in the edition’s words', () => {
    const id = 'priority-action-plan-decision';
    assert.match(
      basis('2024-04', id),
      /^Ofsted and the CQC say whether the priority action plan is fit for purpose, about 35 working days/,
    );
    assert.doesNotMatch(basis('2024-04', id), /Department for Education/);
    assert.match(
      basis('2025-06', id),
      /regional NHS England give feedback .* This is for the Department for Education and NHS England since 6 June 2025; before, it was for Ofsted and CQC\./,
    );
    assert.match(basis('2024-04', 'monitoring-inspection'), /as others report it/);
    assert.match(basis('2025-06', 'monitoring-inspection'), /usually carried out about 18 months.*paragraph 21/);
    assert.doesNotMatch(basis('2025-06', 'monitoring-inspection'), /3 monitoring visits/);
    assert.match(basis('2025-07', 'monitoring-inspection'), /no more than 3 monitoring visits in 12 months/);
    assert.doesNotMatch(basis('2024-04', 'engagement-meeting'), /2025/);
    assert.match(basis('2025-07', 'engagement-meeting'), /adjusted in June 2025/);
  });

  it('shows side by side', () => {
    const editions = ['2024-04', '2025-06', '2025-07'];
    const rows = editions.map(row);
    const lines = Object.keys(rows[0]!).map((id) => [id, rows[0]![id]![1], ...rows.map((one) => one[id]![2])].join(' | '));
    console.log(['', `deadline | due | owner in ${editions.join(' | in ')}`, ...lines].join('\n      '));
    assert.deepEqual(lines, [
      'submit-priority-action-plan | 2025-06-12 | local area partnership | local area partnership | local area partnership',
      'priority-action-plan-decision | 2025-07-29 | Ofsted and CQC | Department for Education and NHS England | Department for Education and NHS England',
      'written-statement | 2025-07-31 | principal authority | principal authority | principal authority',
      `engagement-meeting | 2026-01-17${' | Ofsted and CQC with the local area partnership'.repeat(3)}`,
      'monitoring-inspection | 2026-10-22 | Ofsted and CQC | Ofsted and CQC | Ofsted and CQC',
      'next-full-inspection | 2028-01-17 | Ofsted and CQC | Ofsted and CQC | Ofsted and CQC',
    ]);
  });

  it('rests on valid data', () => {
    for (const milestone of MILESTONES) milestoneSchema.parse(milestone);
  });
});

describe('after a monitoring inspection', () => {
  const report =
    '---\nlocalArea: Exampleshire\ninspection: { start: 2023-03-06, end: 2023-03-10 }\n---\n\n# Area SEND inspection of Exampleshire Local Area Partnership\n\n## Inspection outcome\n\nThere are widespread and/or systemic failings leading to significant concerns about the experiences and outcomes of children and young people with special educational needs and/or disabilities (SEND), which the local area partnership must address urgently.\n\nA monitoring inspection will be carried out within approximately 18 months. The next full reinspection will be within approximately three years.\n';
  const monitoring = (next: string): string =>
    `# Area SEND monitoring inspection of Exampleshire Local Area Partnership\n\nInspection dates: 3 to 5 June 2025\n\nDates of previous inspection: 6 to 10 March 2023\n\n## Inspection outcome\n\nThe local area partnership has taken effective action.${next}\n`;
  const next = (texts: readonly string[], today = '2025-08-01'): Deadline => {
    const found = deadlinesOf(texts, today).filter(({ id }) => id === 'next-full-inspection');
    assert.equal(found.length, 1);
    return found[0]!;
  };

  it('the next full inspection is expected within about two years, and its confidence is told', () => {
    assert.equal(next([report]).due, '2026-03-10');
    const after = next([report, monitoring('')]);
    assert.equal(after.due, '2027-06-05');
    assert.equal(after.approximate, true);
    assert.equal(after.confidence, 'secondary');
    assert.match(after.basis, /within 2 years.*press and parent carer forums report/);
    assert.equal(next([monitoring('')]).due, '2027-06-05');
  });

  it('the report’s own words go before', () => {
    assert.equal(next([report, monitoring(' The next full area SEND inspection will be within the next 18 months.')]).due, '2026-12-05');
    assert.equal(next([report, monitoring(' The next full area SEND inspection will take place within two years.')]).due, '2027-06-05');
  });

  it('a monitoring inspection that is still to come changes nothing', () => {
    assert.equal(next([report, monitoring('')], '2025-05-01').due, '2026-03-10');
  });
});
