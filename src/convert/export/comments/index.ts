import { strFromU8, strToU8 } from 'fflate';
import type { IsoDate } from '../../../framework/types.js';
import { openZip } from '../../import/zip.js';
import { attribute, escapeXml, scanTags, XmlError } from '../_xml.js';
import type { Exported, LeftOut } from '../types.js';
import { align } from './_align.js';
import { prefixOf, readWords, type Run, type WordDocument, type WordText } from './_document.js';
import { readMarkdown, type MarkdownWords } from './_markdown.js';
import { replaceParts } from './_zip.js';

/** What a reviewer is told about some words. */
export interface Remark {
  /** UTF-16 offsets of the words in the Markdown that was read from the Word file; the end is exclusive. */
  readonly start: number;
  readonly end: number;
  /** In bold in the first line, for example the rule's name. */
  readonly title: string;
  readonly paragraphs: readonly string[];
}

export interface CommentOptions {
  readonly today: IsoDate;
  /** Hides what may not be repeated, such as personal data, where words of the document are quoted. */
  readonly mask?: (text: string) => string;
}

/** The file cannot carry comments; the message says why and what to do. */
export class CommentError extends Error {
  override readonly name = 'CommentError';
}

export interface Commented extends Exported<Uint8Array> {
  /** How many comments stand at exactly their words. */
  readonly exact: number;
  /**
   * How many stand at the text box or the mark of the footnote that holds their words, and quote them: Word passes over a comment inside either
   * (Office Implementation Information for ISO/IEC 29500, 2.1.315 c).
   */
  readonly outside: number;
}

const AUTHOR = 'Area SEND';

const NOT_WORD = 'Comments can only be written into a Word document (.docx). Open the file in Word, save it as .docx and try again.';
const MAIN = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const STRICT = 'http://purl.oclc.org/ooxml/';

/** Something that goes into the XML, in the order of the document; at the same place ends stand before beginnings. */
interface Mark {
  readonly xml: string;
  readonly isStart: boolean;
}

/** Marks at places in the XML; a run is split where one stands within it. */
class Marks {
  readonly #at = new Map<
    number,
    { readonly split: { readonly text: WordText; readonly where: 'before' | 'within' | 'after' } | null; readonly marks: Mark[] }
  >();

  put(offset: number, mark: Mark, split: { text: WordText; where: 'before' | 'within' | 'after' } | null = null): void {
    const place = this.#at.get(offset);
    if (place) place.marks.push(mark);
    else this.#at.set(offset, { split, marks: [mark] });
  }

  applied(xml: string, prefix: string): string {
    const pieces: string[] = [];
    let from = 0;
    const widened = new Set<WordText>();
    for (const { split } of this.#at.values()) if (split?.where === 'within') widened.add(split.text);
    const edits = Array.from(this.#at, ([offset, { split, marks }]) => {
      const inside = marks
        .sort((left, right) => Number(left.isStart) - Number(right.isStart))
        .map((mark) => mark.xml)
        .join('');
      if (!split) return { offset, end: offset, text: inside };
      const { run } = split.text;
      const again = run.tag + run.properties;
      const close = `</${prefix}r>`;
      if (split.where !== 'within') return { offset, end: offset, text: close + inside + again };
      return { offset, end: offset, text: `</${prefix}t>${close}${inside}${again}<${prefix}t xml:space="preserve">` };
    });
    // Spaces at an end of what is split are kept only where the tag says so.
    for (const { tag } of widened) edits.push({ offset: tag.start, end: tag.end, text: `<${prefix}t xml:space="preserve">` });
    edits.sort((left, right) => left.offset - right.offset || left.end - right.end);
    for (const { offset, end, text } of edits) {
      pieces.push(xml.slice(from, offset), text);
      from = end;
    }
    return pieces.join('') + xml.slice(from);
  }
}

/** Where a unit of a text's value stands in its XML. */
function rawIndex(text: WordText, index: number): number {
  if (text.raw === text.value) return text.tag.end + index;
  let raw = 0;
  for (let unit = 0; unit < index;) {
    const reference = /^&[^;\s]{1,10};/.exec(text.raw.slice(raw, raw + 12));
    const width = text.raw[raw] === '&' && reference ? reference[0].length : 1;
    // A reference can stand for a pair.
    unit += width > 1 && /^&#/.test(reference![0]) && text.value.codePointAt(unit)! > 0xffff ? 2 : 1;
    raw += width;
  }
  return text.tag.end + raw;
}

function putStart(marks: Marks, text: WordText, index: number, xml: string): void {
  const mark: Mark = { xml, isStart: true };
  if (text.isInner || (index === 0 && text.isFirst)) marks.put(text.run.start, mark);
  else if (index === 0) marks.put(text.tag.start, mark, { text, where: 'before' });
  else marks.put(rawIndex(text, index), mark, { text, where: 'within' });
}

/** `index` is exclusive. */
function putEnd(marks: Marks, text: WordText, index: number, xml: string): void {
  const mark: Mark = { xml, isStart: false };
  if (text.isInner || (index === text.value.length && text.isLast)) marks.put(text.run.end, mark);
  else if (index === text.value.length) marks.put(text.end, mark, { text, where: 'after' });
  else marks.put(rawIndex(text, index), mark, { text, where: 'within' });
}

interface Placed {
  readonly from: number;
  readonly to: number;
  readonly exact: boolean;
}

/** The first letter at or after an offset. */
function letterAt(places: readonly number[], offset: number): number {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (places[middle]! < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Letters of the Word file that a remark is about; null where the file holds no words. `source` is what the remark is about, as Markdown. */
function placeOf(remark: Remark, source: string, markdown: MarkdownWords, word: WordDocument, found: Int32Array): Placed | null {
  const { places, text } = markdown.letters;
  if (word.letters.text === '') return null;
  if (!/[\p{L}\p{N}]/u.test(source)) {
    // The whole document, or an empty cell: there are no words to miss, so it stands at those that come next.
    const next = found[letterAt(places, remark.start)] ?? -1;
    const letter = next >= 0 ? next : near(found, letterAt(places, remark.start));
    return { ...around(word, Math.min(letter, word.letters.text.length - 1)), exact: true };
  }
  let [from, to] = [letterAt(places, remark.start), letterAt(places, remark.end)];
  if (from === to) {
    // What is said of an address stands at the words of its link.
    const link = markdown.links.find(({ start, end }) => remark.start >= start && remark.start < end);
    if (link) [from, to] = [letterAt(places, link.start), letterAt(places, link.end)];
  }
  const whole = wholeIn(found, from, to);
  if (whole) return { ...whole, exact: true };
  const quote = text.slice(from, to);
  if (quote !== '') {
    const at = closest(word.letters.text, quote, near(found, from));
    if (at !== null) return { from: at, to: at + quote.length, exact: true };
  }
  // Brackets and the like that reading the file has added around words.
  const { start: skipped, words: inner } = trimmed(quote);
  if (inner !== '' && inner !== quote) {
    const start = from + skipped;
    const words = wholeIn(found, start, start + inner.length);
    if (words) return { ...words, exact: true };
    const at = closest(word.letters.text, inner, near(found, from));
    if (at !== null) return { from: at, to: at + inner.length, exact: true };
  }
  // Words with something between them that the Markdown lacks, or the other way round.
  const some = Array.from(found.subarray(from, to)).filter((letter) => letter >= 0);
  const first = some.reduce((left, right) => Math.min(left, right), Infinity);
  const last = some.reduce((left, right) => Math.max(left, right), -1);
  if (last >= 0 && last - first < 2 * quote.length + 20) return { from: first, to: last + 1, exact: false };
  return { ...around(word, Math.min(near(found, from), word.letters.text.length - 1)), exact: false };
}

/** The run of the picture that a remark is about; null where it is about words, or the Word file lacks the picture. */
function pictureOf(remark: Remark, markdown: MarkdownWords, word: WordDocument, found: Int32Array): Run | null {
  const index = markdown.pictures.findIndex(({ start, end }) => remark.start >= start && remark.end <= end);
  if (index < 0) return null;
  if (markdown.pictures.length === word.pictures.length) return word.pictures[index]!.run;
  // Where one of them has more, by the words before it; pictures side by side have the same.
  const { letter } = markdown.pictures[index]!;
  const beside = markdown.pictures.slice(0, index).filter((other) => other.letter === letter).length;
  const after = letter === 0 ? 0 : near(found, letter - 1) + 1;
  return word.pictures.filter((picture) => picture.letter === after)[beside]?.run ?? null;
}

/** Without what is neither letter nor digit at either end. */
function trimmed(quote: string): { readonly start: number; readonly words: string } {
  const isSign = (index: number): boolean => !/[\p{L}\p{N}]/u.test(quote[index]!);
  let start = 0;
  let end = quote.length;
  while (start < end && isSign(start)) start++;
  while (end > start && isSign(end - 1)) end--;
  return { start, words: quote.slice(start, end) };
}

/** The same letters in the Word file, where all stand there one after the other. */
function wholeIn(found: Int32Array, from: number, to: number): { readonly from: number; readonly to: number } | null {
  if (from >= to || found[from]! < 0) return null;
  for (let letter = from + 1; letter < to; letter++) if (found[letter] !== found[letter - 1]! + 1) return null;
  return { from: found[from]!, to: found[to - 1]! + 1 };
}

/** Where a letter would stand in the Word file: behind the letter before it that stands there. */
function near(found: Int32Array, letter: number): number {
  for (let index = Math.min(letter, found.length - 1); index >= 0; index--) if (found[index]! >= 0) return found[index]!;
  return 0;
}

function closest(text: string, quote: string, at: number): number | null {
  const after = text.indexOf(quote, Math.max(0, at - quote.length));
  const before = text.lastIndexOf(quote, at);
  if (after < 0) return before < 0 ? null : before;
  return before >= 0 && at - before < after - at ? before : after;
}

/** The text element around a letter. */
function around(word: WordDocument, letter: number): { from: number; to: number } {
  const { owners } = word.letters;
  let from = letter;
  let to = letter + 1;
  while (from > 0 && owners[from - 1] === owners[letter]) from--;
  while (to < owners.length && owners[to] === owners[letter]) to++;
  return { from, to };
}

const paragraph = (text: string, bold: boolean, mark: boolean): string =>
  `<w:p>${mark ? '<w:r><w:annotationRef/></w:r>' : ''}<w:r>${bold ? '<w:rPr><w:b/></w:rPr>' : ''}<w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r></w:p>`;

function commentXml(id: number, remark: Remark, today: IsoDate, namespace: string): string {
  const lines = [paragraph(remark.title, true, true), ...remark.paragraphs.map((text) => paragraph(text, false, false))].join('');
  return `<w:comment xmlns:w="${namespace}" w:id="${id}" w:author="${AUTHOR}" w:date="${today}T00:00:00Z" w:initials="AS">${lines}</w:comment>`;
}

/** A part as text, and its paths. */
interface Package {
  readonly document: { readonly path: string; readonly xml: string };
  readonly relations: { readonly path: string; readonly xml: string };
  readonly types: string;
  readonly comments: { readonly path: string; readonly xml: string | null };
}

const join = (folder: string, target: string): string => {
  if (target.startsWith('/')) return target.slice(1);
  const parts = folder.split('/').filter((part) => part !== '');
  for (const part of target.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.') parts.push(part);
  }
  return parts.join('/');
};

function relationTo(xml: string, type: string): string | null {
  for (const [tag] of xml.matchAll(/<[\w:]*Relationship\s[^>]*>/g)) {
    if (attribute(tag, 'Type')?.endsWith(`/relationships/${type}`) && attribute(tag, 'TargetMode') !== 'External')
      return attribute(tag, 'Target');
  }
  return null;
}

function openPackage(bytes: Uint8Array): Package {
  const zip = openZip(bytes);
  const read = (path: string): string | null => {
    const part = zip.read(path);
    return part ? strFromU8(part) : null;
  };
  const target = relationTo(read('_rels/.rels') ?? '', 'officeDocument');
  const path = target ? join('', target) : 'word/document.xml';
  const xml = read(path);
  const types = read('[Content_Types].xml');
  if (!xml || !types || xml.includes('\0')) throw new CommentError(NOT_WORD);
  const slash = path.lastIndexOf('/') + 1;
  const folder = path.slice(0, slash);
  const relationsPath = `${folder}_rels/${path.slice(slash)}.rels`;
  const relations =
    read(relationsPath) ??
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>';
  const commentsTarget = relationTo(relations, 'comments');
  let commentsPath = commentsTarget ? join(folder, commentsTarget) : `${folder}comments.xml`;
  for (let number = 2; !commentsTarget && zip.has(commentsPath); number++) commentsPath = `${folder}comments${number}.xml`;
  return {
    document: { path, xml },
    relations: { path: relationsPath, xml: relations },
    types,
    comments: { path: commentsPath, xml: commentsTarget ? read(commentsPath) : null },
  };
}

/** Before the end tag of the root, which may have been empty. */
function appended(xml: string, content: string): string {
  const close = xml.lastIndexOf('</');
  if (close >= 0) return xml.slice(0, close) + content + xml.slice(close);
  return xml.replace(
    /<([\w:]+)((?:\s[^<>]*)?)\/>\s*$/,
    (_, name: string, attributes: string) => `<${name}${attributes}>${content}</${name}>`,
  );
}

/**
 * A copy of a Word file with each remark as a comment at its words. All parts but the document's text, its list of comments and what names
 * that list are copied byte for byte; the words, tracked changes and comments that are there stay as they are.
 * Throws a `CommentError` or an `ImportError`, whose messages are for the user, where the file is no Word file.
 */
export function addComments(
  bytes: Uint8Array,
  markdown: string,
  remarks: readonly Remark[],
  { today, mask = (text) => text }: CommentOptions,
): Commented {
  const { document, relations, types, comments } = openPackage(bytes);
  const prefix = prefixOf(document.xml);
  if (prefix === null) throw new CommentError(NOT_WORD);
  let word: WordDocument;
  try {
    word = readWords(document.xml, prefix);
    if (comments.xml !== null) scanTags(comments.xml, () => {});
  } catch (error) {
    throw error instanceof XmlError ? new CommentError(NOT_WORD) : error;
  }
  const read = readMarkdown(markdown);
  const found = align(read.letters.text, word.letters.text);
  const marks = new Marks();
  const leftOut: LeftOut[] = [];
  const written: string[] = [];
  let exact = 0;
  let outside = 0;
  let id =
    1 +
    Array.from((comments.xml ?? '').matchAll(/\bid="(\d{1,9})"|:id="(\d{1,9})"/g), ([, plain, prefixed]) =>
      Number(plain ?? prefixed),
    ).reduce((left, right) => Math.max(left, right), 0);
  const namespace = document.xml.includes(STRICT) && !document.xml.includes(MAIN) ? `${STRICT}wordprocessingml/main` : MAIN;
  const w = (name: string, number: number): string => `<${prefix}${name} ${prefix}id="${number}"/>`;
  const reference = (number: number): string => `${w('commentRangeEnd', number)}<${prefix}r>${w('commentReference', number)}</${prefix}r>`;
  const atRun = (run: Run): void => {
    marks.put(run.start, { xml: w('commentRangeStart', id), isStart: true });
    marks.put(run.end, { xml: reference(id), isStart: false });
  };

  for (const remark of remarks) {
    const note = read.notes.find(({ start, end }) => remark.start >= start && remark.start < end);
    const picture = note ? null : pictureOf(remark, read, word, found);
    const source = markdown.slice(remark.start, remark.end);
    const place = note || picture ? null : placeOf(remark, source, read, word, found);
    const quote = mask(source.replace(/\s+/g, ' ').trim());
    let paragraphs = remark.paragraphs;
    const quoted = (): void => {
      if (quote !== '') paragraphs = [`Words: “${quote.length > 200 ? `${quote.slice(0, 200)}…` : quote}”`, ...paragraphs];
    };
    if (note && word.notes[note.mark]) {
      quoted();
      atRun(word.notes[note.mark]!);
      outside++;
    } else if (picture) {
      atRun(picture);
      exact++;
    } else if (place) {
      const first = word.texts[word.letters.owners[place.from]!]!;
      const last = word.texts[word.letters.owners[place.to - 1]!]!;
      const isOutside = first.isInner || last.isInner;
      if (isOutside || !place.exact) quoted();
      putStart(marks, first, word.letters.places[place.from]!, w('commentRangeStart', id));
      putEnd(marks, last, word.letters.places[place.to - 1]! + 1, reference(id));
      if (place.exact && isOutside) outside++;
      else if (place.exact) exact++;
      else
        leftOut.push({
          what: `The comment “${remark.title}” stands near its words, because the Word file has them in another way.`,
          where: quote.slice(0, 60),
        });
    } else if (word.first !== null) {
      quoted();
      marks.put(word.first, { xml: w('commentRangeStart', id) + reference(id), isStart: true });
      leftOut.push({
        what: `The comment “${remark.title}” stands at the beginning, because the Word file has no words.`,
        where: quote.slice(0, 60),
      });
    } else {
      leftOut.push({
        what: `The comment “${remark.title}” is left out, because the Word file has no paragraph.`,
        where: quote.slice(0, 60),
      });
      continue;
    }
    written.push(commentXml(id++, { ...remark, paragraphs }, today, namespace));
  }
  if (written.length === 0) return { output: bytes.slice(), leftOut, exact, outside };

  const changes = new Map<string, Uint8Array>();
  changes.set(document.path, strToU8(marks.applied(document.xml, prefix)));
  const empty = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:comments xmlns:w="${namespace}"></w:comments>`;
  changes.set(comments.path, strToU8(appended(comments.xml ?? empty, written.join(''))));
  if (comments.xml === null) {
    const type =
      namespace === MAIN
        ? 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments'
        : `${STRICT}officeDocument/relationships/comments`;
    let relation = 'rIdAreaSend';
    while (relations.xml.includes(`"${relation}"`)) relation += '1';
    changes.set(
      relations.path,
      strToU8(
        appended(
          relations.xml,
          `<${rootPrefix(relations.xml)}Relationship Id="${relation}" Type="${type}" Target="/${escapeXml(comments.path)}"/>`,
        ),
      ),
    );
    const override = `<${rootPrefix(types)}Override PartName="/${escapeXml(comments.path)}" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"/>`;
    changes.set('[Content_Types].xml', strToU8(appended(types, override)));
  }
  return { output: replaceParts(bytes, changes), leftOut, exact, outside };
}

/** The prefix of the root element, with its colon. */
const rootPrefix = (xml: string): string => /<([\w.-]+:)?(?:Relationships|Types)\b/.exec(xml)?.[1] ?? '';
