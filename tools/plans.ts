/*
 * How well the plans of a folder are read and checked, against its truth.json:
 * `npm run plans -- FOLDER [--show] [--only PART-OF-A-PATH]`. With --show each miss is listed.
 */
import '../test/dictionary.js';
import { measurePlans } from './plan-figures.js';

const args = process.argv.slice(2);
const flag = (name: string): boolean => args.includes(name) && args.splice(args.indexOf(name), 1).length > 0;
const show = flag('--show');
const onlyAt = args.indexOf('--only');
const only = onlyAt < 0 ? '' : args.splice(onlyAt, 2)[1]!;
const folder = args[0];
if (folder === undefined) {
  console.error('usage: npm run plans -- FOLDER [--show] [--only PART-OF-A-PATH]');
  process.exit(2);
}

const { scores, contradictions, contradictingErrors, contradictingWarnings, warnings, falseActions, readActions, others } = measurePlans(
  folder,
  only,
);
const figure = (name: string): string => percent(scores.get(name)?.right ?? 0, scores.get(name)?.all ?? 0);
const percent = (right: number, all: number): string => (all === 0 ? '–' : `${((100 * right) / all).toFixed(1)}% (${right} of ${all})`);
for (const name of ['kind', 'area', 'inspection', 'actions found']) console.log(`${name}: ${figure(name)}`);
console.log(`false actions: ${percent(falseActions, readActions)}`);
for (const name of ['owner', 'due', 'measure', 'status', 'id', 'answers', 'planted slips found']) console.log(`${name}: ${figure(name)}`);
console.log(`findings that contradict the truth: ${contradictingErrors} errors, ${contradictingWarnings} warnings of ${warnings}`);
const counted = others.map(({ list }) => list.filter((line) => !/^\S+ info /.test(line)).length);
console.log(
  `other findings a document: ${(others.reduce((sum, { list }) => sum + list.length, 0) / Math.max(1, others.length)).toFixed(1)} on average, at most ${Math.max(0, ...others.map(({ list }) => list.length))}; without infos ${(counted.reduce((sum, count) => sum + count, 0) / Math.max(1, counted.length)).toFixed(1)}, at most ${Math.max(0, ...counted)}`,
);
if (show) {
  for (const [name, { misses }] of scores) for (const miss of misses) console.log(`[${name}] ${miss}`);
  for (const line of contradictions) console.log(`[contradiction] ${line}`);
  for (const { path, list } of others) for (const line of list) console.log(`[other] ${path}:${line}`);
}
