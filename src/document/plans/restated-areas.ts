import { byObject, keeping } from '../../memo/memo.js';
import type { AreaFact, Block, Prose, SendDocument } from '../types.js';
import { namedAreas } from './area-references.js';

/*
 * The areas of its report that a plan sets out in the report's words: "Area for priority action 1: Leaders should …", or with the number
 * behind them. They stand in for the report where that is not known.
 */

const ASKS = /\b(?:should|must|needs? to|required to|urgently)\b/i;
/** The least number of words that restate an area. */
const MIN_WORDS = 8;

interface Restated {
  readonly id: string;
  readonly text: string;
  /** Index of its unit in the block's prose. */
  readonly index: number;
}

const asks = (text: string): boolean => ASKS.test(text) && text.split(/\s+/).length >= MIN_WORDS;

/** The area that a unit of prose restates; `words` stand in the next cell of a row whose cell is the number. */
function restatedBy({ kind, text, row }: Prose, index: number, next: Prose | undefined): Restated | null {
  if (kind === 'heading' || kind === 'header-cell') return null;
  const isNumber = kind === 'cell' && text.length < 40;
  const words = isNumber ? next : undefined;
  if (isNumber ? !words || words.kind !== 'cell' || words.row !== row || !asks(words.text) : !asks(text)) return null;
  const named = namedAreas(text, null).filter(({ form }) => form === 'id');
  const [area] = named;
  if (!area || named.length !== 1) return null;
  if (words) return { id: area.id, text: words.text, index: index + 1 };
  const [before, after] = [text.slice(0, area.from), text.slice(area.to)];
  if (before.trim() === '') return { id: area.id, text: after.replace(/^[\s:.–—)-]{1,8}/, ''), index };
  const bracket = before.lastIndexOf('(');
  return /^\W{0,4}$/.test(after) && bracket > 0 && before.length - bracket < 30
    ? { id: area.id, text: before.slice(0, bracket).trim(), index }
    : null;
}

const restatedIn = keeping(({ prose }: Block): readonly Restated[] =>
  prose.map((unit, index) => restatedBy(unit, index, prose[index + 1])).filter((area) => area !== null),
);

/** In document order, each area once; none in reports. What an action says of an area is the action's. */
export const restatedAreas = byObject((document: SendDocument): readonly AreaFact[] => {
  const { actions } = document.facts;
  const found = new Map<string, AreaFact>();
  let next = 0;
  for (const placed of document.blocks) {
    const restated = restatedIn(placed.block);
    if (restated.length === 0) continue;
    const units = document.unitsOf(placed);
    for (const { id, text, index } of restated) {
      const { span } = units[index]!;
      while (next < actions.length && actions[next]!.span.end <= span.start) next++;
      const isAction = next < actions.length && actions[next]!.span.start < span.end;
      if (!isAction && !found.has(id)) found.set(id, { id, text, span, responsibleBodies: [], responsibleBodySpan: null });
    }
  }
  return [...found.values()];
});
