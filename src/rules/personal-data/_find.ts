import type { Node, Parent, RootContent } from 'mdast';
import { findDates, matchesOf, perBlock, sentencesOf, type Block, type Prose } from '../../document/index.js';
import type { Span } from '../../framework/types.js';
import type { TextEdit } from '../rule.js';
import { findPersonalMail } from './_mail.js';
import { findCaseReferences, findMobileNumbers, findNationalInsuranceNumbers, findNhsNumbers, findPupilNumbers, wordsBefore, type Match } from './_numbers.js';

export type DataKind = 'nhs-number' | 'pupil-number' | 'national-insurance-number' | 'case-reference' | 'private-mail' | 'named-mail' | 'mobile-number' | 'birth-date' | 'postcode';

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

interface KindMatch extends Match {
  readonly kind: DataKind;
}

/** What a text shows by itself, whatever stands around it. The first kind that claims a place keeps it. */
export function findInText(text: string): readonly KindMatch[] {
  const found: KindMatch[] = [];
  const claim = (kind: DataKind, matches: readonly Match[]): void => {
    for (const { from, to } of matches) if (!found.some((other) => from < other.to && other.from < to)) found.push({ kind, from, to });
  };
  if (text.includes('@')) for (const match of findPersonalMail(text)) claim(match.owner === 'private' ? 'private-mail' : 'named-mail', [match]);
  // Nothing else is shorter than three digits.
  if (/\d\D{0,6}\d\D{0,6}\d/.test(text)) {
    claim('pupil-number', findPupilNumbers(text));
    claim('national-insurance-number', findNationalInsuranceNumbers(text));
    claim('mobile-number', findMobileNumbers(text));
    claim('nhs-number', findNhsNumbers(text));
    claim('case-reference', findCaseReferences(text));
  }
  return found.sort((a, b) => a.from - b.from);
}

const BIRTH_LABEL = /\b(?:date of birth|birth ?date|d\.?o\.?b\b\.?|born)/gi;
const BIRTH_HEADER = /^(?:(?:child’s |child's |pupil’s )?date of birth|birth ?date|d\.?o\.?b\.?)$/i;
const BETWEEN = /^[\s:=()\u2013\u2014-]{0,4}(?:(?:is|was|on|the) ){0,3}$/i;
/** A cohort ("children born on 1 September") is no person. */
const COHORT = /\b(?:children|people|pupils|students|those|babies|anyone|everyone|all|any|twins|learners|cohort|infants|who (?:are|were))\b/i;

/** Full dates of birth in context. `header` is the header of the cell's column, `label` the cell to its left. */
function findBirthDates(text: string, header: string | null, label: string | null): readonly Match[] {
  const column = [header, label].some((words) => words !== null && BIRTH_HEADER.test(words.trim().replace(/:$/, '')));
  if (!column && !/birth|born|d\.?o\.?b/i.test(text)) return [];
  const days = findDates(text).filter((date) => date.form !== 'range' && date.range !== null);
  if (column) return days;
  const found: Match[] = [];
  for (const match of matchesOf(text, BIRTH_LABEL)) {
    const end = match.index + match[0].length;
    const day = days.find(({ from }) => from >= end);
    if (!day || !BETWEEN.test(text.slice(end, day.from)) || found.some(({ from }) => from === day.from)) continue;
    const sentence = text.slice(Math.max(0, text.lastIndexOf('.', match.index), match.index - 80), match.index);
    if (match[0].toLowerCase() === 'born' && COHORT.test(sentence)) continue;
    found.push({ from: day.from, to: day.to });
  }
  return found;
}

const POSTCODE = /(?<![\p{L}\p{N}])[A-Z]{1,2}\d[A-Z\d]?[ \u00A0\u2009\u202F]{1,2}\d[ABD-HJLNP-UW-Z]{2}(?![\p{L}\p{N}])/gu;
const HOME = /\b(?:(?:lives?|lived|living|resid(?:es?|ed|ing)|resident|stay(?:s|ed|ing)) (?:at|in|with|on|near)|home (?:address|postcode|is (?:at|in))|(?:his|her|their|family|child’s|child's|parents’) (?:own )?(?:home|house|flat|address|postcode)|moved (?:to|into|from))\b/i;
const HOME_HEADER = /^(?:home (?:address|postcode)|(?:child’s |pupil’s |family )(?:address|postcode)|postcode)$/i;
const ORGANISATION =
  /\b(?:council|civic|(?:town|county|city|shire) hall|offices?|cent(?:re|er)|trust|nhs|icb|board|ofsted|schools?|college|academy|hospital|clinic|surgery|library|services?|team|department|business|freepost|po box|church|hub|nursery|university|authority|commissioner|write to|post (?:it )?to|visit us|venue|held at|chambers|campus|station|hotel|theatre|museum|stadium|forum|charity)\b/i;
const STREET = /\b\d{1,4}[A-Za-z]?,? (?:[A-Z][\p{L}’'-]+ ){1,3}(?:Street|Road|Avenue|Lane|Close|Drive|Way|Crescent|Terrace|Gardens|Grove|Row|Walk|Rise|Mews|St|Rd|Ave)\b/u;

/** Postcodes of homes; `home` is false for one that only lacks an organisation. */
function findPostcodes(prose: Prose, header: string | null): readonly (Match & { readonly home: boolean })[] {
  const found: (Match & { readonly home: boolean })[] = [];
  for (const match of matchesOf(prose.text, POSTCODE)) {
    const from = match.index;
    const sentence = sentencesOf(prose).find(({ start, end }) => from >= start && from < end)?.text ?? prose.text;
    const home = HOME.test(sentence) || (header !== null && HOME_HEADER.test(header.trim()));
    const organisation = ORGANISATION.test(prose.text);
    const labelled = /\bpostcode\W{0,4}(?:is )?$/i.test(prose.text.slice(Math.max(0, from - 20), from));
    const address = STREET.test(prose.text) || labelled || (prose.kind !== 'cell' && sentence.length > 40 && wordsBefore(prose.text, from, 2).some((word) => ['in', 'of', 'the', 'postcode', 'from', 'near'].includes(word)));
    if (home || (!organisation && address)) found.push({ from, to: from + match[0].length, home });
  }
  return found;
}

const spanOf = (node: Node): Span => ({ start: node.position!.start.offset!, end: node.position!.end.offset! });

/** Joins edits that touch, so that one replacement stands where the value began. */
function removal(spans: readonly Span[]): TextEdit[] {
  const joined: { start: number; end: number }[] = [];
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    const last = joined.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else joined.push({ start, end });
  }
  return joined.map((span, index) => ({ ...span, text: index === 0 ? REMOVED : '' }));
}

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
      else spans.push(...balanced(children, at));
    } else if (node.type !== 'html' || /^<br/i.test((node as unknown as { value: string }).value)) {
      spans.push({ start: Math.max(span.start, at.start), end: Math.min(span.end, at.end) });
    }
  }
  return spans;
}

/** Nodes whose content a reader of the file sees, though it is no prose. */
function hiddenNodes(nodes: readonly RootContent[]): readonly Node[] {
  const found: Node[] = [];
  const stack: Node[] = [...nodes].reverse();
  while (stack.length > 0) {
    const node = stack.pop()!;
    if (['html', 'code', 'inlineCode', 'image', 'imageReference', 'definition', 'link'].includes(node.type)) found.push(node);
    if ('children' in node) for (let index = (node as Parent).children.length - 1; index >= 0; index--) stack.push((node as Parent).children[index]!);
  }
  return found;
}

const MAY_HOLD_DATA = /@|\d\D{0,8}\d|born|birth/i;

function findInBlock(block: Block): readonly DataFound[] {
  if (!MAY_HOLD_DATA.test(block.text)) return [];
  const found: DataFound[] = [];
  const add = (data: DataFound): void => {
    if (!found.some(({ at }) => data.at.start < at.end && at.start < data.at.end)) found.push(data);
  };

  // A link to a person’s mailbox or mobile goes as a whole, whatever its text.
  for (const node of hiddenNodes(block.nodes)) {
    const span = spanOf(node);
    if (node.type === 'link') {
      const target = /^(?:mailto|tel):(?<value>.+)$/is.exec(decodeAddress((node as unknown as { url: string }).url))?.groups?.value;
      if (target === undefined) continue;
      // What stands before a telephone number may name the service.
      const before = `${block.text.slice(Math.max(0, span.start - 60), span.start)} `;
      const match = findInText(before + target).find(({ to }) => to > before.length);
      if (match) add({ kind: match.kind, at: span, value: target, edits: removal([span]) });
      continue;
    }
    const source = block.text.slice(span.start, span.end);
    for (const { kind, from, to } of findInText(source)) {
      const at = { start: span.start + from, end: span.start + to };
      add({ kind, at, value: source.slice(from, to), edits: removal([at]) });
    }
  }

  const headers = new Map<number, string>();
  let left: { row: number | undefined; text: string } | null = null;
  for (const prose of block.prose) {
    if (prose.kind === 'header-cell') {
      if (prose.column === 0) headers.clear();
      headers.set(prose.column ?? 0, prose.text);
    }
    const header = prose.kind === 'cell' ? (headers.get(prose.column ?? 0) ?? null) : null;
    const label: string | null = prose.kind === 'cell' && left?.row === prose.row ? (left?.text ?? null) : null;
    const matches: { kind: DataKind; from: number; to: number; home?: boolean }[] = [
      ...findInText(prose.text),
      ...findBirthDates(prose.text, header, label).map(({ from, to }) => ({ kind: 'birth-date' as const, from, to })),
      ...findPostcodes(prose, header).map(({ from, to, home }) => ({ kind: 'postcode' as const, from, to, home })),
    ];
    for (const { kind, from, to, home } of matches) {
      const at = prose.sourceOf(from, to);
      const spans = balanced(block.nodes, at);
      add({ kind, at, value: prose.text.slice(from, to), edits: removal(spans.length > 0 ? spans : [at]), ...(home === undefined ? {} : { home }) });
    }
    left = { row: prose.row, text: prose.text };
  }
  return found.sort((a, b) => a.at.start - b.at.start);
}

function decodeAddress(url: string): string {
  try {
    return decodeURIComponent(url);
  } catch {
    return url;
  }
}

/** Every personal datum of a block, in order. Which of them are findings depends on the section. */
export const personalDataIn = perBlock(findInBlock);
