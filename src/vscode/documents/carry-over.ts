import { RULES, type CheckResult, type Finding } from '../../check/index.js';
import type { Position } from '../../check/types.js';
import type { SendDocument } from '../../document/index.js';

/** Rules that the quick check leaves out: those for idle time, and the one that needs the results of all. */
const LATER: ReadonlySet<string> = new Set(RULES.filter(({ id, idle }) => idle || id === 'suppression').map(({ id }) => id));

/** How much of two texts is the same at their start and at their end; the parts do not overlap. */
export function commonEnds(before: string, after: string): { start: number; end: number } {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  let end = 0;
  while (end < most - start && before.charCodeAt(before.length - 1 - end) === after.charCodeAt(after.length - 1 - end)) end++;
  return { start, end };
}

/**
 * Findings of rules that run in idle time, moved to where their text stands now, so that they don't flicker at each keystroke.
 * Those that the change touched are left out.
 */
export function carryOver(
  previous: { readonly findings: readonly Finding[]; readonly document: SendDocument },
  next: CheckResult,
): Finding[] {
  const late = previous.findings.filter(({ rule }) => LATER.has(rule));
  if (late.length === 0) return [];
  const before = previous.document.text;
  const after = next.document.text;
  const { start, end } = commonEnds(before, after);
  const delta = after.length - before.length;
  const position = (offset: number): Position => ({ ...next.document.lineColumn(offset), offset });
  return late.flatMap((finding): Finding[] => {
    const spans = [{ start: finding.start.offset, end: finding.end.offset }, ...finding.fixes.flatMap(({ edits }) => edits)];
    const shift = spans.every((span) => span.end < start || before === after)
      ? 0
      : spans.every((span) => span.start > before.length - end)
        ? delta
        : null;
    if (shift === null) return [];
    return [
      {
        ...finding,
        start: position(finding.start.offset + shift),
        end: position(finding.end.offset + shift),
        fixes: finding.fixes.map((fix) => ({
          ...fix,
          edits: fix.edits.map((edit) => ({ ...edit, start: edit.start + shift, end: edit.end + shift })),
        })),
      },
    ];
  });
}
