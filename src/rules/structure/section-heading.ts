import { editDistance, matchHeading, normaliseHeading, type Section, type SendDocument } from '../../document/index.js';
import { SOURCES, cite } from '../../framework/sources.js';
import type { SectionId } from '../../framework/types.js';
import { gentleInMonitoring, ALL_KINDS, replaceWith, type DocumentRule } from '../rule.js';

const NUMBERING = /^(?:(?:section|part|appendix|annex) )?(?:\d{1,2}(?:\.\d{1,2}){0,3}|[a-z])[.):]\s+|^\d{1,2}\s+/i;

/** Plans have headings of their own; only reports can have one of them misworded, which the document model finds (`match` is 'near'). */
const rule: DocumentRule = {
  id: 'section-heading',
  title: 'The fixed headings of a report are worded as in the framework',
  severity: gentleInMonitoring('warning'),
  kinds: ALL_KINDS,
  source: cite(SOURCES.publishedReports, 'the same headings in 56 of 56 reports, one of them in two forms'),
  rationale: 'Readers find their way through every area’s report by the same headings, and a word left out of one changes what it asks.',
  help: 'Use the framework’s wording. With or without “(SEND)” and with “SEND” or “special educational needs and/or disabilities” are both accepted.',
  examples: {
    valid: [
      {
        kind: 'full-inspection-report',
        text: '## What is it like to be a child or young person with SEND in this area?\n\n## 2. Areas for Improvement\n\n## Inspection Team:\n',
      },
      {
        title: 'the long form',
        kind: 'full-inspection-report',
        text: '## What is it like to be a child or young person with special educational needs and/or disabilities (SEND) in this area?\n',
      },
      {
        title: 'parts of a section',
        kind: 'full-inspection-report',
        text: '## Areas for improvement\n\n### Area for improvement 1\n\n### Area for improvement 2\n\n## What is it like?\n\n### Outcomes\n',
      },
      {
        title: 'headings of a plan',
        kind: 'strategic-plan',
        text: '## What does our partnership need to do better?\n\n## Area of improvement\n',
      },
      {
        title: 'headings of a monitoring report',
        kind: 'monitoring-inspection-report',
        text: '## Information about the monitoring inspection\n\n## Areas for further improvement\n',
      },
    ],
    invalid: [
      {
        title: 'a word left out',
        kind: 'full-inspection-report',
        text: '## What is it like to be a child or young person SEND in this area?\n\nText.\n\n## 7. Areas of improvement\n',
        finds: [
          { at: 'What is it like to be a child or young person SEND in this area?', message: /with SEND in this area/ },
          { at: 'Areas of improvement' },
        ],
        fixed: '## What is it like to be a child or young person with SEND in this area?\n\nText.\n\n## 7. Areas for improvement\n',
      },
      {
        title: 'a word misspelt',
        kind: 'full-inspection-report',
        text: '## Inspecton team\n',
        finds: [{ at: 'Inspecton team' }],
        fixed: '## Inspection team\n',
      },
      {
        title: 'words changed',
        kind: 'full-inspection-report',
        text: '## What is the area partnership doing that is affective?\n\n## What does the partnership need to do better?\n',
        finds: [{ at: 'What is the area partnership doing that is affective?' }, { at: 'What does the partnership need to do better?' }],
        fixed: '## What is the area partnership doing that is effective?\n\n## What does the area partnership need to do better?\n',
      },
    ],
  },
  check(document, report) {
    for (const section of document.sections) {
      const { heading, expected, id } = section;
      if (section.match !== 'near' || !heading || !expected || !id) continue;
      if (!isTheSection(document, section, id)) continue;
      const words = document.text.slice(heading.textSpan.start, heading.textSpan.end);
      const at = { start: heading.textSpan.start + (NUMBERING.exec(words)?.[0].length ?? 0), end: heading.textSpan.end };
      report({
        at,
        message: `This looks like the heading “${expected}”, but it is worded differently. Use the framework’s words, so that readers find the same section in every report.`,
        fixes: [replaceWith(at, expected)],
      });
    }
  },
};

/** A heading that only resembles one counts for nothing where the real one stands elsewhere, or where several are alike: they are parts of a section. */
function isTheSection(document: SendDocument, section: Section, id: SectionId): boolean {
  // No template of a monitoring report could be read: only a slip of a few letters is surely one.
  if (document.kind === 'monitoring-inspection-report') {
    const heading = normaliseHeading(section.heading!.text);
    if (/\bmonitoring\b/.test(heading) || editDistance(heading, normaliseHeading(section.expected!)) > 5) return false;
  }
  const others = document.sections.filter((other) => other.id === id && other !== section);
  if (others.length > 0) return false;
  return !document.tables.some(
    ({ header, flowIndex }) =>
      (flowIndex < section.flowStart || flowIndex >= section.flowEnd) &&
      header.cells.some((cell) => {
        const match = matchHeading(document.kind!, cell.text);
        return match.id === id && match.match === 'accepted';
      }),
  );
}

export default rule;
