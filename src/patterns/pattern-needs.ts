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
const BORDERS: readonly string[] = [' ', '\\b', '\\s'];
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
const BACKSLASH = 0x5c;
const CLOSING_BRACKET = 0x5d;
/** Characters that an escape stands for. */
const ESCAPES: Readonly<Record<string, number>> = { n: 0x0a, r: 0x0d, t: 0x09, f: 0x0c, v: 0x0b };

class PatternReader {
  #at = 0;
  #least = 1;
  #most = 1;

  constructor(
    private readonly source: string,
    private readonly ignoreCase: boolean,
    private readonly unicode: boolean,
  ) {}

  read(): readonly Need[] {
    const { needs } = this.#alternatives(false, false);
    if (this.#at < this.source.length) throw new Unknown();
    return needs;
  }

  #takes(text: string): boolean {
    if (!this.source.startsWith(text, this.#at)) return false;
    this.#at += text.length;
    return true;
  }

  /** `opens` and `ends`: a border of a word stands before and after. */
  #alternatives(opens: boolean, ends: boolean): Part {
    const first = this.#sequence(opens, ends);
    if (this.source[this.#at] !== '|') return first;
    const parts = [first];
    while (this.#takes('|')) parts.push(this.#sequence(opens, ends));
    const exact = parts.every((part) => part.exact) ? unique(parts.flatMap((part) => part.exact!)) : null;
    const need = parts.every(({ needs }) => needs.length > 0) ? needFor(parts.flatMap(({ needs }) => needs[0]!.anyOf)) : null;
    return {
      exact: exact && exact.length <= MOST_EXACT ? exact : null,
      needs: need ? [need] : NONE,
      closes: parts.every(({ closes }) => closes),
    };
  }

  #sequence(opens: boolean, ends: boolean): Part {
    const needs: Need[] = [];
    /** What the parts read since the last that could not be told match; it begins with a blank where a border went before. */
    let run: readonly string[] = [opens ? ' ' : ''];
    let complete = true;
    const beginRun = (atBorder: boolean): void => {
      add(needs, needOf(run));
      run = [atBorder ? ' ' : ''];
      complete = false;
    };
    for (;;) {
      const unit = this.source.charCodeAt(this.#at);
      if (isLetter(unit) || unit === 0x20) {
        const text = this.#plainText();
        if (text !== '') {
          run = run.length === 1 ? [run[0]! + text] : run.map((before) => before + text);
          continue;
        }
      }
      // The end, "|" and ")".
      if (Number.isNaN(unit) || unit === 0x7c || unit === 0x29) break;
      const part = this.#atom(run.every(endsAtBorder));
      this.#quantifier();
      const least = this.#least;
      const repeats = this.#most > 1 && part.kind !== 'gap';
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
      run =
        exact.length === 1
          ? run.length === 1
            ? [run[0]! + exact[0]!]
            : run.map((before) => before + exact[0]!)
          : unique(run.flatMap((before) => exact.map((text) => before + text)));
      if (repeats) beginRun(exact.every(endsAtBorder));
    }
    const closes = run.every(endsAtBorder);
    add(needs, needOf(ends ? run.map((text) => `${text} `) : run));
    return { exact: !complete ? null : opens ? run.map((text) => text.slice(1)) : run, needs, closes };
  }

  /** Letters and blanks up to the last that no quantifier follows. */
  #plainText(): string {
    const from = this.#at;
    let to = from;
    let unit = this.source.charCodeAt(to);
    while (isLetter(unit) || unit === 0x20) unit = this.source.charCodeAt(++to);
    // "*", "+", "?" and "{".
    if (unit === 0x2a || unit === 0x2b || unit === 0x3f || unit === 0x7b) to--;
    this.#at = to;
    return this.source.slice(from, to).toLowerCase();
  }

  #quantifier(): void {
    const sign = this.source[this.#at];
    this.#least = this.#most = 1;
    if (sign === '?' || sign === '*' || sign === '+') {
      this.#at++;
      if (sign !== '+') this.#least = 0;
      if (sign !== '?') this.#most = Infinity;
    } else if (sign === '{' && isDigit(this.source.charCodeAt(this.#at + 1))) {
      this.#at++;
      this.#least = this.#most = this.#number();
      if (this.#takes(',')) this.#most = this.source[this.#at] === '}' ? Infinity : this.#number();
      if (!this.#takes('}')) throw new Unknown();
    } else return;
    this.#takes('?');
  }

  #number(): number {
    const from = this.#at;
    while (isDigit(this.source.charCodeAt(this.#at))) this.#at++;
    if (from === this.#at) throw new Unknown();
    return Number(this.source.slice(from, this.#at));
  }

  #atom(opens: boolean): Part {
    switch (this.source[this.#at]) {
      case '(':
        this.#at++;
        return this.#group(opens);
      case '[':
        this.#at++;
        return this.#class();
      case '.':
        this.#at++;
        return ANYTHING;
      case '^':
      case '$':
        this.#at++;
        return GAP;
      case '\\':
        return this.#escape();
      default:
        return this.#literal(this.#codePoint());
    }
  }

  #codePoint(): number {
    const code = this.unicode ? this.source.codePointAt(this.#at)! : this.source.charCodeAt(this.#at);
    this.#at += code > 0xffff ? 2 : 1;
    return code;
  }

  #literal(code: number): Part {
    if (isLetter(code)) return LETTERS[(code | 0x20) - 0x61]!;
    if (isDigit(code)) return DIGIT;
    const feature = characterOf(code);
    return gapOf(feature === null ? null : [feature]);
  }

  #group(opens: boolean): Part {
    if (!this.#takes('?') || this.#takes(':')) return this.#inGroup(opens);
    const behind = this.#takes('<');
    const looks = this.#takes('=');
    if (looks || this.#takes('!')) {
      const from = this.#at;
      const inner = this.#rest(opens && !behind, false);
      // What stands around a match stands in the text.
      if (looks)
        return (behind ? inner.closes : inner.exact?.every(beginsAtBorder))
          ? { ...GAP, needs: inner.needs }
          : { ...NOTHING, needs: inner.needs };
      return this.#isLetterFirst(from, this.#at - 1) ? GAP : NOTHING;
    }
    if (!behind) throw new Unknown();
    const name = this.source.indexOf('>', this.#at);
    if (name < 0) throw new Unknown();
    this.#at = name + 1;
    return this.#inGroup(opens);
  }

  #inGroup(opens: boolean): Part {
    const from = this.#at;
    const inner = this.#rest(opens, false);
    // What its words need is told better together with what stands around it.
    if (inner.exact) return { ...inner, needs: inner.needs.filter(({ anyOf }) => !isLetter(anyOf[0]!.charCodeAt(0))) };
    if (!this.#isAtBorder()) return inner;
    // Its last words are whole ones, which tell more.
    this.#at = from;
    return this.#rest(opens, true);
  }

  #rest(opens: boolean, ends: boolean): Part {
    const inner = this.#alternatives(opens, ends);
    if (!this.#takes(')')) throw new Unknown();
    return inner;
  }

  /** Whether what follows is plainly a border of a word. */
  #isAtBorder(): boolean {
    return (
      BORDERS.some((border) => this.source.startsWith(border, this.#at)) &&
      !'?*{'.includes(this.source[this.#at + (this.source[this.#at] === ' ' ? 1 : 2)] ?? '.')
    );
  }

  /** Whether the first alternative of source[from, to) is any letter. */
  #isLetterFirst(from: number, to: number): boolean {
    const source = this.source.slice(from, to);
    let end: number;
    if (this.unicode && source.startsWith('\\p{L}')) end = 5;
    else if (source.startsWith('\\w')) end = 2;
    else if (
      (this.unicode && source.startsWith('[\\p{L}')) ||
      source.startsWith('[\\w') ||
      (this.ignoreCase && source.startsWith('[a-z')) ||
      source.startsWith('[A-Za-z') ||
      source.startsWith('[a-zA-Z')
    ) {
      end = 1;
      while (end < source.length && source[end] !== ']') end += source[end] === '\\' ? 2 : 1;
      end++;
    } else return false;
    return end === source.length || source[end] === '|';
  }

  #class(): Part {
    const negated = this.#takes('^');
    let letters = '';
    let features: string[] | null = [];
    let hasGaps = false;
    let onlyCapitals = !this.ignoreCase;
    let anyLetter = false;
    while (this.source.charCodeAt(this.#at) !== CLOSING_BRACKET) {
      if (this.#at >= this.source.length) throw new Unknown();
      const from = this.#classMember();
      if (typeof from === 'string') {
        if (from === 'letters' || from === 'capitals') {
          anyLetter = true;
          if (from === 'letters') onlyCapitals = false;
        } else {
          hasGaps = true;
          if (from === 'digits') features?.push('0');
          else features = null;
        }
        continue;
      }
      let to = from;
      if (this.source[this.#at] === '-' && this.source.charCodeAt(this.#at + 1) !== CLOSING_BRACKET) {
        this.#at++;
        const last = this.#classMember();
        if (typeof last === 'string') throw new Unknown();
        to = last;
      }
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
    this.#at++;
    if (hasGaps) onlyCapitals = false;
    if (negated) return ANYTHING;
    if (onlyCapitals && (anyLetter || letters.length > 3)) return CAPITAL;
    if (anyLetter || letters.length > 6) return ANYTHING;
    if (!hasGaps) return letters === '' ? ANYTHING : { exact: unique([...letters]), needs: NONE, closes: false };
    if (letters !== '') return { exact: unique([...letters, ' ']), needs: NONE, closes: false };
    return gapOf(features);
  }

  /** A character, or what kind of characters a set holds. */
  #classMember(): number | 'letters' | 'capitals' | 'digits' | 'gaps' {
    if (this.source.charCodeAt(this.#at) !== BACKSLASH) return this.#codePoint();
    const sign = this.source[this.#at + 1] ?? '';
    switch (sign) {
      case 'd':
        this.#at += 2;
        return 'digits';
      case 's':
      case 'W':
        this.#at += 2;
        return 'gaps';
      case 'w':
      case 'D':
      case 'S':
        this.#at += 2;
        return 'letters';
      case 'p':
      case 'P':
        return this.#property();
      default:
        return this.#escapedCharacter();
    }
  }

  /** "\p{…}" or "\P{…}". */
  #property(): 'letters' | 'capitals' | 'gaps' {
    const end = this.source.indexOf('}', this.#at);
    if (!this.unicode || end < 0) throw new Unknown();
    const property = this.source.slice(this.#at, end + 1);
    this.#at = end + 1;
    if (property === '\\p{Lu}') return 'capitals';
    return property === '\\p{N}' || property === '\\P{L}' ? 'gaps' : 'letters';
  }

  /** The character that an escape stands for. */
  #escapedCharacter(): number {
    const sign = this.source[this.#at + 1] ?? '';
    this.#at += 2;
    if (sign === 'u' || sign === 'x') {
      const inBraces = sign === 'u' && this.unicode && this.#takes('{');
      const to = inBraces ? this.source.indexOf('}', this.#at) : this.#at + (sign === 'u' ? 4 : 2);
      const code = Number(`0x${this.source.slice(this.#at, to)}`);
      // Half a pair may belong to the next one.
      if (Number.isNaN(code) || (this.unicode && code >= 0xd800 && code < 0xe000)) throw new Unknown();
      this.#at = inBraces ? to + 1 : to;
      return code;
    }
    const code = ESCAPES[sign] ?? sign.charCodeAt(0);
    if (ESCAPES[sign] === undefined && (Number.isNaN(code) || isLetter(code) || isDigit(code))) throw new Unknown();
    return code;
  }

  #escape(): Part {
    switch (this.source[this.#at + 1]) {
      case 'b':
      case 's':
      case 'W':
        this.#at += 2;
        return GAP;
      case 'd':
        this.#at += 2;
        return DIGIT;
      case 'B':
        this.#at += 2;
        return NOTHING;
      case 'w':
      case 'D':
      case 'S':
        this.#at += 2;
        return ANYTHING;
      case 'p':
      case 'P': {
        const kind = this.#property();
        return kind === 'gaps' ? GAP : kind === 'capitals' && !this.ignoreCase ? CAPITAL : ANYTHING;
      }
      case 'k':
        this.#at = this.source.indexOf('>', this.#at) + 1;
        return ANYTHING;
      case '1':
      case '2':
      case '3':
        this.#at += 2;
        if (isDigit(this.source.charCodeAt(this.#at))) throw new Unknown();
        return ANYTHING;
      default:
        return this.#literal(this.#escapedCharacter());
    }
  }
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

/** What a text must hold, each of it, for the pattern to match. */
export function needsOf(pattern: RegExp): readonly Need[] {
  if (pattern.flags.includes('v')) return NONE;
  try {
    return new PatternReader(pattern.source, pattern.ignoreCase, pattern.unicode).read();
  } catch (error) {
    if (error instanceof Unknown) return NONE;
    throw error;
  }
}
