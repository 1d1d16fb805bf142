import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { ruleById } from '../check/index.js';
import { plural } from '../text/words.js';
import type { FileResult } from './checker.js';
import type { CommandTools } from './command-tools.js';
import { attempt, readOrTell } from './each-file.js';
import { UsageError } from './errors.js';
import { exportSetup } from './exporter.js';
import { cannotWrite, shownPath, writeWhole, type InputFile, type InputProblem } from './files.js';
import type { Workspace } from './workspace.js';
import { append } from '../text/lists.js';
import { visible } from '../text/visible.js';

/** Copies of Word files, and Word files of Markdown, with each finding as a comment at its words. The originals are never changed. */
export async function writeWordCopies(
  files: readonly InputFile[],
  results: readonly FileResult[],
  workspace: Workspace,
  tools: CommandTools,
  { out, force, today }: { readonly out?: string | undefined; readonly force?: boolean | undefined; readonly today: string },
): Promise<{ readonly lines: string[]; readonly problems: InputProblem[] }> {
  if (!tools.streams.loadExport) throw new UsageError('this installation cannot write Word files');
  const exporters = await tools.streams.loadExport();
  const byPath = new Map(files.map((file) => [file.path, file.absolute]));
  const lines: string[] = [];
  const problems: InputProblem[] = [];
  if (out !== undefined && results.length > 1) throw new UsageError('--out names one copy, so give one document');
  const copy = async ({ path, findings, kind }: FileResult): Promise<void> => {
    const absolute = byPath.get(path)!;
    const name = basename(absolute);
    const target = out === undefined ? join(dirname(absolute), `${name.replace(/\.[^.]+$/, '')}-findings.docx`) : resolve(tools.cwd, out);
    const shown = shownPath(target, tools.cwd);
    if (kind === null || findings.length === 0) {
      lines.push(visible(`${path}: ${kind === null ? 'no report, plan or meeting note' : 'nothing found'}, so no copy was written.`));
      return;
    }
    if (target === absolute || (existsSync(target) && !force)) {
      problems.push({
        path,
        message:
          target === absolute
            ? 'the original is never changed; choose another name with --out'
            : `${shown} is already there; choose another name with --out, or give --force to replace it`,
      });
      return;
    }
    const input = await readOrTell(workspace, absolute);
    if (typeof input === 'string') {
      problems.push({ path, message: input });
      return;
    }
    if (input.converted && input.converted.format !== 'docx') {
      problems.push({ path, message: 'comments can be written for Word documents (.docx) and Markdown; save it as a Word document' });
      return;
    }
    const remarks = findings.map(({ rule, message, help, url, start, end }) => {
      const source = ruleById(rule)?.source;
      return {
        start: start.offset,
        end: end.offset,
        title: rule,
        paragraphs: [
          message,
          help,
          `Source: ${[source?.title, source?.where].filter((text) => text !== undefined).join(', ')}. More: ${url}`,
        ].filter((text) => text !== ''),
      };
    });
    try {
      const { mask, ...setup } = exportSetup(exporters, workspace, absolute, input.text, { today });
      const bytes = input.converted ? new Uint8Array(readFileSync(absolute)) : (await exporters.exportDocx(input.text, setup)).output;
      const { output, leftOut } = exporters.addComments(bytes, input.text, remarks, { today, mask });
      writeWhole(target, output);
      lines.push(
        visible(`${path}: ${plural(findings.length, 'finding')} as ${findings.length === 1 ? 'a comment' : 'comments'} in ${shown}`),
      );
      append(
        lines,
        leftOut.map(({ what, where }) => visible(`  ${what} “${where}”`)),
      );
    } catch (error) {
      if (error instanceof exporters.CommentError) problems.push({ path, message: error.message.replace(/\.$/, '') });
      else if (typeof (error as NodeJS.ErrnoException).code === 'string') problems.push({ path, message: cannotWrite(shown, error) });
      else throw error;
    }
  };
  for (const result of results) await attempt(result.path, problems, () => copy(result));
  return { lines, problems };
}
