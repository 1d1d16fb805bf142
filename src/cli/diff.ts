import type pc from 'picocolors';

/** Lines that differ, with three lines of context, as a unified diff. Both texts are whole files. */
export function lineDiff(path: string, before: string, after: string, colors: ReturnType<typeof pc.createColors>): string {
  const a = before.split('\n');
  const b = after.split('\n');
  const out: string[] = [colors.bold(`--- ${path}`), colors.bold(`+++ ${path}`)];
  let i = 0;
  let j = 0;
  const CONTEXT = 3;
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      i++;
      j++;
      continue;
    }
    // The nearest place where the two agree again.
    let skipA = 0;
    let skipB = 0;
    search: for (let distance = 1; distance <= a.length - i + (b.length - j); distance++) {
      for (let step = 0; step <= distance; step++) {
        const [x, y] = [step, distance - step];
        if (i + x > a.length || j + y > b.length) continue;
        if ((i + x === a.length && j + y === b.length) || (a[i + x] !== undefined && a[i + x] === b[j + y] && (a[i + x + 1] === b[j + y + 1]))) {
          skipA = x;
          skipB = y;
          break search;
        }
      }
    }
    const from = Math.max(0, i - CONTEXT);
    out.push(colors.cyan(`@@ -${i + 1},${skipA} +${j + 1},${skipB} @@`));
    for (const line of a.slice(from, i)) out.push(` ${line}`);
    for (const line of a.slice(i, i + skipA)) out.push(colors.red(`-${line}`));
    for (const line of b.slice(j, j + skipB)) out.push(colors.green(`+${line}`));
    for (const line of a.slice(i + skipA, i + skipA + CONTEXT)) out.push(` ${line}`);
    i += skipA;
    j += skipB;
  }
  return out.join('\n');
}
