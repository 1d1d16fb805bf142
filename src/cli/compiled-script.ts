import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename } from 'node:path';
import { pathToFileURL } from 'node:url';
import { cachedDataVersionTag } from 'node:v8';
import { Script } from 'node:vm';
import { KeptFolder } from './cache-folder.js';

/*
 * A command that reads one report takes longer to be compiled than to run. What V8 compiled is kept for the next run, with the functions
 * that were called: Node's own cache is written before they are, and Node 20 has none.
 * V8 believes what it is given, so nobody but the user may have written it: see cache-folder.ts.
 */

const DAY = 24 * 60 * 60 * 1000;
/** Two scripts, for a few versions of Node and of this tool. */
const MOST_FILES = 8;

export interface LoadedScript<Exports> {
  readonly exports: Exports;
  /** V8 took over what was kept. */
  readonly fromCache: boolean;
  /** Keeps the code that has been compiled by now. Once a day is enough: other documents call other functions. */
  readonly keep: () => void;
}

/**
 * Runs a CommonJS script, which finds its own address in `scriptUrl`. `folder` is where its compiled code is kept; the script's name, or
 * the `build` that it is of, must change with its content. Without a folder, or with one that cannot be read or written, it is compiled
 * each time.
 */
export function loadScript<Exports>(path: string, folder: string | null, build = ''): LoadedScript<Exports> {
  const name = `${basename(path)}-${build}${process.version}-${process.arch}-${cachedDataVersionTag()}`;
  const known = folder === null ? null : (KeptFolder.open(folder, { create: false })?.read(name) ?? null);
  const source = `(function (module, require, scriptUrl) {${readFileSync(path, 'utf8')}\n})`;
  const script = new Script(source, { filename: path, ...(known ? { cachedData: known.content } : {}) });
  /** When the code that V8 took over was written; that code itself is done with. */
  const written = known && script.cachedDataRejected === false ? known.written : null;
  const module = { exports: {} as Exports };
  (script.runInThisContext() as (module: { exports: Exports }, require: NodeJS.Require, url: string) => void)(
    module,
    createRequire(path),
    pathToFileURL(path).href,
  );
  return {
    exports: module.exports,
    fromCache: written !== null,
    keep: () => {
      if (folder === null || (written !== null && Date.now() - written < DAY)) return;
      const kept = KeptFolder.open(folder, { create: true });
      kept?.write(name, script.createCachedData());
      // What earlier versions left goes.
      kept?.tidy(MOST_FILES);
    },
  };
}
