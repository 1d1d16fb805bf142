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
const SETS: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  'slips.json': { grammar: 62, confusable: 44, misspelling: 30, acronym: 18, framework: 50 },
  'more-slips.json': { grammar: 39, confusable: 38, misspelling: 14, acronym: 9, framework: 15 },
};

describe('slips planted into reports that somebody else wrote', function () {
  this.timeout(300_000);
  const options = { today: '2026-11-26', path: 'report.md' } as const;
  const keyOf = ({ rule, message }: { rule: string; message: string }): string => `${rule} ${message}`;
  const reports = new Map(
    readdirSync(folder).flatMap((name) => (name.endsWith('.md') && name !== 'README.md' ? [[name, read(name)]] : [])),
  );
  const correct = new Map<string, ReadonlySet<string>>();
  const warned = (text: string): string[] =>
    checkText(text, options).findings.flatMap((finding) => (finding.severity === 'info' ? [] : [keyOf(finding)]));
  const planted = ({ file, find, replace }: Planted): string[] =>
    checkText(
      reports.get(file)!.replace(find, () => replace),
      options,
    )
      .findings.map(keyOf)
      .filter((key) => !correct.get(file)!.has(key));

  before(() => {
    for (const [name, text] of reports) correct.set(name, new Set(warned(text)));
  });

  it('are not seen where none is', () => {
    assert.deepEqual(
      [...correct].flatMap(([name, found]) => [...found].map((finding) => `${name}: ${finding}`)),
      [],
    );
  });

  it('are not seen in other lawful wordings', () => {
    const lawful = JSON.parse(read('lawful.json')) as readonly Planted[];
    assert.deepEqual(
      lawful.flatMap(({ file, find, replace }) =>
        warned(reports.get(file)!.replace(find, () => replace)).filter((key) => !correct.get(file)!.has(key)),
      ),
      [],
    );
  });

  for (const [set, least] of Object.entries(SETS))
    for (const [name, fewest] of Object.entries(least))
      it(`are found: ${name} of ${set}`, () => {
        const all = (JSON.parse(read(set)) as readonly Planted[]).filter((slip) => slip.class === name);
        const missed = all.filter((slip) => planted(slip).length === 0);
        assert.ok(all.length - missed.length >= fewest, missed.map(({ find, replace }) => `${find} → ${replace}`).join('\n'));
      });
});
