import { marker, quick } from '../../document/index.js';
import { HOUSE_STYLE, HOUSE_STYLE_SOURCE, KEY_STAGE, PERCENT } from '../../framework/house-style.js';
import { phrases } from '../phrases.js';
import { REPORTS, type DocumentRule } from '../rule.js';
import { isQuoted, startsSentence } from '../support/prose.js';

const slips = phrases([
  ...HOUSE_STYLE,
  { ...KEY_STAGE, keepCase: true, only: (match, prose) => prose.kind !== 'heading' && !startsSentence(prose.text, match.index) },
]);

interface Percent {
  readonly from: number;
  readonly to: number;
  readonly sign: boolean;
}

const SIGN = quick(PERCENT.sign);
const WORDS = quick(PERCENT.words);

const percents = marker(
  (prose): readonly Percent[] | null => {
    const found = [SIGN, WORDS].flatMap((pattern) =>
      pattern.matches(prose.text).flatMap((match): Percent[] => {
        const to = match.index + match[0].length;
        const from = pattern === SIGN ? to - 1 : match.index;
        return isQuoted(prose, from, to) ? [] : [{ from, to, sign: pattern === SIGN }];
      }),
    );
    return found.length > 0 ? found : null;
  },
  [SIGN, WORDS],
);

const F = 'full-inspection-report';
const about = (text: string): string => `## Information about the local area partnership\n\n${text}\n`;

const rule: DocumentRule = {
  id: 'house-style',
  givesWayTo: ['confused-word', 'converter-leftover', 'placeholder'],
  title: 'Classes, stages and common words are written as in published reports',
  severity: 'info',
  kinds: REPORTS,
  source: HOUSE_STYLE_SOURCE,
  rationale: 'Reports are read side by side and searched. These words are written in one way in all of them.',
  help: 'Write “Year 7”, “key stage 2”, “post-16”, “0 to 25”, “decision-making”, “headteacher”, “and” and full words.',
  examples: {
    valid: [
      {
        kind: F,
        text: about(
          'Pupils in Year 7 and key stage 3 move on to post-16 courses. In 60% of cases the headteacher takes part in decision-making.',
        ),
      },
      {
        title: 'names and quotations',
        kind: F,
        text: about(
          'Draft & Vale Council asked. The SEND 0-25 Service answers. A parent said: “We don’t know!” This is year 2 of the plan, and in year 8 of it we stop, six weeks post 16 March.',
        ),
      },
    ],
    invalid: [
      {
        kind: F,
        text: about(
          'Some year 7 pupils don’t settle. In Key Stage 2 & later, head teachers share decision making for those aged 0-25. Post 16 courses won’t wait!',
        ),
        finds: [
          { at: 'year 7', severity: 'info' },
          { at: 'don’t' },
          { at: 'Key Stage ' },
          { at: 'head teachers', message: /one word/ },
          { at: 'decision making' },
          { at: '0-25', message: /“0 to 25”/ },
          { at: 'Post 16' },
          { at: 'won’t' },
          { at: '!' },
        ],
        fixed: about(
          'Some Year 7 pupils do not settle. In key stage 2 & later, headteachers share decision-making for those aged 0 to 25. Post-16 courses will not wait.',
        ),
      },
      {
        title: 'classes and stages in running text',
        kind: F,
        text: about(
          'Pupils in year 10 do well, and those in years 7 and 8 settle. At key stage two, head-teachers who aren’t sure ask. They’ve time. That’s so.',
        ),
        finds: [
          { at: 'year 10', message: /“Year 10”/ },
          { at: 'years 7 and 8', message: /“Years 7 and 8”/ },
          { at: 'key stage two', message: /as a figure/ },
          { at: 'head-teachers' },
          { at: 'aren’t' },
          { at: 'They’ve', message: /“They have”/ },
          { at: 'That’s', message: /in full/ },
        ],
        fixed: about(
          'Pupils in Year 10 do well, and those in Years 7 and 8 settle. At key stage two, headteachers who are not sure ask. They have time. That’s so.',
        ),
      },
      {
        title: 'a joined “and”',
        kind: F,
        text: about('Leaders fund health & care together.'),
        finds: [{ at: '&' }],
        fixed: about('Leaders fund health and care together.'),
      },
      {
        title: 'two ways to write a percentage',
        kind: F,
        text: about('In 2024, 60% of plans were on time, and in 2025 it was 70%. Only 10 per cent were late.'),
        finds: [{ at: 'per cent', message: /“%” elsewhere/ }],
      },
    ],
  },
  looksFor: [slips, percents],
  check(document, report) {
    for (const problem of slips(document)) report(problem);
    const found = percents(document).flatMap(({ unit, value }) => value.map((one) => ({ unit, ...one })));
    const signs = found.filter(({ sign }) => sign);
    const words = found.filter(({ sign }) => !sign);
    if (signs.length === 0 || words.length === 0) return;
    const fewer = words.length <= signs.length ? words : signs;
    const { unit, from, to, sign } = fewer[0]!;
    report({
      at: unit.spanOf(from, to),
      message: `This report writes “${sign ? 'per cent' : '%'}” elsewhere. Use one of the two throughout.`,
      related: fewer.slice(1, 20).map((one) => ({ span: one.unit.spanOf(one.from, one.to), message: 'Here too' })),
    });
  },
};

export default rule;
