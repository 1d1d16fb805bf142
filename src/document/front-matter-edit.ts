import { stringify } from 'yaml';
import type { TextEdit } from '../text/span.js';
import { frontMatterSchema, readFrontMatter } from './front-matter.js';
import type { SendDocument } from './types.js';

/** Values by their paths, such as `report.received`: a map has one level. null takes a value out. */
export type FrontMatterChanges = Readonly<Record<string, string | null>>;

/** Parts that say nothing without each other. */
const TOGETHER: Readonly<Record<string, readonly string[]>> = { inspection: ['start', 'end'] };

const scalar = (value: string): string =>
  stringify(value, {
    schema: 'core',
    version: '1.2',
    lineWidth: 0,
    defaultStringType: /^[\s\d-]|[,{}[\]]/.test(value) && !/^[\d-]+$/.test(value) ? 'QUOTE_DOUBLE' : 'PLAIN',
  }).trim();

const flow = (map: ReadonlyMap<string, string>): string => `{ ${[...map].map(([key, value]) => `${key}: ${scalar(value)}`).join(', ')} }`;

/** The line of an offset, with its line break. */
function lineOf(text: string, offset: number): { start: number; end: number } {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const next = text.indexOf('\n', offset);
  return { start, end: next < 0 ? text.length : next + 1 };
}

/**
 * The edits that give facts in a document’s front matter, in the way in which it is written there; everything else stays as it is. A line of the
 * template that shows how to write a key makes room for it. Empty when nothing changes; null when the front matter cannot be read, so that
 * nobody can say where something belongs.
 */
export function frontMatterEdits(document: SendDocument, changes: FrontMatterChanges): readonly TextEdit[] | null {
  const { text, frontMatter } = document;
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const { span } = frontMatter;
  const edits: TextEdit[] = [];
  const added: string[] = [];
  const byKey = new Map<string, Map<string, string | null>>();
  for (const [path, value] of Object.entries(changes)) {
    const [key, part = ''] = path.split('.', 2) as [string, string?];
    byKey.set(key, (byKey.get(key) ?? new Map<string, string | null>()).set(part, value));
  }
  for (const [key, parts] of byKey) {
    const own = frontMatter.keySpan(key);
    const value = frontMatter.valueSpan(key);
    const written = value ? text.slice(value.start, value.end).trimEnd() : '';
    const single = parts.has('');
    const wanted = single ? parts.get('')! : null;
    if (own) {
      const colon = text.indexOf(':', own.end);
      const end = value && written !== '' ? value.start + written.length : colon + 1;
      const whole = { start: lineOf(text, own.start).start, end: lineOf(text, end).end };
      if (single) {
        if (wanted === null) edits.push({ ...whole, text: '' });
        else if (written === '') edits.push({ start: colon + 1, end: colon + 1, text: ` ${scalar(wanted)}` });
        else if (scalar(wanted) !== written) edits.push({ start: value!.start, end, text: scalar(wanted) });
        continue;
      }
      const known = partsOf(document, key);
      const isFlow = written === '' || written.startsWith('{') || known.size === 0;
      if (isFlow) {
        const next = merged(known, parts);
        if ([...next].join() === [...known].join()) continue;
        if (next.size === 0) edits.push({ ...whole, text: '' });
        else if (written === '') edits.push({ start: colon + 1, end: colon + 1, text: ` ${flow(next)}` });
        else edits.push({ start: value!.start, end, text: flow(next) });
        continue;
      }
      const more: string[] = [];
      const indent = /^[ \t]*/.exec(text.slice(lineOf(text, value!.start).start))![0];
      if (merged(known, parts).size === 0) {
        edits.push({ ...whole, text: '' });
        continue;
      }
      const gone = [...parts].some(([part, to]) => to === null && frontMatter.keySpan(`${key}.${part}`));
      if (gone && [...parts].some(([part, to]) => to !== null && !frontMatter.keySpan(`${key}.${part}`))) {
        edits.push({ start: colon + 1, end, text: ` ${flow(merged(known, parts))}` });
        continue;
      }
      for (const [part, to] of parts) {
        const place = frontMatter.valueSpan(`${key}.${part}`);
        const partKey = frontMatter.keySpan(`${key}.${part}`);
        if (place && partKey && to !== null) {
          const was = text.slice(place.start, place.end).trimEnd();
          if (was === '') more.push(`${eol}${indent}${part}: ${scalar(to)}`);
          else if (was !== scalar(to)) edits.push({ start: place.start, end: place.start + was.length, text: scalar(to) });
        } else if (partKey && to === null) {
          const line = lineOf(text, partKey.start);
          edits.push({ ...line, text: '' });
        } else if (to !== null) more.push(`${eol}${indent}${part}: ${scalar(to)}`);
      }
      if (more.length > 0) edits.push({ start: end, end, text: more.join('') });
      continue;
    }
    const next = merged(new Map<string, string>(), parts);
    if (single ? wanted === null : next.size === 0) continue;
    const line = `${key}: ${single ? scalar(wanted!) : flow(next)}`;
    const shown = span ? new RegExp(`^# ${key}:[^\\r\\n]*`, 'm').exec(text.slice(span.start, span.end)) : null;
    if (shown) edits.push({ start: span!.start + shown.index, end: span!.start + shown.index + shown[0].length, text: line });
    else added.push(line);
  }
  if (added.length > 0) {
    const lines = added.map((line) => `${line}${eol}`).join('');
    if (span) {
      const closing = span.start + text.slice(span.start, span.end).trimEnd().lastIndexOf('\n') + 1;
      edits.push({ start: closing, end: closing, text: lines });
    } else {
      const start = text.startsWith('\uFEFF') ? 1 : 0;
      edits.push({ start, end: start, text: `---${eol}${lines}---${eol}${eol}` });
    }
  }
  edits.sort((a, b) => a.start - b.start);
  return says(applied(text, edits), changes) ? edits : null;
}

function applied(text: string, edits: readonly TextEdit[]): string {
  let result = '';
  let at = 0;
  for (const edit of edits) {
    result += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return result + text.slice(at);
}

/** Whether front matter says what was to be written: where it has mistakes, an edit may have gone to a place that means something else. */
function says(text: string, changes: FrontMatterChanges): boolean {
  const { frontMatter } = readFrontMatter(text);
  return Object.entries(changes).every(([path, value]) => {
    const [key, part] = path.split('.', 2) as [string, string?];
    const data = (frontMatter.data as Readonly<Record<string, unknown>>)[key];
    const said = part === undefined ? data : (data as Readonly<Record<string, unknown>> | undefined)?.[part];
    return (said ?? null) === value;
  });
}

/** A value as it is written, without its quotation marks; null where there is none. `path` as in `report.received`. */
export function writtenValue({ text, frontMatter }: SendDocument, path: string): string | null {
  const span = frontMatter.valueSpan(path);
  return (
    span &&
    text
      .slice(span.start, span.end)
      .trim()
      .replace(/^(["'])(.*)\1$/, '$2')
  );
}

/** The parts of a map as they are written, also those that are wrong. */
function partsOf(document: SendDocument, key: string): Map<string, string> {
  const parts = new Map<string, string>();
  const schema = (frontMatterSchema.shape as unknown as Record<string, { unwrap?: () => { shape?: Record<string, unknown> } }>)[key];
  for (const part of Object.keys(schema?.unwrap?.().shape ?? {})) {
    const value = writtenValue(document, `${key}.${part}`);
    if (value !== null) parts.set(part, value);
  }
  return parts;
}

function merged(known: ReadonlyMap<string, string>, parts: ReadonlyMap<string, string | null>): Map<string, string> {
  const next = new Map(known);
  for (const [part, value] of parts) {
    if (value === null) next.delete(part);
    else next.set(part, value);
  }
  return next;
}

/** Values that say nothing without another that is missing, by their paths. */
export const halfGiven = (values: Readonly<Record<string, string | null>>): readonly string[] =>
  Object.entries(TOGETHER).flatMap(([key, parts]) => {
    const given = parts.filter((part) => values[`${key}.${part}`]);
    return given.length > 0 && given.length < parts.length
      ? parts.filter((part) => !given.includes(part)).map((part) => `${key}.${part}`)
      : [];
  });
