export * from './types.js';
export { readStatus, type ActionState } from './actions.js';
export { areasOf, answersOf, similarity, targetOf, type AnsweredArea, type Answers, type SimilarArea } from './answers.js';
export { newActionFor, type Insertion } from './new-action.js';
export { readDeadline, type Deadline, type DeadlineProblem } from './deadline.js';
export { headerTexts, openDocument, openDocumentInSteps, type OpenOptions } from './document.js';
export { areaName, canonicalArea, inspectionRange, splitBodies, splitMember } from './facts.js';
export { findDates, formatDate, formatRange, isoDate, weekday, daysInMonth, type DateMention } from './dates.js';
export { align, normaliseText, tokenise, trimEnd, type Alignment, type Difference, type Token } from './align.js';
export { closestWording, JoinedProse, parseNumber, type FixedWordingMatch } from './outcome.js';
export { matchHeading, normaliseHeading } from './sections.js';
export { isPlainly, sentencesOf, splitSentences, wordsOf } from './prose.js';
export { FRONT_MATTER_KEYS, editDistance, frontMatterSchema, nearest } from './front-matter.js';
export { finish, lastAtMost, readBlocks, type BlockList } from './blocks.js';
export { matchesOf } from './matches.js';
export { mayMatch, patternIndex, quick, type QuickPattern } from './quick-pattern.js';
export { patternsOf, speaksOf } from './speaks-of.js';
export { parseMarkdown } from './markdown.js';
export {
  blocksWith,
  byObject,
  byText,
  marker,
  markerAnd,
  markerWithin,
  markerWithinAnd,
  perAction,
  perBlock,
  perBlockAnd,
  tableOf,
  type BlockMark,
  type Mark,
} from './per-block.js';
