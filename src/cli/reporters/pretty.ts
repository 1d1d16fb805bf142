import type { Colors } from 'picocolors/types';
import type { Severity } from '../../framework/types.js';
import { plural } from '../../text/words.js';
import { countSeverities, type CheckReport } from './report.js';

export function pretty({ files, skipped }: CheckReport, colors: Colors): string {
  const lines: string[] = [];
  const paint: Record<Severity, (text: string) => string> = { error: colors.red, warning: colors.yellow, info: colors.blue };
  for (const { path, findings } of files) {
    if (findings.length === 0) continue;
    lines.push(colors.underline(path));
    const width = Math.max(...findings.map(({ start }) => `${start.line}:${start.column}`.length));
    for (const { start, severity, message, help, rule, fixes } of findings) {
      lines.push(
        `  ${colors.dim(`${start.line}:${start.column}`.padEnd(width))}  ${paint[severity](severity.padEnd(7))}  ${message}  ${colors.dim(rule)}`,
      );
      if (!message.includes(help))
        lines.push(
          `  ${' '.repeat(width)}           ${colors.dim(`${fixes.some((fix) => fix.preferred) ? '(can be fixed) ' : ''}${help}`)}`,
        );
    }
    lines.push('');
  }
  const { error, warning, info } = countSeverities(files);
  const checked = `${plural(files.length, 'document')} checked`;
  const others = skipped.length > 0 ? `, ${plural(skipped.length, 'other file')} left alone` : '';
  const total = error + warning + info;
  if (files.length === 0) lines.push(`No Area SEND report, plan or meeting note found to check${others}.`);
  else if (total === 0) lines.push(colors.green(`${checked}${others}: nothing to fix.`));
  else {
    const fixable = files.reduce(
      (sum, { findings }) => sum + findings.filter(({ fixes }) => fixes.some(({ preferred }) => preferred)).length,
      0,
    );
    lines.push(
      `${checked}${others}: ${plural(error, 'error')}, ${plural(warning, 'warning')} and ${info} worth a look.${fixable > 0 ? ` “area-send fix” can mend ${fixable === 1 ? 'one' : fixable} of them.` : ''}`,
    );
  }
  return lines.join('\n');
}
