// Opens a real VS Code with the extension and the examples: the desktop's where there is one, else the server's workbench on this machine.
// `npm start`, optionally with a folder. `-- --port 8123` chooses the port of the server.
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { installedCode } from './find.mjs';

const args = process.argv.slice(2);
const portAt = args.indexOf('--port');
const port = portAt < 0 ? 8123 : Number(args.splice(portAt, 2)[1]);
const folder = resolve(args[0] ?? 'examples');
const extension = resolve('out/extension');

for (const script of [['tools/generate/sources.mjs'], ['esbuild.mjs', '--stage=out/extension']]) {
  const { status } = spawnSync(process.execPath, script, { stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}

const code = installedCode();
if (code) {
  spawn(code, ['--new-window', `--extensionDevelopmentPath=${extension}`, folder], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
} else {
  const { startServer } = await import('./server.mjs');
  const data = mkdtempSync(join(tmpdir(), 'area-send-start-'));
  const server = await startServer({
    userDataDir: join(data, 'user-data'),
    extensionsDir: join(data, 'extensions'),
    port,
    trust: true,
    smoke: false,
  });
  console.log(
    `Open this address in a browser. Ctrl+C ends it.\n\n  ${server.address(folder, [
      ['extensionDevelopmentPath', server.uri(extension)],
      ['skipWelcome', 'true'],
    ])}\n`,
  );
  setInterval(() => undefined, 1 << 30);
}
