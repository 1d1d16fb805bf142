import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { OPENING_LENGTH } from '../framework/kinds.js';
import { decodeText } from '../workspace/decode.js';
import { markdownIn } from './files.js';

/** Files and folders that are looked at for reports. A home folder has more, and is no place where a plan lies beside its report. */
const MOST_ENTRIES = 20_000;
/** In bytes: no report is larger. */
const MOST_BYTES = 2_000_000;

interface Candidate {
  readonly path: string;
  /** In lower case. */
  readonly opening: string;
}

/** The files of a folder that may be inspection reports, by how they begin. Each folder is looked through once. */
export class ReportsAround {
  readonly #folders = new Map<string, readonly Candidate[] | null>();

  constructor(private readonly cwd: string) {}

  /** Absolute paths of those that may be about a local area; undefined where the folder holds too much to be looked through. */
  on(folder: string, area: string): readonly string[] | undefined {
    const word = area
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u)
      .reduce((longest, next) => (next.length > longest.length ? next : longest), '');
    return this.#in(folder)?.flatMap(({ path, opening }) => (opening.includes(word) ? [path] : []));
  }

  /** Differs when a report came, went or begins in another way. */
  stamp(folder: string): string {
    return createHash('sha256')
      .update(JSON.stringify(this.#in(folder)))
      .digest('base64url');
  }

  #in(folder: string): readonly Candidate[] | null {
    let known = this.#folders.get(folder);
    if (known === undefined)
      this.#folders.set(folder, (known = markdownIn(folder, this.cwd, MOST_ENTRIES)?.flatMap((path) => candidate(path)) ?? null));
    return known;
  }
}

function candidate(path: string): Candidate[] {
  try {
    if (statSync(path).size > MOST_BYTES) return [];
    const decoded = decodeText(readFileSync(path));
    if ('problem' in decoded) return [];
    const opening = decoded.text.slice(0, OPENING_LENGTH).toLowerCase();
    return opening.includes('inspection') ? [{ path, opening }] : [];
  } catch {
    return [];
  }
}
