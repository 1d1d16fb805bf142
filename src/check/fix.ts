import { finish } from '../document/index.js';
import type { TextEdit } from '../text/span.js';
import { applyEdits, isNewParagraph } from './edits.js';
import { checkTextInSteps } from './run.js';
import type { CheckResult, Finding, TextOptions } from './types.js';
import { append } from '../text/lists.js';

/** The edits of the preferred fixes that do not touch each other, first come first served; what goes on with a paragraph stands before a new one. */
export function compatibleEdits(
  findings: readonly Finding[],
  rules?: readonly string[],
): { edits: TextEdit[]; applied: number; mended: readonly Finding[] } {
  const taken: TextEdit[] = [];
  const mended: Finding[] = [];
  // Findings come in order, so that most edits lie behind all others.
  let furthest = -1;
  const together = (edit: TextEdit, other: TextEdit): boolean =>
    (edit.order !== undefined && other.order !== undefined) ||
    (edit.end === other.end && edit.text !== other.text && (isNewParagraph(edit) || isNewParagraph(other)));
  const clashes = (edit: TextEdit, other: TextEdit): boolean =>
    edit.start < other.end && other.start < edit.end
      ? true
      : edit.start === other.start && (edit.start === edit.end || other.start === other.end) && !together(edit, other);
  for (const finding of findings) {
    if (rules && !rules.includes(finding.rule)) continue;
    const fix = finding.fixes.find((candidate) => candidate.preferred);
    if (!fix || fix.edits.length === 0) continue;
    if (fix.edits.some((edit) => edit.start <= furthest && taken.some((other) => clashes(edit, other)))) continue;
    append(taken, fix.edits);
    for (const { end } of fix.edits) furthest = Math.max(furthest, end);
    mended.push(finding);
  }
  taken.sort(
    (a, b) =>
      a.start - b.start ||
      a.end - b.end ||
      Number(isNewParagraph(a)) - Number(isNewParagraph(b)) ||
      (a.order !== undefined && b.order !== undefined ? a.order - b.order : 0),
  );
  return { edits: taken, applied: mended.length, mended };
}

/** Two are usual. What is still being mended in the later half of these goes round in circles or only grows. */
const ROUNDS = 8;

export interface FixOptions extends TextOptions {
  readonly rules?: readonly string[];
}

export interface Fixed {
  readonly text: string;
  readonly applied: number;
  readonly rounds: number;
  readonly result: CheckResult;
}

/** Applies preferred fixes until none is left. Assists are never applied, nor is a fix that would never come to an end. */
export function fixText(text: string, options: FixOptions): Fixed {
  return finish(fixTextInSteps(text, options));
}

/** `fixText` with pauses of a few milliseconds at most between them. */
export function* fixTextInSteps(text: string, options: FixOptions): Generator<void, Fixed> {
  const endless = new Set<string>();
  const keyOf = ({ rule, message, fixes }: Finding): string =>
    JSON.stringify([rule, message, fixes.find(({ preferred }) => preferred)?.edits.map((edit) => edit.text)]);
  for (let attempt = 1; ; attempt++) {
    let [now, applied, rounds] = [text, 0, 0];
    let result = yield* checkTextInSteps(now, options);
    const late = new Set<string>();
    for (; rounds < ROUNDS; rounds++) {
      const next = compatibleEdits(
        result.findings.filter((finding) => endless.size === 0 || !endless.has(keyOf(finding))),
        options.rules,
      );
      const changed = applyEdits(now, next.edits);
      if (changed === now) return { text: now, applied, rounds, result };
      if (rounds >= ROUNDS / 2) for (const finding of next.mended) late.add(keyOf(finding));
      now = changed;
      applied += next.applied;
      result = yield* checkTextInSteps(now, options);
    }
    if (attempt === 5) return { text: now, applied, rounds, result };
    for (const key of late) endless.add(key);
  }
}
