/* eslint-disable max-lines -- one reader: each kind of element changes the state that the next one is read in */
import { cleanText, symbolLetter } from '../clean.js';
import { Collector, over } from '../collector.js';
import {
  hasWords,
  paragraphBlock,
  plainText,
  wordsOf,
  type Block,
  type Cell,
  type Inline,
  type ListPlace,
  type TableRow,
} from '../model.js';
import { safeAddress, someOf, type Note } from '../notes.js';
import type { ImportWarningCode } from '../types.js';
import { childOf, childrenOf, descendantsOf, elementsOf, isElement, textOf, type XmlElement } from '../xml.js';
import type { Numbering } from './_numbering.js';
import { isOn, numberOf, valueOf, type OfficePackage, type Part } from '../office.js';
import { headingOfStyle, paragraphProperties, runProperties, type RunProperties, type Style, type Styles } from './_styles.js';
import { append } from '../../../text/lists.js';

/** What belongs to the whole document, not to one of its parts. */
export interface Reading {
  readonly package: OfficePackage;
  readonly styles: Styles;
  readonly numbering: Numbering;
  readonly notes: Note[];
  readonly changes: { insertions: number; deletions: number; moves: number };
  /** The words that each comment stands on, and its paragraph, by its id. */
  readonly anchors: Map<string, { words: string; paragraph: number }>;
  /** Footnotes and endnotes in the order in which they are referred to: “footnote/2”. */
  readonly noteIds: string[];
  /** Number of the paragraph or table that is being read; 1-based. */
  paragraph: number;
}

interface Field {
  code: string;
  /** Between its start and its separator: what it asks for, not what is shown. */
  asking: boolean;
  readonly form: XmlElement | undefined;
  shown: boolean;
}

/** Fields whose result belongs to the page, or to a list that is made anew. */
const FURNITURE_FIELD = /^\s*(?:TOC|PAGE|PAGEREF|NUMPAGES|SECTIONPAGES|SECTION|INDEX|TC|XE|TA|TOA|FILENAME|ADVANCE|SET|ASK|RD|PRIVATE)\b/i;
const CONTENTS_FIELD = /^\s*(?:TOC|INDEX|TOA)\b/i;
/** Styles of letters that stand for code. */
const CODE = /^(?:verbatim char|inline code|html code|source text)$/;
/** Drawing namespaces that this reader understands as well as Word does. */
const KNOWN_CHOICE = /^(?:wps|wpg|wpc|wp14|w14|w15|w16\w*|a14|c14|v2|wpi|dgm|c)$/;

interface RunStyle {
  readonly properties: RunProperties;
  readonly href: string | null;
}

class Paragraph extends Collector {
  sawContents = false;
  rule = false;
}

type Revision = 'deleted' | 'inserted' | null;

const ROW_CHANGE = { del: 'w:del', ins: 'w:ins' } as const;

/** Reads the blocks of one part: the document, a footnote, a comment. */
export class BodyReader {
  private readonly fields: Field[] = [];
  private readonly openComments = new Set<string>();
  /** The last change that was counted, so that what is changed in one go counts once. */
  private lastChange = '';
  private revision: Revision = null;
  private inTable = 0;
  private inBox = 0;
  /** A paragraph whose mark was deleted: the next one goes on in it. */
  private pending: Paragraph | null = null;
  /** Of what is read, and of nothing yet: they stand before what they name, or in it. */
  private bookmarks: string[] = [];
  private prompts: string[] = [];

  constructor(
    private readonly part: Part,
    private readonly reading: Reading,
  ) {}

  /** The names of the form fields that nobody filled in. */
  get emptyFields(): readonly string[] {
    return this.prompts;
  }

  blocks(container: XmlElement): Block[] {
    const blocks: Block[] = [];
    this.readBlocks(container, blocks);
    if (this.pending) {
      const rest = this.pending;
      this.pending = null;
      this.finish(rest, undefined, blocks);
    }
    return blocks;
  }

  private note(code: ImportWarningCode, what: string): void {
    this.reading.notes.push({ code, what, paragraph: this.reading.paragraph });
  }

  private get suppressed(): boolean {
    return this.fields.some(({ shown, asking }) => asking || !shown);
  }

  private readBlocks(container: XmlElement, blocks: Block[]): void {
    for (const element of elementsOf(container)) {
      switch (element.name) {
        case 'w:p':
          this.readParagraph(element, blocks);
          break;
        case 'w:tbl':
          this.readTable(element, blocks);
          break;
        case 'w:sdt':
          this.readBlockControl(element, blocks);
          break;
        case 'w:ins':
        case 'w:moveTo':
          this.revised('inserted', element, () => this.readBlocks(element, blocks));
          break;
        case 'w:del':
        case 'w:moveFrom':
          this.revised('deleted', element, () => this.readBlocks(element, []));
          break;
        case 'mc:AlternateContent':
          this.readBlocks(chosen(element) ?? element, blocks);
          break;
        case 'w:customXml':
        case 'w:smartTag':
        case 'w:sdtContent':
        case 'mc:Choice':
        case 'mc:Fallback':
          this.readBlocks(element, blocks);
          break;
        case 'w:altChunk':
          this.note(
            'unreadable-part',
            'Part of the document is kept as a file of another format inside it and was left out; open it in Word and save it.',
          );
          break;
        case 'w:subDoc':
          this.note(
            'external-content',
            'Part of the document is kept in another file and was not fetched; put its text into the document.',
          );
          break;
        default:
          this.readMark(element);
      }
    }
  }

  /** Bounds of comments and moves, which stand between anything. */
  private readMark(element: XmlElement): void {
    const id = element.attributes['w:id'] ?? '';
    if (element.name === 'w:commentRangeStart') {
      this.openComments.add(id);
      this.anchor(id);
    } else if (element.name === 'w:commentRangeEnd') this.openComments.delete(id);
    else if (element.name === 'w:moveToRangeStart') this.reading.changes.moves++;
    else if (element.name === 'w:bookmarkStart') this.bookmarks.push(element.attributes['w:name'] ?? '');
  }

  private anchor(id: string): { words: string; paragraph: number } {
    let anchor = this.reading.anchors.get(id);
    if (!anchor) this.reading.anchors.set(id, (anchor = { words: '', paragraph: this.reading.paragraph }));
    return anchor;
  }

  private revised(kind: Exclude<Revision, null>, element: XmlElement, read: () => void): void {
    const before = this.revision;
    this.revision = kind;
    read();
    this.revision = before;
    this.count(kind, element);
  }

  /** Counts a change once, however many pieces it is kept in. A move is counted where its bounds are. */
  private count(kind: 'deleted' | 'inserted', element: XmlElement): void {
    if (element.name.startsWith('w:move')) return;
    const change = `${kind}/${element.attributes['w:author'] ?? ''}/${this.reading.paragraph}`;
    if (change !== this.lastChange) this.reading.changes[kind === 'deleted' ? 'deletions' : 'insertions']++;
    this.lastChange = change;
  }

  private readBlockControl(control: XmlElement, blocks: Block[]): void {
    const properties = childOf(control, 'w:sdtPr');
    const content = childOf(control, 'w:sdtContent');
    if (!content) return;
    const gallery = valueOf(childOf(childOf(properties, 'w:docPartObj'), 'w:docPartGallery')) ?? '';
    if (/table of contents/i.test(gallery)) {
      blocks.push(paragraphBlock({ inlines: [], contents: true, paragraph: ++this.reading.paragraph }));
      return;
    }
    if (!isPrompt(properties)) return this.readBlocks(content, blocks);
    const inner: Block[] = [];
    this.readBlocks(content, inner);
    const prompt = asPrompt(wordsOf(inner));
    if (prompt === null) return;
    this.prompts.push(controlName(properties, prompt));
    const first = inner.find((block) => block.kind === 'paragraph');
    blocks.push(paragraphBlock({ ...(first ?? {}), inlines: [{ kind: 'text', text: prompt }], paragraph: this.reading.paragraph }));
  }

  // ---------------------------------------------------------------- paragraphs

  private readParagraph(element: XmlElement, blocks: Block[]): void {
    if (this.inTable === 0 && this.inBox === 0) this.reading.paragraph++;
    const properties = childOf(element, 'w:pPr');
    const mark = childOf(properties, 'w:rPr');
    const collector = this.pending ?? new Paragraph();
    this.pending = null;
    const style = this.reading.styles.ofParagraph(valueOf(childOf(properties, 'w:pStyle')));
    const base = over(over(this.reading.styles.run, style.run), {
      // The names of rows and columns are bold by what they are.
      ...(this.inTable > 0 && /^table head(?:ing|er)?$/.test(style.name) ? { bold: false } : {}),
      shaded: paragraphProperties(properties).shaded ?? style.paragraph.shaded,
    });
    // A table of contents that nothing ends must not take the document with it.
    if (this.inTable === 0 && headingOfStyle(style) !== null && this.fields.some(({ code }) => CONTENTS_FIELD.test(code)))
      this.fields.length = 0;
    const insideContents = this.fields.some(({ code }) => CONTENTS_FIELD.test(code));
    this.readRuns(element, { properties: base, href: null }, collector);
    if (insideContents) collector.sawContents = true;
    this.lastChange = this.lastChange.startsWith('row/') ? this.lastChange : '';
    const markDeleted = childOf(mark, 'w:del') ?? childOf(mark, 'w:moveFrom');
    // The words go on in the next paragraph, which has its own properties.
    if (markDeleted && !childOf(mark, 'w:ins')) {
      this.pending = collector;
      return;
    }
    // A drop cap is a paragraph of its own that the next one goes on from.
    if (childOf(properties, 'w:framePr')?.attributes['w:dropCap']?.match(/^(?:drop|margin)$/)) {
      this.pending = collector;
      return;
    }
    this.finish(collector, properties, blocks);
  }

  private finish(collector: Paragraph, properties: XmlElement | undefined, blocks: Block[]): void {
    const style = this.reading.styles.ofParagraph(valueOf(childOf(properties, 'w:pStyle')));
    const own = paragraphProperties(properties);
    const merged = over(over(this.reading.styles.paragraph, style.paragraph), own);
    const contents = collector.sawContents || /^(?:toc|table of (?:figures|authorities)|index) ?(?:\d|heading)?$/.test(style.name);
    const words = hasWords(collector.inlines);
    const codeStyle = /^(?:source code|code(?: block)?)(?: \(([\w+#.-]+)\))?$/.exec(style.name);
    const code = codeStyle !== null;
    const heading =
      !words || contents || code ? null : own.outline !== undefined && own.outline < 9 ? own.outline + 1 : headingOfStyle(style);
    // A paragraph without words still counts.
    const list = contents || code ? null : this.listPlace(merged.numbering, style, own.indent);
    const rule = !words && (collector.rule || childOf(childOf(properties, 'w:pBdr'), 'w:bottom') !== undefined);
    // A number that Word writes is text where the words refer to it: “see paragraph 2.1”.
    const compound = list?.compound && heading === null && words;
    const label: Inline[] = list?.label && (compound || (!words && this.inTable > 0)) ? [{ kind: 'text', text: `${list.label} ` }] : [];
    const inlines = [...label, ...collector.inlines];
    blocks.push(
      paragraphBlock({
        inlines: contents ? [] : inlines,
        heading,
        list: heading === null && !compound && words ? list : null,
        look: collector.look,
        code: code && words,
        ...(codeStyle?.[1] ? { language: codeStyle[1] } : {}),
        quote: /(?:^|\b)(?:intense quote|quote|quotations?|block text|block quotation)$/.test(style.name),
        continues: /^list continue(?: [2-5])?$/.test(style.name),
        rule,
        indent: merged.indent ?? null,
        contents,
        bookmarks: [...this.bookmarks],
        paragraph: this.reading.paragraph,
      }),
    );
    if (words) this.bookmarks = [];
    append(blocks, collector.boxes);
  }

  private listPlace(
    reference: { id: string | null; level: number } | undefined,
    style: Style,
    indent: number | undefined,
  ): (ListPlace & { compound: boolean }) | null {
    const numbered = reference ? this.reading.numbering.next(reference) : null;
    if (numbered) {
      return {
        ordered: numbered.ordered,
        number: numbered.number,
        label: numbered.label,
        compound: numbered.compound,
        key: numbered.list,
        level: numbered.level,
        indent: indent ?? numbered.indent,
      };
    }
    // “List Bullet 2” of programs that write no numbering.
    const named = reference?.id === '0' ? null : /^list bullet(?: ([1-9]))?$/.exec(style.name);
    return named
      ? {
          ordered: false,
          number: 1,
          label: null,
          compound: false,
          key: style.name,
          level: Number(named[1] ?? 1) - 1,
          indent: indent ?? null,
        }
      : null;
  }

  // ---------------------------------------------------------------- runs

  private readRuns(container: XmlElement, style: RunStyle, into: Paragraph): void {
    for (const element of elementsOf(container)) {
      switch (element.name) {
        case 'w:r':
          this.readRun(element, style, into);
          break;
        case 'w:hyperlink':
          this.readLink(element, style, into);
          break;
        case 'w:fldSimple':
          this.readSimpleField(element, style, into);
          break;
        case 'w:sdt':
          this.readRunControl(element, style, into);
          break;
        case 'w:ins':
        case 'w:moveTo':
          this.revised('inserted', element, () => this.readRuns(element, style, into));
          break;
        case 'w:del':
        case 'w:moveFrom':
          this.revised('deleted', element, () => this.readRuns(element, style, into));
          break;
        case 'w:smartTag':
        case 'w:customXml':
        case 'w:sdtContent':
        case 'w:dir':
        case 'w:bdo':
          this.readRuns(element, style, into);
          break;
        case 'mc:AlternateContent':
          this.readRuns(chosen(element) ?? element, style, into);
          break;
        case 'm:oMath':
        case 'm:oMathPara':
          this.readEquation(element, style, into);
          break;
        default:
          this.readMark(element);
      }
    }
  }

  private readEquation(element: XmlElement, style: RunStyle, into: Paragraph): void {
    const text = [...descendantsOf(element, 'm:t')].map(textOf).join('');
    if (text.trim() === '') return;
    this.note('equation', 'An equation was carried over as its letters only; check that it still says what it should.');
    this.emit(text, style, into);
  }

  private readLink(element: XmlElement, style: RunStyle, into: Paragraph): void {
    const relationship = this.part.relationships.get(element.attributes['r:id'] ?? '');
    const anchor = element.attributes['w:anchor'];
    const address = relationship?.external
      ? relationship.target + (anchor && !relationship.target.includes('#') ? `#${anchor}` : '')
      : undefined;
    const inside = anchor && !relationship ? `#${anchor}` : null;
    this.readRuns(element, { ...style, href: safeAddress(address) ?? inside ?? style.href }, into);
  }

  private readSimpleField(element: XmlElement, style: RunStyle, into: Paragraph): void {
    const code = element.attributes['w:instr'] ?? '';
    this.fields.push({ code, asking: false, form: undefined, shown: !FURNITURE_FIELD.test(code) });
    this.readRuns(element, { ...style, href: linkOfField(code) ?? style.href }, into);
    this.fields.pop();
  }

  private readRunControl(control: XmlElement, style: RunStyle, into: Paragraph): void {
    const properties = childOf(control, 'w:sdtPr');
    const content = childOf(control, 'w:sdtContent');
    if (!content) return;
    if (!isPrompt(properties)) return this.readRuns(content, style, into);
    const inner = new Paragraph();
    this.readRuns(content, style, inner);
    append(into.boxes, inner.boxes);
    const prompt = asPrompt(plainText(inner.inlines));
    if (prompt === null || this.suppressed) return;
    this.prompts.push(controlName(properties, prompt));
    this.emit(prompt, { ...style, properties: { ...style.properties, hidden: false } }, into);
  }

  private readRun(run: XmlElement, outer: RunStyle, into: Paragraph): void {
    const own = childOf(run, 'w:rPr');
    const character = this.reading.styles.ofRun(valueOf(childOf(own, 'w:rStyle')));
    const letters = over(over(outer.properties, character.run), runProperties(own));
    const style: RunStyle = { ...outer, properties: CODE.test(character.name) ? { ...letters, code: true } : letters };
    this.readRunContent(run, style, into);
  }

  private readRunContent(run: XmlElement, style: RunStyle, into: Paragraph): void {
    for (const element of elementsOf(run)) {
      switch (element.name) {
        case 'w:t':
        case 'm:t':
          this.emit(textOf(element), style, into);
          break;
        case 'w:tab':
        case 'w:ptab':
          this.emit('\t', style, into);
          break;
        case 'w:cr':
          this.emitBreak(style, into);
          break;
        case 'w:br':
          // A break of page or column is a break of the layout; words on both sides are still apart.
          if (/^(?:page|column)$/.test(element.attributes['w:type'] ?? '')) this.emit(' ', style, into);
          else this.emitBreak(style, into);
          break;
        case 'w:noBreakHyphen':
          this.emit('-', style, into);
          break;
        case 'w:sym': {
          const code = Number.parseInt(element.attributes['w:char'] ?? '', 16);
          const letter = Number.isNaN(code) ? null : symbolLetter(code, element.attributes['w:font'] ?? '');
          if (letter !== null) this.emit(letter, style, into);
          break;
        }
        case 'w:fldChar':
          this.readFieldMark(element, style, into);
          break;
        case 'w:instrText': {
          const field = this.fields.at(-1);
          if (field?.asking && this.revision !== 'deleted') field.code += textOf(element);
          break;
        }
        case 'w:footnoteReference':
        case 'w:endnoteReference': {
          if (this.revision === 'deleted' || this.suppressed) break;
          const id = `${element.name === 'w:footnoteReference' ? 'footnote' : 'endnote'}/${element.attributes['w:id'] ?? ''}`;
          if (!this.reading.noteIds.includes(id)) this.reading.noteIds.push(id);
          into.inlines.push({ kind: 'note', id });
          break;
        }
        case 'w:commentReference':
          this.anchor(element.attributes['w:id'] ?? '');
          break;
        case 'w:drawing':
        case 'w:pict':
        case 'w:object':
          if (this.revision !== 'deleted' && !this.suppressed) this.readDrawing(element, into);
          break;
        case 'w:ruby':
          this.readRuns(childOf(element, 'w:rubyBase') ?? element, style, into);
          break;
        case 'mc:AlternateContent':
          this.readRunContent(chosen(element) ?? element, style, into);
          break;
        default:
          this.readMark(element);
      }
    }
  }

  private readFieldMark(mark: XmlElement, style: RunStyle, into: Paragraph): void {
    if (this.revision === 'deleted') return;
    switch (mark.attributes['w:fldCharType']) {
      case 'begin':
        this.fields.push({ code: '', asking: true, form: childOf(mark, 'w:ffData'), shown: true });
        break;
      case 'separate': {
        const field = this.fields.at(-1);
        if (!field) break;
        field.asking = false;
        field.shown = !FURNITURE_FIELD.test(field.code);
        if (CONTENTS_FIELD.test(field.code)) into.sawContents = true;
        break;
      }
      case 'end': {
        const field = this.fields.pop();
        if (field && !this.suppressed) this.endField(field, style, into);
      }
    }
  }

  /** Form fields of old documents, and buttons whose words are their prompt. */
  private endField({ code, form, asking }: Field, style: RunStyle, into: Paragraph): void {
    if (/^\s*FORMCHECKBOX\b/i.test(code)) {
      const box = childOf(form, 'w:checkBox');
      const ticked = isOn(childOf(box, 'w:checked')) ?? isOn(childOf(box, 'w:default')) ?? false;
      this.emit(ticked ? '☒' : '☐', style, into);
    } else if (/^\s*FORMDROPDOWN\b/i.test(code)) {
      const list = childOf(form, 'w:ddList');
      const entries = childrenOf(list, 'w:listEntry');
      const entry = entries[numberOf(valueOf(childOf(list, 'w:result'))) ?? numberOf(valueOf(childOf(list, 'w:default'))) ?? 0];
      this.emit(valueOf(entry) ?? '', style, into);
    } else if (asking && /^\s*MACROBUTTON\b/i.test(code)) {
      const prompt = asPrompt(code.replace(/^\s*MACROBUTTON\s+\S+\s*/i, ''));
      if (prompt === null) return;
      this.prompts.push(prompt.slice(1, -1));
      this.emit(prompt, style, into);
    }
  }

  private isUnseen({ hidden, color, shaded, size }: RunProperties): boolean {
    if (hidden) return true;
    if (size !== undefined && size <= 1.5) return true;
    // White on white. In tables and boxes the ground may be coloured by a style.
    return color === 'ffffff' && !shaded && this.inTable === 0 && this.inBox === 0;
  }

  private emit(text: string, style: RunStyle, into: Paragraph): void {
    if (this.revision === 'deleted' || this.suppressed || text === '') return;
    const { properties } = style;
    const cleaned = cleanText(text, properties.font);
    if (cleaned === '') return;
    if (this.isUnseen(properties)) {
      if (/\S/.test(cleaned)) this.hiddenWords.push({ words: cleaned.trim(), paragraph: this.reading.paragraph });
      return;
    }
    const href = style.href ?? this.fieldLink;
    into.add(cleaned, properties, href);
    for (const id of this.openComments) this.anchor(id).words += cleaned;
  }

  readonly hiddenWords: { words: string; paragraph: number }[] = [];

  private get fieldLink(): string | null {
    for (const { code } of this.fields) {
      const link = linkOfField(code);
      if (link !== null) return link;
    }
    return null;
  }

  private emitBreak(style: RunStyle, into: Paragraph): void {
    if (this.revision === 'deleted' || this.suppressed || this.isUnseen(style.properties)) return;
    into.inlines.push({ kind: 'break' });
    for (const id of this.openComments) this.anchor(id).words += ' ';
  }

  // ---------------------------------------------------------------- drawings

  private readDrawing(element: XmlElement, into: Paragraph): void {
    const boxes = outermost(element, 'w:txbxContent');
    for (const box of boxes) {
      const blocks: Block[] = [];
      this.inBox++;
      const { pending } = this;
      this.pending = null;
      this.readBlocks(box, blocks);
      this.pending = pending;
      this.inBox--;
      const filled = blocks.filter((block) => block.kind === 'table' || hasWords(block.inlines));
      if (filled.length === 0) continue;
      append(into.boxes, filled);
      this.note(
        'text-box',
        'The text of a text box was put after the paragraph that it hangs on; check that it stands in the right place.',
      );
    }
    this.readPictures(element, into);
    if (element.name === 'w:object' && [...descendantsOf(element, 'o:OLEObject')].length > 0)
      this.note('embedded-object', 'An embedded file, for example a spreadsheet, was left out; put what it says into the text or a table.');
    for (const ids of descendantsOf(element, 'dgm:relIds')) this.readDiagram(ids.attributes['r:dm']);
    for (const chart of descendantsOf(element, 'c:chart')) this.readChart(chart.attributes['r:id'], element);
    const art = [...descendantsOf(element, 'v:textpath')]
      .map(({ attributes }) => cleanText(attributes['string'] ?? '').trim())
      .filter(Boolean);
    const shapes = [...descendantsOf(element, 'wps:wsp')].filter((shape) => childOf(shape, 'wps:txbx') === undefined);
    const drawn = shapes.flatMap((shape) => [...descendantsOf(shape, 'a:t')].map((text) => cleanText(textOf(text)).trim())).filter(Boolean);
    this.drawingWords([...art, ...drawn]);
  }

  private drawingWords(words: readonly string[]): void {
    if (words.length === 0) return;
    this.note('drawing-text', `A drawing has words that were left out (${someOf(words)}); say in the text or in a list what it shows.`);
  }

  private readDiagram(id: string | undefined): void {
    const target = this.part.relationships.get(id ?? '');
    const data = target && !target.external ? this.reading.package.part(target.target) : null;
    const words: string[] = [];
    for (const text of data ? descendantsOf(data.root, 'dgm:t') : []) {
      const said = cleanText([...descendantsOf(text, 'a:t')].map(textOf).join('')).trim();
      if (said !== '') words.push(said);
    }
    this.drawingWords(words);
  }

  private readChart(id: string | undefined, element: XmlElement): void {
    const target = this.part.relationships.get(id ?? '');
    const chart = target && !target.external ? this.reading.package.part(target.target) : null;
    const title = chart && [...descendantsOf(chart.root, 'c:title')][0];
    const name = title ? cleanText([...descendantsOf(title, 'a:t')].map(textOf).join('')).trim() : '';
    const described = [...descendantsOf(element, 'wp:docPr')].some(({ attributes }) => (attributes['descr'] ?? '') !== '');
    this.note(
      'drawing-text',
      `A chart${name === '' ? '' : ` (“${name}”)`} was left out${described ? '; only its description was kept' : ''}; put its figures into a table or the text.`,
    );
  }

  private readPictures(element: XmlElement, into: Paragraph): void {
    const drawings = [...descendantsOf(element, 'wp:inline'), ...descendantsOf(element, 'wp:anchor')];
    for (const drawing of drawings) {
      const properties = childOf(drawing, 'wp:docPr');
      const alt = altOf(properties);
      const decorative = [...descendantsOf(drawing, 'adec:decorative')].some(({ attributes }) => attributes['val'] !== '0');
      const blips = [...descendantsOf(drawing, 'a:blip')];
      const isPicture = blips.length > 0;
      const hasBox = [...descendantsOf(drawing, 'w:txbxContent')].length > 0;
      const isDiagram = [...descendantsOf(drawing, 'dgm:relIds')].length > 0;
      for (const blip of blips) this.noteExternal(blip.attributes['r:link'] ?? blip.attributes['r:embed']);
      if (decorative || (hasBox && !isPicture)) continue;
      if (isPicture) this.picture(alt, this.pictureName(blips[0]!.attributes['r:embed']), into);
      else if (alt !== '' && (!isDiagram || alt !== '')) this.picture(alt, '', into);
    }
    if (drawings.length > 0) return;
    if ([...descendantsOf(element, 'v:rect')].some(({ attributes }) => /^(?:t|1|true)$/.test(attributes['o:hr'] ?? ''))) {
      into.rule = true;
      return;
    }
    const seen = new Set<XmlElement>();
    for (const name of ['v:shape', 'v:rect', 'v:roundrect', 'v:oval', 'v:group', 'v:line']) {
      for (const shape of descendantsOf(element, name)) {
        if (seen.has(shape) || [...descendantsOf(shape, 'w:txbxContent')].length > 0) continue;
        seen.add(shape);
        const data = [...descendantsOf(shape, 'v:imagedata')][0];
        this.noteExternal(data?.attributes['r:id'] ?? data?.attributes['r:href']);
        const alt = cleanText(shape.attributes['alt'] ?? '').trim();
        if (element.name === 'w:object') continue;
        if (data || alt !== '') this.picture(alt, this.pictureName(data?.attributes['r:id']), into);
      }
    }
  }

  private pictureName(id: string | undefined): string {
    const target = this.part.relationships.get(id ?? '');
    return target && !target.external ? this.reading.package.pictures.nameOf(target.target) : '';
  }

  private noteExternal(id: string | undefined): void {
    if (this.part.relationships.get(id ?? '')?.external)
      this.note(
        'external-content',
        'A picture is kept on another computer and was not fetched; paste the picture itself into the document.',
      );
  }

  private picture(alt: string, name: string, into: Paragraph): void {
    into.inlines.push({ kind: 'image', alt, name });
    if (alt === '')
      this.note('image-without-alt', 'A picture has no description; say in words what it shows, and make a table of a picture of a table.');
  }

  // ---------------------------------------------------------------- tables

  private readTable(element: XmlElement, blocks: Block[]): void {
    if (this.inTable === 0 && this.inBox === 0) this.reading.paragraph++;
    const { paragraph } = this.reading;
    const rows: TableRow[] = [];
    this.inTable++;
    this.readRows(element, rows);
    this.inTable--;
    if (rows.length === 0) return;
    const distance = childOf(childOf(element, 'w:tblPr'), 'w:tblInd')?.attributes;
    const indent = distance && /^(?:dxa)?$/.test(distance['w:type'] ?? '') ? (numberOf(distance['w:w']) ?? 0) : 0;
    blocks.push({
      kind: 'table',
      rows,
      ...(isHeaderless(element, rows) ? { headerless: true } : {}),
      ...(indent > 0 ? { indent } : {}),
      paragraph,
    });
  }

  private readRows(container: XmlElement, rows: TableRow[]): void {
    for (const element of elementsOf(container)) {
      if (element.name === 'w:tr') {
        const row = this.readRow(element);
        if (row) rows.push(row);
      } else if (element.name === 'w:sdt') this.readRows(childOf(element, 'w:sdtContent') ?? element, rows);
      else if (element.name === 'w:customXml' || element.name === 'w:ins' || element.name === 'w:moveTo') this.readRows(element, rows);
      else this.readMark(element);
    }
  }

  private readRow(row: XmlElement): TableRow | null {
    const properties = childOf(row, 'w:trPr');
    const deleted = childOf(properties, ROW_CHANGE.del);
    const inserted = childOf(properties, ROW_CHANGE.ins);
    // The words of a row that is deleted or inserted as a whole are marked once more.
    const change = deleted ? 'deleted' : inserted ? 'inserted' : null;
    if (change) {
      const before = this.lastChange;
      this.count(change, (deleted ?? inserted)!);
      const { insertions, deletions } = this.reading.changes;
      const revision = this.revision;
      this.revision = change;
      const cells = this.readCells(row);
      this.revision = revision;
      this.reading.changes.insertions = insertions;
      this.reading.changes.deletions = deletions;
      this.lastChange = before;
      return change === 'deleted' ? null : this.rowOf(properties, cells);
    }
    return this.rowOf(properties, this.readCells(row));
  }

  private rowOf(properties: XmlElement | undefined, cells: readonly Cell[]): TableRow | null {
    if (cells.length === 0) return null;
    return {
      cells,
      before: Math.max(0, Math.min(60, numberOf(valueOf(childOf(properties, 'w:gridBefore'))) ?? 0)),
      header: isOn(childOf(properties, 'w:tblHeader')) ?? false,
    };
  }

  private readCells(container: XmlElement): Cell[] {
    const cells: Cell[] = [];
    for (const element of elementsOf(container)) {
      if (element.name === 'w:sdt') {
        const properties = childOf(element, 'w:sdtPr');
        const inner = this.readCells(childOf(element, 'w:sdtContent') ?? element);
        const prompt = isPrompt(properties) ? asPrompt(inner.map(({ blocks }) => wordsOf(blocks)).join(' ')) : null;
        if (prompt !== null && inner[0]) {
          this.prompts.push(controlName(properties, prompt));
          inner[0] = { ...inner[0], blocks: [paragraphBlock({ inlines: [{ kind: 'text', text: prompt }] })] };
        }
        append(cells, inner);
      } else if (element.name === 'w:customXml') append(cells, this.readCells(element));
      else if (element.name === 'w:tc') {
        const properties = childOf(element, 'w:tcPr');
        const merge = childOf(properties, 'w:vMerge');
        const sideways = childOf(properties, 'w:hMerge');
        const blocks: Block[] = [];
        if (childOf(properties, 'w:cellDel')) this.revised('deleted', element, () => this.readBlocks(element, []));
        else this.readBlocks(element, blocks);
        const span = Math.max(1, Math.min(60, numberOf(valueOf(childOf(properties, 'w:gridSpan'))) ?? 1));
        cells.push({
          blocks,
          span,
          continued: (merge !== undefined && valueOf(merge) !== 'restart') || (sideways !== undefined && valueOf(sideways) !== 'restart'),
        });
      } else this.readMark(element);
    }
    return cells;
  }
}

/** The branch of a choice that this reader understands, with what old programs show as the second best. */
function chosen(alternate: XmlElement): XmlElement | undefined {
  const choice = childrenOf(alternate, 'mc:Choice').find(({ attributes }) =>
    (attributes['Requires'] ?? '').split(/\s+/).every((prefix) => KNOWN_CHOICE.test(prefix)),
  );
  return choice ?? childOf(alternate, 'mc:Fallback');
}

/** Whether a table is made to have no row of names but a column of them. */
function isHeaderless(element: XmlElement, rows: readonly TableRow[]): boolean {
  const look = childOf(childOf(element, 'w:tblPr'), 'w:tblLook');
  const flag = (name: string, bit: number): boolean => {
    const value = look?.attributes[`w:${name}`];
    return value !== undefined ? /^(?:1|true|on)$/.test(value) : (Number.parseInt(look?.attributes['w:val'] ?? '0', 16) & bit) !== 0;
  };
  return look !== undefined && !rows[0]!.header && !flag('firstRow', 0x20) && flag('firstColumn', 0x80);
}

const linkOfField = (code: string): string | null => {
  const inside = /^\s*HYPERLINK\s+(?:\\[a-z]\s+)*\\l\s+"([^"]+)"/i.exec(code);
  if (inside) return `#${inside[1]!}`;
  const found = /^\s*HYPERLINK\s+(?:\\[a-z]\s+)*"([^"]*)"/i.exec(code);
  return found ? safeAddress(found[1]) : null;
};

/** Whether a content control shows its prompt, because nobody filled it in. */
const isPrompt = (properties: XmlElement | undefined): boolean => isOn(childOf(properties, 'w:showingPlcHdr')) ?? false;

const controlName = (properties: XmlElement | undefined, prompt: string): string =>
  cleanText(valueOf(childOf(properties, 'w:alias')) ?? valueOf(childOf(properties, 'w:tag')) ?? '').trim() || prompt.slice(1, -1);

/** A prompt in square brackets, without the full stop at its end; null where there are no words. */
function asPrompt(text: string): string | null {
  let words = text.replace(/\s+/g, ' ').trim();
  while (words.startsWith('[')) words = words.slice(1).trimStart();
  while (/[\].…]$/.test(words)) words = words.slice(0, -1).trimEnd();
  return words === '' ? null : `[${words}]`;
}

function altOf(properties: XmlElement | undefined): string {
  const description = properties?.attributes['descr'] ?? '';
  // Programs that describe pictures by themselves say so, in words that are no description.
  return cleanText(description || (properties?.attributes['title'] ?? ''))
    .replace(/\s+/g, ' ')
    .trim();
}

/** The nearest elements of a name below one, without those inside them. In a choice, one branch only. */
function outermost(element: XmlElement, name: string): XmlElement[] {
  if (element.name === 'mc:AlternateContent') {
    const branch = chosen(element);
    return branch ? outermost(branch, name) : [];
  }
  return element.children.filter(isElement).flatMap((node) => (node.name === name ? [node] : outermost(node, name)));
}
