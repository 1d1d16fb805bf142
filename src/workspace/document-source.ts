import { reportFor } from '../coverage/coverage.js';
import { areaName, openDocument, type SendDocument } from '../document/index.js';
import { readFrontMatter } from '../document/front-matter.js';
import type { GivenBody } from '../framework/public-bodies.js';
import type { DocumentKind } from '../framework/types.js';
import { fileName, isRelativePath, pathInside, resolvePath } from '../text/paths.js';
import { decodeText, type Decoded } from './decode.js';

/*
 * The one place where a document is opened. The command line and the editor give it their files; it decides the kind, follows links, keeps
 * what it has read, and forgets what changed. It knows neither Node nor the editor.
 */

/** What a host gives. A place is however the host names a file: an absolute path, an address. */
export interface Files<Place> {
  /** The same for the same file. */
  key(place: Place): string;
  /** Absolute, with `/`. */
  pathOf(place: Place): string;
  /** The file of an absolute path in the same file system as `place`. */
  at(place: Place, path: string): Place;
  /** As the user wants to see it. */
  shown(place: Place): string;
  /** Absolute path of the folder that links may not leave; null for a file that stands by itself, of whose links nothing can be said. */
  rootOf(place: Place): string | null;
  /** Rejects, or throws a `FileProblem`, where there is no such file or it cannot be read. */
  read(place: Place): Uint8Array | Promise<Uint8Array>;
  /** Whether there is a file or folder. */
  exists(place: Place): boolean | Promise<boolean>;
  /** What settings say of the kind of a file. */
  configuredKind(place: Place): DocumentKind | undefined | Promise<DocumentKind | undefined>;
  /** Councils and boards that settings add to the known ones or change. */
  bodies?(place: Place): readonly GivenBody[] | Promise<readonly GivenBody[]>;
  /** Where a file really is, where the host knows links between folders; null when it leads out of the root. */
  real?(place: Place, root: string): Place | null;
  /** Files that may be reports on a local area, as far as the host knows those around a place; undefined, or nothing at all, where it knows none. */
  reportsAround?(place: Place, area: string): readonly Place[] | undefined | Promise<readonly Place[] | undefined>;
  /** The document as it stands in an editor, saved or not. */
  live?(place: Place): SendDocument | null;
}

/** What became of a file of another format. */
export interface Converted {
  /** LF only, without front matter. */
  readonly markdown: string;
}

/** Reads files that are not Markdown. `convert` rejects with one sentence for the user. */
export interface Converter<Result extends Converted = Converted> {
  /** By the file's name. */
  accepts(name: string): boolean;
  convert(bytes: Uint8Array, name: string): Promise<Result>;
}

/** Why a file cannot be read, in plain words without its name and without a full stop. */
export class FileProblem extends Error {
  override readonly name = 'FileProblem';
}

/** The text of a file. `converted` is null for Markdown. */
export interface FileText<Result extends Converted = Converted> extends Decoded {
  readonly converted: Result | null;
}

export interface Opened<Place, Result extends Converted = Converted> {
  readonly place: Place;
  readonly document: SendDocument;
  readonly converted: Result | null;
}

export interface SourceOptions<Result extends Converted = Converted> {
  readonly converter?: Converter<Result>;
  /** Told when a document that was asked for by `peek` has been read. */
  readonly onRead?: (key: string) => void;
}

/** What was asked while a document was checked. */
export interface Links<Place> {
  /** Every place that was found, by its key. */
  readonly used: ReadonlyMap<string, Place>;
  /** A link led nowhere: the result changes once its target appears. */
  readonly dangling: boolean;
  /** The report of a plan was looked for among the documents around it: the result changes with them. */
  readonly sought: boolean;
}

/** Documents that are kept read. */
const MOST_KEPT = 60;
/** Links of which it is kept whether they lead to a file. */
const MOST_FOUND = 5000;
/** Characters of text that are kept read. */
const MOST_CHARACTERS = 4_000_000;

type Kept<Place, Result extends Converted> = Opened<Place, Result> | { readonly place: Place; readonly problem: string };

export class DocumentSource<Place, Result extends Converted = Converted> {
  /** In the order of use, the last one last. */
  readonly #kept = new Map<string, Kept<Place, Result>>();
  readonly #reading = new Map<string, Promise<Kept<Place, Result>>>();
  /** By place, whether there is a file; a promise while that is being looked up. */
  readonly #found = new Map<string, boolean | Promise<boolean>>();
  #characters = 0;
  /** Counts what was forgotten: what was read before is not kept afterwards. */
  #age = 0;

  constructor(
    readonly files: Files<Place>,
    private readonly options: SourceOptions<Result> = {},
  ) {}

  /** The file that a link of a document leads to; null when it may not be followed. There need not be such a file. */
  resolve(from: Place, link: string): Place | null {
    const root = this.files.rootOf(from);
    if (root === null || link === '' || !isRelativePath(link)) return null;
    const path = resolvePath(this.files.pathOf(from), link);
    if (!pathInside(root, path)) return null;
    const place = this.files.at(from, path);
    return this.files.real ? this.files.real(place, root) : place;
  }

  /** The text of a file, anew. Rejects with a `FileProblem`. */
  async read(place: Place): Promise<FileText<Result>> {
    const { converter } = this.options;
    const bytes = await this.files.read(place);
    const name = fileName(this.files.pathOf(place));
    if (converter?.accepts(name)) {
      try {
        const converted = await converter.convert(bytes, name);
        return { text: converted.markdown, encoding: 'utf-8', bom: false, converted };
      } catch (error) {
        throw new FileProblem(error instanceof Error ? error.message.replace(/\.$/, '') : 'the file cannot be read', { cause: error });
      }
    }
    const decoded = decodeText(bytes);
    if ('problem' in decoded) throw new FileProblem(decoded.problem);
    return { ...decoded, converted: null };
  }

  /** A document; an open one as it stands in its editor. Rejects with a `FileProblem` where it cannot be read. */
  async open(place: Place): Promise<Opened<Place, Result>> {
    const live = this.files.live?.(place);
    if (live) return { place, document: live, converted: null };
    const opened = this.#known(this.files.key(place)) ?? (await this.#read(place));
    if ('problem' in opened) throw new FileProblem(opened.problem);
    return opened;
  }

  /**
   * The document of a file that was read anew; one that is recognised is kept for whoever opens it next. Rejects with a `FileProblem` where
   * it cannot be read, or where its text has more than `most` UTF-16 code units.
   */
  async openAnew(place: Place, most = Infinity): Promise<SendDocument> {
    const key = this.files.key(place);
    const age = this.#age;
    const { text, converted } = await this.read(place);
    if (text.length > most) throw new FileProblem('the file is too large');
    const known = this.#kept.get(key);
    const isSame = known !== undefined && 'document' in known && known.document.text === text;
    const document = isSame ? known.document : await this.openText(place, text);
    if (document.kind !== null && age === this.#age) this.#keep(key, { place, document, converted });
    return document;
  }

  /** A text as the document of a place, of the kind that settings say. `kind` goes before everything else. */
  async openText(place: Place, text: string, kind?: DocumentKind): Promise<SendDocument> {
    const configuredKind = await this.files.configuredKind(place);
    const bodies = await this.files.bodies?.(place);
    return openDocument(text, {
      path: this.files.shown(place),
      ...(kind ? { kind } : {}),
      ...(configuredKind ? { configuredKind } : {}),
      ...(bodies ? { bodies } : {}),
    });
  }

  /** The document that a link leads to; null when there is none that can be read. */
  async linked(from: Place, link: string): Promise<Opened<Place, Result> | null> {
    const place = this.resolve(from, link);
    return place === null ? null : this.open(place).catch(() => null);
  }

  /** What is known of a link's target now. undefined while it is being read, and for a document of whose links nothing can be said. */
  peek(from: Place, link: string): SendDocument | null | undefined {
    if (this.files.rootOf(from) === null) return undefined;
    const place = this.resolve(from, link);
    return place === null ? null : this.#peek(place);
  }

  #peek(place: Place): SendDocument | null | undefined {
    const live = this.files.live?.(place);
    if (live) return live;
    const key = this.files.key(place);
    const known = this.#known(key);
    if (known) return 'problem' in known ? null : known.document;
    if (!this.#reading.has(key)) void this.#read(place).then(() => this.options.onRead?.(key));
    return undefined;
  }

  /** The report that a plan answers without naming it; see `reportFor`. undefined where the host knows no documents around it. */
  async answered(
    from: Place,
    plan: SendDocument,
  ): Promise<{ report: SendDocument | null; among: readonly Opened<Place, Result>[] } | undefined> {
    const places = await this.#candidates(from, plan);
    if (!places) return undefined;
    const among: Opened<Place, Result>[] = [];
    for (const place of places) {
      const opened = await this.open(place).catch(() => null);
      if (opened) among.push(opened);
    }
    return {
      report: reportFor(
        plan,
        among.map(({ document }) => document),
      ),
      among,
    };
  }

  /** What is known now of the report that a plan answers without naming it. `looked`: told of each place that counts. undefined while one is being read. */
  peekAnswered(from: Place, plan: SendDocument, looked: (place: Place) => void): SendDocument | null | undefined {
    const places = this.#candidates(from, plan);
    if (!places || places instanceof Promise) return undefined;
    for (const place of places) looked(place);
    const known = places.map((place) => this.#peek(place));
    return known.includes(undefined)
      ? undefined
      : reportFor(
          plan,
          known.filter((document) => document !== null && document !== undefined),
        );
  }

  #candidates(from: Place, plan: SendDocument): readonly Place[] | undefined | Promise<readonly Place[] | undefined> {
    const area = areaName(plan);
    return area === null || this.files.rootOf(from) === null ? undefined : this.files.reportsAround?.(from, area);
  }

  /** Whether a link leads to a file or folder. undefined while that is being looked up, and where nothing can be said of it. */
  peekExists(from: Place, link: string): boolean | undefined {
    const place = this.#placeOf(from, link);
    if (place === null) return undefined;
    const key = this.files.key(place);
    const known = this.#found.get(key);
    if (typeof known === 'boolean') return known;
    if (!known) {
      if (this.#found.size >= MOST_FOUND) this.#found.clear();
      const looking = Promise.resolve(this.files.exists(place)).then((there) => {
        if (this.#found.get(key) !== looking) return there;
        this.#found.set(key, there);
        this.options.onRead?.(key);
        return there;
      });
      this.#found.set(key, looking);
    }
    return undefined;
  }

  /** The place that a link names inside the root, there or not; null for one outside, of which nothing can be said. */
  #placeOf(from: Place, link: string): Place | null {
    const root = this.files.rootOf(from);
    if (root === null || link === '' || !isRelativePath(link)) return null;
    const path = resolvePath(this.files.pathOf(from), link);
    return pathInside(root, path) === null ? null : this.files.at(from, path);
  }

  /** Runs something that looks at linked documents; again where these had to be read first. */
  async withLinks<T>(
    from: Place,
    text: string,
    run: (
      lookup: (link: string) => SendDocument | null,
      exists: (link: string) => boolean | undefined,
      answered: (plan: SendDocument) => SendDocument | null | undefined,
    ) => T | Promise<T>,
  ): Promise<{ value: T; links: Links<Place> }> {
    const found = new Map<string, Opened<Place, Result> | null>();
    const used = new Map<string, Place>();
    const there = new Map<string, boolean | undefined>();
    const follow = async (link: string): Promise<void> => {
      const place = this.resolve(from, link);
      const opened = place === null ? null : await this.open(place).catch(() => null);
      if (opened) used.set(this.files.key(opened.place), opened.place);
      found.set(link, opened);
    };
    const named = readFrontMatter(text).frontMatter.data.respondsTo;
    if (named !== undefined) await follow(named);
    /** One document is checked, if more than once: what it answers stays the same. */
    const search: { plan: SendDocument | null; ended: boolean; report: SendDocument | null | undefined } = {
      plan: null,
      ended: false,
      report: undefined,
    };
    for (;;) {
      const asked = new Set<string>();
      const missing = new Set<string>();
      const lookup = (link: string): SendDocument | null => {
        const opened = found.get(link);
        if (opened === undefined) asked.add(link);
        return opened?.document ?? null;
      };
      const exists = (link: string): boolean | undefined => {
        if (!there.has(link)) missing.add(link);
        return there.get(link);
      };
      const answered = (plan: SendDocument): SendDocument | null | undefined => {
        if (!search.ended) search.plan = plan;
        return search.report;
      };
      const value = await run(lookup, exists, answered);
      if (asked.size + missing.size === 0 && search.plan === null)
        return {
          value,
          links: { used, dangling: [...found.values()].includes(null) || [...there.values()].includes(false), sought: search.ended },
        };
      if (search.plan) {
        const around = await this.answered(from, search.plan);
        for (const opened of around?.among ?? []) used.set(this.files.key(opened.place), opened.place);
        Object.assign(search, { plan: null, ended: true, report: around?.report });
      }
      for (const link of asked) await follow(link);
      for (const link of missing) {
        const place = this.#placeOf(from, link);
        there.set(link, place === null ? undefined : await this.files.exists(place));
      }
    }
  }

  /** What changed is read anew when it is next asked for. Tells whether anything was known of it. */
  forget(place: Place): boolean {
    return this.#drop((key) => key === this.files.key(place));
  }

  /** Forgets a file, or everything in a folder: one that was renamed or deleted. */
  forgetBelow(place: Place): boolean {
    const gone = this.files.pathOf(place);
    return this.#drop((key, kept) => key === this.files.key(place) || pathInside(gone, this.files.pathOf(kept)) !== null);
  }

  /** Forgets everything: settings changed. */
  clear(): void {
    this.#drop(() => true);
  }

  #drop(chosen: (key: string, place: Place) => boolean): boolean {
    this.#age++;
    this.#found.clear();
    // What is being read may already be of the past.
    this.#reading.clear();
    let any = false;
    for (const [key, kept] of this.#kept) {
      if (!chosen(key, kept.place)) continue;
      this.#remove(key);
      any = true;
    }
    return any;
  }

  #known(key: string): Kept<Place, Result> | undefined {
    const kept = this.#kept.get(key);
    if (kept) {
      this.#kept.delete(key);
      this.#kept.set(key, kept);
    }
    return kept;
  }

  #read(place: Place): Promise<Kept<Place, Result>> {
    const key = this.files.key(place);
    const running = this.#reading.get(key);
    if (running) return running;
    const age = this.#age;
    const reading = this.#open(place).then((kept) => {
      if (this.#reading.get(key) === reading) this.#reading.delete(key);
      if (age === this.#age) this.#keep(key, kept);
      return kept;
    });
    this.#reading.set(key, reading);
    return reading;
  }

  async #open(place: Place): Promise<Kept<Place, Result>> {
    try {
      const { text, converted } = await this.read(place);
      return { place, document: await this.openText(place, text), converted };
    } catch (error) {
      return { place, problem: error instanceof FileProblem ? error.message : 'the file cannot be read' };
    }
  }

  #keep(key: string, kept: Kept<Place, Result>): void {
    this.#remove(key);
    this.#kept.set(key, kept);
    this.#characters += sizeOf(kept);
    for (const oldest of this.#kept.keys()) {
      if (oldest === key || (this.#kept.size <= MOST_KEPT && this.#characters <= MOST_CHARACTERS)) break;
      this.#remove(oldest);
    }
  }

  #remove(key: string): void {
    const kept = this.#kept.get(key);
    if (!kept) return;
    this.#characters -= sizeOf(kept);
    this.#kept.delete(key);
  }
}

const sizeOf = <Place, Result extends Converted>(kept: Kept<Place, Result>): number => ('problem' in kept ? 0 : kept.document.text.length);
