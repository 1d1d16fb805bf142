import { SOURCES, cite } from '../../framework/sources.js';
import { ALL_KINDS, type BlockRule } from '../rule.js';
import { isQuoted, replaceIn } from '../support/prose.js';

/** A word twice with white space between; a line break of a table cell or an address keeps them apart. */
const TWICE = /(?<![\p{L}\p{N}’'-])(?<word>\p{L}[\p{L}’']{0,30})(?=[ \n]{1,3}(?<again>\p{L}[\p{L}’']{0,30})(?![\p{L}\p{N}’'-]))/uy;
/** "of the of the", "to be to be": two little words twice. */
const PAIR_TWICE =
  /(?<![\p{L}’'-])(?<pair>(?:of|in|to|for|with|by|from|on|at|and|that|is|are|as) (?:the|a|an|their|its|be|have)) \k<pair>(?![\p{L}’'-])/iuy;

/** Whether a character belongs to a word, hyphens and apostrophes included. */
const isInWord = (code: number): boolean => (code < 128 ? ASCII_IN_WORD[code] === 1 : code === 0x2019 || (code >= 0xc0 && code < 0x2000));
const ASCII_IN_WORD = Uint8Array.from({ length: 128 }, (_, code) => Number(/[A-Za-z\d'-]/.test(String.fromCharCode(code))));

/** Whether two words with the same first letter may be the same by their second one as well. */
function mayBeSame(text: string, one: number, other: number): boolean {
  const [a, b] = [text.charCodeAt(one + 1), text.charCodeAt(other + 1)];
  return (a | 32) === (b | 32) || !(a < 128 && b < 128) || !(isInWord(a) && isInWord(b));
}

/**
 * Where a word begins after which one with the same first letter stands, and where two words begin after which two with the same first letters do.
 * Few places are left to compare word for word.
 */
function candidates(text: string): { readonly words: readonly number[]; readonly pairs: readonly number[] } {
  const words: number[] = [];
  const pairs: number[] = [];
  // First letters, in lower case, and beginnings of the last three words.
  let [third, second, first] = [0, 0, 0];
  let [thirdAt, secondAt, firstAt] = [0, 0, 0];
  let inside = false;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (!isInWord(code)) {
      inside = false;
      continue;
    }
    if (inside) continue;
    inside = true;
    const letter = code | 32;
    if (letter === first && mayBeSame(text, firstAt, index)) words.push(firstAt);
    if (letter === second && first === third) pairs.push(thirdAt);
    [third, second, first] = [second, first, letter];
    [thirdAt, secondAt, firstAt] = [secondAt, firstAt, index];
  }
  return { words, pairs };
}

function matchAt(text: string, pattern: RegExp, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** Words that can rightly stand twice: "had had", "that that", "needs needs". */
const MAY_REPEAT = new Set([
  'had',
  'that',
  'needs',
  'need',
  'who',
  'very',
  'many',
  'so',
  'no',
  'bye',
  'ha',
  'night',
  'really',
  'long',
  'far',
  'do',
  'her',
  'you',
  'knock',
  'blah',
]);

/** “What it is is clear”: each of the two verbs has its own clause. */
const endsClause = (text: string, at: number): boolean =>
  /\b(?:what|who|where|how|why|that) (?:\S{1,20} ){1,3}$/i.test(text.slice(Math.max(0, at - 70), at));

const rule: BlockRule = {
  id: 'repeated-word',
  title: 'No word stands twice by mistake',
  severity: 'warning',
  kinds: ALL_KINDS,
  source: cite(SOURCES.govukStyle, 'proofreading'),
  rationale: 'A doubled word is left behind when a sentence is changed late, and the eye passes over it.',
  help: 'Delete one of the two words.',
  examples: {
    valid: [
      {
        kind: 'full-inspection-report',
        text: 'Leaders know that that is so. They had had needs needs assessments meet. Leaders knew that, that day. What it is is clear, and so is where the places are are.\n',
      },
      {
        title: 'names, tables and quotations',
        kind: 'full-inspection-report',
        text: 'Wagga Wagga House helps. A child said: ‘It is very, very very good good.’\n\n| Body |\n| --- |\n| Kestrelshire<br>Kestrelshire |\n',
      },
      {
        title: 'not the same word',
        kind: 'full-inspection-report',
        text: 'The team’s team leader. A one-to-one to one. Year 2 2 weeks.\n',
      },
    ],
    invalid: [
      {
        kind: 'full-inspection-report',
        text: 'They work with with parents. The the plan is is new. It is part of the of the plan.\n',
        finds: [{ at: 'with with' }, { at: 'The the' }, { at: 'is is' }, { at: 'of the of the' }],
        fixed: 'They work with parents. The plan is new. It is part of the plan.\n',
      },
      {
        title: 'over a line break',
        kind: 'strategic-plan',
        text: 'We work with\nwith parents.\n',
        finds: [{ at: 'with\nwith' }],
        fixed: 'We work with parents.\n',
      },
    ],
  },
  checkBlock(block, report) {
    for (const prose of block.prose) {
      const { text } = prose;
      const isCell = prose.kind === 'cell' || prose.kind === 'header-cell';
      const { words, pairs } = candidates(text);
      for (const at of words) {
        const match = matchAt(text, TWICE, at);
        if (!match) continue;
        const { word, again } = match.groups as { word: string; again: string };
        const key = word.toLowerCase();
        if (key !== again.toLowerCase() || MAY_REPEAT.has(key)) continue;
        // Two capitals make a name ("Wagga Wagga"); single letters are initials and grades.
        if (/^\p{Lu}/u.test(again) || (word.length === 1 && key !== 'a')) continue;
        if ((key === 'is' || key === 'are') && endsClause(text, match.index)) continue;
        const to = text.indexOf(again, match.index + word.length) + again.length;
        if ((isCell && text.slice(match.index, to).includes('\n')) || isQuoted(prose, match.index, to)) continue;
        report({
          at: prose.sourceOf(match.index, to),
          message: `“${word}” stands twice. Delete one.`,
          fixes: replaceIn(block, prose, match.index, to, word),
        });
      }
      let end = 0;
      for (const at of pairs) {
        const match = at < end ? null : matchAt(text, PAIR_TWICE, at);
        if (!match) continue;
        const to = match.index + match[0].length;
        end = to;
        if (!isQuoted(prose, match.index, to))
          report({
            at: prose.sourceOf(match.index, to),
            message: `“${match.groups!['pair']}” stands twice. Delete one.`,
            fixes: replaceIn(block, prose, match.index, to, match[0].slice(0, match.groups!['pair']!.length)),
          });
      }
    }
  },
};

export default rule;
