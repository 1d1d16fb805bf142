import { byObject, byObjectAndText } from '../../memo/memo.js';
import type { Html, Table } from 'mdast';
import { marker, quick, type PlacedProse, type SendDocument, type TableInfo } from '../../document/index.js';
import { ACCESSIBLE_SOURCES, COLOURS, STATUS_WORDS } from '../../framework/accessible-documents.js';
import type { Span } from '../../framework/types.js';
import { ALL_KINDS, type DocumentRule, type Fix, type Report } from '../rule.js';
import { moved, nodesOf, spanOf } from '../support/nodes.js';

const wordOf = new Map(COLOURS.flatMap(({ word, signs }) => signs.map((sign) => [sign.replace(/\uFE0F/g, ''), word] as const)));
const SIGN = quick(new RegExp(`(?:${[...wordOf.keys()].join('|')})\\uFE0F?`, 'gu'));
const STATUS = new RegExp(`(?<![\\p{L}])(?:${STATUS_WORDS.map((word) => word.replace(/ /g, '[ -]')).join('|')})(?![\\p{L}])`, 'iu');
const COLOUR_WORDS = new Set(COLOURS.map(({ word }) => word.toLowerCase()).concat('orange', 'brag', 'rag'));

/** One of the lines of a unit that `<br>` and hard breaks make. */
interface Line {
  readonly start: number;
  readonly text: string;
  /** Without signs and punctuation. */
  readonly words: string;
  readonly signs: number;
}

interface Sign {
  readonly unit: PlacedProse;
  readonly from: number;
  readonly to: number;
  readonly word: string;
  readonly line: Line;
}

/** Lines are read once, however many signs they have. */
function signsIn(unit: PlacedProse): Sign[] {
  let start = 0;
  return unit.text.split('\n').flatMap((text): Sign[] => {
    const matches = SIGN.matches(text);
    const line = { start, text, words: matches.length > 0 ? withoutSigns(text) : text, signs: matches.length };
    start += text.length + 1;
    return matches.map((match) => ({
      unit,
      line,
      from: line.start + match.index,
      to: line.start + match.index + match[0].length,
      word: wordOf.get(match[0].replace(/\uFE0F/g, ''))!,
    }));
  });
}

const withSigns = marker(({ text }): true | null => SIGN.test(text) || null, [SIGN]);

const withoutSigns = (text: string): string =>
  text
    .replace(SIGN.pattern, '')
    .replace(/[\s\p{P}]+/gu, ' ')
    .trim();

/** What a coloured sign stands for, where the document says so: "🟢 On track". */
function meanings(signs: readonly Sign[]): Map<string, string> {
  const found = new Map<string, Set<string>>();
  for (const [index, { to, word, line }] of signs.entries()) {
    const next = signs[index + 1];
    const end = next?.line === line ? next.from - line.start : line.text.length;
    const rest = line.text
      .slice(to - line.start, end)
      .trim()
      .replace(/^[:=–—-]/, '')
      .replace(/[;,.|/]$/, '')
      .trim();
    if (/^\p{L}[\p{L} -]{1,40}$/u.test(rest) && STATUS.test(rest)) found.set(word, (found.get(word) ?? new Set()).add(rest));
  }
  return new Map([...found].flatMap(([word, said]) => (said.size === 1 ? [[word, [...said][0]!] as const] : [])));
}

function checkSigns(document: SendDocument, report: Report): void {
  const signs = withSigns(document).flatMap(({ unit }) => signsIn(unit));
  if (signs.length === 0) return;
  const known = meanings(signs);
  const leading = signs.filter(isLeading);
  // One colour at the start of items is a bullet; several are a status.
  const several = new Set(leading.map(({ word }) => word)).size > 1;
  for (const sign of signs) {
    const alone = sign.line.words === '';
    if (!alone && !(several && isLeading(sign) && !STATUS.test(sign.line.words)) && !isSaid(sign)) continue;
    const said = known.get(sign.word) ?? sign.word;
    const at = sign.unit.spanOf(sign.from, sign.to);
    const fix: Fix = {
      title: `Add “${said}”`,
      kind: 'fix',
      edits: [{ start: at.end, end: at.end, text: ` ${said}${alone || !isLeading(sign) ? '' : ':'}` }],
    };
    report({
      at,
      message: 'Only a colour tells this. Say it in a word as well, for people who cannot see colours or who listen to the document.',
      fixes: [fix],
    });
  }
}

/** “Progress is 🟢 so far.”: the sign stands for the word that the sentence needs, and no word beside it says the same. */
const isSaid = ({ from, to, line }: Sign): boolean =>
  /\b(?:is|are|was|were|remains?|rated|marked)\s$/.test(line.text.slice(Math.max(0, from - line.start - 12), from - line.start)) &&
  !STATUS.test(line.text.slice(to - line.start, to - line.start + 30)) &&
  !COLOUR_WORDS.has(/^[\s(]*(\p{L}+)/u.exec(line.text.slice(to - line.start, to - line.start + 24))?.[1]?.toLowerCase() ?? '');

/** Does the sign open its item, cell or line? */
const isLeading = ({ unit, from, line }: Sign): boolean =>
  unit.kind !== 'heading' && /^\s{0,20}$/.test(line.text.slice(0, Math.min(from - line.start, 21)));

const RATING = /\bB?RAG\b|\bstatus\b|\brating\b/i;
const isColour = (text: string): boolean => COLOUR_WORDS.has(text.trim().toLowerCase());

const explained = byObjectAndText<SendDocument, boolean>();
const isExplained = (document: SendDocument, colour: string): boolean =>
  explained(document, colour, () => findExplanation(document, colour));

/** Does anything say what a colour means: "Green: on track", "Green means …", "on track (green)"? */
function findExplanation(document: SendDocument, colour: string): boolean {
  const says = new RegExp(
    `(?<![\\p{L}])${colour}(?:[ ]?[:=–—-]|,? (?:means|is|are|shows|stands for|for|indicates|actions? (?:is|are))\\b|[ ]?\\()|\\(${colour}\\)|(?:means|as|rated|marked) “?${colour}(?![\\p{L}])`,
    'iu',
  );
  return (
    document.prose.some(({ text }) => says.test(text)) ||
    document.tables.some((table) =>
      table.rows.some(({ cells }) => cells.length > 1 && isExplanation(cells[0]!.text, cells[1]!.text, colour)),
    )
  );
}

const isExplanation = (first: string, second: string, colour: string): boolean =>
  withoutSigns(first).toLowerCase() === colour && second.length > 3 && !isColour(second);

interface Rating {
  readonly column: number;
  readonly colours: readonly string[];
}

/** Columns of a table that give colours in words. */
const ratingsOf = byObject(({ children }: Table, { header, rows }: TableInfo): readonly Rating[] =>
  children[0]!.children.flatMap((_, column): Rating[] => {
    const isRating = RATING.test(header.cells[column]?.text ?? '');
    const colours = isRating ? rows.map(({ cells }) => cells[column]?.text.trim().toLowerCase() ?? '').filter(isColour) : [];
    return colours.length > 0 ? [{ column, colours: [...new Set(colours)] }] : [];
  }),
);

/** A column of colours in words needs a key: one for the whole document, so one finding. */
function checkRatings(document: SendDocument, report: Report): void {
  for (const table of document.tables) {
    for (const { column, colours } of ratingsOf(table.node, table)) {
      if (colours.some((colour) => isExplained(document, colour))) continue;
      report({
        at: table.header.cells[column]!.span,
        message:
          'This column gives colours, and nothing says what they mean. Add a key, for example “Green: on track”, or write the status in words.',
      });
      return;
    }
  }
}

const COLOURED = /^<(?:span|font|td|th|div|p|mark|tr)\b[^<>]{0,400}(?:\scolor\s?=|\sbgcolor\s?=|(?:background(?:-color)?|\bcolor)\s?:)/i;

/** Cells that HTML gives a colour and nothing else. */
function checkHtml(document: SendDocument, table: TableInfo, report: Report): void {
  const { placed } = document.flow[table.flowIndex]!;
  if (!placed.block.text.includes('<')) return;
  for (const { cells } of table.rows) {
    for (const cell of cells) {
      if (cell.prose === null && nodesIn(placed, cell.span).some(({ value }) => COLOURED.test(value)))
        report({ at: cell.span, message: 'Only a colour tells the status here. Say it in a word.' });
    }
  }
}

const nodesIn = ({ block, start }: SendDocument['flow'][number]['placed'], span: Span): readonly Html[] =>
  nodesOf<Html>(block, ['html']).filter((node) => {
    const at = moved(spanOf(node), start);
    return at.start >= span.start && at.end <= span.end;
  });

const BY_COLOUR = quick(
  /\b(?:highlighted|shaded|shown|marked|coloured|printed|displayed|flagged|written|those|items|actions|cells|rows|text) in (?:bright |dark |light )?(?:red|amber|green|yellow|orange|blue|purple|grey)(?=[.,;:)]|\s*$|\s(?:are|is|were|was|shows?|means?|needs?|have|has|indicates?|will|below)\b)/gi,
);

const placesByColour = marker(
  ({ text }): readonly { from: number; to: number }[] | null => {
    const places = Array.from(BY_COLOUR.matches(text), (match) => ({ from: match.index, to: match.index + match[0].length }));
    return places.length > 0 ? places : null;
  },
  [BY_COLOUR],
);

const rule: DocumentRule = {
  id: 'colour-only',
  title: 'Nothing is told by colour alone',
  severity: 'warning',
  kinds: ALL_KINDS,
  source: ACCESSIBLE_SOURCES.colour,
  rationale: 'About one man in twelve confuses red and green, printers make both grey, and a screen reader calls 🟢 a large green circle.',
  help: 'Write the status in words beside the colour, such as “🟢 On track”, and give a key for ratings.',
  examples: {
    valid: [
      { kind: 'strategic-plan', text: '| Action | Status |\n| --- | --- |\n| Train staff | 🟢 On track |\n| Hire staff | Late |\n' },
      {
        title: 'a rating with a key',
        kind: 'strategic-plan',
        text: 'Green means on track. Red: late.\n\n| Action | RAG |\n| --- | --- |\n| Train staff | Green |\n| Hire staff | Red |\n',
      },
    ],
    invalid: [
      {
        title: 'a colour in the place of a word',
        kind: 'strategic-plan',
        text: 'Progress is 🟢 so far.\n',
        finds: [{ at: '🟢' }],
        fixed: 'Progress is 🟢 Green so far.\n',
      },
      {
        title: 'signs alone',
        kind: 'strategic-plan',
        text: '| Action | Status |\n| --- | --- |\n| Train staff | 🟢 |\n| Hire staff | 🔴<br>🟠 |\n',
        finds: [{ at: '🟢' }, { at: '🔴' }, { at: '🟠' }],
        fixed: '| Action | Status |\n| --- | --- |\n| Train staff | 🟢 Green |\n| Hire staff | 🔴 Red<br>🟠 Amber |\n',
      },
      {
        title: 'the document’s own words',
        kind: 'strategic-plan',
        text: '- 🟢 On track\n- 🔴 Late\n\n| Action | Status |\n| --- | --- |\n| Train staff | 🟢 |\n',
        finds: [{ at: '🟢' }],
        fixed: '- 🟢 On track\n- 🔴 Late\n\n| Action | Status |\n| --- | --- |\n| Train staff | 🟢 On track |\n',
      },
      {
        title: 'a key in one line',
        kind: 'strategic-plan',
        text: 'Key: 🔴 not started; 🟢 done.\n\n| Action | Status |\n| --- | --- |\n| Train staff | 🟢 |\n',
        finds: [{ at: '🟢' }],
        fixed: 'Key: 🔴 not started; 🟢 done.\n\n| Action | Status |\n| --- | --- |\n| Train staff | 🟢 done |\n',
      },
    ],
  },
  looksFor: [withSigns, placesByColour],
  check(document, report) {
    checkSigns(document, report);
    checkRatings(document, report);
    for (const table of document.tables) checkHtml(document, table, report);
    for (const { unit, value } of placesByColour(document)) {
      for (const { from, to } of value) {
        report({
          at: unit.spanOf(from, to),
          message: 'Some readers cannot see which parts have this colour. Mark them with a word as well, or list them.',
        });
      }
    }
  },
};

export default rule;
