/* eslint-disable max-lines -- parts that ask each other */
import { boundedMap } from '../../memo/memo.js';
import {
  areaName,
  blocksWith,
  byObject,
  byText,
  documentDays,
  findDates,
  marker,
  keyedMarker,
  keyedMarkerWithin,
  quick,
  perBlock,
  sentencesOf,
  tableOf,
  type PlacedProse,
  type Prose,
  type SendDocument,
} from '../../document/index.js';
import { addDays, formatDate } from '../../framework/days.js';
import { bodiesWith, isThereIn, type BodyRegister, type Days, type PublicBody } from '../../framework/public-bodies.js';
import { SOURCES, cite } from '../../framework/sources.js';
import { isReportKind, type Span } from '../../framework/types.js';
import { ALL_KINDS, replaceWith, type DocumentRule, type Fix, type Report, type RuleContext, type TextEdit } from '../rule.js';
import { tellsOfOtherTime } from '../support/other-times.js';
import { purposeOf } from './_evidence.js';
import { reportSpellings, spelledNames } from './_two-spellings.js';
import {
  areaVariants,
  boardAt,
  boardName,
  councilName,
  countArea,
  fullNames,
  keyOfBoard,
  knownBoards,
  placesIn,
  variantsAt,
  type BodyName,
  type Mention,
  type Place,
} from './_names.js';
import { listed as inWords } from '../../text/words.js';

const PLANS_AND_NOTES = ALL_KINDS.filter((kind) => !isReportKind(kind));

interface Reference {
  readonly name: BodyName;
  /** Where this document writes it so; null when it is another document's. */
  readonly span: Span | null;
  /** The name is that of a board of England, as it is called by law. */
  readonly official?: true;
}

const present = <T>(value: T | null): value is T => value !== null;

/** Partners as a details table lists them. */
function listed(document: SendDocument, own: boolean): Reference[] {
  const { integratedCareBoards, localAuthority } = document.facts.partners;
  const read =
    (make: (full: string) => BodyName | null) =>
    (partner: { name: string; span: Span }): Reference | null => {
      const name = make(partner.name);
      return name && { name, span: own ? partner.span : null };
    };
  return [...integratedCareBoards.map(read(boardName)), ...localAuthority.map(read(councilName))].filter(present);
}

const linesOf = (text: string): [number, number][] => {
  const lines: [number, number][] = [];
  let from = 0;
  for (const line of text.split('\n')) {
    lines.push([from, from + line.length]);
    from += line.length + 1;
  }
  return lines;
};

const MAY_NAME = quick(/\bICB\b|integrated care board|\bNHS\b|\bCouncil\b/i);
const mayName = ({ quoted, text }: Prose): boolean => quoted === 0 && MAY_NAME.test(text);

/** Where bodies may be named. */
const places = marker((prose): readonly Place[] | null => {
  const found = mayName(prose) ? placesIn(prose.text) : [];
  return found.length > 0 ? found : null;
});

/** A full name in one of its forms. */
interface Form {
  readonly name: BodyName;
  /** What tells its body from others. */
  readonly key: string;
  /** Where it stands first; block-relative in what is kept of a block. */
  readonly span: Span;
  count: number;
}

/** Adds to the forms of each body one that stands in a block with this beginning. */
function count(forms: Map<string, Map<string, Form>>, form: Readonly<Form>, start: number): void {
  let known = forms.get(form.key);
  if (!known) forms.set(form.key, (known = new Map<string, Form>()));
  const before = known.get(form.name.words);
  if (before) before.count += form.count;
  else known.set(form.name.words, { ...form, span: { start: start + form.span.start, end: start + form.span.end } });
}

const formsIn = perBlock((block): readonly Readonly<Form>[] | null => {
  const marks = places.inBlock(block);
  if (!marks) return null;
  const forms = new Map<string, Map<string, Form>>();
  for (const { at, value } of marks) {
    const { text, span } = block.prose[at]!;
    for (const name of fullNames(text, value))
      count(forms, { name, key: `${name.kind} ${[...name.keys].sort().join(' ')}`, span, count: 1 }, 0);
  }
  return forms.size > 0 ? [...forms.values()].flatMap((list) => [...list.values()]) : null;
});

const blocksWithForms = blocksWith(formsIn);

/** Without a table, the form that a document uses most is the reference; the first one among equals. */
function prevailing(document: SendDocument, register: BodyRegister): Reference[] {
  const bodies = new Map<string, Map<string, Form>>();
  for (const {
    placed: { start },
    value,
  } of blocksWithForms(document)) {
    for (const form of value) count(bodies, form, start);
  }
  return [...bodies.values()].map((forms) => {
    const list = [...forms.values()];
    // A form that is the board’s name by law is right, however rare.
    const official = list.find(
      ({ name }) => name.kind === 'board' && register.named('integrated-care-board', name.full).some(({ core }) => core === name.core),
    );
    return official ?? list.reduce((best, form) => (form.count > best.count ? form : best));
  });
}

/** The board that a name means on these days; of those that have had it, the latest where none is there then. */
function boardOn(register: BodyRegister, name: string, days: Days): PublicBody | null {
  const bodies = register.named('integrated-care-board', name);
  return bodies.find((body) => isThereIn(body, days)) ?? bodies.at(-1) ?? null;
}

const registerFor = ({ settings }: Pick<RuleContext, 'settings'>): BodyRegister => bodiesWith(settings.bodies);

/** A reference as the board is called by law, where it is one of England’s: by that name the details themselves are judged. */
function lawful(reference: Reference, register: BodyRegister, days: Days, area: string | null): Reference {
  const { name, span } = reference;
  if (name.kind === 'council') {
    const official = nearCouncil(name, register, days, area);
    return official ? { name: official, span, official: true } : reference;
  }
  const board = boardOn(register, name.full, days) ?? nearBoard(name, register, days, area);
  const official = board && boardName(board.name);
  return official ? { name: official, span, official: true } : reference;
}

/** The one board of this area of whose name this is a slip. */
function nearBoard(name: BodyName, register: BodyRegister, days: Days, area: string | null): PublicBody | null {
  const boards = area === null ? [] : register.boardsOf(area, days);
  const near = boards.filter((board) => variantsAt(placesIn(`NHS ${name.core} ICB`), [boardName(board.name)!], []).length > 0);
  return near.length === 1 ? near[0]! : null;
}

/** The name of this area’s council as it should stand, where this one has a slip in it. */
function nearCouncil(name: BodyName, register: BodyRegister, days: Days, area: string | null): BodyName | null {
  const council = area === null ? null : register.council(area);
  if (!council || !isThereIn(council, days) || register.council(name.core)) return null;
  const near = variantsAt(placesIn(`${name.core} Council`), [], [councilName(`${council.core} Council`)!]).length > 0;
  return near ? councilName(name.full.replace(name.core, () => council.core)) : null;
}

/** No area has as many partners. What names more is a list of bodies, of which each would be compared with each. */
const MOST_REFERENCES = 30;

const references = (document: SendDocument, context: RuleContext): Reference[] =>
  allReferences(document, context).slice(0, MOST_REFERENCES);

function allReferences(document: SendDocument, context: RuleContext): Reference[] {
  const register = registerFor(context);
  const days = documentDays(document, context.today);
  const area = areaName(document);
  const own = listed(document, true).slice(0, MOST_REFERENCES);
  if (own.length > 0) return own.map((reference) => lawful(reference, register, days, area));
  const { respondsTo } = document.frontMatter.data;
  const report = respondsTo ? context.lookup(respondsTo) : null;
  const others = report ? listed(report, false) : [];
  if (others.length > 0) return others.map((reference) => lawful(reference, register, days, area));
  return prevailing(document, register);
}

interface Names {
  readonly boards: readonly BodyName[];
  readonly councils: readonly BodyName[];
}

const kept = boundedMap<Names>(100);

/** The same object for the same names, so that what was found under them is kept. */
function namesOf(known: readonly Reference[]): Names {
  const bodies = known.map(({ name }) => name);
  const key = bodies.map(({ kind, full }) => `${kind} ${full}`).join('\n');
  return kept(key, () => ({
    boards: bodies.filter(({ kind }) => kind === 'board'),
    councils: bodies.filter(({ kind }) => kind === 'council'),
  }));
}

/** Names that are written otherwise. */
const variantsIn = keyedMarkerWithin(places, (found, { boards, councils }: Names): readonly Mention[] | null => {
  const mentions = variantsAt(found, boards, councils);
  return mentions.length > 0 ? mentions : null;
});

/** Where the area's name, the title's, stands in the same or in another form. */
const areaIn = keyedMarker(({ quoted, text }, title: string): { readonly alike: number; readonly mentions: readonly Mention[] } | null => {
  if (quoted > 0 || !text.includes(title.split(/[\s,]/)[0]!)) return null;
  const area = councilName(title);
  if (!area) return null;
  const alike = linesOf(text).reduce((sum, [start, end]) => sum + countArea(text, start, end, area), 0);
  const mentions = linesOf(text).flatMap(([start, end]) => areaVariants(text, start, end, area));
  return alike + mentions.length > 0 ? { alike, mentions } : null;
});

// Boards that have ended

interface Gone {
  readonly board: PublicBody;
  readonly from: number;
  readonly to: number;
}

/** Bodies that have ended or will, for each list of bodies: boards by what their names are compared by, councils with their full names. */
const endedIn = byObject(
  (register: BodyRegister): { readonly boards: ReadonlyMap<string, PublicBody>; readonly councils: readonly PublicBody[] } => {
    const ended = register.bodies.filter(({ to }) => to !== null);
    return {
      boards: new Map(ended.filter(({ kind }) => kind === 'integrated-care-board').map((board) => [keyOfBoard(board.core), board])),
      councils: ended.filter(({ kind }) => kind === 'local-authority'),
    };
  },
);

/** A council that a place names by its whole name. */
function councilAt(text: string, { kind, to }: Place, councils: readonly PublicBody[]): Gone | null {
  if (kind !== 'council') return null;
  const before = text.slice(Math.max(0, to - 80), to);
  const board = councils.find(
    ({ name }) =>
      before.endsWith(name) &&
      !/[\p{L}-] ?$/u.test(before.slice(0, -name.length).replace(/\b(?:The|the|and|by|for|of|with|from|to|at|in|that) $/, '')),
  );
  return board ? { board, from: to - board.name.length, to } : null;
}

/** Where boards that have ended by now are named as if they were still there. */
const goneIn = keyedMarker((prose, register: BodyRegister): readonly Gone[] | null => {
  if (!mayName(prose)) return null;
  const found: Gone[] = [];
  const ended = endedIn(register);
  for (const place of placesIn(prose.text)) {
    const named = boardAt(place, ended.boards) ?? councilAt(prose.text, place, ended.councils);
    if (!named || found.some(({ from, to }) => named.from < to && from < named.to)) continue;
    const sentence = sentencesOf(prose).find(({ start, end }) => named.from >= start && named.from < end);
    const around = sentence && {
      before: prose.text.slice(sentence.start, named.from).replace(/\b(?:the|NHS) $/i, ''),
      after: prose.text.slice(named.to, sentence.end),
    };
    if (!sentence || !around || !tellsOfOtherTime(sentence.text, around, named.board.to!)) found.push(named);
  }
  return found.length > 0 ? found : null;
});

const rule: DocumentRule = {
  id: 'partner-name',
  title: 'Each partner has one name throughout the document',
  severity: 'warning',
  kinds: ALL_KINDS,
  source: cite(SOURCES.publishedReports, 'names of partners, judged against the table of partnership details'),
  rationale:
    'A local authority or integrated care board under two names makes readers wonder whether two bodies are meant, and who is responsible.',
  help: 'Use the name from the table of partnership details: the same words in the same order, with the same commas. Short forms such as “the ICB” and “the council” are fine.',
  examples: {
    valid: [
      {
        title: 'short forms',
        kind: 'full-inspection-report',
        text: '# Area SEND inspection of Exampleshire Local Area Partnership\n\nExampleshire Council and the Exampleshire, Draft and Vale Integrated Care Board (ICB) work together. NHS Exampleshire, Draft and Vale ICB leads. Across Draft and Vale, the ICB and the council meet. In Exampleshire, Draft and Vale, ICB leaders listen.\n\n## Local area partnership details\n\n| Local authority | Integrated care board |\n| --- | --- |\n| Exampleshire County Council | NHS Exampleshire, Draft and Vale ICB |\n',
      },
      {
        title: 'a council by one of its names',
        kind: 'full-inspection-report',
        text: '# Area SEND inspection of Stockton-on-Tees Local Area Partnership\n\nInspection dates: 11 to 15 March 2024\n\nStockton-on-Tees Borough Council plans school places.\n\n## Local area partnership details\n\n| Local authority | Integrated care board |\n| --- | --- |\n| Stockton-on-Tees Borough Council | NHS North East and North Cumbria Integrated Care Board |\n',
      },
    ],
    invalid: [
      {
        title: 'words, commas and order',
        kind: 'full-inspection-report',
        text: [
          '# Area SEND inspection of Exampleshire Local Area Partnership\n',
          'NHS Exampleshire, Draft, and Vale ICB plans services with Exampleshire NHS Integrated Care Board.\n',
          'Leaders at Vale and Draft Integrated Care Board and NHS Draft & Vale meet. NHS Draft and Vale area ICB pays.\n',
          '## Local area partnership details\n',
          '| Local authority | Integrated care boards |',
          '| --- | --- |',
          '| Exampleshire County Council | NHS Exampleshire, Draft and Vale ICB<br>NHS Exampleshire ICB<br>NHS Draft and Vale, Integrated Care Board |',
          '',
        ].join('\n'),
        finds: [
          { at: 'Exampleshire, Draft, and Vale ICB', message: /“NHS Exampleshire, Draft and Vale ICB”/, severity: 'warning' },
          { at: 'Exampleshire NHS Integrated Care Board' },
          { at: 'Vale and Draft Integrated Care Board' },
          { at: 'Draft & Vale' },
          { at: 'Draft and Vale area ICB' },
          { at: 'Draft and Vale, Integrated Care Board', message: /comma stands inside/ },
        ],
        fixed: [
          '# Area SEND inspection of Exampleshire Local Area Partnership\n',
          'NHS Exampleshire, Draft and Vale ICB plans services with NHS Exampleshire Integrated Care Board.\n',
          'Leaders at Draft and Vale Integrated Care Board and NHS Draft and Vale meet. NHS Draft and Vale ICB pays.\n',
          '## Local area partnership details\n',
          '| Local authority | Integrated care boards |',
          '| --- | --- |',
          '| Exampleshire County Council | NHS Exampleshire, Draft and Vale ICB<br>NHS Exampleshire ICB<br>NHS Draft and Vale Integrated Care Board |',
          '',
        ].join('\n'),
      },
      {
        title: 'half of a name of two parts',
        kind: 'full-inspection-report',
        text: 'NHS Exampleshire ICB pays.\n\n## Local area partnership details\n\n| Local authority | Integrated care board |\n| --- | --- |\n| Exampleshire County Council | NHS Exampleshire and Vale ICB |\n',
        finds: [{ at: 'Exampleshire ICB' }],
        fixed:
          'NHS Exampleshire and Vale ICB pays.\n\n## Local area partnership details\n\n| Local authority | Integrated care board |\n| --- | --- |\n| Exampleshire County Council | NHS Exampleshire and Vale ICB |\n',
      },
      {
        title: 'the board of another report in the details',
        kind: 'full-inspection-report',
        text: '# Area SEND inspection of Exampleshire Local Area Partnership\n\nInspection dates: 11 to 15 March 2024\n\n## Information about the local area partnership\n\nExampleshire County Council and NHS Kent and Medway Integrated Care Board (ICB) plan services.\n\n## Local area partnership details\n\n| Local authority | Integrated care board |\n| --- | --- |\n| Exampleshire County Council | NHS Sussex Integrated Care Board |\n',
        finds: [{ at: 'NHS Sussex Integrated Care Board', message: /names Kent and Medway Integrated Care Board/ }],
      },
    ],
  },
  looksFor: [
    blocksWithForms,
    spelledNames.in(PLANS_AND_NOTES),
    goneIn.keyedBy((context) => registerFor(context)),
    variantsIn.keyedByDocument((document, context) => namesOf(references(document, context))),
  ],
  check(document, report, context) {
    const known = references(document, context);
    const register = registerFor(context);
    const days = documentDays(document, context.today);
    const tell = (unit: PlacedProse, { body, from, to, comma, edit }: Mention, where: string, more: readonly Variant[] = []): void => {
      const reference = known.find(({ name }) => name.full === body.full);
      const at = unit.spanOf(from, to);
      report({
        at,
        message: comma
          ? `A comma stands inside the name of this body. Take it out: “${body.full}”.`
          : `This body is called “${body.full}” ${where}. Use one name throughout, so that nobody takes it for two bodies.`,
        fixes: [
          {
            kind: 'fix',
            edits: [{ ...unit.spanOf(edit.from, edit.to), text: edit.text }, ...more.map((place) => editOf(place))],
          },
        ],
        ...(more.length > 0
          ? { related: more.map((place) => ({ span: place.unit.spanOf(place.mention.from, place.mention.to), message: 'The same name' })) }
          : reference?.span && (reference.span.start > at.end || reference.span.end < at.start)
            ? { related: [{ span: reference.span, message: 'The name used here' }] }
            : {}),
      });
    };
    const where =
      listed(document, true).length > 0
        ? 'in the details of the partnership'
        : document.frontMatter.data.respondsTo && known.every(({ span }) => span === null)
          ? 'in the report'
          : 'elsewhere in this document';
    const names = namesOf(known);
    const gone = checkGone(document, register, days, report);
    const variants = variantsIn(document, names).flatMap(({ unit, value }) =>
      value.flatMap((mention): Variant[] => (gone.includes(mention.body.full) ? [] : [{ unit, mention }])),
    );
    const details = document.section('partnership-details');
    // How the name of a board is joined that must give way to another does not matter.
    const told = new Set<Variant>();
    for (const { name, span, official } of known) {
      if (!official || !span) continue;
      // The details are wrong: that is one mistake, also where the text follows them.
      const wrong = variants.find(
        ({ unit, mention }) => mention.body.full === name.full && !mention.comma && covers(span, unit.spanOf(mention.from, mention.to)),
      );
      if (!wrong) continue;
      const alike = variants.filter(
        (place) => place !== wrong && place.mention.body.full === name.full && place.mention.form === wrong.mention.form,
      );
      for (const place of [wrong, ...alike]) told.add(place);
      tell(wrong.unit, wrong.mention, 'by law', alike);
    }
    for (const place of variants) {
      const { unit, mention } = place;
      const official = known.some(({ name, official: byLaw }) => byLaw && name.full === mention.body.full);
      if (!told.has(place)) tell(unit, mention, official && unit.section === details ? 'by law' : where);
    }
    checkArea(document, tell, report);
    checkTypes(document, register, days, report);
    if (!isReportKind(document.kind)) reportSpellings(document, report);
    if (isReportKind(document.kind))
      checkBoards(document, new Set([...variants.map(({ mention }) => mention.body.full), ...gone]), register, days, report);
  },
};

interface Variant {
  readonly unit: PlacedProse;
  readonly mention: Mention;
}

const editOf = ({ unit, mention: { edit } }: Variant): TextEdit => ({ ...unit.spanOf(edit.from, edit.to), text: edit.text });

const covers = (outer: Span, inner: Span): boolean => outer.start <= inner.end && inner.start <= outer.end;

/** Tells of each board that had ended before the document’s days, once; gives the names that it told of. */
function checkGone(document: SendDocument, register: BodyRegister, days: Days, report: Report): readonly string[] {
  const places = new Map<PublicBody, { readonly unit: PlacedProse; readonly from: number; readonly to: number }[]>();
  for (const { unit, value } of goneIn(document, register)) {
    const purpose = purposeOf(unit.section);
    if (purpose === 'glossary' || purpose === 'closing') continue;
    for (const { board, from, to } of value) {
      if (isThereIn(board, days) || board.to! > days.from || rowTellsOf(document, unit, board)) continue;
      const list = places.get(board);
      if (list) list.push({ unit, from, to });
      else places.set(board, [{ unit, from, to }]);
    }
  }
  const area = areaName(document);
  for (const [board, [first, ...others]] of places) {
    const { unit, from, to } = first!;
    const all = register.successorsOf(board);
    const here = area === null ? [] : register.boardsOf(area, days);
    const mine = all.filter((one) => here.includes(one));
    const successors = mine.length > 0 ? mine : all;
    const since = formatDate(addDays(board.to!, 1));
    const names = inWords(successors.map(({ name }) => name));
    const more = others.length === 0 ? '' : ` It is named in ${others.length} more ${others.length === 1 ? 'place' : 'places'}.`;
    report({
      at: unit.spanOf(from, to),
      message: `${board.name} ended on ${formatDate(board.to!)}${successors.length === 0 ? '' : `; since ${since} ${successors.length === 1 ? 'it is' : 'they are'} ${names}`}. Change the name, or say that the sentence tells of the past.${more}`,
      fixes: successors.length === 1 ? [successorFix(successors[0]!, [first!, ...others])] : [],
      related: others.slice(0, 20).map((place) => ({ span: place.unit.spanOf(place.from, place.to), message: 'The same name' })),
    });
  }
  return [...places.keys()].map(({ name }) => name);
}

/** Whether the name alone is right now is for the author to say. */
function successorFix(successor: PublicBody, places: readonly { unit: PlacedProse; from: number; to: number }[]): Fix {
  const edits = places.map(({ unit, from, to }) => {
    const tail = / ?(?:,? (?:NHS )?integrated care board|,? (?:NHS )?ICB)$/i.exec(unit.text.slice(from, to))?.[0] ?? '';
    return { ...unit.spanOf(from, to - tail.length), text: successor.core };
  });
  return { kind: 'assist', edits };
}

/** A row with an earlier date, as in the list of a plan’s versions, tells of that day. */
function rowTellsOf(document: SendDocument, unit: PlacedProse, board: PublicBody): boolean {
  if (unit.kind !== 'cell') return false;
  const row = tableOf(document, unit)?.rows.find(({ span }) => span.start <= unit.span.start && unit.span.start <= span.end);
  return row?.cells.some(({ text }) => findDates(text).some(({ range }) => range !== null && range.end <= board.to!)) ?? false;
}

/** Boards of England that a unit names. */
const boardsNamed = byText(knownBoards);
const boardsIn = marker((prose): readonly string[] | null => {
  const boards = /\bICBs?\b|integrated care|\bNHS\b/i.test(prose.text) ? knownBoards(prose.text) : [];
  return boards.length > 0 ? boards : null;
});

/** A board in the details that is none of this area’s, or that the whole report never names while it names another: text of another report. */
function checkBoards(document: SendDocument, told: ReadonlySet<string>, register: BodyRegister, days: Days, report: Report): void {
  const details = document.section('partnership-details');
  if (!details) return;
  const partners = document.facts.partners.integratedCareBoards.map((partner) => ({
    partner,
    board: boardOn(register, partner.name, days),
    boards: boardsNamed(partner.name),
  }));
  const area = areaName(document);
  const here = area === null ? [] : register.boardsOf(area, days);
  const named = boardsIn(document);
  const elsewhere = new Set(named.flatMap(({ unit, value }) => (unit.section === details ? [] : value)));
  const about = named.find(({ unit }) => unit.section?.id === 'about-partnership');
  for (const { partner, board, boards } of partners) {
    if (board && told.has(board.name)) continue;
    if (board && here.length > 0) {
      if (here.includes(board)) continue;
      const right = inWords(here.map(({ name }) => name));
      report({
        at: partner.span,
        message:
          board.from !== null && board.from > days.to
            ? `${board.name} exists only since ${formatDate(board.from)}. At the time of this document the area has ${right}.`
            : `${board.name} covers other areas. At the time of this document ${area!} has ${right}. Check which is right.`,
      });
      continue;
    }
    if (!about || boards.length === 0 || boards.some((name) => elsewhere.has(name)) || told.has(partner.name)) continue;
    report({
      at: partner.span,
      message: `This board is named nowhere else in the report, which names ${about.value[0]!} Integrated Care Board as a partner. Check which is right.`,
      related: [{ span: about.unit.span, message: 'The partners are named here.' }],
    });
  }
}

/** “Bury County Council”: the details make a council of another sort of this area’s. */
function checkTypes(document: SendDocument, register: BodyRegister, days: Days, report: Report): void {
  for (const { name, span } of document.facts.partners.localAuthority) {
    const council = register.council(name);
    const written = councilName(name);
    if (!council?.types || !written || !isThereIn(council, days)) continue;
    const wrong = written.types.filter((type) => !council.types!.includes(type));
    if (wrong.length === 0) continue;
    report({
      at: span,
      message: `The council of ${council.core} is no ${[...wrong].reverse().join(' ')} council. Write its name as the council itself does.`,
      fixes: [{ kind: council.hasFullName ? 'fix' : 'assist', edits: [{ ...span, text: council.name }] }],
    });
  }
}

/** Only a name of several parts can be joined otherwise. */
function checkArea(document: SendDocument, tell: (unit: PlacedProse, mention: Mention, where: string) => void, report: Report): void {
  const title = document.facts.localArea;
  const area = title ? councilName(title.value) : null;
  if (!title || !area || area.keys.length < 2 || !/ (?:and|&) |,/.test(area.core)) return;
  const found: [PlacedProse, Mention][] = [];
  let alike = 0;
  for (const { unit, value } of areaIn(document, title.value)) {
    if (unit.span.start <= title.span.start && unit.span.end >= title.span.end) continue;
    alike += value.alike;
    for (const mention of value.mentions) found.push([unit, mention]);
  }
  const forms = new Set(found.map(([unit, { from, to }]) => unit.text.slice(from, to)));
  const [form] = forms;
  if (alike === 0 && found.length > 1 && forms.size === 1 && form !== undefined) {
    // The text is of one mind: the title stands alone.
    report({
      at: title.span,
      message: `The area is called “${form}” everywhere but in the title. Use one name throughout.`,
      fixes: [replaceWith(title.span, form)],
    });
    return;
  }
  for (const [unit, mention] of found) tell(unit, mention, 'in the title');
}

export default rule;
