import type { PhrasingContent } from 'mdast';
import type { Inline } from './model.js';

interface Style {
  /** Footnote's label. */
  readonly note: (id: string) => string;
  /** Without bold and italics. */
  readonly plain: boolean;
  readonly break: () => PhrasingContent;
}

interface Run {
  text: string;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly strike: boolean;
  readonly code: boolean;
  readonly href: string;
}

type Item = Run | PhrasingContent;
const isRun = (item: Item | undefined): item is Run => item !== undefined && 'href' in item;

/** Words that say the same as the address behind them, which then need no link. */
function isOwnAddress(text: string, href: string): boolean {
  const bare = (address: string): string =>
    address
      .trim()
      .toLowerCase()
      .replace(/^(?:https?:\/\/|mailto:|tel:)/, '')
      .replace(/\/$/, '');
  return bare(text) === bare(href) || (href.startsWith('tel:') && /^[\d\s+()-]+$/.test(text));
}

const sameLook = (one: Run, other: Run): boolean =>
  one.bold === other.bold &&
  one.italic === other.italic &&
  one.strike === other.strike &&
  one.code === other.code &&
  one.href === other.href;

/** Runs of one look joined, with single spaces, and with nothing but words at the ends of lines. */
function collect(inlines: readonly Inline[], style: Style): Item[] {
  const items: Item[] = [];
  for (const inline of inlines) {
    if (inline.kind === 'break') items.push(style.break());
    else if (inline.kind === 'note')
      items.push({ type: 'footnoteReference', identifier: style.note(inline.id), label: style.note(inline.id) });
    // Without a name its file is not to be had; programs then show what is said of it.
    else if (inline.kind === 'image') items.push({ type: 'image', url: inline.name, alt: inline.alt });
    else {
      const { text, bold = false, italic = false, strike = false, code = false, href = '' } = inline;
      const blank = !/\S/.test(text);
      const last = items.at(-1);
      const plain = style.plain;
      const run: Run = { text: text.replace(/\s+/g, ' '), bold: bold && !plain, italic: italic && !plain, strike, code, href };
      // Spaces look the same in any run, so they go on with the run before them.
      if (isRun(last) && (sameLook(last, run) || blank)) last.text = `${last.text}${run.text}`.replace(/ {2,}/g, ' ');
      else if (blank && !last) continue;
      else items.push(blank ? { ...run, bold: false, italic: false, strike: false, code: false, href: '' } : run);
    }
  }
  // Joining may have put equal runs side by side.
  const joined: Item[] = [];
  for (const item of items) {
    const last = joined.at(-1);
    if (isRun(item) && isRun(last) && sameLook(last, item)) last.text = `${last.text}${item.text}`.replace(/ {2,}/g, ' ');
    else joined.push(item);
  }
  return joined;
}

const isPlain = ({ bold, italic, strike, code, href }: Run): boolean => !bold && !italic && !strike && !code && href === '';
const isBreak = (item: Item | undefined): boolean => item !== undefined && !isRun(item) && (item.type === 'break' || item.type === 'html');
const WORD = /[\p{L}\p{N}]/u;

/** Where the marks after the last letter or digit begin. */
function lastWord(text: string): number {
  let end = text.length;
  while (end > 0 && !WORD.test(text[end - 1]!) && !/[\udc00-\udfff]/.test(text[end - 1]!)) end--;
  return end;
}

/**
 * Moves spaces, and marks that Markdown cannot close at, from the ends of bold, italic and linked runs into plain runs between them:
 * `**Lead:**Name` would show its asterisks.
 */
function tidyEnds(items: readonly Item[]): Item[] {
  const tidy: Item[] = [];
  const plain = (text: string): void => {
    if (text === '') return;
    const last = tidy.at(-1);
    if (isRun(last) && isPlain(last)) last.text += text;
    else tidy.push({ text, bold: false, italic: false, strike: false, code: false, href: '' });
  };
  items.forEach((item, index) => {
    if (!isRun(item)) {
      tidy.push(item);
      return;
    }
    if (isPlain(item)) return plain(item.text);
    const inner = item.text.trim();
    const before = item.text.slice(0, item.text.length - item.text.trimStart().length);
    const after = inner === '' ? '' : item.text.slice(item.text.trimEnd().length);
    const emphasis = item.bold || item.italic || item.strike;
    const next = items[index + 1];
    const last = tidy.at(-1);
    const nextLetter = after === '' && isRun(next) ? next.text.slice(0, 1) : ' ';
    const lastLetter = before === '' && isRun(last) ? last.text.slice(-1) : ' ';
    let words = inner;
    let lead = '';
    let tail = '';
    if (emphasis && item.href === '') {
      if (WORD.test(nextLetter)) tail = words.slice(lastWord(words));
      words = words.slice(0, words.length - tail.length);
      if (WORD.test(lastLetter)) lead = /^[^\p{L}\p{N}]+/u.exec(words)?.[0] ?? '';
      words = words.slice(lead.length);
    }
    plain(before + lead);
    if (WORD.test(words) || (words !== '' && (item.href !== '' || item.code))) tidy.push({ ...item, text: words });
    else plain(words);
    plain(tail + after);
  });
  return tidy;
}

/** Without spaces at the ends of lines. */
function trimLines(items: readonly Item[]): Item[] {
  const trimmed: Item[] = [];
  items.forEach((item, index) => {
    if (!isRun(item)) {
      trimmed.push(item);
      return;
    }
    let { text } = item;
    if (index === 0 || isBreak(items[index - 1]) || (isRun(items[index - 1]) && / $/.test((items[index - 1] as Run).text)))
      text = text.trimStart();
    if (index === items.length - 1 || isBreak(items[index + 1])) text = text.trimEnd();
    if (text !== '') trimmed.push({ ...item, text });
  });
  while (isBreak(trimmed.at(-1))) trimmed.pop();
  while (isBreak(trimmed[0])) trimmed.shift();
  return trimmed.filter((item, index) => !(isBreak(item) && isBreak(trimmed[index - 1])));
}

function nodeOf(run: Run): PhrasingContent {
  let node: PhrasingContent = { type: run.code ? 'inlineCode' : 'text', value: run.text };
  if (run.strike) node = { type: 'delete', children: [node] };
  if (run.italic) node = { type: 'emphasis', children: [node] };
  if (run.bold) node = { type: 'strong', children: [node] };
  return node;
}

/** Inlines as Markdown can say them. */
export function phrasing(inlines: readonly Inline[], style: Style): PhrasingContent[] {
  // A link may be kept in several pieces; whether its words are its own address is asked of all of them.
  const items = trimLines(tidyEnds(collect(inlines, style)));
  const nodes: PhrasingContent[] = [];
  for (let index = 0; index < items.length; index++) {
    const item = items[index]!;
    if (!isRun(item)) nodes.push(item);
    else if (item.href === '') nodes.push(nodeOf(item));
    else {
      const pieces = [item];
      for (let next = items[index + 1]; isRun(next); next = items[index + 1]) {
        const second = items[index + 2];
        // Spaces between pieces have been moved out of them.
        const isGap = next.href === '' && next.text.trim() === '' && isRun(second) && second.href === item.href;
        if (next.href !== item.href && !isGap) break;
        pieces.push(next);
        index++;
      }
      const text = pieces.map((piece) => piece.text).join('');
      if (isOwnAddress(text, item.href)) nodes.push({ type: 'text', value: text });
      else nodes.push({ type: 'link', url: item.href, children: pieces.map(nodeOf) });
    }
  }
  return nodes;
}
