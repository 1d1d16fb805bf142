// Other programs on the same files. None of them is part of the product: each is left out where it is not installed.
import { spawnSync } from 'node:child_process';

export interface Peer {
  readonly name: string;
  /** Null where it cannot read the file. */
  read(path: string): Promise<string | null>;
}

/** A module that may not be there; its name is not known to the compiler. */
async function optional(name: string): Promise<Record<string, unknown> | null> {
  try {
    return (await import(name)) as Record<string, unknown>;
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
      const result = await converter.convert(path);
      return result?.markdown ?? result?.text_content ?? null;
    },
  };
}

export async function peers(): Promise<Peer[]> {
  return [pandoc(), await mammoth(), await markitdown()].filter((peer) => peer !== null);
}
