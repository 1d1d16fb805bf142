import type { Colors } from 'picocolors/types';
import type { Severity } from '../../framework/types.js';
import { plural } from '../../text/words.js';
import { visible } from '../../text/visible.js';
import { placeText } from '../original-place.js';
import { countSeverities, type CheckReport } from './report.js';
import { append, largest } from '../../text/lists.js';

type Skipped = CheckReport['skipped'][number];

const REASONS: Readonly<Record<Skipped['reason'], string>> = {
  'not-a-framework-document': 'is not recognised by its title, its front matter or your settings',
  'ignored-by-git': 'is left out by .gitignore',
  'symbolic-link': 'is a symbolic link, which is not followed',
  'not-markdown': 'is no Markdown; name it to check it',
};

/** How an author says what kind a document is of. */
export const HOW_TO_SAY =
  'write “document: strategic-plan” (or priority-action-plan, local-send-reform-plan) at the top, between two lines of “---”.';

/** "2 files and 1 folder". */
function counted(skipped: readonly Skipped[]): string {
  const folders = skipped.filter(({ path }) => path.endsWith('/')).length;
  const files = skipped.length - folders;
  return [files > 0 ? plural(files, 'file') : '', folders > 0 ? plural(folders, 'folder') : ''].filter(Boolean).join(' and ');
}

/** What to do where there was nothing to check. */
function why(skipped: readonly Skipped[], verbose: boolean): string[] {
  const of = (wanted: Skipped['reason']): Skipped[] => skipped.filter(({ reason }) => reason === wanted);
  const [unknown, office] = [of('not-a-framework-document'), of('not-markdown')];
  return [
    unknown.length > 0
      ? 'A document is recognised by its title. Else say what it is: write “document: strategic-plan” at its top, between two lines of “---”, or give its path under “documents” in .areasend.json.'
      : 'There is no Markdown file to check here; name the folder or the file that you mean.',
    ...(office.length > 0
      ? [
          `${plural(office.length, 'Word or PDF file is', 'Word or PDF files are')} here. Name one to check it: area-send check "${visible(office[0]!.path)}"`,
        ]
      : []),
    ...(of('ignored-by-git').length > 0 ? ['What .gitignore leaves out is checked where it is named.'] : []),
    ...(skipped.length > 0 && !verbose ? ['--verbose lists what was left alone.'] : []),
  ];
}

/** How many files an offer names. */
const MOST_NAMED = 5;

/** Asks once about files that are probably plans. */
function offer(paths: readonly string[]): string {
  const named = paths.slice(0, MOST_NAMED).map((path) => visible(path));
  const more = paths.length > named.length ? ` and ${plural(paths.length - named.length, 'other file')}` : '';
  return `${paths.length === 1 ? 'Is this a SEND plan?' : 'Are these SEND plans?'} ${named.join(', ')}${more}. To have ${paths.length === 1 ? 'it' : 'them'} checked, ${HOW_TO_SAY}`;
}

export function pretty({ files, skipped }: CheckReport, colors: Colors, verbose = false): string {
  const lines: string[] = [];
  const paint: Record<Severity, (text: string) => string> = { error: colors.red, warning: colors.yellow, info: colors.blue };
  for (const { path, findings, places } of files) {
    if (findings.length === 0) continue;
    lines.push(colors.underline(visible(path)));
    const width = largest(findings.map(({ start }) => `${start.line}:${start.column}`.length));
    // Advice that stands already in the list of this document is not said again.
    const given = new Set<string>();
    const isNews = (message: string, help: string): boolean => !message.includes(help) && !given.has(help) && !!given.add(help);
    for (const [index, { start, severity, message, help, rule, fixes }] of findings.entries()) {
      const place = places?.[index];
      if (place) {
        // Lines are those of the text that was read, which nobody sees.
        lines.push(
          `  ${paint[severity](severity.padEnd(7))}  ${visible(message)}  ${colors.dim(rule)}`,
          `           ${colors.dim(`${visible(placeText(place))}${place.words === '' ? '' : `: “${visible(place.words)}”`}`)}`,
        );
        if (isNews(message, help)) lines.push(`           ${colors.dim(visible(help))}`);
        continue;
      }
      lines.push(
        `  ${colors.dim(`${start.line}:${start.column}`.padEnd(width))}  ${paint[severity](severity.padEnd(7))}  ${visible(message)}  ${colors.dim(`${rule}${fixes.some((fix) => fix.preferred) ? ' (can be fixed)' : ''}`)}`,
      );
      if (isNews(message, help)) lines.push(`  ${' '.repeat(width)}           ${colors.dim(visible(help))}`);
    }
    lines.push('');
  }
  const { error, warning, info } = countSeverities(files);
  const unknown = skipped.filter(({ reason }) => reason === 'not-a-framework-document');
  const ignored = skipped.filter(({ reason }) => reason === 'ignored-by-git');
  if (verbose && skipped.length > 0) {
    lines.push('Left alone:');
    for (const { path, reason } of skipped) lines.push(`  ${visible(path)}  ${colors.dim(REASONS[reason])}`);
    lines.push('');
  }
  const plans = skipped.filter(({ isProbablyPlan }) => isProbablyPlan);
  const checked = `${plural(files.length, 'document')} checked`;
  const others = [
    unknown.length > 0 ? `, ${plural(unknown.length, 'other file')} left alone` : '',
    ignored.length > 0 ? `, ${counted(ignored)} left out by .gitignore` : '',
  ].join('');
  const total = error + warning + info;
  const known = files.reduce((sum, file) => sum + (file.known ?? 0), 0);
  const leftOut = `${plural(known, 'finding')} known before ${known === 1 ? 'is' : 'are'} left out`;
  if (files.length === 0) append(lines, [`No Area SEND report, plan or meeting note found to check${others}.`, ...why(skipped, verbose)]);
  else if (total === 0 && known > 0) lines.push(colors.green(`${checked}${others}: nothing new to fix; ${leftOut}.`));
  else if (total === 0) lines.push(colors.green(`${checked}${others}: nothing to fix.`));
  else {
    const fixable = files.reduce(
      // Only Markdown can be mended.
      (sum, { findings, places }) => sum + (places ? 0 : findings.filter(({ fixes }) => fixes.some(({ preferred }) => preferred)).length),
      0,
    );
    lines.push(
      `${checked}${others}: ${plural(error, 'error')}, ${plural(warning, 'warning')} and ${info} worth a look.${fixable > 0 ? ` “area-send fix” can mend ${fixable === 1 ? 'one' : fixable} of them.` : ''}${known > 0 ? ` ${leftOut[0]!.toUpperCase()}${leftOut.slice(1)}.` : ''}`,
    );
  }
  if (plans.length > 0) lines.push(offer(plans.map(({ path }) => path)));
  return lines.join('\n');
}
