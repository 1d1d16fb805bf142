import type { Section, SendDocument } from '../../document/index.js';
import { sectionInfo } from '../../framework/sections.js';
import { SOURCES, cite } from '../../framework/sources.js';
import type { SectionId, Span } from '../../framework/types.js';
import { gentleInMonitoring, REPORTS, type DocumentRule, type Fix } from '../rule.js';
import { lineBreakOf } from '../support/headings.js';
import { endOf, gapBefore, insertBlocks, placeBetween, startOf } from '../support/placement.js';
import { largest } from '../../text/lists.js';

/** No template of a monitoring report could be read: only what must hold in any report is compared there. */
const IN_MONITORING: readonly SectionId[] = ['inspection-outcome', 'partnership-details', 'inspection-team'];

const rule: DocumentRule = {
  id: 'section-order',
  title: 'The sections of a report stand in the framework’s order',
  severity: gentleInMonitoring('warning'),
  kinds: REPORTS,
  source: cite(SOURCES.publishedReports, 'the same order in 56 of 56 reports'),
  rationale: 'Readers look for the same part in the same place in every area’s report.',
  help: 'Move the section, with all that belongs to it, to its place.',
  examples: {
    valid: [
      {
        kind: 'full-inspection-report',
        text: '## Inspection outcome\n\nText.\n\n## A heading of our own\n\n## Areas for improvement\n\n## Local area partnership details\n\n## Information about this inspection\n\n### Inspection team\n',
      },
      {
        title: 'a monitoring report in an order of its own',
        kind: 'monitoring-inspection-report',
        text: '## Information about this inspection\n\n## Areas for priority action\n\n## Inspection outcome\n\n## Information about the local area partnership\n\n## Inspection team\n',
      },
    ],
    invalid: [
      {
        title: 'two sections that changed places',
        kind: 'full-inspection-report',
        text: '## Local area partnership details\n\nDetails.\n\n## Inspection team\n\nTeam.\n\n## Information about this inspection\n\nText.\n\n---\n\nClosing.\n',
        finds: [{ at: 'Inspection team', message: /after “Information about this inspection”/ }],
        fixed:
          '## Local area partnership details\n\nDetails.\n\n## Information about this inspection\n\nText.\n\n## Inspection team\n\nTeam.\n\n---\n\nClosing.\n',
      },
      {
        title: 'a section with its parts and its comment, from the end of the text',
        kind: 'full-inspection-report',
        text: '## Information about this inspection\n\nText.\n\n### Inspection team\n\nTeam.\n\n<!-- area-send-disable-next-line spelling: a reason -->\n## Inspection outcome\n\n### Part\n\nOutcome.',
        finds: [{ at: 'Inspection outcome', message: /before “Information about this inspection”/ }],
        fixed:
          '<!-- area-send-disable-next-line spelling: a reason -->\n## Inspection outcome\n\n### Part\n\nOutcome.\n\n## Information about this inspection\n\nText.\n\n### Inspection team\n\nTeam.\n',
      },
      {
        title: 'several sections out of place',
        kind: 'full-inspection-report',
        text: '## Areas for improvement\n\nC.\n\n## Inspection outcome\n\nA.\n\n## Information about the local area partnership\n\nB.\n\n## Inspection team\n\nE.\n\n## Local area partnership details\n\nD.\n',
        finds: [{ at: 'Areas for improvement' }, { at: 'Inspection team' }],
        fixed:
          '## Inspection outcome\n\nA.\n\n## Information about the local area partnership\n\nB.\n\n## Areas for improvement\n\nC.\n\n## Local area partnership details\n\nD.\n\n## Inspection team\n\nE.\n',
      },
    ],
  },
  check(document, report) {
    const placed = orderedSections(document);
    const inPlace = longestIncreasing(placed.map(({ order }) => order)).map((index) => placed[index]!);
    for (const item of placed) {
      if (inPlace.includes(item)) continue;
      const before = inPlace.findLast(({ order }) => order < item.order);
      const after = inPlace.find(({ order }) => order > item.order);
      const anchor = before && before.section.span.start > item.section.span.start ? before : (after ?? before);
      if (!anchor) continue;
      const where = anchor.order < item.order ? 'after' : 'before';
      report({
        at: item.section.heading!.textSpan,
        message: `This section belongs ${where} “${anchor.section.heading!.text}”. Move it there, so that readers find it where every report has it.`,
        fixes: move(document, item, before?.section, after?.section),
        related: [{ span: anchor.section.heading!.textSpan, message: `It belongs ${where} this section.` }],
      });
    }
  },
};

interface Ordered {
  readonly section: Section;
  readonly order: number;
}

/** The sections that have a place, each where it stands first. */
function orderedSections(document: SendDocument): Ordered[] {
  const seen = new Set<SectionId>();
  const list: Ordered[] = [];
  for (const section of document.sections) {
    const order = section.id ? (sectionInfo(section.id)?.order ?? null) : null;
    if (!section.heading || !section.id || order === null || seen.has(section.id)) continue;
    if (document.kind === 'monitoring-inspection-report' && !IN_MONITORING.includes(section.id)) continue;
    seen.add(section.id);
    list.push({ section, order });
  }
  return list;
}

/** Indexes of the longest increasing run of values, not necessarily neighbours; of several equally long ones the one that stands last. */
function longestIncreasing(values: readonly number[]): number[] {
  const lengths: number[] = [];
  const next: number[] = [];
  for (let at = values.length - 1; at >= 0; at--) {
    lengths[at] = 1;
    next[at] = -1;
    for (let later = values.length - 1; later > at; later--) {
      if (values[later]! > values[at]! && lengths[later]! + 1 > lengths[at]!) {
        lengths[at] = lengths[later]! + 1;
        next[at] = later;
      }
    }
  }
  const run: number[] = [];
  for (let at = lengths.lastIndexOf(largest(lengths)); at >= 0; at = next[at]!) run.push(at);
  return run;
}

/** Moves a section after the one before it, or before the one after it; nothing when that would tear something apart. */
function move(document: SendDocument, { section, order }: Ordered, before: Section | undefined, after: Section | undefined): Fix[] {
  const { text } = document;
  const from: Span = { start: startOf(document, section), end: endOf(document, section) };
  const inside = (offset: number): boolean => offset > from.start && offset < from.end;
  const target = placeBetween(document, before, after);
  if (target < 0 || inside(target) || target === from.start || target === from.end) return [];
  const switches = document.comments
    .filter(({ span }) => span.start >= from.start && span.end <= from.end)
    .map((comment) => /^area-send-(disable|enable)\b(?!-next-line)/.exec(comment.text)?.[1]);
  if (switches.filter((kind) => kind === 'disable').length !== switches.filter((kind) => kind === 'enable').length) return [];
  if (skipsLevels(document, from, target)) return [];

  const content = text.slice(from.start, from.end).trimEnd();
  const insertion = insertBlocks(document, target, content);
  // What stood before the last section becomes the end of the text.
  const deletion =
    from.end >= text.length
      ? { start: text.slice(0, from.start).trimEnd().length, end: from.end, text: lineBreakOf(document) }
      : { ...from, text: gapBefore(document, from.start) };
  if (insertion.start > deletion.start && insertion.start < deletion.end) return [];
  // Behind an empty line at the end of the text none brings an empty line of its own: those are moved one at a time.
  const isAlone = text.slice(target).trim() === '' && !/^[\r\n]/.test(insertion.text);
  const edits = [deletion, insertion].map((edit) => (isAlone ? edit : { ...edit, order }));
  return [{ title: 'Move the section to its place', kind: 'fix', edits }];
}

/** Whether the headings would skip more levels after the move than before it. */
function skipsLevels(document: SendDocument, from: Span, target: number): boolean {
  const skips = (depths: readonly number[]): number => depths.filter((depth, index) => index > 0 && depth > depths[index - 1]! + 1).length;
  const moved = document.headings.filter(({ span }) => span.start >= from.start && span.start < from.end);
  const rest = document.headings.filter((heading) => !moved.includes(heading));
  const at = rest.findIndex(({ span }) => span.start >= target);
  const order = at < 0 ? [...rest, ...moved] : [...rest.slice(0, at), ...moved, ...rest.slice(at)];
  return skips(order.map(({ depth }) => depth)) > skips(document.headings.map(({ depth }) => depth));
}

export default rule;
