import type { Command } from 'commander';
import type pc from 'picocolors';
import type { InputProblem } from './files.js';

export interface CommandTools {
  readonly print: (text: string) => void;
  readonly complain: (problems: readonly InputProblem[]) => void;
  readonly cwd: string;
  readonly colors: () => ReturnType<typeof pc.createColors>;
  readonly today: () => string;
  readonly parseDay: (value: string) => string;
}

/** Commands that stand on the schedule and on coverage. */
export function addLaterCommands(command: (name: string, description: string) => Command, tools: CommandTools): void {
  void command;
  void tools;
}
