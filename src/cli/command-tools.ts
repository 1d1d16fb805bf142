import { InvalidArgumentError, Option, type Command } from 'commander';
import type pc from 'picocolors';
import type * as workbooks from '../convert/workbook/index.js';
import { isoDate } from '../document/index.js';
import { DOCUMENT_KINDS, type DocumentKind } from '../framework/types.js';
import type { Settings } from '../settings/settings.js';
import type { LoadImport } from './converter.js';
import type { LoadExport } from './exporter.js';
import type { InputProblem } from './files.js';
import type { Workspace } from './workspace.js';

export interface Streams {
  readonly in: AsyncIterable<Uint8Array | string>;
  readonly out: NodeJS.WritableStream;
  readonly err: NodeJS.WritableStream;
  readonly cwd: string;
  /** The worker's script, where there is one: see check-files.ts. */
  readonly worker?: URL;
  /** Left out, only Markdown is read. */
  readonly loadImport?: LoadImport;
  /** Left out, neither Word files nor web pages are written. */
  readonly loadExport?: LoadExport;
  /** Left out, no workbook of actions is written or read back. */
  readonly loadWorkbook?: () => Promise<typeof workbooks>;
}

/** What a command is given. */
export interface CommandTools {
  readonly streams: Streams;
  readonly cwd: string;
  /** Prints lines. Names of files and words of documents in them go through `visible` first, so that none begins a line of its own. */
  readonly print: (text: string) => void;
  readonly printJson: (value: unknown) => void;
  /** Names input that could not be read; the exit status becomes 2. */
  readonly complain: (problems: readonly InputProblem[]) => void;
  /** Something is found that is to be mended; the exit status becomes 1, unless input could not be read. */
  readonly fail: () => void;
  /** One line on standard error that changes no exit status. */
  readonly note: (text: string) => void;
  readonly colors: () => ReturnType<typeof pc.createColors>;
  readonly today: () => string;
  /** Opens documents. `overrides` go before the settings of every configuration file. */
  readonly workspace: (overrides?: Partial<Settings>) => Workspace;
}

/** Begins a command of the program. */
export type NewCommand = (name: string, description: string) => Command;

/** Adds one command, each from a file of its own in `commands/`. */
export type AddCommand = (command: NewCommand, tools: CommandTools) => void;

export const PATHS_HELP = 'files, folders or patterns; the current folder when left out';

export const todayOption = (): Option =>
  new Option('--today <day>', 'the day to count from, YYYY-MM-DD; today in London when left out').argParser(parseDay);

export const kindOption = (): Option =>
  new Option('--kind <kind>', `treat every file as this kind: ${DOCUMENT_KINDS.join(', ')}`).argParser(parseKind);

export function parseDay(value: string): string {
  const [year, month, day] = (/^(\d{4})-(\d{2})-(\d{2})$/.exec(value) ?? []).slice(1).map(Number);
  if (year === undefined || !isoDate(year, month!, day!))
    throw new InvalidArgumentError('Write a real day as YYYY-MM-DD, for example 2026-05-20.');
  return value;
}

export function parseKind(value: string): DocumentKind {
  const kind = DOCUMENT_KINDS.find((id) => id === value);
  if (!kind) throw new InvalidArgumentError(`The kinds are ${DOCUMENT_KINDS.join(', ')}.`);
  return kind;
}
