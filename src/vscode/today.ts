import { today as now } from '../host/today.js';

let fixed: string | null = null;

/** Takes a day, YYYY-MM-DD, for today: for tests, whose documents must not grow old. null takes the clock again. */
export function setToday(day: string | null): void {
  fixed = day;
}

/** Today in Europe/London, YYYY-MM-DD. */
export const today = (): string => fixed ?? now();
