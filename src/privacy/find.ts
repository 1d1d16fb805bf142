import type { Link, Node, Parent } from 'mdast';
import { findDates, matchesOf, perBlock, sentencesOf, type Block, type Prose } from '../document/index.js';
import type { Span } from '../framework/types.js';
import type { TextEdit } from '../text/span.js';
import { hiddenProse } from './hidden-prose.js';
import { findLabelled, type LabelledKind } from './labelled.js';
import { isPostcode } from '../framework/postcodes.js';
import { findPersonalMail } from './mail.js';
import {
  findCaseReferences,
  findMobileNumbers,
  findNationalInsuranceNumbers,
  findNhsNumbers,
  findPupilNumbers,
  mostDigits,
  wordsBefore,
  type Match,
} from './numbers.js';
import { append, largest, smallest } from '../text/lists.js';

export type DataKind =
  | 'nhs-number'
  | 'pupil-number'
  | 'national-insurance-number'
  | 'case-reference'
  | 'private-mail'
  | 'named-mail'
  | 'mobile-number'
  | LabelledKind
  | 'birth-date'
  | 'postcode';

/** Personal data in a block. Spans are block-relative. */
export interface DataFound {
  readonly kind: DataKind;
  readonly at: Span;
  /** What the reader sees: never to be printed. */
  readonly value: string;
  /** Takes the value out and leaves "[removed]", with the markup around it whole. */
  readonly edits: readonly TextEdit[];
  /** For postcodes: a home rather than an address that nothing is known of. */
  readonly home?: boolean;
}

export const REMOVED = '[removed]';

export interface KindMatch extends Match {
  readonly kind: DataKind;
  /** For postcodes: a home rather than an address that nothing is known of. */
  readonly home?: boolean;
}

const WIDE_DIGITS = /[\uff10-\uff19]/;
const WIDE = /[\uff10-\uff19]/g;

const MAY_BE_MAIL = /@|%40|[([] ?at ?[)\]]/i;

/** What a text shows by itself, whatever stands around it. The first kind that claims a place keeps it. */
export function findInText(given: string): readonly KindMatch[] {
  // Digits of full width are digits too.
  const text = WIDE_DIGITS.test(given) ? given.replace(WIDE, (digit) => String(digit.charCodeAt(0) - 0xff10)) : given;
  const found: KindMatch[] = [];
  const claim = (kind: DataKind, matches: readonly Match[]): void => {
    for (const { from, to } of matches) if (!found.some((other) => from < other.to && other.from < to)) found.push({ kind, from, to });
  };
  if (MAY_BE_MAIL.test(text))
    for (const match of findPersonalMail(text)) claim(match.owner === 'private' ? 'private-mail' : 'named-mail', [match]);
  const digits = mostDigits(text);
  if (digits >= 11) claim('pupil-number', findPupilNumbers(text));
  if (digits >= 6) claim('national-insurance-number', findNationalInsuranceNumbers(text));
  if (digits >= 11) claim('mobile-number', findMobileNumbers(text));
  if (digits >= 10) claim('nhs-number', findNhsNumbers(text));
  if (digits >= 6) for (const match of findLabelled(text)) claim(match.kind, [match]);
  if (digits >= 3) claim('case-reference', findCaseReferences(text));
  return found.sort((a, b) => a.from - b.from);
}

const BIRTH_LABEL = /\b(?:date[ -]of[ -]birth|birth ?date|birthday|d\.?o\.?b\b\.?|born|(?<=\()b(?=\.? \d))/gi;
const BIRTH_HEADER = /\b(?:date[ -]of[ -]birth|birth ?date|d\.?o\.?b)\b/i;
const LONGEST_HEADER = 40;
const BETWEEN = /^[\s:=()."'*\u2013\u2014-]{0,4}(?:\(?dd.mm.yy(?:yy)?\)?[\s:]{0,3})?(?:(?:is|was|on|the) ){0,3}$/i;
/** Forms that a date takes after such a label only. */
const DAY_OF_BIRTH =
  /(?<![\p{L}\p{N}])(?:\d{1,2} ?[/. -] ?\d{1,2} ?[/. -] ?(?:\d{4}|\d{2})|\d{1,2}(?:st|nd|rd|th)? ?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\p{Ll}{0,6}\.? ?\d{2,4}|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\p{Ll}{0,6} \d{1,2}(?:st|nd|rd|th)?,? \d{4})(?![\p{L}\p{N}])/giu;
/** A cohort ("children born on 1 September") is no person, and nor is a plan that was "born". */
const NOT_ONE_PERSON =
  /\b(?:children|people|pupils|students|those|babies|anyone|everyone|all|any|twins|learners|cohort|infants|who (?:are|were)|(?:strategy|plan|idea|forum|project|service|group|programme|initiative|partnership|hub|club|network|charity|campaign|scheme|offer|board|team|pathway|model|approach)(?: (?:was|were|is|has been))?)\b/i;

/** A date of birth may be written as no other date in a document is. */
function daysIn(text: string): readonly Match[] {
  const days: Match[] = findDates(text).filter((date) => date.form !== 'range' && date.range !== null);
  const others = matchesOf(text, DAY_OF_BIRTH).map((match) => ({ from: match.index, to: match.index + match[0].length }));
  return [...days, ...others.filter(({ from, to }) => !days.some((day) => from < day.to && day.from < to))].sort((a, b) => a.from - b.from);
}

const announcesBirth = (words: string): boolean => words.length <= LONGEST_HEADER && BIRTH_HEADER.test(words);
const MAY_TELL_BIRTH = /birth|born|d\.?o\.?b|\(b\b/i;

/** Full dates of birth in context: all days where a header or label announces them. */
function findBirthDates(text: string, announced: boolean): readonly Match[] {
  const days = daysIn(text);
  if (announced) return days;
  const found: Match[] = [];
  for (const match of matchesOf(text, BIRTH_LABEL)) {
    const end = match.index + match[0].length;
    const day = days.find(({ from }) => from >= end);
    if (!day || !BETWEEN.test(text.slice(end, day.from)) || found.some(({ from }) => from === day.from)) continue;
    const sentence = text.slice(Math.max(0, text.lastIndexOf('.', match.index), match.index - 80), match.index);
    if (/^b(?:orn|irthday)/i.test(match[0]) && NOT_ONE_PERSON.test(sentence)) continue;
    found.push({ from: day.from, to: day.to });
  }
  return found;
}

const POSTCODE = /(?<![\p{L}\p{N}])[A-Z]{1,2}\d[A-Z\d]?[ \u00A0\u2009\u202F]{1,2}\d[ABD-HJLNP-UW-Z]{2}(?![\p{L}\p{N}])/gu;
/** As it is typed in a hurry, which only the words for a home can tell from other codes. */
const LOOSE_POSTCODE = /(?<![\p{L}\p{N}])[A-Z]{1,2}\d[A-Z\d]?[ \u00A0\u2009\u202F]{0,2}\d[ABD-HJLNP-UW-Z]{2}(?![\p{L}\p{N}])/giu;
const FROM_HERE = /\b(?:boy|girl|child|pupil|student|young person|family|mother|father|mum|dad) (?:from|in|of|near) $/i;
const HOME =
  /\b(?:(?:lives?|lived|living|resid(?:es?|ed|ing)|resident|stay(?:s|ed|ing)) (?:at|in|with|on|near)|home (?:address|postcode|is (?:at|in))|(?:his|her|their|family|child’s|child's|parents’) (?:own )?(?:home|house|flat|address|postcode)|moved (?:to|into|from))\b/i;
const HOME_HEADER = /^(?:home (?:address|postcode)|(?:child’s |child's |pupil’s |pupil's |family )(?:address|postcode))$/i;
/** A table with such a column lists people. */
const PEOPLE_HEADER =
  /^(?:(?:full )?name|initials|child|pupil|student|learner|young person|family|parent|carer)\b|\b(?:child|pupil|student|young person)[’']s\b|\bname of (?:the )?(?:child|pupil)/i;
const ORGANISATION =
  /\b(?:council|civic|(?:town|county|city|shire) hall|offices?|cent(?:re|er)|trust|nhs|icb|board|ofsted|schools?|college|academy|hospital|clinic|surgery|library|services?|team|department|business|freepost|po box|church|hub|nursery|university|authority|commissioner|write to|post (?:it )?to|visit us|venue|held at|chambers|campus|station|hotel|theatre|museum|stadium|forum|charity)\b/i;
const STREET =
  /\b\d{1,4}[A-Za-z]?,? (?:[A-Z][\p{L}’'-]+ ){1,3}(?:Street|Road|Avenue|Lane|Close|Drive|Way|Crescent|Terrace|Gardens|Grove|Row|Walk|Rise|Mews|St|Rd|Ave)\b/u;

const HOUSE =
  /(?<![\p{L}\p{N}])(?:(?:Flat|Apartment|Unit) \d{1,4}[A-Za-z]?,? )?\d{1,4}[A-Za-z]?,? (?:\p{Lu}[\p{L}’'-]{1,30} ){1,3}(?:Street|Road|Avenue|Lane|Close|Drive|Way|Crescent|Terrace|Gardens|Grove|Row|Walk|Rise|Mews|Court|Place|Square|Hill|View|St|Rd|Ave)\b/gu;

/** So much of a sentence around a postcode tells what it is of. */
const NEAR = 240;

/** Where an address begins that runs up to its postcode; the postcode's own place where none does. */
function houseBefore(text: string, start: number, from: number): number {
  const before = text.slice(start, from);
  const house = matchesOf(before, HOUSE).at(-1);
  return house && before.length - house.index <= 120 && !/[.!?;]\s/.test(before.slice(house.index)) ? start + house.index : from;
}

/** Postcodes of homes; `home` is false for one that only lacks an organisation. */
function findPostcodes(
  prose: Prose,
  header: string | null,
  headers: ReadonlyMap<number, string>,
): readonly (Match & { readonly home: boolean })[] {
  const { text } = prose;
  if (!/\d[A-Z]{2}/iu.test(text)) return [];
  const homeColumn =
    header !== null &&
    (HOME_HEADER.test(header.trim()) ||
      (/^postcode$/i.test(header.trim()) && [...headers.values()].some((words) => PEOPLE_HEADER.test(words.trim()))));
  const matches = matchesOf(text, homeColumn || HOME.test(text) ? LOOSE_POSTCODE : POSTCODE);
  if (matches.length === 0) return [];
  const organisation = ORGANISATION.test(text);
  const street = STREET.test(text);
  const sentences = sentencesOf(prose);
  const found: (Match & { readonly home: boolean })[] = [];
  let at = 0;
  for (const match of matches) {
    const from = match.index;
    const to = from + match[0].length;
    while (at + 1 < sentences.length && sentences[at]!.end <= from) at++;
    const { start, end } = sentences[at] ?? { start: 0, end: text.length };
    const sentence = text.slice(Math.max(start, from - NEAR), Math.min(end, to + NEAR));
    const home = homeColumn || HOME.test(sentence) || FROM_HERE.test(text.slice(Math.max(0, from - 40), from));
    // A code in small letters or without its space: "section a12 3bd", "route B14AB".
    if (home ? !isPostcode(match[0].replace(/\s{1,2}/g, ' ')) : match[0] !== match[0].toUpperCase() || !/\s/.test(match[0])) continue;
    const labelled = /\bpostcode\W{0,4}(?:is )?$/i.test(text.slice(Math.max(0, from - 20), from));
    const address =
      street ||
      labelled ||
      (prose.kind !== 'cell' &&
        sentence.length > 40 &&
        wordsBefore(text, from, 2).some((word) => ['in', 'of', 'the', 'postcode', 'from', 'near'].includes(word)));
    // Of a home, the house and the street go with the postcode.
    const house = home ? houseBefore(text, Math.max(start, from - NEAR), from) : from;
    if (home || (!organisation && address)) found.push({ from: house, to, home });
  }
  return found;
}

const spanOf = (node: Node): Span => ({ start: node.position!.start.offset!, end: node.position!.end.offset! });

/** Joins edits that touch, so that one replacement stands where the value began. */
function removal(spans: readonly Span[], text = REMOVED): TextEdit[] {
  const joined: { start: number; end: number }[] = [];
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    const last = joined.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else joined.push({ start, end });
  }
  return joined.map((span, index) => ({ ...span, text: index === 0 ? text : '' }));
}

/** Brackets before a bracket or, where a line begins, before a colon would make a link of what follows. */
const asText = (source: string, { start, end }: Span): string =>
  /[([]/.test(source[end] ?? '') ||
  (source[end] === ':' && /(?:^|[\n\r])[\s>*+\d.)-]{0,12}$/.test(source.slice(Math.max(0, start - 14), start)))
    ? `\\${REMOVED}`
    : REMOVED;

/** Source spans to delete so that the visible text of `at` goes and markup stays balanced: whole nodes where all of their text goes. */
function balanced(nodes: readonly Node[], at: Span): Span[] {
  const spans: Span[] = [];
  for (const node of nodes) {
    const span = spanOf(node);
    if (span.end <= at.start || span.start >= at.end) continue;
    if ('children' in node) {
      const { children } = node as Parent;
      const inner = children.length > 0 ? { start: spanOf(children[0]!).start, end: spanOf(children.at(-1)!).end } : span;
      const isInline = !['paragraph', 'heading', 'tableCell', 'tableRow', 'table', 'list', 'listItem', 'blockquote'].includes(node.type);
      if (isInline && inner.start >= at.start && inner.end <= at.end) spans.push(span);
      else append(spans, balanced(children, at));
    } else if (node.type !== 'html' || /^<br/i.test((node as unknown as { value: string }).value)) {
      spans.push({ start: Math.max(span.start, at.start), end: Math.min(span.end, at.end) });
    }
  }
  return spans;
}

/** Links of a block, in order. */
function linksOf({ text, nodes }: Block): readonly Link[] {
  const found: Link[] = [];
  if (!/\]\(|</.test(text)) return found;
  const stack: Node[] = [...nodes].reverse();
  while (stack.length > 0) {
    const node = stack.pop()!;
    if (node.type === 'link') found.push(node as Link);
    if ('children' in node)
      for (let index = (node as Parent).children.length - 1; index >= 0; index--) stack.push((node as Parent).children[index]!);
  }
  return found;
}

const MAY_HOLD_DATA = /@|%40|[\uff10-\uff19]|[([] ?at ?[)\]]|\d\D{0,8}\d|born|birth/i;

function findInBlock(block: Block): readonly DataFound[] | null {
  if (!MAY_HOLD_DATA.test(block.text)) return null;
  const found: DataFound[] = [];
  const add = (data: DataFound): void => {
    if (!found.some(({ at }) => data.at.start < at.end && at.start < data.at.end)) found.push(data);
  };

  // A link to a person’s mailbox or mobile goes as a whole, whatever its text.
  for (const link of linksOf(block)) {
    const span = spanOf(link);
    const target = /^(?:mailto|tel):(?<value>.+)$/is.exec(decodeAddress(link.url))?.groups?.value;
    if (target === undefined) {
      const inAddress = dataInAddress(link.url);
      if (inAddress) add({ kind: inAddress.kind, at: span, value: inAddress.value, edits: removal([span], asText(block.text, span)) });
      continue;
    }
    // What stands before a telephone number may name the service.
    const before = `${block.text.slice(Math.max(0, span.start - 60), span.start)} `;
    const match = findInText(before + target).find(({ to }) => to > before.length);
    if (match) add({ kind: match.kind, at: span, value: target, edits: removal([span], asText(block.text, span)) });
  }

  eachUnit(hiddenProse(block), ({ kind, from, to, home }, unit) => {
    add({
      kind,
      at: unit.sourceOf(from, to),
      value: unit.text.slice(from, to),
      edits: removal(unit.sourcesOf(from, to)),
      ...(home === undefined ? {} : { home }),
    });
  });
  eachUnit(block.prose, ({ kind, from, to, home }, prose) => {
    const at = prose.sourceOf(from, to);
    const spans = balanced(block.nodes, at);
    const whole = {
      start: smallest([at.start, ...spans.map(({ start }) => start)]),
      end: largest([at.end, ...spans.map(({ end }) => end)]),
    };
    add({
      kind,
      at,
      value: prose.text.slice(from, to),
      edits: removal(spans.length > 0 ? spans : [at], asText(block.text, whole)),
      ...(home === undefined ? {} : { home }),
    });
  });
  return found.length > 0 ? found.sort((a, b) => a.at.start - b.at.start) : null;
}

/** Whatever is found in units of text; cells are read with their column's header and the cell to their left. */
function eachUnit<T extends Prose>(units: readonly T[], found: (match: KindMatch, unit: T) => void): void {
  const headers = new Map<number, string>();
  const ofBirth = new Set<number>();
  let left: T | null = null;
  let leftAnnounces = false;
  for (const unit of units) {
    const column = unit.column ?? 0;
    const mayTellBirth = MAY_TELL_BIRTH.test(unit.text);
    const announces = mayTellBirth && announcesBirth(unit.text);
    if (unit.kind === 'header-cell') {
      if (column === 0) {
        headers.clear();
        ofBirth.clear();
      }
      headers.set(column, unit.text);
      if (announces) ofBirth.add(column);
      else ofBirth.delete(column);
    }
    const header = unit.kind === 'cell' ? (headers.get(column) ?? null) : null;
    const beside = unit.column !== undefined && left?.row === unit.row ? left!.text : null;
    const announced = (unit.kind === 'cell' && ofBirth.has(column)) || (leftAnnounces && beside !== null);
    for (const match of findInText(unit.text)) found(match, unit);
    for (const label of [header, beside]) for (const match of findUnderLabel(label, unit.text)) found(match, unit);
    if (announced || mayTellBirth)
      for (const { from, to } of findBirthDates(unit.text, announced)) found({ kind: 'birth-date', from, to }, unit);
    for (const { from, to, home } of findPostcodes(unit, header, headers)) found({ kind: 'postcode', from, to, home }, unit);
    left = unit;
    leftAnnounces = announces;
  }
}

/** What a cell holds that the head of its column or the cell before it names. */
function findUnderLabel(label: string | null, text: string): KindMatch[] {
  if (label === null || label.length > LONGEST_HEADER || mostDigits(text) < 6) return [];
  const lead = `${label}: `;
  return findLabelled(lead + text).flatMap(({ kind, from, to }) =>
    from < lead.length ? [] : [{ kind, from: from - lead.length, to: to - lead.length }],
  );
}

/** What one line of words shows that is no part of the prose. */
export function findInLine(text: string): readonly KindMatch[] {
  const line: Prose = {
    kind: 'paragraph',
    text,
    span: { start: 0, end: text.length },
    quoted: 0,
    sourceOf: (from, to) => ({ start: from, end: to }),
  };
  const found: KindMatch[] = [];
  eachUnit([line], (match) => {
    if (!found.some(({ from, to }) => match.from < to && from < match.to)) found.push(match);
  });
  return found.sort((a, b) => a.from - b.from);
}

/** Somebody's number or mailbox inside a web address; a number counts only where the address names it. */
function dataInAddress(url: string): { readonly kind: DataKind; readonly value: string } | null {
  if (!/\d{9}|@|%40/.test(url)) return null;
  const address = decodeAddress(url).replace(/[?&=/#]+/g, ' ');
  const named = /(?:nhs|upn|pupil|patient|child|nino|insurance|person)/i.test(address);
  const match = findInText(address).find(
    ({ kind }) => kind === 'private-mail' || (named && kind !== 'named-mail' && kind !== 'mobile-number'),
  );
  return match ? { kind: match.kind, value: address.slice(match.from, match.to) } : null;
}

function decodeAddress(url: string): string {
  try {
    return decodeURIComponent(url);
  } catch {
    return url;
  }
}

/** Every personal datum of a block, in order; null for none. Which of them are findings depends on the section. */
export const personalDataIn = perBlock(findInBlock);
