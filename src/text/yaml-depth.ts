import { Lexer, Parser, type CST } from 'yaml';

/** Levels of nesting beyond which no YAML is read: its reader calls itself for each, and the end of the stack cannot always be caught. */
export const MOST_YAML_LEVELS = 50;

/** Marks of which the lexer takes one inside another while it stays on a line: entries, keys, values, anchors and tags. */
const ON_A_LINE = /[-?:](?=[\s,[\]{}])|[&!]/g;
const OPENING = /[-?:](?=[\s,[\]{}]|$)|[&![{]/g;

/** What the parser has open that holds others. */
const HOLDS: ReadonlySet<string> = new Set(['block-map', 'block-seq', 'flow-collection']);

/** One token after another, as the class describes its use; its types leave the method out. */
interface StepParser {
  readonly offset: number;
  readonly stack: readonly CST.Token[];
  next(source: string): Iterable<CST.Token>;
}

/**
 * The 0-based offset at which YAML (or JSON, which is YAML) is nested deeper than `MOST_YAML_LEVELS`; null where it is not. Never throws:
 * it takes one pass and no more stack than a text without nesting. Texts with too few marks to be deep are not looked at twice.
 */
export function tooDeepAt(yaml: string): number | null {
  let marks = 0;
  OPENING.lastIndex = 0;
  while (marks <= MOST_YAML_LEVELS && OPENING.test(yaml)) marks++;
  if (marks <= MOST_YAML_LEVELS) return null;

  // Before the lexer, which calls itself for each mark of a line.
  const crowded = crowdedLine(yaml);
  const read = crowded ? yaml.slice(0, crowded.lineStart) : yaml;
  const parser = new Parser() as unknown as StepParser;
  for (const lexeme of new Lexer().lex(read)) {
    const { offset } = parser;
    Array.from(parser.next(lexeme));
    let depth = 0;
    for (const { type } of parser.stack) if (HOLDS.has(type)) depth++;
    if (depth > MOST_YAML_LEVELS) return Math.min(offset, yaml.length - 1);
  }
  return crowded ? crowded.at : null;
}

/** The first line with more marks than any line that people write. */
function crowdedLine(yaml: string): { lineStart: number; at: number } | null {
  let lineStart = 0;
  for (const line of yaml.split('\n')) {
    let count = 0;
    for (const { index } of line.matchAll(ON_A_LINE)) if (++count > MOST_YAML_LEVELS * 2) return { lineStart, at: lineStart + index };
    lineStart += line.length + 1;
  }
  return null;
}
