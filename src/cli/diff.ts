import type pc from 'picocolors';
import { differences } from '../text/differences.js';

const CONTEXT = 3;

/** Lines that differ, with three lines of context, as a unified diff. Both texts are whole files. */
export function lineDiff(path: string, before: string, after: string, colors: ReturnType<typeof pc.createColors>): string {
  const a = before.split('\n');
  const b = after.split('\n');
  const out: string[] = [colors.bold(`--- ${path}`), colors.bold(`+++ ${path}`)];
  for (const {
    a: [fromA, toA],
    b: [fromB, toB],
  } of differences(a, b)) {
    out.push(colors.cyan(`@@ -${fromA + 1},${toA - fromA} +${fromB + 1},${toB - fromB} @@`));
    for (const line of a.slice(Math.max(0, fromA - CONTEXT), fromA)) out.push(` ${line}`);
    for (const line of a.slice(fromA, toA)) out.push(colors.red(`-${line}`));
    for (const line of b.slice(fromB, toB)) out.push(colors.green(`+${line}`));
    for (const line of a.slice(toA, toA + CONTEXT)) out.push(` ${line}`);
  }
  return out.join('\n');
}
