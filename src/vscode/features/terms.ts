import { ACRONYMS, ACRONYMS_SOURCE } from '../../framework/acronyms.js';
import { SOURCES } from '../../framework/sources.js';
import { OUTDATED_TERMS } from '../../framework/terms-outdated.js';
import type { Source } from '../../framework/types.js';
import { escapeMarkdown } from '../../text/markdown.js';

/** What a term or acronym under the pointer means. `range` are 0-based characters of the line. */
export interface TermHelp {
  readonly text: readonly string[];
  readonly source: Source | null;
  readonly range?: readonly [number, number];
}

interface Term {
  readonly pattern: RegExp;
  readonly help: string;
  readonly source: Source;
}

const TERMS: readonly Term[] = [
  {
    pattern: /\balternative provision\b/gi,
    help: '**Alternative provision**: education outside a mainstream or special school, arranged by a local authority or a school. The framework asks how it is commissioned and overseen.',
    source: SOURCES.handbook,
  },
  {
    pattern: /\bco-?produc(?:tion|ed?|ing)\b/gi,
    help: '**Co-production**: children, young people, families and services decide and create together, as equals. The framework asks for evidence of it: who took part, how, and what changed.',
    source: SOURCES.codeOfPractice,
  },
  {
    pattern: /\blocal area partnership\b/gi,
    help: '**Local area partnership**: the local authority and the integrated care board or boards, which are jointly responsible for services for children and young people with SEND.',
    source: SOURCES.handbook,
  },
  {
    pattern: /\bparent carer forum\b/gi,
    help: '**Parent carer forum**: the group that speaks for parents and carers of children with SEND in an area.',
    source: SOURCES.codeOfPractice,
  },
  {
    pattern: /\bpriority action plan\b/gi,
    help: '**Priority action plan (area SEND)**: what a partnership must prepare and submit after widespread and/or systemic failings.',
    source: SOURCES.handbook,
  },
  {
    pattern: /\bareas? for priority action\b/gi,
    help: '**Area for priority action**: what must be addressed urgently after widespread and/or systemic failings; each names the responsible body.',
    source: SOURCES.handbook,
  },
  {
    pattern: /\bareas? for improvement\b/gi,
    help: '**Area for improvement**: what leaders across the partnership should do next. Each one must be answered by the plan.',
    source: SOURCES.handbook,
  },
  {
    pattern: /\blocal offer\b/gi,
    help: '**Local offer**: the local authority’s published information about the support for children and young people with SEND, where plans are published too.',
    source: SOURCES.codeOfPractice,
  },
  {
    pattern: /\bstrategic (?:SEND )?plan\b/gi,
    help: '**Strategic SEND plan**: updated and published within 30 working days of the report after a full inspection with the first or second outcome.',
    source: SOURCES.handbook,
  },
  {
    pattern: /\bengagement meetings?\b/gi,
    help: '**Annual engagement meeting**: Ofsted and the Care Quality Commission meet the partnership, every 12 months by default.',
    source: SOURCES.handbook,
  },
];

const known = new Map(ACRONYMS.map(({ letters, expansion }) => [letters, expansion]));

/** What the words under the pointer mean. `own` are the user's acronyms, which go first. */
export function termHelp(line: string, character: number, word: string, own: Readonly<Record<string, string>> = {}): TermHelp | null {
  const terms: readonly Term[] = [
    ...TERMS,
    ...OUTDATED_TERMS.map(({ pattern, name, replacedBy, source }) => ({
      pattern,
      source,
      help: `**${name}**: belongs to the arrangements before 2023. ${replacedBy}`,
    })),
  ];
  for (const { pattern, help, source } of terms) {
    for (const match of line.matchAll(pattern)) {
      if (character >= match.index && character <= match.index + match[0].length)
        return { text: [help], source, range: [match.index, match.index + match[0].length] };
    }
  }
  const letters = word.replace(/s$/, '');
  if (Object.hasOwn(own, letters))
    return {
      text: [`**${escapeMarkdown(letters)}**: ${escapeMarkdown(own[letters]!)}. It is one of your own acronyms, so it needs no expansion.`],
      source: null,
    };
  const expansion = known.get(letters);
  return expansion
    ? { text: [`**${letters}**: ${expansion}. Write it in full at first use, with the letters in brackets.`], source: ACRONYMS_SOURCE }
    : null;
}
