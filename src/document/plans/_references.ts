import { defaultPrefix, bareNumbers, namedAreas, type NamedArea } from './area-references.js';
import type { DocumentKind, Span } from '../../framework/types.js';
import { wordsOf } from '../../language/sentences.js';
import { keeping, latestByObject } from '../../memo/memo.js';
import { append } from '../../text/lists.js';
import type { Draft } from './_draft.js';
import { move, type Placed } from './_entry.js';
import type { PieceText } from './_piece-types.js';
import type { AreaReference, Block, Section, SendDocument } from '../types.js';

/*
 * The areas of the report that texts name, link to or quote, and those that stand around an action.
 */

/** What stands above actions and may say which area they answer: a section, a bold line, or a row for a group. */
export interface Scope {
  readonly section: Section | null;
  readonly title: Placed | null;
  readonly intro: { readonly placed: Placed; readonly quoted: boolean; readonly label: string | null }[];
  references: readonly AreaReference[] | null;
  /** The number in its title is that of an action under it. */
  isNumberTaken?: boolean;
  /** The group around a group of rows. */
  readonly around?: Scope | null;
}

/** The least number of words that can quote an area. */
const MIN_QUOTE = 5;
/** A title that names more areas stands over most of the report. */
const MAX_TITLE_AREAS = 4;
const NOTHING: AreaReference[] = [];

interface Names {
  readonly areas: readonly NamedArea[];
  /** Whether it has words enough to quote an area. */
  readonly quotes: boolean;
}

const namesKept = latestByObject<PieceText, DocumentKind, Names>();

/** What a text names, kept with it: an edit elsewhere does not read it again. */
export const namesIn = (piece: PieceText, kind: DocumentKind): Names =>
  namesKept(piece, kind, () => ({ areas: namedAreas(piece.text, kind), quotes: wordsOf(piece.text).length >= MIN_QUOTE }));

/** What plans call their parts. */
const PART_NAME =
  /\b((?:work ?stream|priority|theme|objective|strand|pillar|chapter|ambition|aim|goal|outcome|project|programme|mission|focus(?: area)?) (?:\d{1,2}|\p{Lu}|one|two|three|four|five|six|seven))(?![\p{L}\d.])/iu;
const ANSWERS = /\b(?:answers?|responds? to|responding to|address(?:es)?|delivers?|meets?|relates? to|covers?|tackles?|is about)\b/i;
const keyOfPart = (name: string): string => name.toLowerCase().replace(/^work ?stream/, 'workstream');

/** In a sentence or a row, what is said of the areas that a part of the plan answers. */
const partsAnswering = keeping(({ prose }: Block): readonly { readonly part: string; readonly answers: string }[] =>
  prose.flatMap(({ text, kind, row }, index) => {
    const name = kind === 'heading' || text.length > 1000 ? null : PART_NAME.exec(text);
    if (!name || name.index > 8) return [];
    const behind = text.slice(name.index + name[0].length);
    if (ANSWERS.test(behind.slice(0, 60))) return [{ part: keyOfPart(name[1]!), answers: behind.split(/[:;]/)[0]! }];
    const next = prose[index + 1];
    return next && kind === 'cell' && next.row === row ? [{ part: keyOfPart(name[1]!), answers: next.text.slice(0, 80) }] : [];
  }),
);

/** "Area for improvement 1: leaders should …" under the heading of a part: the area that the part is about. */
function beginsWithArea({ text }: PieceText, kind: DocumentKind): boolean {
  const [first] = namesAtFront(text, kind);
  return first?.form === 'id' && text.slice(0, first.from).trim() === '' && /^\)? ?[:.–—-]/.test(text.slice(first.to));
}
const namesAtFront = (text: string, kind: DocumentKind): readonly NamedArea[] =>
  /^\W{0,3}(?:area|a[fp][ia]|priority action|improvement|recommendation)/i.test(text) ? namedAreas(text, kind) : [];

/** Labels behind which a number tells an area. */
const ASKS_FOR_AREA =
  /\b(?:areas?|a[fp]is?|apas?|improvements?|priorit(?:y|ies)|recommendations?|answers?|address(?:es)?|responds?|relates?|links?|linked|numbers?|nos?|refs?|references?)\b/i;

export class References {
  readonly #scopes = new Map<Section, Scope>();
  readonly #around = new Map<Scope | null, Map<Section | null, readonly AreaReference[]>>();
  #definitions: Map<string, string> | null = null;
  #answering: Map<string, string[]> | null = null;

  constructor(
    private readonly flow: SendDocument['flow'],
    readonly kind: DocumentKind,
  ) {}

  scopeOf(section: Section): Scope | undefined {
    return this.#scopes.get(section);
  }

  openScope(section: Section, title: Placed): void {
    this.#scopes.set(section, { section, title, intro: [], references: null });
  }

  #url(identifier: string): string | null {
    if (!this.#definitions) {
      this.#definitions = new Map();
      for (const { node } of this.flow) if (node.type === 'definition') this.#definitions.set(node.identifier, node.url);
    }
    return this.#definitions.get(identifier) ?? null;
  }

  /** `place`: a title, a cell or labelled value that is there to name areas, the number of an action, or running text. */
  within({ piece, base }: Placed, level: number, place: 'title' | 'cell' | 'number' | 'text', header?: string): AreaReference[] {
    const names = namesIn(piece, this.kind);
    // Most texts name nothing and link nowhere.
    if (names.areas.length === 0 && piece.links.length === 0 && (place === 'number' || (place === 'text' && level === 1))) return NOTHING;
    const references: AreaReference[] = [];
    const spanIn = (from: number, to: number): Span =>
      piece.prose ? move(piece.prose.sourceOf(piece.from + from, piece.from + to), base) : move(piece.span, base);
    const prefix =
      header && /priority action|\bapas?\b/i.test(header)
        ? 'APA'
        : header && /improvement|\bafis?\b/i.test(header)
          ? 'AFI'
          : defaultPrefix(this.kind);
    const bare = place === 'cell' && header ? bareNumbers(piece.text, prefix) : [];
    for (const { id, from, to, form } of bare.length > 0 ? bare : names.areas) {
      if (form === 'own-number' && place !== 'title' && place !== 'cell') continue;
      references.push({
        kind: form === 'own-number' ? 'number' : 'id',
        value: id,
        span: spanIn(from, to),
        level,
        certain: form === 'id' || (form === 'recommendation' && place !== 'text'),
      });
    }
    for (const link of piece.links) {
      const url = link.url ?? (link.identifier === null ? null : this.#url(link.identifier));
      if (url?.includes('#') && !/^(?:#|[a-z][a-z\d+.-]*:)/i.test(url))
        references.push({ kind: 'link', value: url, span: move({ start: link.start, end: link.end }, base), level, certain: false });
    }
    // A title or cell may name an area and give its words as well: they help when the number is wrong.
    if ((references.length === 0 || place === 'title' || (place === 'cell' && bare.length === 0)) && place !== 'number' && names.quotes)
      references.push({ kind: 'wording', value: piece.text, span: move(piece.span, base), level, certain: false });
    return references;
  }

  /** Areas that an action's own words name, next to where it stands. */
  mentionedIn(placed: Placed): AreaReference[] {
    const references = this.within(placed, 1, 'text');
    return references.length === 0 ? references : references.filter(({ kind }) => kind === 'id' || kind === 'link');
  }

  /** The areas that another part of the plan says a part answers: "Workstream 2 answers area for improvement 1" for its heading. */
  #answeredBy(title: string): readonly string[] {
    const name = PART_NAME.exec(title)?.[1];
    if (name === undefined) return [];
    if (!this.#answering) {
      this.#answering = new Map();
      for (const { node, placed } of this.flow)
        if (node === placed.block.nodes[0])
          for (const { part, answers } of partsAnswering(placed.block))
            this.#answering.set(part, [...(this.#answering.get(part) ?? []), answers]);
    }
    const told = this.#answering.get(keyOfPart(name)) ?? [];
    return [
      ...new Set(
        told.flatMap((text) =>
          namedAreas(text, this.kind)
            .filter(({ form }) => form !== 'own-number')
            .map(({ id }) => id),
        ),
      ),
    ];
  }

  #scopeReferences(scope: Scope, level: number): readonly AreaReference[] {
    if (scope.references) return scope.references;
    const title = scope.title ? this.within(scope.title, level, 'title') : [];
    // "Areas for improvement 1 to 5" is a title over all of them and tells nothing of one action; "AFI 2, AFI 4 and AFI 5" are chosen.
    const ids = title.filter(({ kind }) => kind === 'id' || kind === 'number');
    const over =
      ids.length > MAX_TITLE_AREAS || (ids.length > 2 && /\d ?(?:to|–|-) ?(?:AFI ?|APA ?)?\d/i.test(scope.title?.piece.text ?? ''));
    const found = over ? title.filter(({ kind }) => kind === 'link') : [...title];
    for (const { placed, quoted, label } of scope.intro) {
      // A number alone is an area where its label asks for one: not behind “The report says”.
      const asks = label !== null && ASKS_FOR_AREA.test(label);
      const references = this.within(placed, level, label === null ? 'text' : 'cell', asks ? label : undefined);
      // "Area for improvement 1: Leaders should improve …": the label has the number.
      for (const { id } of label === null ? [] : namedAreas(label, this.kind))
        found.push({ kind: 'id', value: id, span: move(placed.piece.span, placed.base), level, certain: true });
      const answers =
        label !== null ||
        beginsWithArea(placed.piece, this.kind) ||
        /\b(?:answers?|answering|respon(?:ds?|se|ding)|address(?:es|ing)?|relates? to|linked? to|delivers?|meets?|in relation to|for)\b[^.]{0,80}\b(?:AFI|APA|areas?|recommendations?)/i.test(
          placed.piece.text,
        );
      append(
        found,
        references.filter(({ kind }) => kind === 'wording' || kind === 'link' || (answers && (label !== null || ids.length === 0))),
      );
      // A paragraph may name an area and quote it too.
      if (quoted && references.every(({ kind }) => kind !== 'wording'))
        found.push({ kind: 'wording', value: placed.piece.text, span: move(placed.piece.span, placed.base), level, certain: false });
    }
    if (scope.title && !found.some(({ kind }) => kind === 'id' || kind === 'number'))
      for (const value of this.#answeredBy(scope.title.piece.text))
        found.push({ kind: 'id', value, span: move(scope.title.piece.span, scope.title.base), level, certain: false });
    return (scope.references = found);
  }

  of({ entry: { own }, base, group, section }: Draft): readonly AreaReference[] {
    const around = this.#referencesAround(group, section);
    return own.length === 0
      ? around
      : byLevel([...own.map((reference) => (base === 0 ? reference : { ...reference, span: move(reference.span, base) })), ...around]);
  }

  /** The references of the group and the sections that an action stands in: the same list for all actions of one place. */
  #referencesAround(group: Scope | null, section: Section | null): readonly AreaReference[] {
    let bySection = this.#around.get(group);
    if (!bySection) this.#around.set(group, (bySection = new Map<Section | null, readonly AreaReference[]>()));
    let references = bySection.get(section);
    if (!references) {
      const found: AreaReference[] = [];
      if (group) append(found, this.#scopeReferences(group, 2));
      if (group?.around) append(found, this.#scopeReferences(group.around, 2.5));
      for (let current = section; current; current = current.parent) {
        const scope = this.#scopes.get(current);
        // Headings have at most six levels: the deeper, the nearer.
        if (scope) append(found, this.#scopeReferences(scope, 9 - current.depth));
      }
      bySection.set(section, (references = byLevel(found)));
    }
    return references;
  }
}

/** In order of level, where they are not already. */
const byLevel = (references: AreaReference[]): AreaReference[] =>
  references.some(({ level }, index) => index > 0 && level < references[index - 1]!.level)
    ? references.sort((a, b) => a.level - b.level)
    : references;
