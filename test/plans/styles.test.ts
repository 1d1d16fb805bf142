import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { checkText, RULE_GROUPS, type Finding } from '../../src/check/index.js';
import { coverageOf } from '../../src/coverage/index.js';
import type { SendDocument } from '../../src/document/index.js';
import { modelFor, open, STYLES, type ModelAction, type PlanModel, type Style } from './_model.js';

/*
 * One plan, laid out in every style, answers a report by its areas. Its facts and its coverage must not depend on the style,
 * and what is left out on purpose is found, nothing else.
 */

const TODAY = '2026-06-01';
const PLAN_RULES = Object.entries(RULE_GROUPS)
  .filter(([id, group]) => group === 'plans' && id !== 'publication-deadline')
  .map(([id]) => id);

const reports: { name: string; report: SendDocument; link: string }[] = [];
const load = (folder: URL): void => {
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.md'))) {
    const report = open(readFileSync(new URL(name, folder), 'utf8'), `reports/${name}`);
    if (report.kind === 'full-inspection-report') reports.push({ name, report, link: `../reports/${name}` });
  }
};
load(new URL('../../examples/reports/', import.meta.url));
// Published reports, where they are at hand: their areas are read as the test runs.
load(new URL('../../../shared/corpus/reports/', import.meta.url));

const models = reports.flatMap(({ name, report, link }) =>
  (['strategic-plan', 'priority-action-plan'] as const)
    .map((kind) => ({ name: `${name}, ${kind}`, report, model: modelFor(report, kind, link) }))
    .filter(({ model }) => model.areas.length > 0),
);

const plain = (text: string | undefined): string =>
  (text ?? '')
    .toLowerCase()
    .replace(/[^\p{L}\d%]+/gu, ' ')
    .trim();

function read(style: Style, model: PlanModel, report: SendDocument): { plan: SendDocument; findings: readonly Finding[]; text: string } {
  const text = style.write(model);
  const result = checkText(text, {
    today: TODAY,
    path: 'plans/plan.md',
    only: PLAN_RULES,
    lookup: (path) => (path === model.respondsTo ? report : null),
  });
  return { plan: result.document, findings: result.findings, text };
}

const brief = (findings: readonly Finding[]): string[] =>
  findings.map(({ rule, severity, start, message }) => `${start.line} ${rule} (${severity}): ${message}`);

function assertFacts(plan: SendDocument, model: PlanModel): void {
  const actual = plan.facts.actions.map(({ text, owner, dueDate, measure }) => ({
    text: plain(text),
    owner: plain(owner?.text),
    due: dueDate,
    measure: plain(measure?.text),
  }));
  const expected = model.actions.map((action: ModelAction) => ({
    text: plain(action.text),
    owner: action.owner ? plain(`${action.owner} ${model[action.body]}`) : '',
    due: action.due?.iso ?? null,
    measure: action.measure ? plain(`${action.measure.what} baseline ${action.measure.baseline} target ${action.measure.target}`) : '',
  }));
  assert.deepEqual(actual, expected);
}

function assertCoverage(plan: SendDocument, model: PlanModel, report: SendDocument): void {
  const coverage = coverageOf(report, plan, TODAY);
  const actual = coverage.areas
    .filter(({ expected }) => expected)
    .map(({ area, actions, earliest, latest }) => ({
      id: area.id,
      actions: actions.map(({ action }) => plain(action.text)),
      earliest,
      latest,
    }));
  const expected = model.areas.map(({ id }, index) => {
    const actions = model.actions.filter(({ area }) => area === index);
    const dues = actions.flatMap(({ due }) => (due ? [due.iso] : [])).sort();
    return { id, actions: actions.map(({ text }) => plain(text)), earliest: dues[0] ?? null, latest: dues.at(-1) ?? null };
  });
  assert.deepEqual(actual, expected);
  assert.deepEqual(coverage.unknown, []);
  assert.deepEqual(coverage.unassigned, []);
}

/** The same plan without an owner, a deadline, a measure, and without the actions of one area. */
function spoil(model: PlanModel): { model: PlanModel; missing: ReadonlyMap<string, readonly string[]>; uncovered: string } {
  const last = model.areas.length - 1;
  const kept = model.actions.filter(({ area }) => area !== last);
  const actions = kept.map((action, index): ModelAction => ({
    ...action,
    ...(index === 0 ? { owner: null } : {}),
    ...(index === 1 ? { due: null } : {}),
    ...(index === Math.min(2, kept.length - 1) ? { measure: null } : {}),
  }));
  const missing = new Map<string, string[]>();
  for (const { text, owner, due, measure } of actions) {
    const fields = [...(owner ? [] : ['no owner']), ...(due ? [] : ['no deadline']), ...(measure ? [] : ['no success measure'])];
    if (fields.length > 0) missing.set(text, fields);
  }
  return { model: { ...model, actions }, missing, uncovered: model.areas[last]!.id };
}

describe('plans in every style', () => {
  it('answer enough reports', () => {
    assert.ok(models.length >= 4);
    assert.ok(STYLES.length >= 8);
  });

  for (const style of STYLES) {
    describe(style.name, () => {
      for (const { name, report, model } of models) {
        it(`says the same: ${name}`, () => {
          const { plan, findings, text } = read(style, model, report);
          assertFacts(plan, model);
          assertCoverage(plan, model, report);
          assert.deepEqual(brief(findings), [], text);
        });

        it(`shows what is left out: ${name}`, function () {
          if (model.areas.length < 2) this.skip();
          const { model: spoilt, missing, uncovered } = spoil(model);
          const { plan, findings, text } = read(style, spoilt, report);
          assertFacts(plan, spoilt);
          const errors = findings.filter(({ severity }) => severity === 'error');
          const incomplete = errors.filter(({ rule }) => rule === 'action-complete');
          for (const [action, fields] of missing) {
            const found = incomplete.filter(({ message }) => message.includes(`“${action.slice(0, 30)}`));
            for (const field of fields)
              assert.ok(
                found.some(({ message }) => message.includes(field)),
                `${field} for ${action}:\n${brief(errors).join('\n')}\n${text}`,
              );
          }
          assert.equal(
            incomplete.flatMap(({ message }) => message.match(/\bno (?:owner|deadline|success measure)\b/g) ?? []).length,
            [...missing.values()].flat().length,
            brief(errors).join('\n'),
          );
          const open = errors.filter(({ rule }) => rule === 'area-not-covered');
          assert.equal(open.length, 1, brief(errors).join('\n'));
          assert.match(open[0]!.message, new RegExp(`answers ${uncovered} `));
          assert.deepEqual(brief(errors.filter((finding) => !incomplete.includes(finding) && !open.includes(finding))), [], 'nothing else');
        });
      }
    });
  }
});
