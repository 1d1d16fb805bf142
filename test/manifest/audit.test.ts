import assert from 'node:assert/strict';
import { judge } from '../../.ci/audit.mjs';

describe('the judgement of known weaknesses', () => {
  const found = {
    vulnerabilities: {
      yaml: { name: 'yaml', severity: 'high', via: [{ title: 'Deep nesting', url: 'https://example.org/1' }] },
      mocha: { name: 'mocha', severity: 'critical', via: ['diff'] },
    },
  };

  it('tells what is bundled from what only builds and tests', () => {
    const { bundled, tools } = judge(found, new Set(['yaml', 'zod']));
    assert.deepEqual(bundled, [{ name: 'yaml', severity: 'high', titles: ['Deep nesting (https://example.org/1)'] }]);
    assert.deepEqual(
      tools.map(({ name }) => name),
      ['mocha'],
    );
  });

  it('finds nothing where nothing is known', () => assert.deepEqual(judge({}, new Set(['yaml'])), { bundled: [], tools: [] }));
});
