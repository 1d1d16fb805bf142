import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import type { DocumentKind } from '../framework/types.js';
import { cacheFolder, KeptFolder } from './cache-folder.js';
import type { CheckedFile, CheckInput, CheckSetup, FileResult } from './checker.js';
import { VERSION } from './version.js';

/* Results by the content that they were made from, one small file each, in the user's cache folder. */

const MOST_FILES = 4000;

const hash = (text: string | Uint8Array): string => createHash('sha256').update(text).digest('base64url');

declare const BUILD_ID: string | undefined;
const build = typeof BUILD_ID === 'string' ? BUILD_ID : null;

export function cacheKey({ path, absolute, text, settings, configuredKind, places }: CheckInput, setup: CheckSetup): string {
  return hash(
    JSON.stringify([
      VERSION,
      build,
      path,
      absolute,
      setup.today,
      setup.kind ?? null,
      settings,
      configuredKind ?? null,
      hash(text),
      places ? hash(JSON.stringify(places)) : null,
    ]),
  );
}

interface Entry {
  readonly result: FileResult;
  /** Linked documents with the hash of what they held and of what settings said of their kind. */
  readonly linked: readonly (readonly [string, string])[];
  /** Of the reports around the file, where the result depends on them. */
  readonly around: string | null;
}

export class ResultCache {
  private constructor(
    private readonly folder: KeptFolder,
    private readonly kindOf: (path: string) => DocumentKind | undefined,
  ) {}

  /** null where results cannot be told apart by build, or nothing can be kept safely: then everything is checked anew. */
  static open(kindOf: (path: string) => DocumentKind | undefined): ResultCache | null {
    const path = build === null ? null : cacheFolder('results');
    const folder = path === null ? null : KeptFolder.open(path, { create: true });
    return folder && new ResultCache(folder, kindOf);
  }

  /** `around`: of the reports around the file now. */
  get(key: string, around: () => string): FileResult | null {
    try {
      const kept = this.folder.read(this.folder.nameFor(key));
      if (!kept) return null;
      const entry = JSON.parse(kept.content.toString('utf8')) as Entry;
      const isSame =
        (entry.around === null || entry.around === around()) &&
        entry.linked.every(([path, content]) => existsSync(path) && this.#hashOf(path) === content);
      return isSame ? entry.result : null;
    } catch {
      return null;
    }
  }

  #hashOf(path: string): string {
    return hash(`${this.kindOf(path) ?? ''}\n${hash(readFileSync(path))}`);
  }

  /** Nothing is kept where a link led nowhere. */
  set(key: string, { result, linked, around }: CheckedFile): void {
    if (linked === null) return;
    try {
      const entry: Entry = { result, around, linked: linked.map((path) => [path, this.#hashOf(path)]) };
      this.folder.write(this.folder.nameFor(key), Buffer.from(JSON.stringify(entry)));
    } catch {
      // It is checked anew next time.
    }
  }

  /** Keeps the folder bounded: the oldest results go first. */
  close(): void {
    this.folder.tidy(MOST_FILES, MOST_FILES / 2);
  }
}
