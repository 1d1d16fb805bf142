import { z } from './zod.js';
import { SOURCES, cite, sourceSchema } from './sources.js';
import { EDITIONS, type EditionId, type Source } from './types.js';

/** A term of the arrangements before January 2023, and what took its place. */
export interface OutdatedTerm {
  readonly id: string;
  readonly name: string;
  /** Global; matches one mention, with its acronym where that follows. */
  readonly pattern: RegExp;
  /** Arrangements that ran on beyond the change: in documents of this edition a mention is only worth a look. */
  readonly lingersIn: readonly EditionId[];
  /** A sentence: what replaced it and since when. */
  readonly replacedBy: string;
  readonly source: Source;
}

export const OUTDATED_TERMS: readonly OutdatedTerm[] = [
  {
    id: 'written-statement-of-action',
    name: 'written statement of action',
    pattern: /\bwritten statements? of action\b(?: \(WSo?A\))?|\bWSo?As?\b/gi,
    lingersIn: ['2023-01'],
    replacedBy:
      'Since January 2023 a partnership with widespread and/or systemic failings submits a priority action plan (area SEND), and the others update and publish a strategic plan.',
    source: cite(SOURCES.handbook, 'replaces the inspection arrangements of 2016 to 2022'),
  },
  {
    id: 'accelerated-progress-plan',
    name: 'accelerated progress plan',
    pattern: /\baccelerated progress plans?\b(?: \(APPs?\))?/gi,
    lingersIn: ['2023-01'],
    replacedBy: 'Since January 2023 progress is checked by monitoring inspections and annual engagement meetings.',
    source: cite(SOURCES.supportAndChallenge, 'replaces the support after revisits of 2016 to 2022'),
  },
  {
    id: 'clinical-commissioning-group',
    name: 'clinical commissioning group',
    pattern: /\bclinical commissioning groups?\b(?: \(CCGs?\))?|\bCCGs?\b/gi,
    lingersIn: [],
    replacedBy: 'Integrated care boards took over from clinical commissioning groups on 1 July 2022.',
    source: {
      title: 'Health and Care Act 2022, part 1',
      url: 'https://www.legislation.gov.uk/ukpga/2022/31/part/1',
      confidence: 'primary',
    },
  },
];

/** Words that show that a sentence tells what used to be: there the old term is the right one. */
export const HISTORY: readonly RegExp[] = [
  /\b20(?:0\d|1\d|2[0-2])\b/,
  /\b(?:previous|previously|former|formerly|earlier|predecessors?|original|originally|historic\w*|legacy|then|once)\b/i,
  /\b(?:until|before|since|following|after|no longer|used to|last (?:area SEND )?inspection|revisit\w*|re-visit\w*)\b/i,
  /\b(?:replac|dissol|disband|abolish|merge|ceas|transfer|transition|inherit|superseded|succe(?:eded|ssor))\w*/i,
  /\b(?:took|taken|taking|takes) (?:over|on)\b|\b(?:passed|moved|changed|handed over) (?:from|to)\b|\bresponsibilit\w+ (?:\w+ ){0,6}from\b/i,
  /\b(?:was|were|had)\b/i,
];

export const outdatedTermSchema = z.strictObject({
  id: z.string().regex(/^[a-z-]+$/),
  name: z.string().min(3),
  pattern: z.instanceof(RegExp).refine((pattern) => pattern.global),
  lingersIn: z.array(z.enum(EDITIONS)),
  replacedBy: z.string().endsWith('.'),
  source: sourceSchema,
});
