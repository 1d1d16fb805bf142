import type { BodyRegister } from '../../framework/public-bodies.js';
import { NAMES_A_PLAN } from '../../framework/other-papers.js';
import { meantTitle } from '../../framework/meant-title.js';
import { TITLE_WORDS } from '../../framework/titles.js';
import { isReportKind } from '../../framework/types.js';
import { byObject } from '../../memo/memo.js';
import { matchesOf } from '../../text/matches.js';
import type { Found, HeadingInfo } from '../types.js';
import type { Model } from './_model.js';

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

export function localAreaOf(model: Model): Found<string> | null {
  const title = model.headings.find((heading) => heading.depth === 1);
  if (!title) return null;
  const prose = model.unitsOf(model.flow[title.flowIndex]!.placed).find((unit) => unit.span.start === title.span.start);
  const words = meantTitle(title.text);
  const at = (name: string): Found<string> | null => {
    const from = title.text.indexOf(name);
    if (name.trim() === '' || /[[\]_]/.test(name)) return null;
    // A name that was put right stands nowhere as it is.
    if (from < 0) return words === title.text ? null : { value: name, span: title.textSpan };
    return { value: name, span: prose ? prose.spanOf(from, from + name.length) : title.textSpan };
  };
  const name = nameBetween(words, OPENING, CLOSING) ?? nameBetween(title.text, OPENING, CLOSING);
  if (name !== null) return at(name);
  if (isReportKind(model.kind)) return null;
  return placeOfPlan(model, { ...title, text: words }, at);
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

/** How many times as often as any other an authority is named that a text is about. */
const CLEARLY = 3;

/** The authority whose area a text names where it names no council: the only one, or the one named by far the most. */
function onlyAuthority(model: Model): Found<string> | null {
  const counts = new Map<string, { count: number; first: Found<string> }>();
  const pattern = anyAreaName(model.bodies);
  for (const placed of model.blocks.slice(0, HOW_FAR))
    for (const unit of model.unitsOf(placed))
      for (const match of matchesOf(unit.text, pattern)) {
        const [name] = match;
        // “Reading” may begin a sentence.
        const before = unit.text.slice(0, match.index);
        if (/(?:^|[.!?:•*]\s*)$/u.test(before) && isOrdinary(name, model.text)) continue;
        const body = model.bodies.council(name)?.core ?? name;
        const known = counts.get(body);
        if (known) known.count++;
        else counts.set(body, { count: 1, first: { value: name, span: unit.spanOf(match.index, match.index + name.length) } });
      }
  const [best, second] = [...counts.values()].sort((a, b) => b.count - a.count);
  return best && (!second || best.count >= CLEARLY * second.count) ? best.first : null;
}

const anyAreaName = byObject(
  ({ areaNames }: BodyRegister): RegExp =>
    new RegExp(
      `(?<![\\p{L}\\d’'-])(?:${[...areaNames]
        .sort((a, b) => b.length - a.length)
        .map(escaped)
        .join('|')})(?![\\p{L}\\d-])`,
      'gu',
    ),
);

/** How much of a text tells whether a word is written without a capital, in UTF-16 code units: this is asked at each key. */
const READ = 50_000;

/** “Leadership”, “Early Help”: words with capitals that the text writes without, so that they name no place. */
function isOrdinary(name: string, body: string): boolean {
  const text = body.slice(0, READ);
  return name
    .toLowerCase()
    .split(/[ -]/)
    .every(
      (word) => text.includes(word) && new RegExp(`(?<![\\p{L}\\d./@_-])${escaped(word)}(?![\\p{L}\\d_@]|[./-]\\p{L})`, 'u').test(text),
    );
}

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');

/** The area of a plan: as its title says, in full where the title is short for it; else as its text first names the council. */
function placeOfPlan(model: Model, title: HeadingInfo, at: (name: string) => Found<string> | null): Found<string> | null {
  const council = COUNCIL.exec(title.text);
  const ofCouncil = council && bareName(council[1]!.replace(/\s+/g, ' '));
  const told = (ofCouncil ? at(ofCouncil) : null) ?? placeIn(title.text, model.bodies, at);
  if (told && model.bodies.council(told.value)) return told;
  const body = model.text.slice(title.span.end);
  const inTitle = told && !isOrdinary(told.value, body) ? told : null;
  if (inTitle) {
    // "Stoke" stands for Stoke-on-Trent where the text says so.
    const short = inTitle.value.toLowerCase();
    const full = model.bodies.areaNames.filter(
      (name) =>
        name.length > short.length && name.toLowerCase().startsWith(short) && /[ -]/.test(name[short.length]!) && body.includes(name),
    );
    if (full.length === 1) return { value: full[0]!, span: inTitle.span };
    // "Known, Included, Ambitious" is a slogan: what the plan is, and where, stands below it.
    if (body.includes(inTitle.value) && (NAMES_A_PLAN.test(title.text) || /\bpartnership\b/i.test(title.text))) return inTitle;
  }
  const inBody = placeInBody(model);
  return (inBody && title.text.includes(inBody.value) ? at(inBody.value) : inBody) ?? inTitle ?? onlyAuthority(model);
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
