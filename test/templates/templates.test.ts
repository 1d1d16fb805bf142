import assert from 'node:assert/strict';
import { checkText } from '../../src/check/index.js';
import { DOCUMENT_KINDS, SECTION_IDS, type OutcomeId } from '../../src/framework/types.js';
import { SECTIONS, sectionInfo, sectionsFor } from '../../src/framework/sections.js';
import { kindOfTitle } from '../../src/framework/kinds.js';
import { CLOSING, OUTCOMES, STATUTORY_BASIS, outcomeInfo } from '../../src/framework/wording.js';
import { formatRange, newDocument, placeOf, skeletonFor, type TemplateOptions } from '../../src/templates/index.js';

const headings = (text: string): string[] => [...text.matchAll(/^## (.*)$/gm)].map((match) => match[1]!);
const bodyOf = (text: string): string => text.replace(/^---\n[^]*?\n---\n/, '');
const title = (text: string): string => /^# (.*)$/m.exec(bodyOf(text))![1]!;
const KNOWN: Omit<TemplateOptions, 'kind'> = {
  area: 'Exampleshire',
  localAuthority: 'Exampleshire County Council',
  integratedCareBoard: 'NHS Exampleshire Integrated Care Board',
  inspection: { start: '2026-01-19', end: '2026-01-23' },
  today: '2026-11-23',
};

describe('templates', () => {
  describe('a range of days', () => {
    for (const [start, end, expected] of [
      ['2026-01-19', '2026-01-23', '19 to 23 January 2026'],
      ['2024-01-29', '2024-02-02', '29 January to 2 February 2024'],
      ['2025-12-29', '2026-01-02', '29 December 2025 to 2 January 2026'],
      ['2024-02-29', '2024-02-29', '29 February 2024'],
      ['2026-02-29', '2026-03-01', null],
      ['2026-01-23', '2026-01-19', null],
      ['2026-06-31', '2026-07-01', null],
      ['19 January 2026', '2026-01-23', null],
    ] as const) {
      it(`${start} to ${end} is ${expected ?? 'no range'}`, () => assert.equal(formatRange(start, end), expected));
    }
  });

  for (const kind of DOCUMENT_KINDS) {
    describe(kind, () => {
      it('is a draft with gaps to fill, and nothing in it to mend', () => {
        const { findings } = checkText(newDocument({ kind, isDraft: true, area: 'Exampleshire', today: KNOWN.today! }), {
          today: KNOWN.today!,
        });
        assert.deepEqual(
          findings.filter(({ severity }) => severity !== 'info').map(({ rule, message }) => `${rule}: ${message}`),
          [],
        );
      });

      it('is offered section by section in its order', () => {
        const places = headings(newDocument({ kind, ...KNOWN })).flatMap((heading) => {
          const section = sectionsFor(kind).find((candidate) => candidate.headings.includes(heading));
          return section ? [placeOf(section, kind)] : [];
        });
        assert.deepEqual(
          places,
          [...places].sort((a, b) => a - b),
        );
      });

      it('has a title of its kind that names the area', () => {
        const text = newDocument({ kind, ...KNOWN });
        assert.equal(kindOfTitle(title(text)), kind);
        assert.match(title(text), /Exampleshire/);
        assert.match(text, new RegExp(`^---\\ndocument: ${kind}\\n`));
      });

      it('has every section that its kind requires, once, with the framework’s heading', () => {
        const found = headings(newDocument({ kind, outcome: 3, ...KNOWN }));
        assert.equal(new Set(found).size, found.length);
        for (const section of sectionsFor(kind).filter((each) => each.requiredIn.includes(kind))) {
          assert.ok(found.includes(section.headings[0]!), section.id);
        }
        for (const heading of found)
          assert.ok(
            SECTIONS.some((section) => section.headings[0] === heading && section.kinds.includes(kind)),
            heading,
          );
      });

      it('keeps the framework’s order', () => {
        const order = headings(newDocument({ kind, outcome: 3, ...KNOWN })).map(
          (heading) => SECTIONS.find((section) => section.headings[0] === heading && section.kinds.includes(kind))!.order,
        );
        const numbered = order.filter((each) => each !== null);
        assert.deepEqual(
          numbered,
          numbered.toSorted((a, b) => a - b),
        );
      });

      it('marks every gap, and says in each what belongs there', () => {
        const text = newDocument({ kind, ...KNOWN });
        const gaps = text.match(/\[insert [^\]]+\]/g)!;
        assert.ok(gaps.length > 5);
        assert.doesNotMatch(bodyOf(text).replace(/\[insert [^\]]+\]/g, ''), /\[|\bTBC\b|\bundefined\b|\bnull\b|["']/);
        assert.doesNotMatch(gaps.join(''), /Exampleshire County Council|name of (?:local|integrated)/, 'what is known is filled in');
      });

      it('says nothing that was not given', () => {
        const text = newDocument({ kind });
        assert.match(title(text), /\[insert name of local area\]/);
        const body = bodyOf(text).replace(/\[insert [^\]]+\]/g, '');
        assert.doesNotMatch(body, /Exampleshire|\b20[12]\d\b(?<!2022)/);
      });

      it('ends with one line break and never has two blank lines', () => {
        assert.match(newDocument({ kind, ...KNOWN }), /[^\n]\n$/);
        assert.doesNotMatch(newDocument({ kind, ...KNOWN }), /\n\n\n/);
      });

      it('takes each section’s skeleton as “insert missing section” does', () => {
        const text = newDocument({ kind, outcome: 3, ...KNOWN });
        for (const id of SECTION_IDS) {
          const skeleton = skeletonFor(id, kind, { outcome: 3, ...KNOWN });
          if (!skeleton) continue;
          if (id !== 'closing') assert.ok(skeleton.startsWith(`## ${sectionInfo(id)!.headings[0]}\n\n`), id);
          assert.ok(!skeleton.endsWith('\n'));
          if (text.includes(skeleton.split('\n')[0]!) && id !== 'closing') assert.ok(text.includes(skeleton), id);
        }
        for (const section of sectionsFor(kind)) assert.notEqual(skeletonFor(section.id, kind), '', section.id);
      });
    });
  }

  for (const outcome of [1, 2, 3] as const satisfies readonly OutcomeId[]) {
    it(`a full inspection report with outcome ${outcome} has its fixed wording and no other outcome’s`, () => {
      const text = newDocument({ kind: 'full-inspection-report', outcome, ...KNOWN });
      const info = outcomeInfo(outcome);
      assert.ok(text.includes(`## Inspection outcome\n\n${info.statements[0]}\n\n${info.nextInspection[0]}\n\n${info.followUp[0]}\n`));
      for (const other of OUTCOMES.filter((each) => each.id !== outcome))
        for (const statement of other.statements) assert.ok(!text.includes(statement));
      assert.equal(headings(text).includes('Areas for priority action'), outcome === 3);
      assert.ok(text.includes(STATUTORY_BASIS.full.text));
      for (const line of [CLOSING.complaints, CLOSING.otherFormats, CLOSING.licence, `${CLOSING.copyright} 2026`])
        assert.ok(text.includes(line));
      assert.equal(text.match(/the Care Quality Commission \(CQC\)/g)!.length, 1, 'written out once');
      assert.ok(text.indexOf('(CQC)') <= text.indexOf('CQC'), 'and at its first use');
    });
  }

  it('a monitoring inspection report has its own legal basis', () => {
    const text = newDocument({ kind: 'monitoring-inspection-report', ...KNOWN });
    assert.ok(text.includes(STATUTORY_BASIS.monitoring.text));
    assert.ok(!text.includes('20(1)(a)'));
  });

  it('is written under the edition of the inspection, else of today', () => {
    const edition = (options: Partial<TemplateOptions>): string =>
      /^edition: (.*)$/m.exec(newDocument({ kind: 'full-inspection-report', ...options }))![1]!;
    assert.equal(edition({ inspection: { start: '2023-03-06', end: '2023-03-10' }, today: '2026-11-23' }), '2023-01');
    assert.equal(edition({ today: '2024-09-02' }), '2024-04');
    assert.equal(edition({}), '2025-07');
  });

  it('leaves out dates that are none', () => {
    const text = newDocument({ kind: 'full-inspection-report', inspection: { start: '2026-01-23', end: '2026-01-19' } });
    assert.match(text, /^Inspection dates: \[insert /m);
    assert.match(text, /^# inspection: /m);
  });

  it('takes any name of an area without breaking front matter, tables or gaps', () => {
    for (const [area, yaml, inTitle] of [
      ['St. Example’s & Sons: North', '"St. Example’s & Sons: North"', 'St. Example’s & Sons: North'],
      ['No', '"No"', 'No'],
      ['$& | [x]\n# Title', '"$& x Title"', '$& x Title'],
      ['   ', null, '[insert name of local area]'],
    ] as const) {
      const text = newDocument({ kind: 'full-inspection-report', area });
      assert.equal(title(text), `Area SEND inspection of ${inTitle} Local Area Partnership`);
      if (yaml) assert.ok(text.includes(`\nlocalArea: ${yaml}\n`), text.slice(0, 200));
      else assert.match(text, /^# localArea: /m);
      assert.equal(bodyOf(text).match(/^# /gm)!.length, 1);
    }
  });

  it('knows the website of an authority of England, and of no other', () => {
    assert.match(skeletonFor('partnership-details', 'full-inspection-report', { area: 'Barnet' }), /\| www\.barnet\.gov\.uk \|/);
    assert.match(
      skeletonFor('partnership-details', 'full-inspection-report', { area: 'Exampleshire' }),
      /\| \[insert website of the local authority\] \|/,
    );
  });

  it('has no skeleton for a section that the kind does not have', () => {
    assert.equal(skeletonFor('glossary', 'full-inspection-report'), '');
    assert.equal(skeletonFor('inspection-team', 'strategic-plan'), '');
    assert.equal(skeletonFor('closing', 'strategic-plan'), '');
  });
});
