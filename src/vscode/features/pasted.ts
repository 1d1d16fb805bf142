/* Where pasted Markdown goes, and what is better pasted as it is. Without the editor, so that it can be tested by itself. */

/** The place of a paste, a choice that it replaces left out. */
export interface PastePlace {
  /** Of the line, before and after the place. */
  readonly before: string;
  readonly after: string;
  /** The lines above and below; null at the ends of the document. */
  readonly above: string | null;
  readonly below: string | null;
  /** Whether the line is a row of a table. */
  readonly isRow: boolean;
}

const LIST_MARK = /^([ \t]*)(?:[-*+•]|\d{1,9}[.)])[ \t]+/;
const HEADING_MARK = /^#{1,6}[ \t]+/;

/** Whether HTML comes from a program for code, whose words are pasted as they stand: their colours mean nothing. */
export function isCode(html: string): boolean {
  const body = html
    .replace(/^[\s\S]{0,4000}?<body\b[^>]{0,400}>/i, '')
    .replace(/^(?:\s+|<(?:meta|!--)[^>]{0,400}>|<\/?html>|<\/?head>)+/i, '');
  const first = /^<(\w+)\b([^>]{0,2000})>/.exec(body);
  return first !== null && (first[1]!.toLowerCase() === 'pre' || /white-space:\s*pre(?![\w-])/i.test(first[2]!));
}

const wordsOf = (text: string): string[] => text.match(/\p{L}{2,}/gu) ?? [];

/** Whether Markdown says nothing that the plain text of the same words does not: one paragraph without emphasis, links and marks. */
export const isPlain = (markdown: string, plain: string): boolean =>
  !/[*_#[\]|`>\n]|^[ \t]*(?:[-+]|\d+\.)[ \t]/.test(markdown.trim()) && wordsOf(markdown).join(' ') === wordsOf(plain).join(' ');

/** Whether more than one in ten words of the plain text is not in the Markdown: then the clipboard holds two different things. */
export const losesWords = (markdown: string, plain: string): boolean => wordsOf(markdown).length < wordsOf(plain).length * 0.9;

/** Blocks as they can stand in one cell; null for a table, which cannot. */
function inCell(lines: readonly string[]): string | null {
  if (lines.some((line) => line.startsWith('|'))) return null;
  return lines
    .filter((line) => line.trim() !== '')
    .map((line) =>
      line
        .trim()
        .replace(HEADING_MARK, '')
        .replace(/^[-*+] /, '• ')
        .replace(/(?<!\\)\|/g, '\\|'),
    )
    .join('<br>');
}

/**
 * Markdown with the blank lines and the indentation that it needs at its place, with line ends of its own (LF); null where it cannot stand.
 */
export function placed(markdown: string, { before, after, above, below, isRow }: PastePlace): string | null {
  const lines = markdown.trimEnd().split('\n');
  if (lines.length === 1 && lines[0]!.trim() === '') return null;
  if (isRow) return inCell(lines);
  const isBlock = (line: string): boolean => HEADING_MARK.test(line) || LIST_MARK.test(line) || /^(?:\||>|```|---$|!\[)/.test(line);
  if (lines.length === 1 && !isBlock(lines[0]!)) return lines[0]!;
  if (/^#{1,6}[ \t]*$/.test(before) && HEADING_MARK.test(lines[0]!)) {
    // The mark is typed already.
    lines[0] = lines[0]!.replace(HEADING_MARK, '');
    if (!before.endsWith(' ')) lines[0] = ` ${lines[0]}`;
    return ends(lines, after, below);
  }
  const mark = LIST_MARK.exec(before);
  if (mark && before === mark[0]) {
    const isList = LIST_MARK.test(lines[0]!);
    if (isList) lines[0] = lines[0]!.replace(LIST_MARK, '');
    const indent = isList ? mark[1]! : ' '.repeat(before.length);
    return ends(
      lines.map((line, index) => (index === 0 || line === '' ? line : indent + line)),
      after,
      below,
    );
  }
  if (before.trim() !== '') return `\n\n${ends(lines, after, below)}`;
  const continues = above === null || above.trim() === '' || (LIST_MARK.test(above) && LIST_MARK.test(lines[0]!));
  const indented = lines.map((line, index) => (index === 0 || line === '' ? line : before + line));
  return `${continues ? '' : '\n'}${ends(indented, after, below)}`;
}

/** A blank line before what follows. */
function ends(lines: readonly string[], after: string, below: string | null): string {
  const text = lines.join('\n');
  if (after.trim() !== '') return `${text}\n\n`;
  return below === null || below.trim() === '' || (LIST_MARK.test(below) && LIST_MARK.test(lines.at(-1)!.trimStart())) ? text : `${text}\n`;
}
