import { byObject, type SendDocument } from '../document/index.js';
import type { Severity } from '../framework/types.js';
import { maskOver, reportOf } from '../privacy/mask.js';
import type { Fix, Problem, Rule, TextEdit } from '../rules/rule.js';
import { oneLine } from '../text/words.js';
import { DEFAULT_SETTINGS } from '../settings/settings.js';
import { isNewParagraph } from './edits.js';
import { ruleUrl, severityOf } from './select.js';
import type { CheckOptions, Finding, FindingFix, Position } from './types.js';

/** Asked at each fix of a document. */
const hasWindowsBreaks = byObject(({ text }: SendDocument) => text.includes('\r\n'));

/** An edit with the line breaks of its document; a new paragraph does not run into the line that follows it. */
function fitted(document: SendDocument, edit: TextEdit): TextEdit {
  if (!/[\n\r]/.test(edit.text)) return edit;
  const runsOn = isNewParagraph(edit) && /^(?:\r\n|\n|\r)[ \t]*[^\s]/.test(document.text.slice(edit.end, edit.end + 200));
  const inserted = runsOn ? `${edit.text}\n` : edit.text;
  return { ...edit, text: hasWindowsBreaks(document) ? inserted.replace(/\r?\n/g, '\r\n') : inserted };
}

/** Of each text that a title names, in UTF-16 units. */
const LONGEST_NAMED = 60;

/** What a fix does, by the words before and after it; of a long piece only how it begins. */
function titleOf({ text }: SendDocument, edits: readonly TextEdit[]): string {
  const [first] = edits;
  if (!first) return 'Mend this';
  const named = (words: string): string => `“${oneLine(words, LONGEST_NAMED)}”`;
  const before = text.slice(first.start, first.end);
  const everywhere = edits.length > 1 ? ' everywhere' : '';
  if (before.trim() === '') return `Insert ${named(first.text)}${everywhere}`;
  if (first.text.trim() === '') return `Delete ${named(before)}${everywhere}`;
  return `Change ${named(before)} to ${named(first.text)}${everywhere}`;
}

/** A problem as every host shows it, at its place in the document and without anybody’s data. `base`: where the block begins that its spans are relative to. */
export function toFinding(
  document: SendDocument,
  rule: Rule,
  problem: Problem,
  base: number,
  { lookup, answered, settings = DEFAULT_SETTINGS }: CheckOptions,
): Finding {
  const length = document.text.length;
  const position = (offset: number): Position => {
    const at = Math.max(0, Math.min(offset, length));
    return { ...document.lineColumn(at), offset: at };
  };
  const configured = Object.hasOwn(settings.rules, rule.id) ? settings.rules[rule.id] : undefined;
  // A severity that the user chose replaces the rule's own distinctions.
  const severity =
    configured && configured !== 'off' ? configured : (problem.severity ?? (severityOf(rule, document.kind!, settings) as Severity));
  // Rules may quote the text, but nobody's data.
  const mask = maskOver(document, reportOf(document, lookup, answered));
  const move = (edit: TextEdit): TextEdit => fitted(document, { ...edit, start: edit.start + base, end: edit.end + base });
  const fixes = (problem.fixes ?? []).map((fix: Fix): FindingFix => {
    const edits = fix.edits.map(move);
    return { title: mask(fix.title ?? titleOf(document, edits)), preferred: fix.kind === 'fix', edits };
  });
  return {
    rule: rule.id,
    severity,
    message: mask(problem.message),
    help: mask(problem.help ?? rule.help),
    url: ruleUrl(rule.id),
    start: position(problem.at.start + base),
    end: position(Math.max(problem.at.start, problem.at.end) + base),
    fixes,
    ...(problem.related && problem.related.length > 0
      ? {
          related: problem.related.map(({ span, message, path }) => {
            const other = path === undefined ? document : lookup?.(path);
            const place = (offset: number): Position =>
              other ? { ...other.lineColumn(offset), offset } : { line: 1, column: 1, offset: 0 };
            return { path: path ?? null, start: place(span.start), end: place(span.end), message: mask(message) };
          }),
        }
      : {}),
    ...(problem.tag ? { tag: problem.tag } : {}),
    ...(problem.lack === undefined ? {} : { isAbsence: true }),
  };
}
