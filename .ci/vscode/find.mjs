// Which VS Code the tests run in: the desktop's, where it can be downloaded (or is named), else the server.
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setTimeout as wait } from 'node:timers/promises';
import { downloadAndUnzipVSCode } from '@vscode/test-electron';

const VERSION = '1.139.1';
const LAUNCH = join(dirname(fileURLToPath(import.meta.url)), 'launch');

/** A desktop program needs a screen; without one it is only of use where a virtual one can be made. */
const hasScreen = () => process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);

async function downloadsWork() {
  try {
    const response = await Promise.race([
      fetch('https://update.code.visualstudio.com/api/releases/stable'),
      wait(8000, null, { ref: false }),
    ]);
    return response?.ok === true && Array.isArray(await response.json());
  } catch {
    return false;
  }
}

/**
 * `AREA_SEND_VSCODE` chooses: `server`, `desktop`, or the path of a `code` executable.
 * Returns the executable and a name for people.
 */
export async function findVSCode() {
  const chosen = process.env.AREA_SEND_VSCODE;
  if (chosen && chosen !== 'server' && chosen !== 'desktop') return { executable: chosen, name: chosen, desktop: true };
  if (chosen === 'desktop' || (chosen !== 'server' && hasScreen() && (await downloadsWork()))) {
    return { executable: await downloadAndUnzipVSCode({ version: VERSION }), name: `desktop VS Code ${VERSION}`, desktop: true };
  }
  return { executable: LAUNCH, name: 'VS Code server in a browser', desktop: false };
}

/** A desktop VS Code that is installed, for `npm start`; null when there is none. */
export function installedCode() {
  if (!hasScreen()) return null;
  const { status } = spawnSync('code', ['--version'], { stdio: 'ignore', shell: process.platform === 'win32' });
  return status === 0 ? 'code' : null;
}
