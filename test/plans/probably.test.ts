import assert from 'node:assert/strict';
import { isProbablyPlan, kindOfTitle } from '../../src/framework/kinds.js';
import { areaSend, inFolder } from '../cli/_run.js';

const TABLE = '| Action | Who | By when |\n| --- | --- | --- |\n| Open a clinic | Head of Therapies | May 2027 |\n';
const PLAN = `# Getting it right together\n\nWhat the council and the ICB will do for children with SEND.\n\n${TABLE}`;
const SAYS_NO = [
  [
    'a school’s own plan',
    `# Getting it right together\n\nOur school’s governors and headteacher wrote this for pupils with SEND.\n\n${TABLE}`,
  ],
  ['the minutes of a board', `# Minutes of the SEND Partnership Board\n\nSEND was on the agenda.\n\n${TABLE}`],
  [
    'a national plan',
    `# The national SEND and alternative provision improvement plan\n\nThe Department for Education will act.\n\n${TABLE}`,
  ],
  ['a plan for something else', `# Getting roads right together\n\nThe council mends roads.\n\n${TABLE}`],
  ['notes on SEND without actions', '# Thoughts on SEND\n\nChildren with SEND need friends.\n'],
  ['an empty file', ''],
] as const;

describe('a text that is probably a plan', () => {
  it('is one whose title no kind claims', () => {
    assert.equal(kindOfTitle('Getting it right together', PLAN), null);
    assert.equal(isProbablyPlan(PLAN), true);
  });
  for (const [what, text] of SAYS_NO)
    it(`is not ${what}`, () => {
      assert.equal(isProbablyPlan(text), false);
    });

  it('is offered once by check, and coverage says how to name its kind', async () => {
    await inFolder({ 'together.md': PLAN, 'minutes.md': SAYS_NO[1][1] }, async (cwd) => {
      const { out } = await areaSend(cwd, 'check', '--no-cache');
      assert.equal(out.split('Is this a SEND plan? together.md').length, 2, out);
      assert.match(out, /document: strategic-plan/);
      assert.doesNotMatch(out, /minutes\.md/);
      const coverage = await areaSend(cwd, 'coverage', 'together.md');
      assert.equal(coverage.status, 2);
      assert.match(coverage.err, /document: strategic-plan/);
    });
  });
});
