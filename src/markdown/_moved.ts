import type { Node, Parent, RootContent } from 'mdast';
import { lineStartsOf } from '../text/lines.js';
import { lastAtMost } from '../text/search.js';
import type { TextEdit } from '../text/span.js';

/** In order, without those that reach into one before. */
export function apartFromEachOther(edits: readonly TextEdit[]): TextEdit[] {
  const kept: TextEdit[] = [];
  for (const edit of [...edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
    const last = kept.at(-1);
    if (!last || edit.start >= last.end) kept.push(edit);
  }
  return kept;
}

/** The mended text, read, with every position where it stands in the text as it was. */
export function moved(text: string, parse: (text: string) => readonly RootContent[], edits: readonly TextEdit[]): RootContent[] {
  let mended = '';
  let at = 0;
  /** Places in the mended text from which on it runs along the old one again. */
  const steps: { readonly from: number; readonly was: number }[] = [{ from: 0, was: 0 }];
  for (const edit of edits) {
    mended += text.slice(at, edit.start);
    // What is put in stands, as it were, at the place of the edit.
    for (let index = 0; index < edit.text.length; index++) steps.push({ from: mended.length + index, was: edit.start });
    mended += edit.text;
    steps.push({ from: mended.length, was: edit.end });
    at = edit.end;
  }
  mended += text.slice(at);
  const lines = lineStartsOf(text);
  const was = (offset: number): number => {
    const step = steps[lastAtMost(steps, offset, ({ from }) => from)]!;
    return Math.min(text.length, step.was + (offset - step.from));
  };
  const nodes = [...parse(mended)];
  const stack: Node[] = [...nodes];
  while (stack.length > 0) {
    const node = stack.pop()!;
    for (const point of [node.position!.start, node.position!.end]) {
      point.offset = was(point.offset!);
      const line = lastAtMost(lines, point.offset, Number);
      point.line = line + 1;
      point.column = point.offset - lines[line]! + 1;
    }
    if ('children' in node) for (const child of (node as Parent).children) stack.push(child);
  }
  return nodes;
}
