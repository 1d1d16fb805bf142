import { isMap, isPair, parseDocument, type Node, type Pair } from 'yaml';
import { problemsOf, PUBLIC_BODIES, type BodyKind } from '../framework/public-bodies.js';
import { z } from '../framework/zod.js';
import type { Span } from '../framework/types.js';
import { tooDeepAt } from '../text/yaml-depth.js';
import { settingsSchema, type Settings } from './settings.js';

export interface ConfigProblem {
  readonly message: string;
  /** 0-based offset in the text, where it is known. */
  readonly offset: number | null;
  /** The key or entry that is wrong, where it is known. */
  readonly span: Span | null;
  /** The keys are right, but a body cannot be as they say. */
  readonly ofBodies?: boolean;
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

const unitOf = ({ origin }: { readonly origin: string }): string =>
  origin === 'string' ? ' characters long' : origin === 'array' ? ' entries' : '';

function expectedOf(issue: z.core.$ZodIssue): string | undefined {
  switch (issue.code) {
    case 'invalid_value':
      return `one of ${issue.values.join(', ')}`;
    case 'invalid_type':
      return TYPES[issue.expected];
    case 'too_small':
      return `at least ${issue.minimum}${unitOf(issue)}`;
    case 'too_big':
      return `at most ${issue.maximum}${unitOf(issue)}`;
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

/**
 * Where a path such as `bodies.0.to` stands in the text of a configuration file: at its key, or at its place in a list.
 * The deepest part of the path that is there; null for none.
 */
function spanOf(source: string, path: readonly (string | number)[]): Span | null {
  let node: unknown = parseDocument(source, { schema: 'json', strict: false, logLevel: 'silent' }).contents;
  let span: Span | null = null;
  for (const step of path) {
    const pair: Pair | undefined = isMap(node) ? node.items.find(({ key }) => String(key) === String(step)) : undefined;
    const at: Node | null = pair ? (pair.key as Node) : ((node as { items?: Node[] } | null)?.items?.[Number(step)] ?? null);
    if (!at || isPair(at) || !at.range) return span;
    span = { start: at.range[0], end: at.range[1] };
    node = pair ? pair.value : at;
  }
  return span;
}

/** In UTF-16 code units. A larger text is not parsed. */
const MAX_CONFIG_LENGTH = 1024 * 1024;

const refused = (message: string, offset: number, text: string): { settings: null; problems: readonly ConfigProblem[] } => ({
  settings: null,
  problems: [{ message, offset, span: { start: offset, end: Math.min(text.length, offset + 1) } }],
});

/**
 * Everything that is wrong with the text of an `.areasend.json`, in the order of the text. Never throws.
 * Without a problem, the settings that it gives; defaults are left out, so that they do not cover settings from elsewhere.
 */
export function readConfig(text: string): { settings: Partial<Settings> | null; problems: readonly ConfigProblem[] } {
  const mark = text.startsWith('\uFEFF') ? 1 : 0;
  const source = text.slice(mark);
  if (source.length > MAX_CONFIG_LENGTH) return refused('it is larger than 1 MB; keep to the settings that this product knows', mark, text);
  const deep = tooDeepAt(source);
  if (deep !== null) return refused('it is nested deeper here than any setting; keep to those that this product knows', deep + mark, text);
  let value: unknown;
  try {
    value = JSON.parse(source);
  } catch (error) {
    const found = /position (\d+)/.exec(String(error))?.[1];
    const offset = found === undefined ? null : Math.min(text.length, Number(found) + mark);
    return {
      settings: null,
      problems: [
        {
          message: 'it is not valid JSON: check quotation marks, commas and brackets',
          offset,
          span: offset === null ? null : { start: Math.min(offset, text.length - 1), end: text.length },
        },
      ],
    };
  }
  const problem = (message: string, path: readonly (string | number)[]): ConfigProblem => {
    const at = spanOf(source, path);
    const span = at && { start: at.start + mark, end: at.end + mark };
    return { message, offset: span?.start ?? null, span };
  };
  const result = settingsSchema.safeParse(value);
  if (!result.success)
    return {
      settings: null,
      problems: inOrder(onceEach(result.error.issues.map((issue) => problem(describeIssue(issue), pathOf(issue))))),
    };
  const wrong = wrongBodies(result.data, problem);
  if (wrong.length > 0) return { settings: null, problems: inOrder(wrong) };
  const own = value as Record<string, unknown>;
  const settings = Object.fromEntries(Object.entries(result.data).filter(([key]) => key !== '$schema' && Object.hasOwn(own, key)));
  return { settings, problems: [] };
}

/** A value that fails two checks which ask for the same is told of once. */
const onceEach = (problems: readonly ConfigProblem[]): ConfigProblem[] =>
  problems.filter(({ message, offset }, index) => problems.findIndex((one) => one.message === message && one.offset === offset) === index);

const wrongBodies = (
  { bodies }: Pick<Settings, 'bodies'>,
  problem: (message: string, path: readonly (string | number)[]) => ConfigProblem,
): ConfigProblem[] =>
  problemsOf(bodies).map(({ index, key, item, message }) => ({
    ...problem(message.replace(/\.$/, ''), ['bodies', index, key, ...(item === undefined ? [] : [item])]),
    ofBodies: true,
  }));

/** What cannot be true of the bodies that a configuration file gives; nothing for a text that is wrong otherwise. Never throws. */
export function bodyProblems(text: string): readonly ConfigProblem[] {
  const { problems } = readConfig(text);
  return problems.filter(({ ofBodies }) => ofBodies);
}

const inOrder = (problems: readonly ConfigProblem[]): readonly ConfigProblem[] =>
  [...problems].sort((a, b) => (a.offset ?? 0) - (b.offset ?? 0));

/** Reads the text of an `.areasend.json`. Never throws: with a problem, the first of which is told, there are no settings. */
export function parseSettings(text: string): { settings: Partial<Settings>; problem: null } | { settings: null; problem: ConfigProblem } {
  const { settings, problems } = readConfig(text);
  return settings ? { settings, problem: null } : { settings: null, problem: problems[0]! };
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
  // Names to choose from while typing.
  const body = (schema.properties.bodies as { items?: { properties?: Record<string, { items?: Record<string, unknown> }> } }).items
    ?.properties;
  const names = (kind: BodyKind): string[] =>
    PUBLIC_BODIES.bodies
      .filter((one) => one.kind === kind && one.to === null)
      .map((one) => (kind === 'local-authority' ? one.core : one.name));
  if (body?.areas?.items) body.areas.items.examples = names('local-authority');
  if (body?.successors?.items) body.successors.items.examples = names('integrated-care-board');
  return schema;
}
