import {
  blocksWith,
  byText,
  marker,
  keyedMarker,
  keyedMarkerWithin,
  quick,
  perBlock,
  type PlacedProse,
  type Prose,
  type SendDocument,
} from '../../document/index.js';
import { SOURCES, cite } from '../../framework/sources.js';
import type { Span } from '../../framework/types.js';
import { ALL_KINDS, replaceWith, type DocumentRule, type Report, type RuleContext } from '../rule.js';
import {
  areaVariants,
  boardName,
  councilName,
  countArea,
  fullNames,
  knownBoards,
  placesIn,
  variantsAt,
  type BodyName,
  type Mention,
  type Place,
} from './_names.js';

interface Reference {
  readonly name: BodyName;
  /** Where this document writes it so; null when it is another document's. */
  readonly span: Span | null;
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
function prevailing(document: SendDocument): Reference[] {
  const bodies = new Map<string, Map<string, Form>>();
  for (const {
    placed: { start },
    value,
  } of blocksWithForms(document)) {
    for (const form of value) count(bodies, form, start);
  }
  return [...bodies.values()].map((forms) => [...forms.values()].reduce((best, form) => (form.count > best.count ? form : best)));
}

function references(document: SendDocument, context: RuleContext): Reference[] {
  const own = listed(document, true);
  if (own.length > 0) return own;
  const { respondsTo } = document.frontMatter.data;
  const report = respondsTo ? context.lookup(respondsTo) : null;
  const others = report ? listed(report, false) : [];
  return others.length > 0 ? others : prevailing(document);
}

interface Names {
  readonly boards: readonly BodyName[];
  readonly councils: readonly BodyName[];
}

const kept = new Map<string, Names>();

/** The same object for the same names, so that what was found under them is kept. */
function namesOf(known: readonly Reference[]): Names {
  const bodies = known.map(({ name }) => name);
  const key = bodies.map(({ kind, full }) => `${kind} ${full}`).join('\n');
  let names = kept.get(key);
  if (!names) {
    if (kept.size > 100) kept.clear();
    kept.set(
      key,
      (names = { boards: bodies.filter(({ kind }) => kind === 'board'), councils: bodies.filter(({ kind }) => kind === 'council') }),
    );
  }
  return names;
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
        title: 'boards that sound alike, and former groups',
        kind: 'full-inspection-report',
        text: 'NHS North East London ICB and NHS North West London ICB share a service. It was run by NHS Draft & Vale CCG.\n\n## Local area partnership details\n\n| Local authority | Integrated care board |\n| --- | --- |\n| London Borough of Sample | NHS North East London ICB<br>NHS Draft and Vale ICB |\n',
      },
      {
        title: 'lists of places',
        kind: 'full-inspection-report',
        text: '# Area SEND inspection of Draft and Vale Local Area Partnership\n\nFamilies in Draft, Vale and Sample Regis wait longest.\n',
      },
      {
        title: 'a board with “NHS” in its name',
        kind: 'full-inspection-report',
        text: 'Draft and Vale NHS Integrated Care Board (ICB) pays. Draft and Vale ICB and NHS Draft and Vale ICB are short for Draft and Vale NHS ICB.\n\n## Local area partnership details\n\n| Local authority | Integrated care board |\n| --- | --- |\n| Exampleshire County Council | Draft and Vale NHS Integrated Care Board |\n',
      },
      {
        title: 'a plan with one name',
        kind: 'strategic-plan',
        text: '# Exampleshire SEND strategic plan\n\nNHS Exampleshire and Vale ICB pays. The lead is NHS Exampleshire and Vale Integrated Care Board.\n',
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
        text: '# Area SEND inspection of Exampleshire Local Area Partnership\n\n## Information about the local area partnership\n\nExampleshire County Council and NHS Kent and Medway Integrated Care Board (ICB) plan services.\n\n## Local area partnership details\n\n| Local authority | Integrated care board |\n| --- | --- |\n| Exampleshire County Council | NHS Sussex Integrated Care Board |\n',
        finds: [{ at: 'NHS Sussex Integrated Care Board', message: /names Kent and Medway Integrated Care Board/ }],
      },
      {
        title: 'a dropped word and a misspelt one',
        kind: 'full-inspection-report',
        text: 'North Draftland ICB and NHS North Central Draftlend ICB meet.\n\n## Local area partnership details\n\n| Local authority | Integrated care board |\n| --- | --- |\n| Exampleshire County Council | NHS North Central Draftland ICB |\n',
        finds: [{ at: 'North Draftland ICB' }, { at: 'North Central Draftlend ICB' }],
        fixed:
          'North Central Draftland ICB and NHS North Central Draftland ICB meet.\n\n## Local area partnership details\n\n| Local authority | Integrated care board |\n| --- | --- |\n| Exampleshire County Council | NHS North Central Draftland ICB |\n',
      },
      {
        title: 'the council and the area',
        kind: 'full-inspection-report',
        text: '# Area SEND inspection of Draft and Vale Local Area Partnership\n\nDraft & Vale Borough Council and Draft and Vale City Council serve children in Draft & Vale.\n\n## Local area partnership details\n\n| Local authority | Integrated care board |\n| --- | --- |\n| Draft and Vale Borough Council | NHS Sample ICB |\n',
        finds: [{ at: 'Draft & Vale Borough Council' }, { at: 'Draft and Vale City Council' }, { at: 'Draft & Vale' }],
        fixed:
          '# Area SEND inspection of Draft and Vale Local Area Partnership\n\nDraft and Vale Borough Council and Draft and Vale Borough Council serve children in Draft and Vale.\n\n## Local area partnership details\n\n| Local authority | Integrated care board |\n| --- | --- |\n| Draft and Vale Borough Council | NHS Sample ICB |\n',
      },
      {
        title: 'a title that stands alone',
        kind: 'full-inspection-report',
        text: '# Area SEND inspection of Draft & Vale Local Area Partnership\n\nChildren in Draft and Vale do well. Leaders in Draft and Vale listen.\n',
        finds: [{ at: 'Draft & Vale', message: /everywhere but in the title/ }],
        fixed:
          '# Area SEND inspection of Draft and Vale Local Area Partnership\n\nChildren in Draft and Vale do well. Leaders in Draft and Vale listen.\n',
      },
      {
        title: 'a board with “NHS” in its name, joined otherwise',
        kind: 'full-inspection-report',
        text: 'Draft & Vale NHS Integrated Care Board pays. NHS Draft & Vale ICB leads.\n\n## Local area partnership details\n\n| Local authority | Integrated care board |\n| --- | --- |\n| Exampleshire County Council | Draft and Vale NHS Integrated Care Board |\n',
        finds: [{ at: 'Draft & Vale NHS Integrated Care Board' }, { at: 'Draft & Vale ICB' }],
        fixed:
          'Draft and Vale NHS Integrated Care Board pays. NHS Draft and Vale ICB leads.\n\n## Local area partnership details\n\n| Local authority | Integrated care board |\n| --- | --- |\n| Exampleshire County Council | Draft and Vale NHS Integrated Care Board |\n',
      },
      {
        title: 'a plan without a details table',
        kind: 'strategic-plan',
        text: '# Exampleshire SEND strategic plan\n\nNHS Draft and Vale ICB pays. NHS Draft and Vale ICB leads. NHS Draft & Vale Integrated Care Board signs.\n',
        finds: [{ at: 'Draft & Vale Integrated Care Board', message: /elsewhere/ }],
        fixed:
          '# Exampleshire SEND strategic plan\n\nNHS Draft and Vale ICB pays. NHS Draft and Vale ICB leads. NHS Draft and Vale Integrated Care Board signs.\n',
      },
    ],
  },
  looksFor: [blocksWithForms, variantsIn.keyedByDocument((document, context) => namesOf(references(document, context)))],
  check(document, report, context) {
    const known = references(document, context);
    const tell = (unit: PlacedProse, { body, from, to, comma, edit }: Mention, where: string): void => {
      const reference = known.find(({ name }) => name.full === body.full);
      const at = unit.spanOf(from, to);
      report({
        at,
        message: comma
          ? `A comma stands inside the name of this body. Take it out: “${body.full}”.`
          : `This body is called “${body.full}” ${where}. Use one name throughout, so that nobody takes it for two bodies.`,
        fixes: [
          { title: `Change to “${edit.text.trim()}”`, kind: 'fix', edits: [{ ...unit.spanOf(edit.from, edit.to), text: edit.text }] },
        ],
        ...(reference?.span && (reference.span.start > at.end || reference.span.end < at.start)
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
    const variants = variantsIn(document, names);
    for (const { unit, value } of variants) for (const mention of value) tell(unit, mention, where);
    checkArea(document, tell, report);
    if (document.kind === 'full-inspection-report')
      checkBoards(document, new Set(variants.flatMap(({ value }) => value.map(({ body }) => body.full))), report);
  },
};

/** Boards of England that a unit names. */
const boardsNamed = byText(knownBoards);
const boardsIn = marker((prose): readonly string[] | null => {
  const boards = /\bICBs?\b|integrated care|\bNHS\b/i.test(prose.text) ? knownBoards(prose.text) : [];
  return boards.length > 0 ? boards : null;
});

/** A board in the details that the whole report never names, while it names another: text of another report. */
function checkBoards(document: SendDocument, varied: ReadonlySet<string>, report: Report): void {
  const details = document.section('partnership-details');
  if (!details) return;
  const partners = document.facts.partners.integratedCareBoards.map((partner) => ({ partner, boards: boardsNamed(partner.name) }));
  if (partners.every(({ boards }) => boards.length === 0)) return;
  const named = boardsIn(document);
  const elsewhere = new Set(named.flatMap(({ unit, value }) => (unit.section === details ? [] : value)));
  const about = named.find(({ unit }) => unit.section?.id === 'about-partnership');
  if (!about) return;
  for (const { partner, boards } of partners) {
    if (boards.length === 0 || boards.some((board) => elsewhere.has(board)) || varied.has(partner.name)) continue;
    report({
      at: partner.span,
      message: `This board is named nowhere else in the report, which names ${about.value[0]!} Integrated Care Board as a partner. Check which is right.`,
      related: [{ span: about.unit.span, message: 'The partners are named here.' }],
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
