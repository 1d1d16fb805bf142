import { z } from './zod.js';
import { SOURCES, cite, sourceSchema } from './sources.js';
import type { Source } from './types.js';

export interface BodyWords {
  /** Words, in lower case, that tell what sort of body is meant and not which one. */
  readonly generic: readonly string[];
  readonly source: Source;
}

/** How bodies are named in the column for responsible bodies. */
export const BODY_WORDS: BodyWords = {
  generic: [
    ...['a', 'across', 'all', 'and', 'at', 'both', 'each', 'for', 'from', 'in', 'of', 'on', 's', 'the', 'their', 'to', 'with'],
    ...['authorities', 'authority', 'borough', 'city', 'combined', 'corporation', 'council', 'councils', 'county', 'district', 'london', 'metropolitan', 'mbc', 'royal', 'unitary'],
    ...['acute', 'board', 'boards', 'care', 'clinical', 'community', 'foundation', 'health', 'hospital', 'hospitals', 'icb', 'icbs', 'icp', 'ics', 'integrated', 'mental', 'nhs', 'system', 'trust', 'trusts', 'university'],
    ...['area', 'areas', 'bodies', 'body', 'commissioner', 'commissioners', 'commissioning', 'director', 'directors', 'executive', 'lap', 'lead', 'leader', 'leaders', 'local', 'partner', 'partners', 'partnership', 'place', 'provider', 'providers'],
    ...['adult', 'adults', 'child', 'children', 'college', 'colleges', 'early', 'education', 'families', 'joint', 'jointly', 'people', 'public', 'school', 'schools', 'send', 'service', 'services', 'settings', 'social', 'together', 'years', 'young', 'youth'],
  ],
  source: cite(SOURCES.publishedReports, 'section “Areas for priority action”; 14 of 56 reports'),
};

export const bodyWordsSchema = z.strictObject({
  generic: z.array(z.string().regex(/^[a-z]+$/)).min(10),
  source: sourceSchema,
});

export interface ActionWords {
  /** Words, in lower case, for those who can act on an area: people, bodies and services. */
  readonly actors: readonly string[];
  /** Verbs, in lower case, with which an instruction begins that names nobody. */
  readonly imperatives: readonly string[];
  readonly source: Source;
}

/** How areas for improvement and for priority action are worded. */
export const ACTION_WORDS: ActionWords = {
  actors: [
    ...['leader', 'leaders', 'leadership', 'partner', 'partners', 'partnership', 'partnerships', 'lap', 'area', 'authority', 'authorities', 'council', 'councils', 'icb', 'icbs', 'nhs', 'board', 'boards', 'trust', 'trusts', 'body', 'bodies', 'organisation', 'organisations'],
    ...['agencies', 'commissioner', 'commissioners', 'director', 'directors', 'manager', 'managers', 'member', 'members', 'officer', 'officers', 'practitioner', 'practitioners', 'professional', 'professionals', 'provider', 'providers', 'staff', 'team', 'teams', 'workforce'],
    ...['college', 'colleges', 'education', 'health', 'care', 'school', 'schools', 'service', 'services', 'setting', 'settings', 'stakeholders'],
    ...['they', 'it', 'we', 'those', 'everyone'],
  ],
  imperatives: [
    ...['accelerate', 'address', 'agree', 'align', 'build', 'clarify', 'collaborate', 'commission', 'complete', 'consider', 'consolidate', 'continue', 'create', 'define', 'deliver', 'develop', 'embed', 'enable', 'engage', 'enhance', 'ensure', 'establish', 'evaluate', 'expand', 'extend', 'finalise', 'implement', 'improve', 'increase', 'introduce', 'invest', 'involve'],
    ...['listen', 'maintain', 'make', 'monitor', 'prioritise', 'produce', 'promote', 'provide', 'publish', 'put', 'raise', 'reduce', 'refine', 'refresh', 'remove', 'resolve', 'review', 'secure', 'share', 'shorten', 'simplify', 'speed', 'strengthen', 'support', 'tackle', 'take', 'track', 'train', 'update', 'use', 'widen', 'work'],
  ],
  source: cite(SOURCES.publishedReports, 'sections “Areas for improvement” and “Areas for priority action”'),
};

const wordList = z.array(z.string().regex(/^[a-z]+$/)).min(10);

export const actionWordsSchema = z.strictObject({ actors: wordList, imperatives: wordList, source: sourceSchema });
