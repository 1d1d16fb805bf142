import * as assert from '../assert.js';
import * as vscode from 'vscode';
import { closeAll, findingOf, open, ours, replace, ruleOf, settled, until } from '../host.js';

describe('findings', () => {
  afterEach(closeAll);

  it('are absent from a correct report', async () => {
    const { document } = await open('reports/exampleshire-2026.md');
    assert.deepEqual((await settled(document)).map(({ message }) => message), []);
  });

  it('appear while typing and go when the mistake is mended', async () => {
    const { document } = await open('typed.md', '# Area SEND inspection of Exampleshire Local Area Partnership\n\nText.\n');
    await replace(document, 'Text.', '<!-- area-send-disable-next-line outcome-statement -->\n\nText.');
    const finding = await findingOf(document, 'suppression');
    assert.equal(finding.severity, vscode.DiagnosticSeverity.Warning);
    assert.equal(finding.source, 'area-send');
    const { target } = finding.code as { target: vscode.Uri };
    assert.match((await vscode.workspace.openTextDocument(target)).getText(), /^# suppression/);
    await replace(document, '<!-- area-send-disable-next-line outcome-statement -->\n\n', '');
    await until('the finding to go', () => !ours(document.uri).some((diagnostic) => ruleOf(diagnostic) === 'suppression'));
  });
});
