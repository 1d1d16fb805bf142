import type { Table } from 'mdast';
import { sectionsFor, type SectionInfo } from '../framework/sections.js';
import { isReportKind, type DocumentKind, type SectionId, type Span } from '../framework/types.js';
import { align, normaliseText, tokenise, trimEnd } from '../text/align.js';
import { editDistance } from '../text/nearest.js';
import { boundedMap, byText } from '../memo/memo.js';
import type { FlowNode, HeadingInfo, Section } from './types.js';

/** Headings are compared without case, numbering, the shape of quotation marks and closing punctuation. */
export const normaliseHeading = byText((text): string =>
  trimEnd(
    normaliseText(text)
      .toLowerCase()
      .replace(/^(?:(?:section|part|chapter|appendix|annex) )?(?:\d{1,2}(?:\.\d{1,2}){0,3}|[ivx]{1,5}|[a-z])(?:[.):]|\s[–—-])\s+/, '')
      .replace(/^\d{1,2}(?:\.\d{1,2}){0,3}\s+/, ''),
    ' .:?!',
  ),
);

interface Match {
  readonly id: SectionId | null;
  readonly match: Section['match'];
  readonly expected?: string;
}

const NO_MATCH: Match = { id: null, match: 'none' };
const matches = boundedMap<Match>(5000);

/** Which of the kind's sections a heading opens. */
export const matchHeading = (kind: DocumentKind, text: string): Match => matches(`${kind}\n${text}`, () => findMatch(kind, text));

function findMatch(kind: DocumentKind, text: string): Match {
  const heading = normaliseHeading(text);
  if (heading === '') return NO_MATCH;
  const sections = sectionsFor(kind);
  for (const section of sections) {
    if (section.headings.some((accepted) => normaliseHeading(accepted) === heading)) return { id: section.id, match: 'accepted' };
  }
  const near = nearestHeading(sections, heading);
  if (near) return near;
  for (const section of sections) {
    if (section.synonyms.some((synonym) => synonym.test(text))) return { id: section.id, match: 'accepted' };
  }
  return NO_MATCH;
}

/** Only the fixed headings of reports can be misworded; a plan's headings are free. */
function nearestHeading(sections: readonly SectionInfo[], heading: string): Match | null {
  const tokens = tokenise(heading);
  if (tokens.length === 0 || tokens.length > 30) return null;
  let best: { id: SectionId; expected: string; score: number } | null = null;
  for (const section of sections) {
    if (section.order === null || section.synonyms.length > 0) continue;
    for (const accepted of section.headings) {
      const normal = normaliseHeading(accepted);
      // A slip of the pen: in a heading of two words, one misspelt word is half of it.
      if (normal.length >= 10 && Math.abs(normal.length - heading.length) <= 2 && editDistance(normal, heading) <= 2) {
        if (!best || best.score < 0.95) best = { id: section.id, expected: accepted, score: 0.95 };
        continue;
      }
      const wording = tokenise(normal);
      const found = align(wording, tokens, 0.5);
      if (!found) continue;
      // Both ways: nothing much missing and nothing much added. Singular for plural counts as near.
      const differing = found.differences.reduce(
        (sum, difference) => sum + Math.max(words(difference.expected), words(difference.actual)),
        0,
      );
      const outside = tokens.filter((token) => token.to <= found.from || token.from >= found.to).length;
      // In a long heading, other words at its end stand for those that are missing there.
      const gaps =
        wording.length >= 6 ? found.differences.reduce((sum, { expected, actual }) => sum + (actual === '' ? words(expected) : 0), 0) : 0;
      const score = 1 - (differing + Math.max(0, outside - gaps)) / wording.length;
      if (score >= (wording.length >= 6 ? 0.75 : 0.6) && (!best || score > best.score))
        best = { id: section.id, expected: accepted, score };
    }
  }
  return best ? { id: best.id, match: 'near', expected: best.expected } : null;
}

const words = (text: string): number => (text === '' ? 0 : text.split(' ').length);

interface TableHeader {
  readonly flowIndex: number;
  readonly cells: readonly string[];
}

/** Sections of a document, nested by heading level, in document order. The first level-1 heading is the title and opens none. */
export function buildSections(
  kind: DocumentKind,
  flow: readonly FlowNode[],
  headings: readonly HeadingInfo[],
  headerOf: (table: Table, node: FlowNode) => readonly string[],
  end: number,
): Section[] {
  const sections: Section[] = [];
  const title = headings.find((heading) => heading.depth === 1);
  const isReport = isReportKind(kind);

  // After the last table of a report, a rule opens the closing part.
  let closing = -1;
  if (isReport) {
    const lastHeading = headings.at(-1)?.flowIndex ?? -1;
    for (let index = flow.length - 1; index > lastHeading; index--) if (flow[index]!.node.type === 'thematicBreak') closing = index;
  }

  const open: { section: MutableSection; depth: number }[] = [];
  const close = (depth: number, at: number, flowEnd: number): void => {
    while (open.length > 0 && open.at(-1)!.depth >= depth) {
      const { section } = open.pop()!;
      section.span = { start: section.span.start, end: at };
      section.content = { start: section.content.start, end: at };
      section.flowEnd = flowEnd;
    }
  };

  for (const heading of headings) {
    if (heading === title) continue;
    close(heading.depth, heading.span.start, heading.flowIndex);
    const match = matchHeading(kind, heading.text);
    const section: MutableSection = {
      id: match.id,
      heading,
      depth: heading.depth,
      match: match.match,
      ...(match.expected ? { expected: match.expected } : {}),
      span: heading.span,
      content: { start: heading.span.end, end: heading.span.end },
      flowStart: heading.flowIndex + 1,
      flowEnd: heading.flowIndex + 1,
      parent: open.at(-1)?.section ?? null,
    };
    sections.push(section);
    open.push({ section, depth: heading.depth });
  }
  if (closing >= 0) {
    const rule = flow[closing]!;
    close(0, rule.span.start, closing);
    sections.push({
      id: 'closing',
      heading: null,
      depth: 2,
      match: 'none',
      span: { start: rule.span.start, end },
      content: { start: rule.span.end, end },
      flowStart: closing + 1,
      flowEnd: flow.length,
      parent: null,
    });
  } else {
    close(0, end, flow.length);
  }

  // A section that is only a table's header, as in some published reports.
  if (isReport) {
    const present = new Set(sections.map((section) => section.id));
    const headers: TableHeader[] = [];
    flow.forEach((node, flowIndex) => {
      if (node.node.type === 'table') headers.push({ flowIndex, cells: headerOf(node.node, node) });
    });
    for (const id of ['priority-action', 'areas-for-improvement'] as const) {
      if (present.has(id)) continue;
      const header = headers.find(({ cells }) => cells.some((cell) => matchHeading(kind, cell).id === id));
      if (!header) continue;
      const node = flow[header.flowIndex]!;
      const index = sections.findLastIndex((section) => section.flowStart <= header.flowIndex && header.flowIndex < section.flowEnd);
      sections.splice(index + 1, 0, {
        id,
        heading: null,
        depth: (sections[index]?.depth ?? 1) + 1,
        match: 'table-header',
        span: node.span,
        content: node.span,
        flowStart: header.flowIndex,
        flowEnd: header.flowIndex + 1,
        parent: sections[index] ?? null,
      });
    }
  }
  return sections;
}

type MutableSection = { -readonly [Key in keyof Section]: Section[Key] };

export const contains = (span: Span, offset: number): boolean => offset >= span.start && offset < span.end;

/** The heading that stands for the whole document: its title, else its first. */
export const titleHeading = ({ headings }: { readonly headings: readonly HeadingInfo[] }): HeadingInfo | undefined =>
  headings.find(({ depth }) => depth === 1) ?? headings[0];
