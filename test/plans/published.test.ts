import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { measurePlans, type Figures } from '../../tools/plan-figures.js';

const OWN = fileURLToPath(new URL('published/', import.meta.url));
const OTHERS = fileURLToPath(new URL('others/', import.meta.url));
// The shared plans are not part of the project; where they lie beside it, they are read.
const SHARED = `${process.env.CORPUS ?? fileURLToPath(new URL('../../../shared/corpus', import.meta.url))}/plans`;

/** In percent, what is asked for of plans that nobody has tuned anything to. */
const LEAST: Readonly<Record<string, number>> = {
  kind: 100,
  area: 98,
  inspection: 95,
  'actions found': 95,
  owner: 95,
  due: 95,
  measure: 95,
  status: 95,
  id: 95,
  answers: 95,
};
/** Findings besides planted slips, on average. */
const MOST_FINDINGS = 5;

/** The most that may be wrong. */
const allowed = { falseActions: 0.02, errors: 0, warnings: 0.02 };

for (const [name, folder] of [
  ['plans in published forms', OWN],
  ['plans by others', OTHERS],
  ['the shared plans', SHARED],
] as const) {
  (existsSync(folder) ? describe : describe.skip)(name, function () {
    this.timeout(120_000);
    let figures: Figures;
    before(() => {
      figures = measurePlans(folder);
    });

    for (const [field, least] of Object.entries(LEAST)) {
      it(`have their ${field} read`, () => {
        const score = figures.scores.get(field);
        assert.ok(score && score.all > 0);
        assert.ok(100 * score.right >= least * score.all, score.misses.join('\n'));
      });
    }

    it('yield no action where there is none', () => {
      assert.ok(
        figures.falseActions <= allowed.falseActions * figures.readActions,
        figures.scores.get('no false actions')?.misses.join('\n'),
      );
    });

    it('are asked for nothing that is there', () => {
      assert.ok(figures.contradictingErrors <= allowed.errors, figures.contradictions.join('\n'));
      assert.ok(figures.contradictingWarnings <= allowed.warnings * figures.warnings, figures.contradictions.join('\n'));
    });

    it('get few findings that are no hints', () => {
      const counts = figures.others.map(({ list }) => list.filter((line) => !/^\S+ info /.test(line)).length);
      const average = counts.reduce((sum, count) => sum + count, 0) / counts.length;
      assert.ok(average <= MOST_FINDINGS, figures.others.flatMap(({ path, list }) => list.map((line) => `${path}:${line}`)).join('\n'));
    });
  });
}
