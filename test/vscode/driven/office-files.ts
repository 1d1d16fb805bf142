/** Word and PDF files for the tests, made from Markdown by the product's own writers and the browser. */
import { readFileSync, writeFileSync } from 'node:fs';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { openPage } from '../../../.ci/vscode/server.mjs';
import { addComments, exportDocx, exportHtml } from '../../../src/convert/export/index.js';

const TODAY = '2026-03-12';

const WORD_14 = 'http://schemas.microsoft.com/office/word/2010/wordml';
const WORD_15 = 'http://schemas.microsoft.com/office/word/2012/wordml';

/** As Word notes that somebody has resolved all comments. */
function resolvedIn(bytes: Uint8Array): Uint8Array {
  const parts = unzipSync(bytes);
  const edit = (path: string, change: (xml: string) => string): void => {
    parts[path] = strToU8(change(strFromU8(parts[path]!)));
  };
  const ids: string[] = [];
  edit('word/comments.xml', (xml) =>
    xml.replace('<w:comments ', `<w:comments xmlns:w14="${WORD_14}" `).replace(/<w:p>/g, () => {
      ids.push(`0000000${ids.length + 1}`);
      return `<w:p w14:paraId="${ids.at(-1)!}">`;
    }),
  );
  edit('word/_rels/document.xml.rels', (xml) =>
    xml.replace(
      '</Relationships>',
      '<Relationship Id="rIdResolved" Type="http://schemas.microsoft.com/office/2011/relationships/commentsExtended" Target="commentsExtended.xml"/></Relationships>',
    ),
  );
  const done = ids.map((id) => `<w15:commentEx w15:paraId="${id}" w15:done="1"/>`).join('');
  parts['word/commentsExtended.xml'] = strToU8(`<w15:commentsEx xmlns:w15="${WORD_15}">${done}</w15:commentsEx>`);
  return zipSync(parts);
}

interface Colleague {
  /** What is said, by the words it is said of. */
  readonly comments?: Readonly<Record<string, string>>;
  readonly resolved?: boolean;
}

/** A Word file, with what a colleague says in it. */
export async function writeWord(markdown: string, file: string, { comments = {}, resolved = false }: Colleague = {}): Promise<void> {
  const { output } = await exportDocx(markdown, { today: TODAY });
  const remarks = Object.entries(comments).map(([words, text]) => {
    const start = markdown.indexOf(words);
    return { start, end: start + words.length, title: 'To be looked at', paragraphs: [text] };
  });
  const said =
    remarks.length === 0 ? output : addComments(output, markdown, remarks, { today: TODAY, mask: (text: string) => text }).output;
  writeFileSync(file, resolved ? resolvedIn(said) : said);
}

export async function writePdf(markdown: string, file: string): Promise<void> {
  const browser = await openPage();
  await browser.page.setContent(exportHtml(markdown, { today: TODAY }).output);
  writeFileSync(file, await browser.page.pdf({ format: 'A4', tagged: true }));
  await browser.close();
}

export const example = (path: string): string => readFileSync(`examples/${path}`, 'utf8');
