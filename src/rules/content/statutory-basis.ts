import { sentencesOf, type PlacedProse, type SendDocument, type Sentence } from '../../document/index.js';
import { SOURCES, cite } from '../../framework/sources.js';
import { STATUTORY_BASIS } from '../../framework/wording.js';
import { gentleInMonitoring, replaceWith, REPORTS, type DocumentRule, type Fix, type Report } from '../rule.js';
import { hasContent } from '../support/sections.js';

const REQUEST = /\brequest of the Secretary of State\b/i;
const ACT = /\bChildren(?:[’']?s|s[’'])?(?: and Families)? Act(?: \d{4})?/i;
const RIGHT_ACT = 'Children Act 2004';
/** "section 20(1)(a)", "Section 20 (1) (a)", "section 20(1)a", "s.20(1)(a)". */
const SECTION = /(?<![\w’'])(?:sections?|ss?\.) ?(\d{1,3}(?: ?\( ?[\da-z]{1,3} ?\)){0,3}[a-z]?)/i;

const letters = (reference: string): string => reference.toLowerCase().replace(/[^\da-z]/g, '');

interface Place {
  readonly unit: PlacedProse;
  readonly sentence: Sentence;
}

/** The sentence that gives the legal basis: where it belongs, else anywhere that it cannot be mistaken for another. */
function basisIn(document: SendDocument): Place | null {
  const section = document.section('about-inspection');
  const search = (units: readonly PlacedProse[], wanted: (text: string) => boolean): Place | null => {
    for (const unit of units) {
      if (unit.kind === 'heading') continue;
      const sentence = sentencesOf(unit.prose).find(({ text }) => wanted(text));
      if (sentence) return { unit, sentence };
    }
    return null;
  };
  return (
    (section ? search(document.proseIn(section), (text) => REQUEST.test(text) || ACT.test(text)) : null) ??
    search(
      document.prose,
      (text) => REQUEST.test(text) || (ACT.test(text) && /\binspection was (?:carried out|conducted|undertaken)\b/i.test(text)),
    )
  );
}

function checkSentence({ unit, sentence }: Place, expected: string, needsRequest: boolean, report: Report): void {
  const spanOf = (from: number, length: number) => unit.spanOf(sentence.start + from, sentence.start + from + length);
  const wanted = SECTION.exec(expected)![1]!;
  const whole = unit.spanOf(sentence.start, sentence.end);
  // Only a sentence that says nothing else may be replaced as a whole.
  const replaceWhole: readonly Fix[] =
    sentence.text.length <= expected.length + 20 && /^(?:this|the) (?:monitoring )?inspection\b/i.test(sentence.text)
      ? [replaceWith(whole, expected, 'Use the fixed sentence')]
      : [];

  const act = ACT.exec(sentence.text);
  if (!act) {
    report({
      at: whole,
      message: `This sentence must name the Act that the inspection rests on: section ${wanted} of the ${RIGHT_ACT}.`,
      fixes: replaceWhole,
    });
    return;
  }
  if (act[0].toLowerCase() !== RIGHT_ACT.toLowerCase()) {
    const at = spanOf(act.index, act[0].length);
    report({
      at,
      message: `The inspection rests on the ${RIGHT_ACT}, not on the ${act[0]}. Change the name of the Act.`,
      fixes: [replaceWith(at, RIGHT_ACT)],
    });
  }
  const section = SECTION.exec(sentence.text);
  if (!section) {
    const article = /\bthe $/i.test(sentence.text.slice(0, act.index));
    const at = spanOf(act.index - (article ? 4 : 0), act[0].length + (article ? 4 : 0));
    report({
      at,
      message: `The section of the Act is missing. An inspection of this kind is carried out under section ${wanted} of the ${RIGHT_ACT}.`,
      fixes: act[0].toLowerCase() === RIGHT_ACT.toLowerCase() ? [replaceWith(at, `section ${wanted} of the ${RIGHT_ACT}`)] : [],
    });
  } else if (letters(section[1]!) !== letters(wanted)) {
    const at = spanOf(section.index, section[0].length);
    const word = /^section/i.exec(section[0])?.[0] ?? 'section';
    report({
      at,
      // No monitoring report could be read: another part of section 20 is worth a look.
      ...(!needsRequest && /^20(?!\d)/.test(section[1]!) ? { severity: 'info' as const } : {}),
      message: `An inspection of this kind is carried out under section ${wanted} of the ${RIGHT_ACT}. Change “${section[0]}”.`,
      fixes: [replaceWith(at, `${word} ${wanted}`)],
    });
  } else if (needsRequest && !REQUEST.test(sentence.text)) {
    report({
      at: whole,
      message:
        'This sentence must say that the inspection was carried out at the request of the Secretary of State for Education. Use the fixed sentence.',
      fixes: replaceWhole,
    });
  }
}

const rule: DocumentRule = {
  id: 'statutory-basis',
  title: 'The report gives the legal basis of the inspection, with the right section of the Act',
  severity: gentleInMonitoring('warning'),
  kinds: REPORTS,
  source: cite(
    SOURCES.childrenAct2004,
    'section 20(1)(a) for full inspections, in 56 of 56 published reports; section 20(2) for monitoring inspections',
  ),
  rationale:
    'Readers must see by what power the inspection was carried out. Full and monitoring inspections rest on different parts of section 20 of the Children Act 2004.',
  help: 'Use the fixed sentence for the kind of inspection, under “Information about this inspection”.',
  examples: {
    valid: [
      {
        title: 'a full inspection',
        kind: 'full-inspection-report',
        text: '## Information about this inspection\n\nThis inspection was carried out at the request of the Secretary of State for Education under section 20(1)(a) of the Children Act 2004.\n',
      },
      {
        title: 'another way to write the section',
        kind: 'full-inspection-report',
        text: '## Information about this inspection\n\nThis inspection was carried out at the request of the Secretary of State for Education under Section 20 (1)(a) of the Children Act 2004.\n',
      },
      {
        title: 'a monitoring inspection',
        kind: 'monitoring-inspection-report',
        text: '## Information about this inspection\n\nThis monitoring inspection was carried out under section 20(2) of the Children Act 2004.\n',
      },
      {
        title: 'other Acts in running text',
        kind: 'full-inspection-report',
        text: '## What does the area partnership need to do better?\n\n- Assessments under section 17 of the Children Act 1989 take too long.\n',
      },
    ],
    invalid: [
      {
        title: 'the section for monitoring inspections in a full report',
        kind: 'full-inspection-report',
        text: '## Information about this inspection\n\nThis inspection was carried out at the request of the Secretary of State for Education under section 20(2) of the Children Act 2004.\n',
        finds: [{ at: 'section 20(2)', message: /section 20\(1\)\(a\)/, severity: 'warning' }],
        fixed:
          '## Information about this inspection\n\nThis inspection was carried out at the request of the Secretary of State for Education under section 20(1)(a) of the Children Act 2004.\n',
      },
      {
        title: 'the section for full inspections in a monitoring report',
        kind: 'monitoring-inspection-report',
        text: '## Information about this inspection\n\nThis monitoring inspection was carried out under section 20(1)(a) of the Children Act 2004.\n',
        finds: [{ at: 'section 20(1)(a)', message: /section 20\(2\)/ }],
        fixed:
          '## Information about this inspection\n\nThis monitoring inspection was carried out under section 20(2) of the Children Act 2004.\n',
      },
      {
        title: 'another Act',
        kind: 'full-inspection-report',
        text: '## Information about this inspection\n\nThis inspection was carried out at the request of the Secretary of State for Education under section 20(1)(a) of the Children Act 1989.\n',
        finds: [{ at: 'Children Act 1989', message: /Children Act 2004/ }],
        fixed:
          '## Information about this inspection\n\nThis inspection was carried out at the request of the Secretary of State for Education under section 20(1)(a) of the Children Act 2004.\n',
      },
      {
        title: 'the Act misnamed',
        kind: 'full-inspection-report',
        text: '## Information about this inspection\n\nThis inspection was carried out at the request of the Secretary of State for Education under section 20(1)(a) of the Children’s Act 2004.\n',
        finds: [{ at: 'Children’s Act 2004' }],
        fixed:
          '## Information about this inspection\n\nThis inspection was carried out at the request of the Secretary of State for Education under section 20(1)(a) of the Children Act 2004.\n',
      },
      {
        title: 'no section',
        kind: 'full-inspection-report',
        text: '## Information about this inspection\n\nThis inspection was carried out at the request of the Secretary of State for Education under the Children Act 2004.\n',
        finds: [{ at: 'the Children Act 2004', message: /section of the Act is missing/ }],
        fixed:
          '## Information about this inspection\n\nThis inspection was carried out at the request of the Secretary of State for Education under section 20(1)(a) of the Children Act 2004.\n',
      },
      {
        title: 'no request',
        kind: 'full-inspection-report',
        text: '## Information about this inspection\n\nThis inspection was carried out under section 20(1)(a) of the Children Act 2004.\n',
        finds: [
          {
            at: 'This inspection was carried out under section 20(1)(a) of the Children Act 2004.',
            message: /request of the Secretary of State/,
          },
        ],
        fixed:
          '## Information about this inspection\n\nThis inspection was carried out at the request of the Secretary of State for Education under section 20(1)(a) of the Children Act 2004.\n',
      },
      {
        title: 'no Act',
        kind: 'full-inspection-report',
        text: '## Information about this inspection\n\nThis inspection was carried out at the request of the Secretary of State for Education.\n',
        finds: [{ at: 'This inspection was carried out at the request of the Secretary of State for Education.', message: /name the Act/ }],
        fixed:
          '## Information about this inspection\n\nThis inspection was carried out at the request of the Secretary of State for Education under section 20(1)(a) of the Children Act 2004.\n',
      },
      {
        title: 'no such sentence',
        kind: 'full-inspection-report',
        text: '## Information about this inspection\n\nThe inspection was led by one of His Majesty’s Inspectors (HMI) from Ofsted.\n',
        finds: [{ at: 'Information about this inspection', message: /missing/ }],
        fixed:
          '## Information about this inspection\n\nThis inspection was carried out at the request of the Secretary of State for Education under section 20(1)(a) of the Children Act 2004.\n\nThe inspection was led by one of His Majesty’s Inspectors (HMI) from Ofsted.\n',
      },
    ],
  },
  check(document, report) {
    const full = document.kind === 'full-inspection-report';
    const expected = (full ? STATUTORY_BASIS.full : STATUTORY_BASIS.monitoring).text;
    const place = basisIn(document);
    if (place) {
      checkSentence(place, expected, full, report);
      return;
    }
    const section = document.section('about-inspection');
    const heading = section?.heading;
    // An empty section is the business of the rule for empty sections.
    if (!heading || !hasContent(document, section)) return;
    report({
      at: heading.textSpan,
      message: `The sentence that gives the legal basis of the inspection is missing here. Add: “${expected}”`,
      fixes: [
        {
          title: 'Add the fixed sentence',
          kind: 'fix',
          edits: [{ start: heading.span.end, end: heading.span.end, text: `\n\n${expected}` }],
        },
      ],
    });
  },
};

export default rule;
