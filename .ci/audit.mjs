// Asks the registry which known weaknesses touch what is bundled: `npm run audit`, after a build. Needs the network, so no test runs it; the
// release does. A weakness in a tool that only builds or tests is listed and fails nothing, because nobody is given that tool.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
const licences = fileURLToPath(new URL('../dist/LICENSES.txt', import.meta.url));

/** Splits what `npm audit --json` found. `bundled` are names of packages; of several versions of one, all count. */
export function judge({ vulnerabilities = {} }, bundled) {
  const found = Object.values(vulnerabilities).map(({ name, severity, via }) => ({
    name,
    severity,
    titles: via.filter((each) => typeof each === 'object').map(({ title, url }) => `${title} (${url})`),
  }));
  return { bundled: found.filter(({ name }) => bundled.has(name)), tools: found.filter(({ name }) => !bundled.has(name)) };
}

function main() {
  if (!existsSync(licences)) {
    console.error('There is no build yet: run “npm run build” first.');
    return 2;
  }
  const names = [...readFileSync(licences, 'utf8').matchAll(/^={80}\n(\S+) \S+: .+\n={80}$/gm)].map(([, name]) => name);
  const { stdout, stderr } = spawnSync(npm, ['audit', '--json', '--package-lock-only'], {
    encoding: 'utf8',
    maxBuffer: 1 << 26,
    shell: process.platform === 'win32',
  });
  let told;
  try {
    told = JSON.parse(stdout);
  } catch {
    told = { error: { summary: stderr.trim() } };
  }
  if (told.error || !told.vulnerabilities) {
    console.error(`The registry could not be asked: ${told.error?.summary || told.message || 'no answer'}`);
    return 2;
  }
  const { bundled, tools } = judge(told, new Set(names));
  for (const [title, list] of [
    ['In what is bundled', bundled],
    ['In tools that only build and test', tools],
  ]) {
    console.log(`${title}: ${list.length === 0 ? 'none known' : list.length}`);
    for (const { name, severity, titles } of list) console.log(`  ${severity}: ${name}${titles.map((each) => `\n    ${each}`).join('')}`);
  }
  return bundled.length > 0 ? 1 : 0;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exit(main());
