import { RegExpParser, type AST } from '@eslint-community/regexpp';

/*
 * Reads from the source of a pattern what a text must hold for the pattern to match: /\bsever (?:learning|needs)\b/ needs the word
 * "sever", and “learning” or “needs”. Reading errs on the side of less: what it does not understand needs nothing.
 */

/** Features of which a text must hold at least one: words (“sever”), pairs of words (“at present”), beginnings of words (“commission…”), characters (“?”), any digit (“0”) and two capitals side by side (“AA”). */
export interface Need {
  readonly anyOf: readonly string[];
  /** About what share of paragraphs it lets through. */
  readonly share: number;
}

/** Of all texts that a part of a pattern can match: */
interface Part {
  /** every one of them, where they are few, in lower case with a blank for each gap between words and for each border of a word; */
  readonly exact: readonly string[] | null;
  /** what they need, beside what their exact text tells; */
  readonly needs: readonly Need[];
  /** whether a word ends with each of them, or has ended before. */
  readonly closes: boolean;
  /** Whether they are gaps, or two capitals where there are two of them. */
  readonly kind?: 'gap' | 'capital';
}

const NONE: readonly Need[] = [];
const BORDER: readonly string[] = [' '];
const ANYTHING: Part = { exact: null, needs: NONE, closes: false };
const NOTHING: Part = { exact: [''], needs: NONE, closes: false };
const GAP: Part = { exact: BORDER, needs: NONE, closes: true, kind: 'gap' };
const DIGIT: Part = { exact: BORDER, needs: [{ anyOf: ['0'], share: 0.25 }], closes: true, kind: 'gap' };
const CAPITAL: Part = { exact: null, needs: NONE, closes: false, kind: 'capital' };
const CAPITALS: Need = { anyOf: ['AA'], share: 0.3 };

const MOST_EXACT = 200;
/** Beyond that only the words of the last part are looked at. */
const MOST_JOINED = 60;
const MOST_REPEATED = 8;
const MOST_FEATURES = 200;
const MOST_NEEDS = 3;
/** What stands in more paragraphs than these, by itself or all together, tells nothing. */
const TOO_COMMON = 0.65;
const TOO_COMMON_TOGETHER = 2;
/** Stand in too many paragraphs to tell much. */
const COMMON: ReadonlySet<string> = new Set(
  'a also and are as at be by can care children education families for from had has have health in is it leaders local not of on or people plan s send services support that the their them they this to was were which who with young'.split(
    ' ',
  ),
);
const COMMON_CHARACTERS: Readonly<Record<string, number>> = {
  '.': 0.9,
  ',': 0.7,
  '-': 0.3,
  '’': 0.3,
  '0': 0.25,
  '(': 0.2,
  ')': 0.2,
  ':': 0.2,
  '\n': 0.2,
  '/': 0.1,
  "'": 0.1,
  '|': 0.1,
};

class Unknown extends Error {}

const LETTERS: readonly Part[] = [...'abcdefghijklmnopqrstuvwxyz'].map((letter) => ({ exact: [letter], needs: NONE, closes: false }));
const isLetter = (unit: number): boolean => (unit | 0x20) >= 0x61 && (unit | 0x20) <= 0x7a;
const isDigit = (unit: number): boolean => unit >= 0x30 && unit <= 0x39;

/** They can stand for English letters where case does not count. */
const LONG_S = 0x17f;
const KELVIN = 0x212a;

class PatternReader {
  constructor(
    private readonly ignoreCase: boolean,
    private readonly unicode: boolean,
  ) {}

  /** `opens` and `ends`: a border of a word stands before and after. */
  alternatives(list: readonly AST.Alternative[], opens: boolean, ends: boolean): Part {
    const parts = list.map(({ elements }) => this.#sequence(elements, opens, ends));
    if (parts.length === 1) return parts[0]!;
    const exact = parts.every((part) => part.exact) ? unique(parts.flatMap((part) => part.exact!)) : null;
    const need = parts.every(({ needs }) => needs.length > 0) ? needFor(parts.flatMap(({ needs }) => needs[0]!.anyOf)) : null;
    return {
      exact: exact && exact.length <= MOST_EXACT ? exact : null,
      needs: need ? [need] : NONE,
      closes: parts.every(({ closes }) => closes),
    };
  }

  #sequence(elements: readonly AST.Element[], opens: boolean, ends: boolean): Part {
    const needs: Need[] = [];
    /** What the parts read since the last that could not be told match; it begins with a blank where a border went before. */
    let run: readonly string[] = [opens ? ' ' : ''];
    let complete = true;
    const beginRun = (atBorder: boolean): void => {
      add(needs, needOf(run));
      run = [atBorder ? ' ' : ''];
      complete = false;
    };
    for (const [index, element] of elements.entries()) {
      const { min: least, max: most } = element.type === 'Quantifier' ? element : { min: 1, max: 1 };
      const part =
        element.type === 'Quantifier'
          ? this.#atom(element.element, run.every(endsAtBorder), false)
          : this.#atom(element, run.every(endsAtBorder), isBorder(elements[index + 1]));
      const repeats = most > 1 && part.kind !== 'gap';
      if (least > 0) for (const need of part.needs) add(needs, need);
      if (least > 1 && part.kind === 'capital') add(needs, CAPITALS);
      let { exact } = part;
      if (exact && least === 0) exact = [...exact, ''];
      else if (exact?.length === 1 && least > 1 && repeats) exact = [exact[0]!.repeat(Math.min(least, MOST_REPEATED))];
      if (!exact || exact.length > MOST_EXACT) {
        beginRun(part.closes && (least > 0 || run.every(endsAtBorder)));
        continue;
      }
      if (repeats && least === 0) {
        beginRun(run.every(endsAtBorder) && part.exact!.every(endsAtBorder));
        continue;
      }
      if (exact.length > 1 && run.length * exact.length > MOST_JOINED) beginRun(run.every(endsAtBorder));
      run = unique(run.flatMap((before) => exact.map((text) => before + text)));
      if (repeats) beginRun(exact.every(endsAtBorder));
    }
    const closes = run.every(endsAtBorder);
    add(needs, needOf(ends ? run.map((text) => `${text} `) : run));
    return { exact: !complete ? null : opens ? run.map((text) => text.slice(1)) : run, needs, closes };
  }

  /** `beforeBorder`: a border of a word follows. */
  #atom(node: AST.QuantifiableElement | AST.Element, opens: boolean, beforeBorder: boolean): Part {
    switch (node.type) {
      case 'Character':
        return this.#character(node.value);
      case 'CharacterClass':
        return this.#class(node);
      case 'CharacterSet':
        return this.#set(node);
      case 'Group':
      case 'CapturingGroup':
        return this.#group(node, opens, beforeBorder);
      case 'Assertion':
        return this.#assertion(node, opens);
      case 'Backreference':
        return ANYTHING;
      default:
        throw new Unknown();
    }
  }

  #character(code: number): Part {
    // Half a pair may belong to the next one.
    if (this.unicode && code >= 0xd800 && code < 0xe000) throw new Unknown();
    if (isLetter(code)) return LETTERS[(code | 0x20) - 0x61]!;
    if (isDigit(code)) return DIGIT;
    const feature = characterOf(code);
    return gapOf(feature === null ? null : [feature]);
  }

  #group(node: AST.Group | AST.CapturingGroup, opens: boolean, beforeBorder: boolean): Part {
    if (node.type === 'Group' && node.modifiers) throw new Unknown();
    const inner = this.alternatives(node.alternatives, opens, false);
    // What its words need is told better together with what stands around it.
    if (inner.exact) return { ...inner, needs: inner.needs.filter(({ anyOf }) => !isLetter(anyOf[0]!.charCodeAt(0))) };
    // Its last words are whole ones, which tell more.
    return beforeBorder ? this.alternatives(node.alternatives, opens, true) : inner;
  }

  #assertion(node: AST.Assertion, opens: boolean): Part {
    if (node.kind === 'word') return node.negate ? NOTHING : GAP;
    if (!('alternatives' in node)) return GAP;
    const behind = node.kind === 'lookbehind';
    if (node.negate) return this.#beginsWithLetter(node.alternatives[0]!) ? GAP : NOTHING;
    // What stands around a match stands in the text.
    const { needs, closes, exact } = this.alternatives(node.alternatives, opens && !behind, false);
    return { ...((behind ? closes : exact?.every(beginsAtBorder)) ? GAP : NOTHING), needs };
  }

  /** Whether a part is nothing but one letter, whatever letter. */
  #beginsWithLetter({ elements: [first, second] }: AST.Alternative): boolean {
    if (!first || second) return false;
    if (first.type === 'CharacterSet') return isAnyLetter(first);
    if (first.type !== 'CharacterClass' || first.negate || first.unicodeSets) return false;
    const spans = (from: string, to: string): boolean =>
      first.elements.some((member) => member.type === 'CharacterClassRange' && member.min.raw === from && member.max.raw === to);
    return (
      first.elements.some((member) => member.type === 'CharacterSet' && isAnyLetter(member)) ||
      (spans('a', 'z') && (this.ignoreCase || spans('A', 'Z')))
    );
  }

  #class(node: AST.CharacterClass): Part {
    if (node.unicodeSets) throw new Unknown();
    if (node.negate) return ANYTHING;
    let letters = '';
    let features: string[] | null = [];
    let hasGaps = false;
    let onlyCapitals = !this.ignoreCase;
    let anyLetter = false;
    for (const member of node.elements) {
      if (member.type === 'CharacterSet') {
        const kind = kindOfSet(member);
        if (kind === 'letters' || kind === 'capitals') {
          anyLetter = true;
          if (kind === 'letters') onlyCapitals = false;
        } else {
          hasGaps = true;
          if (kind === 'digits') features?.push('0');
          else features = null;
        }
        continue;
      }
      const [from, to] = member.type === 'Character' ? [member.value, member.value] : [member.min.value, member.max.value];
      if (this.unicode && from >= 0xd800 && to < 0xe000) throw new Unknown();
      if ((to > from && from <= 0x7a && to >= 0x41) || (from <= LONG_S && to >= LONG_S) || (from <= KELVIN && to >= KELVIN)) {
        anyLetter = true;
        if (from < 0x41 || to > 0x5a) onlyCapitals = false;
      } else if (isLetter(from)) {
        letters += String.fromCharCode(from | 0x20);
        if (from > 0x5a) onlyCapitals = false;
      } else {
        hasGaps = true;
        if (to - from > 40 && !isDigit(from)) features = null;
        for (let code = from; features && code <= to; code++) {
          const feature = characterOf(code);
          if (feature === null) features = null;
          else features.push(feature);
        }
      }
    }
    if (hasGaps) onlyCapitals = false;
    if (onlyCapitals && (anyLetter || letters.length > 3)) return CAPITAL;
    if (anyLetter || letters.length > 6) return ANYTHING;
    if (!hasGaps) return letters === '' ? ANYTHING : { exact: unique([...letters]), needs: NONE, closes: false };
    if (letters !== '') return { exact: unique([...letters, ' ']), needs: NONE, closes: false };
    return gapOf(features);
  }

  #set(node: AST.CharacterSet): Part {
    switch (kindOfSet(node)) {
      case 'gaps':
        return GAP;
      case 'digits':
        return DIGIT;
      case 'capitals':
        return this.ignoreCase ? ANYTHING : CAPITAL;
      default:
        return ANYTHING;
    }
  }
}

/** What kind of characters a set holds, at least; 'letters' where there are several kinds. */
function kindOfSet(node: AST.CharacterSet): 'letters' | 'capitals' | 'digits' | 'gaps' {
  switch (node.kind) {
    case 'digit':
      return node.negate ? 'letters' : 'digits';
    case 'space':
      return node.negate ? 'letters' : 'gaps';
    case 'word':
      return node.negate ? 'gaps' : 'letters';
    case 'property':
      if (node.raw === '\\p{Lu}') return 'capitals';
      return node.raw === '\\p{N}' || node.raw === '\\P{L}' ? 'gaps' : 'letters';
    default:
      return 'letters';
  }
}

const isAnyLetter = (node: AST.CharacterSet): boolean => node.raw === '\\p{L}' || node.raw === '\\w';

/** Whether an element is plainly a border of a word. */
function isBorder(element: AST.Element | undefined): boolean {
  if (!element) return false;
  if (element.type === 'Quantifier') return element.min > 0 && isBorder(element.element);
  return (
    (element.type === 'Character' && element.value === 0x20) ||
    (element.type === 'Assertion' && element.kind === 'word' && !element.negate) ||
    (element.type === 'CharacterSet' && element.kind === 'space' && !element.negate)
  );
}

/** A character as a feature; null where it cannot be one, as it has a capital or is a blank. */
function characterOf(code: number): string | null {
  if (code === LONG_S || code === KELVIN) throw new Unknown();
  if (isDigit(code)) return '0';
  if (code === 0x20) return null;
  const character = String.fromCodePoint(code);
  if (code > 0x7f && character.toLowerCase() !== character.toUpperCase()) return null;
  // Texts are read by units.
  return character.charAt(0);
}

/** A gap that holds one of some characters, where they are known. */
function gapOf(characters: readonly string[] | null): Part {
  const need = characters && needFor(characters);
  return need ? { ...GAP, needs: [need] } : GAP;
}

/** At least one of some features, where that tells something. */
function needFor(features: readonly string[]): Need | null {
  const anyOf = unique(features);
  if (anyOf.length > MOST_FEATURES) return null;
  let share = 0;
  for (const feature of anyOf) {
    const own = shareOf(feature);
    if (own > TOO_COMMON) return null;
    share += own;
  }
  return share < TOO_COMMON_TOGETHER ? { anyOf, share } : null;
}

const endsAtBorder = (text: string): boolean => text.endsWith(' ');
const beginsAtBorder = (text: string): boolean => text.startsWith(' ');
const unique = (list: readonly string[]): string[] => (list.length < 2 ? [...list] : [...new Set(list)]);

/** Keeps the needs that tell most. */
function add(needs: Need[], need: Need | null): void {
  if (!need || needs.some(({ anyOf }) => anyOf.every((feature) => need.anyOf.includes(feature)))) return;
  let at = needs.length;
  while (at > 0 && needs[at - 1]!.share > need.share) at--;
  if (at >= MOST_NEEDS) return;
  needs.splice(at, 0, need);
  if (needs.length > MOST_NEEDS) needs.pop();
}

/** About what share of paragraphs have a feature. */
function shareOf(feature: string): number {
  if (!isLetter(feature.charCodeAt(0))) return COMMON_CHARACTERS[feature] ?? 0.03;
  if (feature === 'AA') return CAPITALS.share;
  const blank = feature.indexOf(' ');
  if (blank > 0) return COMMON.has(feature.slice(0, blank)) && COMMON.has(feature.slice(blank + 1)) ? 0.05 : 0.005;
  if (COMMON.has(feature)) return 0.4;
  const { length } = feature;
  if (!feature.endsWith('…')) return length > 3 ? 0.02 : 0.05;
  return length > 6 ? 0.03 : length > 4 ? 0.08 : length === 4 ? 0.2 : 0.5;
}

/** The words of a text as a pattern's reader writes it, and their pairs: those with a border on both sides, and the beginning of one that has none at the end. */
function featuresIn(text: string): string[] {
  const found: string[] = [];
  let before = '';
  let from = text.indexOf(' ') + 1;
  while (from > 0) {
    const to = text.indexOf(' ', from);
    if (to > from) {
      const word = text.slice(from, to);
      found.push(word);
      if (before !== '') found.push(`${before} ${word}`);
      before = word;
    } else if (to < 0 && text.length - from > 1) found.push(`${text.slice(from)}…`);
    from = to + 1;
  }
  return found;
}

/** As few words as cover all texts; null where a text has none. */
function needOf(texts: readonly string[]): Need | null {
  if (!texts.every((text) => text.includes(' '))) return null;
  // Those with few words to choose from say which of them the others may share.
  const all = texts.map(featuresIn).sort((a, b) => a.length - b.length);
  if (all[0]!.length === 0) return null;
  const anyOf: string[] = [];
  for (const features of all) if (!features.some((feature) => anyOf.includes(feature))) anyOf.push(rarest(features));
  const need = needFor(anyOf);
  if (anyOf.length === 1) return need;
  // One word that all have may tell more than one of each.
  const common = all[0]!.filter((feature) => all.every((features) => features.includes(feature)));
  const one = common.length > 0 ? needFor([rarest(common)]) : null;
  return one && (!need || one.share < need.share) ? one : need;
}

const rarest = (features: readonly string[]): string =>
  features.reduce((best, feature) => (shareOf(feature) < shareOf(best) ? feature : best));

const parser = new RegExpParser();

/** What a text must hold, each of it, for the pattern to match. */
export function needsOf({ source, flags, ignoreCase, unicode }: RegExp): readonly Need[] {
  if (flags.includes('v')) return NONE;
  try {
    const { alternatives } = parser.parsePattern(source, 0, source.length, { unicode });
    return new PatternReader(ignoreCase, unicode).alternatives(alternatives, false, false).needs;
  } catch (error) {
    if (error instanceof Unknown) return NONE;
    throw error;
  }
}
