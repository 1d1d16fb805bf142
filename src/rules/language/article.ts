import { matchesOf, quick } from '../../document/index.js';
import { SOURCES, cite } from '../../framework/sources.js';
import { ALL_KINDS, type BlockRule } from '../rule.js';
import { articleFor } from '../../language/articles.js';
import { inAddress, isQuoted, replaceIn, startsSentence } from '../support/prose.js';

const ARTICLE = /(?<![\p{L}\p{N}’'./&-])(?<article>[Aa]n?) (?<word>[\p{L}\p{N}]+)/gu;
const TWO_ARTICLES = quick(/(?<![\p{L}\p{N}’'./&-])(?:a (?:an|the)|an (?:a|the)|the (?:a|an))(?= \p{Ll}{3})/gu);

const rule: BlockRule = {
  id: 'article',
  title: '“a” stands before a consonant sound and “an” before a vowel sound',
  severity: 'warning',
  kinds: ALL_KINDS,
  source: cite(SOURCES.govukStyle, 'plain English; letters that are spoken one by one, as in “an NHS service”'),
  rationale: 'The wrong article makes the reader stumble; it is left behind when the next word is changed.',
  help: 'Say the words aloud: an hour, a unit, an EHC plan, a SEND review.',
  examples: {
    valid: [
      {
        kind: 'full-inspection-report',
        text: 'An hour, a unit, a European plan, a one-off, an EHC plan, an NHS trust, an HMI, a CQC lead, an uncle, an uninformed view, a user, an 18-month wait, a 12-week wait, an 8-year-old, an historic and a historic town, an 800-page and an 11,000-strong list, a unanimous vote, an unidentified and an onerous need, a SEND review, an honest answer.\n',
      },
      {
        kind: 'full-inspection-report',
        text: 'Annex A is attached. Vitamin A and B help. Grade A in art. Part a of section 20(1)(a) applies. A is the first.\n',
      },
    ],
    invalid: [
      {
        kind: 'full-inspection-report',
        text: 'Ask an specialist. A EHC plan is a important step. An unit had a 18-month wait. It took a hour. There is a the gap.\n',
        finds: [{ at: 'an' }, { at: 'A' }, { at: 'a' }, { at: 'An' }, { at: 'a' }, { at: 'a' }, { at: 'a the' }],
        fixed: 'Ask a specialist. An EHC plan is an important step. A unit had an 18-month wait. It took an hour. There is a the gap.\n',
      },
    ],
  },
  checkBlock(block, report) {
    for (const prose of block.prose) {
      const { text } = prose;
      for (const match of matchesOf(text, ARTICLE)) {
        const { article, word } = match.groups as { article: string; word: string };
        const right = articleFor(word);
        if (
          !right ||
          right === article.toLowerCase() ||
          isQuoted(prose, match.index) ||
          inAddress(text, match.index, match.index + match[0].length)
        )
          continue;
        // "Annex A is", "Vitamin A and": a capital inside a sentence is a label.
        if (article === 'A' && !startsSentence(text, match.index)) continue;
        // "option a is", "(a) in": a letter that counts.
        if (/^(?:is|in|of|or|and|as|at|on|are|it)$/.test(word) || (article === 'a' && /[()\d]/.test(text[match.index - 1] ?? ''))) continue;
        const to = match.index + article.length;
        const fixed = article[0] === 'A' ? (right === 'an' ? 'An' : 'A') : right;
        report({
          at: prose.sourceOf(match.index, to),
          message: `Write “${fixed} ${word}”.`,
          fixes: replaceIn(block, prose, match.index, to, fixed),
        });
      }
      for (const match of TWO_ARTICLES.matches(text)) {
        const to = match.index + match[0].length;
        if (!isQuoted(prose, match.index, to))
          report({ at: prose.sourceOf(match.index, to), message: `Two articles follow each other: “${match[0]}”. Delete one.` });
      }
    }
  },
};

export default rule;
