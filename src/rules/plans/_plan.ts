import {
  titleHeading,
  areasOf,
  byText,
  inspectionRange,
  targetOf,
  type AreaFact,
  type PlacedProse,
  type SendDocument,
} from '../../document/index.js';
import { VAGUE_OWNER } from '../../framework/plan-columns.js';
import { isReportKind, type Span } from '../../framework/types.js';
import type { RuleContext } from '../rule.js';
import { leavesFolder, relativePath } from '../../text/paths.js';
import { listed as inWords } from '../../text/words.js';

/** Where something that the whole plan lacks is reported: its title, else its beginning. */
export function titlePlace(document: SendDocument): Span {
  const heading = titleHeading(document);
  return heading?.textSpan ?? { start: 0, end: 0 };
}

/** Where something that the plan's actions lack is reported: the heading over them, else the title. */
export const actionsPlace = (document: SendDocument): Span => document.section('plan-actions')?.heading?.textSpan ?? titlePlace(document);

/** A gap of the template: `placeholder` reports it, and it is no mistake of another kind. */
export const isGap = byText((text) => /\[insert\b/i.test(text));

/** Whether an owner names no post and no body: “the partnership”, “all partners”. */
export const isVagueOwner = byText((owner) => VAGUE_OWNER.test(owner.replace(/\s+/g, ' ').trim()));

export type LinkedReport =
  | { readonly state: 'found'; readonly report: SendDocument }
  /** No report is named, this host knows no other documents, or another rule reports the path. */
  | { readonly state: 'silent' }
  | { readonly state: 'missing' | 'self' | 'plan' | 'other' | 'not-ours' };

/** Whether a plan claims to answer an inspection: it says when that was, or names an area of its report. A strategy may stand for itself. */
const claimsToAnswer = (document: SendDocument): boolean =>
  document.kind !== 'local-send-reform-plan' &&
  (inspectionRange(document) !== null || document.facts.actions.some(({ answers }) => answers.length > 0));

/** The report that a plan's front matter names, else the only one that it can answer. */
export function linkedReport(document: SendDocument, context: RuleContext): LinkedReport {
  const path = document.frontMatter.data.respondsTo;
  if (path === undefined) {
    const report = claimsToAnswer(document) ? context.answered() : null;
    return report ? { state: 'found', report } : { state: 'silent' };
  }
  const target = targetOf(path, document.path).path;
  if (document.path !== null && target === targetOf(document.path, null).path) return { state: 'self' };
  const linked = context.lookup(path);
  if (linked === undefined) return { state: 'silent' };
  // The front matter's own rule says that a path leaves the folder that is open.
  if (linked === null) return { state: leavesFolder(document.path, path) ? 'silent' : 'missing' };
  if (isReportKind(linked.kind)) return { state: 'found', report: linked };
  if (linked.kind === null) return { state: 'not-ours' };
  return { state: linked.kind === 'engagement-meeting-note' ? 'other' : 'plan' };
}

/** Where a plan's report lies, from the plan's folder. */
export const pathTo = (report: SendDocument, document: SendDocument): string =>
  document.frontMatter.data.respondsTo ?? relativePath(document.path ?? '', report.path ?? '');

/** The areas that a plan of this kind is asked to answer. */
export function expectedAreas(document: SendDocument, report: SendDocument): readonly AreaFact[] {
  const prefix = document.kind === 'priority-action-plan' ? 'APA' : 'AFI';
  return areasOf(report).filter(({ id }) => id.startsWith(prefix));
}

export const clip = (text: string, length: number): string =>
  text.length > length ? `${text.slice(0, Math.max(1, text.lastIndexOf(' ', length)))}…` : text;

/** "AFI1", "AFI1 and AFI2", "AFI1 to AFI5". */
export function namesOf(areas: readonly AreaFact[]): string {
  const ids = areas.map(({ id }) => id);
  if (ids.length < 3) return ids.join(' and ');
  return `${ids[0]} to ${ids.at(-1)}`;
}

export const listed = (items: readonly string[], joint = 'and'): string => inWords(items, ` ${joint} `);

/** Running text of the plan: no headings, no quotations of the report, no words explained in the glossary. */
export const isOwn = (unit: PlacedProse): boolean =>
  unit.kind !== 'heading' && unit.kind !== 'header-cell' && unit.prose.quoted === 0 && unit.section?.id !== 'glossary';
