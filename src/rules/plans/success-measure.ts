import { perAction } from '../../document/index.js';
import { SOURCES } from '../../framework/sources.js';
import { PLANS, type DocumentRule } from '../rule.js';
import { isGap } from './_plan.js';

const NUMBER =
  /\d|%|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|half|quarter|thirds?|all|every|each|none|zero|nobody|no longer|most|majority)\b/i;
const DATE =
  /\b(?:january|february|march|april|june|july|august|september|october|november|december|autumn|spring|summer) (?:term|20\d{2}|\d{2})\b/i;
/** Something that one can see or count, though no figure says how much. */
const OBSERVABLE =
  /\b(?:fewer|less|lower|higher|shorter|longer|faster|quicker|sooner|more|increas(?:e|es|ed|ing)|decreas(?:e|es|ed|ing)|reduc(?:e|es|ed|ing|tion|tions)|fall(?:s|ing|en)?|ris(?:e|es|ing|en)|rates?|numbers?|percentage|proportion|average|timescales?|on time|waits?|waiting times?|audits?|surveys?|feedback|attendance|exclusions?|suspensions?|complaints?|tribunals?|appeals?|dashboard|data|report(?:s|ed)|published|launched|signed|agreed|approved|adopted|appointed|recruited|in post|in place|open(?:ed|s)?|completed|delivered|commissioned|trained|established|available|introduced|issued|reviewed|checked|tell us|told us|say that|said that)\b/i;
const LEVEL =
  /\b(?:baseline|target|starting point|compared (?:with|to)|from\b.*\bto|up from|down from|at least|at most|no more than|fewer than|more than \d|less than \d|under \d|over \d|within \d|by \d)\b/i;

/** How far a measure can be checked. */
const certaintyOf = (text: string): 'counted' | 'seen' | 'neither' =>
  NUMBER.test(text) || DATE.test(text) || LEVEL.test(text) ? 'counted' : OBSERVABLE.test(text) ? 'seen' : 'neither';
const certainty = perAction(({ measure }) => (measure === null || isGap(measure) ? null : certaintyOf(measure)));

/** "We will look at other things": an action without a measure that nobody could see done. */
const SAYS_NOTHING =
  /^(?:and |also |then )?(?:continue to |keep |start to |begin to )?(?:look(?:ing)? (?:at|into)|consider(?:ing)?|explor(?:e|ing)|think(?:ing)? about|work(?:ing)? on|do(?:ing)?|try(?:ing)?|address(?:ing)?|deal(?:ing)? with|improv(?:e|ing)|review(?:ing)?)(?: (?:some|other|others|more|further|various|all|any|the|these|those|new|different|our|many|lots of|a range of)){0,3} ?(?:things?|ways|matters|issues|options|areas|topics|ideas|improvements?|work|this|that|it|what we do)?(?: (?:too|as well|further|better|in (?:the )?future|going forward|where (?:we can|possible|needed)))?[.;]?$/i;
const isEmptyPromise = perAction(({ text, measure, due }) => measure === null && due === null && SAYS_NOTHING.test(text));

const plan = (...measures: string[]): string =>
  `# Exampleshire Local Area Partnership SEND strategic plan\n\n## Actions\n\n| Action | Lead | Due | Success measure |\n| --- | --- | --- | --- |\n${measures.map((measure, index) => `| Take step ${index + 1}. | Head of SEND, Exampleshire County Council | March 2027 | ${measure} |`).join('\n')}\n`;

const rule: DocumentRule = {
  id: 'success-measure',
  title: 'Each success measure can be counted, dated or seen, against a baseline or target',
  severity: 'warning',
  kinds: PLANS,
  source: { ...SOURCES.supportAndChallenge, confidence: 'inferred', where: 'what published plans hold for each action' },
  rationale:
    '“Better outcomes” cannot be told from no change. A baseline and a target show everyone whether children and young people are better off.',
  help: 'Say what will be counted or seen, where it stands now and where it should be by when, for example “Plans issued on time. Baseline: 58% in January 2026. Target: 95% by June 2027”.',
  examples: {
    valid: [
      {
        kind: 'strategic-plan',
        text: plan(
          'Plans issued on time. Baseline: 58% in January 2026. Target: 95% by June 2027.',
          'Waits of 18 weeks at most',
          'Every school has a named nurse',
          'Eight officers in post',
        ),
      },
      {
        title: 'baseline and target in columns of their own',
        kind: 'strategic-plan',
        text: '# Exampleshire SEND strategy\n\n## Actions\n\n| Action | Lead | Due | Measure | Baseline | Target |\n| --- | --- | --- | --- | --- | --- |\n| Issue plans on time. | Head of SEND | March 2027 | Plans on time | 58% | 95% |\n',
      },
      { title: 'a gap of the template', kind: 'strategic-plan', text: plan('[insert what will be measured]') },
    ],
    invalid: [
      {
        title: 'a promise that says nothing',
        kind: 'strategic-plan',
        text: '# Exampleshire SEND strategy\n\n## What’s next\n\n- Ten young people will test our website in spring 2027.\n- We will look at other things.\n- We will look at the other schools in the north.\n',
        finds: [{ at: 'look at other things.', message: /Nobody could see/ }],
      },
      {
        kind: 'strategic-plan',
        text: plan('Better outcomes for families.', 'Improved experiences', 'Parents feel supported'),
        finds: [
          { at: 'Better outcomes for families.', message: /counted, dated or seen/ },
          { at: 'Improved experiences' },
          { at: 'Parents feel supported' },
        ],
      },
      {
        title: 'a change without a baseline or target',
        kind: 'strategic-plan',
        text: plan('Fewer suspensions of pupils with SEND'),
        finds: [{ at: 'Fewer suspensions of pupils with SEND', message: /no baseline and no target/, severity: 'info' }],
      },
    ],
  },
  looksFor: [certainty, isEmptyPromise],
  check(document, report) {
    const seen = new Set<number>();
    for (const action of document.facts.actions) {
      if (isEmptyPromise(action))
        report({
          at: action.span,
          message: 'Nobody could see whether this is done. Say what will be done, by whom and by when, or leave it out.',
        });
      const found = certainty(action);
      const at = found && action.measure?.span;
      if (!at || seen.has(at.start)) continue;
      seen.add(at.start);
      if (found === 'counted') continue;
      if (found === 'seen')
        report({
          at,
          severity: 'info',
          message: 'This measure has no baseline and no target. Say where things stand now, and where they should be by when.',
        });
      else
        report({
          at,
          message: 'This measure cannot be counted, dated or seen. Say what will change, from which baseline to which target, and by when.',
        });
    }
  },
};

export default rule;
