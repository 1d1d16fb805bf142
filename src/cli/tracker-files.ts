import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { maskOf, type Mask } from '../check/index.js';
import type * as workbooks from '../convert/workbook/index.js';
import type { SendDocument } from '../document/index.js';
import { FIELD_NAMES, readReturned, trackerSheets, type TrackedAction } from '../tracker/index.js';
import { plural } from '../text/words.js';
import { visible } from '../text/visible.js';
import type { CommandTools } from './command-tools.js';
import { lineDiff } from './diff.js';
import { UsageError } from './errors.js';
import { cannotWrite, encode, shownPath, writeWhole, type InputProblem } from './files.js';
import { untouchable } from './untouchable.js';
import type { Workspace } from './workspace.js';
import type { FileText } from '../workspace/document-source.js';

/** A plan with the file that it was read from. */
export interface PlanFile {
  readonly absolute: string;
  readonly input: FileText;
  readonly document: SendDocument;
  readonly mask: Mask;
}

const loaded = (tools: CommandTools): Promise<typeof workbooks> => {
  if (!tools.streams.loadWorkbook) throw new UsageError('this installation cannot write or read workbooks');
  return tools.streams.loadWorkbook();
};

/** Where a result goes that is no text for the terminal. Throws a UsageError where a file is in the way. */
export function targetFor(out: string, force: boolean | undefined, cwd: string): string {
  const target = resolve(cwd, out);
  if (existsSync(target) && (!force || statSync(target).isDirectory()))
    throw new UsageError(`${shownPath(target, cwd)} is already there; choose another name with --out, or give --force to replace it`);
  return target;
}

export function writeTarget(target: string, bytes: Uint8Array | string, cwd: string): void {
  try {
    writeWhole(target, bytes);
  } catch {
    throw new UsageError(`${shownPath(target, cwd)} cannot be written; check the folder`);
  }
}

/** The tracker as a workbook, with what may be shown of it. */
export async function writeTracker(actions: readonly TrackedAction[], target: string, today: string, tools: CommandTools): Promise<void> {
  const { writeWorkbook } = await loaded(tools);
  writeTarget(target, await writeWorkbook(trackerSheets(actions), { title: 'Actions of the plans', today }), tools.cwd);
  tools.print(`${plural(actions.length, 'action')} → ${visible(shownPath(target, tools.cwd))}`);
}

/** What came back in a workbook: first a diff of each plan; the plans themselves change with `write`. Returns what stood in the way. */
export async function readTracker(
  from: string,
  plans: readonly PlanFile[],
  { today, write }: { readonly today: string; readonly write: boolean },
  workspace: Workspace,
  tools: CommandTools,
): Promise<InputProblem[]> {
  const { cwd, print } = tools;
  const { readWorkbook, ImportError } = await loaded(tools);
  const absolute = resolve(cwd, from);
  let workbook: workbooks.ReadWorkbook;
  try {
    workbook = readWorkbook(new Uint8Array(readFileSync(absolute)), basename(absolute));
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    throw new UsageError(
      `${shownPath(absolute, cwd)}: ${
        error instanceof ImportError
          ? error.message.replace(/\.$/, '')
          : code === 'ENOENT'
            ? 'there is no such file; check the name of the workbook'
            : 'the file cannot be read'
      }`,
    );
  }
  const { plans: edited, changes, told } = readReturned(workbook.sheets, plans, today);
  const problems: InputProblem[] = [];
  let written = 0;
  for (const { document, text, edits } of edited) {
    const plan = plans.find((one) => one.document === document)!;
    const path = document.path ?? shownPath(plan.absolute, cwd);
    if (plan.input.converted) {
      problems.push({ path, message: 'only Markdown can be changed; make it Markdown first with “area-send import”' });
      continue;
    }
    print(lineDiff(path, plan.mask(document.text), plan.mask(text), tools.colors()));
    if (!write) continue;
    const kept = untouchable(plan.absolute, workspace);
    if (kept !== null) {
      problems.push({ path, message: kept });
      continue;
    }
    try {
      writeWhole(plan.absolute, encode(plan.input, text));
      written += edits.length;
    } catch (error) {
      problems.push({ path, message: cannotWrite('the file', error) });
    }
  }
  if (changes.length > 0) print('');
  for (const { path, id, row, field, to } of changes)
    print(visible(`${path} ${id}: ${FIELD_NAMES[field]} ${to === '' ? 'cleared' : `“${to}”`} (row ${row})`));
  if (workbook.hasMacros) print('The workbook has macros; they were left out and were not run.');
  for (const note of [...workbook.notes, ...told]) print(visible(note));
  print(
    changes.length === 0
      ? 'Nothing was changed in the workbook that the plans do not say.'
      : write
        ? `${plural(written, 'change')} made.`
        : `${plural(changes.length, 'change')} would be made. Nothing was changed; give --write to change the plans.`,
  );
  return problems;
}

export const planFile = (absolute: string, input: FileText, document: SendDocument): PlanFile => ({
  absolute,
  input,
  document,
  mask: maskOf(document),
});
