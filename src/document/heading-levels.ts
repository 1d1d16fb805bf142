import type { HeadingInfo } from './types.js';

/*
 * "Action 4", "Action 5", "Action 6": headings that count on have one level. One among them that has another lost or gained a # by a slip,
 * and what stands below it would move to another part of the document.
 */

/** A word or letters with a number behind: "Action 7", "AFI2", "Priority 3: …"; no "1.2". */
const COUNTED = /^(\p{L}[\p{L} ]{0,30}?) ?(\d{1,2})(?![\d.]\d)(?=[\s.:)–—-]|$)/u;

interface Counted {
  readonly heading: HeadingInfo;
  readonly number: number;
}

/** The levels that headings were to have, by heading, where they have another. */
export function meantLevels(headings: readonly HeadingInfo[]): ReadonlyMap<HeadingInfo, number> {
  const series = new Map<string, Counted[]>();
  for (const heading of headings) {
    const match = COUNTED.exec(heading.text);
    if (!match) continue;
    const label = match[1]!.toLowerCase();
    const list = series.get(label);
    const counted = { heading, number: Number(match[2]) };
    if (list) list.push(counted);
    else series.set(label, [counted]);
  }
  const meant = new Map<HeadingInfo, number>();
  for (const list of series.values()) {
    // Numbers that begin anew, or stand in several parts, are no one series.
    if (list.length < 3 || list.some(({ number }, index) => index > 0 && number !== list[index - 1]!.number + 1)) continue;
    const first = list[0]!.heading.depth;
    const usual = list.filter(({ heading }) => heading.depth === first).length > 1 ? first : list[1]!.heading.depth;
    const odd = list.filter(({ heading }) => heading.depth !== usual);
    const [only] = odd;
    if (odd.length === 1 && only && only.heading.depth > 1 && Math.abs(only.heading.depth - usual) === 1) meant.set(only.heading, usual);
  }
  return meant;
}
