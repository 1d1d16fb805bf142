import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const folder = join(root, 'docs/rules');

describe('the documentation', () => {
  it('has no link that leads nowhere', () => {
    const files = [
      'README.md',
      'CONTRIBUTING.md',
      'CHANGELOG.md',
      'SECURITY.md',
      'docs/promises.md',
      'docs/language.md',
      ...readdirSync(folder).map((name) => `docs/rules/${name}`),
    ];
    for (const file of files) {
      let fence = '';
      for (const line of readFileSync(join(root, file), 'utf8').split('\n')) {
        // Examples of what is wrong may hold any link.
        const ticks = /^`{3,}/.exec(line)?.[0] ?? '';
        if (ticks) fence = fence === '' ? ticks : ticks.length >= fence.length ? '' : fence;
        if (fence !== '' || ticks) continue;
        for (const part of line
          .replace(/`[^`]*`/g, '')
          .split('](')
          .slice(1)) {
          const target = part.split(/[)\s#]/, 1)[0]!;
          if (target !== '' && !/^(?:https?:|mailto:)/.test(target))
            assert.ok(existsSync(join(root, dirname(file), target)), `${file}: ${target}`);
        }
      }
    }
  });
});
