import type { Colors } from 'picocolors/types';
import { RULES, ruleUrl, type Finding } from '../check/index.js';
import type { Severity } from '../framework/types.js';
import type { FileResult } from './checker.js';

export interface CheckReport {
  readonly version: string;
  readonly today: string;
  readonly files: readonly FileResult[];
  readonly skipped: readonly { readonly path: string; readonly reason: string }[];
}

export type CheckFormat = 'pretty' | 'json' | 'sarif' | 'github' | 'html';

export function countSeverities(files: readonly FileResult[]): Record<Severity, number> {
  const count = { error: 0, warning: 0, info: 0 };
  for (const { findings } of files) for (const { severity } of findings) count[severity]++;
  return count;
}

const plural = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;

function findingJson({ rule, severity, message, help, url, start, end, fixes, related, tag }: Finding): unknown {
  const place = ({ line, column, offset }: Finding['start']): unknown => ({ line, column, offset });
  return {
    rule,
    severity,
    message,
    help,
    url,
    start: place(start),
    end: place(end),
    fixes: fixes.map(({ title, preferred, edits }) => ({
      title,
      preferred,
      edits: edits.map((edit) => ({ start: edit.start, end: edit.end, text: edit.text })),
    })),
    ...(related
      ? {
          related: related.map((other) => ({ path: other.path, start: place(other.start), end: place(other.end), message: other.message })),
        }
      : {}),
    ...(tag ? { tag } : {}),
  };
}

export function json({ today, files, skipped }: CheckReport): string {
  const { error, warning, info } = countSeverities(files);
  return JSON.stringify(
    {
      version: 1,
      today,
      files: files.map(({ path, kind, localArea, edition, findings }) => ({
        path,
        kind,
        localArea,
        edition,
        findings: findings.map(findingJson),
      })),
      skipped,
      summary: { files: files.length, errors: error, warnings: warning, infos: info },
    },
    null,
    2,
  );
}

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

const escapeData = (text: string): string => text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
const escapeProperty = (text: string): string => escapeData(text).replace(/:/g, '%3A').replace(/,/g, '%2C');

/** Workflow commands, which a pull request shows at their lines. */
export function github({ files }: CheckReport): string {
  const command: Record<Severity, string> = { error: 'error', warning: 'warning', info: 'notice' };
  return files
    .flatMap(({ path, findings }) =>
      findings.map(({ severity, start, end, rule, message, help }) => {
        const column = start.line === end.line ? `,col=${start.column},endColumn=${end.column}` : '';
        return `::${command[severity]} file=${escapeProperty(path)},line=${start.line},endLine=${end.line}${column},title=${escapeProperty(`Area SEND: ${rule}`)}::${escapeData(`${message} ${help}`)}`;
      }),
    )
    .join('\n');
}

/** Relative to the working directory, as code hosts want it; what lies outside is named in full. */
const toUri = (path: string): string =>
  `${path.startsWith('/') ? 'file://' : /^[a-z]:\//i.test(path) ? 'file:///' : ''}${path.split('/').map(encodeURIComponent).join('/')}`;

/** SARIF 2.1.0. Columns count UTF-16 code units. */
export function sarif({ version, files }: CheckReport): string {
  const level: Record<Severity, string> = { error: 'error', warning: 'warning', info: 'note' };
  const region = ({ start, end }: Pick<Finding, 'start' | 'end'>): unknown => ({
    startLine: start.line,
    startColumn: start.column,
    endLine: end.line,
    endColumn: end.column,
    charOffset: start.offset,
    charLength: end.offset - start.offset,
  });
  const rules = RULES.map((rule) => ({
    id: rule.id,
    shortDescription: { text: `${rule.title}.` },
    fullDescription: { text: rule.rationale },
    help: { text: rule.help },
    helpUri: ruleUrl(rule.id),
  }));
  const index = new Map(rules.map(({ id }, at) => [id, at]));
  return JSON.stringify(
    {
      $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
      version: '2.1.0',
      runs: [
        {
          tool: {
            driver: {
              name: 'Area SEND Drafting',
              semanticVersion: version,
              informationUri: ruleUrl('').replace(/docs\/rules\/\.md$/, 'README.md'),
              rules,
            },
          },
          columnKind: 'utf16CodeUnits',
          results: files.flatMap(({ path, findings }) =>
            findings.map((finding) => ({
              ruleId: finding.rule,
              ruleIndex: index.get(finding.rule),
              level: level[finding.severity],
              message: { text: `${finding.message} ${finding.help}` },
              locations: [{ physicalLocation: { artifactLocation: { uri: toUri(path) }, region: region(finding) } }],
              ...(finding.related
                ? {
                    relatedLocations: finding.related.map((other, id) => ({
                      id,
                      message: { text: other.message },
                      physicalLocation: { artifactLocation: { uri: toUri(other.path ?? path) }, region: region(other) },
                    })),
                  }
                : {}),
              ...(finding.fixes.length > 0
                ? {
                    fixes: finding.fixes.map(({ title, edits }) => ({
                      description: { text: title },
                      artifactChanges: [
                        {
                          artifactLocation: { uri: toUri(path) },
                          replacements: edits.map(({ start, end, text }) => ({
                            deletedRegion: { charOffset: start, charLength: end - start },
                            insertedContent: { text },
                          })),
                        },
                      ],
                    })),
                  }
                : {}),
            })),
          ),
        },
      ],
    },
    null,
    2,
  );
}
