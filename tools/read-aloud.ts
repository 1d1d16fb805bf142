/*
 * What somebody hears who reads a published document by its structure: `npm run read-aloud -- FILE.md`.
 * First the web page, from the accessibility tree that a browser gives to screen readers; then the Word file, as LibreOffice reads it.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { exportDocx, exportHtml } from '../src/convert/export/index.js';
import { parseXml, elementsOf, childOf, descendantsOf, textOf, type XmlElement } from '../src/convert/import/xml.js';
import { CHROMIUM } from '../test/_browser-pages.js';
import { savedByOffice } from './_office.js';

const [file] = process.argv.slice(2);
if (file === undefined || CHROMIUM === undefined) {
  console.error(file === undefined ? 'usage: npm run read-aloud -- FILE.md' : 'read-aloud: there is no Chromium here');
  process.exit(2);
}

const TODAY = '2026-11-26';
const scratch = mkdtempSync(join(tmpdir(), 'area-send-aloud-'));
const markdown = readFileSync(file, 'utf8');
const clip = (text: string): string => (text.length > 90 ? `${text.slice(0, 90)}…` : text);

/** A node of the tree that Chromium gives to assistive technology. */
interface Heard {
  readonly nodeId: string;
  readonly parentId?: string;
  readonly ignored: boolean;
  readonly role?: { readonly value: string };
  readonly name?: { readonly value: string };
  readonly childIds?: readonly string[];
  readonly properties?: readonly { readonly name: string; readonly value: { readonly value: unknown } }[];
}

const LANDMARKS = new Set(['banner', 'navigation', 'main', 'contentinfo', 'complementary', 'region']);

async function page(): Promise<void> {
  const path = join(scratch, 'page.html');
  writeFileSync(path, exportHtml(markdown, { today: TODAY }).output);
  const browser = await chromium.launch({ executablePath: CHROMIUM!, args: ['--no-sandbox'] });
  try {
    const opened = await browser.newPage();
    await opened.goto(pathToFileURL(path).href);
    console.log(`Web page “${await opened.title()}”, language ${await opened.evaluate<string>('document.documentElement.lang')}`);
    const session = await opened.context().newCDPSession(opened);
    const { nodes } = (await session.send('Accessibility.getFullAXTree')) as unknown as { nodes: readonly Heard[] };
    const byId = new Map(nodes.map((node) => [node.nodeId, node]));
    const within = (node: Heard, role: string): Heard[] =>
      (node.childIds ?? []).flatMap((id) => {
        const child = byId.get(id)!;
        return child.role?.value === role && !child.ignored ? [child] : within(child, role);
      });
    const nameOf = (node: Heard): string => node.name?.value ?? '';
    const visit = (node: Heard): void => {
      const role = node.ignored ? '' : (node.role?.value ?? '');
      if (LANDMARKS.has(role)) console.log(`  landmark: ${role}${nameOf(node) === '' ? '' : ` “${nameOf(node)}”`}`);
      if (role === 'heading') {
        const level = node.properties?.find(({ name }) => name === 'level')?.value.value;
        console.log(`${'  '.repeat(Number(level) + 1)}heading ${String(level)}: ${clip(nameOf(node))}`);
      }
      if (role === 'image') console.log(`    picture: ${nameOf(node)}`);
      if (role === 'table') {
        const rows = within(node, 'row');
        console.log(`    table “${clip(nameOf(node))}”, ${rows.length} rows`);
        console.log(`      columns: ${within(node, 'columnheader').map(nameOf).join(' | ')}`);
        const heads = within(node, 'rowheader').map(nameOf);
        if (heads.length > 0) console.log(`      rows: ${clip(heads.join(' | '))}`);
      }
      for (const id of node.childIds ?? []) visit(byId.get(id)!);
    };
    visit(nodes[0]!);
    const count = (role: string): number => nodes.filter((node) => !node.ignored && node.role?.value === role).length;
    console.log(`  and ${count('list')} lists with ${count('listitem')} items, ${count('link')} links`);
  } finally {
    await browser.close();
  }
}

function wordFile(bytes: Uint8Array): void {
  writeFileSync(join(scratch, 'word.docx'), bytes);
  savedByOffice(scratch, 'fodt', scratch, [join(scratch, 'word.docx')]);
  const root = parseXml(new Uint8Array(readFileSync(join(scratch, 'word.fodt'))));
  const words = (element: XmlElement): string => textOf(element).replace(/\s+/g, ' ').trim();
  const title = childOf(childOf(root, 'office:meta'), 'dc:title');
  const languages = new Set(
    [...descendantsOf(root, 'style:text-properties')].flatMap(({ attributes }) =>
      attributes['fo:language'] ? [`${attributes['fo:language']}-${attributes['fo:country'] ?? ''}`] : [],
    ),
  );
  console.log(`\nWord file “${title ? words(title) : ''}”, languages ${[...languages].join(', ')}`);
  const visit = (element: XmlElement): void => {
    if (element.name === 'text:h') {
      const level = Number(element.attributes['text:outline-level']);
      console.log(`${'  '.repeat(level + 1)}heading ${level}: ${clip(words(element))}`);
      return;
    }
    if (element.name === 'table:table') {
      const header = childOf(element, 'table:table-header-rows');
      console.log(`    table, ${[...descendantsOf(element, 'table:table-row')].length} rows`);
      console.log(
        `      repeated header row: ${header ? [...descendantsOf(header, 'table:table-cell')].map(words).join(' | ') : 'none: the first column names the rows'}`,
      );
      return;
    }
    if (element.name === 'draw:frame') console.log(`    picture: ${words(childOf(element, 'svg:desc') ?? element)}`);
    for (const child of elementsOf(element)) visit(child);
  };
  for (const text of descendantsOf(root, 'office:text')) visit(text);
  const body = [...descendantsOf(root, 'office:text')];
  const count = (name: string): number => body.reduce((sum, text) => sum + [...descendantsOf(text, name)].length, 0);
  console.log(`  and ${count('text:list-item')} list items, ${count('text:a')} links, ${count('text:note')} footnotes`);
}

try {
  console.log(basename(file));
  await page();
  wordFile((await exportDocx(markdown, { today: TODAY })).output);
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
