import type { StrongRange } from './_inlines.js';

/** Nothing, or one sign. */
const isStray = (text: string): boolean => /^[!-/;-@[-`{-~]?$/.test(text.trim());

/**
 * Where a paragraph's own words begin and end, as offsets in its text: one sign beside bold words, or on a line by itself, is a slip and no
 * text. `bold`: the words are bold as a whole. `length`: of the visible text.
 */
export function ownWords(
  text: string,
  strong: readonly StrongRange[],
  length: number,
): { readonly bold: boolean; readonly from: number; readonly to: number } {
  const only = strong.length === 1 ? strong[0]! : null;
  if (only && isStray(text.slice(0, only.from)) && isStray(text.slice(only.to, length)))
    return { bold: true, from: only.from, to: only.to };
  const first = text.indexOf('\n');
  const last = text.lastIndexOf('\n');
  const from = first >= 0 && /^[!-~]$/.test(text.slice(0, first).trim()) ? first + 1 : 0;
  const sign = last >= from ? text.slice(last).trim() : '';
  return { bold: false, from, to: sign !== '' && isStray(sign) ? last : text.length };
}
