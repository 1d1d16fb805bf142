import { isReportKind } from '../../framework/types.js';
import { normaliseHeading, type Section, type SendDocument } from '../../document/index.js';
import { SOURCES, cite } from '../../framework/sources.js';
import { gentleInMonitoring, ALL_KINDS, type DocumentRule } from '../rule.js';
import { hasOwnHeading } from '../support/sections.js';

const rule: DocumentRule = {
  id: 'duplicate-section',
  title: 'Each of the framework’s sections stands once',
  severity: gentleInMonitoring('error'),
  kinds: ALL_KINDS,
  source: cite(SOURCES.publishedReports, 'each section once in 56 of 56 reports'),
  rationale: 'With the same section twice, readers cannot know which of the two holds, and half of what belongs together is easily missed.',
  help: 'Bring the two together under one heading, or give the second a heading that says what it is about.',
  examples: {
    valid: [
      {
        kind: 'full-inspection-report',
        text: '## Areas for improvement\n\n### Area for improvement 1\n\n### Area for improvement 2\n\n### Areas for improvement\n\n## Information about this inspection\n\n### Inspection team\n',
      },
      {
        title: 'the same part under each priority',
        kind: 'strategic-plan',
        text: '## Priority 1\n\n### Actions\n\n### Governance\n\n## Priority 2\n\n### Actions\n\n### Governance\n',
      },
      {
        title: 'the same parts again and again at one level',
        kind: 'strategic-plan',
        text: '## Priority 1\n\n## Governance\n\n## What we will see\n\n## Priority 2\n\n## Governance\n\n## What we will see\n',
      },
      {
        title: 'two sections on one subject with headings of their own',
        kind: 'strategic-plan',
        text: '## Governance\n\n## How we will check progress\n\n## Alternative provision\n\n## Our priorities for alternative provision\n',
      },
      {
        title: 'findings for each area',
        kind: 'monitoring-inspection-report',
        text: '## Area 1\n\n### Findings\n\n## Area 2\n\n### Findings\n',
      },
      {
        title: 'topics of a meeting',
        kind: 'engagement-meeting-note',
        text: '## Waiting times\n\n### Discussion\n\n### Agreed actions\n\n## Plans\n\n### Discussion\n\n### Agreed actions\n',
      },
    ],
    invalid: [
      {
        title: 'a section of a report that stands twice',
        kind: 'full-inspection-report',
        text: '## Inspection outcome\n\nText.\n\n## Areas for improvement\n\n## Inspection outcome\n\nMore text.\n',
        finds: [{ at: 'Inspection outcome', message: /stands here again/ }],
      },
      {
        title: 'two forms of one heading, one of them misspelt',
        kind: 'full-inspection-report',
        text: '## What is the area partnership doing that is effective?\n\n## What is the local area partnership doing that is effctive?\n',
        finds: [{ at: 'What is the local area partnership doing that is effctive?' }],
      },
      {
        title: 'a section of a plan',
        kind: 'strategic-plan',
        text: '## Governance\n\nText.\n\n## Actions\n\n## 7. Governance\n\nText.\n',
        finds: [{ at: '7. Governance' }],
      },
    ],
  },
  check(document, report) {
    const candidates = document.sections.filter(
      (section) =>
        section.heading &&
        section.id &&
        section.parent?.id !== section.id &&
        section.match !== 'none' &&
        mayRepeat(document, section) &&
        (section.match === 'near' || hasOwnHeading(section)),
    );
    const repeated: { section: Section; first: Section }[] = [];
    const firsts: Section[] = [];
    for (const section of candidates) {
      const first = firsts.find((other) => isTwin(document, other, section));
      if (first) repeated.push({ section, first });
      else firsts.push(section);
    }
    if (!isReportKind(document.kind) && repeated.length > 0 && repeatsAsPattern(document, repeated[0]!.section)) return;
    for (const { section, first } of repeated) {
      report({
        at: section.heading!.textSpan,
        message: `The section “${first.heading!.text}” stands here again. Bring the two together, or give this one a heading of its own.`,
        related: [{ span: first.heading!.textSpan, message: 'The section stands here first.' }],
      });
    }
  },
};

/** Actions come in many parts of a plan. */
const mayRepeat = (document: SendDocument, section: Section): boolean => isReportKind(document.kind) || section.id !== 'plan-actions';

/** The same section, at the same level, neither within the other. */
function isTwin(document: SendDocument, first: Section, second: Section): boolean {
  if (first.id !== second.id || first.depth !== second.depth) return false;
  // “Area for improvement 1” and “Area for improvement 2” are parts of a section.
  if ([first, second].some(({ match, heading }) => match === 'near' && /\d\W*$/.test(heading!.text))) return false;
  // In a full report every section has its one place; elsewhere the parts of a section may be alike.
  if (document.kind === 'full-inspection-report') return true;
  return first.parent === second.parent && (isReportKind(document.kind) || sameHeading(first, second));
}

const sameHeading = (first: Section, second: Section): boolean =>
  normaliseHeading(first.heading!.text) === normaliseHeading(second.heading!.text);

/** Whether other headings at the same level come again as well, so that the document repeats a pattern of parts. */
function repeatsAsPattern(document: SendDocument, section: Section): boolean {
  const counts = new Map<string, number>();
  for (const other of document.sections) {
    if (!other.heading || other.depth !== section.depth || other.parent !== section.parent || sameHeading(other, section)) continue;
    const key = normaliseHeading(other.heading.text);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts.values()].some((count) => count > 1);
}

export default rule;
