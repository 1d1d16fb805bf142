import {
  byObject,
  byText,
  keyedMarker,
  sentencesOf,
  type PlacedProse,
  type Prose,
  type Search,
  type SendDocument,
} from '../../document/index.js';
import { APOSTROPHE_SLIPS } from '../../framework/apostrophes.js';
import { AGREEMENT_SLIPS, SINGULAR_BODY } from '../../framework/grammar.js';
import { isReportKind } from '../../framework/types.js';
import { SPELLING_SLIPS } from '../../framework/spelling-words.js';
import { languageModel, type LanguageModel, type Slip } from '../../language/index.js';
import type { Report, RuleContext } from '../rule.js';
import { inAddress, isQuoted, marksAny, replaceAt } from '../support/prose.js';
import { isApart } from './_acronyms.js';

/** What other rules report by their wording alone; the same words are not reported twice. */
const isOthers = marksAny([...AGREEMENT_SLIPS, ...APOSTROPHE_SLIPS, ...SPELLING_SLIPS, { find: SINGULAR_BODY, message: '' }]);

/** Longer ones are lists or tables that were pasted in. */
const LONGEST_SENTENCE = 1200;

const ENDS = /[.!?;][’”"')\]]{0,3}$/;

/** What is also judged in an entry of a list or a cell that is no sentence: there the verb may be missing. */
const IN_FRAGMENTS = /^(?:confused|joined|counted|form-(?:modal|do)|missing-to)/;

/** Of each sentence alone: a key in a paragraph changes one of its sentences. */
const slipsWith = byObject((model: LanguageModel) => byText((sentence: string): readonly Slip[] => model.slips(sentence)));

/** Slips in a paragraph, list entry or cell, at their places in it. */
function slipsOf(prose: Prose, model: LanguageModel): readonly Slip[] | null {
  if (prose.kind === 'heading' || prose.kind === 'header-cell' || prose.kind === 'quote') return null;
  const all: Slip[] = [];
  for (const { start, text } of sentencesOf(prose)) {
    if (text.length > LONGEST_SENTENCE || text.length < 8) continue;
    const isSentence = prose.kind === 'paragraph' || ENDS.test(text);
    for (const slip of slipsWith(model)(text)) {
      if (!isSentence && !IN_FRAGMENTS.test(slip.kind)) continue;
      const [from, to] = [slip.from + start, slip.to + start];
      if (isQuoted(prose, from, to) || inAddress(prose.text, from, to) || isOthers(prose, from, to)) continue;
      all.push({ ...slip, from, to });
    }
  }
  return all.length > 0 ? all : null;
}

const slipsIn = keyedMarker(slipsOf);

/** Looked for in idle time, with the language model once the host has it. */
export const slipSearch: Search<RuleContext> = slipsIn.keyedBy(languageModel);

const isConfusion = ({ kind }: Slip): boolean => kind.startsWith('confused') || kind === 'joined' || kind === 'usual-look-alike';
/** Told by what published reports have: plans and notes are written otherwise. */
const isUsage = ({ kind }: Slip): boolean => kind.startsWith('usual');

/** Reports the slips of one rule: words that are taken for others, or all else. Without a language model there are none. */
export function reportSlips(document: SendDocument, confusions: boolean, report: Report): void {
  const model = languageModel();
  if (!model) return;
  const isReport = isReportKind(document.kind);
  for (const { unit, value } of slipsIn(document, model)) {
    if (isApart(unit)) continue;
    for (const slip of value) if (isConfusion(slip) === confusions && (isReport || !isUsage(slip))) reportSlip(unit, slip, report);
  }
}

function reportSlip(unit: PlacedProse, { from, to, message, fix, certain }: Slip, report: Report): void {
  report({
    at: unit.spanOf(from, to),
    message,
    severity: certain ? 'warning' : 'info',
    fixes: fix === undefined ? [] : replaceAt(unit, from, to, fix).map((mend) => (certain ? mend : { ...mend, kind: 'assist' })),
  });
}
