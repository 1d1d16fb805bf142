import { isPlanKind, isReportKind, type IsoDate, type OutcomeId, type Span } from '../../framework/types.js';
import { findDates } from './dates.js';
import {
  JoinedProse,
  effectiveAction,
  monitoringInspection,
  nextFullInspection,
  outcomeStatements,
  priorityActionPlanRequirement,
  strategicPlanRequest,
} from './outcome.js';
import type { Facts, Found, PlacedProse } from '../types.js';
import { areasOf } from './_areas.js';
import { inspectionOf, previousOf, visitIn, withDays } from './_inspection-days.js';
import { localAreaOf } from './_local-area.js';
import { preamble, type Model } from './_model.js';
import { toldOutcome, toldPublication } from './_plan-facts.js';
import { inspectionOfPlan } from './_plan-inspection-days.js';
import { partnersOf } from './_partners.js';
import { teamOf } from './_team.js';

// Year of copyright and publication

function copyrightOf(model: Model): Found<number> | null {
  let last: readonly PlacedProse[] = [];
  for (let index = model.blocks.length - 1; index >= 0 && last.length < 40; index--)
    last = [...model.unitsOf(model.blocks[index]!), ...last];
  for (const unit of last.slice(-39).reverse()) {
    const match = /(?:©|\(c\)|\bcrown|\bcopyright)[^\n\d]{0,24}(\d{4})(?!\d)/i.exec(unit.text);
    if (match) {
      const from = match.index + match[0].length - 4;
      return { value: Number(match[1]), span: unit.spanOf(from, from + 4) };
    }
  }
  return null;
}

/** The day on which a document says that it was published; a plan that tells of its report's day says nothing of its own. */
function publishedOf(units: readonly PlacedProse[], plan: boolean): Found<IsoDate> | null {
  for (const unit of units) {
    const match = /^(?:\p{L}+ ){0,2}(?:published|date of publication|publication date)(?: on)?\s*:?\s/imu.exec(unit.text);
    if (!match || (plan && /report|inspection/i.test(match[0]))) continue;
    const end = match.index + match[0].length;
    const date = findDates(unit.text).find((mention) => mention.from >= end - 1);
    if (date?.range && date.range.start === date.range.end && date.from - end < 3)
      return { value: date.range.start, span: unit.spanOf(date.from, date.to) };
  }
  return null;
}

/** Blocks of a monitoring report that are looked at for its outcome. */
const MOST_BLOCKS = 300;

/** Everything the rules, the schedule and the command line ask of a document. Facts in front matter are not mixed in: see `knownFacts`. */
export function readFacts(model: Model, actions: Facts['actions']): Facts {
  const head = preamble(model);
  const report = isReportKind(model.kind);
  const planOrNote = model.kind !== null && !report;
  const outcomeSection = model.section('inspection-outcome');
  const outcomeProse = outcomeSection ? model.proseIn(outcomeSection) : [];
  const joined = new JoinedProse(outcomeProse.filter((unit) => unit.kind !== 'heading'));
  const statements = model.kind === 'full-inspection-report' ? outcomeStatements(joined) : planOrNote ? toldOutcome(model) : [];
  const outcomes = new Set(statements.map((statement) => statement.outcome));
  // No heading of a monitoring report is known, so what it says is looked for in all of its text.
  const monitoring = model.kind === 'monitoring-inspection-report';
  const units = monitoring
    ? model.blocks
        .slice(0, MOST_BLOCKS)
        .flatMap((placed) => model.unitsOf(placed))
        .filter(({ kind }) => kind !== 'heading')
    : [];
  return {
    localArea: localAreaOf(model),
    inspection: planOrNote
      ? inspectionOfPlan(model, head)
      : monitoring
        ? (withDays(inspectionOf(head)) ?? visitIn(units) ?? inspectionOf(head))
        : inspectionOf(head),
    previousInspections: previousOf(head),
    outcomeStatements: statements,
    outcome: outcomes.size === 1 ? ([...outcomes][0] as OutcomeId) : null,
    nextFullInspection: report ? nextFullInspection(monitoring ? new JoinedProse(units) : joined) : null,
    effectiveAction: monitoring ? effectiveAction(units, outcomeProse) : null,
    monitoringInspection: report ? monitoringInspection(joined) : null,
    strategicPlanRequested: report ? strategicPlanRequest(joined) : null,
    priorityActionPlanRequired: report ? priorityActionPlanRequirement(joined) : null,
    areasForImprovement: report ? areasOf(model, 'areas-for-improvement', 'AFI') : [],
    areasForPriorityAction: report ? areasOf(model, 'priority-action', 'APA') : [],
    team: report ? teamOf(model) : { ofsted: [], cqc: [] },
    partners: partnersOf(model),
    copyrightYear: copyrightOf(model),
    published: publishedOf(head, isPlanKind(model.kind)),
    reportPublished: planOrNote ? toldPublication(model) : null,
    actions,
  };
}

export type { Span };
