/* The page that is shown for a Word, PDF or OpenDocument file. Without the editor, so that it can be tested by itself. */
import type { ImportComment, ImportResult } from '../../convert/import/types.js';
import { html, trusted, type Html } from '../../text/html.js';
import { plural } from '../../text/words.js';

export interface OriginalPage {
  readonly name: string;
  /** What was read, masked; null while it is being read, and a sentence where it cannot be. */
  readonly read: Pick<ImportResult, 'format' | 'warnings' | 'comments'> | string | null;
}

const STYLE = trusted(
  'body{max-width:44rem;margin:0 auto;padding:1rem 1.5rem 3rem;line-height:1.5}h1{font-size:1.5rem}h2{font-size:1.15rem;margin-top:2rem}' +
    'li{margin:.4rem 0}q{font-style:italic}blockquote{margin:.2rem 0;padding-left:.8rem;border-left:3px solid}.do{display:inline-block;margin:.4rem 1.2rem .4rem 0;font-weight:600}',
);

const KINDS: Readonly<Record<ImportResult['format'], string>> = {
  docx: 'Word document',
  odt: 'OpenDocument text',
  pdf: 'PDF',
  html: 'web page',
  xlsx: 'Excel workbook',
};

const link = (command: string, label: string): Html => html`<a class="do" href="command:${command}">${label}</a>`;

const commentItem = ({ author, text, on, where }: ImportComment, answers: readonly ImportComment[]): Html =>
  html`<li>${author ?? 'Somebody'}${on === '' ? '' : html` on <q>${on}</q>`} (${where}):<blockquote>${text}</blockquote>${answers.map((answer) => html`<blockquote>${answer.author ?? 'Somebody'}: ${answer.text}</blockquote>`)}</li>`;

function comments(all: readonly ImportComment[]): Html | false {
  const open = all.flatMap((comment, index) =>
    comment.resolved || comment.replyTo !== undefined ? [] : [{ comment, answers: all.filter(({ replyTo }) => replyTo === index) }],
  );
  if (open.length === 0) return false;
  return html`<h2>${plural(open.length, 'comment')} that nobody has resolved</h2>
<ol>${open.map(({ comment, answers }) => commentItem(comment, answers))}</ol>
<p>They stand here until they are resolved or deleted in the document.</p>`;
}

function body({ read }: OriginalPage): Html {
  if (read === null) return html`<p role="status">Reading the document…</p>`;
  if (typeof read === 'string') return html`<p role="alert">${read}</p>`;
  const { format, warnings } = read;
  return html`<p>Area SEND reads this ${KINDS[format]} and changes nothing in it. To draft or correct, work on a copy in Markdown.</p>
<p>${link('areaSend.importDocument', 'Import as Markdown')}${format === 'docx' && link('areaSend.saveComments', 'Save findings as Word comments')}</p>
${comments(read.comments)}
<h2>What cannot be carried over</h2>
${warnings.length === 0 ? html`<p>Everything can be.</p>` : html`<ul>${warnings.map(({ what, where }) => html`<li>${where}: ${what}</li>`)}</ul>`}`;
}

/** The whole page: no script, nothing from elsewhere; its links run commands of this extension. */
export const originalPage = (page: OriginalPage): string =>
  html`<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<title>${page.name}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${page.name}</h1>
${body(page)}
</main>
</body>
</html>
`.markup;
