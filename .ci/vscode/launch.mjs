// Stands in for the `code` command: opens a folder in the VS Code server with an extension under development,
// runs its tests when they are named, prints what they print, and ends with their result.
import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { openPage, runServerCommand, startServer } from './server.mjs';

const TEST_TIMEOUT_MS = Number(process.env.AREA_SEND_TEST_TIMEOUT_MS ?? 8 * 60_000);

function readArguments(args) {
  const options = { development: [], tests: null, userDataDir: null, extensionsDir: null, install: [], kind: null, opened: null };
  const take = {
    extensionDevelopmentPath: (value) => options.development.push(resolve(value)),
    extensionDevelopmentKind: (value) => (options.kind = value),
    extensionTestsPath: (value) => (options.tests = resolve(value)),
    'user-data-dir': (value) => (options.userDataDir = value),
    'extensions-dir': (value) => (options.extensionsDir = value),
    'install-extension': (value) => options.install.push(value),
  };
  for (let index = 0; index < args.length; index++) {
    const [, name, value] = /^--([\w-]+)(?:=(.*))?$/s.exec(args[index]) ?? [];
    if (name && Object.hasOwn(take, name)) take[name](value ?? args[++index]);
    else if (!name) options.opened = resolve(args[index]);
    // Switches of the desktop window mean nothing to a server.
  }
  return options;
}

/** What the workbench says of its own parts that have nothing to do here. */
const NOISE =
  /^Request textDocument\/|^\[(?:AgentHost|ChatModelSelection|AccountPolicyGate|reconnection-grace-time|Service Worker)\b|additional builtin extensions|authentication provider 'github'|\(Error: File not modified since\)|^Creation of workbench contribution|^\[remote-connection\]|^Extension host \([^)]*\) is (?:un)?responsive|^(?:Creating a socket|Resolv(?:ing|ed) connection token)/;

/** What the window says of this extension's views: that an entry was drawn which is no longer there. */
const COMPLAINT = /\[areaSend\.\w+\]/;
const complaints = [];

const options = readArguments(process.argv.slice(2));
const temporary = () => mkdtempSync(join(tmpdir(), 'area-send-vscode-'));
const userDataDir = options.userDataDir ?? temporary();
const extensionsDir = options.extensionsDir ?? temporary();

if (options.install.length > 0) {
  process.exit(
    await runServerCommand({
      userDataDir,
      extensionsDir,
      args: options.install.flatMap((name) => ['--install-extension', name, '--force']),
    }),
  );
}
if (!options.tests) {
  console.error('launch: name the tests with --extensionTestsPath, or install with --install-extension.');
  process.exit(2);
}

if (options.kind === 'web') {
  // With a server, the browser's extension host is chosen by a setting.
  const file = join(userDataDir, 'User', 'settings.json');
  const settings = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  const ids = options.development
    .map((path) => JSON.parse(readFileSync(join(path, 'package.json'), 'utf8')))
    .map(({ publisher, name }) => `${publisher}.${name}`);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify({ ...settings, 'remote.extensionKind': Object.fromEntries(ids.map((id) => [id, ['web']])) }));
}

const server = await startServer({ userDataDir, extensionsDir });
const { page, close } = await openPage();

const result = await new Promise((settle) => {
  const timer = setTimeout(() => {
    console.error(`The tests did not end in ${TEST_TIMEOUT_MS / 1000} s.`);
    settle(1);
  }, TEST_TIMEOUT_MS);
  const end = (code) => {
    clearTimeout(timer);
    settle(code);
  };
  page.on('crash', () => {
    console.error('The browser’s page crashed.');
    end(1);
  });
  // Errors of the browser's extension host are written nowhere else.
  page.on('console', (message) => {
    if (message.type() === 'error' && /area-send-drafting/i.test(message.text())) console.error(`[browser] ${message.text()}`);
  });
  (async () => {
    await page.exposeFunction('codeAutomationLog', (type, args) => {
      if (COMPLAINT.test(String(args[0]))) complaints.push(String(args[0]).split('\n')[0]);
      if (!NOISE.test(String(args[0]).trimStart())) (type === 'error' ? console.error : console.log)(...args);
    });
    await page.exposeFunction('codeAutomationExit', (code) => end(code));
    const payload = [
      ...options.development.map((path) => ['extensionDevelopmentPath', server.uri(path)]),
      ['extensionTestsPath', server.uri(options.tests)],
      ['skipWelcome', 'true'],
    ];
    await page.goto(server.address(options.opened, payload));
  })().catch((error) => {
    console.error(error);
    end(1);
  });
});

await close().catch(() => {});
server.stop();
if (complaints.length > 0) console.error(`The window complained of the extension:\n${complaints.join('\n')}`);
process.exit(complaints.length > 0 ? 1 : result);
