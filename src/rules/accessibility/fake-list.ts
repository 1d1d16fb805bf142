import type { Node, Paragraph, Parent } from 'mdast';
import { blocksWith, matchesOf, perBlock, type Block, type FlowNode, type SendDocument } from '../../document/index.js';
import { ACCESSIBLE_SOURCES } from '../../framework/accessible-documents.js';
import type { Span } from '../../framework/types.js';
import { ALL_KINDS, type DocumentRule, type TextEdit } from '../rule.js';
import { moved, spanOf } from '../support/nodes.js';
import { TYPED_BULLET } from '../../text/bullets.js';
import { append } from '../../text/lists.js';

const DASH = '[–—]';
/** At the start of a line; the text may follow without a space. */
const BULLET = new RegExp(`^(?<mark>${TYPED_BULLET}|(?:${DASH}|o)(?=[ \\t\\u00A0]))[ \\t\\u00A0]{0,8}(?=\\S)`, 'u');
const BREAK = /(?:[ ]{2,40}|\\)?(?:\r\n|\n|\r)[ \t]{0,20}|<br[ ]?\/?>[ \t]{0,20}(?:(?:\r\n|\n|\r)[ \t]{0,20})?/gi;

/** A typed bullet at the start of a line of a paragraph. */
interface Mark {
  readonly sign: string;
  /** The sign and the space after it. */
  readonly at: Span;
  /** The line break before it; null at the start of the paragraph. */
  readonly lineBreak: Span | null;
  /** What indents a continued line of the paragraph. */
  readonly indent: string;
  /** In a real list already, or in a quotation. */
  readonly inside: 'list' | 'quotation' | null;
}

interface Found {
  readonly paragraph: Paragraph;
  readonly inside: Mark['inside'];
}

/** Paragraphs outside tables, with the construct around them. */
function paragraphsIn(node: Node, inside: Mark['inside'], into: Found[]): void {
  if (node.type === 'paragraph') into.push({ paragraph: node as Paragraph, inside });
  else if (node.type === 'list' || node.type === 'listItem' || node.type === 'blockquote') {
    const next = node.type === 'blockquote' ? 'quotation' : inside === 'quotation' ? inside : 'list';
    for (const child of (node as Parent).children) paragraphsIn(child, next, into);
  }
}

function readMarks({ paragraph, inside }: Found, block: Block): Mark[] {
  const span = spanOf(paragraph);
  const source = block.text.slice(span.start, span.end);
  const marks: Mark[] = [];
  const indent = ' '.repeat(paragraph.position!.start.column - 1);
  const add = (from: number, lineBreak: Span | null): void => {
    const match = BULLET.exec(source.slice(from, from + 20));
    if (!match) return;
    const base = span.start;
    marks.push({
      sign: match.groups!.mark!,
      at: { start: base + from, end: base + from + match[0].length },
      lineBreak: lineBreak && moved(lineBreak, base),
      indent,
      inside,
    });
  };
  add(0, null);
  for (const match of matchesOf(source, BREAK))
    add(match.index + match[0].length, { start: match.index, end: match.index + match[0].length });
  return marks;
}

/** For each top-level node of a block, the bullets of each of its paragraphs that has some; null where no paragraph has. Spans are of the block. */
const bulletsIn = perBlock((block): readonly (readonly Mark[][])[] | null => {
  const found = block.nodes.map((node): readonly Mark[][] => {
    const paragraphs: Found[] = [];
    if (POSSIBLE.test(block.text.slice(node.position!.start.offset, node.position!.end.offset))) paragraphsIn(node, null, paragraphs);
    return paragraphs.map((paragraph) => readMarks(paragraph, block)).filter((marks) => marks.length > 0);
  });
  return found.some((paragraphs) => paragraphs.length > 0) ? found : null;
});
const blocksWithBullets = blocksWith(bulletsIn);

/** The bullets of each paragraph in a top-level node, at their place in the document. */
function marksIn({ node, placed }: FlowNode): readonly Mark[][] {
  return (bulletsIn(placed.block)?.[placed.block.nodes.indexOf(node)] ?? []).map((marks) =>
    marks.map((mark) => ({ ...mark, at: moved(mark.at, placed.start), lineBreak: mark.lineBreak && moved(mark.lineBreak, placed.start) })),
  );
}

/** Signs that stand for nothing else, so that one is enough. */
const SURE = /^[•◼■▪●○◦⁃∙\uF0A7\uF0B7]/u;

/** A run of typed bullets in one place: one list. */
interface FakeList {
  readonly marks: Mark[];
  /** Index in the flow of the last paragraph. */
  last: number;
}

function listsOf(document: SendDocument): FakeList[] {
  const lists: FakeList[] = [];
  document.flow.forEach((flow, index) => {
    const { type } = flow.node;
    if (type !== 'paragraph' && type !== 'list' && type !== 'blockquote') return;
    for (const marks of marksIn(flow)) {
      const open = lists.at(-1);
      // Paragraphs that follow each other belong to one list; so do the paragraphs of one list or quotation.
      const follows =
        open &&
        (open.last === index || (open.last === index - 1 && type === 'paragraph')) &&
        marks[0]!.lineBreak === null &&
        open.marks.at(-1)!.inside === marks[0]!.inside;
      if (follows) {
        append(open.marks, marks);
        open.last = index;
      } else lists.push({ marks: [...marks], last: index });
    }
  });
  // One dash opens the name under a quotation, one arrow a remark.
  return lists.filter(({ marks }) => marks.length > 1 || SURE.test(marks[0]!.sign));
}

const POSSIBLE = new RegExp(`${TYPED_BULLET}|${DASH}|(?:^|[\\n\\r])[ \\t]{0,20}o[ \\t\\u00A0]`, 'u');

/** Real list markup for typed bullets. A second kind of sign is one level down. */
function edits({ marks }: FakeList, document: SendDocument): TextEdit[] | null {
  if (marks.some(({ inside }) => inside === 'quotation')) return null;
  const outer = marks[0]!.sign;
  const eol = document.text.includes('\r\n') ? '\r\n' : '\n';
  return marks.map(({ sign, at, lineBreak, indent, inside }): TextEdit => {
    // "- • text" has a real bullet already.
    if (inside === 'list' && !lineBreak) return { ...at, text: '' };
    const level = sign === outer ? '' : '  ';
    return lineBreak ? { start: lineBreak.start, end: at.end, text: `${eol}${indent}${level}- ` } : { ...at, text: `${level}- ` };
  });
}

const rule: DocumentRule = {
  id: 'fake-list',
  title: 'Lists are marked as lists, not typed with bullets',
  severity: 'warning',
  kinds: ALL_KINDS,
  source: ACCESSIBLE_SOURCES.structure,
  rationale:
    'A screen reader says how many items a list has and lets people move from one to the next. Lines that only begin with a bullet are one long paragraph to it.',
  help: 'Begin each item with a hyphen and a space: “- first item”. Inside a table, bullets with line breaks may stay, because Markdown has no lists there.',
  examples: {
    valid: [
      { kind: 'strategic-plan', text: '- one\n- two\n\nText with a • in it – and a dash.\n' },
      {
        title: 'bullets in a table',
        kind: 'full-inspection-report',
        text: '| Areas for improvement |\n| --- |\n| Leaders should:<br>• improve plans<br>• listen |\n',
      },
      { title: 'the name under a quotation', kind: 'strategic-plan', text: '> “We feel heard.”\n\n– a parent in Draftham\n' },
    ],
    invalid: [
      {
        title: 'the second level of a list from Word',
        kind: 'strategic-plan',
        text: 'We will:\n\no train staff\no listen\n',
        finds: [{ at: 'o ' }],
        fixed: 'We will:\n\n- train staff\n- listen\n',
      },
      {
        kind: 'full-inspection-report',
        text: 'Text.\n\n• Short breaks are not shared fairly.\n\n•Families wait.\n\nMore.\n',
        finds: [{ at: '• ', message: /typed bullet/ }],
        fixed: 'Text.\n\n- Short breaks are not shared fairly.\n\n- Families wait.\n\nMore.\n',
      },
      {
        title: 'lines of one paragraph, in two levels',
        kind: 'strategic-plan',
        text: 'We want:\n◼ help early\n– in nursery\n◼ friends<br>◼ choices\n',
        finds: [{ at: '◼ ' }],
        fixed: 'We want:\n- help early\n  - in nursery\n- friends\n- choices\n',
      },
      { title: 'dashes', kind: 'strategic-plan', text: '– one\\\n– two\n', finds: [{ at: '– ' }], fixed: '- one\n- two\n' },
      {
        title: 'inside a list',
        kind: 'strategic-plan',
        text: '- • one\n- • two\n- We want:<br>• this<br>• that\n',
        finds: [{ at: '• ' }, { at: '• ' }],
        fixed: '- one\n- two\n- We want:\n  - this\n  - that\n',
      },
      { title: 'in a quotation', kind: 'strategic-plan', text: '> • one\n> • two\n', finds: [{ at: '• ' }] },
    ],
  },
  looksFor: [blocksWithBullets],
  check(document, report) {
    for (const list of listsOf(document)) {
      const changes = edits(list, document);
      report({
        at: list.marks[0]!.at,
        message:
          list.marks.length === 1
            ? 'This is a typed bullet, not a list. Begin the item with a hyphen and a space.'
            : `These ${list.marks.length} lines begin with a typed bullet and are no list. Begin each with a hyphen and a space.`,
        fixes: changes ? [{ title: 'Make it a list', kind: 'fix', edits: changes }] : [],
      });
    }
  },
};

export default rule;
