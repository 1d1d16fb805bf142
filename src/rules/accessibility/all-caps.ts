import { blocksWith, isPlainly, matchesOf, perBlock, quick, type Block, type Prose, type SendDocument } from '../../document/index.js';
import { ACRONYMS, NO_EXPANSION } from '../../framework/acronyms.js';
import type { Span } from '../../framework/types.js';
import { ACCESSIBLE_SOURCES, COMMON_WORDS, EMPHASIS_WORDS } from '../../framework/accessible-documents.js';
import { ALL_KINDS, type DocumentRule, type Fix, type RuleContext, type TextEdit } from '../rule.js';
import { moved, withoutTail } from '../support/nodes.js';
import { NAMED_SECTIONS } from '../support/sections.js';

const common = new Set(COMMON_WORDS.map((word) => word.toUpperCase()));
const emphasis = new Set(EMPHASIS_WORDS);
const letters = new Set([...ACRONYMS.map((acronym) => acronym.letters), ...NO_EXPANSION].filter((word) => !emphasis.has(word)));
/** Words that no name of a project or a service is made of. */
const PLAIN = new Set([
  ...emphasis,
  ...'BE IS ARE WAS WERE HAS HAVE HAD WILL SHOULD MUST CAN COULD WOULD TOO NO ANY BEEN THAT THEY THEIR'.split(' '),
]);

interface Word {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** Words in capitals that follow each other. */
interface Run {
  readonly prose: Prose;
  readonly words: readonly Word[];
  /** Nothing else is in the unit. */
  readonly whole: boolean;
}

const CAPITALS = /(?<![\p{L}\p{N}’'&/.-])\p{Lu}{2,}(?:[’']\p{Lu}{1,2}|-\p{Lu}+)?(?![\p{L}\p{N}&/]|[’'-]\p{L})/gu;
const BETWEEN = /^,?[ \u00A0](?:(?:[AI]|&|[–—-]) )?$/;

function runsOf(prose: Prose): Run[] {
  const runs: Word[][] = [];
  for (const match of matchesOf(prose.text, CAPITALS)) {
    const word = { from: match.index, to: match.index + match[0].length, text: match[0] };
    const last = runs.at(-1)?.at(-1);
    if (last && BETWEEN.test(prose.text.slice(last.to, word.from))) runs.at(-1)!.push(word);
    else runs.push([word]);
  }
  const whole = runs.length === 1 && !/\p{Ll}/u.test(prose.text);
  return runs.map((words) => ({ prose, words, whole }));
}

const isLetters = (word: string): boolean => letters.has(word) || letters.has(word.replace(/[’']?S$/, ''));

const everyday: ReadonlySet<string> = new Set([...common, ...emphasis].filter((word) => !isLetters(word)));
/** Everyday words have no accents. */
const ALL_CAPITALS = quick(/[A-Z]{2,}/g);
const mayBeEmphasis = ({ text }: Prose): boolean => ALL_CAPITALS.matches(text).some(([word]) => everyday.has(word));

/** Runs with an everyday word in them. */
const runsIn = perBlock((block): readonly Run[] | null => {
  const runs = block.prose
    .filter(mayBeEmphasis)
    .flatMap(runsOf)
    .filter(({ words }) => words.some(({ text }) => everyday.has(text)));
  return runs.length > 0 ? runs : null;
});

const blocksWithRuns = blocksWith(runsIn);

/** In quotation marks stand names of projects and other people’s words. */
function isQuoted(text: string, from: number, to: number): boolean {
  const before = text.slice(Math.max(0, from - 40), from);
  const after = text.slice(to, to + 40);
  return (
    Math.max(before.lastIndexOf('‘'), before.lastIndexOf('“')) > Math.max(before.lastIndexOf('’ '), before.lastIndexOf('”')) &&
    /[’”]/.test(after)
  );
}

/** Words that names of public bodies are made of, and what follows the name of a project. */
const BODIES = new Set([
  'NHS',
  'TRUST',
  'BOARD',
  'COUNCIL',
  'FOUNDATION',
  'HOSPITAL',
  'HOSPITALS',
  'UNIVERSITY',
  'COLLEGE',
  'ACADEMY',
  'SCHOOL',
  'BOROUGH',
  'AUTHORITY',
]);
const NAMED_THING = /^[’”]? (?:project|campaign|programme|group|service|team|scheme|club|network|forum|app|toolkit|charter|tool|award)\b/;

/** A name as its owner writes it: "EXAMPLESHIRE PARTNERSHIP NHS FOUNDATION TRUST", "the KEEP CHILDREN SAFE campaign". */
function isBody(text: string, words: readonly Word[]): boolean {
  if (words.some((word) => PLAIN.has(word.text))) return false;
  return words.filter((word) => BODIES.has(word.text)).length > 1 || NAMED_THING.test(text.slice(words.at(-1)!.to, words.at(-1)!.to + 14));
}

function isEmphasis({ prose, words, whole }: Run, isAcronym: (word: string) => boolean): boolean {
  const plain = words.filter(({ text }) => !isAcronym(text) && (common.has(text) || emphasis.has(text)));
  if (isQuoted(prose.text, words[0]!.from, words.at(-1)!.to)) return false;
  if (words.length === 1)
    return (
      plain.length === 1 &&
      (emphasis.has(words[0]!.text) || (whole && words[0]!.text.length > 4 && (prose.kind === 'heading' || prose.kind === 'header-cell')))
    );
  if (isBody(prose.text, words)) return false;
  return plain.length > 1 && plain.some(({ text }) => text.length > 3);
}

const MORE_BEFORE = /\d(?:ST|ND|RD|TH)[^\p{L}]*$|\p{Lu}{2}[^\p{L}]{0,3}$/u;
const MORE_AFTER = /^[^\p{L}\d]{0,3}(?:\d+(?:ST|ND|RD|TH)\b|\p{Lu}{2})/u;

/** Small letters, with a capital where the sentence or the unit begins and acronyms as they are; null when a word may be a name. */
function mend({ prose, words, whole }: Run, by: number, block: Block, isAcronym: (word: string) => boolean): Fix | null {
  if (!words.every(({ text }) => isAcronym(text) || common.has(text) || emphasis.has(text))) return null;
  if (!whole && !words.some(({ text }) => PLAIN.has(text))) return null;
  // "WHO IS RESPONSIBLE", "TELL US": only the writer knows whether the letters are a word. SEND is none here.
  if (words.some(({ text }) => text !== 'SEND' && common.has(text) && isAcronym(text))) return null;
  // More in capitals beside it ("ON THE 4TH MAY") would be left as it is.
  if (MORE_BEFORE.test(prose.text.slice(0, words[0]!.from)) || MORE_AFTER.test(prose.text.slice(words.at(-1)!.to))) return null;
  const edits: TextEdit[] = [];
  for (const { from, to, text } of words) {
    if (isAcronym(text)) continue;
    const at = prose.sourceOf(from, to);
    // Markup inside a word.
    if (!isPlainly(block.text.slice(at.start, at.end), text)) return null;
    const starts = startsSentence(prose.text, from);
    const small = text.toLowerCase();
    edits.push({ ...moved(at, by), text: starts ? small[0]!.toUpperCase() + small.slice(1) : small });
  }
  return edits.length > 0 ? { title: 'Write in small letters', kind: 'fix', edits } : null;
}

/** Is there nothing but the end of a sentence or line before the word, quotation marks and brackets apart? */
function startsSentence(text: string, from: number): boolean {
  const before = withoutTail(text.slice(0, from), /[\s“‘"'([]/);
  return before === '' || /[.!?]$/.test(before) || text.slice(before.length, from).includes('\n');
}

const explainedIn = perBlock((block): readonly string[] | null => {
  const words = block.prose.flatMap(({ text }) =>
    text.includes('(') ? [...matchesOf(text, /\((\p{Lu}{2,12})s?[),;]/gu)].map((match) => match[1]!) : [],
  );
  return words.length > 0 ? words : null;
});

const blocksThatExplain = blocksWith(explainedIn);

/** Letters that the document itself explains in brackets, or the user knows. */
function acronymTest(document: SendDocument, { settings }: RuleContext): (word: string) => boolean {
  const defined = new Set(Object.keys(settings.acronyms).map((word) => word.toUpperCase()));
  for (const { value } of blocksThatExplain(document)) for (const word of value) defined.add(word);
  return (word) => defined.has(word) || isLetters(word);
}

const rule: DocumentRule = {
  id: 'all-caps',
  givesWayTo: ['placeholder', 'converter-leftover'],
  title: 'No capitals for emphasis',
  severity: 'warning',
  kinds: ALL_KINDS,
  source: ACCESSIBLE_SOURCES.capitals,
  rationale:
    'Words in capitals are slow to read, above all for people with dyslexia or a learning disability, and some screen readers spell them out.',
  help: 'Write in small letters. If a word matters, put it first in the sentence or make it bold.',
  examples: {
    valid: [
      {
        kind: 'full-inspection-report',
        text: 'Children with SEND wait for an ADHD assessment by CAMHS. The NHS ICB SEND lead and the CEO met. SENDIASS, NHS and EHC plans are known.\n',
      },
      {
        title: 'letters that the document explains',
        kind: 'strategic-plan',
        text: 'The Trusted Adult Support and Knowledge (TASK) group met. The MUST screening tool (MUST) is used.\n',
      },
      {
        title: 'names and words in quotation marks',
        kind: 'full-inspection-report',
        text: 'The ‘Ask, Listen, NOT Tell’ project helps. One said: “You MUST help.”\n',
      },
      {
        title: 'postcodes and names of boards',
        kind: 'strategic-plan',
        text: 'Write to ZX1 4AB. PINPOINT and the NHS AND ICB board meet. EXAMPLESHIRE PARTNERSHIP NHS FOUNDATION TRUST leads the KEEP CHILDREN SAFE campaign. GCSE A or AS level.\n',
      },
      {
        title: 'addresses in the details',
        kind: 'full-inspection-report',
        text: '## Local area partnership details\n\n| Local authority |\n| --- |\n| COUNTY HALL<br>THE SQUARE AND HIGH STREET |\n',
      },
    ],
    invalid: [
      {
        kind: 'full-inspection-report',
        text: 'Leaders CANNOT BE SURE that every child learns. They MUST act. NEVER wait.\n',
        finds: [{ at: 'CANNOT BE SURE' }, { at: 'MUST' }, { at: 'NEVER' }],
        fixed: 'Leaders cannot be sure that every child learns. They must act. Never wait.\n',
      },
      {
        title: 'letters that are a word as well',
        kind: 'strategic-plan',
        text: 'WHO IS RESPONSIBLE\n',
        finds: [{ at: 'WHO IS RESPONSIBLE' }],
      },
      {
        title: 'a heading and the header of a table',
        kind: 'strategic-plan',
        text: '## WHAT WE WILL DO FOR CHILDREN WITH SEND\n\n| ACTION | BY WHEN |\n| --- | --- |\n| Train | May |\n',
        finds: [{ at: 'WHAT WE WILL DO FOR CHILDREN WITH SEND' }, { at: 'ACTION' }, { at: 'BY WHEN' }],
        fixed: '## What we will do for children with SEND\n\n| Action | By when |\n| --- | --- |\n| Train | May |\n',
      },
      {
        title: 'words that may be a name',
        kind: 'strategic-plan',
        text: 'The group is called TEAM AROUND ME in Draftham.\n',
        finds: [{ at: 'TEAM AROUND ME' }],
      },
      {
        title: 'emphasis in bold',
        kind: 'strategic-plan',
        text: 'We will **NOT** stop.\n',
        finds: [{ at: 'NOT' }],
        fixed: 'We will **not** stop.\n',
      },
    ],
  },
  looksFor: [blocksWithRuns, blocksThatExplain],
  check(document, report, context) {
    const title = document.headings.find(({ depth }) => depth === 1)?.span.start ?? 0;
    const found = new Map<string, { readonly at: Span; readonly fix: Fix | null }[]>();
    let isAcronym: ((word: string) => boolean) | null = null;
    for (const {
      placed: { block, start },
      value,
    } of blocksWithRuns(document)) {
      for (const run of value) {
        isAcronym ??= acronymTest(document, context);
        const at = moved(run.prose.sourceOf(run.words[0]!.from, run.words.at(-1)!.to), start);
        // What stands above the title is a banner.
        if (at.start < title || !isEmphasis(run, isAcronym) || isNames(document, at.start)) continue;
        const words = run.words.map(({ text }) => text).join(' ');
        found.set(words, [...(found.get(words) ?? []), { at, fix: mend(run, start, block, isAcronym) }]);
      }
    }
    // A label that comes again and again is one habit.
    for (const places of found.values()) {
      const more = places.length - 1;
      const mended = places.every(({ fix }) => fix !== null) ? places.flatMap(({ fix }) => fix ?? []) : [];
      report({
        at: places[0]!.at,
        message: `Words in capitals are hard to read. Write them in small letters.${more > 0 ? ` So it is with the same words in ${more} more ${more === 1 ? 'place' : 'places'}.` : ''}`,
        fixes: mended[0] ? [more > 0 ? { ...mended[0], edits: mended.flatMap(({ edits }) => edits) } : mended[0]] : [],
      });
    }
  },
};

function isNames(document: SendDocument, offset: number): boolean {
  for (let section = document.sectionAt(offset); section; section = section.parent)
    if (section.id && NAMED_SECTIONS.has(section.id)) return !section.heading || offset >= section.content.start;
  return false;
}

export default rule;
