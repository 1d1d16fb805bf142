// Prints what the checks find in a folder of published reports: npm run corpus -- FOLDER [--rule id,id] [--show]
import { isDeepStrictEqual, parseArgs } from 'node:util';
import '../../tools/generate/sources.mjs';
import '../dictionary.js';
import type { KnownMistake } from './corpus.js';

const { comparableFacts, findingFor, isKnown, readCorpus, readVerdicts, verdictOn } = await import('./corpus.js');
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { rule: { type: 'string' }, show: { type: 'boolean', default: false } },
});
const folder = positionals[0];
if (!folder) {
  console.error('corpus: name the folder that holds reports/, facts.json and known-mistakes.json');
  process.exit(2);
}
const only = values.rule?.split(',');
const { reports, facts, known: allKnown } = readCorpus(folder);
const known = allKnown.filter(({ rule }) => !only || only.includes(rule));
const verdicts = readVerdicts();
let failures = 0;

const perRule = new Map<string, { error: number; warning: number; info: number }>();
const tally = { known: 0, right: 0, wrong: 0, unread: 0 };
for (const report of reports) {
  const expected = facts.find(({ path }) => path === report.path);
  if (expected) {
    const { expected: wanted, actual } = comparableFacts(expected, report.facts);
    if (!isDeepStrictEqual(wanted, actual)) {
      failures++;
      console.log(`${report.path}: facts differ\n  expected ${JSON.stringify(wanted)}\n  actual   ${JSON.stringify(actual)}`);
    }
  }
  const count = { error: 0, warning: 0, info: 0 };
  for (const finding of report.findings) {
    if (only && !only.includes(finding.rule)) continue;
    count[finding.severity]++;
    const sums = perRule.get(finding.rule) ?? { error: 0, warning: 0, info: 0 };
    sums[finding.severity]++;
    perRule.set(finding.rule, sums);
    const mistake = isKnown(finding, report.path, known);
    const verdict = mistake ? null : verdictOn(finding, report, verdicts);
    const state = mistake ? `known, ${mistake.certainty}` : verdict ? verdict.verdict : 'unread';
    if (finding.severity !== 'info') {
      if (mistake) tally.known++;
      else tally[verdict?.verdict ?? 'unread']++;
    }
    if (values.show || (state === 'unread' && finding.severity !== 'info')) {
      const { start, end } = finding;
      const around = `${report.text.slice(Math.max(0, start.offset - 40), start.offset)}⟦${report.text.slice(start.offset, Math.min(end.offset, start.offset + 160))}⟧${report.text.slice(end.offset, end.offset + 40)}`;
      console.log(
        `${report.path}:${start.line}:${start.column} ${finding.severity} ${finding.rule} (${state})\n    ${around.replace(/\s+/g, ' ')}\n    ${finding.message}`,
      );
    }
  }
  console.log(`${report.path}: ${count.error} errors, ${count.warning} warnings, ${count.info} for information`);
}

const byCertainty = new Map<string, { found: number; of: number }>();
const missed: KnownMistake[] = [];
for (const mistake of known) {
  const report = reports.find(({ path }) => path === mistake.path);
  if (!report) continue;
  const sums = byCertainty.get(mistake.certainty) ?? { found: 0, of: 0 };
  sums.of++;
  if (findingFor(mistake, report)) sums.found++;
  else missed.push(mistake);
  byCertainty.set(mistake.certainty, sums);
}
console.log('\nBy rule');
for (const [rule, sums] of [...perRule].sort())
  console.log(`  ${rule.padEnd(26)} ${sums.error} errors, ${sums.warning} warnings, ${sums.info} for information`);
console.log('Known mistakes found');
for (const [certainty, { found, of }] of byCertainty) console.log(`  ${certainty.padEnd(10)} ${found} of ${of}`);
for (const { path, rule, line, text, certainty, why } of missed)
  console.log(`  not found: ${path}:${line ?? '-'} ${rule} (${certainty}) “${text}” – ${why}`);
console.log(
  `Errors and warnings: ${tally.known} known mistakes, ${tally.right} more read and right, ${tally.wrong} read and wrong, ${tally.unread} not read yet`,
);
process.exitCode = failures > 0 ? 1 : 0;
