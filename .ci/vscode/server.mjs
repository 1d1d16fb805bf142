// Starts the VS Code server and opens its workbench in a browser, for tests and for `npm start`.
import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { cleanEnvironment, ensureBrowser, ensureServer } from './install.mjs';

const BROWSER_FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
];

const START_TIMEOUT_MS = 60_000;

/** Runs the server's command line once, for example to install an extension. Resolves to its exit code. */
export async function runServerCommand({ userDataDir, extensionsDir, args }) {
  const { node, entry } = await ensureServer();
  const child = spawn(node, [entry, '--user-data-dir', userDataDir, '--extensions-dir', extensionsDir, ...args], {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: cleanEnvironment({ EXTENSIONS_GALLERY: '{}' }),
  });
  return new Promise((resolve, reject) => child.on('error', reject).on('close', (code) => resolve(code ?? 1)));
}

/**
 * A server on a free port of the loopback address, with its own user data and extensions.
 * `port` fixes the port. `stop` ends it and everything that it started.
 */
export async function startServer({ userDataDir, extensionsDir, port = 0, env = {}, trust = false, smoke = true, output = null }) {
  const { node, entry } = await ensureServer();
  mkdirSync(userDataDir, { recursive: true });
  mkdirSync(extensionsDir, { recursive: true });
  const config = join(userDataDir, 'server.yaml');
  writeFileSync(config, 'auth: none\n');
  const args = [
    entry,
    '--config',
    config,
    '--auth',
    'none',
    '--bind-addr',
    `127.0.0.1:${port}`,
    '--user-data-dir',
    userDataDir,
    '--extensions-dir',
    extensionsDir,
    '--session-socket',
    join(userDataDir, 'session.sock'),
    '--disable-telemetry',
    '--disable-update-check',
    ...(trust ? [] : ['--disable-workspace-trust']),
    '--disable-getting-started-override',
    '--disable-proxy',
    '--ignore-last-opened',
    // Lets tests read what terminals and editors show.
    ...(smoke ? ['--vscode-option', 'enable-smoke-test-driver'] : []),
  ];
  const child = spawn(node, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
    env: cleanEnvironment({ EXTENSIONS_GALLERY: '{}', ...env }),
  });
  const stop = () => {
    try {
      process.kill(-child.pid, 'SIGTERM');
    } catch {
      // It has already ended.
    }
  };
  process.once('exit', stop);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => process.exit(130));
  const listening = await new Promise((resolve, reject) => {
    let seen = '';
    const timer = setTimeout(
      () => reject(new Error(`The VS Code server did not start in ${START_TIMEOUT_MS / 1000} s:\n${seen}`)),
      START_TIMEOUT_MS,
    );
    const read = (chunk) => {
      if (output) output.write(chunk);
      if (seen.length < 20_000) seen += chunk;
      const found = /HTTP server listening on http:\/\/[\d.]+:(\d+)/.exec(seen);
      if (found) {
        clearTimeout(timer);
        resolve(Number(found[1]));
      }
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.on('exit', (code) => {
      clearTimeout(timer);
      reject(new Error(`The VS Code server ended with ${code}:\n${seen}`));
    });
  }).catch((error) => {
    stop();
    throw error;
  });
  const authority = `127.0.0.1:${listening}`;
  return {
    authority,
    /** Address of the workbench with a folder or workspace file open and the given start-up options. */
    address(opened, payload = []) {
      const url = new URL(`http://${authority}/`);
      if (opened) url.searchParams.set(opened.endsWith('.code-workspace') ? 'workspace' : 'folder', opened);
      if (payload.length > 0) url.searchParams.set('payload', JSON.stringify(payload));
      return url.href;
    },
    uri: (path) => `vscode-remote://${authority}${path}`,
    stop,
  };
}

/** A page in a fresh browser. `close` ends the browser. With `scale` 2, pictures have twice as many points. */
export async function openPage({ width = 1360, height = 900, colorScheme = 'light', scale = 1 } = {}) {
  const browser = await chromium.launch({ executablePath: await ensureBrowser(), args: BROWSER_FLAGS, headless: true });
  const context = await browser.newContext({
    viewport: { width, height },
    deviceScaleFactor: scale,
    colorScheme,
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  // The workbench is large, and the machine may be busy.
  context.setDefaultNavigationTimeout(120_000);
  const page = await context.newPage();
  return { page, close: () => browser.close() };
}
