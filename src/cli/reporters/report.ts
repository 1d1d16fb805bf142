import type { Severity } from '../../framework/types.js';
import type { FileResult } from '../checker.js';
import type { LeftOutReason } from '../files.js';

export interface CheckReport {
  readonly version: string;
  readonly today: string;
  readonly files: readonly FileResult[];
  readonly skipped: readonly {
    readonly path: string;
    readonly reason: 'not-a-framework-document' | LeftOutReason;
    /** It may be a plan whose title does not say so. */
    readonly isProbablyPlan?: true;
  }[];
}

export type CheckFormat = 'pretty' | 'json' | 'sarif' | 'github' | 'html';

export function countSeverities(files: readonly FileResult[]): Record<Severity, number> {
  const count = { error: 0, warning: 0, info: 0 };
  for (const { findings } of files) for (const { severity } of findings) count[severity]++;
  return count;
}
