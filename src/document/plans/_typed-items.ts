import { matchesOf } from '../../text/matches.js';
import { TYPED_BULLET } from '../../text/bullets.js';

/*
 * Lists that Markdown knows as none.
 */

const TYPED_ITEM = new RegExp(`^[ \\t]{0,8}${TYPED_BULLET}[ \\t\\u00A0]{0,8}(?=\\S)`, 'gmu');

/** "a) …" and "(i) …", which Markdown knows as no list. */
const LETTERED = /^\(?[ai]\) /;
const LETTERED_ITEM = /^[ \t]{0,8}\(?(?:[a-z]|[ivx]{2,4})\)[ \t\u00A0]{1,8}(?=\S)/gm;

/** The items of a list whose bullets were typed, where a paragraph begins with one: between the bullets. */
export function typedItems(text: string): readonly { readonly from: number; readonly to: number }[] {
  const bullets = [...matchesOf(text, TYPED_ITEM)];
  const letters = bullets.length === 0 && LETTERED.test(text) ? [...matchesOf(text, LETTERED_ITEM)] : [];
  // One letter in brackets may be the number of an action.
  const marks = letters.length >= 2 ? letters : bullets;
  if (marks[0]?.index !== 0) return [];
  return marks.map((mark, index) => ({ from: mark.index + mark[0].length, to: marks[index + 1]?.index ?? text.length }));
}
