import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { comparableFacts, findingFor, isKnown, readCorpus, readVerdicts, verdictOn } from './corpus.js';

// The published reports are not part of the project; where they lie beside it, they are read.
const folder = process.env.CORPUS ?? fileURLToPath(new URL('../../../shared/corpus', import.meta.url));

(existsSync(folder) ? describe : describe.skip)('published reports', function () {
  this.timeout(120_000);
  let corpus: ReturnType<typeof readCorpus>;
  const verdicts = readVerdicts();
  before(() => {
    corpus = readCorpus(folder);
  });

  it('yield the verified facts in every field', () => {
    for (const report of corpus.reports) {
      const listed = corpus.facts.find(({ path }) => path === report.path);
      assert.ok(listed, report.path);
      const { expected, actual } = comparableFacts(listed, report.facts);
      assert.deepEqual(actual, expected, report.path);
    }
  });

  it('have their certain mistakes found, nine in ten at least', () => {
    const certain = corpus.known.filter(({ certainty, offset }) => certainty === 'certain' && offset !== null);
    const missed = certain.filter(
      (mistake) =>
        !findingFor(
          mistake,
          corpus.reports.find(({ path }) => path === mistake.path)!,
        ),
    );
    assert.ok(
      missed.length <= certain.length / 10,
      missed.map(({ path, line, rule, text }) => `${path}:${line} ${rule} “${text}”`).join('\n'),
    );
  });

  it('have their probable mistakes found, six in ten at least', () => {
    const probable = corpus.known.filter(({ certainty, offset }) => certainty === 'probable' && offset !== null);
    const missed = probable.filter(
      (mistake) =>
        !findingFor(
          mistake,
          corpus.reports.find(({ path }) => path === mistake.path)!,
        ),
    );
    assert.ok(
      missed.length <= probable.length * 0.4,
      missed.map(({ path, line, rule, text }) => `${path}:${line} ${rule} “${text}”`).join('\n'),
    );
  });

  it('have no error or warning that nobody has read, and 95 of 100 are right', () => {
    const unread: string[] = [];
    let wrong = 0;
    let all = 0;
    for (const report of corpus.reports) {
      for (const finding of report.findings.filter(({ severity }) => severity !== 'info')) {
        all++;
        if (isKnown(finding, report.path, corpus.known)) continue;
        const verdict = verdictOn(finding, report, verdicts);
        if (!verdict) unread.push(`${report.path}:${finding.start.line}:${finding.start.column} ${finding.rule}: ${finding.message}`);
        else if (verdict.verdict === 'wrong') wrong++;
      }
    }
    assert.deepEqual(unread, []);
    assert.ok(wrong <= all * 0.05, `${wrong} of ${all} wrong`);
  });
});
