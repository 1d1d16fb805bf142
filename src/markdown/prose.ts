import type { Node, PhrasingContent, RootContent, TableRow as MdastRow } from 'mdast';
import type { Span } from '../text/span.js';
import type { Prose, ProseKind, Sentence } from './types.js';
import { splitSentences } from '../language/sentences.js';
import { matchesOf } from '../text/matches.js';

/** `<br>`, and the beginning of an item where a list stands in a cell as HTML. */
export const breaksLine = (html: string): boolean => /^<(?:br\s*\/?|li)>$/i.test(html);

/** A stretch of visible text and the source it comes from; of equal length when verbatim, else one indivisible piece. */
interface Run {
  readonly text: number;
  readonly textEnd: number;
  readonly source: number;
  readonly sourceEnd: number;
}

const REFERENCE = /^&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z][A-Za-z\d]{1,31});/;

/** Characters that nobody sees, and letters that are set as one; what a reader reads instead. */
const UNSEEN = /[\u00ad\u200b\u2060\ufeff\ufb00-\ufb04]/g;
const READ_AS: Readonly<Record<string, string>> = { '\ufb00': 'ff', '\ufb01': 'fi', '\ufb02': 'fl', '\ufb03': 'ffi', '\ufb04': 'ffl' };

/** Words that end no entry, label or line of an address: the sentence goes on in the next line. */
const LEADS_ON =
  /(?:^|\s)(?:a|an|and|are|as|at|by|for|from|has|have|his|in|is|its|nor|of|on|or|our|that|the|their|this|to|was|were|which|who|with)$|\d$(?<=(?:^|[\s(])\d{1,2})/i;
const MONTH = /^(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\p{Ll}*\b/u;
/** The letter that Word's second bullet becomes. */
const LETTER_BULLET = /^o[\t ]+\p{Lu}/u;
const STARTS_ENTRY = /^(?:[•◼▪–—*-]|o[\t ]+\p{Lu}|\d{1,3}[.)]\s|\p{Lu}[^.:\n]{1,30}(?::| [–—-] ))/u;

/** Shorter lines are those of addresses and lists, not of wrapped prose. */
const NARROWEST = 30;

/** Whether lines are prose wrapped at one width: the first word of each line does not fit behind the line before it, and one line begins inside a sentence. */
function isWrapped(lines: readonly string[]): boolean {
  const width = lines.reduce((widest, line) => Math.max(widest, line.length), 0);
  return (
    width >= NARROWEST &&
    lines.some((line, index) => index > 0 && /^\p{Ll}/u.test(line)) &&
    lines.every((line, index) => index === 0 || lines[index - 1]!.length + 1 + /^\S*/.exec(line)![0].length > width)
  );
}

const endsSentence = (line: string): boolean => /[.:;!?][’”"')\]]{0,2}$/.test(line);

/** Whether a line that does not end a sentence stops in the middle of one, by its last word or by the first of the next. */
function breaksSentence(line: string, next: string): boolean {
  if (/^\p{Ll}/u.test(next)) return true;
  const before = LEADS_ON.exec(line.slice(-8))?.[0];
  return before !== undefined && (!/\d/.test(before) || MONTH.test(next));
}

/** Whether the next line goes on with the sentence of this one; else the break may stand for the end of an entry, a label or a bullet. */
function goesOn(line: string, next: string, wrapped: boolean): boolean {
  const read = line.trimEnd();
  if (read === '' || endsSentence(read) || LETTER_BULLET.test(next)) return false;
  if (breaksSentence(read, next)) return true;
  // With nothing behind the break, markup begins the next line: often the bold label of the next field.
  return next !== '' && (wrapped || line.length >= 50) && !STARTS_ENTRY.test(next);
}

/** Shorter paragraphs may be an address or a few entries. */
const SHORTEST_PROSE = 100;

/**
 * Whether lines of unequal length are prose all the same, as where a text was wrapped twice or is broken at its phrases: no line begins an
 * entry, and most of those that do not end a sentence stop in the middle of one.
 */
function isRagged(lines: readonly string[]): boolean {
  let letters = lines[0]!.length;
  let inside = 0;
  let open = 0;
  for (let index = 1; index < lines.length; index++) {
    const next = lines[index]!;
    const before = lines[index - 1]!.trimEnd();
    letters += next.length;
    if (STARTS_ENTRY.test(next)) return false;
    if (endsSentence(before)) continue;
    if (breaksSentence(before, next)) inside++;
    else if (!goesOn(before, next, false)) open++;
  }
  return letters >= SHORTEST_PROSE && inside >= 2 && inside > open;
}

/** A text as it reads: of equal length, with plain spaces and hyphens, and without the line breaks of a source that is wrapped. */
function asRead(value: string): string {
  if (!/[\n\r\u00a0\u2007\u2009\u202f\u2011]/.test(value)) return value;
  const text = value
    .replace(/[\u00a0\u2007\u2009\u202f]/g, ' ')
    .replace(/\u2011/g, '-')
    .replace(/\r(?=\n)/g, '\u200b');
  const lines = text.split('\n');
  const shown = lines.map((line) => (line.endsWith('\u200b') ? line.slice(0, -1) : line));
  const wrapped = lines.length > 1 && (isWrapped(shown) || isRagged(shown));
  return lines.reduce((read, line, index) => `${read}${goesOn(shown[index - 1]!, shown[index]!, wrapped) ? ' ' : '\n'}${line}`);
}

/** Whether a stretch of the source holds these words and no markup; it may be wrapped. */
export const isPlainly = (source: string, text: string): boolean =>
  source === text ||
  source
    .replace(UNSEEN, '')
    .replace(/\s+/g, ' ')
    .replace(/\u2011/g, '-') === text.replace(/\s+/g, ' ');

class ProseBuilder {
  text = '';
  runs: Run[] = [];

  constructor(private readonly source: string) {}

  /** One indivisible piece. */
  piece(text: string, source: number, sourceEnd: number): void {
    const run = { text: this.text.length, textEnd: this.text.length + text.length, source, sourceEnd };
    // Most units have a single run: a list that grows from nothing takes room for seventeen.
    if (this.runs.length === 0) this.runs = [run];
    else this.runs.push(run);
    this.text += text;
  }

  /** A stretch that stands so in the source. */
  verbatim(text: string, source: number): void {
    let from = 0;
    for (const match of matchesOf(text, UNSEEN)) {
      if (match.index > from) this.piece(text.slice(from, match.index), source + from, source + match.index);
      from = match.index + 1;
      const read = READ_AS[match[0]];
      if (read) this.piece(read, source + match.index, source + from);
    }
    if (from < text.length) this.piece(text.slice(from), source + from, source + text.length);
  }

  /** The value of a text node, which differs from its source by escapes, references and line prefixes. */
  value(value: string, source: number, sourceEnd: number): void {
    const raw = this.source.slice(source, sourceEnd);
    const read = asRead(value);
    if (raw === value) {
      this.verbatim(read, source);
      return;
    }
    let from = 0;
    let at = 0;
    while (at < value.length && from < raw.length) {
      // The longest verbatim stretch.
      let length = 0;
      while (
        at + length < value.length &&
        value.charCodeAt(at + length) === raw.charCodeAt(from + length) &&
        raw.charCodeAt(from + length) !== 38 &&
        !(raw.charCodeAt(from + length) === 92 && length === 0 && value.charCodeAt(at) !== 92)
      )
        length++;
      if (length > 0) {
        this.verbatim(read.slice(at, at + length), source + from);
        at += length;
        from += length;
        continue;
      }
      const reference = raw.charCodeAt(from) === 38 ? REFERENCE.exec(raw.slice(from, from + 40))?.[0] : undefined;
      const isAmpersand = value.charCodeAt(at) === 38;
      if (reference && (!isAmpersand || /^&(?:amp|AMP|#38|#[xX]26);$/.test(reference))) {
        const width = value.codePointAt(at)! > 0xffff ? 2 : 1;
        this.piece(read.slice(at, at + width), source + from, source + from + reference.length);
        at += width;
        from += reference.length;
      } else if (isAmpersand && raw.charCodeAt(from) === 38) {
        this.piece('&', source + from, source + from + 1);
        at++;
        from++;
      } else {
        from++;
      }
    }
    if (at < value.length) this.piece(read.slice(at), sourceEnd, sourceEnd);
  }
}

class ProseUnit implements Prose {
  #sentences: readonly Sentence[] | null = null;

  constructor(
    readonly kind: ProseKind,
    readonly text: string,
    readonly span: Span,
    readonly quoted: number,
    private readonly runs: readonly Run[],
    readonly row?: number,
    readonly column?: number,
    readonly depth?: number,
  ) {}

  get sentences(): readonly Sentence[] {
    return (this.#sentences ??= splitSentences(this.text));
  }

  #find(index: number): Run | undefined {
    let low = 0;
    let high = this.runs.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.runs[middle]!.text <= index) low = middle;
      else high = middle - 1;
    }
    return this.runs[low];
  }

  sourceOf(from: number, to: number): Span {
    const first = Math.max(0, Math.min(from, this.text.length));
    const last = Math.max(first, Math.min(to, this.text.length));
    const startRun = this.#find(Math.min(first, Math.max(0, this.text.length - 1)));
    if (!startRun) return { start: this.span.start, end: this.span.start };
    const verbatim = (run: Run) => run.textEnd - run.text === run.sourceEnd - run.source;
    const start = verbatim(startRun)
      ? startRun.source + (first - startRun.text)
      : first >= startRun.textEnd
        ? startRun.sourceEnd
        : startRun.source;
    if (last === first) return { start, end: start };
    const endRun = this.#find(last - 1)!;
    const end = verbatim(endRun) ? endRun.source + (last - endRun.text) : endRun.sourceEnd;
    return { start, end: Math.max(start, end) };
  }
}

const spanOf = (node: Node): Span => ({ start: node.position!.start.offset!, end: node.position!.end.offset! });

function addPhrasing(builder: ProseBuilder, nodes: readonly PhrasingContent[]): void {
  for (const node of nodes) {
    const { start, end } = spanOf(node);
    switch (node.type) {
      case 'text':
        builder.value(node.value, start, end);
        break;
      case 'inlineCode':
        builder.piece('\uFFFC', start, end);
        break;
      case 'break':
        builder.piece('\n', start, end);
        break;
      case 'html':
        if (breaksLine(node.value)) builder.piece('\n', start, end);
        break;
      case 'image':
      case 'imageReference':
      case 'footnoteReference':
        break;
      default:
        if ('children' in node) addPhrasing(builder, node.children);
    }
  }
}

/** Comments and blanks at the start of a line of HTML, and then words, without any tag. */
const BEHIND_COMMENT = /^(?:<!--(?:[^-]|-(?!->))*-->[ \t]*)+(?=[^\s<][^<>\n\r]*$)/;

const textBetween = (source: string, start: number, end: number): PhrasingContent => ({
  type: 'text',
  value: source.slice(start, end),
  position: { start: { line: 1, column: 1, offset: start }, end: { line: 1, column: 1, offset: end } },
});

/** The visible text of a block, unit by unit. Offsets are those of the block. */
export function proseOf(source: string, nodes: readonly RootContent[]): readonly Prose[] {
  const units: Prose[] = [];

  const add = (
    kind: ProseKind,
    span: Span,
    children: readonly PhrasingContent[],
    quoted: number,
    row?: number,
    column?: number,
    depth?: number,
  ): void => {
    const builder = new ProseBuilder(source);
    addPhrasing(builder, children);
    if (builder.text.trim() !== '') units.push(new ProseUnit(kind, builder.text, span, quoted, builder.runs, row, column, depth));
  };

  // An explicit stack: nesting can be as deep as the text is long.
  const visit = (list: readonly Node[], inherited: ProseKind, inheritedQuotes: number): void => {
    const stack: { node: Node; kind: ProseKind; quoted: number }[] = [];
    for (let index = list.length - 1; index >= 0; index--) stack.push({ node: list[index]!, kind: inherited, quoted: inheritedQuotes });
    while (stack.length > 0) {
      const { node, kind, quoted } = stack.pop()!;
      const content = node as RootContent;
      switch (content.type) {
        case 'paragraph':
          add(kind, spanOf(content), content.children, quoted);
          break;
        case 'heading':
          add('heading', spanOf(content), content.children, quoted, undefined, undefined, content.depth);
          break;
        case 'table':
          content.children.forEach((row: MdastRow, rowIndex) => {
            row.children.forEach((cell, column) => {
              add(rowIndex === 0 ? 'header-cell' : 'cell', spanOf(cell), cell.children, quoted, rowIndex, column);
            });
          });
          break;
        case 'html': {
          // What stands behind a comment in its line is shown like any other text.
          const { start, end } = spanOf(content);
          const from = BEHIND_COMMENT.exec(content.value)?.[0].length ?? 0;
          if (from > 0 && source.startsWith(content.value, start))
            add(kind, { start: start + from, end }, [textBetween(source, start + from, end)], quoted);
          break;
        }
        case 'list':
        case 'listItem':
        case 'blockquote': {
          const next = content.type === 'blockquote' ? 'quote' : content.type === 'listItem' && kind !== 'quote' ? 'item' : kind;
          const depth = content.type === 'blockquote' ? quoted + 1 : quoted;
          for (let index = content.children.length - 1; index >= 0; index--)
            stack.push({ node: content.children[index]!, kind: next, quoted: depth });
          break;
        }
        default:
      }
    }
  };

  visit(nodes, 'paragraph', 0);
  return units;
}

/** Sentences of a prose unit, in order. A line break inside the unit ends a sentence only where it stands for `<br>` or a hard break before a bullet or capital. */
export const sentencesOf = (prose: Prose): readonly Sentence[] =>
  prose instanceof ProseUnit ? prose.sentences : splitSentences(prose.text);
