import { SECTIONS, sectionInfo } from '../../framework/sections.js';
import { SOURCES, cite } from '../../framework/sources.js';
import { isReportKind, isPlanKind, type DocumentKind, type SectionId } from '../../framework/types.js';
import type { Section, SendDocument } from '../../document/index.js';
import { gentleInMonitoring, ALL_KINDS, type DocumentRule } from '../rule.js';
import { waitsInDraft } from '../support/placeholders.js';
import { hasContent, hasOwnHeading } from '../support/sections.js';

/** Parts of plans that no other rule asks after: the subjects that the framework names have rules of their own. */
const IN_PLANS: readonly SectionId[] = ['plan-introduction', 'plan-actions', 'publication', 'review', 'glossary'];

/** Whether areas for priority action belong in a full report at all, priority-action-areas knows: it reports an empty section too. */
const belongsToAnotherRule = (kind: DocumentKind, id: SectionId): boolean => kind === 'full-inspection-report' && id === 'priority-action';

/** A heading of a report is never there for its own sake, even where a report could do without the section. */
const required = (kind: DocumentKind): readonly SectionId[] =>
  isPlanKind(kind)
    ? IN_PLANS
    : SECTIONS.filter(
        (section) =>
          section.kinds.includes(kind) &&
          (section.requiredIn.includes(kind) || section.order !== null) &&
          !belongsToAnotherRule(kind, section.id),
      ).map((section) => section.id);

const rule: DocumentRule = {
  id: 'empty-section',
  title: 'Every section that the framework asks for says something',
  severity: gentleInMonitoring('error'),
  kinds: ALL_KINDS,
  source: cite(SOURCES.publishedReports, 'every section has content of its own in 56 of 56 reports'),
  rationale: 'A heading with nothing under it promises an answer that readers then do not find.',
  help: 'Write the section, or take its heading out if the document does not need it. Comments and gaps to fill do not count as content.',
  examples: {
    valid: [
      {
        kind: 'full-inspection-report',
        text: '## Inspection outcome\n\nText.\n\n## What is the area partnership doing that is effective?\n\n### Education\n\n- Schools do well.\n\n## Areas for improvement\n\n| Areas for improvement |\n| --- |\n| Leaders should act. |\n',
      },
      {
        title: 'a picture of the team',
        kind: 'full-inspection-report',
        text: '## Inspection team\n\n![The names of the inspectors](team.png)\n',
      },
    ],
    invalid: [
      {
        title: 'nothing, a comment, a gap',
        kind: 'full-inspection-report',
        text: '## Inspection outcome\n\n## Information about the local area partnership\n\n<!-- to do -->\n\n## What is the area partnership doing that is effective?\n\n- [insert what leaders do well]\n- TBC.\n\n## What does the area partnership need to do better?\n\n| |\n| --- |\n| |\n',
        finds: [
          { at: 'Inspection outcome', message: /nothing under it/ },
          { at: 'Information about the local area partnership' },
          { at: 'What is the area partnership doing that is effective?', message: /gaps/ },
          { at: 'What does the area partnership need to do better?' },
        ],
      },
      {
        title: 'gaps of a draft, which are work to be done',
        kind: 'full-inspection-report',
        text: '---\nstatus: draft\n---\n\n## Inspection outcome\n\n[insert the outcome]\n',
        finds: [{ at: 'Inspection outcome', message: /gaps/, severity: 'info' }],
      },
      {
        title: 'only another section within it',
        kind: 'full-inspection-report',
        text: '## Information about this inspection\n\n### Inspection team\n\nHarriet Penrose, HMI\n',
        finds: [{ at: 'Information about this inspection' }],
      },
      {
        title: 'a part of a plan',
        kind: 'strategic-plan',
        text: '## Actions\n\n## Review\n\n',
        finds: [{ at: 'Actions' }, { at: 'Review' }],
      },
    ],
  },
  check(document, report) {
    const ids = required(document.kind!);
    for (const section of document.sections) {
      if (!section.heading || !section.id || !ids.includes(section.id)) continue;
      if (!isReportKind(document.kind) && !hasOwnHeading(section)) continue;
      if (hasContent(document, section) || continuesBelow(document, section)) continue;
      const inside = document.proseIn(section).filter((unit) => unit.kind !== 'heading');
      const gaps = inside.length > 0;
      report({
        at: section.heading.textSpan,
        ...(waitsInDraft(document, inside) ? { severity: 'info' } : {}),
        message: gaps
          ? `“${section.heading.text}” has only gaps to fill. Write the section: ${aboutOf(section.id)}`
          : `“${section.heading.text}” has nothing under it. Write the section: ${aboutOf(section.id)}`,
      });
    }
  },
};

const aboutOf = (id: SectionId): string => {
  const about = sectionInfo(id)!.about;
  return `${about.charAt(0).toLowerCase()}${about.slice(1)}`;
};

/** In plans and notes a heading may open several sections of its own level, which say what it promises. */
function continuesBelow(document: SendDocument, section: Section): boolean {
  if (isReportKind(document.kind)) return false;
  const next = document.sections.find((other) => other.heading?.span.start === section.span.end && other.depth === section.depth);
  return (
    next !== undefined && (next.id === section.id || (next.id === null && section.id !== 'attendees' && section.id !== 'agreed-actions'))
  );
}

export default rule;
