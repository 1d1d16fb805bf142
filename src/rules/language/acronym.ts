/* eslint-disable max-lines -- one finding for each way to explain an acronym wrongly */
import { byText, type SendDocument } from '../../document/index.js';
import { smallest } from '../../text/lists.js';
import { COMMON_WORDS, EMPHASIS_WORDS } from '../../framework/accessible-documents.js';
import { ACRONYMS_SOURCE, type Acronym } from '../../framework/acronyms.js';
import { TERM_SLIPS } from '../../framework/terms.js';
import { ALL_KINDS, type DocumentRule, type Fix, type Problem, type Report, type RuleContext, type TextEdit } from '../rule.js';
import {
  acronymModel,
  clauseStart,
  exempt,
  knownAcronym,
  pronounceable,
  scannedProse,
  usesOf,
  wordsBetween,
  yieldsFrom,
  type Introduction,
  type Placed,
  type Token,
} from './_acronyms.js';
import { contraction, expansionEdit, fullForm } from './_expand.js';
import { isQuoted, marksAny, startsSentence, wordBefore } from '../support/prose.js';

export { acronymsOf, type DocumentAcronyms } from './_glossary.js';

const ROMAN = /^[IVX]{2,5}$/;

/** Fixed sentences of the template expand these again. */
const TWICE_BY_TEMPLATE = new Set(['CQC', 'HMI', 'ICB', 'CCG', 'LAP', 'HMCI']);

const before = (a: Placed<Pick<Token, 'from'>>, b: Placed<Pick<Token, 'from'>>): boolean =>
  a.order < b.order || (a.order === b.order && a.item.from < b.item.from);

function sameLetters(a: string, b: string): boolean {
  return a.length === b.length && [...a].sort().join('') === [...b].sort().join('');
}

/** Letters in a wrong order, or one too many, too few or wrong. */
function isSlipOf(letters: string, right: string): boolean {
  if (letters === right || Math.abs(letters.length - right.length) > 1) return false;
  if (sameLetters(letters, right) || (letters.length === right.length && new Set(letters + right).size === new Set(right).size))
    return true;
  if (right.length < 4) return false;
  let start = 0;
  while (start < letters.length && letters[start] === right[start]) start++;
  let end = 0;
  while (end < letters.length - start && end < right.length - start && letters.at(-1 - end) === right.at(-1 - end)) end++;
  return letters.length - start - end <= 1 && right.length - start - end <= 1;
}

const show = (acronym: Acronym): string => acronym.expansion ?? 'several things';

/** The acronym that letters in brackets were meant to be: the words before them stand for it. */
function meantBy(letters: string, { prose, item }: Placed<Introduction>): Acronym | null {
  const open = prose.text.lastIndexOf('(', item.from);
  if (!item.alone || open < 0 || knownAcronym(letters) || !/^\p{Lu}{3,}$/u.test(letters) || isQuoted(prose.prose, open, item.end))
    return null;
  const words = wordsBetween(prose.text, clauseStart(prose.text, open), open);
  if (item.sort === 'gloss') return words.length < 2 ? null : rightLetters(letters, words);
  // Letters inside words can yield a slip: “joiNt Strategic needs Assessment (JNSA)”. The exact words tell what is meant.
  const before = prose.text
    .slice(0, open)
    .trimEnd()
    .toLowerCase()
    .replace(/(?<=[^s])s$/, '');
  return (
    slipsOf(letters).find((candidate) =>
      [candidate.expansion!, ...(candidate.variants ?? [])].some((phrase) => before.endsWith(phrase.toLowerCase().replace(/s$/, ''))),
    ) ?? null
  );
}

const isTermSlip = marksAny(TERM_SLIPS);

/** What is wrong with letters in brackets whose words do not yield them; null when it is only a nickname. */
function wrongExpansion(document: SendDocument, letters: string, gloss: Placed<Introduction>): Problem | null {
  const { prose, item } = gloss;
  const known = knownAcronym(letters);
  if (known?.expansion && item.sort === 'yields' && item.words && item.alone) {
    const said = prose.text.slice(item.words[0], item.words[1]);
    if (!isNearly(known, said) || isQuoted(prose.prose, item.words[0], item.end)) return null;
    return {
      at: prose.spanOf(item.from, item.to),
      message: `“${letters}” stands for “${known.expansion}”; here it stands for “${said.replace(/\s+/g, ' ')}”. Check the words.`,
    };
  }
  if (known ? !known.expansion || item.sort !== 'gloss' : !/^\p{Lu}{3,}$/u.test(letters)) return null;
  const open = prose.text.lastIndexOf('(', item.from);
  if (!item.alone || open < 0 || isQuoted(prose.prose, open, item.end)) return null;
  const words = wordsBetween(prose.text, clauseStart(prose.text, open), open);
  if (words.length < 2) return null;
  const at = prose.spanOf(item.from, item.to);
  if (known?.expansion) {
    // A slip in the regulator's name is for official-name, one in a term for term.
    if (letters === 'CQC' || isTermSlip(prose, words[0]!.from, open)) return null;
    // "the information, advice and support service (SENDIASS)" says at least a part.
    // "Director of Commissioning (ICB)" gives a post and its body.
    const expansion = known.expansion.split(' ').filter((word) => word.length > 3);
    if (expansion.filter((word) => words.some(({ text }) => text === word)).length < Math.min(2, expansion.length)) return null;
    const isPart = letters.length > 4 && yieldsFrom(letters.slice(4), words) >= 0;
    return {
      at,
      ...(isPart ? { severity: 'info' as const } : {}),
      message: `“${letters}” stands for “${known.expansion}”, and the words before the brackets do not say that. Write the words that the letters stand for.`,
    };
  }
  const right = meantBy(letters, gloss);
  if (right) {
    return {
      at,
      message: `The letters do not follow from the words: “${show(right)}” is shortened to ${right.letters}. Change “${letters}”.`,
      fixes: [{ kind: 'fix', edits: renameEdits(document, letters, right.letters) }],
    };
  }
  const initials = words
    .filter(({ text }) => !/^(?:and|of|the|for|to|in|with|or|a)$/.test(text))
    .slice(-letters.length)
    .map(({ text }) => text[0]!.toUpperCase())
    .join('');
  if (item.sort === 'gloss' && hasTooMany(letters, words))
    return { at, message: `The words before “${letters}” do not give all of its letters. Check the letters and the words.` };
  // Where the words give the letters in some way without one left out, their order is right.
  const isLoose = item.sort === 'gloss' || yieldsFrom(letters, words, 0) < 0;
  return isLoose && initials !== letters && sameLetters(initials, letters) && !isTurned(initials, letters)
    ? { at, message: `The letters of “${letters}” are in another order than the words that they stand for. Check both.` }
    : null;
}

const contentWords = (text: string): string[] =>
  text
    .toLowerCase()
    .split(/[^\p{L}\p{N}’']+/u)
    .filter((word) => word !== '' && !/^(?:and|or|of|the|for|to|in|with|at|on|a|an|not|than|who|are|is|that|which)$/.test(word));

/** Names of what does the work, which change while the letters stay. */
const UNITS = /^(?:team|service|system|department|unit|provision|programme|partnership|network|group|need|area|area|local)s?$/;
const isSameWord = (a: string, b: string): boolean =>
  a === b || (a.slice(0, 4) === b.slice(0, 4) && Math.min(a.length, b.length) >= 4) || (UNITS.test(a) && UNITS.test(b));

/** Whether the words before known letters are those that the letters stand for, but for one or two: “designated clinical organiser (DCO)”. */
function isNearly(known: Acronym, said: string): boolean {
  const words = contentWords(said);
  const differing = [known.expansion!, ...(known.variants ?? [])].map((expansion) => {
    const right = contentWords(expansion);
    // What stands before the words themselves does not count.
    const last = words.slice(-right.length);
    return last.length < right.length ? Infinity : right.filter((word, index) => !isSameWord(word, last[index]!)).length;
  });
  const count = contentWords(known.expansion!).length;
  const least = smallest(differing);
  return count >= 3 && least > 0 && least <= (count >= 4 ? 2 : 1);
}

/**
 * Whether letters in brackets have one or two more than the words before them give: “community play team (CPTR)”. A letter that another
 * word of the clause begins with is meant: “Northmere parent carer forum (PCFN)”.
 */
function hasTooMany(letters: string, words: readonly { readonly text: string }[]): boolean {
  const content = words.map(({ text }) => text).filter((word) => contentWords(word).length > 0);
  for (let count = Math.min(letters.length - 1, content.length); count >= 3 && letters.length - count <= 2; count--) {
    const last = content.slice(-count);
    const left = [...letters.toLowerCase()];
    if (last[0]![0] !== left[0]) continue;
    let fits = true;
    for (const word of last) {
      const at = left.indexOf(word[0]!);
      if (at < 0) fits = false;
      else left.splice(at, 1);
    }
    const earlier = content.slice(0, -count).map((word) => word[0]!);
    const inner = last.join('');
    if (fits && !left.some((letter) => earlier.includes(letter) || (last.length < 4 && inner.slice(1).includes(letter) && letter === 's')))
      return isInOrder(letters.toLowerCase(), last);
  }
  return false;
}

/** Whether the words begin with letters of the list in its order. */
function isInOrder(letters: string, words: readonly string[]): boolean {
  let at = -1;
  for (const word of words) {
    at = letters.indexOf(word[0]!, at + 1);
    if (at < 0) return false;
  }
  return true;
}

/** “Wirral parent carer forum (PCFW)”: the place stands last in the letters. */
const isTurned = (initials: string, letters: string): boolean => initials.slice(1) + initials[0]! === letters;

function rightLetters(letters: string, words: ReturnType<typeof wordsBetween>): Acronym | null {
  return slipsOf(letters).find((candidate) => yieldsFrom(candidate.letters, words) >= 0) ?? null;
}

const KNOWN_WITH_WORDS: readonly Acronym[] = [
  'CAMHS',
  'ADHD',
  'SENDIASS',
  'SEMH',
  'EOTAS',
  'SLCN',
  'NEET',
  'CQC',
  'ICB',
  'HMI',
  'HMCI',
  'DSR',
  'DCO',
  'DSCO',
  'EHC',
  'JSNA',
  'PMLD',
  'MASH',
  'EHCNA',
  'EBSA',
  'MHST',
  'CETR',
  'YJS',
  'PfA',
  'PRU',
  'PCF',
  'CCG',
].map((letters) => knownAcronym(letters)!);
/** The acronyms that letters may be a slip of. */
const slipsOf = byText((letters) => KNOWN_WITH_WORDS.filter((candidate) => isSlipOf(letters, candidate.letters)));

function renameEdits(document: SendDocument, letters: string, right: string): TextEdit[] {
  return [...usesOf(document, letters), ...(acronymModel(document).introductions.get(letters) ?? [])].map(({ prose, item }) => {
    const plural = prose.text.slice(item.from, item.to).endsWith('s') ? 's' : '';
    return { ...prose.spanOf(item.from, item.to), text: right + plural };
  });
}

/** Unknown capitals that are more likely a name or emphasis than an acronym. */
function looksLikeName({ prose, item }: Placed<Token>): boolean {
  const { text } = prose;
  const previous = wordBefore(text, item.from);
  const next = /^[’']?s? [\p{L}’'&-]+/u.exec(text.slice(item.to, item.to + 40))?.[0].replace(/^[’']?s? /, '');
  if (next !== undefined && /^\p{Lu}/u.test(next) && !exempt.has(next) && !knownAcronym(next)) return true;
  return (
    /^\p{Lu}/u.test(previous) && !startsSentence(text, item.from - previous.length - 1) && !exempt.has(previous) && !knownAcronym(previous)
  );
}

const everyday = new Set([...COMMON_WORDS, ...EMPHASIS_WORDS].map((word) => word.toUpperCase()));

/** "CURRENT STATUS" on a line of its own: a line of several words in capitals tells none of them from an acronym. */
function isInCapitals(text: string, at: number): boolean {
  const end = text.indexOf('\n', at);
  const line = text.slice(text.lastIndexOf('\n', at) + 1, end < 0 ? text.length : end);
  return line.length < 200 && !/\p{Ll}/u.test(line) && (line.match(/\p{Lu}{3,}/gu)?.length ?? 0) >= 2;
}

/** "CANNOT BE SURE": a word beside everyday words in capitals is one more of them. */
const isEmphasised = ({ prose: { text }, item }: Placed<Token>): boolean =>
  isInCapitals(text, item.from) ||
  everyday.has(wordBefore(text, item.from)) ||
  everyday.has(/^ (\p{L}+)/u.exec(text.slice(item.to, item.to + 20))?.[1] ?? '');

/** "YEAR 9", "TABLE 3", "ANNEX B": a word in capitals that is counted, no acronym. */
const isCounted = ({ prose, item }: Placed<Token>): boolean =>
  item.letters.length > 3 &&
  pronounceable(item.letters) &&
  /^ (?:\d{1,2}|\p{Lu}|[IVX]{1,4})(?![\p{L}\d])/u.test(prose.text.slice(item.to, item.to + 8));

/** Letters that can be spoken, before a word that a name stands before: "the SPARK programme". */
const namesSomething = ({ prose, item }: Placed<Token>): boolean =>
  pronounceable(item.letters) &&
  /^[’”]?(?:[ -]based|[ -]trained)? (?:programmes?|projects?|approach|models?|frameworks?|interventions?|groups?|sessions?|training|courses?|charity|awards?|tools?|toolkits?|resources?|scheme|app|initiative|network|team|hub|café|assessments?|schools?|academy|trust)\b/.test(
    prose.text.slice(item.to, item.to + 40),
  );

/** A bracket that begins with the acronym's letters, from the words to the closing bracket, makes further brackets unreadable. */
const inBrackets = (text: string, at: number): boolean => {
  const open = text.lastIndexOf('(', at);
  return open >= 0 && !text.slice(open, at).includes(')');
};

function reportUse(
  document: SendDocument,
  letters: string,
  use: Placed<Token>,
  later: readonly Placed<Introduction>[],
  report: Report,
): void {
  const known = knownAcronym(letters);
  const { prose, item } = use;
  const shown = prose.text.slice(item.from, item.to);
  const at = prose.spanOf(item.from, item.to);
  const definition = later.find(({ item: introduction }) => introduction.sort === 'yields');
  if (definition) {
    const explained = definition.prose.text.slice(definition.item.words![0], definition.item.end).replace(/\s+/g, ' ').trim();
    const edits = laterEdits(use, letters, later);
    report({
      at,
      message: `“${shown}” is used before “${explained}” explains it. Write it in full here, with the letters in brackets.`,
      related: [{ span: definition.prose.spanOf(definition.item.words![0], definition.item.end), message: 'Explained here' }],
      ...(edits
        ? { fixes: [fixWith(`Write “${known?.expansion}” in full here, and only the letters where they are explained below`, edits)] }
        : {}),
    });
    return;
  }
  if (!known && (/\p{Ll}/u.test(letters) || looksLikeName(use) || isCounted(use) || namesSomething(use) || isEmphasised(use))) return;
  const full = known ? fullForm(document, known, use) : null;
  if (full) {
    report({
      at,
      message: `“${shown}” is never explained: “${full.text}” lacks the letters in brackets. Add “(${letters})” after it.`,
      related: [{ span: full.span, message: 'The words stand here' }],
      fixes: [
        fixWith(`Add “(${letters})” where the words stand`, [
          { start: full.span.end, end: full.span.end, text: ` (${letters}${full.plural ? 's' : ''})` },
        ]),
      ],
    });
    return;
  }
  const edit = known && !inBrackets(prose.text, item.from) ? expansionEdit(prose, item, known) : null;
  report({
    at,
    message: known?.expansion
      ? `“${shown}” is never explained. Write “${known.expansion} (${letters})” where it is first used.`
      : `“${shown}” is never explained. Write in full what it stands for where it is first used, with the letters in brackets.`,
    ...(known || !pronounceable(letters) ? {} : { severity: 'info' as const }),
    ...(edit ? { fixes: [fixWith(`Write “${edit.text}”`, [edit])] } : {}),
  });
}

const fixWith = (title: string, edits: readonly TextEdit[]): Fix => ({ title, kind: 'fix', edits });

/** Expands the first use and shortens the places that expand it later; null unless all of that is certain. */
function laterEdits(use: Placed<Token>, letters: string, later: readonly Placed<Introduction>[]): TextEdit[] | null {
  const known = knownAcronym(letters);
  if (!known || inBrackets(use.prose.text, use.item.from)) return null;
  const first = expansionEdit(use.prose, use.item, known);
  if (!first) return null;
  const edits = [first];
  for (const introduction of later) {
    if (TWICE_BY_TEMPLATE.has(letters)) continue;
    const edit = contraction(introduction.prose, introduction.item);
    if (!edit) return null;
    edits.push(edit);
  }
  return edits;
}

function checkLetters(
  document: SendDocument,
  letters: string,
  use: Placed<Token> | undefined,
  introductions: readonly Placed<Introduction>[],
  longer: readonly Placed<Introduction>[],
  report: Report,
): void {
  const explained = introductions.filter(({ item }) => item.sort !== 'gloss');
  const first = introductions[0];
  for (const { prose, item } of explained) {
    if (!item.missing || isQuoted(prose.prose, item.from, item.to)) continue;
    const at = prose.spanOf(item.from, item.to);
    report({
      at,
      message: `A bracket is missing: write “(${prose.text.slice(item.from, item.to)})”.`,
      fixes: [
        {
          title: `Add “${item.missing}”`,
          kind: 'fix',
          edits: [{ start: item.missing === '(' ? at.start : at.end, end: item.missing === '(' ? at.start : at.end, text: item.missing }],
        },
      ],
    });
  }
  if (
    (first?.item.sort === 'gloss' || (first?.item.sort === 'yields' && !first.item.missing)) &&
    !explained.some(({ item }) => item.sort === 'glossary')
  ) {
    const problem = wrongExpansion(document, letters, first);
    if (problem) {
      report(problem);
      return;
    }
  }
  const bare = explained[0];
  if (
    bare?.item.sort === 'bare' &&
    !isQuoted(bare.prose.prose, bare.item.from, bare.item.to) &&
    !(use && !before(bare, use)) &&
    !explained.slice(1).some(({ item }) => item.sort !== 'bare')
  ) {
    const at = bare.prose.spanOf(bare.item.from, bare.item.to);
    report({
      at,
      message: `The letters “${letters}” belong in brackets after the words that they shorten.`,
      fixes: [
        {
          title: `Change “${letters}” to “(${letters})”`,
          kind: 'fix',
          edits: [
            { start: at.start, end: at.start, text: '(' },
            { start: at.end, end: at.end, text: ')' },
          ],
        },
      ],
    });
  }
  const introducedBefore =
    use && (introductions.some((introduction) => before(introduction, use)) || longer.some((introduction) => before(introduction, use)));
  if (use && !introducedBefore && !explained.some(({ item }) => item.sort === 'glossary'))
    reportUse(document, letters, use, explained, report);
  if (!TWICE_BY_TEMPLATE.has(letters))
    repeated(
      document,
      letters,
      explained.filter(({ item }) => item.sort === 'yields'),
      use && !introducedBefore ? use : null,
      report,
    );
}

/** Whether a later sentence of one paragraph gives the very same words again. */
function isSameAgain(text: string, first: Introduction, again: Introduction): boolean {
  const wordsOf = ({ words }: Introduction): string => (words ? text.slice(words[0], words[1]).toLowerCase() : '');
  return wordsOf(first) === wordsOf(again) && /[.!?]\s/.test(text.slice(first.end, again.from));
}

/** Full words with the letters once more. The headings of the template and the outcome statements repeat them by rule. */
function repeated(
  document: SendDocument,
  letters: string,
  explained: readonly Placed<Introduction>[],
  early: Placed<Token> | null,
  report: Report,
): void {
  if (early) return;
  const [first, ...again] = explained;
  for (const { prose, item } of again) {
    if (
      (prose === first!.prose && !isSameAgain(prose.text, first!.item, item)) ||
      prose.kind === 'heading' ||
      prose.kind === 'header-cell' ||
      prose.prose.quoted > 0 ||
      !item.alone ||
      item.named
    )
      continue;
    if (document.facts.outcomeStatements.some(({ span }) => span.start < prose.span.end && prose.span.start < span.end)) continue;
    const edit = contraction(prose, item);
    if (!edit) continue;
    report({
      at: edit,
      message: `“${letters}” has been explained already. The letters alone are enough here.`,
      severity: 'info',
      fixes: [{ kind: 'fix', edits: [edit] }],
    });
  }
}

function check(document: SendDocument, report: Report, { settings }: RuleContext): void {
  const { uses, introductions } = acronymModel(document);
  const local = new Set([...Object.keys(settings.acronyms), ...settings.words]);
  // Where “(CAHMS)” is to become “(CAMHS)”, that explains CAMHS; where “EHCP” is to be written in full, that explains EHC.
  const mended = new Set([...introductions].flatMap(([letters, [first]]) => meantBy(letters, first!)?.letters ?? []));
  const [plan, care] = [uses.get('EHCP'), uses.get('EHC')];
  if (plan && care && before(plan, care) && !introductions.has('EHC')) mended.add('EHC');
  for (const letters of new Set([...introductions.keys(), ...uses.keys()])) {
    if (local.has(letters) || ROMAN.test(letters) || (mended.has(letters) && !introductions.has(letters))) continue;
    const found = introductions.get(letters) ?? [];
    if (exempt.has(letters.toUpperCase()) && !knownAcronym(letters)) {
      if (letters === 'SEND')
        repeated(
          document,
          letters,
          found.filter(({ item }) => item.sort === 'yields'),
          null,
          report,
        );
      continue;
    }
    // “education, health and care needs assessments (EHCNA)” explains “EHC” too.
    const longer =
      letters.length < 3
        ? []
        : [...introductions]
            .filter(([other]) => other !== letters && other.startsWith(letters))
            .flatMap(([, list]) => list.filter(({ item }) => item.sort !== 'gloss'));
    checkLetters(document, letters, uses.get(letters), found, longer, report);
  }
}

const rule: DocumentRule = {
  id: 'acronym',
  givesWayTo: ['placeholder', 'converter-leftover', 'all-caps'],
  title: 'Acronyms are written in full where they are first used',
  severity: 'warning',
  kinds: ALL_KINDS,
  source: ACRONYMS_SOURCE,
  rationale:
    'Parents, carers and young people read reports and plans too, and cannot be expected to know the letters that professionals use.',
  help: 'At its first use write the words in full with the letters in brackets, then use the letters. Local acronyms that everyone knows can be listed in the settings.',
  examples: {
    valid: [
      {
        title: 'explained where those present are named',
        kind: 'engagement-meeting-note',
        text: '# Engagement meeting\n\n## Attendees\n\n- Omar Quayle, NHS Exampleshire Integrated Care Board (ICB)\n\n## Discussion\n\nThe ICB leads.\n',
      },
      {
        title: 'a post and its body',
        kind: 'strategic-plan',
        text: 'NHS Exampleshire Integrated Care Board (ICB) leads.\n\n| Action | Lead |\n| --- | --- |\n| Open a clinic. | Director of Commissioning (ICB) |\n',
      },
    ],
    invalid: [
      {
        title: 'a regulator that nobody introduced',
        kind: 'full-inspection-report',
        text: 'Ofsted and CQC ask for a plan.\n',
        finds: [{ at: 'CQC', message: /never explained/ }],
        fixed: 'Ofsted and the Care Quality Commission (CQC) ask for a plan.\n',
      },
      {
        title: 'the article of what follows',
        kind: 'full-inspection-report',
        text: 'The PINS project has begun. It is funded by the NHSE.\n',
        finds: [{ at: 'PINS' }, { at: 'NHSE' }],
        fixed:
          'The Partnerships for Inclusion of Neurodiversity in Schools (PINS) project has begun. It is funded by NHS England (NHSE).\n',
      },
      {
        title: 'a use before the words',
        kind: 'full-inspection-report',
        text: 'Most have an EHC plan.\n\nNew education, health and care (EHC) plans are better.\n',
        finds: [{ at: 'EHC', message: /before “education, health and care \(EHC\)” explains it/ }],
        fixed: 'Most have an education, health and care (EHC) plan.\n\nNew EHC plans are better.\n',
      },
    ],
  },
  looksFor: [scannedProse],
  check,
};

export default rule;
