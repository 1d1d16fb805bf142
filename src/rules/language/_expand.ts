import { byObject } from '../../memo/memo.js';
import { isPlainly, marker, type PlacedProse, type SendDocument } from '../../document/index.js';
import type { Acronym } from '../../framework/acronyms.js';
import type { Span } from '../../framework/types.js';
import type { TextEdit } from '../rule.js';
import { isApart, type Introduction, type Placed, type Token } from './_acronyms.js';
import { articleFor } from '../../language/articles.js';
import { isQuoted, startsSentence, wordBefore } from '../support/prose.js';

/** "board" → "boards", "disability" → "disabilities"; what ends in s stays. */
export const pluralOf = (words: string): string =>
  words.endsWith('s') ? words : /[^aeiou]y$/.test(words) ? `${words.slice(0, -1)}ies` : `${words}s`;

const singular = (word: string): string =>
  word
    .toLowerCase()
    .replace(/-/g, '')
    .replace(/(?<!s)s$/, '');

const titleCase = (words: string): string =>
  words
    .replace(/(?<![\p{L}’'])\p{Ll}/gu, (letter) => letter.toUpperCase())
    .replace(/\b(?:And|Of|The|For|To|In|Or)\b/g, (word) => word.toLowerCase());

/** Nouns that a body's name is put before without an article ("CQC inspectors"). */
const DESCRIBED =
  /^(?!\p{L}+ed\b)(?:['’]s )?(?:inspect(?:ion|or)|lead|team|report|staff|officer|practitioner|service|register|registr|guidance|rating|framework|colleague|manager|leader|representative|website)/u;

const sourceIs = (prose: PlacedProse, from: number, to: number): boolean => {
  const { start, end } = prose.spanOf(from, to);
  return isPlainly(prose.placed.block.text.slice(start - prose.placed.start, end - prose.placed.start), prose.text.slice(from, to));
};

/** Replaces a use by the words and the letters, with its article; null where the words are not certain. */
export function expansionEdit(
  prose: PlacedProse,
  { from, to, plural, letters }: Pick<Token, 'from' | 'to' | 'plural' | 'letters'>,
  { expansion, the, bare }: Acronym,
): TextEdit | null {
  if (expansion === null || !sourceIs(prose, from, to)) return null;
  const { text } = prose;
  const next = text.slice(to, to + 40);
  // Possessives and compounds would leave the brackets in the middle of a word.
  if (/^[’'-]\p{L}/u.test(next) || /[-/]$/.test(text.slice(0, from)) || /^\//.test(next)) return null;
  if (plural && /therapy$/.test(expansion)) return null;
  // "ICB Board" would have its board twice.
  const following = singular(/^ ([\p{L}-]+)/u.exec(next)?.[1] ?? '');
  if (following.length > 2 && expansion.split(/[ ,-]+/).some((word) => singular(word) === following)) return null;
  let words =
    plural || (letters === 'HMI' && /\b(?:two|three|four|five|six|of) $/.test(text.slice(0, from))) ? pluralOf(expansion) : expansion;
  const previous = wordBefore(text, from);
  const named = /^\p{Lu}\p{Ll}/u.test(previous) && !startsSentence(text, from - previous.length - 1);
  if (named && !/^\p{Lu}/u.test(expansion)) words = titleCase(words);
  // "the PINS project" keeps its article, which is the project's.
  const describes =
    !/^(?: (?:is|are|was|were|has|have|had|and|or|to|also|will|can|should|must|provides?|offers?|supports?|asks?|requires?|in|of|for|at|on|with|by|from)\b|[^\p{L} ]|$| [^\p{L}])/u.test(
      next,
    );
  let start = from;
  let lead = '';
  if (/^(?:a|an)$/i.test(previous)) {
    const article = articleFor(words.split(/[ ,-]/)[0]!);
    if (!article) return null;
    start = from - previous.length - 1;
    lead = `${previous[0] === 'A' ? article[0]!.toUpperCase() + article.slice(1) : article} `;
  } else if (bare && /^the$/i.test(previous) && describes) {
    if (/^His /.test(expansion)) return null;
  } else if (bare && /^the$/i.test(previous)) {
    start = from - previous.length - 1;
  } else if (the && !/^(?:the|this|their|its|our|each|every|local|joint)$/i.test(previous) && !named) {
    const isDescribed = DESCRIBED.test(next.trimStart().toLowerCase());
    if (
      letters !== 'CQC' &&
      !isDescribed &&
      !/^ (?:is|are|was|has|have|and|to|also|provides?|offers?|supports?|asks?|requires?)\b|^[,.;]/.test(next)
    )
      return null;
    if (!isDescribed) lead = 'the ';
  }
  const replacement = `${lead}${words} (${letters}${plural ? 's' : ''})`;
  return {
    ...prose.spanOf(start, to),
    text: startsSentence(text, start) ? replacement[0]!.toUpperCase() + replacement.slice(1) : replacement,
  };
}

/** Replaces words and bracketed letters by the letters alone; null where they are not one stretch of plain text. */
export function contraction(prose: PlacedProse, item: Introduction): TextEdit | null {
  const text = contracted(item, prose);
  return text !== null && item.words ? { ...prose.spanOf(item.words[0], item.end), text } : null;
}

/** The letters that can stand for words and letters in brackets. */
const contracted = byObject(({ words, end, alone, from, to }: Introduction, prose: PlacedProse): string | null => {
  if (!words || !alone || words[0] > from || !sourceIs(prose, words[0], end)) return null;
  const { text } = prose;
  // Words between the phrase and its brackets ("education, health and care plans (EHC)") would be lost.
  if (text.slice(words[1], from).replace(/[‘“"']/g, '') !== ' (') return null;
  const letters = text.slice(from, to);
  const article = /\b(an?) $/i.exec(text.slice(Math.max(0, words[0] - 4), words[0]))?.[1];
  return article && articleFor(letters) !== article.toLowerCase() ? null : letters;
});

export interface FullForm {
  readonly text: string;
  readonly span: Span;
  readonly plural: boolean;
}

const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/[’']/g, "[’']");
const writtenOutBy = byObject((acronym: Acronym) => {
  const pattern = new RegExp(
    `(?<![\\p{L}-])(?:${[acronym.expansion ?? '', ...(acronym.variants ?? [])].map(escape).join('|')})(?<plural>s?)(?![\\p{L}’'-]| \\()${acronym.letters === 'EHC' ? '(?= plan| needs assess)' : ''}`,
    'iu',
  );
  return marker(({ kind, text }) => (kind === 'heading' || kind === 'header-cell' ? null : pattern.exec(text)));
});

/** The first place before a use where the words stand in running text, without their letters; null when there is none. */
export function fullForm(document: SendDocument, acronym: Acronym, use: Placed<Token>): FullForm | null {
  if (acronym.expansion === null || acronym.expansion.length < 12) return null;
  for (const { unit: prose, value: match } of writtenOutBy(acronym)(document)) {
    if (prose.span.start > use.prose.span.start) return null;
    if (isApart(prose)) continue;
    const to = match.index + match[0].length;
    if (prose === use.prose && match.index > use.item.from) return null;
    if (!isQuoted(prose.prose, match.index, to) && sourceIs(prose, match.index, to))
      return { text: match[0], span: prose.spanOf(match.index, to), plural: match.groups!['plural'] === 's' && acronym.letters !== 'HMI' };
  }
  return null;
}
