import type { Blockquote, Heading, List, Paragraph, RootContent, Table } from 'mdast';
import { lineEnd } from '../text/lines.js';
import { matchesOf } from '../text/matches.js';
import type { Span } from '../text/span.js';
import { cellsOf, isIntruder, type Mend } from './_mend.js';

/*
 * One sign too many or too few at the beginning of a line: the heading, the row, the item or the label that stood there is none any more.
 */

const spanOf = (node: RootContent): Span => ({ start: node.position!.start.offset!, end: node.position!.end.offset! });

const cut = (start: number, end: number): Mend['edits'] => [{ start, end, text: '' }];

// Headings

/** "]## Heading" and "##& Heading", also between the signs. A single # needs words that read like a title. */
const BEFORE_SIGNS = /^( {0,3})([^\s#>])(#{1,6})[ \t]+(?=[\p{Lu}\d“‘])([^\n\r]{0,200})/gmu;
const AMONG_SIGNS = /^( {0,3}#{1,5})([^\s#])(#{0,5})[ \t]+(?=[\p{Lu}\d“‘])([^\n\r]{0,200})/gmu;

const isTitle = (words: string): boolean => !/[.!?;,:][”’"')]?[ \t]*$/.test(words) && /\S \S+ \S/.test(words);

export function headingSigns(text: string, node: Paragraph): Mend[] {
  const { start, end } = spanOf(node);
  const source = text.slice(start, end);
  if (!source.includes('#')) return [];
  const found: Mend[] = [];
  const tell = (from: number, line: number): void => {
    found.push({ kind: 'heading-sign', at: { start: from, end: line }, edits: cut(from, from + 1) });
  };
  for (const match of matchesOf(source, BEFORE_SIGNS)) {
    const [whole, indent, sign, signs, words] = match as unknown as [string, string, string, string, string];
    // "\# of pupils" and "C# and F#" are written on purpose.
    if (signs.length === 1 && (sign === '\\' || /\p{Lu}/u.test(sign) || !isTitle(words))) continue;
    tell(start + match.index + indent.length, start + match.index + whole.length);
  }
  for (const match of matchesOf(source, AMONG_SIGNS)) {
    const [whole, before, sign, behind, words] = match as unknown as [string, string, string, string, string];
    // "##1 Heading" lacks its space only.
    if (behind === '' && (/[\p{L}\p{N}]/u.test(sign) || (before.trim().length === 1 && !isTitle(words)))) continue;
    tell(start + match.index + before.length, start + match.index + whole.length);
  }
  return found;
}

/** "## ## Heading": the signs stand apart. */
export function splitSigns(text: string, node: Heading): Mend[] {
  const { start, end } = { start: node.position!.start.offset!, end: node.position!.end.offset! };
  const match = /^(#{1,5})([ \t]+)#{1,5}[ \t]+\S/.exec(text.slice(start, end));
  if (!match) return [];
  const from = start + match[1]!.length;
  return [{ kind: 'heading-sign', at: { start, end }, edits: cut(from, from + match[2]!.length) }];
}

/** Signs of a heading with no words behind them, such as are left where a line is broken after them. */
export function emptyHeading(text: string, node: Heading): Mend[] {
  const at = { start: node.position!.start.offset!, end: node.position!.end.offset! };
  return node.children.length === 0 && /^#{1,6}$/.test(text.slice(at.start, at.end).trim())
    ? [{ kind: 'heading-empty', at, edits: cut(at.start, at.end) }]
    : [];
}

/** The words of a heading go on in the line below, in small letters and without the end of a sentence. */
export function brokenHeading(text: string, node: Heading, next: RootContent | undefined): Mend[] {
  const { start, end } = { start: node.position!.start.offset!, end: node.position!.end.offset! };
  if (next?.type !== 'paragraph' || text[start] !== '#' || node.children.length === 0) return [];
  const below = spanOf(next);
  const gap = text.slice(end, below.start);
  const words = text.slice(below.start, below.end);
  if (!/^[ \t]*(?:\r\n|\n|\r)[ \t]*$/.test(gap) || !/^\p{Ll}[^\n\r.!?;:|]{0,100}\??$/u.test(words)) return [];
  return [{ kind: 'broken-heading', at: below, edits: [{ start: end, end: below.start, text: ' ' }] }];
}

/** A heading that spaces make the last thing of the item above it. */
export function headingInItem(text: string, node: List): Mend[] {
  return node.children.flatMap((item): Mend[] => {
    const heading = item.children.at(-1);
    if (heading?.type !== 'heading' || item.children.length < 2 || heading.depth > 4) return [];
    const { start, end } = spanOf(heading);
    const line = Math.max(text.lastIndexOf('\n', start - 1), text.lastIndexOf('\r', start - 1)) + 1;
    if (text[start] !== '#' || line === start || text.slice(line, start).trim() !== '') return [];
    return [{ kind: 'heading-in-item', at: { start, end }, edits: cut(line, start) }];
  });
}

/** Spaces that look like others and are none to Markdown: before a sign at the beginning of a line, or right behind it. */
const HIDDEN_SPACE =
  /^([ \t]{0,3})(?:([\u00a0\u2000-\u200b\u202f\u2060\u3000\ufeff]{1,20}[ \t\u00a0]{0,20})(?=#{1,6}[ \t\u00a0]|\||[-*+][ \t\u00a0]|\d{1,3}[.)][ \t\u00a0])|(#{1,6}|[-*+]|\d{1,3}[.)])[ \t]{0,3}[\u00a0\u2000-\u200b\u202f\u3000][ \t\u00a0]{0,3}(?=\S))/gmu;

export function hiddenSpaces(text: string, node: Paragraph, next: RootContent | undefined): Mend[] {
  const { start, end } = spanOf(node);
  const source = text.slice(start, end);
  if (!/[\u00a0\u2000-\u200b\u202f\u2060\u3000\ufeff]/.test(source)) return [];
  const found = matchesOf(source, HIDDEN_SPACE).flatMap((match): { mend: Mend; isItem: boolean }[] => {
    const [whole, before, spaces, sign] = match as unknown as [string, string, string | undefined, string | undefined];
    const from = start + match.index + before.length;
    const to = start + match.index + whole.length;
    const isItem = /[\d*+-]/.test(sign ?? text[to]!);
    // A number or a dash within a sentence is no item.
    if (isItem && match.index > 0 && !/[.:;!?][ \t]*(?:\r\n|\n|\r)$/.test(source.slice(0, match.index))) return [];
    const edit = spaces === undefined ? { start: from + sign!.length, end: to, text: ' ' } : { start: from, end: to, text: '' };
    const mend: Mend = { kind: 'hidden-space', at: { start: from, end: lineEnd(text, to) }, edits: [edit] };
    // What stands for a sign that is told of already.
    return [{ mend: spaces?.startsWith('\u200b\u200b') ? { ...mend, isQuiet: true } : mend, isItem }];
  });
  // One line that begins with "1." or a dash is read as it is shown.
  const items = found.filter(({ mend, isItem }) => isItem && !mend.isQuiet).length;
  const isFirst = next?.type === 'list' && isRightBelow(text, node, next);
  return found.filter(({ mend, isItem }) => mend.isQuiet || !isItem || isFirst || items > 1).map(({ mend }) => mend);
}

// Rows

const ROW = /^[ \t]*\|.*\S/;
const STRAY_ROW = /^[ \t]*([^\s|])\|.*\|[ \t]*$/;
/** The line under a header, also with a sign too many before its first bar. */
const isDashes = (line: string): boolean => {
  const plain = line.trim();
  return line.includes('--') && line.includes('|') && (/^[-: |\t]+$/.test(plain) || /^[-: |\t]+$/.test(plain.slice(1)));
};

interface LineAt {
  readonly text: string;
  readonly start: number;
}

const linesAt = (text: string, { start, end }: Span): LineAt[] =>
  matchesOf(text.slice(start, end), /[^\n\r]+/g).map((match) => ({ text: match[0], start: start + match.index }));

/** A sign in front of a row that makes no table of its header, or one line of dashes broken into two. */
export function rowSigns(text: string, node: Paragraph): Mend[] {
  const lines = linesAt(text, spanOf(node));
  if (lines.length < 2 || !lines.some((line) => isDashes(line.text))) return [];
  const found: Mend[] = [];
  for (const [index, line] of lines.entries()) {
    const sign = STRAY_ROW.exec(line.text);
    if (sign && lines.some((other) => other !== line && ROW.test(other.text))) {
      const from = line.start + line.text.indexOf(sign[1]!);
      found.push({ kind: 'row-sign', at: { start: from, end: line.start + line.text.trimEnd().length }, edits: cut(from, from + 1) });
    }
    const before = lines[index - 1];
    if (isIntruder(line.text) && before && lines[index + 1] && isDashes(lines[index + 1]!.text))
      found.push({
        kind: 'stray-row',
        at: { start: line.start, end: line.start + line.text.length },
        edits: cut(before.start + before.text.length, line.start + line.text.length),
      });
    if (index > 1 && before && isDashes(line.text) && isDashes(before.text) && /^[ \t]*\|/.test(before.text))
      found.push({
        kind: 'wrong-delimiter',
        at: { start: line.start, end: line.start + line.text.trimEnd().length },
        edits: cut(before.start + before.text.trimEnd().length, line.start),
      });
  }
  return found;
}

/** The line of dashes and the row above or below it in one line: "| Lead || --- |". */
export function joinedRows(text: string, node: Paragraph): Mend[] {
  const found: Mend[] = [];
  for (const line of linesAt(text, spanOf(node))) {
    if (!line.text.includes('||') || !line.text.includes('--')) continue;
    // A row has no empty cell right beside dashes.
    const seam = line.text.search(/\|(?=\|[ \t]*:?-{2,})|(?<=-[: \t]{0,5})\|(?=\|)/);
    const [before, behind] = [line.text.slice(0, seam + 1), line.text.slice(seam + 1)];
    if (seam < 0 || isDashes(before) === isDashes(behind)) continue;
    const at = line.start + seam + 1;
    const newline = /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
    found.push({
      kind: 'joined-rows',
      at: { start: line.start, end: line.start + line.text.trimEnd().length },
      edits: [{ start: at, end: at, text: newline }],
    });
  }
  return found;
}

/** One row in two lines: "| Hire staff | Head of" and "service |". */
export function brokenRows(text: string, node: Paragraph | Table, next?: RootContent): Mend[] {
  const { start } = spanOf(node);
  // The second line of a header begins the table.
  const { end } = spanOf(next?.type === 'table' && isRightBelow(text, node, next) ? next : node);
  const lines = linesAt(text, { start, end });
  const isWhole = (line: string): boolean => /^[ \t]*\|.*\|[ \t]*$/.test(line);
  const found: Mend[] = [];
  for (let index = 0; index + 1 < lines.length && lines.length > 2; index++) {
    const [above, below] = [lines[index]!, lines[index + 1]!];
    if (/^[ \t]*\|/.test(below.text) || !/\|[ \t]*$/.test(below.text) || !/^[ \t]*\|/.test(above.text)) continue;
    const others = lines.filter((line) => line !== above && line !== below);
    const cells = cellsOf((others.find((line) => isDashes(line.text)) ?? others[0]!).text);
    const areDashes = /^[-: |\t]+$/.test(above.text + below.text);
    if (!others.every(({ text: line }) => isWhole(line)) || !(areDashes || others.some((line) => isDashes(line.text)))) continue;
    if (isWhole(above.text) && cellsOf(above.text) >= cells) continue;
    if (cellsOf(`${above.text} ${below.text}`) !== cells) continue;
    const from = above.start + above.text.trimEnd().length;
    found.push({
      kind: 'broken-row',
      at: { start: below.start, end: below.start + below.text.trimEnd().length },
      edits: [{ start: from, end: below.start + /^[ \t]*/.exec(below.text)![0].length, text: areDashes ? '' : ' ' }],
    });
  }
  return found;
}

/** Rows whose first bar is none, because a backslash stands before it. */
export function escapedBars(text: string, node: Table): Mend[] {
  return node.children.flatMap((row): Mend[] => {
    const { start, end } = { start: row.position!.start.offset!, end: row.position!.end.offset! };
    return text.startsWith('\\|', start) ? [{ kind: 'row-sign', at: { start, end }, edits: cut(start, start + 1) }] : [];
  });
}

// Quotations

/** ">" right before a heading, a row, an item or a label, or before the first line only of what goes on without it. */
export function strayQuote(text: string, node: Blockquote): Mend[] {
  const { start, end } = spanOf(node);
  const source = text.slice(start, end);
  if (!/^>(?:#{1,6} |\||[-*+] |\d{1,3}[.)] |\*\*)/.test(source) || /[\n\r][ \t]*>/.test(source)) return [];
  const line = /^[^\n\r]*/.exec(source)![0];
  return [{ kind: 'stray-quote', at: { start, end: start + line.length }, edits: cut(start, start + 1) }];
}

/** A table and nothing else in a quotation: readers see it, and it is the document’s own. */
export function quotedTable(text: string, node: Blockquote): Mend[] {
  if (node.children.length !== 1 || node.children[0]!.type !== 'table') return [];
  const { start, end } = spanOf(node);
  const signs = matchesOf(text.slice(start, end), /^[ \t]*>[ \t]?/gm);
  return [
    {
      kind: 'stray-quote',
      at: { start, end: lineEnd(text, start) },
      edits: signs.flatMap(({ index, 0: sign }) => cut(start + index, start + index + sign.length)),
      isQuiet: true,
    },
  ];
}

// Comments

/** "<!--" among words, and nothing behind it that closes the comment. */
export function openSigns(text: string, node: Paragraph | Heading | Table): Mend[] {
  const { start, end } = { start: node.position!.start.offset!, end: node.position!.end.offset! };
  const source = text.slice(start, end);
  if (!source.includes('<!--')) return [];
  return matchesOf(source, /<!--(?![^|\n\r]{0,1000}-->)[ \t]?/g).flatMap((match): Mend[] => {
    const before = source.slice(Math.max(0, match.index - 200), match.index);
    const closes = node.type !== 'table' && source.includes('-->', match.index);
    if (closes || (before.match(/`/g)?.length ?? 0) % 2 === 1) return [];
    const at = start + match.index;
    return [{ kind: 'comment-sign', at: { start: at, end: at + 4 }, edits: cut(at, at + match[0].length) }];
  });
}

// Items

const ITEM_QUOTE = /^([ \t]*(?:[-*+]|\d{1,3}[.)])[ \t]+)>(?=\*\*|[\p{L}[])/gmu;
/** "-**Lead:** …" among items, and "\- **Lead:** …". */
const ITEM_SPACE = /^([ \t]*)([-*+]|\d{1,2}[.)])(?=\*\*\p{Lu}|\p{Lu}\p{Ll}+ )/gmu;
/** "-~ **Lead:** …": the sign stands behind the one that makes an item. */
const SIGN_IN_ITEM = /^([ \t]*[-*+])[^\s\p{L}\p{N}](?=[ \t]+\*\*\p{Lu})/gmu;
const ITEM_SIGN =
  /^([ \t]*)(?:[^\s\p{L}\p{N}*+-](?=[-*+] (?:\*\*)?\p{L})|-(?=- (?:\*\*)?\p{Lu})|\p{Ll}(?=[-*] \p{Lu})|\S(?=[-*+] \*\*\p{Lu}))/gmu;

/** A line among items that a sign too many, or a missing space, keeps from being one. */
function itemLines(text: string, { start, end }: Span): Mend[] {
  const source = text.slice(start, end);
  return [
    ...matchesOf(source, ITEM_SPACE).map((match): Mend => {
      const at = start + match.index + match[1]!.length;
      const to = at + match[2]!.length;
      return { kind: 'item-space', at: { start: at, end: lineEnd(text, to) }, edits: [{ start: to, end: to, text: ' ' }] };
    }),
    ...matchesOf(source, ITEM_SIGN).map((match): Mend => {
      const at = start + match.index + match[1]!.length;
      return { kind: 'item-sign', at: { start: at, end: lineEnd(text, at) }, edits: cut(at, at + 1) };
    }),
    ...matchesOf(source, SIGN_IN_ITEM).map((match): Mend => {
      const at = start + match.index + match[1]!.length;
      return { kind: 'item-sign', at: { start: at - 1, end: lineEnd(text, at) }, edits: cut(at, at + 1) };
    }),
  ];
}

/** "in place.- Train staff": the item below was joined to the one above. */
const JOINED_ITEM = /(?<=[.;!?])([-*+]) (?=(?:\*\*)?\p{Lu})/gu;

/** " Train staff": the sign of an item is gone, and the space behind it is left. */
const LOST_ITEM = /^ (?=[\p{L}*])[^\n\r]+/gmu;

/** Items that are read as a part of the one above them, because their sign, or the break before it, is gone. */
function hiddenItems(text: string, node: List, marker: string): Mend[] {
  const { start, end } = spanOf(node);
  const source = text.slice(start, end);
  const newline = /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
  const joined = matchesOf(source, JOINED_ITEM)
    .filter(([, sign]) => sign === marker)
    .map((match): Mend => {
      const at = start + match.index;
      return { kind: 'joined-items', at: { start: at, end: lineEnd(text, at) }, edits: [{ start: at, end: at, text: newline }] };
    });
  // Where lines are wrapped, they may begin in any way.
  const lines = source.split(/\r\n|\n|\r/);
  const ways = lines.filter((line) => /^ {0,4}(?=[^\s\d*+-])/.test(line)).length;
  const lost =
    ways === 1 && node.children.length >= 2 && /^[-*+]$/.test(marker)
      ? matchesOf(source, LOST_ITEM).map((match): Mend => {
          const at = start + match.index;
          return { kind: 'item-lost', at: { start: at + 1, end: at + match[0].length }, edits: [{ start: at, end: at, text: marker }] };
        })
      : [];
  return [...joined, ...lost];
}

/** The line has the sign that makes an item of others, at its start or behind the one that is too many. */
function hasMarker(text: string, { kind, at }: Mend, marker: string): boolean {
  const signs = text.slice(at.start, at.start + (kind === 'item-sign' ? 2 : 1));
  return /^\d/.test(marker) ? /\d$/.test(signs) : signs.includes(marker[0]!);
}

export function itemSigns(text: string, node: List): Mend[] {
  const span = spanOf(node);
  const source = text.slice(span.start, span.end);
  const marker = /^[-*+]|^\d{1,3}[.)]/.exec(source)?.[0] ?? '';
  return [
    ...hiddenItems(text, node, marker),
    ...matchesOf(source, ITEM_QUOTE).map((match): Mend => {
      const at = span.start + match.index + match[1]!.length;
      return { kind: 'stray-quote', at: { start: at, end: lineEnd(text, at) }, edits: cut(at, at + 1) };
    }),
    // Only a sign that the other items have as well.
    ...itemLines(text, span).filter((mend) => hasMarker(text, mend, marker)),
  ];
}

/** No empty line stands between them. */
const isRightBelow = (text: string, node: RootContent, next: RootContent): boolean =>
  /^(?:\r\n|\n|\r)[ \t]*$/.test(text.slice(spanOf(node).end, spanOf(next).start));

const ONLY_ITEM =
  /^(?:[`~|=%$#@{}[\]<>!;?_^(),.:][-*] (?:\*\*)?\p{Lu}|[`~|=%@{}\]<>!;?_^,.:](?:\*\*)?\d{1,3}(?:\.\d{1,3}){0,2}[.)]? \p{Lu})/u;

/** "(- Train staff" and "}7. Train staff": the only item of a list, and its sign is behind another. */
export function onlyItemSign(text: string, node: Paragraph, next: RootContent | undefined): Mend[] {
  const { start, end } = spanOf(node);
  if (next?.type === 'list' && isRightBelow(text, node, next)) return [];
  if (!ONLY_ITEM.test(text.slice(start, start + 16))) return [];
  return [{ kind: 'item-sign', at: { start, end: Math.min(end, lineEnd(text, start)) }, edits: cut(start, start + 1) }];
}

/** Bold words on a line of their own that go on with the paragraph above for want of an empty line. */
export function joinedLabel(text: string, node: Paragraph): Mend[] {
  const { start, end } = spanOf(node);
  const match =
    /([.!?;]|(?:^|[\n\r])[^\s\p{L}\p{N}])[ \t]?(?:\r\n|\n|\r)(\*\*(?=\p{Lu})[^*\n\r ]{1,40} [^*\n\r]{2,80}(?<![.!;,])\*\*)[ \t]*$/u.exec(
      text.slice(start, end),
    );
  if (!match || match.index === 0) return [];
  const at = start + match.index + match[0].lastIndexOf(match[2]!);
  return [
    {
      kind: 'joined-label',
      at: { start: at, end: at + match[2]!.length },
      edits: [{ start: at, end: at, text: /\r\n|\n|\r/.exec(text)![0] }],
    },
  ];
}

/** The line above a list, without an empty one between, that was to be its first item. */
export function firstItemSign(text: string, node: Paragraph, next: RootContent | undefined): Mend[] {
  if (next?.type !== 'list') return [];
  if (!isRightBelow(text, node, next)) return [];
  const last = linesAt(text, spanOf(node)).at(-1)!;
  const marker = text[spanOf(next).start]!;
  const { start } = spanOf(node);
  if (/^[-*+]$/.test(marker) && last.start === start && text[start - 1] === ' ' && (start === 1 || /[\n\r]/.test(text[start - 2]!)))
    return [{ kind: 'item-lost', at: { start, end: spanOf(node).end }, edits: [{ start: start - 1, end: start - 1, text: marker }] }];
  return itemLines(text, { start: last.start, end: spanOf(node).end }).filter((mend) => hasMarker(text, mend, marker));
}

// Breaks

/** "<br" or "br>": one of the two signs is gone, and the letters are shown. */
const HALF_BREAK = /<br(?= {0,2}[\p{L}\p{N}•*-])|(?<=[\s.;:,)|>])br ?\/?>/gu;

export function halfBreaks(text: string, node: Paragraph | Table | List): Mend[] {
  const { start, end } = spanOf(node);
  const source = text.slice(start, end);
  if (!source.includes('br')) return [];
  return matchesOf(source, HALF_BREAK).map((match): Mend => {
    const at = { start: start + match.index, end: start + match.index + match[0].length };
    return { kind: 'half-break', at, edits: [{ ...at, text: '<br>' }] };
  });
}

// Labels

const BEFORE_LABEL = '^([ \\t]*(?:(?:[-+]|\\*(?!\\*)|\\d{1,3}[.)])[ \\t]+)?)';
/**
 * "**Lead:* Head of service": the stars before and behind a label differ, or something stands between them or before them.
 * "**Lead:**Head of service" is not bold either, because a letter stands right behind.
 */
const LABEL = new RegExp(
  `${BEFORE_LABEL}(\\*{1,3}|\\*[^\\s\\p{L}\\p{N}*]\\*|[\\p{L}\\p{N}!.,;&+=%$|^@~_\\x60[“"]\\*\\*)([ \\t]?)(?=\\p{L})([^*\\n\\r:]{1,60}:)([ \\t]?)(\\*[^\\s*]\\*|\\*{1,3})(?!\\*)`,
  'gmu',
);

/** What closes a sign that may open something around a label. */
const CLOSES: Readonly<Record<string, RegExp>> = { _: /_/, '`': /`/, '[': /\]/, '"': /"/, '“': /”/ };

/** Bold words by themselves, with a sign between the stars on one side. */
const ALONE = /^(?:(\*[^\n\r\p{L}\p{N}*]\*)([^*\n\r]{2,80})\*\*|\*\*([^*\n\r]{2,80})(\*[^\n\r\p{L}\p{N}*]\*))[ \t]*$/gmu;

function starsAlone(source: string, start: number): Mend[] {
  return matchesOf(source, ALONE).map((match): Mend => {
    const from = start + match.index;
    const at = { start: from, end: from + match[0].trimEnd().length };
    return { kind: 'label-stars', at, edits: [{ ...at, text: `**${(match[2] ?? match[3])!}**` }] };
  });
}

export function labelStars(text: string, { start, end }: Span): Mend[] {
  const source = text.slice(start, end);
  if (!source.includes('*')) return [];
  return [...starsAlone(source, start), ...labelsIn(text, source, start)];
}

function labelsIn(text: string, source: string, start: number): Mend[] {
  return matchesOf(source, LABEL).flatMap((match): Mend[] => {
    const [, before, open, spaced, label, gap, close] = match as unknown as [string, string, string, string, string, string, string];
    const from = start + match.index + before.length;
    const to = start + match.index + match[0].length;
    const behind = text[to] ?? '\n';
    // "**Lead: **Head" has its space on the wrong side of the stars.
    const broken = gap !== '';
    if (CLOSES[open[0]!]?.test(text.slice(to, lineEnd(text, to)))) return [];
    const isJoined = open === '**' && close === '**' && spaced === '' && /[\p{L}\p{N}]/u.test(behind);
    if (open === close && (open === '*' || spaced === '') && !broken && !isJoined) return [];
    if (spaced !== '' && open.length !== 2) return [];
    if (open === '*' && close === '*') return [];
    return [
      {
        kind: 'label-stars',
        at: { start: from, end: to },
        edits: [{ start: from, end: to, text: `**${label}**${/\s/.test(behind) ? '' : ' '}` }],
      },
    ];
  });
}
