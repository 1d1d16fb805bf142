import { planFieldOf } from '../../framework/plan-columns.js';
import type { ActionFact, AreaFact, Section, SendDocument, TableInfo } from '../types.js';
import { collapsed } from '../../text/words.js';

/** Text to insert at an offset. */
export interface Insertion {
  readonly at: number;
  readonly text: string;
}

const FIELD_GAPS = {
  owner: 'post and body',
  body: 'body',
  start: 'start date',
  due: 'due date',
  completed: 'date',
  measure: 'what will be measured',
  baseline: 'baseline: number and date',
  target: 'target: number and date',
  outcome: 'what will be better for children and young people',
  action: 'action',
  reference: 'number',
  progress: 'progress',
} as const;

const gap = (what: string): string => `[insert ${what}]`;
const inCell = (text: string): string => collapsed(text).replace(/\|/g, '\\|');

/** A cell for a column of an action table, with a gap for what the author knows. */
function cellFor(header: string, area: AreaFact, namesArea: boolean): string {
  const field = planFieldOf(header);
  if (field === 'area') return namesArea ? area.id : inCell(area.text);
  if (field === 'status') return 'Not started';
  if (field && field in FIELD_GAPS) return gap(FIELD_GAPS[field as keyof typeof FIELD_GAPS]);
  return header === ''
    ? ''
    : gap(
        collapsed(header)
          .toLowerCase()
          .replace(/[[\]|]/g, ''),
      );
}

const row = (headers: readonly string[], area: AreaFact, namesArea: boolean): string =>
  `| ${headers.map((header) => cellFor(header, area, namesArea)).join(' | ')} |`;

const FIELD_BLOCK = (eol: string): string =>
  [
    `- **What we will do:** ${gap('action')}`,
    `- **Who leads:** ${gap('post and body')}`,
    `- **By when:** ${gap('due date')}`,
    `- **What we will see:** ${gap('what will be measured')}. Baseline: ${gap('number and date')}. Target: ${gap('number and date')}.`,
    '- **Status:** Not started',
  ].join(eol);

const ENTRY = `- [ ] ${gap('action')}. Lead: ${gap('post and body')}; due: ${gap('due date')}; measure: ${gap('what will be measured, baseline and target')}`;

const lastOf = <T>(items: readonly T[]): T | undefined => items[items.length - 1];

/** The area that a heading names first, by the plan's own way of naming it; null when it names none or several. */
function headingArea(plan: SendDocument, section: Section): string | null {
  const references = plan.facts.actions.flatMap((action) => (inside(action.section, section) ? action.answerRefs : []));
  const { heading } = section;
  const ids = new Set(
    references
      .filter(
        ({ kind, span }) =>
          (kind === 'id' || kind === 'number') && heading && span.start >= heading.span.start && span.end <= heading.span.end,
      )
      .map(({ value }) => value),
  );
  return ids.size === 1 ? [...ids][0]! : null;
}

function inside(inner: Section | null, outer: Section): boolean {
  for (let section = inner; section; section = section.parent) if (section === outer) return true;
  return false;
}

/** The skeleton of an action in the plan's own form, in a part of this depth. */
function skeleton(plan: SendDocument, model: ActionFact | undefined, area: AreaFact, depth: number, eol: string): string {
  const found = model && tableOf(plan, model);
  if (found) {
    const { headers } = found;
    return [`| ${headers.map(inCell).join(' | ')} |`, `|${' --- |'.repeat(headers.length)}`, row(headers, area, true)].join(eol);
  }
  if (model?.form === 'list') return ENTRY;
  // Blocks with a heading each, below the part's own.
  const heading =
    model?.section?.heading && depth > 0 && model.section.depth > depth
      ? `${'#'.repeat(model.section.depth)} ${gap('short name of the action')}${eol}${eol}`
      : '';
  return heading + FIELD_BLOCK(eol);
}

const number = (id: string): number => Number(id.slice(3));

/**
 * Where and how a plan takes up one more action for an area, in the plan's own form: a row of its table, or a part like those of the other areas.
 * Everything that only the author knows is a gap, `[insert …]`.
 */
export function newActionFor(plan: SendDocument, area: AreaFact): Insertion {
  const eol = plan.text.includes('\r\n') ? '\r\n' : '\n';
  const { actions } = plan.facts;
  const paragraph = (at: number, text: string): Insertion => {
    const before = plan.text.slice(0, at).trimEnd();
    const rest = plan.text.slice(at).trim() === '';
    return { at: before.length, text: `${before === '' ? '' : eol + eol}${text}${rest && !/[\r\n]$/.test(plan.text) ? eol : ''}` };
  };

  // One table with a column for the areas: one more row, behind those of the area or of the areas before it.
  const byCell = actions.filter((action) => tableOf(plan, action) && action.answerRefs.some(({ level }) => level === 0));
  if (byCell.length > 0 && byCell.length * 2 >= actions.length) {
    const preceding = byCell.filter(({ answers }) =>
      answers.some((id) => id.slice(0, 3) === area.id.slice(0, 3) && number(id) <= number(area.id)),
    );
    const neighbour = lastOf(preceding) ?? lastOf(byCell)!;
    const { table, headers } = tableOf(plan, neighbour)!;
    const after = rowOf(table, neighbour) ?? lastOf(table.rows) ?? table.header;
    const named = neighbour.answerRefs.some(({ level, kind }) => level === 0 && kind === 'id');
    return { at: after.span.end, text: `${eol}${row(headers, area, named)}` };
  }

  // A part of its own that is there already.
  const own = plan.sections.find(
    ({ heading }) => heading && new RegExp(`\\b${area.id.slice(0, 3)}s?[ -]?${number(area.id)}(?!\\d)`, 'i').test(heading.text),
  );
  const model = lastOf(actions.filter(({ section }) => !own || (section && section.parent === own.parent))) ?? lastOf(actions);
  const last = own && lastOf(actions.filter(({ section }) => inside(section, own)));
  const rows = last && tableOf(plan, last);
  if (rows) {
    const after = rowOf(rows.table, last) ?? lastOf(rows.table.rows);
    if (after) return { at: after.span.end, text: `${eol}${row(rows.headers, area, true)}` };
  }
  if (own?.heading) return paragraph(own.content.end, skeleton(plan, model, area, own.depth, eol));

  // Parts by area: a new one in its place.
  const parts = plan.sections.flatMap((section) => {
    const id = section.heading && headingArea(plan, section);
    return id && id.slice(0, 3) === area.id.slice(0, 3) ? [{ section, id }] : [];
  });
  const outer = parts.filter(({ section }) => !parts.some((other) => other.section !== section && inside(section, other.section)));
  const previous = lastOf(outer.filter(({ id }) => number(id) < number(area.id))) ?? null;
  const first = previous ?? outer[0];
  const part = (depth: number): string =>
    [
      `${'#'.repeat(depth)} ${area.id}: ${gap('short name of the area')}`,
      'The report says:',
      `> ${collapsed(area.text)}`,
      skeleton(plan, model, area, depth, eol),
    ].join(eol + eol);
  if (first) {
    if (previous) return paragraph(previous.section.content.end, part(previous.section.depth));
    const at = first.section.heading!.span.start;
    return { at, text: `${part(first.section.depth)}${eol}${eol}` };
  }
  const section = plan.section('plan-actions');
  const end = section ? section.content.end : (lastOf(actions)?.section?.content.end ?? plan.text.length);
  return paragraph(end, part(Math.min(6, (section?.depth ?? 1) + 1)));
}

/** The table that holds an action, and the names of its columns, which may stand in its second row. */
function tableOf(plan: SendDocument, action: ActionFact): { table: TableInfo; headers: readonly string[] } | null {
  const { header } = action;
  if (!header) return null;
  for (const table of plan.tables) {
    const row = [table.header, ...table.rows].find(({ span }) => span.start === header.start);
    if (row) return { table, headers: row.cells.map(({ text }) => text) };
  }
  return null;
}

const rowOf = (table: TableInfo, action: ActionFact): TableInfo['rows'][number] | undefined =>
  table.rows.find(({ span }) => action.span.start >= span.start && action.span.end <= span.end);
