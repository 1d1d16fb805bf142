import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';

/** A folder in the user's cache folder, which need not exist yet; null where the user has none. */
export function cacheFolder(name: string): string | null {
  // What is no absolute path would be a folder among the user’s documents.
  const base = [process.env.XDG_CACHE_HOME, process.platform === 'win32' ? process.env.LOCALAPPDATA : undefined, homeCache()].find((path) => path !== undefined && isAbsolute(path));
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
