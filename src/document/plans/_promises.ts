import { byText } from '../../memo/memo.js';
import { withoutStrays } from '../../text/strays.js';

/** Who promises nothing: outcomes are told of these. */
const NO_PROMISER =
  /\b(?:this|it|that|which|these|those|they|you|(?:children|young people|families|parents|carers|pupils|students|everyone|nobody|plan|strategy|document)(?: and (?:\p{L}+ ){0,2}\p{L}+)?)(?: with SEND)?(?: also)? (?:will|shall)$/iu;
const PROMISES =
  /\b(?:will|shall|going to|(?:want|need|plan|plans|planning|intend|intends|commit|commits|committed|promise|promised|pledge|pledged|agree|agreed|continue|work|works|working|act|acting)(?: (?:all|together|jointly|with \p{L}+(?: \p{L}+){0,4}|closely|in partnership|on|hard|as one)){0,2} to)$/iu;
/** "We will now:", "We will do the following:". */
const TRAILING =
  /(?<!\p{L})(?:,? ?(?:have(?: been)?|now|then|also|next|therefore|together|jointly|first|all|do the following|take (?:the following|these) (?:actions?|steps)|make sure that we)){1,3}$/iu;

/** “Our actions to deliver this are to:”, “The next steps we will take are:”. */
const NAMED_ACTIONS =
  /^(?:(?:our|the|these|key|main|agreed|next|joint|planned|priority) ){1,3}(?:actions?|next steps|steps|commitments|pledges|promises)(?: \p{L}[\p{L}’'-]*,?){0,10} (?:are|is|will be|include|includes)(?: to)?$/iu;
/** “We will change by doing these actions:”, “We plan to get there by taking the following steps:”. */
const BY_ACTIONS =
  /\b(?:will|shall|going to|plan to|want to|aim to|intend to)\b.{0,80}\b(?:by|through|with) (?:(?:doing|taking|carrying out|completing|delivering|making) )?(?:these|the following|our) (?:actions|steps|things|changes|commitments)$/iu;

/** Whether a line promises what the list below it holds: "Partners will work together to:". A line without a colon is one only as a label. */
export const opensPromises = byText((text): boolean => {
  const line = withoutStrays(text.replace(/\s+/g, ' ').trim());
  if (!line.endsWith(':') || line.length > 300) return false;
  const last = line
    .slice(0, -1)
    .split(/[.!?;] /)
    .at(-1)!
    .trim();
  const bare = last.replace(/ by(?: the)?(?: end of)? (?:\p{L}+ )?(?:term )?\d{4}(?:[/-]\d{2,4})?$/iu, '');
  const said = bare.replace(TRAILING, '').trimEnd();
  return (PROMISES.test(said) && !NO_PROMISER.test(said)) || NAMED_ACTIONS.test(bare) || BY_ACTIONS.test(bare);
});

/** "Our commitments to you", "Key actions for this year": a title over a list of what will be done. */
export const titlesPromises = byText((text): boolean => {
  const line = withoutStrays(text.trim());
  return (
    /^(?:what|how) (?:(?:we|partners|leaders|the (?:\p{L}+ ){0,3}partnership) (?:will|shall|are going to|is going to|plans? to|wants? to)|we[’']re going to|we[’']ll) (?:do|change|improve|deliver|act|make)\b.{0,50}$/iu.test(
      line,
    ) ||
    /^what (?:will|are|is) (?:you|we|they|partners|leaders|the (?:\p{L}+ ){0,3}\p{L}+)(?: (?:going|planning) to)? (?:do|doing|change|deliver|promise)\b.{0,50}$/iu.test(
      line,
    ) ||
    /^(?:\d{1,2}(?:\.\d{1,2})*[.)]? )?(?:(?:our|the|key|agreed|next|main|joint|immediate|further|planned) ){0,3}(?:actions?|commitments|promises|pledges|steps)(?: (?:agreed|planned|due|to|for|we|that|by|in|with|from|until|before|during|over)\b.{0,50})?[:.]?$/i.test(
      line,
    )
  );
});

/** "We will say more here.", "More is to follow.": it promises words. */
export const promisesWords = byText((text): boolean =>
  /^(?:(?:we|you) (?:will|shall|can) |to )?(?:say|tell you|tell people|write|add|share|give|publish|set out|read|find out) more(?: \p{L}+){0,4}(?: here| soon| later| below| shortly| in due course| on this page| when .{3,60})?[.!]?$|^(?:more|further (?:details?|information)|details) (?:will|is to|are to|to) (?:follow|come|be added)\b|^watch this space\b/iu.test(
    text.trim(),
  ),
);

/** "Partners are committed to:" may open what they do and what they hold to: "understanding that …", "a clear structure". */
export const statesPrinciples = (label: string): boolean => /\b(?:committed|commitment|pledged|dedicated) to:?$/i.test(label.trim());
