import assert from 'node:assert/strict';
import { checkText } from '../../src/check/index.js';
import { markedTokens, type Token } from '../../src/vscode/features/preview-marks.js';

const token = (type: string, content: string, map: [number, number] | null, children: Token[] | null = null): Token => ({
  type,
  content,
  map,
  children,
});
const block = (content: string, line: number): Token => token('inline', content, [line, line + 1], [token('text', content, null)]);
const htmlOf = (tokens: readonly Token[]): string =>
  tokens.map(({ children }) => children?.map(({ content }) => content).join('') ?? '').join('\n');

const TITLE = '# Exampleshire Local Area Partnership SEND strategic plan';
const check = (line: string) => {
  const text = `${TITLE}\n\n${line}\n`;
  return { text, findings: checkText(text, { today: '2026-11-23', path: 'x.md' }).findings.filter(({ start }) => start.line === 3) };
};

describe('findings in the preview', () => {
  it('stand at their words, and are told to those who listen', () => {
    const line = 'A larrge & good plan.';
    const { text, findings } = check(line);
    const tokens = [block(TITLE.slice(2), 0), block(line, 2)];
    const html = htmlOf(markedTokens(tokens, findings, text));
    assert.match(
      html,
      /A <mark class="area-send-\w+" title="[^"]+">larrge<span class="area-send-said"> \(\w[^<]*\) <\/span><\/mark> & good plan\./,
    );
    assert.equal(htmlOf(tokens), `${TITLE.slice(2)}\n${line}`, 'what was given stays as it is: the editor keeps it');
  });

  it('go to the cell that has their words', () => {
    const text = `${TITLE}\n\n| a | b |\n| --- | --- |\n| fine | larrge |\n`;
    const findings = checkText(text, { today: '2026-11-23', path: 'x.md' }).findings.filter(({ rule }) => rule === 'spelling');
    const cell = (content: string): Token => token('inline', content, null, [token('text', content, null)]);
    const tokens = [token('tr_open', '', [4, 5]), cell('fine'), cell('larrge')];
    const [, first, second] = markedTokens(tokens, findings, text);
    assert.equal(htmlOf([first!]), 'fine');
    assert.match(htmlOf([second!]), /<mark/);
  });

  it('show nobody’s marks as marks', () => {
    const { text, findings } = check('A larrge plan.');
    const evil = findings.map((finding) => ({ ...finding, message: '"><script>alert(1)</script>' }));
    assert.doesNotMatch(htmlOf(markedTokens([block('A larrge plan.', 2)], evil, text)), /<script|title=""/);
  });

  it('have a sign at the start where their words are not found as they stand', () => {
    const { text, findings } = check('A larrge plan.');
    const parts = token('inline', 'A lar**rge** plan.', [2, 3], [token('text', 'A lar', null), token('text', 'rge', null)]);
    assert.match(
      htmlOf(markedTokens([parts], findings, text)),
      /^<span class="area-send-note area-send-\w+" role="img" title="[^"]+" aria-label="[^"]+">●<\/span> A lar/,
    );
  });
});
