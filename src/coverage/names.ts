import type { CoverageState } from './coverage.js';

/** States as people read them. */
export const STATE_NAMES: Readonly<Record<CoverageState, string>> = {
  overdue: 'Overdue',
  behind: 'Behind',
  'not-started': 'Not started',
  'in-progress': 'On track',
  'no-status': 'No status given',
  complete: 'Complete',
};
