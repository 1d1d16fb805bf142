import type { Finding } from '../../check/index.js';
import type { OriginalPlace } from '../original-place.js';
import { countSeverities, type CheckReport } from './report.js';

function findingJson(
  { rule, severity, message, help, url, start, end, fixes, related, tag }: Finding,
  original: OriginalPlace | undefined,
): unknown {
  const place = ({ line, column, offset }: Finding['start']): unknown => ({ line, column, offset });
  return {
    rule,
    severity,
    message,
    help,
    url,
    start: place(start),
    end: place(end),
    ...(original ? { original } : {}),
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
      files: files.map(({ path, kind, localArea, edition, findings, places }) => ({
        path,
        kind,
        localArea,
        edition,
        findings: findings.map((finding, index) => findingJson(finding, places?.[index])),
      })),
      skipped,
      summary: { files: files.length, errors: error, warnings: warning, infos: info },
    },
    null,
    2,
  );
}
