import { setFlagsFromString } from 'node:v8';

/** A release that does not know a flag says so, in the middle of the results: none is set that has not been tried. */
const LATEST_TRIED = 26;

const release = Number.parseInt(process.versions.node, 10);
const set = (flag: string): void => {
  if (release <= LATEST_TRIED) setFlagsFromString(flag);
};

/**
 * Tells V8 what kind of program this is: many functions and patterns, each called for a moment, and then the end. Comes before any of it,
 * in each thread. Compiled code can only be used under the flags that it was kept under.
 */
export function tuneV8(): void {
  // A pattern is compiled for the processor at once, and not for V8’s interpreter first: most look at every paragraph.
  set('--regexp-tier-up-ticks=0');
  // What optimised code would save in some hundred calls takes longer to make. Later releases have no such flag, and make it in two steps.
  if (release === 20) set('--interrupt-budget=1000000');
  // What one document leaves behind is collected before it piles up. Where V8 makes a thread, it undoes the first.
  set('--semi-space-growth-factor=1');
  set('--heap-growing-percent=30');
}

/** Before a large document, which is checked faster in the room that V8 likes to take. */
export function letMemoryGrow(): void {
  set('--semi-space-growth-factor=2');
  set('--heap-growing-percent=0');
}
