// Other Markdown linters, installed into the user's cache folder, outside the checkout.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const PEERS = {
  'markdownlint-cli2': '0.24.1',
  markdownlint: '0.42.1',
  remark: '15.0.1',
  'remark-cli': '12.0.1',
  'remark-gfm': '4.0.1',
  'remark-frontmatter': '5.0.0',
  'remark-preset-lint-recommended': '7.0.1',
  'remark-preset-lint-consistent': '6.0.1',
  'remark-preset-lint-markdown-style-guide': '6.0.1',
  rumdl: '0.2.75',
};
const PLUGINS = ['gfm', 'frontmatter', 'preset-lint-recommended', 'preset-lint-consistent', 'preset-lint-markdown-style-guide'];
/** Milliseconds. */
const INSTALL_LIMIT = 180_000;
const PROCESS_LIMIT = 120_000;

/** Null where they cannot be had. */
export async function loadPeers() {
  try {
    return await load();
  } catch (error) {
    console.error(`Measured without the other linters: ${error.message}`);
    return null;
  }
}

async function load() {
  const folder = join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'area-send-drafting', 'bench-peers');
  const installed = (name) => join(folder, 'node_modules', name);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true, dependencies: PEERS }));
  if (!Object.keys(PEERS).every((name) => existsSync(installed(name)))) {
    console.error('Installing the other linters …');
    const { status } = spawnSync('npm', ['install', '--no-audit', '--no-fund', '--fetch-timeout=30000', '--fetch-retries=1'], {
      cwd: folder,
      stdio: ['ignore', 'ignore', 'inherit'],
      timeout: INSTALL_LIMIT,
      killSignal: 'SIGKILL',
      shell: process.platform === 'win32',
    });
    if (status !== 0) throw new Error('they could not be installed');
  }
  const require = createRequire(join(folder, 'package.json'));
  const esm = (name) => import(pathToFileURL(join(installed(name), 'index.js')).href);
  const { lint } = await import(pathToFileURL(installed('markdownlint/lib/exports-sync.mjs')).href).catch(
    () => import(pathToFileURL(require.resolve('markdownlint/sync')).href),
  );
  const { VFile } = await esm('vfile');
  const { remark } = await esm('remark');
  const processor = remark();
  for (const plugin of PLUGINS) processor.use((await esm(`remark-${plugin}`)).default);
  processor.freeze();
  const linters = {
    markdownlint: (text) => lint({ strings: { text } }),
    // Without a file some of its rules never end.
    remark: (text) => {
      const file = new VFile({ value: text, path: 'a.md' });
      return processor.runSync(processor.parse(file), file);
    },
  };
  const bin = (command) => join(folder, 'node_modules/.bin', command);
  return {
    /** How long they take for a whole text, beside `own` milliseconds. */
    compare: (text, own, tell) =>
      Object.entries(linters).map(([name, check]) => {
        const time = least(5, () => check(text));
        return `${name} ${tell(time)}, ${(time / own).toFixed(0)} times as long`;
      }),
    /** Name and milliseconds of each by command on a folder. */
    commands: (cwd) =>
      [
        ['55 reports by markdownlint-cli2', 'markdownlint-cli2', ['**/*.md']],
        [
          '55 reports by remark-cli with its presets',
          'remark',
          ['.', '--no-stdout', '--quiet', ...PLUGINS.flatMap((plugin) => ['--use', join(installed(`remark-${plugin}`), 'index.js')])],
        ],
        ['55 reports by rumdl', 'rumdl', ['check', '--no-cache', '.']],
      ].map(([what, name, args]) => [
        what,
        least(3, () => {
          const { error } = spawnSync(bin(name), args, {
            cwd,
            stdio: 'ignore',
            timeout: PROCESS_LIMIT,
            killSignal: 'SIGKILL',
            shell: process.platform === 'win32',
          });
          if (error) throw error;
        }),
      ]),
  };
}

function least(times, work) {
  const all = Array.from({ length: times }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  return Math.min(...all);
}
