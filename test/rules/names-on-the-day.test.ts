import assert from 'node:assert/strict';
import { checkText, type CheckResult } from '../../src/check/index.js';
import { PUBLIC_BODIES, type PublicBody } from '../../src/framework/public-bodies.js';
import type { DocumentKind } from '../../src/framework/types.js';
import { completeSettings } from '../../src/library.js';

const TODAY = '2026-11-27';
const JUNE = { from: '2026-06-15', to: '2026-06-19' };

const short = ({ name }: PublicBody): string => name.replace('Integrated Care Board', 'ICB');

/** Sentences that name a board that has ended as one that was: true in every document written after it. */
const TRUE_SENTENCES: readonly ((old: string, now: string, core: string) => string)[] = [
  (old, now) => `${now} replaced ${old}.`,
  (old, now) => `${now} took over from ${old} on 1 April 2026.`,
  (old, now) => `In April 2026, ${old} became part of ${now}.`,
  (old) => `${old} was abolished on 31 March 2026.`,
  (old) => `${old} ceased to exist.`,
  (old) => `${old} no longer exists.`,
  (old) => `Until March 2026, ${old} commissioned therapies.`,
  (old) => `Before 1 April 2026, the partnership worked with ${old}.`,
  (old) => `At the time of the inspection, ${old} was our partner.`,
  (old) => `The former ${old} had begun the work.`,
  (old, now) => `${now} (formerly ${old}) leads.`,
  (old, now) => `${now}, which succeeded ${old}, pays for therapies.`,
  (old, now) => `${now} took on the duties of ${old}.`,
  (old, now) => `${now} was formed from ${old} and others.`,
  (old, now) => `${old} has been replaced by ${now}.`,
  (old, now) => `The functions of ${old} transferred to ${now} on 1 April 2026.`,
  (old, now) => `${now} inherited contracts from ${old}.`,
  (old) => `This plan was first written with ${old} in 2024.`,
  (old, now) => `On 1 April this year, ${old} and its neighbours came together as ${now}.`,
  (old) => `Staff who worked for ${old} know these families.`,
  (_old, now, core) => `${core} and other boards merged into ${now}.`,
];

interface Case {
  readonly area: string;
  readonly council: string;
  readonly old: PublicBody;
  readonly now: PublicBody;
}

/** Each board that ended, in each of its areas, with the board that took over there. */
const CASES: readonly Case[] = PUBLIC_BODIES.bodies
  .filter(({ kind, to }) => kind === 'integrated-care-board' && to !== null)
  .flatMap((old) =>
    old.areas.flatMap(({ area }) => {
      const here = PUBLIC_BODIES.boardsOf(area, JUNE);
      const council = PUBLIC_BODIES.council(area)!.name;
      return PUBLIC_BODIES.successorsOf(old)
        .filter((now) => here.includes(now))
        .map((now) => ({ area, council, old, now }));
    }),
  );

const reportWith = ({ area, council, now }: Case, sentence: string): string =>
  `# Area SEND inspection of ${area} Local Area Partnership\n\nInspection dates: 15 to 19 June 2026\n\n## Information about the local area partnership\n\n${council} and ${short(now)} are jointly responsible. ${sentence}\n\n## Local area partnership details\n\n| Local authority | Integrated care board |\n| --- | --- |\n| ${council} | ${now.name} |\n`;
const planWith = ({ area, council, now }: Case, sentence: string): string =>
  `---\nplan: { published: 2026-06-19 }\n---\n\n# ${area} SEND strategic plan\n\n${sentence}\n\n## Sign-off\n\nSigned for ${council} and for ${short(now)}.\n`;

/** The same without a day: its years begin before the boards ended. */
const planOfYears = (one: Case, sentence: string): string =>
  planWith(one, sentence)
    .replace(/^---\n[^]*?---\n\n/, '')
    .replace('SEND strategic plan', 'SEND strategic plan 2026 to 2029');

const NAMES = new Set(['partner-name', 'joint-sign-off', 'responsible-body', 'other-local-area', 'outdated-term', 'official-name']);
const check = (text: string, kind: DocumentKind): CheckResult => checkText(text, { kind, today: TODAY });
const onNames = (text: string, kind: DocumentKind): string[] =>
  check(text, kind)
    .findings.filter(({ rule }) => NAMES.has(rule))
    .map(({ rule, message }) => `${rule}: ${message}`);

describe('boards that ended on 31 March 2026', () => {
  it('may be named in true sentences of reports and plans: twelve boards, every area, no finding', () => {
    let sentences = 0;
    for (const one of CASES) {
      const words = TRUE_SENTENCES.map((sentence) => sentence(short(one.old), short(one.now), one.old.core));
      for (const [text, kind] of [
        [reportWith(one, words.join('\n\n')), 'full-inspection-report'],
        [planWith(one, words.join('\n\n')), 'strategic-plan'],
        [planOfYears(one, words.join('\n\n')), 'strategic-plan'],
      ] as const) {
        assert.deepEqual(onNames(text, kind), [], `${one.area}, ${kind}`);
        sentences += words.length;
      }
    }
    assert.equal(new Set(CASES.map(({ old }) => old.name)).size, 12);
    console.log(
      `      ${sentences} true sentences about 12 boards that ended, in reports and plans of ${CASES.length} areas and boards: no finding`,
    );
    // Three documents for each board in each of its areas.
    assert.deepEqual([CASES.length, sentences], [43, 43 * 3 * TRUE_SENTENCES.length]);
  }).timeout(60_000);

  it('are told where they stand as if they were still there, with who took over', () => {
    for (const one of CASES) {
      const words = `${short(one.old)} leads on therapies.`;
      for (const [text, kind] of [
        [reportWith(one, words), 'full-inspection-report'],
        [planWith(one, words), 'strategic-plan'],
      ] as const) {
        const found = onNames(text, kind);
        assert.equal(found.length, 1, `${one.area}: ${words} ${found.join('; ')}`);
        assert.ok(
          found[0]!.startsWith(`partner-name: ${one.old.name} ended on 31 March 2026; since 1 April 2026 it is ${one.now.name}.`),
          found[0],
        );
      }
    }
  });

  it('are right in documents of their own days', () => {
    for (const { area, council, old } of CASES) {
      const here = PUBLIC_BODIES.boardsOf(area, { from: '2024-06-10', to: '2024-06-14' });
      const text = `# Area SEND inspection of ${area} Local Area Partnership\n\nInspection dates: 10 to 14 June 2024\n\n## Information about the local area partnership\n\n${council} and ${here.map(short).join(', ')} are jointly responsible. ${short(old)} leads on therapies.\n\n## Local area partnership details\n\n| Local authority | Integrated care boards |\n| --- | --- |\n| ${council} | ${here.map(({ name }) => name).join('<br>')} |\n`;
      assert.deepEqual(onNames(text, 'full-inspection-report'), [], area);
    }
  });
});

describe('councils and boards of a configuration file', () => {
  const bodies: NonNullable<NonNullable<Parameters<typeof completeSettings>[0]>['bodies']> = [
    { name: 'North Draftshire Council', kind: 'local-authority', short: ['North Drafts'], from: '2028-04-01' },
    { name: 'Rutland Council', kind: 'local-authority', to: '2028-03-31', successors: ['North Draftshire Council'] },
    { name: 'NHS Draftshire Integrated Care Board', kind: 'integrated-care-board', from: '2028-04-01', areas: ['North Draftshire'] },
  ];

  it('count in facts, in titles and in what is offered for a missing section', () => {
    const settings = completeSettings({ bodies });
    const text = '---\nplan: { published: 2028-06-01 }\n---\n\n# Achieving more in North Draftshire: our SEND strategy\n\nText.\n';
    const result = checkText(text, { today: '2028-06-02', settings });
    assert.equal(result.localArea, 'North Draftshire');
    assert.equal(checkText('# SEND strategy: North Drafts\n\nText.\n', { today: '2028-06-02', settings }).localArea, 'North Drafts');
    const skeletons = result.findings.flatMap(({ fixes }) => fixes.flatMap(({ edits }) => edits.map((edit) => edit.text)));
    assert.ok(
      skeletons.some(
        (skeleton) => skeleton.includes('NHS Draftshire Integrated Care Board') && skeleton.includes('North Draftshire Council'),
      ),
    );
    const known = checkText(text, { today: '2028-06-02' }).findings.flatMap(({ fixes }) => fixes.flatMap(({ edits }) => edits));
    assert.ok(!known.some((edit) => edit.text.includes('NHS Draftshire')));
  });
});
