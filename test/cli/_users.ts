import { chownSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const NOBODY = 65534;

/** Gives a file to a user who is not the one of this process; false where the machine does not let it, as for other users than root or in a container that knows no others. */
export function giveAway(path: string): boolean {
  if (process.getuid?.() !== 0) return false;
  try {
    chownSync(path, NOBODY, NOBODY);
    return true;
  } catch {
    return false;
  }
}

/** Whether files can be given away here. */
export function canGiveAway(): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'area-send-'));
  try {
    return giveAway(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
