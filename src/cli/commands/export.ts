import { existsSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { Option } from 'commander';
import { acronymsOf, maskOf } from '../../check/index.js';
import { isPlanKind, type DocumentKind } from '../../framework/types.js';
import { familiesPage, type FamiliesPage } from '../../tracker/index.js';
import { kindOption, todayOption, type AddCommand } from '../command-tools.js';
import { attempt, readOrTell } from '../each-file.js';
import { UsageError } from '../errors.js';
import { exportSetup } from '../exporter.js';
import { cannotWrite, findFiles, shownPath, writeWhole, type InputFile, type InputProblem } from '../files.js';
import type { Workspace } from '../workspace.js';
import { Progress } from '../progress.js';
import { append } from '../../text/lists.js';
import { visible } from '../../text/visible.js';

interface ExportArguments {
  format: 'docx' | 'html';
  out?: string;
  reference?: string;
  force?: boolean;
  for?: 'families';
  kind?: DocumentKind;
  today?: string;
}

const isFolder = (path: string): boolean => existsSync(path) && statSync(path).isDirectory();

/** `area-send export`: Markdown as an accessible Word file or web page. */
export const addExport: AddCommand = (command, tools) => {
  command('export', 'write documents as accessible Word files or web pages')
    .argument('<paths...>', 'files, folders or patterns')
    .addOption(new Option('--format <format>', 'what to write').choices(['docx', 'html']).default('docx'))
    .option('--out <path>', 'the file to write, or the folder for several; beside each document when left out')
    .option('--reference <file>', 'a Word file whose styles, fonts, paper, margins and running heads are taken')
    .addOption(new Option('--for <readers>', 'a page for these readers, made of the words of a plan').choices(['families']))
    .option('--force', 'replace files that are there')
    .addOption(kindOption())
    .addOption(todayOption())
    .action(async (paths: string[], options: ExportArguments) => {
      const { cwd, streams } = tools;
      if (!streams.loadExport) throw new UsageError('this installation cannot write Word files and web pages');
      if (options.reference !== undefined && options.format !== 'docx') throw new UsageError('--reference goes with --format docx');
      const exporters = await streams.loadExport();
      const reference = options.reference === undefined ? undefined : readReferenceFile(resolve(cwd, options.reference), options.reference);
      const workspace = tools.workspace();
      const found = findFiles(paths, cwd);
      const problems: InputProblem[] = [...found.problems];
      const out = options.out === undefined ? null : resolve(cwd, options.out);
      const intoFolder = out !== null && (found.files.length > 1 || isFolder(out) || /[\\/]$/.test(options.out!));
      const given = new Set(found.files.map(({ absolute }) => absolute));
      const written = new Set<string>();
      const lines: string[] = [];
      const progress = new Progress(streams.err, found.files.length, 'documents written');
      const write = async ({ path, absolute }: InputFile): Promise<void> => {
        const name = `${basename(absolute).replace(/\.[^.]+$/, '')}${options.for ? `-${options.for}` : ''}.${options.format}`;
        const target = out === null ? join(dirname(absolute), name) : intoFolder ? join(out, name) : out;
        const shown = shownPath(target, cwd);
        const problem = written.has(target)
          ? `another document was written to ${shown}; write it by itself, with another name for --out`
          : given.has(target)
            ? `${shown} is one of the documents to be written; choose another name with --out`
            : existsSync(target) && !options.force
              ? `${shown} is already there; choose another name with --out, or give --force to replace it`
              : null;
        const input = problem ?? (await readOrTell(workspace, absolute));
        if (typeof input === 'string') {
          problems.push({ path, message: input });
          return;
        }
        const day = options.today ?? tools.today();
        const families = options.for ? await forFamilies(workspace, absolute, input.text, options.kind) : null;
        if (typeof families === 'string') {
          problems.push({ path, message: families });
          return;
        }
        const text = families?.markdown ?? input.text;
        const { mask, ...setup } = exportSetup(exporters, workspace, absolute, text, { today: day, kind: options.kind });
        try {
          const { output, leftOut } =
            options.format === 'html'
              ? exporters.exportHtml(text, setup)
              : await exporters.exportDocx(text, { ...setup, ...(reference ? { reference } : {}) });
          mkdirSync(dirname(target), { recursive: true });
          writeWhole(target, output);
          written.add(target);
          append(
            lines,
            [
              `${path} → ${shown}`,
              ...(families?.told ?? []).map((what) => `  ${what}`),
              ...leftOut.map(({ what, where }) => `  ${where}: ${mask(what)}`),
            ].map(visible),
          );
        } catch (error) {
          if (error instanceof exporters.ReferenceError) throw new UsageError(`${options.reference}: ${error.message.replace(/\.$/, '')}`);
          if (typeof (error as NodeJS.ErrnoException).code !== 'string') throw error;
          problems.push({ path, message: cannotWrite(shown, error) });
        }
      };
      for (const file of found.files) {
        await attempt(file.path, problems, () => write(file));
        progress.step();
      }
      progress.end();
      tools.print(lines.join('\n'));
      tools.complain([...workspace.configs.problems, ...problems]);
    });
};

/** What families can read of a plan; a sentence where the document is none. */
async function forFamilies(
  workspace: Workspace,
  absolute: string,
  text: string,
  kind: DocumentKind | undefined,
): Promise<FamiliesPage | string> {
  const document = await workspace.source.openText(absolute, text, kind);
  if (!isPlanKind(document.kind)) return 'this is no plan, so it says nothing of what will be different for families';
  return familiesPage(document, maskOf(document), acronymsOf(document));
}

function readReferenceFile(absolute: string, given: string): Uint8Array {
  try {
    return new Uint8Array(readFileSync(absolute));
  } catch {
    throw new UsageError(`${given} cannot be read; check the name of the reference file`);
  }
}
