import { LineCounter, isMap, isPair, isScalar, isSeq, parseDocument, type Node } from 'yaml';
import { isRelativePath } from '../text/paths.js';
import { z } from '../framework/zod.js';
import { DOCUMENT_KINDS, EDITIONS, type Span } from '../framework/types.js';
import { isoDate } from './facts/dates.js';
import { nearest } from '../text/nearest.js';
import { tooDeepAt } from '../text/yaml-depth.js';
import type { FrontMatter, FrontMatterData, FrontMatterProblem } from './types.js';

/** Keys that tell front matter from a line across the page. */
const KEY = '(?:document|edition|localArea|inspection|report|respondsTo|plan|engagementMeeting|milestones|done|status)[ \\t]*:';
const OPENING = /^\uFEFF?---[ \t]*(?:\r\n|\n|\r)/;
/** Front matter that something stands above: further down than this nobody means it. */
const LATE = new RegExp(`^---[ \\t]*(?:\\r\\n|\\n|\\r)${KEY}`, 'm');
const FARTHEST = 4000;
/** Lines that only look like ---, around what has the keys of front matter. */
const ALIKE = new RegExp(`^\\uFEFF{0,2}[ \\t\\u00a0]{0,3}(?:-{3,}|[—–]{1,3})[ \\t\\u00a0]*(?:\\r\\n|\\n|\\r)(?=${KEY})`);
const CLOSING = /^(?:---|\.\.\.)[ \t]*$/;
const CLOSING_ALIKE = /^[ \t\u00a0]{0,3}(?:-{3,}|[—–]{1,3}|\.\.\.)[ \t\u00a0]*$/;

/** Front matter in another language than YAML, which is not read: the line that it begins with; null where there is none. */
export function otherFrontMatter(text: string): Span | null {
  const match = OTHER.exec(text);
  return match ? { start: match[1]!.length, end: match[1]!.length + match[2]!.length } : null;
}
const NAMES = KEY.slice(0, KEY.lastIndexOf(')') + 1);
const OTHER = new RegExp(`^(\\uFEFF?\\s{0,10})(\\+\\+\\+(?=[ \\t]*[\\r\\n]{1,2}${NAMES}[ \\t]*=)|\\{(?=\\s{0,20}"${NAMES}"))`);

/** End offset of the front matter with its closing line; null when the text has none. `open` tells of one that never closes. */
function frontMatterExtent(text: string): { start: number; bodyStart: number; yamlStart: number; yamlEnd: number } | { open: true } | null {
  let opening = OPENING.exec(text);
  let start = text.startsWith('\uFEFF') ? 1 : 0;
  const alike = opening ? null : ALIKE.exec(text);
  if (alike) {
    opening = alike;
    start = alike[0].search(/[^\uFEFF]/);
  } else if (!opening) {
    const late = text.includes('---') ? LATE.exec(text.slice(0, FARTHEST)) : null;
    // A sample in code is none.
    if (!late || (text.slice(0, late.index).match(/^ {0,3}(?:```|~~~)/gm)?.length ?? 0) % 2 === 1) return null;
    start = late.index;
    opening = OPENING.exec(text.slice(start, start + 200))!;
  }
  const isLate = !alike && start > (text.startsWith('\uFEFF') ? 1 : 0);
  const yamlStart = (alike || opening[0].startsWith('\uFEFF') ? 0 : start) + opening[0].length;
  const closing = alike ? CLOSING_ALIKE : CLOSING;
  let lineStart = yamlStart;
  while (lineStart < text.length) {
    let end = lineStart;
    while (end < text.length && text.charCodeAt(end) !== 10 && text.charCodeAt(end) !== 13) end++;
    const line = text.slice(lineStart, end);
    let next = end;
    if (text.charCodeAt(next) === 13) next++;
    if (text.charCodeAt(next) === 10) next++;
    if (closing.test(line)) {
      // A line across the page further down closes nothing: a part of the document stands between.
      if (!isLate && holdsText(text.slice(yamlStart, lineStart))) return { open: true };
      return { start, yamlStart, yamlEnd: lineStart, bodyStart: next };
    }
    if (next === end) break;
    lineStart = next;
  }
  return isLate || alike ? null : { open: true };
}

/** A heading of a section, or a row of a table, behind an empty line: none of it is YAML. */
const holdsText = (yaml: string): boolean => /(?:\n|\r)[ \t]*(?:\n|\r\n?)(?:#{2,6}[ \t]+\p{L}|\|.*\|[ \t]*(?:[\r\n]|$))/u.test(yaml);

/** Where front matter that is never closed leaves off: at the first line that is none of YAML. */
function endOfOpen(text: string): number {
  let at = OPENING.exec(text)![0].length;
  for (const line of text.slice(at, at + MAX_YAML).split(/(?<=\n|\r(?!\n))/)) {
    if (!/^(?:["'\w-]+[ \t]*:|[ \t]+\S|-[ \t])/.test(line)) break;
    at += line.length;
  }
  return at;
}

function isDay(value: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value);
  return match !== null && isoDate(Number(match[1]), Number(match[2]), Number(match[3])) !== null;
}

const day = z.string().refine(isDay, { error: (issue) => dateMessage(String(issue.input)) });

function dateMessage(value: string): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return 'There is no such day. Check the day and the month.';
  return 'Write a date as year-month-day, for example 2026-05-20.';
}

const text = z.string().min(1, 'Write something here or take the key out.');
const workspacePath = text.refine(
  isRelativePath,
  'Write a path that starts from this document, for example ../reports/report.md. Web addresses and absolute paths are not followed.',
);

export const frontMatterSchema = z
  .strictObject({
    document: z.enum(DOCUMENT_KINDS),
    edition: z.enum(EDITIONS),
    localArea: text,
    inspection: z.strictObject({ start: day, end: day }).refine(({ start, end }) => !isDay(start) || !isDay(end) || start <= end, {
      error: 'The inspection ends before it starts.',
      path: ['end'],
    }),
    report: z.strictObject({ draftReceived: day, received: day, published: day }).partial(),
    respondsTo: workspacePath,
    plan: z.strictObject({ submitted: day, approved: day, published: day, review: day }).partial(),
    engagementMeeting: z.strictObject({ last: day, next: day }).partial(),
    localOffer: z.strictObject({ commentsPublished: day }).partial(),
    broughtForward: z.record(z.string(), day),
    milestones: z.array(z.strictObject({ title: text, due: day })),
    done: z.array(text),
    status: z.enum(['draft', 'final']),
  })
  .partial();

/** What Pandoc, Jekyll, Hugo and other tools read from the same place, and write into every document. */
const OTHER_TOOLS_KEYS: ReadonlySet<string> = new Set(
  'title subtitle author authors date lang language description subject abstract keywords tags category categories layout permalink slug url aliases weight draft css theme template toc output id image'.split(
    ' ',
  ),
);

/** What each key is for: shown in hovers, completion and messages. */
export const FRONT_MATTER_KEYS: Readonly<Record<string, string>> = {
  document: `The kind of document: ${DOCUMENT_KINDS.join(', ')}.`,
  edition: `The edition of the framework that the document is written under: ${EDITIONS.join(', ')}. Left out, it follows from the inspection’s date.`,
  localArea: 'The name of the local area, for example Exampleshire.',
  inspection: 'The days of the inspection: { start: 2026-01-19, end: 2026-01-23 }.',
  'inspection.start': 'The first day of the inspection.',
  'inspection.end': 'The last day of the inspection.',
  report: 'When the partnership received the final report and when it was published.',
  'report.draftReceived': 'The day on which the partnership received the draft report to comment on its facts.',
  'report.received': 'The day on which the partnership received the final report. It starts the working-day clock.',
  'report.published': 'The day on which the report was published.',
  respondsTo: 'The report that this plan answers, as a path from this document.',
  plan: 'When the plan was submitted, approved and published, and when it is reviewed.',
  'plan.submitted': 'The day on which the plan was sent to Ofsted and the Care Quality Commission.',
  'plan.approved': 'The day on which Ofsted and the Care Quality Commission said that the plan is fit for purpose.',
  'plan.published': 'The day on which the plan was published.',
  'plan.review': 'The day of the next review of the plan.',
  engagementMeeting: 'The last and the next annual engagement meeting.',
  'engagementMeeting.last': 'The day of the last annual engagement meeting.',
  'engagementMeeting.next': 'The day of the next annual engagement meeting.',
  localOffer: 'What is published on the local offer: { commentsPublished: 2026-03-31 }.',
  'localOffer.commentsPublished': 'The day on which comments on the local offer and the response to them were last published.',
  broughtForward:
    'A new date for a milestone that Ofsted and the Care Quality Commission have brought forward: { next-full-inspection: 2027-03-01 }.',
  milestones: 'Your own deadlines, shown beside the framework’s: a list of { title, due }.',
  status: 'Whether this is a draft or final. In a draft, gaps that are still to be filled are no errors.',
  'milestones.title': 'What is due.',
  'milestones.due': 'The day on which it is due.',
  done: 'Ids of deadlines that are finished, for example [publish-strategic-plan].',
};

const MAX_YAML = 64 * 1024;

const NONE: FrontMatter = { span: null, data: {}, problems: [], valueSpan: () => null, keySpan: () => null };

interface Place {
  readonly key: Span | null;
  readonly value: Span | null;
}

/** Reads the YAML at the head of a document. Never throws: what is wrong stands in `problems`, at the key or value that is wrong. */
export function readFrontMatter(source: string): { frontMatter: FrontMatter; bodyStart: number } {
  let extent = frontMatterExtent(source);
  const bom = source.startsWith('\uFEFF') ? 1 : 0;
  if (!extent) return { frontMatter: NONE, bodyStart: bom };
  const problems: FrontMatterProblem[] = [];
  if ('open' in extent) {
    // A lone rule at the top is Markdown; a block of keys that never closes is a slip, and is read as far as it goes.
    if (!LATE.test(source.slice(bom, bom + 200)) || source.slice(bom, bom + 3) !== '---') return { frontMatter: NONE, bodyStart: bom };
    const yamlEnd = endOfOpen(source);
    const newline = source.includes('\r\n') ? '\r\n' : '\n';
    problems.push({
      span: { start: bom, end: bom + 3 },
      message: 'The front matter is never closed. Put a line with three dashes (---) after its last key.',
      edit: { start: yamlEnd, end: yamlEnd, text: `---${newline}` },
    });
    extent = { start: bom, yamlStart: OPENING.exec(source)![0].length, yamlEnd, bodyStart: yamlEnd };
  }

  const { start, yamlStart, yamlEnd } = extent;
  const span = { start, end: extent.bodyStart };
  // What stands above front matter is part of the text.
  const bodyStart = start > bom ? bom : extent.bodyStart;
  if (yamlEnd - yamlStart > MAX_YAML) {
    problems.push({
      span: { start, end: start + 3 },
      message: 'The front matter is larger than 64 KB and was not read. Keep to the keys that this product knows.',
    });
    return { frontMatter: { ...NONE, span, problems }, bodyStart };
  }
  // YAML’s reader takes a carriage return alone for text.
  const yaml = source.slice(yamlStart, yamlEnd).replace(/\r(?!\n)/g, '\n');
  const deep = tooDeepAt(yaml);
  if (deep !== null) {
    problems.push({
      span: { start: yamlStart + deep, end: yamlStart + deep + 1 },
      message: 'The front matter is nested deeper here than anything this product knows, and was not read. Use at most three levels.',
    });
    return { frontMatter: { ...NONE, span, problems }, bodyStart };
  }
  const document = parseDocument(yaml, {
    version: '1.2',
    schema: 'core',
    lineCounter: new LineCounter(),
    uniqueKeys: true,
    stringKeys: true,
    logLevel: 'silent',
  });
  const at = (start: number, end: number): Span => ({
    start: yamlStart + Math.min(start, yaml.length),
    end: yamlStart + Math.min(Math.max(end, start), yaml.length),
  });

  for (const error of document.errors) {
    const [from, to] = error.pos;
    const lineEnd = yaml.indexOf('\n', from) < 0 ? yaml.length : yaml.indexOf('\n', from);
    const key = error.code === 'DUPLICATE_KEY' ? (/^["'\w-]+/.exec(yaml.slice(from, lineEnd))?.[0].length ?? 1) : 1;
    const place = at(Math.min(from, Math.max(0, yaml.length - 1)), Math.max(from + key, Math.min(to, lineEnd)));
    problems.push({ span: place, message: yamlMessage(error.code) });
  }

  const places = new Map<string, Place>();
  const plain = document.contents ? toPlain(document.contents, [], { depth: 0, count: 0 }) : {};

  function toPlain(node: Node | null, path: readonly string[], budget: { depth: number; count: number }): unknown {
    if (++budget.count > 5000 || path.length > 8) return null;
    if (isMap(node)) {
      const object: Record<string, unknown> = Object.create(null) as Record<string, unknown>;
      for (const item of node.items) {
        if (!isPair(item) || !isScalar(item.key)) continue;
        const key = String(item.key.value);
        const inner = [...path, key];
        const value = item.value as Node | null;
        places.set(inner.join('.'), { key: rangeOf(item.key), value: rangeOf(value) });
        object[key] = toPlain(value, inner, budget);
      }
      return object;
    }
    if (isSeq(node)) {
      return node.items.map((item, index) => {
        const inner = [...path, String(index)];
        places.set(inner.join('.'), { key: null, value: rangeOf(item as Node) });
        return toPlain(item as Node, inner, budget);
      });
    }
    if (isScalar(node)) {
      // Dates and numbers are read as they are written; an empty value counts as absent.
      if (node.value === null) return undefined;
      return typeof node.value === 'number' || typeof node.value === 'boolean' ? (node.source ?? String(node.value)) : node.value;
    }
    // An alias: its target is not expanded, so that anchors cannot explode.
    return null;
  }

  function rangeOf(node: Node | null | undefined): Span | null {
    const range = node?.range;
    return range ? at(range[0], range[1]) : null;
  }

  let data: FrontMatterData = {};
  if (plain === null || typeof plain !== 'object' || Array.isArray(plain)) {
    if (document.errors.length === 0 && yaml.trim() !== '') {
      problems.push({
        span: at(0, yaml.trimEnd().length),
        message: 'The front matter must be a list of keys and values, such as “document: strategic-plan”.',
      });
    }
  } else {
    const valid: Record<string, unknown> = {};
    const shape = frontMatterSchema.shape as Record<string, z.ZodType>;
    for (const [key, value] of Object.entries(plain)) {
      const schema = Object.hasOwn(shape, key) ? shape[key] : undefined;
      if (!schema) {
        if (OTHER_TOOLS_KEYS.has(key)) continue;
        const near = nearest(key, Object.keys(shape));
        problems.push({
          span: places.get(key)?.key ?? span,
          message: near
            ? `“${key}” is not a key that this product knows. Did you mean “${near}”?`
            : `“${clip(key)}” is not a key that this product knows. It knows ${Object.keys(shape).join(', ')}.`,
          ...(near && !Object.hasOwn(plain, near) ? { replacement: near } : {}),
        });
        continue;
      }
      if (value === undefined) continue;
      const result = schema.safeParse(prune(value));
      if (result.success) {
        valid[key] = result.data;
        continue;
      }
      for (const issue of result.error.issues) {
        const path = [key, ...issue.path.map(String)];
        if (issue.code === 'unrecognized_keys') {
          for (const unknown of issue.keys) {
            const known = Object.keys(FRONT_MATTER_KEYS)
              .filter((entry) => entry.startsWith(`${key}.`))
              .map((entry) => entry.slice(key.length + 1));
            const near = nearest(unknown, known);
            problems.push({
              span: places.get([...path, unknown].join('.'))?.key ?? places.get(key)?.key ?? span,
              message: near
                ? `“${unknown}” is not known under “${key}”. Did you mean “${near}”?`
                : `“${clip(unknown)}” is not known under “${key}”. It knows ${known.join(', ')}.`,
              ...(near && !places.has([...path, near].join('.')) ? { replacement: near } : {}),
            });
          }
          continue;
        }
        problems.push({ span: placeOf(path) ?? span, message: issueMessage(issue, key, path) });
      }
      // What is right in a map that is partly wrong still counts.
      if (value && typeof value === 'object' && !Array.isArray(value) && key !== 'inspection') {
        const rest: Record<string, unknown> = {};
        for (const [name, part] of Object.entries(value as Record<string, unknown>)) {
          const alone = schema.safeParse({ [name]: part });
          if (alone.success) Object.assign(rest, alone.data);
        }
        if (Object.keys(rest).length > 0) valid[key] = rest;
      }
    }
    data = valid;
  }

  function placeOf(path: readonly string[]): Span | null {
    for (let length = path.length; length > 0; length--) {
      const place = places.get(path.slice(0, length).join('.'));
      const found = place?.value && place.value.end > place.value.start ? place.value : (place?.key ?? null);
      if (found) return found;
    }
    return null;
  }

  problems.sort((a, b) => a.span.start - b.span.start);
  return {
    bodyStart,
    frontMatter: {
      span,
      data,
      problems,
      valueSpan: (path) => places.get(path)?.value ?? null,
      keySpan: (path) => places.get(path)?.key ?? null,
    },
  };
}

const clip = (value: string): string => (value.length > 40 ? `${value.slice(0, 40)}…` : value);

/** Maps without prototype become plain ones and absent values go. */
function prune(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(prune);
  if (value && typeof value === 'object')
    return Object.fromEntries(
      Object.entries(value)
        .filter(([key, part]) => part !== undefined && key !== '__proto__')
        .map(([key, part]) => [key, prune(part)]),
    );
  return value;
}

function issueMessage(issue: z.core.$ZodIssue, key: string, path: readonly string[]): string {
  if (issue.code === 'custom') return issue.message;
  if (issue.code === 'invalid_value')
    return `This is not one of the values that “${key}” can have: ${(issue.values as readonly unknown[]).join(', ')}.`;
  if (issue.code === 'invalid_type') {
    const name = path.join('.');
    if (/received undefined/.test(issue.message)) return `“${path[0]}” also needs “${path.at(-1)}”.`;
    if (issue.expected === 'object') return `“${name}” needs its own keys, for example ${FRONT_MATTER_KEYS[key] ?? '{ … }'}`;
    if (issue.expected === 'array') return `“${name}” must be a list, in square brackets or with a dash before each entry.`;
    return `“${name}” must be written as text.`;
  }
  return issue.message;
}

function yamlMessage(code: string): string {
  switch (code) {
    case 'DUPLICATE_KEY':
      return 'This key stands here twice. Keep one of them.';
    case 'BAD_INDENT':
    case 'TAB_AS_INDENT':
      return 'The front matter cannot be read here: check the spaces at the start of the line (two spaces a level, no tabs).';
    case 'MISSING_CHAR':
      return 'The front matter cannot be read here: a closing quotation mark, bracket or brace is missing.';
    default:
      return 'The front matter cannot be read here. Each line is a key, a colon, a space and a value, for example “localArea: Exampleshire”.';
  }
}
