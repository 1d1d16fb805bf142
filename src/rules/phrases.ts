import {
  blocksWith,
  matchesOf,
  patternIndex,
  perBlock,
  type Block,
  type Prose,
  type BlockSearch,
  type SendDocument,
} from '../document/index.js';
import type { Phrase } from '../framework/phrases.js';
import type { Span } from '../framework/types.js';
import type { Problem, Report } from './rule.js';
import { inAddress, inCapitals, isQuoted, matchCase, replaceIn } from './support/prose.js';

/** A phrase of the framework's lists, or one that a rule decides about in code. */
export interface RulePhrase extends Omit<Phrase, 'fix'> {
  readonly fix?: string | ((match: RegExpExecArray) => string | null) | undefined;
  /** The replacement stands as it is, whatever the case of the first letter. */
  readonly keepCase?: boolean;
  /** Last check on a match; false: leave it alone. */
  readonly only?: (match: RegExpExecArray, prose: Prose) => boolean;
}

export interface PhraseOptions {
  /** Looks into quotations as well, which are other people's words. */
  readonly inQuotations?: boolean;
  /** Looks into web and e-mail addresses as well, and into tags of social media. */
  readonly inAddresses?: boolean;
  /** Looks only at these paragraphs, headings, items and cells. */
  readonly where?: (prose: Prose) => boolean;
}

export interface Phrases extends BlockSearch {
  /** What is found in a document, at its place. */
  (document: SendDocument): readonly Problem[];
  /** For a `BlockRule`: reports what is found in a block. */
  readonly checkBlock: (block: Block, report: Report) => void;
}

/**
 * The one way to look for wording: each phrase in every paragraph, heading, item and cell, outside quotations and addresses. Where two
 * phrases mark overlapping text, the first one of the list counts. Declare it once, outside the functions of a rule: its patterns run
 * only on texts that hold the words without which they cannot match.
 */
export function phrases(list: readonly RulePhrase[], options: PhraseOptions = {}): Phrases {
  const index = patternIndex(list, ({ find }) => find);
  const checkBlock = (block: Block, report: Report): void => {
    const mayFind = index.in(block);
    if (!mayFind) return;
    for (const prose of block.prose) {
      if (options.where && !options.where(prose)) continue;
      const taken: Span[] = [];
      for (const phrase of mayFind(prose.text)) {
        for (const match of matchesOf(prose.text, phrase.find)) {
          const [from, to] = marked(match);
          if (
            (!options.inQuotations && isQuoted(prose, from, to)) ||
            inCapitals(prose, from) ||
            (!options.inAddresses && inAddress(prose.text, from, to)) ||
            taken.some(({ start, end }) => from < end && to > start) ||
            (phrase.only && !phrase.only(match, prose))
          )
            continue;
          taken.push({ start: from, end: to });
          report(problemOf(block, prose, phrase, match, from, to));
        }
      }
    }
  };
  const blocks = blocksWith(
    perBlock((block): readonly Problem[] | null => {
      const found: Problem[] = [];
      checkBlock(block, (problem) => found.push(problem));
      return found.length > 0 ? found : null;
    }),
  );
  const find = (document: SendDocument): readonly Problem[] =>
    blocks(document).flatMap(({ placed, value }) => value.map((problem) => moveProblem(problem, placed.start)));
  return Object.assign(find, { checkBlock, lookAt: blocks.lookAt });
}

function problemOf(block: Block, prose: Prose, phrase: RulePhrase, match: RegExpExecArray, from: number, to: number): Problem {
  const text = prose.text.slice(from, to);
  const replacement = filled(phrase.fix, match);
  const fix = replacement === null || phrase.keepCase ? replacement : matchCase(text, replacement);
  return {
    at: prose.sourceOf(from, to),
    message: phrase.message.replaceAll('{text}', text).replaceAll('{fix}', fix ?? ''),
    ...(phrase.severity ? { severity: phrase.severity } : {}),
    ...(fix === null ? {} : { fixes: replaceIn(block, prose, from, to, fix) }),
  };
}

/** What stands in a group named "at" is marked; else the whole match. */
function marked(match: RegExpExecArray): readonly [from: number, to: number] {
  const at = match.groups?.['at'];
  if (at === undefined) return [match.index, match.index + match[0].length];
  // The same letters can stand before it (“integrated care board are”).
  const from = match.index + (match[0].endsWith(at) ? match[0].length - at.length : match[0].indexOf(at));
  return [from, from + at.length];
}

function filled(fix: RulePhrase['fix'], match: RegExpExecArray): string | null {
  if (fix === undefined) return null;
  if (typeof fix === 'function') return fix(match);
  return fix.replace(
    /\$(?:(\d)|<(\w+)>)/g,
    (_, number?: string, name?: string) => (number ? match[Number(number)] : match.groups?.[name!]) ?? '',
  );
}

const move = <T extends Span>(span: T, by: number): T => ({ ...span, start: span.start + by, end: span.end + by });

/** A problem of a block at its place in the document. */
const moveProblem = (problem: Problem, by: number): Problem => ({
  ...problem,
  at: move(problem.at, by),
  ...(problem.fixes ? { fixes: problem.fixes.map((fix) => ({ ...fix, edits: fix.edits.map((edit) => move(edit, by)) })) } : {}),
});
