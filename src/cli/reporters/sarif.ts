import { RULES, ruleUrl, type Finding } from '../../check/index.js';
import type { Severity } from '../../framework/types.js';
import { placeText } from '../original-place.js';
import type { CheckReport } from './report.js';

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
          results: files.flatMap(({ path, findings, places }) =>
            findings.map((finding, at) => ({
              ruleId: finding.rule,
              ruleIndex: index.get(finding.rule),
              level: level[finding.severity],
              message: { text: `${places ? `${placeText(places[at]!)}: ` : ''}${finding.message} ${finding.help}` },
              // Lines of a text that was converted are those of no file.
              locations: [{ physicalLocation: { artifactLocation: { uri: toUri(path) }, ...(places ? {} : { region: region(finding) }) } }],
              ...(finding.related
                ? {
                    relatedLocations: finding.related.map((other, id) => ({
                      id,
                      message: { text: other.message },
                      physicalLocation: { artifactLocation: { uri: toUri(other.path ?? path) }, region: region(other) },
                    })),
                  }
                : {}),
              ...(finding.fixes.length > 0 && !places
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
