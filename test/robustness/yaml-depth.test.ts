import assert from 'node:assert/strict';
import { readFrontMatter } from '../../src/document/front-matter.js';
import { readConfig } from '../../src/settings/config.js';
import { MOST_YAML_LEVELS, tooDeepAt } from '../../src/text/yaml-depth.js';
import { tried } from '../promises.js';

const staircase = (levels: number, line: string): string =>
  Array.from({ length: levels }, (_, at) => `${' '.repeat(at)}${line}\n`).join('');

/** YAML that its reader would follow down the stack. */
const DEEP: readonly (readonly [string, string])[] = [
  ['entries on one line', `${'- '.repeat(1001)}a`],
  ['very many entries on one line', `${'- '.repeat(30_000)}a`],
  ['keys on one line', `${'a: '.repeat(20_000)}b`],
  ['keys with question marks', '? '.repeat(30_000)],
  ['maps in steps', staircase(300, 'a:')],
  ['entries in steps', staircase(300, '-')],
  ['brackets', '['.repeat(30_000)],
  ['brackets on lines of their own', '[\n'.repeat(30_000)],
  ['brackets that are closed', `a: ${'['.repeat(400)}${']'.repeat(400)}`],
  ['brackets beside closing ones in quotation marks', '["]",'.repeat(8000)],
  ['braces', '{a: '.repeat(15_000)],
  ['anchors', `${'&a '.repeat(20_000)}b`],
  ['tags', `${'!<a>'.repeat(15_000)}b`],
  ['deep after what is right', `document: strategic-plan\nlocalArea: ${'['.repeat(60)}`],
];
/** Long and shallow. */
const SHALLOW: readonly (readonly [string, string])[] = [
  ['three hundred milestones', `milestones:\n${'  - { title: "A, b: c - d [e]", due: 2026-01-01 }\n'.repeat(300)}`],
  ['one long list', `done: [${'a, '.repeat(5000)}b]`],
  ['entries one below the other', '-\n'.repeat(2000)],
  ['as deep as is read', `${'['.repeat(MOST_YAML_LEVELS)}${']'.repeat(MOST_YAML_LEVELS)}`],
];

describe('nested YAML', () => {
  for (const [name, yaml] of DEEP) {
    it(`is not read: ${name}`, () => {
      const at = tooDeepAt(yaml);
      assert.ok(at !== null && at < yaml.length);
      const source = `---\n${yaml}\n---\n\n# Plan\n`;
      const { frontMatter, bodyStart } = readFrontMatter(source);
      assert.equal(frontMatter.problems.length, 1);
      assert.match(frontMatter.problems[0]!.message, /nested deeper/);
      assert.equal(frontMatter.problems[0]!.span.start, at + 4);
      assert.equal(source.slice(bodyStart).trim(), '# Plan');
      tried('nested front matter never ends the process');
    });
  }
  for (const [name, yaml] of SHALLOW) it(`is read: ${name}`, () => assert.equal(tooDeepAt(yaml), null));

  it('is found where the level begins that is too much', () => assert.equal(tooDeepAt(`a:\n${'['.repeat(60)}`), 3 + MOST_YAML_LEVELS - 1));

  it('in settings has a finding too', () => {
    for (const text of [`{"rules":${'['.repeat(1001)}${']'.repeat(1001)}}`, '['.repeat(100_000), `{"a":`.repeat(2000)]) {
      const { settings, problems } = readConfig(text);
      assert.equal(settings, null);
      assert.match(problems[0]!.message, /nested deeper/);
      tried('nested settings never end the process');
    }
    assert.match(readConfig(`{"dictionary": ["${'a'.repeat(1024 * 1024)}"]}`).problems[0]!.message, /1 MB/);
  });
});
