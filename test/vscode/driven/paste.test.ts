/** Words from other programs: pasted and dropped. */
import assert from 'node:assert/strict';
import { Window } from './window.js';

const wordItem = (level: number, mark: string, words: string): string =>
  `<p class=MsoListParagraph style='margin-left:36.0pt;text-indent:-18.0pt;mso-list:l0 level${level} lfo1'><![if !supportLists]><span style='mso-list:Ignore'>${mark}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span><![endif]>${words}<o:p></o:p></p>`;

/** As Word puts it on the clipboard. */
const WORD = {
  'text/html': `<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word"><head><meta name=Generator content="Microsoft Word 15"><style>p.MsoNormal{margin:0}</style></head><body lang=EN-GB><!--StartFragment--><h2>How we will know</h2><p class=MsoNormal>Families will be <b>told early</b>; see <a href="https://example.org/local-offer">our local offer</a>.<o:p></o:p></p>${wordItem(1, '·', 'Waits are shorter')}${wordItem(2, 'o', 'by half within a year')}${wordItem(1, '·', 'Plans are on time')}<table class=MsoTableGrid border=1><tr><td><p class=MsoNormal><b>Measure</b></p></td><td><p class=MsoNormal><b>Target</b></p></td></tr><tr><td><p class=MsoNormal>Plans in 20 weeks</p></td><td><p class=MsoNormal>90%</p></td></tr></table><!--EndFragment--></body></html>`,
  'text/plain':
    'How we will know\r\nFamilies will be told early; see our local offer.\r\n· Waits are shorter\r\no by half within a year\r\n· Plans are on time\r\nMeasure\tTarget\r\nPlans in 20 weeks\t90%\r\n',
};

/** As Excel does. */
const EXCEL = {
  'text/html': `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta name=ProgId content=Excel.Sheet></head><body><table border=0 cellpadding=0><!--StartFragment--><col width=64><tr height=20><td>Action</td><td>Owner</td><td class=xl65 align=right>Due</td></tr><tr><td>Train SENCOs</td><td>Head of SEND</td><td>31/03/2027</td></tr><!--EndFragment--></table></body></html>`,
  'text/plain': 'Action\tOwner\tDue\r\nTrain SENCOs\tHead of SEND\t31/03/2027\r\n',
};

describe('somebody who pastes from other programs', () => {
  let window: Window;

  before(async () => {
    window = await Window.open({ file: 'plans/exampleshire-strategic-plan-2026.md' });
    await window.page.locator('.statusbar-item', { hasText: 'Area SEND' }).first().waitFor({ timeout: 60_000 });
    await window.editor.click();
  });
  after(() => window.close());

  /** At a new line of its own at the end of the document. */
  async function atTheEnd(): Promise<void> {
    await window.page.keyboard.press('Control+End');
    await window.page.keyboard.press('Enter');
  }
  const lines = (text: string) => window.page.locator('.view-line', { hasText: text }).first();

  it('gets headings, lists, tables, bold and links from Word, and one undo takes them back', async () => {
    const { page } = window;
    await atTheEnd();
    await window.copyElsewhere(WORD);
    await page.keyboard.press('Control+v');
    await lines('| Plans in 20 weeks | 90% |').waitFor({ timeout: 30_000 });
    const text = await window.shownText();
    for (const part of [
      '## How we will know',
      'Families will be **told early**; see [our local offer](https://example.org/local-offer).',
      '- Waits are shorter\n  - by half within a year\n- Plans are on time',
    ])
      assert.ok(text.includes(part), text);
    await window.picture('40-pasted-from-word');
    await page.keyboard.press('Control+z');
    await lines('| Plans in 20 weeks | 90% |').waitFor({ state: 'detached' });
  });

  it('can have it as plain text, by the button beside it', async () => {
    const { page } = window;
    await window.copyElsewhere(WORD);
    await page.keyboard.press('Control+v');
    await lines('| Plans in 20 weeks | 90% |').waitFor({ timeout: 30_000 });
    await page.locator('.post-edit-widget').click();
    const plain = page.locator('.monaco-list-row, .action-item', { hasText: /plain text/i }).first();
    await plain.waitFor();
    await window.picture('41-paste-choices');
    await plain.click();
    await lines('· Waits are shorter').waitFor();
    assert.ok(!(await window.shownText()).includes('## How we will know'));
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Control+z');
  });

  it('gets a table from Excel', async () => {
    const { page } = window;
    await window.editor.click();
    await atTheEnd();
    await window.copyElsewhere(EXCEL);
    await page.keyboard.press('Control+v');
    await lines('| Train SENCOs | Head of SEND | 31/03/2027 |').waitFor({ timeout: 30_000 });
    await window.picture('42-pasted-from-excel');
    await page.keyboard.press('Control+z');
  });

  it('gets plain words as they are, also where the clipboard lies about its kind', async () => {
    const { page } = window;
    await atTheEnd();
    for (const [words, html] of [
      ['Ordinary words', '<span style="color:red">Ordinary words</span>'],
      ['Words of a program', '<div style="white-space: pre;"><b>Words of a program</b></div>'],
      ['Words that are no page', '\u0000\u0001PK%%% <<<'],
      ['Quite other words than those that the page holds', '<p>x <b>y</b></p>'],
    ] as const) {
      await window.copyElsewhere({ 'text/plain': words, 'text/html': html });
      await page.keyboard.press('Control+v');
      await lines(words).waitFor();
      await page.keyboard.press('Enter');
    }
    assert.ok(!(await window.shownText()).includes('**'));
  });

  it('is told in a word that five megabytes are pasted as plain text', async () => {
    const { page } = window;
    await atTheEnd();
    await window.copyElsewhere({
      'text/plain': 'The plain words',
      'text/html': `<p><b>Much</b></p>${'<p>Words of a large page.</p>'.repeat(200_000)}`,
    });
    await page.keyboard.press('Control+v');
    await lines('The plain words').waitFor({ timeout: 60_000 });
    await page.locator('.statusbar-item', { hasText: 'pasted as plain text' }).waitFor();
    await window.picture('43-too-much');
  });

  it('leaves other Markdown alone', async () => {
    const { page } = window;
    await window.openFile('README.md');
    await window.editor.click();
    await atTheEnd();
    await window.copyElsewhere(WORD);
    await page.keyboard.press('Control+v');
    await lines('· Waits are shorter').waitFor({ timeout: 30_000 });
    assert.ok(!(await window.shownText()).includes('## How we will know'));
  });
});
