import { SOURCES, cite } from '../../framework/sources.js';
import { ALL_KINDS, type BlockRule } from '../rule.js';
import { isQuoted, replaceIn } from '../support/prose.js';

/** A word twice with white space between; a line break of a table cell or an address keeps them apart. */
const TWICE = /(?<![\p{L}\p{N}’'-])(?<word>\p{L}[\p{L}’']{0,30})(?=[ \n]{1,3}(?<again>\p{L}[\p{L}’']{0,30})(?![\p{L}\p{N}’'-]))/uy;
/** Whether a character belongs to a word, hyphens and apostrophes included. */
const isInWord = (code: number): boolean => (code < 128 ? ASCII_IN_WORD[code] === 1 : code === 0x2019 || (code >= 0xc0 && code < 0x2000));
const ASCII_IN_WORD = Uint8Array.from({ length: 128 }, (_, code) => Number(/[A-Za-z\d'-]/.test(String.fromCharCode(code))));

/** Whether two words with the same first letter may be the same by their second one as well. */
function mayBeSame(text: string, one: number, other: number): boolean {
  const [a, b] = [text.charCodeAt(one + 1), text.charCodeAt(other + 1)];
  return (a | 32) === (b | 32) || !(a < 128 && b < 128) || !(isInWord(a) && isInWord(b));
}

/** Where words begin, with their first letters in lower case. */
interface Words {
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  readonly letters: readonly number[];
}

function wordsOf(text: string): Words {
  const [starts, ends, letters]: [number[], number[], number[]] = [[], [], []];
  let inside = false;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (isInWord(code) === inside) continue;
    inside = !inside;
    if (inside) {
      starts.push(index);
      letters.push(code | 32);
    } else ends.push(index);
  }
  if (inside) ends.push(text.length);
  return { starts, ends, letters };
}

/** How many words a phrase has that may stand twice. */
const LONGEST_PHRASE = 4;

/** A phrase that stands twice. */
interface Twice {
  readonly from: number;
  /** Where the first of the two ends. */
  readonly middle: number;
  readonly to: number;
}

/** Phrases of two to four words, and words with a hyphen, that stand twice with nothing but a blank between them. */
function phrasesTwice(text: string, { starts, ends, letters }: Words): Twice[] {
  const found: Twice[] = [];
  const wordAt = (index: number): string => text.slice(starts[index], ends[index]).toLowerCase();
  const sameWord = (one: number, other: number): boolean => one >= 0 && other < starts.length && wordAt(one) === wordAt(other);
  for (let at = 0; at < starts.length - 1; at++) {
    for (let count = 1; count <= LONGEST_PHRASE && at + 2 * count <= starts.length; count++) {
      let same = 0;
      while (same < count && letters[at + same] === letters[at + count + same]) same++;
      if (same < count) continue;
      const [from, middle, to] = [starts[at]!, ends[at + count - 1]!, ends[at + 2 * count - 1]!];
      const phrase = text.slice(from, middle);
      if (!/^[ \n]{1,3}$/.test(text.slice(middle, starts[at + count])) || !isPhrase(phrase, count)) continue;
      if (phrase.toLowerCase() !== text.slice(starts[at + count], to).toLowerCase()) continue;
      // “day after day after day”, “more and more and more”
      const isChain = count === 2 && (sameWord(at - 1, at + 1) || sameWord(at, at + 4));
      if (isChain) continue;
      found.push({ from, middle, to });
      at += 2 * count - 1;
      break;
    }
  }
  return found;
}

const LITTLE = /^(?:(?:of|in|to|for|with|by|from|on|at|and|that|is|are|as) (?:the|a|an|their|its|be|have))$/i;

const isName = (phrase: string): boolean => phrase.split(/[ \n]/).every((word) => /^\p{Lu}/u.test(word));

/** Whether words that stand twice are a phrase and no name, number or list: “a month”, “of the”, “June 2025”, “part-time”. */
const isPhrase = (phrase: string, count: number): boolean =>
  count === 1
    ? /^\p{Ll}[\p{L}’']+-[\p{L}’'-]+$/u.test(phrase)
    : /^[\p{L}\p{N}’' \n-]+$/u.test(phrase) &&
      /\p{L}/u.test(phrase) &&
      (LITTLE.test(phrase) || /\p{L}{4}/u.test(phrase)) &&
      !isName(phrase);

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

/** “Whoever sees them sees them”: what stands first is a subject, and the second its verb. */
const isSubject = (text: string, at: number): boolean =>
  /\b(?:who|whoever|what|whatever|which|that) (?:\S{1,20} ){0,2}$/i.test(text.slice(Math.max(0, at - 60), at));

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
        text: 'The team’s team leader. A one-to-one to one. Year 2 2 weeks. Things get better day after day after day. New Earswick New Earswick and 10 12 10 12.\n',
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
        title: 'a phrase',
        kind: 'strategic-plan',
        text: 'We read ten plans a month a month. They met in June 2025 June 2025, through regular audits of regular audits of plans. She has a part-time part-time place. The The first review is in May.\n',
        finds: [
          { at: 'a month a month' },
          { at: 'June 2025 June 2025' },
          { at: 'regular audits of regular audits of' },
          { at: 'part-time part-time' },
          { at: 'The The' },
        ],
        fixed:
          'We read ten plans a month. They met in June 2025, through regular audits of plans. She has a part-time place. The first review is in May.\n',
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
      const words = wordsOf(text);
      for (let index = 1; index < words.starts.length; index++) {
        const at = words.starts[index - 1]!;
        if (words.letters[index] !== words.letters[index - 1] || !mayBeSame(text, at, words.starts[index]!)) continue;
        const match = matchAt(text, TWICE, at);
        if (!match) continue;
        const { word, again } = match.groups as { word: string; again: string };
        const key = word.toLowerCase();
        if (key !== again.toLowerCase() || MAY_REPEAT.has(key)) continue;
        // Two capitals make a name ("Wagga Wagga"); single letters are initials and grades.
        if (
          (/^\p{Lu}/u.test(again) && !(word === again && /^(?:the|an?|this|these|we|they|it|our|in|for)$/.test(key))) ||
          (word.length === 1 && key !== 'a')
        )
          continue;
        if ((key === 'is' || key === 'are') && endsClause(text, match.index)) continue;
        const to = text.indexOf(again, match.index + word.length) + again.length;
        if ((isCell && text.slice(match.index, to).includes('\n')) || isQuoted(prose, match.index, to)) continue;
        report({
          at: prose.sourceOf(match.index, to),
          message: `“${word}” stands twice. Delete one.`,
          fixes: replaceIn(block, prose, match.index, to, word),
        });
      }
      for (const { from, middle, to } of phrasesTwice(text, words)) {
        if ((isCell && text.slice(from, to).includes('\n')) || isQuoted(prose, from, to) || isSubject(text, from)) continue;
        const phrase = text.slice(from, middle);
        report({
          at: prose.sourceOf(from, to),
          message: `“${phrase.replace(/\s+/g, ' ')}” stands twice. Delete one.`,
          fixes: replaceIn(block, prose, from, to, phrase),
        });
      }
    }
  },
};

export default rule;
