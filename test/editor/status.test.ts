import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { checkText } from '../../src/check/index.js';
import { documentReading } from '../../src/check/reading.js';
import { openDocument } from '../../src/document/index.js';
import { newDocument } from '../../src/templates/index.js';
import { headingTyped } from '../../src/vscode/features/typing.js';
import { countsOf, nextAfter, statusText, wordText } from '../../src/vscode/views/status-text.js';

const TODAY = '2026-05-01';

describe('the status of a document', () => {
  const text = newDocument({ kind: 'strategic-plan', today: TODAY, area: 'Exampleshire' });
  const draft = text.replace(/^---\r?\n/, '---\nstatus: draft\n');

  it('counts the gaps of a draft apart from what is to be fixed', () => {
    const before = countsOf(checkText(text, { today: TODAY, path: 'x.md' }).findings);
    const after = countsOf(checkText(draft, { today: TODAY, path: 'x.md' }).findings);
    assert.equal(before.gaps, 0);
    assert.ok(after.gaps > 5);
    assert.equal(after.errors, before.errors - after.gaps);
    const final = countsOf(checkText(text.replace(/^---\r?\n/, '---\nstatus: final\n'), { today: TODAY, path: 'x.md' }).findings);
    assert.deepEqual(final, before);
  });

  it('refuses a status that there is none of, at its value', () => {
    const wrong = text.replace(/^---\r?\n/, '---\nstatus: ready\n');
    const [finding] = checkText(wrong, { today: TODAY, path: 'x.md' }).findings.filter(({ rule }) => rule === 'front-matter');
    assert.equal(wrong.slice(finding!.start.offset, finding!.end.offset), 'ready');
  });

  it('says so in few words', () => {
    const say = (gaps: number, errors: number, warnings = 0): string => statusText({ gaps, errors, warnings, infos: 3 });
    assert.equal(say(71, 1, 1), '71 gaps to fill, 2 to fix');
    assert.equal(say(1, 0), '1 gap to fill');
    assert.equal(say(0, 2), '2 to fix');
    assert.equal(say(0, 0), '');
  });

  it('leads from gap to gap and round again', () => {
    const gaps = [10, 40, 25].map((start) => ({ start }));
    assert.deepEqual(
      [0, 10, 25, 40, 99].map((at) => nextAfter(gaps, 1, at)!.start),
      [10, 25, 40, 10, 10],
    );
    assert.deepEqual(
      [0, 10, 25, 40, 99].map((at) => nextAfter(gaps, -1, at)!.start),
      [40, 40, 10, 25, 40],
    );
    assert.equal(nextAfter([], 1, 0), null);
  });
});

describe('headings that are offered', () => {
  it('go once their words are typed', () => {
    assert.ok(headingTyped('## Introduction', ['Introduction']));
    assert.ok(headingTyped('##  introduction ', ['Actions', 'Introduction']));
    assert.ok(!headingTyped('## Intro', ['Introduction']));
    assert.ok(!headingTyped('## ', ['Introduction']));
  });
});

describe('the keys and defaults of the extension', () => {
  const { contributes } = JSON.parse(readFileSync('package.json', 'utf8')) as {
    contributes: { keybindings: { key: string; when: string }[]; configurationDefaults: Record<string, Record<string, unknown>> };
  };
  it('leave other documents alone', () => {
    for (const { key, when } of contributes.keybindings) assert.match(when, /\bareaSend\.documentKind\b/, key);
  });
  it('keep curly quotes of Markdown free of boxes', () => {
    assert.equal(contributes.configurationDefaults['[markdown]']!['editor.unicodeHighlight.nonBasicASCII'], false);
  });
});

describe('the words of a document', () => {
  const read = (text: string) => documentReading(openDocument(text, { path: 'x.md', kind: 'strategic-plan' }));

  it('are counted in headings, lists and tables as well, without marks, links and front matter', () => {
    assert.deepEqual(
      read(
        '---\nstatus: draft\n---\n\n# A plan\n\nTwo **bold** [words](https://example.org/x).\n\n- one\n\n| a | b |\n| --- | --- |\n| c | d e |\n',
      ),
      {
        words: 11,
        readingAge: null,
      },
    );
    assert.deepEqual(read(''), { words: 0, readingAge: null });
  });

  it('are read from an age that running text alone decides', () => {
    const easy = 'We will help each child. We will ask them what they like. '.repeat(8);
    const hard =
      'The partnership’s commissioning arrangements demonstrate insufficient strategic prioritisation of multidisciplinary neurodevelopmental assessment capacity. '.repeat(
        8,
      );
    assert.ok(read(easy).readingAge! < 9);
    assert.ok(read(hard).readingAge! > 20);
    assert.equal(read(`${easy}\n\n| ${hard} |\n| --- |\n`).readingAge, read(easy).readingAge);
  });

  it('are told in few words', () => {
    assert.equal(wordText(2340, 14, null).text, '2,340 words · age 14');
    assert.equal(wordText(1, null, null).text, '1 word');
    assert.equal(wordText(2340, 14, 12).text, '12 of 2,340 words · age 14');
    assert.equal(wordText(2340, 14, 12).spoken, '12 of 2,340 words, reading age about 14');
  });
});
