import { byObject } from '../../memo/memo.js';
import { keyedMarker, matchesOf, wordsOf, type PlacedProse, type SendDocument } from '../../document/index.js';
import { APOSTROPHE_SLIPS } from '../../framework/apostrophes.js';
import { MONTH_NAMES } from '../../framework/days.js';
import { NAME_SLIPS } from '../../framework/names.js';
import { FIELD_WORDS, HYPHENATED_PREFIXES, NAME_WORDS, PREFIXES, SPELLING_SLIPS, SPELLING_SOURCE } from '../../framework/spelling-words.js';
import { TERM_SLIPS } from '../../framework/terms.js';
import type { Span } from '../../framework/types.js';
import type { Settings } from '../../settings/settings.js';
import { ALL_KINDS, type DocumentRule, type Fix, type Report, type RuleContext } from '../rule.js';
import { isApart, isSentence } from './_acronyms.js';
import { oneSlipApart } from '../../text/nearest.js';
import { holding } from '../../text/search.js';
import { dictionary, type Dictionary } from '../../language/dictionary.js';
import { phrases } from '../phrases.js';
import { inAddress, isQuoted, marksAny, replaceAt, startsSentence } from '../support/prose.js';

const field = new Set(FIELD_WORDS);

/** Words with their inner apostrophes; hyphenated compounds in parts. Digits, addresses and code are no words. */
const WORD =
  /(?<![\p{L}\p{N}@./_’'-]|\p{L}-)\p{L}+(?:[’']\p{L}+)*(?![\p{L}\p{N}@_]|[./]\p{L}|:\/\/)|(?<=\p{L}-)\p{L}+(?:[’']\p{L}+)*(?![\p{L}\p{N}@_]|[./]\p{L})/gu;

/** So many words get suggestions; a document with more was not written in English. */
const SUGGESTED_WORDS = 20;

interface Unknown {
  readonly word: string;
  readonly from: number;
  readonly to: number;
}

/** “May” is a word of its own. */
const MONTHS = MONTH_NAMES.map((name) => name.toLowerCase()).filter((name) => name !== 'may');

/** Which of some words one letter too many, too few or wrong, or two swapped, would make. */
const slipOf = (word: string, among: readonly string[]): string | undefined => among.find((right) => oneSlipApart(word, right));

/** Whether a year follows a capitalised word, as it follows a month. */
const standsAsMonth = (text: string, from: number, to: number): boolean =>
  /^,? 20\d\d\b/.test(text.slice(to, to + 8)) &&
  /(?:^|[ (])(?:\d{1,2}|[Ii]n|[Ff]rom|[Ss]ince|[Uu]ntil|to|by|of|and) $/.test(text.slice(Math.max(0, from - 8), from));

/**
 * Whether a word that begins a sentence is a common word with a slip: by its ending (“Unanounced”), which no place or surname has,
 * or because two letters are swapped (“Althuogh”).
 */
const isCommonWord = (word: string, words: Dictionary): boolean =>
  !words.has(word) && (COMMON_ENDING.test(word) ? words.suggest(word.toLowerCase(), 1).length > 0 : words.hasSwapped(word));

const COMMON_ENDING = /(?:ed|ly|tions?|ments?|ness|it(?:y|ies)|[ae]nces?|ers|ists?|als?|ives?)$/;

const slipsIn = phrases(SPELLING_SLIPS);

/** Misspelt words that other rules know. */
const isOtherSlip = marksAny([...NAME_SLIPS, ...TERM_SLIPS, ...APOSTROPHE_SLIPS]);

/** Whether one doubled letter more, or one less, makes a word: “referal” is no feral that came back. */
function isDoublingSlip(word: string, words: Dictionary): boolean {
  for (let at = 0; at < word.length; at++) {
    if (
      word[at] === word[at + 1]
        ? words.has(word.slice(0, at) + word.slice(at + 1))
        : words.has(word.slice(0, at) + word[at]! + word.slice(at))
    )
      return true;
  }
  return false;
}

/** Endings that make a word of any such word: “innovatively”, “aspirational”, “approachability”, “responsivity”. */
const DERIVED: readonly (readonly [RegExp, string])[] = [
  [/(?<=ive|al|ful|ous|less|ing|ent|ant)ly$/, ''],
  [/(?<=[ts]ion)al(?:ly)?$/, ''],
  [/ability$/, 'able'],
  [/ivity$/, 'ive'],
];

/** Whether two words make this one, as “kit” and “bags” do: the dictionary has few plurals of those. */
function isCompound(word: string, isWord: (text: string) => boolean): boolean {
  for (let at = 3; at <= word.length - 4; at++) if (isWord(word.slice(0, at)) && isWord(word.slice(at))) return true;
  return false;
}

/** Whether English, the field or a common prefix before either of them knows a word. */
function isKnown(word: string, words: Dictionary): boolean {
  const isWord = (text: string): boolean => words.has(text) || field.has(text);
  if (isWord(word)) return true;
  if (DERIVED.some(([ending, stem]) => ending.test(word) && isWord(word.replace(ending, stem)))) return true;
  if (/[^s]s$/.test(word) && isWord(word.slice(0, -1)) && isCompound(word, isWord)) return true;
  return (
    PREFIXES.some((prefix) => word.startsWith(prefix) && word.length > prefix.length + 3 && isWord(word.slice(prefix.length))) &&
    !isDoublingSlip(word, words)
  );
}

const PREFIX = new Set([...PREFIXES, ...HYPHENATED_PREFIXES]);

/** Parts of a compound that mean something only together: “co-ordinator”, “pre-empt”, “socio-economic”. */
function isPartOfCompound(text: string, from: number, to: number, words: Dictionary): boolean {
  if (text[to] === '-' && PREFIX.has(text.slice(from, to))) return true;
  if (text[from - 1] !== '-') return false;
  const prefix = /(?<!\p{L})\p{L}{1,15}$/u.exec(text.slice(Math.max(0, from - 17), from - 1))?.[0].toLowerCase() ?? '';
  if (text[to - 1] === 's' && words.has(prefix) && words.has(text.slice(from, to - 1))) return true;
  return PREFIX.has(prefix) && words.has(prefix + text.slice(from, to));
}

/** Words of a document that a dictionary does not know. */
const unknownIn = keyedMarker((prose, words: Dictionary): readonly Unknown[] | null => {
  const list: Unknown[] = [];
  for (const match of matchesOf(prose.text, WORD)) {
    const word = match[0].replace(/[’']s$/, '');
    const end = match.index + word.length;
    if (/^[A-Z][a-z]{3,}$/.test(word) && standsAsMonth(prose.text, match.index, end) && !words.has(word)) {
      if (slipOf(word.toLowerCase(), MONTHS) !== undefined && !isQuoted(prose, match.index, end))
        list.push({ word, from: match.index, to: end });
      continue;
    }
    if (/^[A-Z][a-z]{6,}$/.test(word) && !isKnown(word.toLowerCase(), words)) {
      // Capitals make a name, and nobody's name is called a mistake; but “Integarted” is a slip in one.
      const isSlip =
        slipOf(word.toLowerCase(), NAME_WORDS) !== undefined || (startsSentence(prose.text, match.index) && isCommonWord(word, words));
      if (isSlip && !isQuoted(prose, match.index)) list.push({ word, from: match.index, to: match.index + word.length });
      continue;
    }
    if (word.length < 4 || !/^[a-z’']+$/.test(word)) continue;
    if (
      isKnown(word, words) ||
      isPartOfCompound(prose.text, match.index, match.index + word.length, words) ||
      isQuoted(prose, match.index) ||
      inAddress(prose.text, match.index, match.index + match[0].length)
    )
      continue;
    list.push({ word, from: match.index, to: match.index + word.length });
  }
  return list.length > 0 ? list : null;
});

/** Words that the user's settings know, in lower case. */
const wordsOfSettings = byObject(({ words, coProductionTerms, alternativeProvisionTerms, acronyms }: Settings): ReadonlySet<string> => {
  const all = [...words, ...coProductionTerms, ...alternativeProvisionTerms, ...Object.values(acronyms)].map((text) => text.toLowerCase());
  return new Set(all.flatMap((text) => [text, ...wordsOf(text).flatMap((word) => [word, ...word.split('-')])]));
});

function suggestions(prose: PlacedProse, { word, from, to }: Unknown, words: Dictionary): Fix[] {
  const month = standsAsMonth(prose.text, from, to) ? slipOf(word.toLowerCase(), MONTHS) : undefined;
  if (month) return replaceAt(prose, from, to, month[0]!.toUpperCase() + month.slice(1));
  return words.suggest(word).flatMap((text) => replaceAt(prose, from, to, text).map((fix): Fix => ({ ...fix, kind: 'assist' })));
}

function checkWords(document: SendDocument, words: Dictionary, slips: readonly Span[], report: Report, { settings }: RuleContext): void {
  const own = wordsOfSettings(settings);
  const places = new Map<string, { prose: PlacedProse; unknown: Unknown; count: number }>();
  for (const { unit: prose, value } of unknownIn(document, words)) {
    if (isApart(prose) && !isSentence(prose)) continue;
    for (const unknown of value) {
      if (own.has(unknown.word.toLowerCase())) continue;
      const known = places.get(unknown.word);
      if (known) known.count++;
      else places.set(unknown.word, { prose, unknown, count: 1 });
    }
  }
  const isSlip = holding(slips);
  let suggested = 0;
  for (const [word, { prose, unknown, count }] of places) {
    const at = prose.spanOf(unknown.from, unknown.to);
    if (isSlip(at.start, at.end) || isOtherSlip(prose, unknown.from, unknown.to)) continue;
    const fixes = suggested++ < SUGGESTED_WORDS ? suggestions(prose, unknown, words) : [];
    const only = fixes.length === 1 ? fixes[0]!.edits[0]?.text : undefined;
    const times = count > 1 ? ` (it stands here ${count} times)` : '';
    report({
      at,
      message: only
        ? `“${word}” is not in the dictionary${times}. Probably “${only}” is meant; if the word is right, add it to your list.`
        : `“${word}” is not in the dictionary${times}. Check the spelling, or add the word to your list if it is right.`,
      fixes,
    });
  }
}

const rule: DocumentRule = {
  id: 'spelling',
  givesWayTo: ['plain-language', 'placeholder', 'converter-leftover', 'official-name', 'term', 'confused-word'],
  title: 'Words are spelt as a British English dictionary has them',
  severity: 'info',
  kinds: ALL_KINDS,
  idle: true,
  source: SPELLING_SOURCE,
  rationale:
    'Spelling slips survive proofreading and make a careful document look careless; names and local words are for the people who know them.',
  help: 'Correct the word, or add it to “words” in the settings when it is right. Words that begin with a capital and words in quotation marks are not checked.',
  examples: {
    valid: [
      {
        kind: 'full-inspection-report',
        text: 'Neurodevelopmental pathways, keyworkers’ caseloads and the organisation’s well-being behaviour are signposted.\n',
      },
      {
        title: 'right words',
        kind: 'full-inspection-report',
        text: 'Staff advise and support families. It took a different form. The form Ofsted uses is online, and the benefit form is long.\n',
      },
    ],
    invalid: [
      {
        kind: 'full-inspection-report',
        text: 'There are long waits for anti-natal care and short beaks. Leaders hold muti-agency meetings.\n',
        finds: [{ at: 'anti-natal', message: /antenatal/ }, { at: 'short beaks' }, { at: 'muti-agency' }],
        fixed: 'There are long waits for antenatal care and short breaks. Leaders hold multi-agency meetings.\n',
      },
      {
        title: 'right words in the wrong place',
        kind: 'full-inspection-report',
        text: 'Two inspectors form Ofsted came. Pupils repond well. There is oversite.\n',
        finds: [{ at: 'form' }, { at: 'repond' }, { at: 'oversite' }],
        fixed: 'Two inspectors from Ofsted came. Pupils respond well. There is oversight.\n',
      },
      {
        title: 'months and the beginnings of sentences',
        kind: 'full-inspection-report',
        text: 'The clinic opened in Febuary 2022. Althuogh it is small, it is innovatively led.\n',
        finds: [{ at: 'Febuary' }, { at: 'Althuogh' }],
        fixed: 'The clinic opened in February 2022. Althuogh it is small, it is innovatively led.\n',
      },
      {
        title: 'what only looks like a prefix and a word',
        kind: 'full-inspection-report',
        text: 'The comission waits untill each referal is over-looked again.\n',
        finds: [{ at: 'comission' }, { at: 'untill' }, { at: 'referal' }],
      },
    ],
  },
  looksFor: [slipsIn, unknownIn.keyedBy(dictionary)],
  check(document, report, context) {
    const slips: Span[] = [];
    for (const problem of slipsIn(document)) {
      slips.push(problem.at);
      report(problem);
    }
    const words = dictionary();
    if (!words) return;
    checkWords(document, words, slips, report, context);
  },
};

export default rule;
