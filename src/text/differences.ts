import { diffArrays } from 'diff';

/** How many lines may be added and removed before two texts count as one difference: more would take long, and nobody would read it. */
export const MOST_LINES_CHANGED = 1200;

const linesOf = (text: string): string[] => text.split(/(?<=\n)/);

/** The length of what two texts begin with alike. */
function sameStart(a: string, b: string, most = Math.min(a.length, b.length)): number {
  let length = 0;
  while (length < most && a[length] === b[length]) length++;
  return length;
}

function sameEnd(a: string, b: string, most: number): number {
  let length = 0;
  while (length < most && a[a.length - 1 - length] === b[b.length - 1 - length]) length++;
  return length;
}

/** Replacements of before[start, end) (UTF-16 offsets) that make one text of the other, each as small as can be, in order. */
export function editsBetween(before: string, after: string): { start: number; end: number; text: string }[] {
  if (before === after) return [];
  const changes = diffArrays(linesOf(before), linesOf(after), { maxEditLength: MOST_LINES_CHANGED }) ?? [
    { removed: true, added: false, value: [before] },
    { removed: false, added: true, value: [after] },
  ];
  const edits: { start: number; end: number; text: string }[] = [];
  let at = 0;
  let old = '';
  let now = '';
  const close = (): void => {
    if (old === now) return;
    const start = sameStart(old, now);
    const end = sameEnd(old, now, Math.min(old.length, now.length) - start);
    edits.push({ start: at - old.length + start, end: at - end, text: now.slice(start, now.length - end) });
  };
  for (const { added, removed, value } of changes) {
    const text = value.join('');
    if (!added) at += text.length;
    if (added) now += text;
    else if (removed) old += text;
    else {
      at -= text.length;
      close();
      at += text.length;
      old = now = '';
    }
  }
  close();
  return edits;
}
