/*
 * How well the plans of a folder are read and checked, against its truth.json. The fields of truth.json are told in the README beside the
 * shared corpus; dates count for 26 November 2026.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkText, type Finding } from '../src/check/index.js';
import { areaName, inspectionRange, type ActionFact, type SendDocument } from '../src/document/index.js';
import { normaliseAreaName } from '../src/framework/local-authorities.js';

interface TrueAction {
  readonly line: number;
  readonly text: string;
  readonly id: string | null;
  readonly owner: string | null;
  readonly due: string | null;
  readonly dueText: string | null;
  readonly measure: boolean | null;
  readonly status: string | null;
  readonly answers: readonly string[];
  readonly unclear?: readonly string[];
}

interface Slip {
  readonly line: number;
  readonly text: string;
  readonly rule: string;
  readonly description: string;
  readonly arguable?: boolean;
}

interface Truth {
  readonly path: string;
  readonly kind: string | null;
  readonly kindAlso?: readonly (string | null)[];
  readonly localArea: string | null;
  readonly localAreaAlso?: readonly string[];
  readonly inspection: { readonly start: string; readonly end: string } | null;
  readonly actions: readonly TrueAction[] | null;
  readonly governance: Readonly<Record<'board' | 'cycle' | 'reporting', boolean | null>>;
  readonly coProduction: Readonly<Record<'who' | 'when' | 'how' | 'changed', boolean | null>>;
  readonly accessibleFormats: boolean | null;
  readonly easyRead: boolean | null;
  readonly signOff: Readonly<Record<'localAuthority' | 'icb', boolean | null>>;
  readonly unclear?: readonly string[];
  readonly plantedMistakes: readonly Slip[];
}

export class Score {
  right = 0;
  all = 0;
  readonly misses: string[] = [];

  add(right: boolean, miss: string): void {
    this.all++;
    if (right) this.right++;
    else this.misses.push(miss);
  }
}

export interface Figures {
  readonly scores: ReadonlyMap<string, Score>;
  /** Each with its place. */
  readonly contradictions: readonly string[];
  readonly contradictingErrors: number;
  readonly contradictingWarnings: number;
  readonly warnings: number;
  readonly falseActions: number;
  readonly readActions: number;
  /** What was found besides planted slips. */
  readonly others: readonly { readonly path: string; readonly list: readonly string[] }[];
}

const keyOf = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
const brief = ({ rule, severity, start, message }: Finding): string => `${start.line}:${start.column} ${severity} ${rule}: ${message}`;

/** Findings that deny what the truth says the plan has. */
function contradicts(truth: Truth, document: SendDocument, finding: Finding): boolean {
  const { message } = finding;
  const unclear = new Set(truth.unclear ?? []);
  const denies = (name: string, said: boolean | null | undefined, pattern: RegExp): boolean =>
    !unclear.has(name) && said !== false && pattern.test(message);
  const aboutPlan = finding.rule !== 'action-complete';
  if (
    aboutPlan &&
    (denies('governance', truth.governance.board, /\bboard is in charge|no (?:board|governance)\b/i) ||
      denies('governance', truth.governance.cycle, /how often (?:progress|it) is checked/i) ||
      denies('governance', truth.governance.reporting, /to whom the board reports/i) ||
      denies(
        'coProduction',
        truth.coProduction.who,
        /(?:who took part|part of (?:children|parents)|how (?:children|parents)[^.]*took part)/i,
      ) ||
      denies('coProduction', truth.coProduction.when, /\bwhen (?:it|this|people|they)\b/i) ||
      denies('coProduction', truth.coProduction.changed, /what changed/i) ||
      denies('accessibleFormats', truth.accessibleFormats, /another format|other formats|accessible formats/i) ||
      denies('easyRead', truth.easyRead, /easy[- ]read/i))
  )
    return finding.rule !== 'link-text' && finding.rule !== 'placeholder';
  if (finding.rule === 'joint-sign-off' || /sign(?:ed)?[- ]off|signed|agreed/i.test(message)) {
    if (unclear.has('signOff')) return false;
    const { localAuthority, icb } = truth.signOff;
    return localAuthority === true && icb === true;
  }
  if (finding.rule === 'plan-inspection' || /which inspection it answers/i.test(message)) return truth.inspection !== null;
  if (finding.rule === 'action-complete' && !unclear.has('actions')) {
    const action = document.facts.actions.find(
      ({ span }) => document.lineColumn(span.start).line <= finding.start.line && document.lineColumn(span.end).line >= finding.start.line,
    );
    const told = truth.actions?.find(
      ({ line }) => line === finding.start.line || (action && line === document.lineColumn(action.span.start).line),
    );
    if (!told) return false;
    return (
      (/\bowner\b/.test(message) && (told.owner ?? '').trim() !== '' && !told.unclear?.includes('owner')) ||
      (/\bdeadline\b/.test(message) && (told.dueText ?? '').trim() !== '' && !told.unclear?.includes('due')) ||
      (/\bmeasure\b/.test(message) && told.measure === true && !told.unclear?.includes('measure'))
    );
  }
  return false;
}

/** Whether a finding stands at a planted slip: on its line, and where its words are given, at them. */
function isAt(text: string, document: SendDocument, slip: Slip, finding: Finding): boolean {
  if (slip.line < finding.start.line || slip.line > finding.end.line) return false;
  const from = document.lineStart(slip.line);
  const line = text.slice(from).split(/\r?\n/)[0]!;
  const at = slip.text.trim() === '' || slip.text.length < 3 ? -1 : line.indexOf(slip.text);
  if (at < 0) return true;
  // A rule may mark another cell of the row: the day, where a status does not fit it.
  if (finding.rule === slip.rule && line.trimStart().startsWith('|')) return true;
  return finding.start.offset < from + at + slip.text.length && finding.end.offset > from + at;
}

/** Reads the plans whose path has `only` in it. */
export function measurePlans(folder: string, only = ''): Figures {
  const scores = new Map<string, Score>();
  const score = (name: string): Score => {
    let found = scores.get(name);
    if (!found) scores.set(name, (found = new Score()));
    return found;
  };
  const contradictions: string[] = [];
  const others: { readonly path: string; readonly list: string[] }[] = [];
  let errors = 0;
  let warnings = 0;
  let allWarnings = 0;
  let falseActions = 0;
  let readActions = 0;

  function compareActions(path: string, truth: Truth, document: SendDocument): void {
    const found = [...document.facts.actions];
    const lineOf = (action: ActionFact): number => document.lineColumn(action.span.start).line;
    readActions += found.length;
    for (const expected of truth.actions ?? []) {
      const key = keyOf(expected.text);
      const near = found.filter((action) => Math.abs(lineOf(action) - expected.line) <= 1);
      // Where a heading has the number, its words may stand a few lines below.
      const below = found.filter((action) => lineOf(action) > expected.line && lineOf(action) <= expected.line + 3);
      const index = found.indexOf(
        [...near, ...below].find(({ text }) => keyOf(text).includes(key)) ??
          near.find((action) => lineOf(action) === expected.line && key.startsWith(keyOf(action.text).slice(0, 15)))!,
      );
      const at = `${path}:${expected.line} ${expected.text}`;
      score('actions found').add(index >= 0, at);
      if (index < 0) continue;
      const [action] = found.splice(index, 1) as [ActionFact];
      const counts = (field: string): boolean => !expected.unclear?.includes(field);
      const compare = (field: string, right: boolean, wanted: unknown, got: unknown): void => {
        if (counts(field)) score(field).add(right, `${at}: wanted ${JSON.stringify(wanted)}, got ${JSON.stringify(got)}`);
      };
      const owner = action.owner?.text ?? null;
      const same = (one: string | null, two: string | null): boolean =>
        one === null || two === null ? one === two : keyOf(one) === keyOf(two);
      compare(
        'owner',
        same(owner, expected.owner) || (owner !== null && expected.owner !== null && keyOf(owner).startsWith(keyOf(expected.owner))),
        expected.owner,
        owner,
      );
      compare('due', action.dueDate === expected.due, expected.due, action.dueDate ?? action.due?.text ?? null);
      if (expected.measure !== null)
        compare('measure', (action.measure !== null) === expected.measure, expected.measure, action.measure?.text ?? null);
      const status = action.status?.text ?? null;
      compare('status', same(status, expected.status), expected.status, status);
      compare('id', same(action.reference?.text ?? null, expected.id), expected.id, action.reference?.text ?? null);
      compare(
        'answers',
        JSON.stringify([...action.answers].sort()) === JSON.stringify([...expected.answers].sort()),
        expected.answers,
        action.answers,
      );
    }
    falseActions += found.length;
    for (const action of found) score('no false actions').misses.push(`${path}:${lineOf(action)} ${action.text.slice(0, 80)}`);
  }

  const truths = (JSON.parse(readFileSync(join(folder, 'truth.json'), 'utf8')) as Truth[]).filter(({ path }) => path.includes(only));
  for (const truth of truths) {
    const text = readFileSync(join(folder, truth.path), 'utf8');
    const { document, findings } = checkText(text, { path: truth.path, today: '2026-11-26' });
    const kinds = [truth.kind, ...(truth.kindAlso ?? [])];
    score('kind').add(kinds.includes(document.kind), `${truth.path}: wanted ${kinds.join(' or ')}, got ${document.kind}`);
    if (document.kind === null) {
      if (!kinds.includes(null))
        for (const { line, text: words } of truth.actions ?? []) score('actions found').add(false, `${truth.path}:${line} ${words}`);
      continue;
    }
    const areas = [truth.localArea, ...(truth.localAreaAlso ?? [])].map((area) => area && normaliseAreaName(area));
    const area = areaName(document);
    if (truth.kind !== null || truth.localArea !== null)
      score('area').add(areas.includes(area && normaliseAreaName(area)), `${truth.path}: wanted ${truth.localArea}, got ${area}`);
    const range = inspectionRange(document);
    score('inspection').add(
      range?.start === truth.inspection?.start && range?.end === truth.inspection?.end,
      `${truth.path}: wanted ${JSON.stringify(truth.inspection)}, got ${JSON.stringify(range)}`,
    );
    if (!truth.unclear?.includes('actions')) compareActions(truth.path, truth, document);
    const slips = truth.plantedMistakes.filter(({ arguable }) => !arguable);
    for (const slip of slips) {
      // A rule that is said to find nothing on its own is not asked for.
      if (slip.rule === 'new') continue;
      score('planted slips found').add(
        findings.some((finding) => isAt(text, document, slip, finding)),
        `${truth.path}:${slip.line} ${slip.rule}: ${slip.text} (${slip.description})`,
      );
    }
    const list: string[] = [];
    for (const finding of findings) {
      if (finding.severity === 'warning') allWarnings++;
      if (finding.severity !== 'info' && contradicts(truth, document, finding)) {
        contradictions.push(`${truth.path}:${brief(finding)}`);
        if (finding.severity === 'error') errors++;
        else warnings++;
      } else if (!truth.plantedMistakes.some((slip) => isAt(text, document, slip, finding))) list.push(brief(finding));
    }
    others.push({ path: truth.path, list });
  }
  return {
    scores,
    contradictions,
    contradictingErrors: errors,
    contradictingWarnings: warnings,
    warnings: allWarnings,
    falseActions,
    readActions,
    others,
  };
}
