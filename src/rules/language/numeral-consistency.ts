import { marker, quick, type PlacedProse } from '../../document/index.js';
import { SOURCES, cite } from '../../framework/sources.js';
import type { DocumentRule } from '../rule.js';
import { isApart } from './_acronyms.js';
import { isQuoted, replaceAt, startsSentence } from '../support/prose.js';

const WORDS = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
const LENGTH = quick(
  new RegExp(
    `(?<![\\p{L}\\p{N}£$.,/–-])(?<number>${WORDS.join('|')}|[1-9]|10) (?<unit>years?|months?|weeks?|days?|hours?|terms?)(?![\\p{L}\\p{N}’'-]| old\\b| of age\\b)`,
    'giu',
  ),
);
/** Ages and ranges have their own rules: "aged 5", "0 to 5 years", "3 or 4 days". */
const AGE_OR_RANGE =
  /(?:\b(?:aged?|ages|under|over|years?|birth) |(?:\d|\b(?:zero|one|two|three|four|five|six|seven|eight|nine|ten)) (?:to|and|or) |[–-])$/i;

interface Length {
  readonly from: number;
  readonly to: number;
  readonly number: number;
  readonly unit: string;
  readonly inDigits: boolean;
}

const lengthsIn = marker(
  (prose): readonly Length[] | null => {
    const list: Length[] = [];
    for (const match of LENGTH.matches(prose.text)) {
      const { number, unit } = match.groups as { number: string; unit: string };
      if (AGE_OR_RANGE.test(prose.text.slice(Math.max(0, match.index - 16), match.index)) || isQuoted(prose, match.index)) continue;
      const word = WORDS.indexOf(number.toLowerCase());
      // A sentence does not begin with a digit, so a word there shows no preference.
      if (word >= 0 && startsSentence(prose.text, match.index)) continue;
      list.push({
        from: match.index,
        to: match.index + number.length,
        number: word >= 0 ? word + 1 : Number(number),
        unit: unit.toLowerCase().replace(/s$/, ''),
        inDigits: word < 0,
      });
    }
    return list.length > 0 ? list : null;
  },
  [LENGTH],
);

const rule: DocumentRule = {
  id: 'numeral-consistency',
  title: 'A length of time is written the same way throughout, in words or in digits',
  severity: 'info',
  kinds: ['full-inspection-report'],
  source: cite(SOURCES.publishedReports, '“three years” and “3 years” are both in use, one in each report'),
  rationale: '“three years” in one paragraph and “3 years” in another show that two hands wrote the report.',
  help: 'Write this length of time as the rest of the report does.',
  examples: {
    valid: [
      { kind: 'full-inspection-report', text: 'It will be within approximately three years. Some wait three years. It takes 5 weeks.\n' },
      {
        title: 'ages and ranges',
        kind: 'full-inspection-report',
        text: 'It takes three years. Children aged 3 years and 2 to 3 years old, or 0 to 3 years, come. A 3-year plan. ‘We waited 3 years,’ they said.\n',
      },
    ],
    invalid: [
      {
        kind: 'full-inspection-report',
        text: 'It will be within approximately 3 years.\n\nSome wait for three years.\n',
        finds: [{ at: '3', message: /three years/ }],
        fixed: 'It will be within approximately three years.\n\nSome wait for three years.\n',
      },
      {
        kind: 'full-inspection-report',
        text: 'It took 6 weeks, then 6 weeks more.\n\nSix weeks later it was over, six weeks too late.\n',
        finds: [{ at: 'six', message: /6 weeks/ }],
        fixed: 'It took 6 weeks, then 6 weeks more.\n\nSix weeks later it was over, 6 weeks too late.\n',
      },
    ],
  },
  looksFor: [lengthsIn],
  check(document, report) {
    const groups = new Map<string, (Length & { readonly prose: PlacedProse })[]>();
    for (const { unit: prose, value: found } of lengthsIn(document)) {
      if (isApart(prose)) continue;
      for (const length of found) {
        const key = `${length.number} ${length.unit}`;
        const list = groups.get(key);
        if (list) list.push({ ...length, prose });
        else groups.set(key, [{ ...length, prose }]);
      }
    }
    for (const list of groups.values()) {
      const digits = list.filter(({ inDigits }) => inDigits).length;
      if (digits === 0 || digits === list.length) continue;
      const keepDigits = digits > list.length - digits;
      for (const { prose, from, to, number, unit, inDigits } of list) {
        if (inDigits === keepDigits) continue;
        const word = WORDS[number - 1]!;
        const right = keepDigits ? String(number) : word;
        report({
          at: prose.spanOf(from, to),
          message: `Elsewhere this report writes “${keepDigits ? number : word} ${unit}${number === 1 ? '' : 's'}”. Write it the same way here.`,
          fixes: replaceAt(prose, from, to, right),
        });
      }
    }
  },
};

export default rule;
