import type pc from 'picocolors';
import { visible } from '../text/visible.js';
import { differences } from '../text/differences.js';

const CONTEXT = 3;

/** A carriage return at its end is a line end. */
const shown = (line: string): string => line.replace(/\r$/, '').split('\t').map(visible).join('\t');

/** Lines that differ, with three lines of context, as a unified diff. Both texts are whole files. */
export function lineDiff(path: string, before: string, after: string, colors: ReturnType<typeof pc.createColors>): string {
  const a = before.split('\n');
  const b = after.split('\n');
  const out: string[] = [colors.bold(`--- ${visible(path)}`), colors.bold(`+++ ${visible(path)}`)];
  for (const {
    a: [fromA, toA],
    b: [fromB, toB],
  } of differences(a, b)) {
    out.push(colors.cyan(`@@ -${fromA + 1},${toA - fromA} +${fromB + 1},${toB - fromB} @@`));
    for (const line of a.slice(Math.max(0, fromA - CONTEXT), fromA)) out.push(` ${shown(line)}`);
    for (const line of a.slice(fromA, toA)) out.push(colors.red(`-${shown(line)}`));
    for (const line of b.slice(fromB, toB)) out.push(colors.green(`+${shown(line)}`));
    for (const line of a.slice(toA, toA + CONTEXT)) out.push(` ${shown(line)}`);
  }
  return out.join('\n');
}
