import * as vscode from 'vscode';
import { londonDay } from '../../framework/days.js';

let fixed: string | null = null;

const changed = new vscode.EventEmitter<void>();
/** Fires when it is another day, by the clock or for a test. */
export const onDidChangeDay = changed.event;

/** Today in Europe/London, YYYY-MM-DD. */
export const today = (): string => fixed ?? londonDay(new Date());

/** Takes a day, YYYY-MM-DD, for today: for tests, whose documents must not grow old. null takes the clock again. */
export function setToday(day: string | null): void {
  fixed = day;
  changed.fire();
}

/** Looks at the clock once a minute. */
export function watchClock(): vscode.Disposable {
  let day = today();
  const clock = setInterval(() => {
    if (today() === day) return;
    day = today();
    changed.fire();
  }, 60_000);
  return new vscode.Disposable(() => clearInterval(clock));
}
