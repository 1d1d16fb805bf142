/*
 * Where comments stand in Word files: `npm run word-comments -- FOLDER [--libreoffice] [--show]`.
 * Words all over each file get a comment of their own. The copies are read back by the import, by mammoth and, with --libreoffice, by LibreOffice;
 * all other parts of the file must be what they were, byte for byte.
 */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { unzipSync } from 'fflate';
import mammoth from 'mammoth';
import { addComments, type Remark } from '../src/convert/export/index.js';
import { importDocument } from '../src/convert/import/index.js';
import { given, savedByOffice } from './_office.js';

const {
  paths: [folder],
  has,
} = given('word-comments -- FOLDER [--libreoffice] [--show]');
const show = has('--show');
const libreOffice = has('--libreoffice');

const TODAY = '2026-11-26';
const AUTHOR = 'Area SEND';
/** Comments in a file. */
const MOST = 400;
/** What comments are written into. */
const OURS = /^word\/(?:document|comments)\d?\.xml$|^word\/_rels\/document\.xml\.rels$|^\[Content_Types\]\.xml$/;
const scratch = mkdtempSync(join(tmpdir(), 'area-send-comments-'));
mkdirSync(join(scratch, 'out'));

/** Remarks on words that readers see, evenly over the file; addresses of links, tags and the like hold none. */
function remarksOn(markdown: string): Remark[] {
  const hidden =
    /!\[[^\]]*\]\([^()\s]*\)|\]\([^()\s]*\)|<[^<>]{0,300}>|^---\n[^]*?\n---\n|^\[\^[^\]]*\]:|\[\^[^\]]*\]|&\w+;|^!?\[.*?\]: .*$|^[ \t]*(?:```|~~~).*$|^[ \t]*\d+[.)]/gm;
  const seen = markdown.replace(hidden, (found) => ' '.repeat(found.length));
  const words = Array.from(seen.matchAll(/[\p{L}\p{N}][\p{L}\p{N}’'-]*/gu));
  const step = Math.ceil(words.length / MOST);
  return words
    .filter((_, index) => index % step === 0)
    .map(({ index, 0: word }) => ({ start: index, end: index + word.length, title: `word ${index}`, paragraphs: [] }));
}

const letters = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '');
const unescaped = (text: string): string => text.replace(/<[^<>]*>/g, '').replace(/&(?:amp|lt|gt|quot|apos);/g, '');

/** By the title of each comment the words it stands on, as LibreOffice has them. */
function inLibreOffice(path: string): Map<string, string> {
  savedByOffice(scratch, 'fodt', join(scratch, 'out'), [path]);
  const xml = readFileSync(join(scratch, 'out', `${basename(path, '.docx')}.fodt`), 'utf8');
  const stands = new Map<string, string>();
  const open = new Map<string, { readonly title: string; words: string }>();
  let note: { readonly name: string; words: string } | null = null;
  for (const [piece, close, tag] of xml.matchAll(/<(\/?)([\w:-]+)(?![\w:-])[^<>]*>|[^<]+/g)) {
    if (tag === 'office:annotation') {
      if (!close) note = { name: /office:name="([^"]*)"/.exec(piece)?.[1] ?? '', words: '' };
      else if (note) {
        const title = /word \d+/.exec(note.words)?.[0] ?? '';
        if (note.name === '') stands.set(title, '');
        else open.set(note.name, { title, words: '' });
        note = null;
      }
    } else if (tag === 'office:annotation-end') {
      const name = /office:name="([^"]*)"/.exec(piece)?.[1] ?? '';
      const found = open.get(name);
      if (found) stands.set(found.title, found.words);
      open.delete(name);
    } else if (tag === undefined) {
      if (note) note.words += piece;
      else for (const found of open.values()) found.words += piece;
    }
  }
  return stands;
}

interface Count {
  comments: number;
  exact: number;
  outside: number;
  near: number;
  import: number;
  mammoth: number;
  libreOffice: number;
  parts: number;
  changed: number;
}

async function countsOf(path: string): Promise<Count | string> {
  const bytes = new Uint8Array(readFileSync(path));
  let markdown: string;
  try {
    ({ markdown } = await importDocument(bytes, basename(path)));
  } catch (error) {
    return (error as Error).message;
  }
  const remarks = remarksOn(markdown);
  const { output, exact, outside, leftOut } = addComments(bytes, markdown, remarks, { today: TODAY });
  const before = unzipSync(bytes);
  const after = unzipSync(output);
  const kept = Object.keys(before).filter((name) => !OURS.test(name));
  const changed = kept.filter((name) => !after[name] || Buffer.compare(before[name]!, after[name]) !== 0);
  const read = (await importDocument(output, basename(path))).comments.filter(({ author }) => author === AUTHOR);
  const isAt = (title: string, on: string | undefined): boolean => {
    const { start, end } = remarks.find((remark) => remark.title === title)!;
    return letters(on ?? '') === letters(markdown.slice(start, end));
  };
  const titled = read.map(({ text, on }) => ({ title: /word \d+/.exec(text)![0], on }));
  const byImport = titled.filter(({ title, on }) => isAt(title, on));
  const { value: html } = await mammoth.convertToHtml({ buffer: Buffer.from(output) }, { styleMap: ['comment-reference => sup'] });
  const byMammoth = new Set(Array.from(html.matchAll(/>word \d+</g), ([found]) => found)).size;
  let byLibreOffice = 0;
  if (libreOffice) {
    const copy = join(scratch, 'a.docx');
    writeFileSync(copy, output);
    const stands = inLibreOffice(copy);
    byLibreOffice = remarks.filter(({ title }) => isAt(title, unescaped(stands.get(title) ?? ''))).length;
    if (show)
      for (const { title, start, end } of remarks)
        if (!isAt(title, unescaped(stands.get(title) ?? '')))
          console.log(`    LibreOffice: ${markdown.slice(start, end)} at “${stands.get(title)?.slice(0, 60) ?? 'nothing'}”`);
  }
  if (show) {
    for (const { what, where } of leftOut) console.log(`    ${what} ${where}`);
    for (const { title, on } of titled) {
      const { start, end } = remarks.find((remark) => remark.title === title)!;
      if (!isAt(title, on)) console.log(`    import: ${markdown.slice(start, end)} at “${on.slice(0, 60)}”`);
    }
    for (const name of changed) console.log(`    changed: ${name}`);
  }
  return {
    comments: remarks.length,
    exact,
    outside,
    near: leftOut.length,
    import: byImport.length,
    mammoth: byMammoth,
    libreOffice: byLibreOffice,
    parts: kept.length,
    changed: changed.length,
  };
}

const HEADS: readonly (readonly [keyof Count, string])[] = [
  ['comments', 'comments'],
  ['exact', 'at words'],
  ['outside', 'at box/note'],
  ['near', 'near'],
  ['import', 'import'],
  ['mammoth', 'mammoth'],
  ...(libreOffice ? [['libreOffice', 'LibreOffice'] as const] : []),
  ['parts', 'other parts'],
  ['changed', 'changed'],
];

async function main(): Promise<void> {
  const files = readdirSync(folder!).filter((name) => /\.doc[xm]$/.test(name));
  const width = files.reduce((most, name) => Math.max(most, name.length), 5) + 2;
  const row = (name: string, cells: readonly string[]): string => [name.padEnd(width), ...cells.map((cell) => cell.padStart(12))].join('');
  console.log(
    row(
      '',
      HEADS.map(([, title]) => title),
    ),
  );
  const total: Partial<Record<keyof Count, number>> = {};
  for (const name of files) {
    const counts = await countsOf(join(folder!, name));
    if (typeof counts === 'string') {
      console.log(`${name.padEnd(width)} refused: ${counts}`);
      continue;
    }
    for (const [key] of HEADS) total[key] = (total[key] ?? 0) + counts[key];
    console.log(
      row(
        name,
        HEADS.map(([key]) => String(counts[key])),
      ),
    );
  }
  console.log(
    row(
      'all',
      HEADS.map(([key]) => String(total[key] ?? 0)),
    ),
  );
}

try {
  await main();
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
