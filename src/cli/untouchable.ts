import { realpathSync, statSync } from 'node:fs';
import { dirname, sep } from 'node:path';
import type { Workspace } from './workspace.js';

/** Whether a file lies, after links are followed, in the folder that it was named in or in its repository. */
function isInside(path: string, { source }: Workspace): boolean {
  const real = realpathSync(path);
  return [dirname(path), source.files.rootOf(path)!].some((folder) => real.startsWith(`${realpathSync(folder)}${sep}`));
}

/** Why a file must stay as it is; null where it may be changed. */
export function untouchable(path: string, workspace: Workspace): string | null {
  const { mode, nlink } = statSync(path);
  // A file is replaced as a whole, which its own mode would not stop.
  if ((mode & 0o222) === 0) return 'the file is read-only; nothing was changed';
  if (!isInside(path, workspace)) return 'this is a link to a file in another folder; nothing was changed. Name that file to mend it';
  if (nlink > 1) return 'the file has a second name (a hard link), which would keep the old text; nothing was changed. Mend a copy of it';
  return null;
}
