/** Word and PDF files for the tests, made from Markdown by the product's own writers and the browser. */
import { readFileSync, writeFileSync } from 'node:fs';
import { openPage } from '../../../.ci/vscode/server.mjs';
import { addComments, exportDocx, exportHtml } from '../../../src/convert/export/index.js';

const TODAY = '2026-03-12';

/** A Word file, with comments of a colleague where words are given for them. */
export async function writeWord(markdown: string, file: string, comments: Readonly<Record<string, string>> = {}): Promise<void> {
  const { output } = await exportDocx(markdown, { today: TODAY });
  const remarks = Object.entries(comments).map(([words, text]) => {
    const start = markdown.indexOf(words);
    return { start, end: start + words.length, title: 'To be looked at', paragraphs: [text] };
  });
  writeFileSync(
    file,
    remarks.length === 0 ? output : addComments(output, markdown, remarks, { today: TODAY, mask: (text: string) => text }).output,
  );
}

export async function writePdf(markdown: string, file: string): Promise<void> {
  const browser = await openPage();
  await browser.page.setContent(exportHtml(markdown, { today: TODAY }).output);
  writeFileSync(file, await browser.page.pdf({ format: 'A4', tagged: true }));
  await browser.close();
}

export const example = (path: string): string => readFileSync(`examples/${path}`, 'utf8');
