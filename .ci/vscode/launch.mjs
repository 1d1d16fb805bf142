// Stands in for the `code` command: opens a folder in the VS Code server with an extension under development,
// runs its tests when they are named, prints what they print, and ends with their result.
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { openPage, runServerCommand, startServer } from './server.mjs';

const TEST_TIMEOUT_MS = Number(process.env.AREA_SEND_TEST_TIMEOUT_MS ?? 8 * 60_000);

function readArguments(args) {
  const options = { development: [], tests: null, userDataDir: null, extensionsDir: null, install: [], opened: null };
  const take = { extensionDevelopmentPath: (value) => options.development.push(value), extensionTestsPath: (value) => (options.tests = value), 'user-data-dir': (value) => (options.userDataDir = value), 'extensions-dir': (value) => (options.extensionsDir = value), 'install-extension': (value) => options.install.push(value) };
  for (let index = 0; index < args.length; index++) {
    const [, name, value] = /^--([\w-]+)(?:=(.*))?$/s.exec(args[index]) ?? [];
    if (name && Object.hasOwn(take, name)) take[name](value ?? args[++index]);
    else if (!name) options.opened = resolve(args[index]);
    // Switches of the desktop window mean nothing to a server.
  }
  return options;
}

const options = readArguments(process.argv.slice(2));
const temporary = () => mkdtempSync(join(tmpdir(), 'area-send-vscode-'));
const userDataDir = options.userDataDir ?? temporary();
const extensionsDir = options.extensionsDir ?? temporary();

if (options.install.length > 0) {
  process.exit(await runServerCommand({ userDataDir, extensionsDir, args: options.install.flatMap((name) => ['--install-extension', name, '--force']) }));
}
if (!options.tests) {
  console.error('launch: name the tests with --extensionTestsPath, or install with --install-extension.');
  process.exit(2);
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
    if (message.type() === 'error' && /area-send/i.test(`${message.text()} ${message.location().url}`)) console.error(`[browser] ${message.text()}`);
  });
  (async () => {
    await page.exposeFunction('codeAutomationLog', (type, args) => (type === 'error' ? console.error(...args) : console.log(...args)));
    await page.exposeFunction('codeAutomationExit', (code) => end(code));
    const payload = [
      ...options.development.map((path) => ['extensionDevelopmentPath', server.uri(resolve(path))]),
      ['extensionTestsPath', server.uri(resolve(options.tests))],
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
process.exit(result);
