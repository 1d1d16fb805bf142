/*
 * What comes home of documents that somebody edits on the way: `npm run edited-round-trip -- FOLDER… [--show]`.
 * Each is written as a Word file; LibreOffice opens it; words are changed, paragraphs and list items put in and taken out, in LibreOffice's own
 * format; LibreOffice saves it as a Word file; that is imported. Against the same way without edits, the difference must be the edits and no more.
 */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { exportDocx } from '../src/convert/export/index.js';
import { importDocument } from '../src/convert/import/index.js';
import { given, savedByOffice } from './_office.js';

const { paths: folders, has } = given('edited-round-trip -- FOLDER… [--show]');
const show = has('--show');

const TODAY = '2026-11-26';
const scratch = mkdtempSync(join(tmpdir(), 'area-send-edited-'));

/** Files of one folder in another format, in a folder of that name beside it. */
function converted(files: readonly string[], format: string, to: string): void {
  mkdirSync(join(scratch, to), { recursive: true });
  savedByOffice(scratch, format, join(scratch, to), files);
}

type Where = 'heading' | 'paragraph' | 'list item' | 'cell' | 'footnote';

/** A stretch of text in LibreOffice's format that no tag interrupts. */
interface Stretch {
  readonly where: Where;
  readonly start: number;
  readonly text: string;
  /** The paragraph or heading that holds it. */
  readonly block: Block;
}

interface Block {
  readonly start: number;
  end: number;
  /** Of the list item with nothing but this paragraph; null where there is none. */
  item: { start: number; end: number } | null;
  /** Holds nothing but words. */
  isPlain: boolean;
}

const WHERE: Readonly<Record<string, Where>> = {
  'table:table-cell': 'cell',
  'text:list-item': 'list item',
  'text:note': 'footnote',
};

function stretchesOf(xml: string): Stretch[] {
  const body = xml.indexOf('<office:text');
  const found: Stretch[] = [];
  const open: { readonly name: string; readonly start: number; blocks: number; block: Block | null }[] = [];
  let block: Block | null = null;
  const tags = /<(\/?)([\w:-]+)(?![\w:-])([^<>]*)>/g;
  tags.lastIndex = body;
  let at = body;
  for (let match = tags.exec(xml); match; match = tags.exec(xml)) {
    const [tag, close, name, rest] = match as unknown as [string, string, string, string];
    const text = xml.slice(at, match.index);
    if (block && text.trim() !== '' && !/[&\n]/.test(text)) {
      const inner = open.findLast((element) => WHERE[element.name] !== undefined)?.name;
      const where = open.some((element) => element.name === 'text:h') ? 'heading' : inner ? WHERE[inner]! : 'paragraph';
      // The number of a footnote is written by the program.
      if (!open.some((element) => element.name === 'text:note-citation')) found.push({ where, start: at, text, block });
    }
    at = match.index + tag.length;
    if (name === 'text:p' || name === 'text:h') {
      if (close) {
        if (block) block.end = at;
        block = null;
      } else if (!rest.endsWith('/')) {
        block = { start: match.index, end: -1, item: null, isPlain: true };
        const list = open.findLast((element) => element.name === 'text:list-item');
        if (list) {
          list.blocks++;
          list.block = block;
        }
      }
    } else if (block && !['text:span', 'text:s'].includes(name)) block.isPlain = false;
    if (close) {
      const element = open.pop()!;
      if (element.name === 'text:list-item' && element.blocks === 1) element.block!.item = { start: element.start, end: at };
    } else if (!rest.endsWith('/')) {
      // A list within an item makes more of it than one paragraph.
      if (name === 'text:list') for (const element of open) element.blocks += element.name === 'text:list-item' ? 2 : 0;
      open.push({ name, start: match.index, blocks: 0, block: null });
    }
    if (name === 'office:text' && close) break;
  }
  return found;
}

interface Change {
  readonly kind: string;
  /** In LibreOffice's format. */
  readonly xml: { readonly start: number; readonly end: number; readonly text: string };
  /** In the Markdown. */
  readonly markdown: { readonly start: number; readonly end: number; readonly text: string };
}

const once = (text: string, words: string): boolean => text.indexOf(words) >= 0 && text.indexOf(words) === text.lastIndexOf(words);

/** Edits that are chosen by chance, the same for the same document: at most two of a kind. */
function changesFor(xml: string, markdown: string, seed: number): Change[] {
  let state = seed;
  const next = (below: number): number => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return (state >>> 8) % below;
  };
  const stretches = stretchesOf(xml);
  const changes: Change[] = [];
  const count = new Map<string, number>();
  const taken = new Set<Block>();
  const lineAt = (offset: number): { start: number; end: number } => ({
    start: markdown.lastIndexOf('\n', offset - 1) + 1,
    end: markdown.indexOf('\n', offset),
  });
  const add = (change: Change, block: Block): void => {
    changes.push(change);
    count.set(change.kind, (count.get(change.kind) ?? 0) + 1);
    taken.add(block);
  };
  const few = (kind: string): boolean => (count.get(kind) ?? 0) < 2;
  for (let tries = 0; tries < 400 && changes.length < 14; tries++) {
    const stretch = stretches[next(stretches.length)];
    if (!stretch || taken.has(stretch.block)) continue;
    const pairs = Array.from(stretch.text.matchAll(/(?<!\S)[A-Za-z]{4,} [a-z]{4,}(?!\S)/g));
    const pair = pairs[next(Math.max(1, pairs.length))];
    if (!pair || !once(markdown, pair[0]) || !once(xml.slice(xml.indexOf('<office:text')), pair[0])) continue;
    const at = markdown.indexOf(pair[0]);
    const line = lineAt(at);
    const words = markdown.slice(line.start, line.end);
    const number = changes.length + 1;
    const { block, where } = stretch;
    // Links within the document follow the words of their heading.
    if (where === 'heading' && markdown.includes('](#')) continue;
    const isWholeLine =
      block.isPlain && where === 'paragraph' && markdown.slice(line.end, line.end + 2) === '\n\n' && !/^[#>|\s\d-]/.test(words);
    const isItem =
      block.isPlain && block.item !== null && where === 'list item' && /^- /.test(words) && markdown.startsWith('\n- ', line.end);
    const kind = ['words', 'added', 'removed'][next(3)]!;
    if (kind === 'words' && few(`words in a ${where}`)) {
      const start = stretch.start + pair.index;
      const text = `other words ${number}`;
      add(
        {
          kind: `words in a ${where}`,
          xml: { start, end: start + pair[0].length, text },
          markdown: { start: at, end: at + pair[0].length, text },
        },
        block,
      );
    } else if (kind === 'added' && isWholeLine && few('paragraph added')) {
      const text = `Paragraph ${number} was written in between.`;
      add(
        {
          kind: 'paragraph added',
          xml: { start: block.end, end: block.end, text: `<text:p text:style-name="Standard">${text}</text:p>` },
          markdown: { start: line.end, end: line.end, text: `\n\n${text}` },
        },
        block,
      );
      // Lists that nothing stands between become one.
    } else if (kind === 'removed' && isWholeLine && few('paragraph removed') && !/^(?:- |\d)/.test(markdown.slice(line.end + 2))) {
      add(
        {
          kind: 'paragraph removed',
          xml: { start: block.start, end: block.end, text: '' },
          markdown: { start: line.start, end: line.end + 2, text: '' },
        },
        block,
      );
    } else if (kind === 'added' && isItem && few('list item added')) {
      const text = `Item ${number} was written in between`;
      const again = /^<text:p[^>]*>/.exec(xml.slice(block.start))![0];
      add(
        {
          kind: 'list item added',
          xml: { start: block.item!.end, end: block.item!.end, text: `<text:list-item>${again}${text}</text:p></text:list-item>` },
          markdown: { start: line.end, end: line.end, text: `\n- ${text}` },
        },
        block,
      );
    } else if (kind === 'removed' && isItem && few('list item removed')) {
      add(
        {
          kind: 'list item removed',
          xml: { ...block.item!, text: '' },
          markdown: { start: line.start, end: line.end + 1, text: '' },
        },
        block,
      );
    }
  }
  return changes;
}

function applied(text: string, edits: readonly { readonly start: number; readonly end: number; readonly text: string }[]): string {
  return [...edits]
    .sort((a, b) => b.start - a.start)
    .reduce((now, edit) => now.slice(0, edit.start) + edit.text + now.slice(edit.end), text);
}

/** Lines that stand in one text and not in the other. */
function difference(before: string, after: string): { lost: string[]; gained: string[] } {
  const left = new Map<string, number>();
  for (const line of after.split('\n')) left.set(line, (left.get(line) ?? 0) + 1);
  const lost = before.split('\n').filter((line) => {
    const count = left.get(line) ?? 0;
    left.set(line, count - 1);
    return count <= 0;
  });
  return { lost, gained: Array.from(left).flatMap(([line, count]) => new Array<string>(Math.max(0, count)).fill(line)) };
}

async function main(): Promise<void> {
  const files = folders.flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith('.md') && name !== 'README.md')
      .map((name) => join(folder, name)),
  );
  mkdirSync(join(scratch, 'sent'));
  const named = files.map((path, index) => ({ path, name: `${index}` }));
  for (const { path, name } of named)
    writeFileSync(join(scratch, 'sent', `${name}.docx`), (await exportDocx(readFileSync(path, 'utf8'), { today: TODAY })).output);
  const all = (folder: string, format: string): string[] => named.map(({ name }) => join(scratch, folder, `${name}.${format}`));
  converted(all('sent', 'docx'), 'fodt', 'opened');
  converted(all('opened', 'fodt'), 'docx:MS Word 2007 XML', 'same');
  const read = async (folder: string, name: string): Promise<string> =>
    (await importDocument(new Uint8Array(readFileSync(join(scratch, folder, `${name}.docx`))), 'a.docx')).markdown;
  const expected = new Map<string, { readonly changes: readonly Change[]; readonly markdown: string; readonly same: string }>();
  mkdirSync(join(scratch, 'edited'));
  for (const [index, { name }] of named.entries()) {
    const xml = readFileSync(join(scratch, 'opened', `${name}.fodt`), 'utf8');
    const same = await read('same', name);
    const changes = changesFor(xml, same, 7 + index);
    writeFileSync(
      join(scratch, 'edited', `${name}.fodt`),
      applied(
        xml,
        changes.map((change) => change.xml),
      ),
    );
    const markdown = applied(
      same,
      changes.map((change) => change.markdown),
    );
    expected.set(name, { changes, markdown, same });
  }
  converted(all('edited', 'fodt'), 'docx:MS Word 2007 XML', 'back');
  const kinds = new Map<string, { made: number; home: number }>();
  let others = 0;
  for (const { path, name } of named) {
    const { changes, markdown } = expected.get(name)!;
    const back = await read('back', name);
    const { lost, gained } = difference(markdown, back);
    const wrong = Math.max(lost.length, gained.length) + (lost.length + gained.length === 0 && markdown !== back ? 1 : 0);
    others += wrong;
    for (const { kind, markdown: edit } of changes) {
      const entry = kinds.get(kind) ?? { made: 0, home: 0 };
      entry.made++;
      // What was taken out is home where nothing else differs.
      entry.home += (edit.text === '' ? wrong === 0 : back.includes(edit.text.trim())) ? 1 : 0;
      kinds.set(kind, entry);
    }
    if (!show || wrong === 0) continue;
    console.log(`${basename(path)}: ${changes.map(({ kind }) => kind).join(', ')}`);
    for (const line of lost.slice(0, 8)) console.log(`    - ${line.slice(0, 200)}`);
    for (const line of gained.slice(0, 8)) console.log(`    + ${line.slice(0, 200)}`);
  }
  const made = [...kinds.values()].reduce((sum, entry) => sum + entry.made, 0);
  const home = [...kinds.values()].reduce((sum, entry) => sum + entry.home, 0);
  for (const [kind, entry] of [...kinds].sort()) console.log(`${kind.padEnd(24)} ${entry.home} of ${entry.made}`);
  console.log(`${files.length} documents, ${made} edits in LibreOffice: ${home} come home, ${others} other lines differ`);
  assert.deepEqual([home, others], [made, 0]);
}

try {
  await main();
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
