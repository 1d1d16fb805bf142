import { clip } from '../../text/words.js';
import type pc from 'picocolors';
import type { FactsJson } from '../../check/index.js';
import { formatRange, formatDate } from '../../document/index.js';
import { kindInfo } from '../../framework/kinds.js';
import { outcomeInfo } from '../../framework/wording.js';

/** Facts for people, one a line. `place` tells where a line stands. */
export function prettyFacts(facts: FactsJson, colors: ReturnType<typeof pc.createColors>, place: (line: number) => string): string {
  const lines: string[] = [colors.underline(facts.path)];
  const add = (label: string, value: string | null | false): void => {
    if (value) lines.push(`  ${colors.dim(label.padEnd(28))}${value}`);
  };
  add('Kind', facts.kind && kindInfo(facts.kind).name);
  add('Local area', facts.localArea);
  add('Inspection', facts.inspection && formatRange(facts.inspection));
  add('Previous inspections', facts.previousInspections.map(formatRange).join('; '));
  add('Outcome', facts.outcome && `${facts.outcome} (${outcomeInfo(facts.outcome).name})`);
  if (typeof facts.effectiveAction === 'boolean') add('Action', facts.effectiveAction ? 'effective' : 'not effective');
  add('Next full inspection', facts.nextFullInspectionMonths !== null && `within about ${facts.nextFullInspectionMonths} months`);
  add('Monitoring inspection', facts.monitoringInspectionMonths !== null && `within about ${facts.monitoringInspectionMonths} months`);
  add('Strategic plan', facts.strategicPlanRequested && 'to be updated and published');
  add('Priority action plan', facts.priorityActionPlanRequired && 'to be prepared and submitted');
  add('Published', facts.published && formatDate(facts.published));
  add('Local authority', facts.partners.localAuthority.join('; '));
  add('Integrated care board', facts.partners.integratedCareBoards.join('; '));
  for (const [label, people] of [
    ['Ofsted team', facts.team.ofsted],
    ['CQC team', facts.team.cqc],
  ] as const) {
    add(label, people.map(({ name, role }) => (role ? `${name} (${role})` : name)).join('; '));
  }
  for (const area of facts.areasForPriorityAction)
    add(`${area.id}, ${place(area.line)}`, `${clip(area.text, 90)} [${area.responsibleBodies.join('; ') || 'nobody named'}]`);
  for (const area of facts.areasForImprovement) add(`${area.id}, ${place(area.line)}`, clip(area.text, 90));
  for (const action of facts.actions)
    add(
      `${action.id}, ${place(action.line)}`,
      `${clip(action.text, 90)}${action.answers.length > 0 ? ` (answers ${action.answers.join(', ')})` : ''}${action.due ? `, due ${action.due}` : ''}`,
    );
  return lines.join('\n');
}
