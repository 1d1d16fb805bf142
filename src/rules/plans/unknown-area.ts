import {
  answersOf,
  areasOf,
  editDistance,
  restatedAreas,
  type AreaReference,
  type Section,
  type SendDocument,
} from '../../document/index.js';
import { SOURCES, cite } from '../../framework/sources.js';
import { largest } from '../../text/lists.js';
import { PLANS, type DocumentRule, type Report } from '../rule.js';
import { expectedAreas, linkedReport, listed, namesOf } from './_plan.js';

/** Which areas the report has, in a sentence. */
function has(report: SendDocument, prefix: string): string {
  const areas = areasOf(report).filter(({ id }) => id.startsWith(prefix));
  const kind = prefix === 'APA' ? 'priority action' : 'improvement';
  if (areas.length === 0) return `The report has no areas for ${kind}`;
  return `The report has ${areas.length === 1 ? `one area for ${kind}` : `${areas.length} areas for ${kind}`}, ${namesOf(areas)}`;
}

const ID = /^(AFI|APA) ?(\d{1,2})(?!\d)/;

/** Among headings with ids of areas, one whose first word was to be the next of them: "PA1", "AF-I2", "AFI". */
function reportMistyped(document: SendDocument, report: Report): void {
  const named = document.headings.flatMap((heading) => {
    const [, family, number] = ID.exec(heading.text) ?? [];
    return family === undefined ? [] : [{ depth: heading.depth, family, number: Number(number) }];
  });
  for (const family of ['AFI', 'APA']) {
    const own = named.filter((one) => one.family === family);
    if (own.length < 2) continue;
    const last = largest(own.map(({ number }) => number));
    const missing = Array.from({ length: last + 1 }, (_, index) => index + 1).filter(
      (wanted) => !own.some(({ number }) => number === wanted),
    );
    for (const { text, depth, textSpan } of document.headings) {
      const word = /^[^\s:]{2,8}/.exec(text)?.[0] ?? '';
      if (word === '' || ID.test(text) || depth !== own[0]!.depth) continue;
      const meant = missing.find((wanted) => editDistance(word, `${family}${wanted}`) === 1);
      if (meant === undefined) continue;
      const end = textSpan.start + word.length;
      report({
        at: { start: textSpan.start, end: document.text.startsWith(word, textSpan.start) ? end : textSpan.end },
        message: `“${word}” is no number of an area, and no part is there for ${family}${meant}. Check it: the actions below count for no area.`,
        ...(document.text.startsWith(word, textSpan.start)
          ? {
              fixes: [
                {
                  kind: 'assist',
                  edits: [{ start: textSpan.start, end, text: `${family}${meant}` }],
                },
              ],
            }
          : {}),
      });
    }
  }
}

/** Without the report: numbers of areas beyond those that the plan itself sets out, from the first to the last. */
function reportBeyond(document: SendDocument, report: Report): void {
  const restated = restatedAreas(document);
  const seen = new Set<number>();
  for (const prefix of ['APA', 'AFI']) {
    const own = restated.filter(({ id }) => id.startsWith(prefix));
    const complete = own.every((_, index) => own.some(({ id }) => id === `${prefix}${index + 1}`));
    if (own.length < 2 || !complete) continue;
    for (const { answerRefs } of document.facts.actions)
      for (const { kind, certain, value, span } of answerRefs) {
        if (kind !== 'id' || !certain || !value.startsWith(prefix) || own.some(({ id }) => id === value) || seen.has(span.start)) continue;
        seen.add(span.start);
        report({
          at: span,
          severity: 'warning',
          message: `This plan sets out ${namesOf(own)} of its report, and no ${value}. Check the number, or set out that area as well.`,
          related: [{ span: own.at(-1)!.span, message: `${own.at(-1)!.id} as the plan sets it out` }],
        });
      }
  }
}

/** Two parts side by side for one area while another area has none: a number that was copied and not changed. */
function reportRepeated(document: SendDocument, linked: SendDocument, report: Report): void {
  const answers = answersOf(document, linked);
  const covered = new Set([...answers.values()].flatMap(({ areas }) => areas.map(({ area }) => area)));
  const open = expectedAreas(document, linked).filter((area) => !covered.has(area));
  if (open.length === 0) return;
  const parts = new Map<string, { section: Section; reference: AreaReference }>();
  for (const { areas } of answers.values()) {
    for (const { reference, by } of areas) {
      const { span } = reference;
      const section =
        by === 'id'
          ? document.sections.find(({ heading }) => heading && span.start >= heading.span.start && span.end <= heading.span.end)
          : undefined;
      if (!section) continue;
      const key = `${reference.value}|${section.depth}|${section.parent?.span.start ?? ''}`;
      const first = parts.get(key);
      if (!first) parts.set(key, { section, reference });
      else if (first.section !== section && first.reference.span.start < span.start) {
        parts.set(key, { section, reference });
        report({
          at: span,
          severity: 'warning',
          message: `${reference.value} already heads another part, and no part is there for ${listed(
            open.map(({ id }) => id),
            'or',
          )}. Check the number.`,
          related: [{ span: first.reference.span, message: `The first part for ${reference.value}` }],
        });
      }
    }
  }
}

const REPORT =
  '# Area SEND inspection of Exampleshire Local Area Partnership\n\n## Areas for improvement\n\n| Areas for improvement |\n| --- |\n| Leaders should reduce the time that children wait for an autism assessment. |\n| Leaders should complete annual reviews within the statutory timescales. |\n';
const others = { 'report.md': REPORT };
const plan = (body: string): string =>
  `---\nrespondsTo: report.md\n---\n\n# Exampleshire Local Area Partnership SEND strategic plan\n\n## Our actions\n\n${body}\n`;
const table = (...rows: string[]): string =>
  ['| Area | Action | Lead | Due | Measure |', '| --- | --- | --- | --- | --- |', ...rows].join('\n');
const REST = 'Head of SEND | March 2027 | 80 of 90';

const rule: DocumentRule = {
  id: 'unknown-area',
  title: 'Actions answer areas that the report has',
  severity: 'error',
  kinds: PLANS,
  source: cite(SOURCES.handbook, 'strategic plans answer the areas for improvement, priority action plans the areas for priority action'),
  rationale: 'A wrong number leads readers to the wrong area, and leaves the right one without an action.',
  help: 'Give the number that the area has in the report. Areas for improvement (AFI) and areas for priority action (APA) are each counted from 1, in the order of the report.',
  examples: {
    valid: [
      { kind: 'strategic-plan', others, text: plan(table(`| AFI1 | Open a clinic. | ${REST} |`, `| 2 | Appoint officers. | ${REST} |`)) },
      {
        title: 'other numbers',
        kind: 'strategic-plan',
        others,
        text: plan(table(`| AFI1 and AFI2 | Carry out recommendation 7 of the peer review within 12 weeks. | ${REST} |`)),
      },
      {
        title: 'the plan’s own priorities',
        kind: 'strategic-plan',
        others,
        text: plan(`### Priority 4: waiting\n\nThis answers AFI1 and AFI2.\n\n- [ ] Open a clinic. Lead: DCO`),
      },
      { title: 'no report at hand', kind: 'strategic-plan', text: plan(table(`| AFI9 | Open a clinic. | ${REST} |`)) },
      {
        title: 'two parts for one area, and none is missing',
        kind: 'strategic-plan',
        others,
        text: plan(
          `### AFI1: council\n\n- [ ] Open a clinic. Lead: DCO\n\n### AFI1: health\n\n- [ ] Open a line. Lead: DCO\n\n### AFI2\n\n- [ ] Appoint officers. Lead: Head of SEND`,
        ),
      },
    ],
    invalid: [
      {
        title: 'a number beyond the areas that the plan sets out',
        kind: 'priority-action-plan',
        text: '# Exampleshire priority action plan\n\n1. Leaders should reduce the time that children wait for a plan. (Area for priority action 1)\n2. Leaders should urgently close the gaps in community nursing. (Area for priority action 2)\n\n## Nursing\n\nAnswers area for priority action 3.\n\n- Fill all posts. Lead: Chief Nurse; due: March 2027\n',
        finds: [{ at: 'area for priority action 3', message: /sets out APA1 and APA2 of its report, and no APA3/, severity: 'warning' }],
      },
      {
        title: 'in a cell',
        kind: 'strategic-plan',
        others,
        text: plan(table(`| AFI1, AFI2 | Open a clinic. | ${REST} |`, `| AFI5 | Appoint officers. | ${REST} |`)),
        finds: [{ at: 'AFI5', message: /2 areas for improvement, AFI1 and AFI2/ }],
      },
      {
        title: 'a bare number',
        kind: 'strategic-plan',
        others,
        text: plan(table(`| 1 | Open a clinic. | ${REST} |`, `| 3 | Appoint officers. | ${REST} |`)),
        finds: [{ at: '3' }],
      },
      {
        title: 'in a heading, once',
        kind: 'strategic-plan',
        others,
        text: plan(
          `### AFI1\n\n- [ ] Open a clinic. Lead: DCO\n\n### AFI7: reviews\n\n- [ ] Appoint officers. Lead: Head of SEND\n- [ ] Train them. Lead: Head of SEND`,
        ),
        finds: [{ at: 'AFI7' }],
      },
      {
        title: 'an area for priority action in a report without any',
        kind: 'strategic-plan',
        others,
        text: plan(table(`| APA1 | Open a clinic. | ${REST} |`)),
        finds: [{ at: 'APA1', message: /no areas for priority action/ }],
      },
      {
        title: 'a number with a slip in it',
        kind: 'strategic-plan',
        text: plan(
          `### AFI1: waiting\n\n- [ ] Open a clinic. Lead: DCO\n\n### FI2: reviews\n\n- [ ] Appoint officers. Lead: Head of SEND\n\n### AFI3: places\n\n- [ ] Plan places. Lead: Head of SEND`,
        ),
        finds: [{ at: 'FI2', message: /no part is there for AFI2/ }],
      },
      {
        title: 'a number copied and not changed',
        kind: 'strategic-plan',
        others,
        text: plan(
          `### AFI1: waiting\n\n- [ ] Open a clinic. Lead: DCO\n\n### AFI1: reviews\n\n- [ ] Appoint officers. Lead: Head of SEND`,
        ),
        finds: [{ at: 'AFI1', message: /AFI1 already heads another part, and no part is there for AFI2/, severity: 'warning' }],
      },
    ],
  },
  check(document, report, context) {
    reportMistyped(document, report);
    const linked = linkedReport(document, context);
    if (linked.state === 'silent') reportBeyond(document, report);
    if (linked.state !== 'found') return;
    const seen = new Set<string>();
    for (const { unknown, similar, areas } of answersOf(document, linked.report).values()) {
      for (const { span, value } of unknown) {
        const key = `${span.start}:${value}`;
        if (seen.has(key)) continue;
        seen.add(key);
        const close = similar[0]?.area ?? areas.find(({ by }) => by === 'wording')?.area;
        report({
          at: span,
          message: `${has(linked.report, value.slice(0, 3))}, and no ${value}. ${close ? `The words here come close to ${close.id}: check the number.` : 'Give the number of the area that this answers.'}`,
          ...(close && document.text.slice(span.start, span.end) === value
            ? { fixes: [{ kind: 'assist', edits: [{ ...span, text: close.id }] }] }
            : {}),
        });
      }
    }
    reportRepeated(document, linked.report, report);
  },
};

export default rule;
