import * as vscode from 'vscode';
import { RULES } from '../../check/index.js';
import { kindInfo } from '../../framework/kinds.js';
import { sectionsFor } from '../../framework/sections.js';
import { DOCUMENT_KINDS, type DocumentKind } from '../../framework/types.js';
import { OUTCOMES } from '../../framework/wording.js';
import { capital } from '../../text/words.js';
import type { Checks } from '../documents/checks.js';
import { sourceLine } from '../features/hover.js';
import { showPage } from '../features/rule-pages.js';

const { window, workspace } = vscode;

/** What the framework asks of the kind of document in front of the user, as a page. */
const GUIDE_SCHEME = 'area-send-guide';

function guide(kind: DocumentKind): string {
  const sections = sectionsFor(kind);
  return [
    `# What the framework asks of a ${kindInfo(kind).name}`,
    sourceLine(kindInfo(kind).source),
    '## Sections',
    sections
      .map(({ headings, about, requiredIn }) => `- **${headings[0]}**${requiredIn.includes(kind) ? '' : ' (where it applies)'}: ${about}`)
      .join('\n'),
    ...(kind === 'full-inspection-report'
      ? [
          '## The three outcomes',
          OUTCOMES.map(
            ({ id, name, statements, nextInspection, followUp }) =>
              `${id}. **${capital(name)}**\n\n   ${statements[0]}\n\n   ${nextInspection[0]}\n\n   ${followUp[0]}`,
          ).join('\n\n'),
        ]
      : []),
    '## What is checked',
    RULES.filter(({ kinds }) => kinds.includes(kind))
      .map(({ id, title }) => `- **${id}**: ${title}`)
      .join('\n'),
  ].join('\n\n');
}

async function showGuide(checks: Checks): Promise<void> {
  const editor = window.activeTextEditor;
  let kind = editor ? checks.latest(editor.document.uri)?.result.kind : null;
  kind ??=
    (
      await window.showQuickPick(
        DOCUMENT_KINDS.map((id) => ({ label: capital(kindInfo(id).name), id })),
        { title: 'What the framework asks of…' },
      )
    )?.id ?? null;
  if (kind) await showPage(vscode.Uri.from({ scheme: GUIDE_SCHEME, path: `/${kind}.md` }));
}

export const registerGuide = (checks: Checks): vscode.Disposable =>
  vscode.Disposable.from(
    workspace.registerTextDocumentContentProvider(GUIDE_SCHEME, {
      provideTextDocumentContent: ({ path }) => guide(path.replace(/^\/|\.md$/g, '') as DocumentKind),
    }),
    vscode.commands.registerCommand('areaSend.showGuide', () => showGuide(checks)),
  );
