import { findDates, isPlainly, sentencesOf, type Block, type DateMention, type Prose } from '../../document/index.js';
import { formatDate } from '../../framework/days.js';
import { SOURCES, cite } from '../../framework/sources.js';
import { isPlanKind, type Span } from '../../framework/types.js';
import { plural } from '../../text/words.js';
import { ALL_KINDS, replaceWith, type BlockRule, type Problem } from '../rule.js';

/** A date as it should read, and why. Offsets are those of the prose. */
interface Rewrite {
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly reasons: readonly string[];
}

const DASH = /^[–—-]$/;

/** “2 may” after “Key stage” is no date. */
const hasMonthName = (text: string): boolean => /\d(?:st|nd|rd|th)? (?:of )?[JFMASOND][a-z]{2}/.test(text);

/** A quotation that began further back is not looked for. */
const LONGEST_QUOTATION = 300;

const inQuotation = (text: string, at: number): boolean => {
  const before = text.slice(Math.max(0, at - LONGEST_QUOTATION), at);
  const count = (mark: string): number => before.split(mark).length - 1;
  return count('“') > count('”') || count('"') % 2 === 1 || before.lastIndexOf('‘') > before.lastIndexOf('’');
};

/** Part of an address, a file’s name, a version or another code. */
function isPartOfCode(text: string, { from, to }: DateMention): boolean {
  return (
    /[\w/\\=#.@:-]$/.test(text.slice(Math.max(0, from - 1), from)) ||
    /^(?:[\w/\\=#@-]|\.\w)/.test(text.slice(to, to + 2)) ||
    /\b(?:v|version|section|paragraph|page) $/i.test(text.slice(Math.max(0, from - 12), from))
  );
}

const CODE_COLUMN = /\b(?:codes?|ref|references?|numbers?|no|ids?|versions?|files?)\b/i;

function isInCodeColumn(block: Block, prose: Prose): boolean {
  if (prose.kind !== 'cell') return false;
  const header = block.prose.findLast(
    (other) => other.kind === 'header-cell' && other.column === prose.column && other.span.start < prose.span.start,
  );
  return header !== undefined && CODE_COLUMN.test(header.text);
}

function numericRewrite(text: string, mention: DateMention): Rewrite | null {
  // 1.2.24 is rather a version or a section than a day.
  if (!mention.range || isPartOfCode(text, mention) || /\.\d{2}$/.test(mention.text)) return null;
  return {
    from: mention.from,
    to: mention.to,
    text: formatDate(mention.range.start),
    reasons: ['the month is written as a word, so that nobody takes it for the day'],
  };
}

const THE = /\b(on|from|until|till|to|and|by|since|before|after|between|(?:mon|tues|wednes|thurs|fri|satur|sun)day,?) the $/i;
const BETWEEN = /\bbetween $/i;
/** What follows a date that stands for itself; another noun after it would go with “the”. */
const STANDS_ALONE =
  /^(?:\s*$|[.,;:)!?–—”’"]|\s(?:a|all|an|and|as|at|for|in|it|that|the|there|these|they|this|to|until|we|when|which|with)\b|\s\p{Lu})/u;

const SHORT_MONTH = /\b(Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?/g;
const LONG: Readonly<Record<string, string>> = {
  ...{ Jan: 'January', Feb: 'February', Mar: 'March', Apr: 'April', Jun: 'June', Jul: 'July', Aug: 'August' },
  ...{ Sept: 'September', Sep: 'September', Oct: 'October', Nov: 'November', Dec: 'December' },
};

/** The day goes before the month; a day of the week before both stays. */
function dayFirst(mention: DateMention): Rewrite | null {
  if (!mention.range || !/\b[JFMASOND][a-z]{2}/.test(mention.text)) return null;
  const weekday = /^[A-Z][a-z]+day,? /.exec(mention.text)?.[0].replace(',', '') ?? '';
  return {
    from: mention.from,
    to: mention.to,
    text: weekday + formatDate(mention.range.start),
    reasons: ['the day stands before the month, without a comma'],
  };
}

function wordsRewrite(text: string, mention: DateMention, inTable: boolean): Rewrite | null {
  if (mention.form === 'month-first') return dayFirst(mention);
  if (!hasMonthName(mention.text)) return null;
  const reasons: string[] = [];
  let { from } = mention;
  let changed = mention.text;
  if (mention.leadingZero) {
    changed = changed.replace(/\b0(?=[1-9](?:\D|$))/g, '');
    if (changed !== mention.text) reasons.push('there is no zero before the day');
  }
  // Tables have little room, and short months are usual there.
  if (!inTable && mention.text.search(SHORT_MONTH) >= 0) {
    changed = changed.replace(SHORT_MONTH, (_whole, month: string) => LONG[month]!);
    reasons.push('the month is written out');
  }
  if (mention.ordinal) {
    changed = changed.replace(/(\d)(?:st|nd|rd|th)\b/gi, '$1').replace(/(\d) of (?=[A-Z])/, '$1 ');
    reasons.push('the day is a plain number, without “st”, “nd”, “rd” or “th”');
  }
  let before = text.slice(Math.max(0, from - 16), from);
  const the = THE.exec(before);
  if (the && STANDS_ALONE.test(text.slice(mention.to, mention.to + 12))) {
    from -= the[0].length;
    changed = `${the[1]} ${changed}`;
    before = before.slice(0, -'the '.length);
    reasons.push('there is no “the” before a date');
  }
  if (mention.form === 'range') {
    const between = BETWEEN.exec(before);
    const joint = mention.joint!;
    if (between && joint !== 'and') {
      if (!the) {
        from -= between[0].length;
        changed = between[0] + changed;
      }
      changed = DASH.test(joint)
        ? changed.replace(/ ?[–—-] ?/, ' and ')
        : changed.replace(new RegExp(`(\\d|[A-Za-z]) ${joint} (?=\\d|[A-Z])`, 'i'), '$1 and ');
      reasons.push('“between” goes with “and”');
    } else if (DASH.test(joint)) {
      changed = changed.replace(/ ?[–—-] ?/, ' to ');
      reasons.push('a range is written with “to”');
    }
  }
  return reasons.length === 0 ? null : { from, to: mention.to, text: changed, reasons };
}

const PREPOSITION = /\b(?:on|from|until|by|since|before|after|between)(?: the)? $/i;
const RECURRING = /\b(?:annual|annually|always|each|every|normally|per|usually|yearly|years?)\b/i;

/** A day that the reader cannot place. Only where nothing in the paragraph gives a year. */
function yearMissing(prose: Prose, mention: DateMention): boolean {
  const { text } = prose;
  if (mention.problem !== 'no-year' || prose.kind === 'cell' || prose.kind === 'header-cell' || prose.kind === 'heading') return false;
  if (!hasMonthName(mention.text) || !PREPOSITION.test(text.slice(Math.max(0, mention.from - 14), mention.from))) return false;
  const sentence = sentencesOf(prose).find(({ start, end }) => mention.from >= start && mention.from < end);
  return !RECURRING.test(sentence?.text ?? text);
}

/** Markup inside a date, other than a raised “th”, would be torn apart by a replacement. */
function isPlain(block: Block, at: Span, text: string): boolean {
  return isPlainly(block.text.slice(at.start, at.end).replace(/<\/?sup>/gi, ''), text);
}

const isCell = ({ kind }: Prose): boolean => kind === 'cell' || kind === 'header-cell';

/** What joins the two days of a pair. */
const PAIR = /^,? ?(?:until|till|to|and|up to|–|—|-)(?: the)? ?(?:\p{L}+day,? )?$/iu;
const SHORT_YEAR = /^,? ['’]?\d{2}(?![\d:,]|\s*\p{L})/u;

/** Whether the other day of a pair has a year of two figures, which nothing mends: “from the 4 April 2026 until the 22 May 26”. */
function isHalf(text: string, mention: DateMention, others: readonly DateMention[]): boolean {
  const odd = ({ to, problem }: DateMention): boolean => problem === 'no-year' && SHORT_YEAR.test(text.slice(to, to + 5));
  return (
    odd(mention) ||
    others.some(
      (other) =>
        odd(other) &&
        (other.from > mention.to ? PAIR.test(text.slice(mention.to, other.from)) : PAIR.test(text.slice(other.to + 3, mention.from))),
    )
  );
}

function checkMention(block: Block, prose: Prose, mention: DateMention, hasYear: boolean, all: readonly DateMention[]): Problem | null {
  // A day that does not exist has a rule of its own.
  if (mention.problem === 'impossible' || inQuotation(prose.text, mention.from)) return null;
  const numeric = mention.form === 'numeric' || mention.form === 'iso';
  const rewrite = numeric
    ? isInCodeColumn(block, prose)
      ? null
      : numericRewrite(prose.text, mention)
    : wordsRewrite(prose.text, mention, isCell(prose));
  if (rewrite) {
    const at = prose.sourceOf(rewrite.from, rewrite.to);
    return {
      at,
      message: `Write “${rewrite.text}”: ${rewrite.reasons.join('; ')}.`,
      ...(!isHalf(prose.text, mention, all) && isPlain(block, at, prose.text.slice(rewrite.from, rewrite.to))
        ? { fixes: [replaceWith(at, rewrite.text)] }
        : {}),
    };
  }
  if (numeric || hasYear || !yearMissing(prose, mention)) return null;
  const at = prose.sourceOf(mention.from, mention.to);
  return {
    at,
    message: 'Nothing in this paragraph says which year is meant. Add the year after the month.',
    fixes: [{ title: 'Add the year', kind: 'assist', edits: [{ start: at.end, end: at.end, text: ' [insert year]' }] }],
  };
}

/** What is to be done with a date, without the date itself. */
function byReason(problems: readonly Problem[]): ReadonlyMap<string, Problem[]> {
  const groups = new Map<string, Problem[]>();
  for (const found of problems) {
    const reason = `${found.fixes ? '' : '-'}${found.message.slice(found.message.indexOf('”'))}`;
    groups.set(reason, [...(groups.get(reason) ?? []), found]);
  }
  return groups;
}

/** The dates of a plan’s table are all written in one way: one finding at the first mends them all. */
function asOne(problems: readonly Problem[]): Problem {
  const [first, ...more] = problems as [Problem, ...Problem[]];
  if (more.length === 0) return first;
  const edits = problems.flatMap(({ fixes = [] }) => fixes.flatMap((fix) => fix.edits));
  return {
    ...first,
    message: `${first.message} So it is with ${plural(more.length, 'more date')} of this table.`,
    ...(edits.length > 0 ? { fixes: [{ title: `Change all ${edits.length} dates`, kind: 'fix', edits }] } : {}),
  };
}

const F = 'full-inspection-report';
const S = 'strategic-plan';
const example = (text: string): string => `## Information about the local area partnership\n\n${text}\n`;

const rule: BlockRule = {
  id: 'date-format',
  givesWayTo: ['calendar-day'],
  title: 'Dates are written in GOV.UK style: “1 July 2022”, “11 to 15 March 2024”',
  severity: 'info',
  kinds: ALL_KINDS,
  source: cite(SOURCES.govukStyle, 'dates'),
  rationale:
    'One form for dates is easier to read and to search for, and a month in words cannot be taken for a day. Screen readers stumble over ordinals and dashes.',
  help: 'Write the day as a plain number, the month as a word and the year in full, with “to” in a range.',
  examples: {
    valid: [
      { kind: F, text: example('On 1 July 2022, the board began. It met from 11 to 15 March 2024, and between 16 and 18 May 2024.') },
      { title: 'a noun that takes “the”', kind: F, text: example('Officers answered by the 31 March 2024 deadline.') },
      {
        title: 'a quotation',
        kind: F,
        text: example(
          'The order says “on the 1st day of April and on 01/04/2019”. It says ‘from the 1st May 2019’ too.\n\n> On the 1st July 2022, everything changed.',
        ),
      },
      {
        title: 'addresses, versions, phone numbers and postcodes',
        kind: F,
        text: example(
          'See https://www.exampleshire.example/2024-03-11/notes or plan-2024-03-11.pdf, version 1.2.2024, section 20.1.24. Call 0300 123 1231. Write to ZX1 4AB. Support is there 24/7.',
        ),
      },
      { title: 'short months in a table', kind: S, text: '| Action | By when |\n| --- | --- |\n| Train staff | 1 Sept 2026 |\n' },
      { title: 'codes in a table', kind: S, text: '| Reference | Note |\n| --- | --- |\n| 01/02/2024 | First |\n' },
      { title: 'a number and a verb', kind: F, text: example('Children in key stage 2 may wait. Those in Year 1 may not.') },
      {
        title: 'the year in the same paragraph, or every year',
        kind: F,
        text: example('The service changed in 2022. On 1 July, a new board began.\n\nThe board reports by 31 March each year.'),
      },
    ],
    invalid: [
      {
        title: 'all dates of a plan’s table',
        kind: S,
        text: '## Actions\n\n| Action | Due |\n| --- | --- |\n| Open a clinic. | 30/04/2027 |\n| Train staff. | 31/07/2027 |\n',
        finds: [{ at: '30/04/2027', message: /1 more date of this table/ }],
        fixed: '## Actions\n\n| Action | Due |\n| --- | --- |\n| Open a clinic. | 30 April 2027 |\n| Train staff. | 31 July 2027 |\n',
      },
      {
        title: 'a zero',
        kind: F,
        text: example('The board began on 05 March 2024.'),
        finds: [{ at: '05 March 2024', message: /zero/ }],
        fixed: example('The board began on 5 March 2024.'),
      },
      {
        title: 'the month first, and short months',
        kind: F,
        text: example('They met on May 1, 2026, on Friday, October 2nd, 2026 and on 1 Sept 2026. It runs from 3 Jan. 2027 to 5 Feb 2027.'),
        finds: [
          { at: 'May 1, 2026', message: /“1 May 2026”/ },
          { at: 'Friday, October 2nd, 2026', message: /“Friday 2 October 2026”/ },
          { at: '1 Sept 2026', message: /written out/ },
          { at: '3 Jan. 2027 to 5 Feb 2027', message: /“3 January 2027 to 5 February 2027”/ },
        ],
        fixed: example(
          'They met on 1 May 2026, on Friday 2 October 2026 and on 1 September 2026. It runs from 3 January 2027 to 5 February 2027.',
        ),
      },
      {
        title: 'ordinals',
        kind: F,
        text: example('The board began on 1st July 2022 and met on the 3rd of May 2024. It sat from 11th to 15th March 2024.'),
        finds: [{ at: '1st July 2022' }, { at: 'on the 3rd of May 2024', message: /no “the”/ }, { at: '11th to 15th March 2024' }],
        fixed: example('The board began on 1 July 2022 and met on 3 May 2024. It sat from 11 to 15 March 2024.'),
      },
      {
        title: '“the”',
        kind: F,
        text: example('On the 1 April 2019, the borders changed.'),
        finds: [{ at: 'On the 1 April 2019', message: /no “the” before a date/ }],
        fixed: example('On 1 April 2019, the borders changed.'),
      },
      {
        title: 'numbers alone',
        kind: F,
        text: '| Action | By when |\n| --- | --- |\n| Train staff | 12/05/2026 |\n| Hire staff | 2026-06-01 |\n| Ask staff | 1.7.2026 |\n',
        finds: [{ at: '12/05/2026' }, { at: '2026-06-01' }, { at: '1.7.2026' }],
        fixed:
          '| Action | By when |\n| --- | --- |\n| Train staff | 12 May 2026 |\n| Hire staff | 1 June 2026 |\n| Ask staff | 1 July 2026 |\n',
      },
      {
        title: 'ranges',
        kind: F,
        text: example('Inspectors came between 16 to 18 March 2024, on 11–15 May 2024 and between the 1 - 2 June 2024.'),
        finds: [
          { at: 'between 16 to 18 March 2024', message: /goes with “and”/ },
          { at: '11–15 May 2024', message: /with “to”/ },
          { at: 'between the 1 - 2 June 2024' },
        ],
        fixed: example('Inspectors came between 16 and 18 March 2024, on 11 to 15 May 2024 and between 1 and 2 June 2024.'),
      },
      {
        title: 'a missing year',
        kind: F,
        text: example('The director left on 4 October.'),
        finds: [{ at: '4 October', message: /which year/ }],
      },
      {
        title: 'markup inside a date',
        kind: F,
        text: example('The board began on **1**st July 2022. It ended on 3<sup>rd</sup> May 2024.'),
        finds: [{ at: '1**st July 2022' }, { at: '3<sup>rd</sup> May 2024' }],
        fixed: example('The board began on **1**st July 2022. It ended on 3 May 2024.'),
      },
    ],
  },
  checkBlock(block, problem, { kind }) {
    const inCells: Problem[] = [];
    for (const prose of block.prose) {
      if (prose.quoted > 0 || !/\d/.test(prose.text)) continue;
      const hasYear = /\b(?:19|20)\d\d\b/.test(prose.text);
      const mentions = findDates(prose.text);
      for (const mention of mentions) {
        const found = checkMention(block, prose, mention, hasYear, mentions);
        if (found && isPlanKind(kind) && prose.kind === 'cell') inCells.push(found);
        else if (found) problem(found);
      }
    }
    for (const same of byReason(inCells).values()) problem(asOne(same));
  },
};

export default rule;
