import { RegExpParser, type AST } from '@eslint-community/regexpp';

/** Letters and signs that sets and properties are filled with. */
const SAMPLE = [...'aZxeQ Éé19(’'];

/** Makes texts that a pattern is likely to match: what its parts can be, chosen at random. What it must not meet is left to chance. */
export function makerOfTexts(pattern: RegExp, random: () => number): () => string {
  const sets = new Map<string, readonly string[]>();
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const ofAlternatives = (alternatives: readonly AST.Alternative[]): string => pick(alternatives).elements.map(ofElement).join('');
  const ofMember = (member: AST.ClassRangesCharacterClassElement | AST.UnicodeSetsCharacterClassElement): string => {
    if (member.type === 'Character') return String.fromCodePoint(member.value);
    if (member.type === 'CharacterClassRange')
      return String.fromCodePoint(member.min.value + Math.floor(random() * (member.max.value - member.min.value + 1)));
    return member.type === 'CharacterSet' ? ofSet(member.raw) : '';
  };
  const ofSet = (raw: string): string => {
    let samples = sets.get(raw);
    if (!samples) sets.set(raw, (samples = SAMPLE.filter((sample) => new RegExp(raw, 'u').test(sample))));
    return samples.length > 0 ? pick(samples) : '';
  };
  const inCase = (text: string): string =>
    pattern.ignoreCase && random() < 0.3 ? (random() < 0.5 ? text.toUpperCase() : text.toLowerCase()) : text;
  const ofElement = (element: AST.Element): string => {
    switch (element.type) {
      case 'Character':
        return inCase(String.fromCodePoint(element.value));
      case 'CharacterSet':
        return element.kind === 'any' ? pick(SAMPLE) : ofSet(element.raw);
      case 'CharacterClass':
        return element.negate ? ofSet(element.raw) : ofMember(pick(element.elements));
      case 'Group':
      case 'CapturingGroup':
        return ofAlternatives(element.alternatives);
      case 'Quantifier': {
        const times = element.min + Math.floor(random() * (Math.min(element.max, element.min + 2) - element.min + 1));
        return Array.from({ length: times }, () => ofElement(element.element)).join('');
      }
      case 'Assertion':
        return element.kind === 'lookahead' && !element.negate
          ? random() < 0.5
            ? ''
            : ofAlternatives(element.alternatives)
          : element.kind === 'lookbehind' && !element.negate
            ? ofAlternatives(element.alternatives)
            : '';
      default:
        return '';
    }
  };
  const { alternatives } = new RegExpParser().parsePattern(pattern.source, 0, pattern.source.length, { unicode: pattern.unicode });
  return () => ofAlternatives(alternatives);
}
