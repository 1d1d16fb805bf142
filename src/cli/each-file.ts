import type { ImportResult } from '../convert/import/index.js';
import { FileProblem, type FileText } from '../workspace/document-source.js';
import { UsageError } from './errors.js';
import type { InputFile, InputProblem } from './files.js';
import type { Progress } from './progress.js';
import type { Workspace } from './workspace.js';

/** The text of a file, or why it cannot be read. */
export async function readOrTell({ source }: Workspace, absolute: string): Promise<FileText<ImportResult> | string> {
  try {
    return await source.read(absolute);
  } catch (error) {
    if (error instanceof FileProblem) return error.message;
    throw error;
  }
}

const MOST_TOLD = 200;

/** What is said of a file that fails because the program is at fault. */
export function mistake(error: unknown): string {
  const told = (error instanceof Error ? error.message : String(error)).replace(/\s+/g, ' ').slice(0, MOST_TOLD);
  return `something went wrong inside the tool with this file (${told}); please report it`;
}

/** Does what concerns one file: a fault of the program never takes the results of the others. Mistakes in the call go on to the caller. */
export async function attempt(path: string, problems: InputProblem[], work: () => unknown): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (error instanceof UsageError) throw error;
    problems.push({ path, message: mistake(error) });
  }
}

/** Reads files one after another and does something with each. What cannot be read or fails is named in `problems`; the others go on. */
export async function eachFile(
  files: readonly InputFile[],
  workspace: Workspace,
  problems: InputProblem[],
  work: (file: InputFile, input: FileText<ImportResult>) => unknown,
  progress?: Progress,
): Promise<void> {
  for (const file of files) {
    await attempt(file.path, problems, async () => {
      const input = await readOrTell(workspace, file.absolute);
      if (typeof input === 'string') problems.push({ path: file.path, message: input });
      else await work(file, input);
    });
    progress?.step();
  }
  progress?.end();
}
