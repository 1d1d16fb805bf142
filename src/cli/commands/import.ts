import { existsSync, mkdirSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { Option } from 'commander';
import { maskDeep, maskOf } from '../../check/index.js';
import type { ImportResult } from '../../convert/import/types.js';
import { isImportName } from '../../convert/import/names.js';
import { pictureFolder, placePictures } from '../../convert/import/place-pictures.js';
import { plural } from '../../text/words.js';
import type { AddCommand } from '../command-tools.js';
import { attempt, readOrTell } from '../each-file.js';
import { UsageError } from '../errors.js';
import { cannotWrite, findFiles, shownPath, writeWhole, type InputFile, type InputProblem } from '../files.js';
import { Progress } from '../progress.js';
import { append } from '../../text/lists.js';
import { visible } from '../../text/visible.js';

interface ImportArguments {
  readonly out?: string;
  readonly format: 'markdown' | 'json';
  readonly force?: boolean;
}

const OTHER_NAME = 'this is no Word, OpenDocument, PDF, Excel or web file; give one that ends in .docx, .odt, .pdf, .xlsx or .html';

/** What `--format json` tells of one file; public. */
const importJson = (path: string, { format, markdown, warnings, comments, changes, furniture, pictures }: ImportResult): unknown => ({
  version: 1,
  path,
  format,
  markdown,
  warnings: warnings.map(({ code, what, where }) => ({ code, what, where })),
  comments,
  changes,
  furniture: furniture ?? [],
  pictures: (pictures ?? []).map(({ name }) => name),
});

/** `area-send import`: Word, OpenDocument, PDF, web and Excel files as Markdown. */
export const addImport: AddCommand = (command, tools) => {
  command('import', 'write Word, PDF, OpenDocument, web and Excel files as Markdown')
    .argument('<files...>', 'files that end in .docx, .odt, .pdf, .html or .xlsx')
    .option('--out <folder>', 'the folder to write to; beside each file when left out')
    .addOption(
      new Option('--format <format>', 'markdown writes a file for each; json prints what was read')
        .choices(['markdown', 'json'])
        .default('markdown'),
    )
    .option('--force', 'replace Markdown files that are there')
    .action(async (paths: string[], options: ImportArguments) => {
      const { cwd, streams } = tools;
      if (!streams.loadImport) throw new UsageError('this installation reads only Markdown');
      if (options.format === 'json' && (options.out !== undefined || options.force))
        throw new UsageError('--out and --force go with --format markdown; json is printed');
      const folder = options.out === undefined ? null : resolve(cwd, options.out);
      if (folder !== null && existsSync(folder) && !statSync(folder).isDirectory())
        throw new UsageError(`${options.out} is a file; give the folder that the Markdown is to be written to`);
      const workspace = tools.workspace();
      const problems: InputProblem[] = [];
      const named = paths.filter((path) => {
        if (!existsSync(resolve(cwd, path)) || !statSync(resolve(cwd, path)).isDirectory()) return true;
        problems.push({ path, message: 'this is a folder; give the files in it that are to be imported' });
        return false;
      });
      const found = named.length === 0 ? { files: [], problems: [] } : findFiles(named, cwd);
      append(problems, found.problems);
      const progress = new Progress(streams.err, found.files.length, 'files read');
      const lines: string[] = [];
      const results: unknown[] = [];
      const written = new Map<string, string>();
      const read = async ({ path, absolute }: InputFile): Promise<void> => {
        const problem = (message: string): void => void problems.push({ path, message });
        const target = join(folder ?? dirname(absolute), `${basename(absolute).replace(/\.[^.]+$/, '')}.md`);
        const shown = shownPath(target, cwd);
        if (!isImportName(absolute)) problem(OTHER_NAME);
        else if (options.format === 'markdown' && written.has(target))
          problem(`${written.get(target)} was written to ${shown} already; import it by itself, with another folder for --out`);
        else if (options.format === 'markdown' && existsSync(target) && !options.force)
          problem(`${shown} is already there; choose another folder with --out, or give --force to replace it`);
        else {
          const input = await readOrTell(workspace, absolute);
          if (typeof input === 'string' || !input.converted) problem(typeof input === 'string' ? input : OTHER_NAME);
          else if (options.format === 'json') results.push(importJson(path, input.converted));
          else {
            try {
              mkdirSync(dirname(target), { recursive: true });
              const { markdown, files } = withPictures(input.converted, absolute, target);
              const there = files.find((file) => existsSync(file.path) && !options.force);
              if (there)
                return problem(
                  `${shownPath(there.path, cwd)} is already there; choose another folder with --out, or give --force to replace it`,
                );
              for (const file of files) {
                mkdirSync(dirname(file.path), { recursive: true });
                writeWhole(file.path, file.bytes);
              }
              writeWhole(target, markdown);
              written.set(target, path);
              const { warnings, comments } = input.converted;
              const mask = maskOf(await workspace.source.openText(absolute, input.text));
              append(
                lines,
                [`${path} → ${shown}`, ...picturesLine(files, cwd), ...notesOf(maskDeep({ warnings, comments }, mask))].map(visible),
              );
            } catch (error) {
              if (typeof (error as NodeJS.ErrnoException).code !== 'string') throw error;
              problem(cannotWrite(shown, error));
            }
          }
        }
      };
      for (const file of found.files) {
        await attempt(file.path, problems, () => read(file));
        progress.step();
      }
      progress.end();
      if (options.format === 'json') tools.printJson(paths.length === 1 && results.length === 1 ? results[0] : results);
      else tools.print(lines.join('\n'));
      tools.complain([...workspace.configs.problems, ...problems]);
    });
};

/** The Markdown as it is written to a file, and the pictures that go into a folder beside it. */
function withPictures(
  { format, markdown, pictures = [] }: ImportResult,
  original: string,
  target: string,
): { markdown: string; files: { path: string; bytes: Uint8Array }[] } {
  if (format === 'html') {
    // Those of a web page are files already.
    const way = relative(dirname(target), dirname(original)).split(/[\\/]/).map(encodeURIComponent).join('/');
    return { markdown: way === '' ? markdown : placePictures(markdown, pictures, way), files: [] };
  }
  const folder = pictureFolder(basename(target));
  const files = pictures.flatMap((picture) => {
    const bytes = picture.read();
    return bytes ? [{ path: join(dirname(target), folder, picture.name), bytes }] : [];
  });
  return { markdown: placePictures(markdown, pictures, folder), files };
}

const picturesLine = (files: readonly { path: string }[], cwd: string): string[] =>
  files.length === 0 ? [] : [`  ${plural(files.length, 'picture')} → ${shownPath(dirname(files[0]!.path), cwd)}`];

/** What could not be carried over, and the comments, a line each. */
function notesOf({ warnings, comments }: Pick<ImportResult, 'warnings' | 'comments'>): string[] {
  const open = comments.filter(({ resolved }) => !resolved);
  return [
    ...warnings.map(({ what, where }) => `  ${where}: ${what}`),
    ...(open.length > 0 ? [`  ${plural(open.length, 'comment')} that nobody has resolved:`] : []),
    ...open.map(({ author, text, on }) => `    ${author ?? 'Somebody'}${on === '' ? '' : ` on “${clip(on)}”`}: ${clip(text)}`),
  ];
}

const clip = (text: string): string => {
  const line = text.replace(/\s+/g, ' ');
  return line.length > 160 ? `${line.slice(0, 159)}…` : line;
};
