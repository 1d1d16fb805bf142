import type { Severity } from '../../framework/types.js';
import { visible } from '../../text/visible.js';
import { placeText } from '../original-place.js';
import type { CheckReport } from './report.js';

/** A line break of a message is one for its reader; whatever else would command a terminal is written out. */
const escapeData = (text: string): string =>
  text
    .split(/(\r\n|[\r\n])/)
    .map((part, index) => (index % 2 === 1 ? part : visible(part)))
    .join('')
    .replace(/%/g, '%25')
    .replace(/\r/g, '%0D')
    .replace(/\n/g, '%0A');
const escapeProperty = (text: string): string => escapeData(text).replace(/:/g, '%3A').replace(/,/g, '%2C');

/** Workflow commands, which a pull request shows at their lines. */
export function github({ files }: CheckReport): string {
  const command: Record<Severity, string> = { error: 'error', warning: 'warning', info: 'notice' };
  return files
    .flatMap(({ path, findings, places }) =>
      findings.map(({ severity, start, end, rule, message, help }, index) => {
        const place = places?.[index];
        if (place)
          return `::${command[severity]} file=${escapeProperty(path)},title=${escapeProperty(`Area SEND: ${rule}`)}::${escapeData(`${placeText(place)}: ${message} ${help}`)}`;
        const column = start.line === end.line ? `,col=${start.column},endColumn=${end.column}` : '';
        return `::${command[severity]} file=${escapeProperty(path)},line=${start.line},endLine=${end.line}${column},title=${escapeProperty(`Area SEND: ${rule}`)}::${escapeData(`${message} ${help}`)}`;
      }),
    )
    .join('\n');
}
