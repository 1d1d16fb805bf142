import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkText } from '../../src/check/index.js';
import { readVerdicts, type Verdict } from './corpus.js';

// Reports of other inspections by the same kind of writers; they are not part of the project, and read where they lie beside it.
const folder = join(process.env.CORPUS ?? fileURLToPath(new URL('../../../shared/corpus', import.meta.url)), 'prose');
const RULES = ['grammar', 'confused-word', 'acronym', 'spelling', 'apostrophe', 'agreement', 'article', 'term', 'repeated-word'];
/** Of these 95 of 100 must be right; of all together 85. */
const STRICT = ['grammar', 'confused-word', 'apostrophe', 'agreement', 'term', 'repeated-word'];

(existsSync(folder) ? describe : describe.skip)('a quarter of a million words of other reports', function () {
  this.timeout(300_000);

  it('have only slips of language that somebody has read, and of grammar and confused words 95 of 100 are right', () => {
    const verdicts = readVerdicts();
    const found: Pick<Verdict, 'path' | 'rule' | 'line' | 'text'>[] = [];
    for (const path of readdirSync(folder).filter((name) => name.endsWith('.md') && name !== 'README.md')) {
      const text = readFileSync(join(folder, path), 'utf8');
      for (const { rule, start, end } of checkText(text, { path, kind: 'full-inspection-report', today: '2026-01-01', only: RULES })
        .findings)
        found.push({ path, rule, line: start.line, text: text.slice(start.offset, end.offset) });
    }
    const verdictOf = (slip: (typeof found)[number]) =>
      verdicts.find(({ path, rule, line, text }) => path === slip.path && rule === slip.rule && line === slip.line && text === slip.text);
    assert.deepEqual(
      found.filter((slip) => !verdictOf(slip)),
      [],
      'not read yet',
    );
    const isWrong = (slip: (typeof found)[number]): boolean => verdictOf(slip)!.verdict === 'wrong';
    const strict = found.filter(({ rule }) => STRICT.includes(rule));
    assert.ok(strict.filter(isWrong).length <= strict.length * 0.05, `${strict.filter(isWrong).length} of ${strict.length} wrong`);
    assert.ok(found.filter(isWrong).length <= found.length * 0.15, `${found.filter(isWrong).length} of ${found.length} wrong`);
    const missed = verdicts.filter(
      ({ path, rule, line }) =>
        RULES.includes(rule) && path.includes('-ilacs-') && !found.some((slip) => slip.path === path && slip.line === line),
    );
    assert.deepEqual(missed, [], 'found before');
  });
});
