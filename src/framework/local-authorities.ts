import { byText } from '../memo/memo.js';
import { z } from './zod.js';
import data from './local-authorities.json' with { type: 'json' };
import { cite, SOURCES } from './sources.js';
import type { IsoDate, Source } from './types.js';

export interface LocalAuthority {
  readonly name: string;
  readonly gssCode: string;
  readonly laCode: string;
  readonly region: string;
  readonly alsoKnownAs: readonly string[];
  readonly type: string;
  readonly domain: string;
  /** First day, where it is later than the counties and boroughs that the framework found; null otherwise. */
  readonly from: IsoDate | null;
  /** Last day; null while it goes on. An abolished one may still be named in older documents. */
  readonly to: IsoDate | null;
  /** Names of the authorities that took over its area. */
  readonly successors: readonly string[];
}

export const LOCAL_AUTHORITIES: readonly LocalAuthority[] = data;

export const LOCAL_AUTHORITIES_SOURCE: Source = cite(
  SOURCES.localAuthorities,
  '153 authorities since 1 April 2023; East Surrey and West Surrey from 1 April 2027 (SI 2026/264)',
);

export const localAuthoritySchema = z.strictObject({
  name: z.string().min(3),
  gssCode: z.string().regex(/^(?:E\d{8})?$/),
  laCode: z.string().regex(/^(?:\d{3})?$/),
  region: z.string(),
  alsoKnownAs: z.array(z.string().regex(/^[^[\]]+$/)),
  type: z.string(),
  domain: z.string(),
  from: z.iso.date().nullable(),
  to: z.iso.date().nullable(),
  successors: z.array(z.string()),
});

/** Those that are there on a day. */
export const authoritiesOn = (day: IsoDate): readonly LocalAuthority[] =>
  LOCAL_AUTHORITIES.filter(({ from, to }) => (from ?? day) <= day && (to ?? day) >= day);

/** The name that people use for the area: "Bristol" for "Bristol, City of", "Bedford" for "Bedford Borough". */
export const shortName = (authority: LocalAuthority): string =>
  authority.name.replace(/, (?:City|County) of$/, '').replace(/ Borough$/, '');

/** Names are compared without case, "the", "&", hyphens and punctuation. */
export const normaliseAreaName = byText((name) => normalise(name), { most: 1000 });

const normalise = (name: string): string =>
  name
    .toLowerCase()
    .replace(/&/g, 'and')
    .replace(/[’'.,-]/g, ' ')
    .replace(/^\s*(?:the )?(?:(?:royal |london |metropolitan )?borough|council) of\b/, ' ')
    .replace(/\b(?:the|local area partnership|council|city of|county of|borough)\b/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

let byName: Map<string, LocalAuthority> | null = null;

/** The authority of this name, or null (fictional and misspelt names have none). */
export function findLocalAuthority(name: string): LocalAuthority | null {
  if (!byName) {
    byName = new Map();
    for (const authority of LOCAL_AUTHORITIES) {
      for (const alias of [authority.name, shortName(authority), ...authority.alsoKnownAs]) byName.set(normaliseAreaName(alias), authority);
    }
  }
  return byName.get(normaliseAreaName(name)) ?? null;
}
