import type { Command } from 'commander';
import type pc from 'picocolors';
import type { InputProblem } from './files.js';

/** What a command outside `program.ts` is given. */
export interface CommandTools {
  readonly print: (text: string) => void;
  readonly complain: (problems: readonly InputProblem[]) => void;
  readonly cwd: string;
  readonly colors: () => ReturnType<typeof pc.createColors>;
  readonly today: () => string;
  readonly parseDay: (value: string) => string;
}

export type AddCommand = (name: string, description: string) => Command;
