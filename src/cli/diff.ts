import { structuredPatch } from 'diff';
import type pc from 'picocolors';
import { MOST_LINES_CHANGED } from '../text/differences.js';
import { visible } from '../text/visible.js';

/** A carriage return at its end is a line end. */
const shown = (line: string): string => line.replace(/\r$/, '').split('\t').map(visible).join('\t');

/** Lines that differ, with three lines of context, as a unified diff. Both texts are whole files. */
export function lineDiff(path: string, before: string, after: string, colors: ReturnType<typeof pc.createColors>): string {
  const patch = structuredPatch(path, path, before, after, undefined, undefined, { context: 3, maxEditLength: MOST_LINES_CHANGED });
  const out: string[] = [colors.bold(`--- ${visible(path)}`), colors.bold(`+++ ${visible(path)}`)];
  if (patch === undefined) out.push(colors.cyan('Most lines differ: too many to show.'));
  for (const { oldStart, oldLines, newStart, newLines, lines } of patch?.hunks ?? []) {
    out.push(colors.cyan(`@@ -${oldStart},${oldLines} +${newStart},${newLines} @@`));
    for (const line of lines) {
      const text = `${line.charAt(0)}${shown(line.slice(1))}`;
      out.push(line.startsWith('-') ? colors.red(text) : line.startsWith('+') ? colors.green(text) : text);
    }
  }
  return out.join('\n');
}
