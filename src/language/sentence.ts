import { POS, type LanguageModel, type Tagged } from './model.js';
import {
  ARTICLES,
  DETERMINERS,
  IRREGULAR_PARTICIPLES,
  IRREGULAR_PASTS,
  ONE,
  SEVERAL,
  baseOf,
  isIng,
  isParticiple,
  nounNumber,
  singularOf,
  type Number,
} from './words.js';
import { DEGREES, MOST_FORMS, NOUN_ENDING, formsOf, roleOf, type Form, type Role } from './_roles.js';
import { TERMS, tokensOf, type Token } from './_tokens.js';

export type { Token } from './_tokens.js';

export type { Role } from './_roles.js';

const isUpper = (code: number): boolean => code >= 65 && code <= 90;

/** A sentence whose words are tagged when that is asked for. */
export class TaggedSentence {
  readonly tokens: readonly Token[];
  #tags: readonly number[] | null = null;
  readonly #roles: (Role | undefined)[] = [];
  readonly #known: Map<string, Form>;
  readonly #forms: readonly Form[];
  /** All in capitals, so that they do not tell names from other words. */
  readonly #isShouted: boolean;

  constructor(
    readonly text: string,
    readonly model: LanguageModel,
  ) {
    this.tokens = tokensOf(text);
    const known = formsOf(model);
    if (known.size > MOST_FORMS) known.clear();
    this.#known = known;
    this.#forms = this.tokens.map(({ word }) => this.#formOf(word));
    this.#isShouted = text === text.toUpperCase();
  }

  word(index: number): string {
    return this.tokens[index]?.word ?? '';
  }

  /** The parts of speech that a form may have; for one that the lexicon lacks, by its ending and its base. */
  classesOf(form: string): number {
    return this.#formOf(form).classes;
  }

  /** The parts of speech that the word may have; 0 past the end. */
  classesAt(index: number): number {
    return this.#forms[index]?.classes ?? 0;
  }

  /** The number that the form of the word would show as a noun. */
  formNumber(index: number): Number {
    return this.#forms[index]?.number ?? 0;
  }

  #formOf(word: string): Form {
    let form = this.#known.get(word);
    if (!form) {
      const term = TERMS.get(word);
      if (term !== undefined) {
        this.#known.set(word, (form = { classes: POS.NOUN, number: term, role: 'noun' }));
        return form;
      }
      const classes = this.#look(word);
      this.#known.set(word, (form = { classes, number: nounNumber(word), role: roleOf(word, classes) }));
    }
    return form;
  }

  #look(form: string): number {
    const word = form.slice(form.lastIndexOf('-') + 1) || form;
    const known = this.model.classes(form) || this.model.classes(word);
    if (known) {
      // The lexicon lists few plurals and third persons of verbs beside each other: the base tells the rest.
      if (/[^s]s$/.test(word) && word.length > 3) {
        const base = this.model.classes(baseOf(word));
        return known | (base & (POS.NOUN | POS.VERB));
      }
      return known;
    }
    if (/[^s]s$/.test(word)) {
      const base = this.model.classes(baseOf(word));
      return base ? base & (POS.NOUN | POS.VERB) || POS.NOUN : POS.NOUN;
    }
    if (/ly$/.test(word)) return POS.ADV;
    if (/ing$/.test(word)) return POS.VERB | POS.NOUN;
    if (/ed$/.test(word)) return POS.VERB | POS.ADJ;
    return POS.NOUN;
  }

  /** Whether the word may be a noun, verb … at all, wherever it stands. */
  may(index: number, pos: number): boolean {
    const token = this.tokens[index];
    return token?.kind === 'word' && (this.classesAt(index) & pos) !== 0;
  }

  /** Whether the word can be nothing else. */
  mustBe(index: number, pos: number): boolean {
    const token = this.tokens[index];
    return token?.kind === 'word' && token.owner === '' && this.classesAt(index) === pos;
  }

  /** The tag of a word in its sentence. */
  tag(index: number): number {
    this.#tags ??= this.#align();
    return this.#tags[index] ?? 0;
  }

  #align(): number[] {
    // A capital at the beginning makes a name of any word.
    const first = this.tokens.find(({ kind }) => kind === 'word');
    const lowered =
      first && /^\p{Lu}\p{Ll}*$/u.test(first.text) && (this.model.classes(first.word) & ~POS.PROPN) !== 0
        ? this.text.slice(0, first.start) + first.text.toLowerCase() + this.text.slice(first.start + first.text.length)
        : this.text;
    const tagged: readonly Tagged[] = this.model.tag(lowered.length === this.text.length ? lowered : this.text);
    let at = 0;
    return this.tokens.map(({ start, end, owner }) => {
      const last = end - (owner === "'s" ? 2 : owner === "'" ? 1 : 0);
      while (at < tagged.length && tagged[at]!.end <= start) at++;
      let next = at;
      while (next + 1 < tagged.length && tagged[next + 1]!.start < last) next++;
      return tagged[next] && tagged[next]!.start < end ? tagged[next]!.pos : 0;
    });
  }

  isCapital(index: number): boolean {
    const token = this.tokens[index];
    return token !== undefined && /^\p{Lu}/u.test(token.text) && !this.startsSentence(index);
  }

  startsSentence(index: number): boolean {
    for (let before = index - 1; before >= 0; before--) if (this.tokens[before]!.kind !== 'mark') return false;
    return true;
  }

  role(index: number): Role {
    return (this.#roles[index] ??= this.settledRole(index) ?? this.#role(index));
  }

  /** What a word does where that is settled without its tag; else null. */
  settledRole(index: number): Role | null {
    const token = this.tokens[index];
    if (!token) return 'mark';
    const { word, kind } = token;
    // What stands for code, a picture or a field is a name.
    if (word === '\ufffc') return 'noun';
    if (kind === 'mark') return word === ',' ? 'comma' : word === '&' ? 'conj' : 'mark';
    if (kind === 'number') return 'num';
    if (token.owner !== '') return 'owner';
    // “SEND” is no verb.
    if (token.text.length > 1 && isUpper(token.text.charCodeAt(0)) && isUpper(token.text.charCodeAt(1)) && !this.#isShouted) return 'noun';
    const { role } = this.#forms[index]!;
    return role === undefined ? null : (role ?? this.#roleByPlace(index));
  }

  /** What a word does that its place tells, for which `roleOf` gives null. */
  #roleByPlace(index: number): Role | null {
    const word = this.word(index);
    switch (word) {
      case 'will':
      case 'may':
      case 'might':
        return this.isCapital(index) || ARTICLES.has(this.word(index - 1)) ? 'noun' : 'modal';
      case 'her':
        return this.may(index + 1, POS.NOUN | POS.ADJ) && !/^(?:to|in|on|at|and|or|with|for|by|from)$/.test(this.word(index + 1))
          ? 'det'
          : 'pron';
      case 'before':
      case 'after':
      case 'as':
        return this.tokens[index + 1]?.kind === 'mark' ? 'adv' : 'prep';
      case 'following':
        return ARTICLES.has(this.word(index - 1)) ? 'adj' : 'prep';
      default: {
        // “more”, “so” and their like.
        const after = this.tokens[index + 1];
        return after && this.may(index + 1, POS.ADJ | POS.ADV) && !this.mayOnlyNoun(index + 1) ? 'adv' : null;
      }
    }
  }

  #role(index: number): Role {
    const word = this.word(index);
    if (word === 'that') {
      const next = this.tag(index);
      return next === POS.DET && index > 0 && this.role(index - 1) !== 'noun' ? 'det' : 'sub';
    }
    if (DEGREES.has(word)) return this.tag(index) === POS.ADV ? 'adv' : 'det';
    if (word === 'like' || word === 'outside' || word === 'inside' || word === 'past')
      return this.tag(index) === POS.VERB ? 'verb' : 'prep';
    const classes = this.classesAt(index);
    const tag = classes === POS.VERB ? classes : this.tag(index);
    const before = this.roleBefore(index);
    const inside = before === 'det' || before === 'owner' || before === 'adj' || before === 'num';
    switch (tag) {
      case POS.VERB:
      case POS.AUX: {
        const base = baseOf(word);
        if (isIng(word)) return 'ing';
        if (/[^s]s$/.test(word) && base !== word) {
          if (
            (classes & POS.NOUN) !== 0 &&
            (before === null || before === 'mark' || inside || before === 'prep' || before === 'to' || before === 'ing')
          )
            return 'noun';
          return 'verb';
        }
        if (isParticiple(word) && !((classes & POS.NOUN) !== 0 && inside)) return 'ed';
        if (IRREGULAR_PASTS.has(word) || IRREGULAR_PARTICIPLES.has(word)) return 'ed';
        if (inside && (classes & POS.ADJ) !== 0 && (classes & POS.NOUN) === 0) return 'adj';
        if (inside && before !== 'num' && (classes & POS.NOUN) !== 0) return 'noun';
        if (before === 'prep' && (classes & POS.NOUN) !== 0) return 'noun';
        return 'verb';
      }
      case POS.NOUN:
      case POS.PROPN:
        // “who move”, “they need”.
        if ((classes & POS.VERB) !== 0 && index > 0 && /^(?:who|they|we)$/.test(this.word(index - 1)) && !this.isCapital(index))
          return isParticiple(word) ? 'ed' : 'verb';
        if (/ing$/.test(word) && (classes & POS.NOUN) === 0) return 'ing';
        if (isParticiple(word) && (classes & POS.NOUN) === 0 && !this.isCapital(index)) return 'ed';
        return 'noun';
      case POS.ADJ:
        if (/ing$/.test(word) && !inside && (classes & POS.ADJ) === 0) return 'ing';
        return 'adj';
      case POS.ADV:
        return 'adv';
      case POS.ADP:
      case POS.PART:
        return (classes & POS.NOUN) !== 0 && inside ? 'noun' : 'adv';
      case POS.PRON:
        return 'pron';
      case POS.NUM:
        return 'num';
      case POS.SCONJ:
        return 'sub';
      default:
        return (classes & POS.NOUN) !== 0 ? 'noun' : 'mark';
    }
  }

  private mayOnlyNoun(index: number): boolean {
    return this.mustBe(index, POS.NOUN);
  }

  /** Whether a verb that needs a subject stands in tokens [from, to). */
  hasFinite(from: number, to: number): boolean {
    for (let index = Math.max(0, from); index < to; index++) {
      const role = this.role(index);
      if (
        role === 'modal' ||
        (role === 'verb' && this.word(index - 1) !== 'to') ||
        (role === 'aux' && !/^(?:be|been|being|having)$/.test(this.word(index)))
      )
        return true;
    }
    return false;
  }

  /** Whether the noun phrase after token `at` is followed by its own verb, so that a clause begins there. */
  beginsClause(at: number): boolean {
    for (let index = at + 1; index < this.tokens.length; index++) {
      const role = this.role(index);
      if (role === 'aux' || role === 'modal' || role === 'verb') return true;
      if (role === 'wh' || role === 'sub' || role === 'mark' || role === 'ing') return false;
      if (role === 'comma' && this.role(index - 1) !== 'adj') return false;
      // A past may be the verb: “though leaders worked”.
      if (role === 'ed' && this.role(index - 1) === 'noun' && this.role(index + 1) !== 'prep' && this.role(index + 1) !== 'noun')
        return true;
    }
    return false;
  }

  /** The role of the word before, over hyphens. */
  roleBefore(index: number): Role | null {
    return index > 0 ? this.role(index - 1) : null;
  }

  /** The number of the noun at `index` as its form shows it. Names do not tell. */
  numberAt(index: number): Number {
    const token = this.tokens[index];
    if (token?.kind !== 'word') return 0;
    // Names of products and acronyms do not tell.
    if (/^\p{Lu}[\p{Lu}\d]|\p{Ll}\p{Lu}/u.test(token.text)) return 0;
    const number = this.formNumber(index);
    if (TERMS.has(token.word)) return number;
    const isKnown = this.model.classes(token.word) !== 0;
    if (this.isCapital(index)) {
      // “Council” is one; “Leeds” and “Services” may be.
      return number === 'one' && isKnown && (this.classesAt(index) & POS.NOUN) !== 0 ? 'one' : 0;
    }
    // Of an unknown form with -s, only the noun that it would be of tells whether it is one.
    if (
      number === 'several' &&
      !isKnown &&
      !token.word.includes('-') &&
      this.model.classes(singularOf(token.word)) === 0 &&
      !NOUN_ENDING.test(token.word)
    )
      return 0;
    return number;
  }

  /** What the determiner at `index` says of the number of its noun. */
  determinedNumber(index: number): Number {
    const word = this.word(index);
    return ONE.has(word) ? 'one' : SEVERAL.has(word) ? 'several' : 0;
  }

  isDeterminer(index: number): boolean {
    return DETERMINERS.has(this.word(index)) || this.tokens[index]?.owner !== '';
  }
}
