import { z } from '../framework/zod.js';
import { settingsSchema, type Settings } from './settings.js';

export interface ConfigProblem {
  readonly message: string;
  /** 0-based offset in the text, where it is known. */
  readonly offset: number | null;
}

const pathOf = (issue: z.core.$ZodIssue): string[] =>
  [...issue.path, ...(issue.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [])].map(String);

const TYPES: Readonly<Record<string, string>> = {
  string: 'text in quotation marks',
  number: 'a number',
  int: 'a whole number',
  array: 'a list in square brackets',
  object: 'an object in braces',
  record: 'an object in braces',
};

function expectedOf(issue: z.core.$ZodIssue): string | undefined {
  switch (issue.code) {
    case 'invalid_value':
      return `one of ${issue.values.join(', ')}`;
    case 'invalid_type':
      return TYPES[issue.expected];
    case 'too_small':
      return `at least ${issue.minimum}`;
    case 'too_big':
      return `at most ${issue.maximum}`;
    default:
      return undefined;
  }
}

/** What is wrong with settings, without a full stop. */
export function describeIssue(issue: z.core.$ZodIssue): string {
  const name = pathOf(issue).join('.');
  if (issue.code === 'unrecognized_keys') return `“${name}” is not a setting that this product knows`;
  const expected = expectedOf(issue);
  return `${name === '' ? 'the settings' : `“${name}”`} cannot be read: ${expected ? `it must be ${expected}` : issue.message.replace(/\.$/, '')}`;
}

/** Reads the text of an `.areasend.json`. Never throws: with a problem there are no settings. */
export function parseSettings(text: string): { settings: Partial<Settings>; problem: null } | { settings: null; problem: ConfigProblem } {
  const source = text.replace(/^\uFEFF/, '');
  let value: unknown;
  try {
    value = JSON.parse(source);
  } catch (error) {
    const offset = /position (\d+)/.exec(String(error))?.[1];
    return {
      settings: null,
      problem: { message: 'it is not valid JSON: check quotation marks, commas and brackets', offset: offset ? Number(offset) : null },
    };
  }
  const result = settingsSchema.safeParse(value);
  if (!result.success) {
    const issue = result.error.issues[0]!;
    // Each key stands behind the one that it belongs to; entries of lists have none.
    const offset = pathOf(issue).reduce((at, key) => Math.max(at, source.indexOf(JSON.stringify(key), at)), 0);
    return { settings: null, problem: { message: describeIssue(issue), offset: offset === 0 ? null : offset } };
  }
  // Only what the file itself says, so that defaults do not cover settings from elsewhere.
  const own = value as Record<string, unknown>;
  const settings = Object.fromEntries(Object.entries(result.data).filter(([key]) => key !== '$schema' && Object.hasOwn(own, key)));
  return { settings, problem: null };
}

/** Joins settings; later ones win, lists and maps are joined. */
export function mergeSettings(...parts: readonly Partial<Settings>[]): Settings {
  const merged: Record<string, unknown> = {};
  for (const part of parts) {
    for (const [key, value] of Object.entries(part)) {
      const before = merged[key];
      if (Array.isArray(value) && Array.isArray(before)) merged[key] = [...new Set([...(before as unknown[]), ...(value as unknown[])])];
      else if (value && typeof value === 'object' && !Array.isArray(value) && before && typeof before === 'object')
        merged[key] = { ...before, ...value };
      else if (value !== undefined) merged[key] = value;
    }
  }
  delete merged.$schema;
  return settingsSchema.parse(merged);
}

/** The JSON schema of `.areasend.json`, with the ids of the rules for completion. */
export function configJsonSchema(ruleIds: readonly string[]): Record<string, unknown> {
  const schema = z.toJSONSchema(settingsSchema, { io: 'input' }) as { properties: Record<string, Record<string, unknown>> } & Record<
    string,
    unknown
  >;
  const severity = { enum: ['off', 'info', 'warning', 'error'] };
  schema.properties.rules = {
    type: 'object',
    description: 'Severity of each rule by its id.',
    properties: Object.fromEntries(ruleIds.map((id) => [id, severity])),
    additionalProperties: false,
  };
  return schema;
}
