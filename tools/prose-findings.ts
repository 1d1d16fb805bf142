// Prints every finding of chosen rules in a folder of Markdown, each in its context: npm run prose -- FOLDER [--rule id,id]
// Those that were read are told by test/corpus/reviewed/prose.json.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import './generate/sources.mjs';
import '../test/dictionary.js';

const { checkText } = await import('../src/check/index.js');
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { rule: { type: 'string', default: 'grammar,confused-word' } },
});
const folder = positionals[0];
if (!folder) {
  console.error('prose: name a folder of Markdown files');
  process.exit(2);
}
interface Verdict {
  readonly path: string;
  readonly rule: string;
  readonly text: string;
  readonly line: number;
  readonly verdict: 'right' | 'wrong';
}
const verdicts = JSON.parse(readFileSync(new URL('../test/corpus/reviewed/prose.json', import.meta.url), 'utf8')) as readonly Verdict[];
const counts = new Map<string, Record<'right' | 'wrong' | 'unread', number>>();
let words = 0;
for (const name of readdirSync(folder).sort()) {
  if (!name.endsWith('.md') || name === 'README.md') continue;
  const text = readFileSync(join(folder, name), 'utf8');
  words += text.split(/\s+/).length;
  const { findings } = checkText(text, { path: name, kind: 'full-inspection-report', today: '2026-01-01', only: values.rule.split(',') });
  for (const { rule, start, end, severity, message } of findings) {
    const marked = text.slice(start.offset, end.offset);
    const verdict =
      verdicts.find((known) => known.path === name && known.rule === rule && known.text === marked && known.line === start.line)?.verdict ??
      'unread';
    let count = counts.get(rule);
    if (!count) counts.set(rule, (count = { right: 0, wrong: 0, unread: 0 }));
    count[verdict]++;
    const context =
      `${text.slice(Math.max(0, start.offset - 90), start.offset)}⟦${marked}⟧${text.slice(end.offset, end.offset + 50)}`.replace(
        /\s+/g,
        ' ',
      );
    console.log(`${name}:${start.line} ${severity} ${rule} (${verdict})\n    ${context}\n    ${message}`);
  }
}
console.log(`\n${words} words`);
for (const [rule, { right, wrong, unread }] of [...counts].sort())
  console.log(`  ${rule.padEnd(20)} ${right} right, ${wrong} wrong, ${unread} not read`);
