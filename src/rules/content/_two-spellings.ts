import { marker, quick, type PlacedProse, type SendDocument } from '../../document/index.js';
import { replaceWith, type Report } from '../rule.js';

/*
 * One board, forum or group whose name is spelled in two ways: "Health and Wellbeing Board" and "Health and Well-Being Board".
 */

interface Named {
  readonly name: string;
  readonly from: number;
  /** The letters of the name alone. */
  readonly key: string;
}

const NAME = quick(
  /\b\p{Lu}[\p{L}’'-]+(?:,? (?:(?:and|&|of|for|the) )?\p{Lu}[\p{L}’'-]+){1,6} (?:Board|Forum|Partnership|Committee|Panel|Group|Network|Alliance)\b/gu,
);

const keyOf = (name: string): string =>
  name
    .toLowerCase()
    .replace(/&/g, 'and')
    .replace(/[^\p{L}]/gu, '');

export const spelledNames = marker(
  ({ text }): readonly Named[] | null => {
    const names = NAME.matches(text).flatMap(({ 0: match, index }) => {
      if (match === match.toUpperCase()) return [];
      const skipped = /^(?:The|Our|This|Each|A) /.exec(match)?.[0].length ?? 0;
      const name = match.slice(skipped);
      return [{ name, from: index + skipped, key: keyOf(name) }];
    });
    return names.length > 0 ? names : null;
  },
  [NAME],
);

/** Reports the names that are spelled otherwise than most of the same. Of two that stand once each, the later. */
export function reportSpellings(document: SendDocument, report: Report): void {
  const byKey = new Map<string, { readonly unit: PlacedProse; readonly named: Named }[]>();
  for (const { unit, value } of spelledNames(document))
    if (unit.kind !== 'heading' && unit.prose.quoted === 0)
      for (const named of value) byKey.set(named.key, [...(byKey.get(named.key) ?? []), { unit, named }]);
  for (const places of byKey.values()) {
    const counts = new Map<string, number>();
    for (const { named } of places) counts.set(named.name, (counts.get(named.name) ?? 0) + 1);
    if (counts.size < 2) continue;
    const [usual] = [...counts].reduce((most, next) => (next[1] > most[1] ? next : most));
    const first = places.find(({ named }) => named.name === usual)!;
    for (const { unit, named } of places) {
      if (named.name === usual) continue;
      const at = unit.spanOf(named.from, named.from + named.name.length);
      report({
        at,
        message: `This body is called “${usual}” elsewhere in this document. Use one name throughout, so that nobody takes it for two bodies.`,
        fixes: [replaceWith(at, usual)],
        related: [
          {
            span: first.unit.spanOf(first.named.from, first.named.from + usual.length),
            message: 'The name used here',
          },
        ],
      });
    }
  }
}
