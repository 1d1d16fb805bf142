import type { Command } from 'commander';
import type pc from 'picocolors';
import type { InputProblem } from './files.js';

/** What a command outside `program.ts` is given. */
export interface CommandTools {
  readonly print: (text: string) => void;
  /** Names input that could not be read; the exit status becomes 2. */
  readonly complain: (problems: readonly InputProblem[]) => void;
  /** Something is found that is to be mended; the exit status becomes 1, unless input could not be read. */
  readonly fail: () => void;
  /** Standard error, for notes that change no exit status, and for progress. */
  readonly err: NodeJS.WritableStream;
  readonly cwd: string;
  readonly colors: () => ReturnType<typeof pc.createColors>;
  readonly today: () => string;
  readonly parseDay: (value: string) => string;
}

export type AddCommand = (name: string, description: string) => Command;

export const PATHS_HELP = 'files, folders or patterns; the current folder when left out';
