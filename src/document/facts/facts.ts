import type { ListItem } from 'mdast';
import type { BodyRegister } from '../../framework/public-bodies.js';
import { editDistance } from '../../text/nearest.js';
import { TITLE_WORDS } from '../../framework/titles.js';
import { isReportKind, isPlanKind, type IsoDate, type OutcomeId, type Span } from '../../framework/types.js';
import { daysBetween } from '../../framework/days.js';
import { trimEnd } from '../../text/align.js';
import { matchesOf } from '../../text/matches.js';
import { findDates, type DateMention } from './dates.js';
import {
  JoinedProse,
  effectiveAction,
  monitoringInspection,
  nextFullInspection,
  outcomeStatements,
  priorityActionPlanRequirement,
  strategicPlanRequest,
} from './outcome.js';
import type {
  AreaFact,
  DateRange,
  Facts,
  Found,
  FoundRange,
  HeadingInfo,
  InspectionFact,
  PartnerFact,
  PlacedBlock,
  PlacedProse,
  PreviousInspections,
  Section,
  SendDocument,
  TableCell,
  TableInfo,
  TeamMember,
} from '../types.js';
import { append, largest, smallest } from '../../text/lists.js';

/** What a document without facts has: used before its kind is known. */
type Model = Omit<SendDocument, 'facts' | 'edition'>;

/** The part before the first section: banner, title and dates. In a report, headings that open none of its sections belong to it. */
function preamble(model: Model): readonly PlacedProse[] {
  const first = (isReportKind(model.kind) ? model.sections.find(({ id }) => id !== null) : null) ?? model.sections[0];
  const units: PlacedProse[] = [];
  for (const block of model.blocks) {
    if (first ? block.start >= first.span.start : units.length >= 12) break;
    append(units, model.unitsOf(block));
  }
  return first ? units.filter((unit) => unit.span.end <= first.span.start) : units.slice(0, 12);
}

// Local area

const OPENING = /\b(?:inspection|re-?inspection|visit|meeting)(?: report)?(?: of|:| -| –| to| with| for)? (?:the )?/i;
const CLOSING = /(?: |(?<=\p{Ll})(?=L))(?:local area|area partnership)\b/iu;

/** The name between the words that come before and after it in a title; null without them. Title text has single spaces. */
function nameBetween(title: string, opening: RegExp, closing: RegExp): string | null {
  const before = opening.exec(title);
  if (!before) return null;
  const from = before.index + before[0].length;
  const after = closing.exec(title.slice(from));
  return after && after.index > 0 ? title.slice(from, from + after.index) : null;
}

function localAreaOf(model: Model): Found<string> | null {
  const title = model.headings.find((heading) => heading.depth === 1);
  if (!title) return null;
  const prose = model.unitsOf(model.flow[title.flowIndex]!.placed).find((unit) => unit.span.start === title.span.start);
  const at = (name: string): Found<string> | null => {
    const from = title.text.indexOf(name);
    if (from < 0 || name.trim() === '' || /[[\]_]/.test(name)) return null;
    return { value: name, span: prose ? prose.spanOf(from, from + name.length) : title.textSpan };
  };
  const name = nameBetween(title.text, OPENING, CLOSING);
  if (name !== null) return at(name);
  if (isReportKind(model.kind)) return null;
  return placeOfPlan(model, title, at);
}

/** Words before "Council" that make it another one than the authority. */
const OTHER_COUNCIL = new Set(
  "youth parent carers carers' parents school schools town parish student students young children's people's british arts medical research faith county city".split(
    ' ',
  ),
);
const NAME = "\\p{Lu}[\\p{L}’'-]+(?:(?: (?:and|upon|on|of|the|with|under|in|le))* \\p{Lu}[\\p{L}’'-]+){0,4}";
const COUNCIL = new RegExp(
  `(?<![\\p{L}’'-])(${NAME}?) (?:(?:County|City|Metropolitan|Borough|District|Unitary|MBC|MDC) ?){0,3}Council\\b`,
  'u',
);
const PARTNERSHIP = new RegExp(
  `(?<![\\p{L}’'-])(?:(${NAME}?) (?:[Ll]ocal [Aa]rea|SEND) (?:SEND )?[Pp]artnership|[Pp]artnership (?:in|of|for) (${NAME}))`,
  'u',
);
const HOW_FAR = 150;

/** A name without the usual words of titles before and behind it; null where nothing is left. */
function bareName(name: string): string | null {
  const words = name.split(' ');
  const usual = (word: string): boolean => TITLE_WORDS.has(word.toLowerCase().replace(/[’']s?$/, ''));
  while (words.length > 0 && usual(words[0]!)) words.shift();
  while (words.length > 0 && usual(words.at(-1)!)) words.pop();
  return words.length === 0 || OTHER_COUNCIL.has(words.at(-1)!.toLowerCase().replace('’', "'")) ? null : words.join(' ');
}

/** Where a plan first names its council, else its partnership. */
function placeInBody(model: Model): Found<string> | null {
  let partnership: Found<string> | null = null;
  for (const placed of model.blocks.slice(0, HOW_FAR))
    for (const unit of model.unitsOf(placed)) {
      const patterns: readonly RegExp[] = partnership ? [COUNCIL] : [COUNCIL, PARTNERSHIP];
      for (const pattern of patterns) {
        if (!(pattern === COUNCIL ? unit.text.includes('Council') : /partnership/i.test(unit.text))) continue;
        const match = pattern.exec(unit.text);
        const name = match && bareName((match[1] ?? match[2])!.replace(/\s+/g, ' '));
        const from = name ? unit.text.indexOf(name, match.index) : -1;
        if (!name || from < 0) continue;
        const found = { value: name, span: unit.spanOf(from, from + name.length) };
        if (pattern === COUNCIL) return found;
        partnership = found;
      }
    }
  return partnership;
}

/** The area of a plan: as its title says, in full where the title is short for it; else as its text first names the council. */
function placeOfPlan(model: Model, title: HeadingInfo, at: (name: string) => Found<string> | null): Found<string> | null {
  const council = COUNCIL.exec(title.text);
  const ofCouncil = council && bareName(council[1]!.replace(/\s+/g, ' '));
  const inTitle = (ofCouncil ? at(ofCouncil) : null) ?? placeIn(title.text, model.bodies, at);
  if (inTitle && model.bodies.council(inTitle.value)) return inTitle;
  const body = model.text.slice(title.span.end);
  if (inTitle) {
    // "Stoke" stands for Stoke-on-Trent where the text says so.
    const short = inTitle.value.toLowerCase();
    const full = model.bodies.areaNames.filter(
      (name) =>
        name.length > short.length && name.toLowerCase().startsWith(short) && /[ -]/.test(name[short.length]!) && body.includes(name),
    );
    if (full.length === 1) return { value: full[0]!, span: inTitle.span };
    if (body.includes(inTitle.value)) return inTitle;
  }
  const inBody = placeInBody(model);
  return (inBody && title.text.includes(inBody.value) ? at(inBody.value) : inBody) ?? inTitle;
}

/** The place that a title names: a local authority, else the first words with capitals that are none of the usual words of titles. */
function placeIn(title: string, bodies: BodyRegister, at: (name: string) => Found<string> | null): Found<string> | null {
  const apart = (index: number, length: number): boolean =>
    index >= 0 && !/\p{L}/u.test(title[index - 1] ?? ' ') && !/\p{L}/u.test(title[index + length] ?? ' ');
  const known = bodies.areaNames.filter((name) => apart(title.indexOf(name), name.length));
  if (known.length > 0) return at(known.reduce((longest, name) => (name.length > longest.length ? name : longest)));
  let name = '';
  let joint = '';
  for (const [word] of title.matchAll(/[\p{L}\d’'-]+|[^\s\p{L}\d]/gu)) {
    const plain = word.replace(/[’']s$/, '');
    if (/^\p{Lu}/u.test(word) && !TITLE_WORDS.has(plain.toLowerCase())) {
      name += joint + (name === '' ? '' : ' ') + plain;
      joint = '';
      if (plain !== word) break;
    } else if (name !== '' && joint === '' && /^(?:and|upon|with|on|of|the|under|&)$/.test(word)) joint = ` ${word}`;
    else if (name !== '') break;
  }
  return at(name);
}

// Dates of the inspection

function rangeFrom(unit: PlacedProse, from: number): FoundRange | null {
  const until = nextLabel(unit.text, from);
  const mention = findDates(unit.text).find((date) => date.from >= from && date.from < until);
  const rest = unit.text.slice(from, until).trim();
  if (!mention) {
    if (rest === '' || /^\[/.test(rest)) return null;
    const start = from + unit.text.slice(from).search(/\S/);
    const end = unit.text.indexOf('\n', start) < 0 ? unit.text.length : unit.text.indexOf('\n', start);
    return { range: null, problem: 'unreadable', text: unit.text.slice(start, end), span: unit.spanOf(start, end) };
  }
  return foundAt(
    unit,
    joinedDays(
      unit.text,
      findDates(unit.text).filter((date) => date.from >= mention.from && date.from < until),
    )[0]!,
  );
}

interface Days {
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly range: DateRange | null;
  readonly problem: FoundRange['problem'] | 'no-year';
}

/** Two days in numbers with “to” between them are one range: “11/03/2024 to 15/03/2024”. */
function joinedDays(text: string, dates: readonly DateMention[]): Days[] {
  const days: Days[] = [];
  for (const date of dates) {
    const before = days.at(-1);
    const numeric = date.form === 'numeric' || date.form === 'iso';
    if (
      before &&
      numeric &&
      before.range?.start === before.range?.end &&
      /^ ?(?:to|–|-|until) ?$/.test(text.slice(before.to, date.from)) &&
      before.range &&
      date.range
    ) {
      const range = { start: before.range.start, end: date.range.end };
      const reversed = range.start > range.end;
      days[days.length - 1] = {
        from: before.from,
        to: date.to,
        text: text.slice(before.from, date.to),
        range: reversed ? null : range,
        problem: reversed ? 'reversed' : null,
      };
    } else days.push(date);
  }
  return days;
}

const foundAt = (unit: PlacedProse, { from, to, text, range, problem }: Days): FoundRange => ({
  range,
  problem: problem === 'no-year' ? 'unreadable' : problem,
  text,
  span: unit.spanOf(from, to),
});

const INSPECTION_LABEL =
  /(?<!\b(?:previous|last) )\b(?:monitoring )?inspection dates?\s*(?::|(?=\s(?:\p{L}+day,? )?\d{1,2}\b))|\bdates? of (?:this |the )?(?:monitoring |full )?inspection\s*:/iu;
const PREVIOUS_LABEL =
  /\bdates? of (?:the )?(?:previous|last) (?:full |area SEND )?inspections?\s*:?|\b(?:previous|last) (?:full |area SEND )?inspections?(?: dates?)?\s*:/i;

/** Where another label starts in the same paragraph, else the text's end. */
function nextLabel(text: string, from: number): number {
  const starts = [INSPECTION_LABEL, PREVIOUS_LABEL].map((label) => text.slice(from).search(label)).filter((start) => start >= 0);
  return starts.length > 0 ? from + smallest(starts) : text.length;
}

/** Where a label ends its unit: the next one, when it begins with a date (in the next cell or paragraph). */
function besideLabel(unit: PlacedProse, end: number, next: PlacedProse | undefined): PlacedProse | null {
  if (unit.text.slice(end).trim() !== '' || !next) return null;
  const date = findDates(next.text)[0];
  return (date && next.text.slice(0, date.from).trim() === '') || NEVER.test(next.text) ? next : null;
}

const NEVER =
  /\bnot (?:previously|yet) (?:been )?inspected\b|\bno previous (?:area SEND )?inspections?\b|\b(?:the|our) first (?:area SEND |full )?inspection\b|:\s*(?:none|not applicable|n\/a)\s*[.]?$/i;

const ANY_LABEL = /^[^\d\n]{8,40}?(?::|(?= \d))/;

/** A label that has one character too many, too few or wrong; `letters` are those of the right one. */
function nearLabel(text: string, letters: string): RegExpExecArray | null {
  const label = ANY_LABEL.exec(text);
  const own = label?.[0].toLowerCase().replace(/[^a-z]/g, '') ?? '';
  return own !== letters && editDistance(own, letters) > 1 ? null : label;
}

function inspectionOf(units: readonly PlacedProse[]): InspectionFact {
  for (const [index, unit] of units.entries()) {
    const label = INSPECTION_LABEL.exec(unit.text) ?? nearLabel(unit.text, 'inspectiondates');
    if (!label) continue;
    const end = label.index + label[0].length;
    const below = besideLabel(unit, end, units[index + 1]);
    return { label: { value: label[0], span: unit.spanOf(label.index, end) }, found: below ? rangeFrom(below, 0) : rangeFrom(unit, end) };
  }
  return { label: null, found: null };
}

const BY_INSPECTORS = /\b(?:Ofsted|CQC|Care Quality Commission|Quality Care Commission|inspect(?:ed|ion|ors?))\b/i;
const VISITED = /\b(?:(?:re-?)?inspected|(?:re-?)?inspection|inspectors|(?:re-?)?visited|(?:re-?)?visit|on site)\b/i;
/** Other inspections than the one that is answered; a visit may be the second of its kind where no other is told of. */
const ANOTHER = /\b(?:previous|next|monitoring|peer)\b/i;
const SECOND = /\b(?:last|re-?visit(?:ed)?)\b/i;
/** How far into a plan the days of its inspection are looked for, in blocks. */
const OPENING_BLOCKS = 80;
/** What joins the first day and the last: "between … and …", "began on … and ended on …". */
const JOINS_DAYS =
  /^(?:,? ?(?:and|to|until|till|up to|–|—|-)|,? (?:and )?(?:which |it |that )?(?:ended|ending|finished|finishing|closed|concluded|concluding|last(?:ed|ing)? (?:until|to))(?: on)?):? (?:\p{L}+day,? )?$/iu;
const LONGEST_INSPECTION = 60;

/** The first and last day of an inspection where the text gives each by itself. */
function daysApart(text: string, first: DateMention, second: DateMention): DateRange | null {
  if (!JOINS_DAYS.test(text.slice(first.to, second.from).replace(/\s/g, ' '))) return null;
  const end = second.range;
  if (!end || end.start !== end.end) return null;
  // "15 September … 19 September 2025": the first has its year from the second.
  const start = first.problem === 'no-year' ? findDates(`${first.text} ${end.end.slice(0, 4)}`)[0]?.range : first.range;
  if (!start || start.start !== start.end || start.end >= end.start) return null;
  return daysBetween(start.start, end.end) <= LONGEST_INSPECTION ? { start: start.start, end: end.end } : null;
}

/** Where the sentence around a place begins: after a full stop, or in the line of a label. */
function sentenceStart(text: string, at: number): number {
  let from = text.lastIndexOf('. ', at) + 1;
  for (let line = text.lastIndexOf('\n', at); line >= from; line = text.lastIndexOf('\n', line - 1)) {
    if (/^[^\n:]{1,40}:/.test(text.slice(line + 1, line + 43))) {
      from = line + 1;
      break;
    }
    if (line === 0) break;
  }
  return from;
}

/** The inspection that a plan answers: its label, else the days on which inspectors came. */
function inspectionOfPlan(model: Model, head: readonly PlacedProse[]): InspectionFact {
  const labelled = inspectionOf(head);
  if (labelled.found?.range) return labelled;
  let second: InspectionFact | null = null;
  for (const placed of model.blocks.slice(0, OPENING_BLOCKS)) {
    const units = model.unitsOf(placed);
    for (const [index, unit] of units.entries()) {
      if (!/\d/.test(unit.text)) continue;
      const mentions = findDates(unit.text);
      for (const [at, mention] of mentions.entries()) {
        const following = mentions[at + 1];
        const apart = following ? daysApart(unit.text, mention, following) : null;
        const range = apart ?? (mention.range && mention.range.start < mention.range.end ? mention.range : null);
        if (!range) continue;
        const to = apart ? following!.to : mention.to;
        const stop = unit.text.indexOf('. ', to);
        const sentence = unit.text.slice(sentenceStart(unit.text, mention.from), stop < 0 ? undefined : stop);
        // In a table the words stand in the cell before, in prose beside the days.
        const before = unit.kind === 'cell' ? (units[index - 1]?.text ?? '') : '';
        const near = `${before} ${sentence}`;
        if (!VISITED.test(near) || !BY_INSPECTORS.test(near) || ANOTHER.test(near)) continue;
        const found: InspectionFact = {
          label: labelled.label,
          found: { range, problem: null, text: unit.text.slice(mention.from, to), span: unit.spanOf(mention.from, to) },
        };
        if (!SECOND.test(near)) return found;
        second ??= found;
      }
    }
  }
  return second ?? labelled;
}

const UNREADABLE_DAYS = /^\s*\d{1,2}(?:[^\s\d]\S*)?\s+(?:\S+\s+){0,4}\S*(?:19|20)\d\d\W*$/;

function previousOf(units: readonly PlacedProse[]): PreviousInspections {
  for (const [index, unit] of units.entries()) {
    const label = PREVIOUS_LABEL.exec(unit.text);
    if (!label && !NEVER.test(unit.text)) continue;
    const end = label ? label.index + label[0].length : 0;
    const below = label && besideLabel(unit, end, units[index + 1]);
    const told = below ?? unit;
    const from = below ? 0 : end;
    const until = nextLabel(told.text, from);
    const dates = findDates(told.text).filter((date) => date.from >= from && date.from < until);
    const found = joinedDays(told.text, dates).map((days) => foundAt(told, days));
    const rest = told.text.slice(from, until);
    const start = from + rest.search(/\S/);
    // Days that nobody can read: a few words with a day and a year among them, no sentence.
    if (found.length === 0 && UNREADABLE_DAYS.test(rest))
      found.push({ range: null, problem: 'unreadable', text: rest.trim(), span: told.spanOf(start, start + rest.trim().length) });
    return { label: label ? { value: label[0], span: unit.spanOf(label.index, end) } : null, none: NEVER.test(told.text), found };
  }
  return { label: null, none: false, found: [] };
}

// Areas

interface Piece {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

const NUMBERED = /^\s{0,4}\d{1,2}[.)]\s+/;

/** A cell holds one area, or several that are numbered. Bullets under an area belong to it. */
function splitNumbered(text: string): Piece[] {
  const lines: Piece[] = [];
  let from = 0;
  for (const line of text.split('\n')) {
    lines.push({ text: line, from, to: from + line.length });
    from += line.length + 1;
  }
  const starts = lines.flatMap((line, index) => (NUMBERED.test(line.text) ? [index] : []));
  if (starts.length < 2 || starts[0] !== 0) return [{ text, from: 0, to: text.length }];
  return starts.map((start, index) => {
    const last = lines[(starts[index + 1] ?? lines.length) - 1]!;
    return { text: text.slice(lines[start]!.from, last.to), from: lines[start]!.from, to: last.to };
  });
}

const clean = (text: string): string =>
  text
    .replace(/^\s{0,4}\d{1,2}[.)]\s+/, '')
    .replace(/\s+/g, ' ')
    .trim();

const AREA_LABEL =
  /^(?:areas? for (?:improvement|priority action)|responsible bod(?:y|ies)|(?:lead|responsible) (?:partner|organisation)s?|no\.?|number|ref(?:erence)?|#|)$/i;

/** Names of bodies in a cell: one a line, or joined by ";" or "and" where what stands before is a whole name. */
export function splitBodies(text: string): string[] {
  return text
    .split(/\n|;/)
    .flatMap((part) =>
      part.split(
        /(?<=\b(?:Council|ICB\)?|Board|Authority|Trust|Partnership)),? (?:and|&) |, (?=NHS )|,? and (?=NHS )|(?<=\b(?:Council|ICB|Board|Authority|Trust)), (?=\p{Lu})(?!Integrated)/u,
      ),
    )
    .map((part) => trimEnd(part.trim(), ' ,'))
    .filter((part) => part !== '');
}

function areasIn(model: Model, section: Section | null, prefix: 'AFI' | 'APA'): AreaFact[] {
  if (!section) return [];
  const found: Omit<AreaFact, 'id'>[] = [];

  const addCell = (cell: TableCell, body: TableCell | null): void => {
    if (!cell.prose) return;
    for (const piece of splitNumbered(cell.text)) {
      const text = clean(piece.text);
      if (text === '') continue;
      found.push({
        text,
        span: cell.prose.spanOf(piece.from, piece.to),
        responsibleBodies: body?.prose ? splitBodies(body.text) : [],
        responsibleBodySpan: body ? body.span : null,
      });
    }
  };

  const owned = (start: number, end: number): boolean =>
    !model.sections.some(
      (other) =>
        other.parent === section && other.id !== null && other.id !== section.id && start >= other.span.start && end <= other.span.end,
    );
  const nodes = model.flow.slice(section.flowStart, section.flowEnd).filter((node) => owned(node.span.start, node.span.end));
  const tables = model.tablesIn(section).filter((table) => owned(table.span.start, table.span.end) && !isOfAnotherPart(table));
  if (tables.length > 0) {
    for (const table of tables) {
      const headers = table.header.cells.map((cell) => cell.text.trim());
      const bodyColumn = headers.findIndex((header) => /\bresponsible|\b(?:lead|accountable) (?:bod|partner|organi)/i.test(header));
      let textColumn = headers.findIndex((header) => /^areas? for /i.test(header));
      if (textColumn < 0)
        textColumn = table.header.cells.length === 1 ? 0 : prefix === 'APA' && bodyColumn <= 0 ? 1 : widest(table, bodyColumn);
      const implied = bodyColumn >= 0 ? bodyColumn : prefix === 'APA' && table.header.cells.length > 1 && textColumn !== 0 ? 0 : -1;
      // A table without a header may have its first area where the header should stand.
      const header = table.header.cells[textColumn];
      if (header?.prose && !AREA_LABEL.test(headers[textColumn]!) && header.text.length > 60)
        addCell(header, implied >= 0 ? table.header.cells[implied]! : null);
      for (const row of table.rows) {
        const cell = row.cells[textColumn];
        if (cell) addCell(cell, implied >= 0 ? (row.cells[implied] ?? null) : null);
      }
    }
  } else {
    for (const node of nodes) {
      if (node.node.type === 'list') {
        for (const item of node.node.children) addSource(model, node.placed, item, found);
      } else if (node.node.type === 'paragraph') {
        const text = model.unitsOf(node.placed).find((unit) => unit.span.start === node.span.start)?.text ?? '';
        if (/\b(?:should|must|needs? to)\b/i.test(text) && !/:\s*$/.test(text))
          found.push({ text: clean(text), span: node.span, responsibleBodies: [], responsibleBodySpan: null });
      }
    }
  }
  return found.map((area, index) => ({ id: `${prefix}${index + 1}`, ...area }));
}

/** A monitoring report may give each area a heading of its own; in another report, a section that stands twice counts once. */
function areasOf(model: Model, id: 'areas-for-improvement' | 'priority-action', prefix: 'AFI' | 'APA'): AreaFact[] {
  const sections = model.kind === 'monitoring-inspection-report' ? model.sectionsOf(id) : [model.section(id)];
  return sections.flatMap((section) => areasIn(model, section, prefix)).map((area, index) => ({ ...area, id: `${prefix}${index + 1}` }));
}

/** The table of partners or of the team, whose heading was lost. */
function isOfAnotherPart({ header }: TableInfo): boolean {
  const has = (pattern: RegExp): boolean => header.cells.some(({ text }) => pattern.test(text));
  return (
    (has(/^local authority$/i) && has(/^integrated care boards?\b/i)) || (has(/^ofsted$/i) && has(/^(?:CQC|Care Quality Commission)\b/i))
  );
}

function widest(table: TableInfo, except: number): number {
  const lengths = table.header.cells.map((_, column) =>
    column === except ? -1 : table.rows.reduce((sum, row) => sum + (row.cells[column]?.text.length ?? 0), 0),
  );
  return lengths.indexOf(largest(lengths));
}

function addSource(model: Model, placed: PlacedBlock, item: ListItem, found: Omit<AreaFact, 'id'>[]): void {
  const start = placed.start + item.position!.start.offset!;
  const end = placed.start + item.position!.end.offset!;
  const text = model
    .unitsOf(placed)
    .filter((unit) => unit.span.start >= start && unit.span.end <= end)
    .map((unit) => unit.text)
    .join(' ');
  if (clean(text) !== '') found.push({ text: clean(text), span: { start, end }, responsibleBodies: [], responsibleBodySpan: null });
}

// Team

const ROLE_START = / (?=(?:S?HMI|OI|His Majesty|Senior HMI|Ofsted|CQC|Care Quality|Lead|Children)\b)/;

/** Words of which the second line of a cell consists when it tells the role of the person in the first. */
const ROLE_WORDS = new Set(
  'his her majesty s hmi hmis shmi oi ofsted cqc care quality commission lead team senior principal regional national deputy director manager children services service inspector inspectors social education health early years specialist regulatory adviser observer observing shadowing shadow trainee assurance qa of for the from and'.split(
    ' ',
  ),
);

const isRole = (line: string): boolean => {
  const words = line.toLowerCase().match(/\p{L}+/gu) ?? [];
  return words.length > 0 && words.every((word) => ROLE_WORDS.has(word));
};

/** "Adam Sproston HMI, Ofsted lead inspector": a role that slipped in front of the comma belongs to the role. */
export function splitMember(text: string): { name: string; role: string } | null {
  let line = text.replace(/\s+/g, ' ').trim();
  if (line === '' || !/\p{L}/u.test(line)) return null;
  // "Adam Sproston (HMI, lead inspector)": what stands in brackets is the role.
  const bracketed = /^([^,()]+) \(([^()]+)\)(.*)$/.exec(line);
  if (bracketed && isRole(bracketed[2]!)) line = `${bracketed[1]!}, ${bracketed[2]!}${bracketed[3]!}`;
  const comma = line.search(/,|\s[–-]\s/);
  let name = comma < 0 ? line : line.slice(0, comma).trim();
  let role = comma < 0 ? '' : line.slice(comma).replace(/^[\s,–-]+/, '');
  const slipped = ROLE_START.exec(name);
  if (slipped) {
    role = [name.slice(slipped.index).trim(), role].filter((part) => part !== '').join(' ');
    name = name.slice(0, slipped.index).trim();
  }
  return { name, role };
}

function teamOf(model: Model): Facts['team'] {
  const ofsted: TeamMember[] = [];
  const cqc: TeamMember[] = [];
  const section = model.section('inspection-team');
  if (!section) return { ofsted, cqc };
  const add = (unit: PlacedProse, side: TeamMember[] | null): void => {
    const people: { text: string; from: number; to: number }[] = [];
    let from = 0;
    for (const line of unit.text.split('\n')) {
      const to = from + line.trimEnd().length;
      const person = people.at(-1);
      // A name, and the role in the next line.
      if (person && isRole(line)) {
        const text = trimEnd(person.text, ' ,');
        people[people.length - 1] = { text: `${text}${/,|\s[–-]\s/.test(text) ? ' ' : ', '}${line.trim()}`, from: person.from, to };
      } else if (line.trim() !== '') people.push({ text: line, from: from + line.search(/\S/), to });
      from += line.length + 1;
    }
    for (const person of people) {
      const member = splitMember(person.text);
      if (!member) continue;
      const list = side ?? (/\bCQC\b|Care Quality/i.test(member.role) ? cqc : ofsted);
      list.push({ ...member, span: unit.spanOf(person.from, person.to) });
    }
  };
  for (const table of model.tablesIn(section)) {
    const sides = table.header.cells.map((cell) =>
      /\bCQC\b|Care Quality|Quality Care/i.test(cell.text) ? cqc : /ofsted/i.test(cell.text) ? ofsted : null,
    );
    const unnamed = sides.every((side) => side === null);
    const rows = unnamed && table.header.cells.some((cell) => cell.text.includes(',')) ? [table.header, ...table.rows] : table.rows;
    for (const row of rows) row.cells.forEach((cell, column) => cell.prose && add(cell.prose, unnamed ? null : (sides[column] ?? null)));
  }
  if (model.tablesIn(section).length === 0) {
    let side: TeamMember[] | null = null;
    for (const unit of model.proseIn(section)) {
      if (unit.kind === 'heading' || /^(?:ofsted|(?:the )?care quality commission(?: \(CQC\))?|CQC):?$/i.test(unit.text.trim())) {
        side = /CQC|Care Quality/i.test(unit.text) ? cqc : /ofsted/i.test(unit.text) ? ofsted : side;
      } else if (/,|\n/.test(unit.text) && unit.text.length < 200) add(unit, side);
    }
  }
  return { ofsted, cqc };
}

// Partners

const NAMES_BOARD = /^(?!.*(?:www\.|https?:|@|\b(?:Chief|Director|Officer|Lead)\b)).*(?:\bNHS\b|\bICB\b|integrated care)/i;

const DETAIL_LABEL = /^\s*name of (?:the )?(?:local )?(?:authority|ICBs?|integrated care boards?)\s*:?\s*/i;

function partnersOf(model: Model): Facts['partners'] {
  const localAuthority: PartnerFact[] = [];
  const integratedCareBoards: PartnerFact[] = [];
  const section = model.section('partnership-details');
  if (!section) return { localAuthority, integratedCareBoards };
  for (const table of model.tablesIn(section)) {
    const first = table.rows[0];
    if (!first) continue;
    table.header.cells.forEach((header, column) => {
      const cell = first.cells[column];
      if (!cell?.prose) return;
      const list = /\bNHS England\b/i.test(header.text)
        ? null
        : /integrated care|\bICBs?\b|\bNHS\b|health/i.test(header.text)
          ? integratedCareBoards
          : /local authorit|council/i.test(header.text)
            ? localAuthority
            : null;
      if (!list) return;
      let text = cell.text;
      let offset = 0;
      const label = DETAIL_LABEL.exec(text);
      if (label) {
        offset = label[0].length;
        text = text.slice(offset);
      }
      // In a table of one row, everything else stands below the names.
      const names = splitBodies(text);
      for (const name of list === integratedCareBoards
        ? names.filter((line, index) => index === 0 || table.rows.length > 1 || NAMES_BOARD.test(line))
        : [text.split('\n')[0]!.trim()]) {
        const from = text.indexOf(name);
        if (name !== '' && from >= 0) list.push({ name, span: cell.prose.spanOf(offset + from, offset + from + name.length) });
      }
      if (list === integratedCareBoards) append(list, boardsBelow(table, column, list));
    });
  }
  return { localAuthority, integratedCareBoards };
}

const WHOLE_BOARD = /^(?:NHS )?\p{Lu}[^\n,]{2,80} Integrated Care Board(?: \(ICB\))?$/u;

/** A second board in the same column begins where a row holds its whole name and nothing of the local authority. */
const boardsBelow = ({ rows }: TableInfo, column: number, known: readonly PartnerFact[]): PartnerFact[] =>
  rows.slice(1).flatMap(({ cells }) => {
    const cell = cells[column];
    const name = cell?.text.trim() ?? '';
    const alone = cells.every((other, index) => index === column || other.text.trim() === '');
    return cell?.prose && alone && WHOLE_BOARD.test(name) && !known.some((other) => other.name === name)
      ? [{ name, span: cell.prose.spanOf(cell.text.indexOf(name), cell.text.indexOf(name) + name.length) }]
      : [];
  });

// Year of copyright and publication

function copyrightOf(model: Model): Found<number> | null {
  let last: readonly PlacedProse[] = [];
  for (let index = model.blocks.length - 1; index >= 0 && last.length < 40; index--)
    last = [...model.unitsOf(model.blocks[index]!), ...last];
  for (const unit of last.slice(-39).reverse()) {
    const match = /(?:©|\(c\)|\bcrown|\bcopyright)[^\n\d]{0,24}(\d{4})(?!\d)/i.exec(unit.text);
    if (match) {
      const from = match.index + match[0].length - 4;
      return { value: Number(match[1]), span: unit.spanOf(from, from + 4) };
    }
  }
  return null;
}

function publishedOf(units: readonly PlacedProse[]): Found<IsoDate> | null {
  for (const unit of units) {
    const match = /^(?:\p{L}+ ){0,2}(?:published|date of publication|publication date)(?: on)?\s*:?\s/iu.exec(unit.text);
    if (!match) continue;
    const date = findDates(unit.text).find((mention) => mention.from >= match[0].length - 1);
    if (date?.range && date.range.start === date.range.end && date.from - match[0].length < 3)
      return { value: date.range.start, span: unit.spanOf(date.from, date.to) };
  }
  return null;
}

/** Blocks of a monitoring report that are looked at for its outcome. */
const MOST_BLOCKS = 300;

const VISIT =
  /\b(?:monitoring )?(?:inspection|visit|fieldwork|inspectors)\b[^.\n]{0,120}\b(?:took place|carried out|conducted|visited|happened|held|was|on site)\b/i;

const withDays = (inspection: Facts['inspection']): Facts['inspection'] | null => (inspection.found ? inspection : null);

/** The days of a monitoring inspection in a sentence: “A monitoring inspection took place from 3 to 5 June 2025.” */
function visitIn(units: readonly PlacedProse[]): Facts['inspection'] | null {
  for (const unit of units.slice(0, 40)) {
    for (const sentence of matchesOf(unit.text, /[^.\n]+/g)) {
      if (!VISIT.test(sentence[0]) || /\b(?:previous|full|last|initial|first|earlier)\b/i.test(sentence[0])) continue;
      const date = findDates(unit.text).find(
        ({ from, to, range }) => range !== null && from >= sentence.index && to <= sentence.index + sentence[0].length,
      );
      if (date) return { label: null, found: foundAt(unit, date) };
    }
  }
  return null;
}

/** Everything the rules, the schedule and the command line ask of a document. Facts in front matter are not mixed in: see `knownFacts`. */
export function readFacts(model: Model, actions: Facts['actions']): Facts {
  const head = preamble(model);
  const report = isReportKind(model.kind);
  const outcomeSection = model.section('inspection-outcome');
  const outcomeProse = outcomeSection ? model.proseIn(outcomeSection) : [];
  const joined = new JoinedProse(outcomeProse.filter((unit) => unit.kind !== 'heading'));
  const statements = model.kind === 'full-inspection-report' ? outcomeStatements(joined) : [];
  const outcomes = new Set(statements.map((statement) => statement.outcome));
  // No heading of a monitoring report is known, so what it says is looked for in all of its text.
  const monitoring = model.kind === 'monitoring-inspection-report';
  const units = monitoring
    ? model.blocks
        .slice(0, MOST_BLOCKS)
        .flatMap((placed) => model.unitsOf(placed))
        .filter(({ kind }) => kind !== 'heading')
    : [];
  return {
    localArea: localAreaOf(model),
    inspection: isPlanKind(model.kind)
      ? inspectionOfPlan(model, head)
      : monitoring
        ? (withDays(inspectionOf(head)) ?? visitIn(units) ?? inspectionOf(head))
        : inspectionOf(head),
    previousInspections: previousOf(head),
    outcomeStatements: statements,
    outcome: outcomes.size === 1 ? ([...outcomes][0] as OutcomeId) : null,
    nextFullInspection: report ? nextFullInspection(monitoring ? new JoinedProse(units) : joined) : null,
    effectiveAction: monitoring ? effectiveAction(units) : null,
    monitoringInspection: report ? monitoringInspection(joined) : null,
    strategicPlanRequested: report ? strategicPlanRequest(joined) : null,
    priorityActionPlanRequired: report ? priorityActionPlanRequirement(joined) : null,
    areasForImprovement: report ? areasOf(model, 'areas-for-improvement', 'AFI') : [],
    areasForPriorityAction: report ? areasOf(model, 'priority-action', 'APA') : [],
    team: report ? teamOf(model) : { ofsted: [], cqc: [] },
    partners: partnersOf(model),
    copyrightYear: copyrightOf(model),
    published: publishedOf(head),
    actions,
  };
}

export type { Span };
