import { readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';

/** A folder in the user's cache folder, which need not exist yet; null where the user has none. */
export function cacheFolder(name: string): string | null {
  // What is no absolute path would be a folder among the user’s documents.
  const base = [process.env.XDG_CACHE_HOME, process.platform === 'win32' ? process.env.LOCALAPPDATA : undefined, homeCache()].find(
    (path) => path !== undefined && isAbsolute(path),
  );
  return base === undefined ? null : join(base, 'area-send-drafting', name);
}

/** In a container the user may be a mere number, without a home. */
function homeCache(): string | undefined {
  try {
    return join(homedir(), '.cache');
  } catch {
    return undefined;
  }
}

/** Writes a file under another name and renames it, so that no process reads half of one and none that is killed leaves it. Throws where that cannot be done. */
export function writeKept(folder: string, name: string, content: string | Uint8Array): void {
  const temporary = join(folder, `.${name}.${process.pid}`);
  try {
    writeFileSync(temporary, content);
    renameSync(temporary, join(folder, name));
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

/** Removes the oldest files of a folder but for so many. Throws where another process is tidying up too. */
export function keepNewest(folder: string, count: number): void {
  const byAge = readdirSync(folder)
    .map((name) => ({ name, time: statSync(join(folder, name)).mtimeMs }))
    .sort((a, b) => b.time - a.time);
  for (const { name } of byAge.slice(count)) rmSync(join(folder, name), { force: true });
}
