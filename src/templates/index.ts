/**
 * New documents and missing sections, as Markdown to complete. Pure: nothing here reads a file or the clock.
 * Every gap reads `[insert …]` and says what belongs there; the `placeholder` rule finds those that are left.
 */
import { areaName, documentDays, inspectionRange, type SendDocument } from '../document/index.js';
import { kindInfo } from '../framework/kinds.js';
import { sectionInfo } from '../framework/sections.js';
import { isPlanKind, isReportKind, type DocumentKind, type IsoDate, type SectionId } from '../framework/types.js';
import { contextOf, gap, type TemplateContext, type TemplateOptions } from './context.js';
import { MEETING, MEETING_SECTIONS, meetingEnding, meetingOpening } from './meetings.js';
import { PLAN_SECTIONS, REFORM_PLAN_SECTIONS, planBody } from './plans.js';
import { paragraphs, reportBody, reportOpening, reportSections, type Body } from './reports.js';

export { formatRange, NAMES_ONE_THING } from './context.js';
export { fileNameFor } from './file-name.js';
export type { KnownArea, KnownReport, TemplateOptions } from './context.js';
export { placeOf } from './order.js';
export { fromReport } from './from-report.js';
export { yamlPath };

/** A plain YAML scalar where YAML would read it as that text, quoted otherwise. */
const yamlText = (text: string): string =>
  /^\p{L}[\p{L}\p{N} ’,-]*$/u.test(text) && !/^(?:y|n|yes|no|true|false|on|off|null)$/i.test(text) ? text : JSON.stringify(text);

/** A path as a value of the front matter; quoted where it has to be. */
const yamlPath = (path: string): string => (/^[\w./][\w./ -]*$/.test(path) && path === path.trim() ? path : JSON.stringify(path));

/** Known facts as values, the others as comments that show how to write them. */
function frontMatter({ kind, edition, areaName, inspection, report }: TemplateContext, isDraft: boolean): string {
  const lines = [`document: ${kind}`, `edition: ${edition}`, ...(isDraft ? ['status: draft'] : [])];
  lines.push(areaName ? `localArea: ${yamlText(areaName)}` : '# localArea: Exampleshire');
  if (kind !== 'local-send-reform-plan' || inspection)
    lines.push(
      inspection
        ? `inspection: { start: ${inspection.start}, end: ${inspection.end} }`
        : '# inspection: { start: 2026-01-19, end: 2026-01-23 }',
    );
  if (kind !== 'engagement-meeting-note' && kind !== 'local-send-reform-plan')
    lines.push('# report: { received: 2026-03-12, published: 2026-03-26 }');
  if (isPlanKind(kind)) {
    if (kind !== 'local-send-reform-plan')
      lines.push(report?.path ? `respondsTo: ${yamlPath(report.path)}` : '# respondsTo: ../reports/exampleshire-2026.md');
    lines.push(
      kind === 'priority-action-plan'
        ? '# plan: { submitted: 2026-04-27, approved: 2026-06-16, published: 2026-06-18, review: 2027-01-28 }'
        : '# plan: { published: 2026-04-22, review: 2027-04-22 }',
    );
  }
  if (kind === 'engagement-meeting-note') lines.push('# engagementMeeting: { last: 2026-06-11, next: 2027-06-10 }');
  return `---\n${lines.join('\n')}\n---`;
}

const bodyOf = (id: SectionId, context: TemplateContext): Body | undefined =>
  isReportKind(context.kind) ? reportBody(id, context) : isPlanKind(context.kind) ? planBody(id, context) : MEETING[id];

function sectionText(id: SectionId, context: TemplateContext): string {
  const body = bodyOf(id, context);
  // The closing page has no heading: a rule sets it apart.
  if (id === 'closing') return body ? `---\n\n${body(context)}` : '';
  const info = sectionInfo(id);
  if (!info || (!body && !info.kinds.includes(context.kind))) return '';
  const about = `${info.about.charAt(0).toLowerCase()}${info.about.slice(1).replace(/\.$/, '')}`;
  return `## ${info.headings[0]!}\n\n${body ? body(context) : gap(about)}`;
}

/**
 * Heading and skeleton of one section, to insert where it is missing; ends without a line break.
 * Empty for a section that documents of this kind do not have.
 */
export const skeletonFor = (id: SectionId, kind: DocumentKind, options: Omit<TemplateOptions, 'kind'> = {}): string =>
  sectionText(id, contextOf({ ...options, kind }));

/** The skeleton of a section that a document lacks, with what the document says of its area, and the names of the document’s days. */
export function missingSection(id: SectionId, document: SendDocument, today: IsoDate): string {
  const kind = document.kind ?? 'strategic-plan';
  const area = areaName(document);
  const inspection = inspectionRange(document);
  const { outcome } = document.facts;
  return skeletonFor(id, kind, {
    bodies: document.bodies,
    ...(area ? { area } : {}),
    ...(outcome ? { outcome } : {}),
    ...(isReportKind(kind) ? (inspection ? { inspection } : {}) : { today: documentDays(document, today).to }),
  });
}

/** A whole new document: front matter, title, every section in its order, the fixed wording, and gaps for the rest. */
export function newDocument(options: TemplateOptions): string {
  const context = contextOf(options);
  const title = `# ${kindInfo(context.kind).titleTemplate.replace('{area}', () => context.area)}`;
  const sections = (ids: readonly SectionId[]): string[] => ids.map((id) => sectionText(id, context));
  const parts = isReportKind(context.kind)
    ? ['Local area partnership report', title, reportOpening(context), ...sections(reportSections(context))]
    : isPlanKind(context.kind)
      ? [title, ...sections(context.kind === 'local-send-reform-plan' ? REFORM_PLAN_SECTIONS : PLAN_SECTIONS)]
      : [title, meetingOpening(context), ...sections(MEETING_SECTIONS), meetingEnding(context)];
  return `${paragraphs(frontMatter(context, options.isDraft === true), ...parts)}\n`;
}
