// Other programs on the same files. None of them is part of the product: each is left out where it is not to be had.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

export interface Peer {
  readonly name: string;
  /** Null where it cannot read the file. */
  read(path: string): Promise<string | null>;
}

/** The libraries are fetched into a folder of their own when peers are asked for, so that the project does not depend on them. */
const FOLDER = join(tmpdir(), 'area-send-peers');
const LIBRARIES = ['mammoth', '@opendocsg/pdf2md', 'markitdown-ts'];

function fetchLibraries(): void {
  if (LIBRARIES.every((name) => existsSync(join(FOLDER, 'node_modules', name)))) return;
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(join(FOLDER, 'package.json'), '{ "private": true }');
  spawnSync('npm', ['install', '--no-audit', '--no-fund', ...LIBRARIES], { cwd: FOLDER, stdio: 'ignore' });
}

/** A library that may not be there; its name is not known to the compiler. */
async function optional(name: string): Promise<Record<string, unknown> | null> {
  try {
    const path = createRequire(join(FOLDER, 'package.json')).resolve(name);
    const library = (await import(pathToFileURL(path).href)) as Record<string, unknown>;
    return { ...library, ...(library.default as Record<string, unknown> | undefined), default: library.default };
  } catch {
    return null;
  }
}

const FORMATS: Readonly<Record<string, string>> = { '.docx': 'docx', '.odt': 'odt', '.html': 'html', '.rtf': 'rtf' };

function pandoc(): Peer | null {
  if (spawnSync('pandoc', ['--version']).status !== 0) return null;
  return {
    name: 'pandoc',
    read: (path) => {
      const format = FORMATS[/\.\w+$/.exec(path)?.[0] ?? ''];
      if (!format) return Promise.resolve(null);
      const { status, stdout } = spawnSync('pandoc', ['-f', format, '-t', 'gfm', '--wrap=none', path], {
        encoding: 'utf8',
        maxBuffer: 64 * 1024 * 1024,
      });
      return Promise.resolve(status === 0 ? stdout : null);
    },
  };
}

async function mammoth(): Promise<Peer | null> {
  const { default: library } = (await optional('mammoth')) ?? {};
  if (!library) return null;
  const { unified } = await import('unified');
  const { default: parse } = await import('rehype-parse');
  const { default: toRemark } = await import('rehype-remark');
  const { default: gfm } = await import('remark-gfm');
  const { default: stringify } = await import('remark-stringify');
  const processor = unified().use(parse, { fragment: true }).use(toRemark).use(gfm).use(stringify, { bullet: '-' });
  const { convertToHtml } = library as { convertToHtml: (input: { path: string }) => Promise<{ value: string }> };
  return {
    name: 'mammoth and rehype-remark',
    read: async (path) => (/\.doc[xm]$/.test(path) ? String(await processor.process((await convertToHtml({ path })).value)) : null),
  };
}

async function markitdown(): Promise<Peer | null> {
  const library = await optional('markitdown-ts');
  if (!library) return null;
  const converter = new (
    library.MarkItDown as new () => {
      convert: (path: string) => Promise<{ markdown?: string; text_content?: string } | null>;
    }
  )();
  return {
    name: 'markitdown-ts',
    read: async (path) => {
      // The reader of PDF here leaves a worker of its own version behind.
      delete (globalThis as { pdfjsWorker?: unknown }).pdfjsWorker;
      const result = await converter.convert(path);
      return result?.markdown ?? result?.text_content ?? null;
    },
  };
}

async function pdf2md(): Promise<Peer | null> {
  const library = await optional('@opendocsg/pdf2md');
  if (!library) return null;
  const convert = library.default as (bytes: Uint8Array) => Promise<string>;
  return {
    name: '@opendocsg/pdf2md',
    read: async (path) => (path.endsWith('.pdf') ? await convert(readFileSync(path)) : null),
  };
}

/** Those that can be had on this computer, which must reach the npm registry once. */
export async function peers(): Promise<Peer[]> {
  fetchLibraries();
  return [pandoc(), await mammoth(), await pdf2md(), await markitdown()].filter((peer) => peer !== null);
}
