import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { checkText, factsOf, RULES, type FactsJson, type Finding } from '../../src/check/index.js';

/** A mistake that is really in a published report, verified by reading. */
export interface KnownMistake {
  readonly path: string;
  readonly rule: string;
  /** 1-based; null for a mistake that lies in no line of the Markdown. */
  readonly line: number | null;
  readonly offset: number | null;
  readonly text: string;
  readonly certainty: 'certain' | 'probable' | 'style' | 'variant' | 'coverage';
  readonly why: string;
}

/** Our verdict, after reading, on a finding that the list of known mistakes does not have. */
export interface Verdict {
  readonly path: string;
  readonly rule: string;
  readonly line: number;
  readonly text: string;
  readonly verdict: 'right' | 'wrong';
  readonly why: string;
}

export interface CorpusReport {
  readonly path: string;
  readonly text: string;
  readonly facts: FactsJson;
  readonly findings: readonly Finding[];
}

export const TODAY = '2026-11-23';

/** Reads and checks every report of a corpus folder. Throws when the folder is none. */
export function readCorpus(folder: string): { reports: CorpusReport[]; facts: Record<string, unknown>[]; known: KnownMistake[] } {
  const inFolder = (name: string): unknown => JSON.parse(readFileSync(join(folder, name), 'utf8')) as unknown;
  const reports = readdirSync(join(folder, 'reports'))
    .filter((name) => name.endsWith('.md'))
    .sort()
    .map((path) => {
      const text = readFileSync(join(folder, 'reports', path), 'utf8');
      const { document, findings } = checkText(text, { today: TODAY, path });
      return { path, text, facts: factsOf(document), findings };
    });
  return {
    reports,
    facts: inFolder('facts.json') as Record<string, unknown>[],
    known: (inFolder('known-mistakes.json') as KnownMistake[]).filter(({ rule }) => RULES.some(({ id }) => id === rule)),
  };
}

const reviewed = new URL('reviewed/', import.meta.url);

export function readVerdicts(): Verdict[] {
  if (!existsSync(reviewed)) return [];
  return readdirSync(reviewed)
    .filter((name) => name.endsWith('.json'))
    .flatMap((name) => JSON.parse(readFileSync(new URL(name, reviewed), 'utf8')) as Verdict[]);
}

/** Facts as the corpus lists them: lists of areas are given by their number. */
export function comparableFacts(expected: Record<string, unknown>, facts: FactsJson): { expected: unknown; actual: unknown } {
  const actual: Record<string, unknown> = {};
  const wanted: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(expected)) {
    if (key === 'headings' || key === 'path') continue;
    wanted[key] = value;
    actual[key] =
      key === 'areasForImprovementCount'
        ? facts.areasForImprovement.length
        : key === 'areasForPriorityActionCount'
          ? facts.areasForPriorityAction.length
          : facts[key as keyof FactsJson];
  }
  return { expected: wanted, actual };
}

/** A finding of the rule that touches the mistake's text, or, for a mistake without a place, any finding of the rule. */
export function findingFor(mistake: KnownMistake, report: CorpusReport): Finding | undefined {
  return report.findings.find((finding) => {
    if (finding.rule !== mistake.rule) return false;
    if (mistake.offset === null) return true;
    const end = mistake.offset + mistake.text.length;
    return finding.start.line === mistake.line || (finding.start.offset <= end && finding.end.offset >= mistake.offset);
  });
}

/** Whether a finding shows a known mistake at its very place. */
export const isKnown = (finding: Finding, path: string, known: readonly KnownMistake[]): KnownMistake | undefined =>
  known.find((mistake) => {
    if (mistake.path !== path || mistake.rule !== finding.rule) return false;
    if (mistake.offset === null) return true;
    return finding.start.offset <= mistake.offset + mistake.text.length && finding.end.offset >= mistake.offset;
  });

export const verdictOn = (finding: Finding, report: CorpusReport, verdicts: readonly Verdict[]): Verdict | undefined => {
  const marked = report.text.slice(finding.start.offset, finding.end.offset);
  return verdicts.find(
    ({ path, rule, line, text }) =>
      path === report.path &&
      rule === finding.rule &&
      line === finding.start.line &&
      (marked.startsWith(text) || text.startsWith(marked.slice(0, 40))),
  );
};
