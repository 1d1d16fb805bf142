import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { importDocument, type ImportError } from '../../src/convert/import/index.js';
import { score } from '../../tools/import-corpus/score.js';
import { otherDifferences, readTruth } from '../../tools/import-corpus/truth.js';

const folder = process.env.WORD_CORPUS ?? fileURLToPath(new URL('../../../shared/corpus/word', import.meta.url));

describe('documents as people have them', () => {
  const truths = existsSync(folder) ? readTruth(folder) : [];
  for (const truth of truths) {
    it(truth.error === null ? `reads ${truth.path} as what it says` : `refuses ${truth.path}`, async function () {
      const bytes = new Uint8Array(readFileSync(join(folder, truth.path)));
      const error = await importDocument(bytes, truth.path).then(
        (result) => {
          assert.equal(truth.error, null, 'it was read');
          const expected = readFileSync(join(folder, truth.from!), 'utf8');
          // What the truth does not give, it does not deny: plans say more of their inspection than was read when it was written.
          const given = Object.fromEntries(Object.entries(truth.facts ?? {}).filter(([, value]) => value !== null));
          const { words, headings, tables, facts, differences } = score(result.markdown, expected, truth.facts && given);
          assert.deepEqual([words.kept, words.extra], [words.expected, 0], differences.join('\n'));
          assert.deepEqual(
            [headings.right, headings.extra, tables.right, tables.extra],
            [headings.expected, 0, tables.expected, 0],
            differences.join('\n'),
          );
          assert.equal(facts.right, facts.expected, differences.join('\n'));
          assert.deepEqual(otherDifferences(result, truth), []);
          return null;
        },
        (reason: ImportError) => reason,
      );
      if (error === null) return;
      if (error.name !== 'ImportError') throw error;
      if (truth.optional && error.code === 'unsupported') this.skip();
      assert.equal(error.code, truth.error, error.message);
    });
  }
});
