import { PLACEHOLDERS } from '../../framework/placeholders.js';
import { byText } from '../../memo/memo.js';

/** One pair of brackets and nothing else is a gap, whatever it asks for: "[our first step]". */
const BRACKETED = /^[^\p{L}\p{N}[\](){}<>]*(?:\[[^[\]]*\]|\{[^{}]*\}|<[^<>]*>)[^\p{L}\p{N}]*$/u;

/** Whether a text of an action is nothing but gaps that a template left: it says nothing yet. */
const isOnlyGaps = byText((text) => {
  let rest = text;
  for (const { pattern } of PLACEHOLDERS) rest = rest.replace(pattern, ' ');
  return !/[\p{L}\p{N}]/u.test(rest) || BRACKETED.test(text);
});

/** Whether an action is still to be written: a row of a template, whatever else its cells hold. It answers no area yet. */
export const isUnwritten = ({ text }: { readonly text: string }): boolean => isOnlyGaps(text);
