import { titleHeading, type SendDocument } from '../document/index.js';
import type { Severity } from '../framework/types.js';
import type { Finding } from './types.js';

/*
 * What a plan does not say is told once: several findings that each tell of something absent become one, at the title.
 */

/** A finding of something absent, and what that is, as it goes on after "does not say": "who has signed it". */
export interface Absence {
  readonly finding: Finding;
  readonly lack: string;
}

const WEIGHT: Readonly<Record<Severity, number>> = { error: 2, warning: 1, info: 0 };

/** The findings as they are told: one alone stands at its own place. Errors are told by themselves. */
export function told(document: SendDocument, absences: readonly Absence[]): readonly Finding[] {
  const certain = absences.filter(({ finding }) => finding.severity === 'error').map(({ finding }) => finding);
  const gentle = absences
    .filter(({ finding }) => finding.severity !== 'error')
    .sort((a, b) => WEIGHT[b.finding.severity] - WEIGHT[a.finding.severity] || (a.finding.rule < b.finding.rule ? -1 : 1));
  const [first] = gentle;
  const title = titleHeading(document);
  if (!first || gentle.length < 2 || !title) return absences.map(({ finding }) => finding);
  const position = (offset: number): Finding['start'] => ({ ...document.lineColumn(offset), offset });
  return [
    ...certain,
    {
      ...first.finding,
      message: `The plan does not say: ${gentle.map(({ lack }) => lack).join('; ')}. Add what is missing; if it stands in another document, name that and link to it.`,
      help: [...new Set(gentle.map(({ finding }) => finding.help))].join(' '),
      start: position(title.textSpan.start),
      end: position(title.textSpan.end),
      fixes: gentle.flatMap(({ finding }) => finding.fixes),
      collects: gentle.map(({ finding: { rule, severity, message } }) => ({ rule, severity, message })),
    },
  ];
}
