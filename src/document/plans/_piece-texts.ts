import type { PlanField } from '../../framework/plan-columns.js';
import type { PieceField, PieceText } from './_piece-types.js';

const LONGEST_BLANK = 'not applicable'.length;

/** A cell or value that says nothing: empty, a dash, "n/a". */
export function isBlank(text: string): boolean {
  const value = text.trim();
  return value.length <= LONGEST_BLANK && /^(?:[-–—.]{1,5}|n\/?a|none|nil|not applicable)?$/i.test(value);
}

/** Fields that tell an action from other text. */
export const TELLING: ReadonlySet<PlanField> = new Set<PlanField>([
  'owner',
  'body',
  'accountable',
  'due',
  'measure',
  'baseline',
  'target',
  'status',
]);
/** Of how many of the telling fields there is something. */
export const tellingCount = (fields: readonly PieceField[]): number =>
  new Set(
    fields
      .filter(({ role }) => TELLING.has(role))
      .map(({ role }) =>
        role === 'body' || role === 'accountable' ? 'owner' : role === 'baseline' || role === 'target' ? 'measure' : role,
      ),
  ).size;

/** Several texts as one, a line each; null when there are none. */
export function joined(texts: readonly PieceText[]): PieceText | null {
  const filled = texts.filter(({ text }) => text !== '');
  if (filled.length === 0) return null;
  if (filled.length === 1) return filled[0]!;
  return {
    text: filled.map(({ text }) => text).join('\n'),
    span: { start: filled[0]!.span.start, end: filled.at(-1)!.span.end },
    prose: null,
    from: 0,
    links: filled.flatMap(({ links }) => links),
  };
}
