export * from './types.js';
export { readStatus, type ActionState } from './plans/action-status.js';
export { isUnwritten } from './plans/unwritten.js';
export { areasOf, answersOf, type AnsweredArea, type Answers, type SimilarArea } from './plans/area-matching.js';
export { restatedAreas } from './plans/restated-areas.js';
export { newActionFor, type Insertion } from './plans/new-action.js';
export { hasMonth, readDeadline, type Deadline, type DeadlineProblem } from './plans/deadline.js';
export { openDocument, openDocumentInSteps, type OpenOptions } from './document.js';
export { documentDays } from './document-days.js';
export {
  areaName,
  canonicalArea,
  inspectionRange,
  knownFacts,
  meetingInText,
  namedPartners,
  type Known,
  type KnownFacts,
} from './facts/known.js';
export { findDates, formatDate, formatRange, isoDate, weekday, type DateMention } from './facts/dates.js';
export { type Alignment, type Difference, type Token } from '../text/align.js';
export { JoinedProse, parseNumber, type FixedWordingMatch } from './facts/outcome.js';
export { matchHeading, normaliseHeading, titleHeading } from './sections.js';
export { isPlainly, sentencesOf } from '../markdown/prose.js';
export { splitSentences, wordsOf } from '../language/sentences.js';
export { FRONT_MATTER_KEYS } from './front-matter.js';
export { editDistance } from '../text/nearest.js';
export { type BlockList } from '../markdown/blocks.js';
export { finish } from '../text/steps.js';
export { targetOf } from '../text/paths.js';
export { lastAtMost } from '../text/search.js';
export { matchesOf } from '../text/matches.js';
export { patternIndex, quick, type QuickPattern } from '../patterns/quick-pattern.js';
export { maySpeakOf, patternsOf, speaksOf } from '../patterns/word-families.js';
export { parseMarkdown } from '../markdown/parse.js';
export {
  blocksWith,
  marker,
  keyedMarker,
  markerWithin,
  keyedMarkerWithin,
  perAction,
  perBlock,
  tableOf,
  type BlockMark,
  type Mark,
  type BlockSearch,
  type Search,
} from './marks.js';
export { byObject, byText } from '../memo/memo.js';
