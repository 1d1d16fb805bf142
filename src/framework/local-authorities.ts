import { z } from './zod.js';
import data from './local-authorities.json' with { type: 'json' };
import type { Source } from './types.js';

export interface LocalAuthority {
  readonly name: string;
  readonly gssCode: string;
  readonly laCode: string;
  readonly region: string;
  readonly alsoKnownAs: readonly string[];
  readonly type: string;
  readonly domain: string;
  /** Abolished; may still be named in older documents. */
  readonly former: boolean;
}

export const LOCAL_AUTHORITIES: readonly LocalAuthority[] = data;

export const LOCAL_AUTHORITIES_SOURCE: Source = {
  title: 'Local education authorities of England: codes of the Office for National Statistics and the Department for Education',
  confidence: 'primary',
};

export const localAuthoritySchema = z.strictObject({
  name: z.string().min(3),
  gssCode: z.string().regex(/^(?:E\d{8})?$/),
  laCode: z.string().regex(/^\d{3}$/),
  region: z.string(),
  alsoKnownAs: z.array(z.string().regex(/^[^[\]]+$/)),
  type: z.string(),
  domain: z.string(),
  former: z.boolean(),
});

/** The name that people use for the area: "Bristol" for "Bristol, City of", "Bedford" for "Bedford Borough". */
export const shortName = (authority: LocalAuthority): string =>
  authority.name.replace(/, (?:City|County) of$/, '').replace(/ Borough$/, '');

/** Names are compared without case, "the", "&", hyphens and punctuation. */
export function normaliseAreaName(name: string): string {
  let normal = normalNames.get(name);
  if (normal === undefined) {
    if (normalNames.size >= MOST_NAMES) normalNames.clear();
    normalNames.set(name, (normal = normalise(name)));
  }
  return normal;
}

/** The same few names are compared at each keystroke. */
const normalNames = new Map<string, string>();
const MOST_NAMES = 1000;

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
