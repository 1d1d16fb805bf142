import { childOf, childrenOf, elementsOf, type XmlElement } from '../xml.js';
import { numberOf, valueOf } from '../office.js';
import type { NumberingReference } from './_styles.js';

interface Level {
  readonly format: string;
  /** “%1.%2” and the like. */
  readonly text: string;
  readonly start: number;
  readonly indent: number | null;
}

export interface Numbered {
  readonly ordered: boolean;
  readonly number: number;
  /** As it is shown, for example “2.1”; null for bullets. */
  readonly label: string | null;
  /** Whether the number is made of those of several levels. */
  readonly compound: boolean;
  readonly list: string;
  readonly level: number;
  readonly indent: number | null;
}

const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

function formatted(number: number, format: string): string {
  if (/letter/i.test(format) && number > 0) {
    const letter = String.fromCharCode(97 + ((number - 1) % 26)).repeat(Math.min(Math.ceil(number / 26), 9));
    return format.startsWith('upper') ? letter.toUpperCase() : letter;
  }
  if (/roman/i.test(format) && number > 0 && number < 4000) {
    let rest = number;
    let text = '';
    for (const [value, digits] of ROMAN) {
      while (rest >= value) {
        text += digits;
        rest -= value;
      }
    }
    return format.startsWith('upper') ? text.toUpperCase() : text;
  }
  return format === 'decimalZero' && number < 10 ? `0${number}` : String(number);
}

function levelsOf(element: XmlElement): Map<number, Level> {
  const levels = new Map<number, Level>();
  for (const level of childrenOf(element, 'w:lvl')) {
    // A format that old programs do not know stands in a choice.
    const format =
      valueOf(childOf(level, 'w:numFmt')) ??
      elementsOf(childOf(level, 'mc:AlternateContent'))
        .map((choice) => valueOf(childOf(choice, 'w:numFmt')))
        .findLast((value) => value !== undefined && value !== 'custom') ??
      'decimal';
    const indent = childOf(childOf(level, 'w:pPr'), 'w:ind')?.attributes;
    levels.set(numberOf(level.attributes['w:ilvl']) ?? 0, {
      format,
      text: valueOf(childOf(level, 'w:lvlText')) ?? '',
      start: numberOf(valueOf(childOf(level, 'w:start'))) ?? 1,
      indent: numberOf(indent?.['w:left'] ?? indent?.['w:start']),
    });
  }
  return levels;
}

interface List {
  readonly abstract: string;
  readonly levels: ReadonlyMap<number, Level>;
  readonly restarts: ReadonlyMap<number, number>;
}

/** Counts the paragraphs of Word's lists, which are numbered by their place in the document. */
export class Numbering {
  private readonly lists = new Map<string, List>();
  private readonly counters = new Map<string, number[]>();
  private readonly restarted = new Set<string>();

  constructor(root: XmlElement | undefined, numberingOfStyle: (id: string) => string | null) {
    const abstracts = new Map(childrenOf(root, 'w:abstractNum').map((element) => [element.attributes['w:abstractNumId'] ?? '', element]));
    const numbers = childrenOf(root, 'w:num');
    const abstractOf = (id: string | null | undefined): string | undefined =>
      valueOf(
        childOf(
          numbers.find((number) => number.attributes['w:numId'] === id),
          'w:abstractNumId',
        ),
      );
    for (const number of numbers) {
      const abstract = valueOf(childOf(number, 'w:abstractNumId')) ?? '';
      const element = abstracts.get(abstract);
      const link = valueOf(childOf(element, 'w:numStyleLink'));
      const linked = link === undefined ? undefined : abstracts.get(abstractOf(numberingOfStyle(link)) ?? '');
      const levels = levelsOf(linked ?? element ?? number);
      const restarts = new Map<number, number>();
      for (const override of childrenOf(number, 'w:lvlOverride')) {
        const level = numberOf(override.attributes['w:ilvl']) ?? 0;
        const start = numberOf(valueOf(childOf(override, 'w:startOverride')));
        if (start !== null) restarts.set(level, start);
        for (const [, own] of levelsOf(override)) levels.set(level, own);
      }
      this.lists.set(number.attributes['w:numId'] ?? '', { abstract, levels, restarts });
    }
  }

  /** Counts one paragraph. Null where it has no mark: no list, or a list that shows none. */
  next({ id, level }: NumberingReference): Numbered | null {
    if (id === null || id === '0') return null;
    const list = this.lists.get(id);
    const own = list?.levels.get(level);
    if (!list || !own) return null;
    const bullet = own.format === 'bullet';
    const counters = this.counters.get(list.abstract) ?? [];
    this.counters.set(list.abstract, counters);
    const restart = list.restarts.get(level);
    if (restart !== undefined && !this.restarted.has(`${id}/${level}`)) {
      this.restarted.add(`${id}/${level}`);
      counters[level] = restart;
    } else counters[level] = counters[level] === undefined ? own.start : counters[level] + 1;
    counters.length = level + 1;
    if (own.format === 'none' || (!bullet && own.text.trim() === '')) return null;
    const label = bullet
      ? null
      : own.text.replace(/%([1-9])/g, (_, digit: string) => {
          const at = Number(digit) - 1;
          const number = (counters[at] ??= list.levels.get(at)?.start ?? 1);
          return formatted(number, at === level ? own.format : (list.levels.get(at)?.format ?? 'decimal'));
        });
    return {
      ordered: !bullet,
      number: counters[level],
      label,
      compound: !bullet && (own.text.match(/%[1-9]/g)?.length ?? 0) > 1,
      list: id,
      level,
      indent: own.indent,
    };
  }
}
