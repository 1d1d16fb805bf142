import { z } from './zod.js';
import type { Severity } from './types.js';

/** A family of wrong or unwanted wording, as data. */
export interface Phrase {
  /** Global. What stands in a group named "at" is marked; else the whole match. */
  readonly find: RegExp;
  /** What is wrong and what to do. May name the marked text as {text} and its replacement as {fix}. */
  readonly message: string;
  /** What should stand for the marked text, with $1, $<name>; left out when nothing is certain. The first letter's case is carried over. */
  readonly fix?: string | undefined;
  /** Only to differ from the severity of the rule. */
  readonly severity?: Severity | undefined;
}

export const phraseSchema = z.strictObject({
  find: z.instanceof(RegExp).refine((pattern) => pattern.global, 'The pattern must be global.'),
  message: z.string().min(10).endsWith('.'),
  fix: z.string().optional(),
  severity: z.enum(['info', 'warning', 'error']).optional(),
});
