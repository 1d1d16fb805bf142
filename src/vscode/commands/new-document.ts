import * as vscode from 'vscode';
import { findDates } from '../../document/index.js';
import { KINDS } from '../../framework/kinds.js';
import { bodiesWith } from '../../framework/public-bodies.js';
import { DOCUMENT_KINDS, type OutcomeId } from '../../framework/types.js';
import { OUTCOMES } from '../../framework/wording.js';
import { newDocument } from '../../templates/index.js';
import { capital } from '../../text/words.js';
import type { SettingsStore } from '../documents/settings.js';
import { today } from '../documents/today.js';

const { window, workspace } = vscode;

/** Kind, area, outcome and dates, then an unsaved document from the template. Escape at any step stops without a document. */
export async function newFromTemplate(settings: SettingsStore): Promise<void> {
  const kind = await window.showQuickPick(
    [...KINDS]
      .sort((a, b) => DOCUMENT_KINDS.indexOf(a.id) - DOCUMENT_KINDS.indexOf(b.id))
      .map(({ id, name }) => ({ label: capital(name), id })),
    { title: 'New Area SEND document: kind', placeHolder: 'What do you want to write?' },
  );
  if (!kind) return;
  let outcome: OutcomeId | undefined;
  if (kind.id === 'full-inspection-report') {
    const chosen = await window.showQuickPick(
      OUTCOMES.map(({ id, name, statements }) => ({ label: `${id}. ${capital(name)}`, detail: statements[0]!, id })),
      { title: 'New Area SEND document: outcome', placeHolder: 'Which outcome did the inspection reach?' },
    );
    if (!chosen) return;
    outcome = chosen.id;
  }
  const folder = workspace.workspaceFolders?.[0]?.uri;
  const bodies = folder ? (await settings.resolve(vscode.Uri.joinPath(folder, 'new.md'))).settings.bodies : [];
  const other = 'Another name…';
  const areas = [...[...bodiesWith(bodies).areasIn({ from: today(), to: today() })].sort((a, b) => a.localeCompare(b, 'en-GB')), other];
  let area = await window.showQuickPick(areas, {
    title: 'New Area SEND document: local area',
    placeHolder: 'Which local area? Type a few letters of its name',
  });
  if (area === other)
    area = await window.showInputBox({
      title: 'New Area SEND document: local area',
      prompt: 'Name of the local area, for example Exampleshire',
    });
  if (area === undefined) return;
  const dates = await window.showInputBox({
    title: 'New Area SEND document: days of the inspection',
    prompt: 'The days of the inspection, for example “19 to 23 January 2026”. Leave it empty if you do not know them yet.',
    validateInput: (value) =>
      value.trim() === '' || findDates(value)[0]?.range
        ? null
        : 'Write two days and a year, for example 19 to 23 January 2026, or leave it empty.',
  });
  if (dates === undefined) return;
  const inspection = findDates(dates)[0]?.range;
  const content = newDocument({
    kind: kind.id,
    today: today(),
    bodies,
    ...(area ? { area } : {}),
    ...(outcome ? { outcome } : {}),
    ...(inspection ? { inspection } : {}),
  });
  const document = await workspace.openTextDocument({ language: 'markdown', content });
  // The first gap is chosen: typing fills it, and F8 leads to the next.
  const gap = /\[insert [^\]]*\]/.exec(document.getText());
  const selection = gap
    ? new vscode.Range(document.positionAt(gap.index), document.positionAt(gap.index + gap[0].length))
    : new vscode.Range(0, 0, 0, 0);
  await window.showTextDocument(document, { selection });
}
