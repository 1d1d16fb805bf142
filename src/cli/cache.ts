import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DocumentKind } from '../framework/types.js';
import { cacheFolder, keepNewest, writeKept } from './cache-folder.js';
import type { CheckInput, CheckSetup, FileResult } from './checker.js';
import { VERSION } from './version.js';

/*
 * Results by the content that they were made from, one small file each, in the user's cache folder.
 * A file is written under another name and renamed, so a process that is killed leaves nothing half-written. It begins with a sum
 * of its name and content: what was changed by anything else is not believed.
 */

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
}

export class ResultCache {
  private constructor(
    private readonly folder: string,
    private readonly kindOf: (path: string) => DocumentKind | undefined,
  ) {}

  /** null where results cannot be told apart by build, or the folder cannot be made: then everything is checked anew. */
  static open(kindOf: (path: string) => DocumentKind | undefined): ResultCache | null {
    if (build === null) return null;
    try {
      const folder = cacheFolder('results');
      if (folder === null) return null;
      mkdirSync(folder, { recursive: true });
      return new ResultCache(folder, kindOf);
    } catch {
      return null;
    }
  }

  get(key: string): FileResult | null {
    try {
      const content = readFileSync(join(this.folder, key), 'utf8');
      const sum = content.slice(0, content.indexOf('\n'));
      const body = content.slice(sum.length + 1);
      if (sum !== hash(key + body)) return null;
      const entry = JSON.parse(body) as Entry;
      return entry.linked.every(([path, content]) => existsSync(path) && this.#hashOf(path) === content) ? entry.result : null;
    } catch {
      return null;
    }
  }

  #hashOf(path: string): string {
    return hash(`${this.kindOf(path) ?? ''}\n${hash(readFileSync(path))}`);
  }

  /** `linked`: the absolute paths that the result depends on besides its own text; all of them must exist. */
  set(key: string, result: FileResult, linked: readonly string[]): void {
    try {
      const entry: Entry = { result, linked: linked.map((path) => [path, this.#hashOf(path)]) };
      const body = JSON.stringify(entry);
      writeKept(this.folder, key, `${hash(key + body)}\n${body}`);
    } catch {
      // It is checked anew next time.
    }
  }

  /** Keeps the folder bounded: the oldest results go first. */
  close(): void {
    try {
      if (readdirSync(this.folder).length > MOST_FILES) keepNewest(this.folder, MOST_FILES / 2);
    } catch {
      // Another process may be tidying up too.
    }
  }
}
