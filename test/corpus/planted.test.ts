import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { checkText } from '../../src/check/index.js';

const folder = new URL('planted/', import.meta.url);
const read = (name: string): string => readFileSync(new URL(name, folder), 'utf8');

interface Planted {
  readonly file: string;
  readonly find: string;
  readonly replace: string;
  readonly class: string;
}

/** How many of each class must be found at least. */
const LEAST: Readonly<Record<string, number>> = { grammar: 62, confusable: 44, misspelling: 30, acronym: 18, framework: 50 };

describe('slips planted into reports that somebody else wrote', function () {
  this.timeout(300_000);
  const options = { today: '2026-11-26', path: 'report.md' } as const;
  const keyOf = ({ rule, message }: { rule: string; message: string }): string => `${rule} ${message}`;
  const slips = JSON.parse(read('slips.json')) as readonly Planted[];
  const reports = new Map(
    readdirSync(folder).flatMap((name) => (name.endsWith('.md') && name !== 'README.md' ? [[name, read(name)]] : [])),
  );
  const correct = new Map<string, ReadonlySet<string>>();

  before(() => {
    for (const [name, text] of reports) correct.set(name, new Set(checkText(text, options).findings.map(keyOf)));
  });

  it('are not seen where none is', () => {
    assert.deepEqual(
      [...correct].flatMap(([name, found]) => [...found].map((finding) => `${name}: ${finding}`)),
      [],
    );
  });

  for (const [name, least] of Object.entries(LEAST))
    it(`are found: ${name}`, () => {
      const all = slips.filter((slip) => slip.class === name);
      const missed = all.filter(({ file, find, replace }) => {
        const text = reports.get(file)!;
        const { findings } = checkText(
          text.replace(find, () => replace),
          options,
        );
        return findings.every((finding) => correct.get(file)!.has(keyOf(finding)));
      });
      assert.ok(all.length - missed.length >= least, missed.map(({ find, replace }) => `${find} → ${replace}`).join('\n'));
    });
});
