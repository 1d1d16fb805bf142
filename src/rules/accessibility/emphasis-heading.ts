import type { Paragraph, PhrasingContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { blocksWith, matchHeading, normaliseHeading, perBlock, type FlowNode, type SendDocument } from '../../document/index.js';
import { ACCESSIBLE_SOURCES } from '../../framework/accessible-documents.js';
import { planFieldOf } from '../../framework/plan-columns.js';
import { sectionInfo } from '../../framework/sections.js';
import type { SectionId, Span } from '../../framework/types.js';
import { ALL_KINDS, REPORTS, type DocumentRule, type Fix } from '../rule.js';
import { moved, spanOf } from '../support/nodes.js';
import { NAMED_SECTIONS } from '../support/sections.js';

const MOST_WORDS = 12;

interface Line {
  readonly text: string;
  /** The words without the marks around them, block-relative. */
  readonly inner: Span;
  readonly bold: boolean;
}

const isBlank = (node: PhrasingContent): boolean => node.type === 'text' && node.value.trim() === '';

/** A paragraph that is nothing but one bold run, perhaps italic as well. */
function boldLine(paragraph: Paragraph): Line | null {
  const [first, ...rest] = paragraph.children.filter((node) => !isBlank(node));
  if (!first || rest.length > 0) return null;
  const strong =
    first.type === 'strong'
      ? first
      : first.type === 'emphasis' && first.children.length === 1 && first.children[0]!.type === 'strong'
        ? first.children[0]
        : null;
  if (
    !strong ||
    strong.children.length === 0 ||
    strong.children.some(({ type }) => type === 'break' || type === 'image' || type === 'link' || type === 'html')
  )
    return null;
  return {
    text: toString(strong).replace(/\s+/g, ' ').trim(),
    inner: { start: spanOf(strong.children[0]!).start, end: spanOf(strong.children.at(-1)!).end },
    bold: true,
  };
}

const isShort = (text: string): boolean => text.length <= 120 && !text.includes('\n');

/** Is a line, word for word, the heading of a section that a report has nowhere else? */
function isMissingHeading(document: SendDocument, text: string): boolean {
  if (!document.kind || !(REPORTS as readonly string[]).includes(document.kind) || !isShort(text)) return false;
  const { id } = matchHeading(document.kind, text);
  return (
    id !== null &&
    !document.section(id) &&
    sectionInfo(id)!.headings.some((heading) => normaliseHeading(heading) === normaliseHeading(text))
  );
}

/** A line of plain text. */
function plainLine(paragraph: Paragraph): Line | null {
  const [only, ...rest] = paragraph.children;
  return only?.type === 'text' && rest.length === 0 ? { text: only.value.trim(), inner: spanOf(only), bold: false } : null;
}

/** Lines of a block that may serve as headings. */
const linesIn = perBlock(({ nodes }): readonly { readonly node: Paragraph; readonly line: Line }[] | null => {
  const lines = nodes.flatMap((node) => {
    const line = node.type === 'paragraph' ? (boldLine(node) ?? plainLine(node)) : null;
    return node.type === 'paragraph' && line && (line.bold || isShort(line.text)) ? [{ node, line }] : [];
  });
  return lines.length > 0 ? lines : null;
});

const blocksWithLines = blocksWith(linesIn);

/** Does a bold line read as a heading: short, no sentence, no label, no quotation, no version or date? */
const readsAsHeading = (text: string): boolean =>
  /\p{L}{2}/u.test(text) &&
  text.length <= 90 &&
  text.split(' ').length <= MOST_WORDS &&
  !/[.!…:;,”"’)]$/.test(text) &&
  !/^[“"‘(•◼-]/.test(text) &&
  !/\b(?:version|draft|updated|dated|page) ?\d|\b(?:19|20)\d\d$/i.test(text) &&
  planFieldOf(text) === null;

const BODY = /\b(?:Council|Board|Trust|Partnership|Authority|NHS|Forum)\b/;

/** What stands under the line makes it a heading: a list, a table, a quotation or a paragraph that is no mere line. */
function headsSomething(next: FlowNode | undefined): boolean {
  if (!next) return false;
  const { node } = next;
  if (node.type === 'list' || node.type === 'table' || node.type === 'blockquote') return true;
  if (node.type !== 'paragraph') return false;
  const text = toString(node).trimEnd();
  return !boldLine(node) && (text.length > 60 || /[.:?]$/.test(text));
}

function levelFor(document: SendDocument, at: Span, id: SectionId | null): number | null {
  const before = document.headings.findLast(({ span }) => span.start < at.start);
  if (!before) return null;
  if (id && (REPORTS as readonly string[]).includes(document.kind!)) return 2;
  return Math.min(6, before.depth + 1);
}

function mend(document: SendDocument, at: Span, inner: Span, text: string): Fix | null {
  const { id } = matchHeading(document.kind!, text);
  const level = levelFor(document, at, id);
  // A second section of the same purpose is not for a tool to make.
  if (level === null || (id && document.section(id))) return null;
  const words = document.text
    .slice(inner.start, inner.end)
    .split(/\r\n|\n|\r/)
    .map((line) => line.trim())
    .join(' ')
    .trim();
  return { title: 'Make it a heading', kind: 'fix', edits: [{ ...at, text: `${'#'.repeat(level)} ${words}` }] };
}

const rule: DocumentRule = {
  id: 'emphasis-heading',
  title: 'Headings are marked as headings, not only in bold',
  severity: 'warning',
  kinds: ALL_KINDS,
  source: ACCESSIBLE_SOURCES.structure,
  rationale:
    'People who listen to a document jump from heading to heading, and the outline and the list of contents know headings only. A bold line is neither.',
  help: 'Put #, ## or ### before the words in place of the asterisks: one # more than the heading above.',
  examples: {
    valid: [
      {
        kind: 'strategic-plan',
        text: '# Exampleshire SEND strategic plan\n\n## Actions\n\n### How we do it\n\nWe meet **every month** and talk.\n',
      },
      {
        title: 'labels, quotations, names and sentences',
        kind: 'strategic-plan',
        text: '## Actions\n\n**What we will do:**\n\n- Train staff\n\n**Lead**\n\nHead of SEND, Exampleshire County Council, with many other people.\n\n**“We feel heard.”**\n\n**Everyone matters to us.**\n\nText that goes on and on.\n',
      },
      {
        title: 'names in the sign-off and a banner',
        kind: 'strategic-plan',
        text: '**Exampleshire County Council**\n\n# Exampleshire SEND strategic plan\n\n## Sign-off\n\n**Marian Holloway**\n\nExecutive Director of Children’s Services, who signed it in May 2026.\n',
      },
      {
        title: 'whose plan it is',
        kind: 'strategic-plan',
        text: '# Exampleshire SEND strategic plan\n\n**Exampleshire County Council and NHS Exampleshire Integrated Care Board**\n\nThis plan was written together with families in 2026.\n',
      },
      { title: 'a line above a line', kind: 'strategic-plan', text: '## Introduction\n\n**Marian Holloway**\n\nExecutive Director\n' },
    ],
    invalid: [
      {
        kind: 'strategic-plan',
        text: '# Exampleshire SEND strategic plan\n\n## Alternative provision\n\n**How we commission it**\n\nThe council commissions two units.\n\n__*Is it safe?*__\n\n- Officers\n',
        finds: [{ at: '**How we commission it**' }, { at: '__*Is it safe?*__' }],
        fixed:
          '# Exampleshire SEND strategic plan\n\n## Alternative provision\n\n### How we commission it\n\nThe council commissions two units.\n\n### *Is it safe?*\n\n- Officers\n',
      },
      {
        title: 'a heading of the framework',
        kind: 'full-inspection-report',
        text: '# Area SEND inspection of Exampleshire Local Area Partnership\n\nInspection outcome\n\nThe arrangements lead to inconsistent experiences.\n\n**Information about the local area partnership**\n\nExampleshire County Council and others are responsible.\n\n## Information about this inspection\n\nText.\n\n**Inspection team**\n\n| Ofsted |\n| --- |\n| A B, HMI |\n',
        finds: [{ at: 'Inspection outcome' }, { at: '**Information about the local area partnership**' }, { at: '**Inspection team**' }],
        fixed:
          '# Area SEND inspection of Exampleshire Local Area Partnership\n\n## Inspection outcome\n\nThe arrangements lead to inconsistent experiences.\n\n## Information about the local area partnership\n\nExampleshire County Council and others are responsible.\n\n## Information about this inspection\n\nText.\n\n## Inspection team\n\n| Ofsted |\n| --- |\n| A B, HMI |\n',
      },
    ],
  },
  looksFor: [blocksWithLines],
  check(document, report) {
    const title = document.headings.find(({ depth }) => depth === 1)?.span.start ?? 0;
    let index = 0;
    for (const { placed, value } of blocksWithLines(document))
      for (const { node, line } of value) {
        while (document.flow[index]!.placed !== placed || document.flow[index]!.node !== node) index++;
        const { span } = document.flow[index]!;
        if (span.start < title) continue;
        // A line under the title says whose document it is.
        const subtitle = document.flow[index - 1]?.span.start === title && title < span.start && BODY.test(line.text);
        const isHeading =
          isMissingHeading(document, line.text) ||
          (line.bold &&
            !subtitle &&
            readsAsHeading(line.text) &&
            headsSomething(document.flow[index + 1]) &&
            !isNames(document, span.start));
        if (!isHeading) continue;
        const fix = mend(document, span, moved(line.inner, placed.start), line.text);
        report({
          at: span,
          message: 'This line serves as a heading but is none for people who listen to the document. Mark it as a heading.',
          fixes: fix ? [fix] : [],
        });
      }
  },
};

function isNames(document: SendDocument, offset: number): boolean {
  for (let section = document.sectionAt(offset); section; section = section.parent)
    if (section.id && NAMED_SECTIONS.has(section.id)) return true;
  return false;
}

export default rule;
