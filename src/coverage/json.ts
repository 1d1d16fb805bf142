import type { SendDocument } from '../document/index.js';
import type { Coverage, CoverageState } from './coverage.js';

/** What `area-send coverage --format json` prints. */
export interface CoverageJson {
  version: 1;
  report: string;
  plans: string[];
  areas: {
    id: string;
    kind: 'improvement' | 'priority-action';
    text: string;
    line: number;
    responsibleBodies: string[];
    expected: boolean;
    state: CoverageState | null;
    earliest: string | null;
    latest: string | null;
    actions: {
      plan: string;
      id: string;
      reference: string | null;
      text: string;
      line: number;
      owner: string | null;
      due: string | null;
      status: string | null;
      state: CoverageState;
      by: 'id' | 'link' | 'wording';
    }[];
    suggestions: { plan: string; id: string; line: number; similarity: number }[];
  }[];
  uncovered: string[];
  unknown: { plan: string; area: string; line: number; actions: string[] }[];
  unassigned: { plan: string; id: string; line: number; text: string }[];
}

export function coverageJson(coverage: Coverage): CoverageJson {
  const line = (document: SendDocument, offset: number): number => document.lineColumn(offset).line;
  const path = (document: SendDocument): string => document.path ?? '';
  return {
    version: 1,
    report: path(coverage.report),
    plans: coverage.plans.map(path),
    areas: coverage.areas.map(({ area, kind, expected, state, earliest, latest, actions, suggestions }) => ({
      id: area.id,
      kind,
      text: area.text,
      line: line(coverage.report, area.span.start),
      responsibleBodies: [...area.responsibleBodies],
      expected,
      state,
      earliest,
      latest,
      actions: actions.map(({ plan, action, state: actionState, by }) => ({
        plan: path(plan),
        id: action.id,
        reference: action.reference?.text ?? null,
        text: action.text,
        line: line(plan, action.span.start),
        owner: action.owner?.text ?? null,
        due: action.dueDate ?? action.due?.text ?? null,
        status: action.status?.text ?? null,
        state: actionState,
        by,
      })),
      suggestions: suggestions.map(({ plan, action, reference, similarity }) => ({
        plan: path(plan),
        id: action.id,
        line: line(plan, reference.span.start),
        similarity: Math.round(similarity * 100) / 100,
      })),
    })),
    uncovered: coverage.uncovered.map(({ area }) => area.id),
    unknown: coverage.unknown.map(({ plan, reference, actions }) => ({
      plan: path(plan),
      area: reference.value,
      line: line(plan, reference.span.start),
      actions: actions.map(({ id }) => id),
    })),
    unassigned: coverage.unassigned.map(({ plan, action }) => ({
      plan: path(plan),
      id: action.id,
      line: line(plan, action.span.start),
      text: action.text,
    })),
  };
}
