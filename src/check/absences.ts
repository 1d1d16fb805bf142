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

/** What nothing in the plan speaks of is lacking; what it speaks of may stand there in other words. */
const BEGINNING: Readonly<Record<Exclude<Severity, 'error'>, string>> = {
  warning: 'The plan does not say:',
  info: 'The plan does not seem to say, or says in other words:',
};

/** The findings as they are told: one alone stands at its own place. Errors are told by themselves. */
export const told = (document: SendDocument, absences: readonly Absence[]): readonly Finding[] => [
  ...absences.filter(({ finding }) => finding.severity === 'error').map(({ finding }) => finding),
  ...collected(document, absences, 'warning'),
  ...collected(document, absences, 'info'),
];

function collected(document: SendDocument, absences: readonly Absence[], severity: 'warning' | 'info'): readonly Finding[] {
  const gentle = absences.filter(({ finding }) => finding.severity === severity).sort((a, b) => (a.finding.rule < b.finding.rule ? -1 : 1));
  const [first] = gentle;
  const title = titleHeading(document);
  if (!first || gentle.length < 2 || !title) return gentle.map(({ finding }) => finding);
  const position = (offset: number): Finding['start'] => ({ ...document.lineColumn(offset), offset });
  return [
    {
      ...first.finding,
      message: `${BEGINNING[severity]} ${gentle.map(({ lack }) => lack).join('; ')}. Add what is missing; if it stands in another document, name that and link to it.`,
      help: [...new Set(gentle.map(({ finding }) => finding.help))].join(' '),
      start: position(title.textSpan.start),
      end: position(title.textSpan.end),
      fixes: gentle.flatMap(({ finding }) => finding.fixes),
      collects: gentle.map(({ finding: { rule, severity, message } }) => ({ rule, severity, message })),
    },
  ];
}
