import { OUTCOMES } from '../../framework/wording.js';
import type { IsoDate, OutcomeId } from '../../framework/types.js';
import { keeping } from '../../memo/memo.js';
import { matchesOf } from '../../text/matches.js';
import type { Block, Found, OutcomeStatement, PartnerFact } from '../types.js';
import { findDates } from './dates.js';
import type { Model } from './_model.js';
import { outcomesNamed } from './outcome.js';

/*
 * What a plan tells of the inspection that it answers, and of its partners.
 */

/** How far into a plan they are looked for, in blocks. */
const OPENING_BLOCKS = 80;

const TOLD_BY_INSPECTORS =
  /(?:inspect(?:ors?|ion)\b|\b(?:Ofsted|CQC|Care Quality Commission|report)\b)[^]{0,200}\b(?:found|finds|said|says|conclu\w+|judged|stated|noted|identified|outcome|evaluated)\b|\boutcome (?:of|was|is)\b/i;
const REPORT_CAME_OUT =
  /\breport\b(?:, (?:which was )?|[^.;,]{0,60}?\b)(?:published|publication|came out|released)\b|\b(?:publication|published)\b[^.;]{0,30}\breport\b/i;

interface ToldInBlock {
  readonly outcomes: readonly { readonly index: number; readonly from: number; readonly to: number; readonly outcome: OutcomeId }[];
  readonly published: { readonly index: number; readonly from: number; readonly to: number; readonly day: IsoDate } | null;
}

const toldIn = keeping(({ prose }: Block): ToldInBlock => {
  const outcomes: ToldInBlock['outcomes'][number][] = [];
  let published: ToldInBlock['published'] = null;
  prose.forEach(({ text, kind, quoted }, index) => {
    if (kind !== 'heading' && (quoted > 0 || TOLD_BY_INSPECTORS.test(text)))
      for (const { outcome, from, to } of outcomesNamed(text)) outcomes.push({ index, from, to, outcome });
    if (published || !/\d/.test(text)) return;
    // In a table the words stand in the cell before.
    const before = kind === 'cell' ? `${prose[index - 1]?.text ?? ''}: ` : '';
    for (const [sentence] of matchesOf(before + text, /[^.]+(?:\.(?! |$)[^.]*)*/g)) {
      const said = REPORT_CAME_OUT.exec(sentence) ?? (/\breport\b/i.test(text) ? /^\W*It was published\b/.exec(sentence) : null);
      const day = said && findDates(sentence).find(({ from, range }) => from >= said.index && range !== null && range.start === range.end);
      const at = day ? text.indexOf(day.text) : -1;
      if (day && at >= 0 && !/\b(?:plan|strategy)\b/i.test(sentence.slice(said.index, day.from))) {
        published = { index, from: at, to: at + day.text.length, day: day.range!.start };
        return;
      }
    }
  });
  return { outcomes, published };
});

/** The outcome as a plan quotes or tells it; none where it tells of several. */
export function toldOutcome(model: Model): readonly OutcomeStatement[] {
  const found: OutcomeStatement[] = [];
  for (const placed of model.blocks.slice(0, OPENING_BLOCKS))
    for (const { index, from, to, outcome } of toldIn(placed.block).outcomes) {
      const unit = model.unitsOf(placed)[index]!;
      const expected = OUTCOMES[outcome - 1]!.statements[0]!;
      found.push({ outcome, exact: false, text: unit.text.slice(from, to), expected, span: unit.spanOf(from, to) });
    }
  return found;
}

/** When the report came out, as the plan says. */
export function toldPublication(model: Model): Found<IsoDate> | null {
  for (const placed of model.blocks.slice(0, OPENING_BLOCKS)) {
    const { published } = toldIn(placed.block);
    if (published) return { value: published.day, span: model.unitsOf(placed)[published.index]!.spanOf(published.from, published.to) };
  }
  return null;
}

const WORD = "\\p{Lu}[\\p{L}’'-]+";
const NAME = `${WORD}(?:(?:,? (?:and|upon|on|of|the|with|under|in))* ${WORD}){0,6}`;
const COUNCIL = new RegExp(`(?<![\\p{L}’'-])(?:London Borough of ${NAME}|${NAME} (?:Council|MBC|MDC))\\b`, 'gu');
const BOARD = new RegExp(`\\bNHS ${NAME}(?:, ${NAME})? (?:Integrated Care Board|ICB)\\b`, 'gu');
const OTHER_COUNCIL = /\b(?:Youth|Parent|Parents|Carers?|Schools?|Town|Parish|Student|Children|Arts|Research|Medical|Faith)\b/;

interface Partners {
  readonly localAuthority: readonly PartnerFact[];
  readonly integratedCareBoards: readonly PartnerFact[];
}

/** The council and the boards that a plan names in full: the council of its area, and each board once. */
export function toldPartners(model: Model, area: string | null): Partners {
  const councils = new Map<string, PartnerFact>();
  const boards = new Map<string, PartnerFact>();
  for (const placed of model.blocks.slice(0, OPENING_BLOCKS))
    for (const unit of model.unitsOf(placed)) {
      for (const [pattern, found] of [
        [COUNCIL, councils],
        [BOARD, boards],
      ] as const) {
        if (!(pattern === COUNCIL ? /Council|Borough|M[BD]C/ : /ICB|Care Board/).test(unit.text)) continue;
        for (const match of matchesOf(unit.text, pattern)) {
          const name = match[0].slice(Math.max(0, match[0].lastIndexOf('NHS '))).replace(/^The /, '');
          const from = match.index + match[0].length - name.length;
          const key = name.replace(/^NHS /, '').replace(/ (?:Integrated Care Board|ICB)$/, '');
          if (pattern === COUNCIL ? OTHER_COUNCIL.test(name) : /\b(?:Council|Trust|England)\b/.test(key)) continue;
          if (!found.has(key)) found.set(key, { name, span: unit.spanOf(from, from + name.length) });
        }
      }
    }
  const own = [...councils.values()].filter(({ name }) => area !== null && name.includes(area));
  return { localAuthority: own.slice(0, 1), integratedCareBoards: [...boards.values()].slice(0, MOST_BOARDS) };
}

/** No area has more; a plan that names more lists those of others. */
const MOST_BOARDS = 4;
