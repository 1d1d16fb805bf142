import type { ImportPlace } from '../convert/import/types.js';
import { maskOf } from '../check/index.js';
import type { SendDocument } from '../document/index.js';
import { placeNamer, placeText, type OriginalPlace } from './original-place.js';

/** Says where a line of a document stands: of Markdown by its number, of a converted file by its place in the original. */
export interface LineNamer {
  /** Null for Markdown, whose lines are those of the file. */
  placeOf(line: number): OriginalPlace | null;
}

const IN_MARKDOWN: LineNamer = { placeOf: () => null };

/** “line 12”, or “page 3, under “Inspection outcome””; what stands there is told beside it. */
export function lineText(namer: LineNamer, line: number): string {
  const place = namer.placeOf(line);
  return place ? placeText(place) : `line ${line}`;
}

/** “report.md:12”, or “report.pdf, page 3, under “Inspection outcome”: “Inspection dates: 9 to 13 February””. */
export function pathText(path: string, namer: LineNamer, line: number): string {
  const place = namer.placeOf(line);
  if (!place) return `${path}:${line}`;
  return `${path}, ${placeText(place)}${place.words === '' ? '' : `: “${place.words}”`}`;
}

/** What is known of the files that were converted while a command runs. */
export class Originals {
  /** By the Markdown that was made of them: a document knows its text, whoever opened it. */
  readonly #places = new Map<string, readonly ImportPlace[]>();
  /** By the path that is shown. */
  readonly #namers = new Map<string, LineNamer>();

  converted(markdown: string, places: readonly ImportPlace[]): void {
    this.#places.set(markdown, places);
  }

  /** How the lines of a document are told; also to be had by its path from now on. */
  of(document: SendDocument): LineNamer {
    const places = this.#places.get(document.text);
    if (!places) return IN_MARKDOWN;
    const name = placeNamer(document.text, places, maskOf(document));
    const namer: LineNamer = {
      placeOf: (line) => name(document.lineStart(line), document.lineStart(line + 1)),
    };
    this.#namers.set(document.path ?? '', namer);
    return namer;
  }

  /** Those of a document that was asked for before. */
  at(path: string | null | undefined): LineNamer {
    return this.#namers.get(path ?? '') ?? IN_MARKDOWN;
  }

  /**
   * The same data, with the place in the original beside each line of a converted file. What an object says of lines is said of the file that
   * it names as its `path` or `plan`, else of that of the object around it.
   */
  beside<Data>(data: Data, path: string | null): Data {
    const visit = (value: unknown, outer: string | null): unknown => {
      if (Array.isArray(value)) return value.map((one: unknown) => visit(one, outer));
      if (typeof value !== 'object' || value === null) return value;
      const record = value as Record<string, unknown>;
      const own = [record['path'], record['plan']].find((name): name is string => typeof name === 'string') ?? outer;
      const result = Object.fromEntries(Object.entries(record).map(([key, one]) => [key, visit(one, own)]));
      const original = typeof record['line'] === 'number' ? this.at(own).placeOf(record['line']) : null;
      return original ? { ...result, original } : result;
    };
    return this.#namers.size === 0 ? data : (visit(data, path) as Data);
  }
}
