import * as vscode from 'vscode';
import { KINDS, leaksOf } from '../../personal-data/_kinds.js';
import * as assert from '../assert.js';
import { actionsAt, closeAll, hoverText, open, settled } from '../host.js';

/*
 * What the editor shows of a document that holds personal data of every kind: none of it is repeated beside the document. The logs are
 * looked through when the host has ended.
 */

const inEveryPlace = KINDS.map(
  ({ phrase }, index) =>
    `They told us about ${phrase} and wait.\n\n- An item with ${phrase}\n\n| Row ${index} | Words |\n| --- | --- |\n| Cell | Here is ${phrase} again |\n`,
).join('\n');

const DOCUMENTS: Readonly<Record<string, string>> = {
  'personal-report.md': `---\ndocument: full-inspection-report\nlocalArea: Exampleshire\n---\n\n# Area SEND inspection of Exampleshire Local Area Partnership\n\n## What is it like to be a child or young person with SEND in this area?\n\n${inEveryPlace}`,
  'personal-plan.md': `---\ndocument: strategic-plan\nlocalArea: Exampleshire\n---\n\n# Exampleshire SEND strategic plan\n\n## Our actions\n\n| What we will do | Lead | Due date | Success measure | Status |\n| --- | --- | --- | --- | --- |\n${KINDS.map(({ phrase }) => `| Write to ${phrase} | Head of SEND, ${phrase} | 31 April 2026, ${phrase} | All is well for ${phrase} | Late: ${phrase} |`).join('\n')}\n\n## Governance\n\n${inEveryPlace}`,
};

describe('personal data in the editor', () => {
  afterEach(closeAll);

  for (const [path, text] of Object.entries(DOCUMENTS)) {
    it(`is repeated by no finding, hover, title of an action or lens: ${path}`, async () => {
      const { document } = await open(path, text);
      const found = await settled(document);
      assert.ok(found.length > KINDS.length, `only ${found.length} findings`);
      for (const { message } of found) assert.equal(leaksOf(message).join(), '', message);
      let hovers = 0;
      for (const { range } of found) {
        const shown = await hoverText(document.uri, range.start);
        if (shown !== '') hovers++;
        assert.equal(leaksOf(shown).join(), '', shown);
      }
      assert.ok(hovers > KINDS.length, `only ${hovers} hovers`);
      for (const { title } of await actionsAt(document, new vscode.Range(0, 0, document.lineCount, 0)))
        assert.equal(leaksOf(title).join(), '', title);
      const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', document.uri, 1000);
      for (const { command } of lenses) assert.equal(leaksOf(command?.title ?? '').join(), '', command?.title ?? '');
    }).timeout(60_000);
  }
});
