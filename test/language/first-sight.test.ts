import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { checkText } from '../../src/check/index.js';

// Sentences with one slip each, “[wrong→right]”, written before the rules were looked at: what is found of them is what to expect elsewhere.
const LINES = readFileSync(new URL('./first-sight.txt', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line.includes('→'));
const SLIP = /\[([^[\]→]*)→([^[\]→]*)\]/;
const RULES = ['grammar', 'confused-word', 'agreement', 'article', 'apostrophe', 'spelling', 'repeated-word', 'term'];
/** Lower only with a reason. */
const FOUND_AT_LEAST = 140;

const plain = (text: string): string => {
  const read = text.replace(/ {2,}/g, ' ').replace(/ (?=[.,])/g, '').trim(); // prettier-ignore
  return read.charAt(0).toUpperCase() + read.slice(1);
};
const found = (text: string): readonly string[] =>
  checkText(`${text}\n`, { today: '2026-01-01', kind: 'full-inspection-report', path: 'x.md', only: RULES }).findings.map(
    ({ rule, message }) => `${rule}: ${message}`,
  );

describe('slips at first sight', () => {
  it('finds more than half of them', () => {
    const missed = LINES.filter((line) => found(plain(line.replace(SLIP, '$1'))).length === 0);
    assert.ok(LINES.length - missed.length >= FOUND_AT_LEAST, `missed:\n${missed.join('\n')}`);
  });

  it('finds nothing once they are mended', () => {
    for (const line of LINES) {
      const right = plain(line.replace(SLIP, '$2'));
      assert.deepEqual(found(right), [], right);
    }
  });
});
