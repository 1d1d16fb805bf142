/*
 * Plants one slip at a time into correct reports and counts what is found: `npm run mutations -- FOLDER [--seed 1] [--each 5] [--show]`.
 * Lawful changes of the same reports must add no finding. --each: how many reports a class is tried on; --show: lists what is missed.
 * The figures are those of the reports in the folder; the same seed and folder give the same texts.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import './generate/sources.mjs';
import '../test/dictionary.js';
import { pick, seeded, type Random } from './mutations/class.js';
import { LAWFUL } from './mutations/lawful.js';
import { SLIPS } from './mutations/slips.js';
import type { Finding, Session } from '../src/check/index.js';

const { createSession } = await import('../src/check/index.js');
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seed: { type: 'string', default: '1' },
    each: { type: 'string', default: '5' },
    show: { type: 'boolean', default: false },
    only: { type: 'string' },
  },
});
const folder = positionals[0];
const each = Number(values.each);
const seed = Number(values.seed);
if (!folder || !Number.isInteger(each) || each < 1 || !Number.isInteger(seed)) {
  console.error('mutations: name a folder of Markdown reports; --seed and --each are whole numbers');
  process.exit(2);
}

interface Report {
  readonly path: string;
  readonly text: string;
  readonly session: Session;
  /** How often each finding stands in the report as it is. */
  readonly known: ReadonlyMap<string, number>;
}

/** A finding apart from its place, and from the form of quotation marks, letters and spaces that lawful changes touch. */
const keyOf = ({ rule, start, end }: Finding, text: string): string =>
  `${rule} ${text
    .slice(start.offset, end.offset)
    .normalize('NFC')
    .replace(/[‘’']/g, '’')
    .replace(/[^\p{L}\p{N}’]+/gu, ' ')
    .trim()}`;

function counted(findings: readonly Finding[], text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const finding of findings) counts.set(keyOf(finding, text), (counts.get(keyOf(finding, text)) ?? 0) + 1);
  return counts;
}

const reports = readdirSync(folder)
  .filter((name) => name.endsWith('.md') && name !== 'README.md')
  .sort()
  .map((path): Report => {
    const text = readFileSync(join(folder, path), 'utf8');
    const session = createSession(text, { today: '2026-01-01', kind: 'full-inspection-report' });
    return { path, text, session, known: counted(session.findings, text) };
  });

/** Findings that the report did not have before the change. */
function news({ session, known }: Report, text: string): Finding[] {
  session.update(text);
  const left = new Map(known);
  return session.findings.filter((finding) => {
    const key = keyOf(finding, text);
    const count = left.get(key) ?? 0;
    left.set(key, count - 1);
    return count <= 0;
  });
}

/** Reports in an order of the class's own, so that a class stays the same when others are added. */
function orderFor(name: string): { order: Report[]; random: Random } {
  const random = seeded([...name].reduce((sum, letter) => Math.imul(sum, 31) + letter.codePointAt(0)!, seed));
  const rest = [...reports];
  const order: Report[] = [];
  while (rest.length > 0) order.push(...rest.splice(rest.indexOf(pick(rest, random)), 1));
  return { order, random };
}

/** How far from the slip a finding may begin or end: the word before it or after it. */
const NEAR = 25;
const misses: string[] = [];
const groups = new Map<string, { planted: number; found: number; unrelated: number }>();
const wanted = (name: string): boolean => values.only === undefined || name.includes(values.only);

console.log('Slips                                               planted  found  unrelated');
for (const slip of SLIPS) {
  if (!wanted(`${slip.group} ${slip.name}`)) continue;
  const count = { planted: 0, found: 0, unrelated: 0 };
  const { order, random } = orderFor(`${slip.group} ${slip.name}`);
  for (const report of order) {
    if (count.planted === each) break;
    const planted = slip.plant(report.text, random);
    if (!planted) continue;
    count.planted++;
    const found = news(report, planted.text);
    const related = found.filter(
      ({ rule, start, end }) =>
        (slip.anywhere?.includes(rule) ?? false) || (start.offset <= planted.to + NEAR && end.offset >= planted.from - NEAR),
    );
    if (related.length > 0) count.found++;
    else misses.push(`missed  ${slip.group}: ${slip.name}  ${report.path}\n    ${planted.shown.slice(0, 220)}`);
    const unrelated = found.filter((finding) => !related.includes(finding));
    count.unrelated += unrelated.length;
    for (const { rule, start, message } of unrelated)
      misses.push(`unrelated  ${slip.group}: ${slip.name}  ${report.path}:${start.line} ${rule}\n    ${message}`);
  }
  const group = groups.get(slip.group) ?? { planted: 0, found: 0, unrelated: 0 };
  groups.set(slip.group, {
    planted: group.planted + count.planted,
    found: group.found + count.found,
    unrelated: group.unrelated + count.unrelated,
  });
  console.log(
    `  ${`${slip.group}: ${slip.name}`.padEnd(48)} ${String(count.planted).padStart(8)} ${String(count.found).padStart(6)} ${String(count.unrelated).padStart(10)}`,
  );
}

console.log('\nLawful changes                                        tried  error  warning  information');
const lawful = { tried: 0, error: 0, warning: 0, info: 0 };
for (const { name, change } of LAWFUL) {
  if (!wanted(`lawful ${name}`)) continue;
  const count = { tried: 0, error: 0, warning: 0, info: 0 };
  const { order, random } = orderFor(`lawful ${name}`);
  for (const report of order) {
    if (count.tried === each) break;
    const text = change(report.text, random);
    if (text === null) continue;
    count.tried++;
    const found = news(report, text);
    for (const severity of ['error', 'warning', 'info'] as const)
      if (found.some((finding) => finding.severity === severity)) count[severity]++;
    for (const { rule, severity, start, end, message } of found)
      misses.push(
        `alarm  lawful: ${name}  ${report.path}:${start.line} ${severity} ${rule}\n    “${text
          .slice(Math.max(0, start.offset - 30), end.offset + 30)
          .replace(/\s+/g, ' ')
          .slice(0, 200)}” ${message}`,
      );
  }
  for (const key of ['tried', 'error', 'warning', 'info'] as const) lawful[key] += count[key];
  console.log(
    `  ${name.padEnd(48)} ${String(count.tried).padStart(8)} ${String(count.error).padStart(6)} ${String(count.warning).padStart(8)} ${String(count.info).padStart(12)}`,
  );
}

const share = (part: number, whole: number): string => (whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)}%`);
console.log('\nBy group');
let [planted, found, unrelated] = [0, 0, 0];
for (const [name, group] of groups) {
  console.log(`  ${name.padEnd(16)} ${share(group.found, group.planted).padStart(7)} of ${group.planted}, ${group.unrelated} unrelated`);
  planted += group.planted;
  found += group.found;
  unrelated += group.unrelated;
}
console.log(`${SLIPS.length} classes of slips: ${found} of ${planted} found (${share(found, planted)}), ${unrelated} unrelated findings`);
console.log(
  `${LAWFUL.length} lawful changes: of ${lawful.tried} texts ${lawful.error} with a new error (${share(lawful.error, lawful.tried)}), ` +
    `${lawful.warning} with a new warning (${share(lawful.warning, lawful.tried)}), ${lawful.info} with new information`,
);
if (values.show) console.log(`\n${misses.join('\n')}`);
