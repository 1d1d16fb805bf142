import assert from 'node:assert/strict';
import { createSession, openDocument, settingsSchema } from '../../src/index.js';
import { report, strategicPlan, TODAY } from './_cycle.js';

describe('the public session', () => {
  it('gives findings, facts and deadlines, and follows edits', () => {
    const text = report(2, 'report: { received: 2026-03-12 }');
    const session = createSession(text, { path: 'report.md', today: TODAY });
    assert.equal(session.facts.outcome, 2);
    assert.ok(Array.isArray(session.findings));
    const due = (): string | undefined => session.deadlines.find(({ id }) => id === 'publish-strategic-plan')?.due;
    assert.equal(due(), '2026-04-27');
    const start = text.indexOf('2026-03-12');
    session.edit([{ start, end: start + 10, text: '2026-05-20' }]);
    assert.equal(due(), '2026-07-02');
    assert.equal(session.deadlines, session.deadlines, 'worked out once');
    session.update(session.text, { path: 'report.md', today: TODAY, settings: settingsSchema.parse({ deadlines: { strategicPlanWorkingDays: 1 } }) });
    assert.equal(due(), '2026-05-21');
    session.update(report(1));
    assert.equal(due(), undefined);
    assert.deepEqual(session.schedule.waiting.map(({ id }) => id), ['publish-strategic-plan']);
  });

  it('takes in the report that a plan answers', () => {
    const others: Readonly<Record<string, string>> = { 'report.md': report(2, 'report: { received: 2026-05-20 }') };
    const session = createSession(strategicPlan('respondsTo: report.md'), { path: 'plan.md', today: TODAY, lookup: (path) => (others[path] === undefined ? null : openDocument(others[path], { path })) });
    const deadline = session.deadlines.find(({ id }) => id === 'publish-strategic-plan')!;
    assert.deepEqual([deadline.due, deadline.trigger.path], ['2026-07-02', 'report.md']);
    assert.ok(session.deadlines.some(({ id }) => id === 'next-full-inspection'));
  });

  it('has none for a text that is not ours', () => {
    const session = createSession('# Minutes\n', { today: TODAY });
    assert.deepEqual([session.deadlines, session.findings], [[], []]);
    assert.equal(session.facts.kind, null);
  });
});
