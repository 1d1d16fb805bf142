// Compares what two builds of the library say of the same texts, byte for byte: findings with their fixes, facts, deadlines, and the text
// after all fixes. `node tools/compare-builds.mjs OLD/dist NEW/dist FOLDER…`, with `--kind K` for texts that no title claims.
// Every Markdown file of the folders is read, and every example of every rule of the old build, each also with CRLF line ends.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const args = process.argv.slice(2);
const kindAt = args.indexOf('--kind');
const kind = kindAt < 0 ? undefined : args.splice(kindAt, 2)[1];
const [oldDist, newDist, ...folders] = args;
if (!newDist) {
  console.error('usage: node tools/compare-builds.mjs OLD/dist NEW/dist FOLDER… [--kind K]');
  process.exit(2);
}
const load = (dist) => import(pathToFileURL(join(resolve(dist), 'index.js')).href);
const [before, after] = [await load(oldDist), await load(newDist)];

const texts = [];
const walk = (path) => {
  if (statSync(path).isDirectory()) for (const name of readdirSync(path).sort()) walk(join(path, name));
  else if (/\.(?:md|markdown)$/.test(path)) texts.push({ name: path, text: readFileSync(path, 'utf8'), kind });
};
for (const folder of folders) walk(folder);
for (const rule of before.RULES ?? [])
  for (const [sort, examples] of Object.entries(rule.examples ?? {}))
    examples.forEach((example, index) => texts.push({ name: `${rule.id} ${sort} ${index + 1}`, text: example.text, kind: example.kind }));

const told = ({ createSession, fixText }, { text, kind: given }) => {
  const session = createSession(text, { path: 'document.md', today: '2026-11-26', ...(given ? { kind: given } : {}) });
  return JSON.stringify({
    findings: session.findings,
    facts: session.facts,
    deadlines: session.deadlines,
    fixed: fixText(text, { path: 'document.md', today: '2026-11-26', ...(given ? { kind: given } : {}) }).text,
  });
};
let different = 0;
let compared = 0;
for (const entry of texts)
  for (const text of [entry.text, entry.text.replace(/\r?\n/g, '\r\n')]) {
    compared++;
    const [one, two] = [told(before, { ...entry, text }), told(after, { ...entry, text })];
    if (one === two) continue;
    different++;
    let at = 0;
    while (one[at] === two[at]) at++;
    console.log(
      `${entry.name}${text.includes('\r') ? ' (CRLF)' : ''}\n  - ${one.slice(Math.max(0, at - 80), at + 160)}\n  + ${two.slice(Math.max(0, at - 80), at + 160)}`,
    );
  }
console.log(`${compared} texts compared, ${different} different`);
process.exit(different > 0 ? 1 : 0);
