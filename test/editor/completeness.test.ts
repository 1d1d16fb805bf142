import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { completenessOf, REQUIREMENTS, type CompletenessState } from '../../src/check/completeness.js';
import { checkText, ruleById } from '../../src/check/index.js';
import { newDocument } from '../../src/templates/index.js';
import { DOCUMENT_KINDS } from '../../src/framework/types.js';

const TODAY = '2026-05-01';

function states(text: string): {
  percent: number;
  states: Record<string, CompletenessState>;
  item: (id: string) => ReturnType<typeof completenessOf>['items'][number];
} {
  const { document, findings } = checkText(text, { today: TODAY, path: 'x.md' });
  const { items, percent } = completenessOf(document, findings);
  return {
    percent,
    states: Object.fromEntries(items.map(({ group, id, state }) => [`${group}/${id}`, state])),
    item: (id) => items.find((candidate) => candidate.id === id)!,
  };
}

const example = (path: string): string => readFileSync(`examples/${path}`, 'utf8');

describe('completeness', () => {
  it('names rules that exist, each for kinds that the rule checks', () => {
    for (const { id, kinds, rules } of REQUIREMENTS) {
      for (const name of rules) {
        const rule = ruleById(name);
        assert.ok(rule, `${id}: ${name}`);
        assert.ok(
          kinds.some((kind) => rule.kinds.includes(kind)),
          `${id}: ${name} checks none of its kinds`,
        );
      }
    }
  });

  for (const path of [
    'reports/exampleshire-2026.md',
    'reports/thornmere-2026.md',
    'reports/kestrelshire-2025.md',
    'plans/exampleshire-strategic-plan-2026.md',
    'plans/thornmere-priority-action-plan-2026.md',
    'meetings/kestrelshire-engagement-meeting-2026.md',
    'reports/wrenborough-monitoring-2026.md',
  ]) {
    it(`is 100% for ${path}`, () => {
      const { percent, states: all } = states(example(path));
      assert.deepEqual(
        Object.entries(all).filter(([, state]) => state !== 'present'),
        [],
      );
      assert.equal(percent, 100);
    });
  }

  it('asks for areas for priority action after the third outcome only', () => {
    assert.ok('sections/priority-action' in states(example('reports/thornmere-2026.md')).states);
    assert.ok(!('sections/priority-action' in states(example('reports/exampleshire-2026.md')).states));
  });

  it('tells a missing section, and which one can be put in', () => {
    const {
      states: all,
      item,
      percent,
    } = states(example('reports/exampleshire-2026.md').replace(/## Inspection team[\s\S]*?(?=\n---|\n## )/, ''));
    assert.equal(all['sections/inspection-team'], 'missing');
    assert.equal(item('inspection-team').insert, 'inspection-team');
    assert.equal(all['facts/team'], 'missing');
    assert.ok(percent < 100 && percent > 80);
  });

  it('tells a fact that is there and wrong, with the words of the finding and its place', () => {
    const text = example('reports/exampleshire-2026.md').replace('within approximately three years', 'within three years');
    const { states: all, item } = states(text);
    assert.equal(all['facts/next-inspection'], 'incomplete');
    assert.match(item('next-inspection').detail!, /approximately/);
    assert.ok(text.slice(item('next-inspection').span!.start).startsWith('within three'));
  });

  it('takes a section with a gap for incomplete', () => {
    const { states: all } = states(
      example('reports/exampleshire-2026.md').replace(
        'Exampleshire is a large and mostly rural county.',
        '[insert a sentence about the county]',
      ),
    );
    assert.equal(all['sections/about-partnership'], 'incomplete');
  });

  it('takes a fact for incomplete while text of the template stands where it is told', () => {
    const { states: all, percent } = states(
      newDocument({ kind: 'full-inspection-report', today: TODAY, area: 'Exampleshire', outcome: 2 }),
    );
    for (const id of ['previous-inspection', 'alternative-provision', 'areas-for-improvement', 'partners', 'team'])
      assert.equal(all[`facts/${id}`], 'incomplete', id);
    assert.equal(all['facts/outcome'], 'present', 'the fixed wording is there');
    assert.ok(percent < 80, `a document that is all gaps is not ${percent}% complete`);
    const plan = states(newDocument({ kind: 'strategic-plan', today: TODAY, area: 'Exampleshire' })).states;
    for (const id of ['actions', 'commissioning', 'sign-off']) assert.equal(plan[`facts/${id}`], 'incomplete', id);
  });

  it('leaves a fact present that is told elsewhere than where the gap is', () => {
    const { states: all } = states(
      example('reports/exampleshire-2026.md').replace(
        'Exampleshire is a large and mostly rural county.',
        '[insert a sentence about the county]',
      ),
    );
    assert.equal(all['facts/alternative-provision'], 'present');
  });

  for (const kind of DOCUMENT_KINDS) {
    it(`finds a new ${kind} with all its sections, and not finished`, () => {
      const { states: all, percent } = states(newDocument({ kind, today: TODAY, area: 'Exampleshire' }));
      assert.deepEqual(
        Object.entries(all).filter(([id, state]) => id.startsWith('sections/') && state === 'missing'),
        [],
      );
      assert.ok(percent < 100);
    });
  }

  it('ticks an action for every area only where the report is known and every area is answered', () => {
    const text = example('plans/exampleshire-strategic-plan-2026.md');
    const { document, findings } = checkText(text, { today: TODAY, path: 'x.md' });
    const item = (unanswered?: readonly string[] | null): ReturnType<typeof completenessOf>['items'][number] =>
      completenessOf(document, findings, unanswered).items.find(({ id }) => id === 'areas-answered')!;
    assert.equal(item([]).state, 'present');
    assert.equal(item(null).state, 'incomplete');
    assert.match(item(null).detail!, /was not found/);
    assert.equal(item(['AFI3']).state, 'incomplete');
    assert.equal(item(['AFI3', 'AFI4']).detail, 'Nobody answers AFI3, AFI4 yet.');
    assert.equal(completenessOf(document, findings, []).percent, 100);
    assert.ok(completenessOf(document, findings, null).percent < 100);
  });

  it('has nothing to say of other documents', () => {
    assert.deepEqual(completenessOf(checkText('# Notes\n', { today: TODAY }).document, []), { items: [], percent: 0 });
  });
});
