import type { Number } from './words.js';

/** A word with its hyphens, a number, or a mark. An owner’s ending stands apart from its word. */
export interface Token {
  readonly text: string;
  /** In lower case, with curly apostrophes made straight and the owner’s ending left off. */
  readonly word: string;
  /** UTF-16 offsets in the sentence; the end is exclusive, and takes in the owner’s ending. */
  readonly start: number;
  readonly end: number;
  readonly kind: 'word' | 'number' | 'mark';
  /** The ending that shows an owner: “’s”, “’” or none. */
  readonly owner: '' | "'s" | "'";
}

const TOKEN =
  /[A-Za-z\u00c0-\u024f][A-Za-z\u00c0-\u024f\d]*(?:[-’'\u2010\u2011][A-Za-z\u00c0-\u024f\d]+)*(?:[’'](?![A-Za-z\u00c0-\u024f\d]))?|[£$€]?\d[\d.,:/]*\d%?|\d%?|\S/gu;

const ACRONYM = /\((?:[‘“]?\p{Lu}[\p{L}\p{N}&’/-]{1,14}[’”]?)\)/uy;

/** What “’s” after these stands for is “is” or “has”. */
export const CONTRACTED = /^(?:it|he|she|that|there|here|who|what|where|how|when|let|one)'s$/;

/**
 * Fixed terms of several words, each read as one noun: “and” in them ties no two things that a rule could take apart. With the number
 * that the term shows.
 */
export const TERMS: ReadonlyMap<string, Number> = new Map([
  ...(
    [
      ['several', ['children and young people', 'children or young people', 'parents and carers', 'parents or carers']],
      ['several', ['children and families', 'young people and families', 'boys and girls', 'special educational needs and disabilities']],
      [
        0,
        [
          'education health and care',
          'education health and social care',
          'education and health',
          'health and care',
          'health and social care',
          'education and care',
          'speech and language',
          'social emotional and mental health',
          'mental health and wellbeing',
          'teaching and learning',
          'care and support',
          'advice and guidance',
          'help and support',
          'information advice and support',
          'education employment or training',
          'education employment and training',
          'education training or employment',
        ],
      ],
    ] as const
  ).flatMap(([number, terms]) => terms.map((term) => [term, number] as const)),
]);

const TERM_STARTS = new Set([...TERMS.keys()].map((term) => term.slice(0, term.indexOf(' '))));

const LONGEST_TERM = 6;

/** Makes one token of each fixed term. */
function joinTerms(tokens: readonly Token[], sentence: string): Token[] {
  if (!tokens.some(({ word }) => TERM_STARTS.has(word))) return tokens as Token[];
  const joined: Token[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const last = TERM_STARTS.has(tokens[at]!.word) ? termEnd(tokens, at) : at;
    if (last > at) {
      const { owner, end } = tokens[last]!;
      const words = tokens.slice(at, last + 1).filter(({ kind }) => kind === 'word');
      const { start } = tokens[at]!;
      joined.push({ text: sentence.slice(start, end), word: words.map(({ word }) => word).join(' '), start, end, kind: 'word', owner });
    } else joined.push(tokens[at]!);
    at = last;
  }
  return joined;
}

/** The last token of the longest term that begins at `from`; `from` where none does. */
function termEnd(tokens: readonly Token[], from: number): number {
  let term = '';
  let end = from;
  for (let at = from; at < tokens.length && at < from + 2 * LONGEST_TERM; at++) {
    const { kind, word, owner } = tokens[at]!;
    if (word === ',' && at > from) continue;
    if (kind !== 'word') break;
    term += term === '' ? word : ` ${word}`;
    if (TERMS.has(term)) end = at;
    if (owner !== '') break;
  }
  return end;
}

const isLetter = (code: number): boolean => (code | 32) >= 97 && ((code | 32) <= 122 || (code >= 0xc0 && code <= 0x24f));

export const tokensOf = (sentence: string): Token[] => joinTerms(wordsAndMarks(sentence), sentence);

function wordsAndMarks(sentence: string): Token[] {
  const tokens: Token[] = [];
  let openQuote = false;
  let skipTo = 0;
  for (const match of sentence.matchAll(TOKEN)) {
    let [text] = match;
    const start = match.index;
    if (start < skipTo) continue;
    if (text === '(' && sentence.startsWith('(s)', start) && tokens.at(-1)?.end === start && tokens.at(-1)!.kind === 'word') {
      // “plan(s)”: one or several
      const last = tokens.pop()!;
      tokens.push({ ...last, text: `${last.text}(s)`, word: `${last.word}(s)`, end: start + 3 });
      skipTo = start + 3;
      continue;
    }
    if (text === '(') {
      // An acronym in brackets is no part of the sentence.
      ACRONYM.lastIndex = start;
      const acronym = ACRONYM.exec(sentence);
      if (acronym) {
        skipTo = start + acronym[0].length;
        continue;
      }
    }
    if (isLetter(text.charCodeAt(0))) {
      let word = text.toLowerCase();
      if (/[’\u2010\u2011]/.test(word)) word = word.replace(/[’\u2010\u2011]/g, (mark) => (mark === '’' ? "'" : '-'));
      let owner: Token['owner'] = '';
      if (word.endsWith("'")) {
        word = word.slice(0, -1);
        // A quotation mark closes here, unless none is open.
        if (openQuote || !word.endsWith('s')) {
          text = text.slice(0, -1);
          if (openQuote) openQuote = false;
          tokens.push({ text, word, start, end: start + text.length, kind: 'word', owner: '' });
          tokens.push({ text: '’', word: "'", start: start + text.length, end: start + text.length + 1, kind: 'mark', owner: '' });
          continue;
        }
        owner = "'";
      } else if (word.endsWith("'s") && !CONTRACTED.test(word)) {
        word = word.slice(0, -2);
        owner = "'s";
      }
      tokens.push({ text, word, start, end: start + text.length, kind: 'word', owner });
    } else {
      if (text === '‘') openQuote = true;
      if (text === "'" && !/\p{L}$/u.test(sentence.slice(0, start))) openQuote = !openQuote;
      tokens.push({ text, word: text, start, end: start + text.length, kind: /^[£$€]?\d/.test(text) ? 'number' : 'mark', owner: '' });
    }
  }
  return tokens;
}
