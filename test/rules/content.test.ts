import assert from 'node:assert/strict';
import { checkText } from '../../src/check/index.js';
import { openDocument } from '../../src/document/index.js';
import { FAMILIES, familySchema } from '../../src/framework/families.js';
import { CARE_BOARDS } from '../../src/framework/care-boards.js';
import { authoritiesOn, shortName } from '../../src/framework/local-authorities.js';
import { PUBLIC_BODIES } from '../../src/framework/public-bodies.js';
import { isPostcode, likelyPostcodes, POSTCODE_AREAS, postcodeAreasSchema } from '../../src/framework/postcodes.js';
import { OUTDATED_TERMS, outdatedTermSchema } from '../../src/framework/terms-outdated.js';
import { authorityAt, authorityBefore, sameArea } from '../../src/rules/content/_areas.js';
import { groupsIn } from '../../src/rules/content/_team.js';

describe('data of the content rules', () => {
  it('follows its schemas', () => {
    familySchema.array().parse(FAMILIES);
    outdatedTermSchema.array().parse(OUTDATED_TERMS);
    postcodeAreasSchema.parse(POSTCODE_AREAS);
  });

  it('knows where postcodes of every local authority begin', () => {
    assert.deepEqual(
      Object.keys(POSTCODE_AREAS).sort(),
      authoritiesOn('2026-11-26')
        .map(({ name }) => name)
        .sort(),
    );
  });

  it('has no id twice', () => {
    for (const list of [FAMILIES, OUTDATED_TERMS]) assert.equal(new Set(list.map(({ id }) => id)).size, list.length);
  });
});

describe('postcodes', () => {
  for (const right of ['M32 0EL', 'SW1A 2AA', 'EC1A 1BB', 'W1T 4AX', 'B1 1BB', 'CR2 6XH', 'DN55 1PT', 'bn7 2fz'])
    it(`${right} is one`, () => assert.ok(isPostcode(right)));
  for (const wrong of ['M32 OEL', 'M3O 2EL', 'S014 7LY', 'DT1 1X', 'LE1 IFZ', 'SE18 6HO', 'NHS ICB'])
    it(`${wrong} is none`, () => assert.ok(!isPostcode(wrong)));
  it('knows what was probably meant', () => {
    assert.deepEqual(likelyPostcodes('M32 OEL'), ['M32 0EL']);
    assert.deepEqual(likelyPostcodes('S014 7LY'), ['SO14 7LY']);
    assert.deepEqual(likelyPostcodes('LE1 lFZ'), ['LE1 1FZ']);
    assert.deepEqual(likelyPostcodes('Block C'), []);
  });
});

describe('names of areas in text', () => {
  const at = (text: string, name: string) => {
    const mention = authorityAt(text, text.indexOf(name));
    return mention && text.slice(mention.from, mention.to);
  };
  const before = (text: string, word: string) => {
    const mention = authorityBefore(text, text.indexOf(` ${word}`));
    return mention && text.slice(mention.from, mention.to);
  };

  it('finds the longest name', () => {
    assert.equal(at('in North Somerset and beyond', 'North'), 'North Somerset');
    assert.equal(at('in Telford & Wrekin, too', 'Telford'), 'Telford & Wrekin');
    assert.equal(at('in Rutland.', 'Rutland'), 'Rutland');
    assert.equal(at('in St Helens.', 'St'), 'St Helens');
    assert.equal(at('in St. Helens', 'St'), 'St. Helens');
    assert.equal(before('the Bournemouth, Christchurch and Poole partnership', 'partnership'), 'Bournemouth, Christchurch and Poole');
  });

  it('leaves longer names of other places alone', () => {
    assert.equal(at('in Bury St Edmunds', 'Bury'), null);
    assert.equal(at('in Yorkshire', 'York'), null);
    assert.equal(before('the Greater Bury partnership', 'partnership'), null);
    assert.equal(at('in reading lessons', 'reading'), null);
  });

  it('knows two names of one area', () => {
    assert.ok(sameArea('Hull', 'Kingston upon Hull'));
    assert.ok(sameArea('Brighton & Hove', 'Brighton and Hove'));
    assert.ok(sameArea('Exampleshire', 'Exampleshire County'));
    assert.ok(!sameArea('Nottingham', 'Nottinghamshire'));
  });

  it('finds nothing of another area in the usual sentences of any area', () => {
    for (const authority of authoritiesOn('2026-11-26')) {
      const area = shortName(authority);
      const text = `# Area SEND inspection of ${area} Local Area Partnership\n\nChildren and young people with SEND in ${area} do well. The ${area} local area partnership listens to parents and carers in ${area}. ${area}’s SEND services are good.\n`;
      assert.deepEqual(
        checkText(text, { today: '2026-11-23', path: 'x.md', only: ['other-local-area', 'partner-name'] }).findings.map(
          ({ message }) => message,
        ),
        [],
      );
    }
  });
});

describe('the sentence on the inspection team', () => {
  const counts = (list: string): (string | null)[] => {
    const document = openDocument(
      `# Area SEND inspection of Exampleshire Local Area Partnership\n\nThe inspection was led by one of His Majesty’s Inspectors (HMI) from Ofsted, with a team of inspectors, including: ${list}.\n`,
      { path: 'x.md' },
    );
    const unit = document.prose.at(-1)!;
    return groupsIn(unit, 0, unit.text.length)
      .filter(({ leads }) => !leads)
      .map(({ side, count }) => `${side} ${count ?? '?'}`);
  };
  const cases: readonly (readonly [string, readonly string[]])[] = [
    ['two HMI and an Ofsted Inspector from education and social care', ['ofsted 2', 'ofsted 1']],
    ['two of HMIs from social care and education; another two Children’s Services Inspectors from CQC', ['ofsted 2', 'cqc 2']],
    ['three HMI and Ofsted Inspectors from education; 2 CQC inspectors', ['ofsted 3', 'cqc 2']],
    ['two of His Majesty’s Inspectors/Ofsted Inspectors from education', ['ofsted 2']],
    ['an HMI from social care and Ofsted Inspector from education', ['ofsted 1', 'ofsted 1']],
    ['a lead and a team Children’s Services Inspector from CQC', ['cqc 2']],
    ['a team Children’s Services Inspectors from CQC', ['cqc ?']],
    ['lead Children’s Services Inspectors from the Care Quality Commission (CQC)', ['cqc ?']],
    ['three inspectors from Ofsted and two inspectors from the CQC', ['ofsted 3', 'cqc 2']],
    ['one social care HMI; a further Children’s Services Inspector', ['ofsted 1', 'cqc 1']],
  ];
  for (const [list, expected] of cases) it(list, () => assert.deepEqual(counts(list), expected));
});

describe('names of partners', () => {
  const report = (text: string, board: string, days = '11 to 15 March 2024'): string =>
    `# Area SEND inspection of Exampleshire Local Area Partnership\n\nInspection dates: ${days}\n\n${text}\n\n## Local area partnership details\n\n| Local authority | Integrated care board |\n| --- | --- |\n| Exampleshire County Council | ${board} |\n`;
  const findings = (text: string) => checkText(text, { today: '2026-11-23', path: 'x.md', only: ['partner-name'] }).findings;

  it('accepts every board under each of its usual forms', () => {
    for (const { core: name, from } of CARE_BOARDS) {
      const days = from > '2024-03-15' ? '15 to 19 June 2026' : '11 to 15 March 2024';
      const text = `NHS ${name} Integrated Care Board (ICB) leads. The ${name} ICB and the council meet. In Exampleshire, ICB leaders listen. NHS ${name} pays. It took over from NHS ${name} Clinical Commissioning Group.`;
      for (const board of [`NHS ${name} ICB`, `${name} Integrated Care Board`, `NHS ${name}`, `NHS ${name} Integrated Care Board (ICB)`])
        assert.deepEqual(
          findings(report(text, board, days)).map(({ message }) => message),
          [],
        );
    }
  });

  it('finds every board whose name is joined otherwise', () => {
    for (const name of CARE_BOARDS.map(({ core }) => core).filter((core) => core.includes(' and '))) {
      for (const variant of [
        name.replaceAll(' and ', ' & '),
        name.split(' and ').reverse().join(' and '),
        name.replace(' and ', ' and the '),
      ]) {
        if (variant === name) continue;
        assert.equal(findings(report(`Leaders at NHS ${variant} Integrated Care Board should act.`, `NHS ${name} ICB`)).length, 1, variant);
      }
    }
  });

  describe('after a board has ended', () => {
    const ended = PUBLIC_BODIES.bodies.filter(({ kind, to }) => kind === 'integrated-care-board' && to !== null);
    const plan = (text: string): string => `---\nplan: { published: 2026-06-01 }\n---\n\n# Exampleshire SEND strategic plan\n\n${text}\n`;
    const both = (text: string, board: string) => [
      ...findings(report(text, board, '15 to 19 June 2026')),
      ...checkText(plan(text), { today: '2026-11-23', path: 'plan.md', only: ['partner-name', 'joint-sign-off'] }).findings.filter(
        ({ message }) => !/does not say who has signed/.test(message),
      ),
    ];

    it('are twelve', () => assert.equal(ended.length, 12));

    for (const old of ended) {
      const [next] = PUBLIC_BODIES.successorsOf(old);
      const [was, is] = [old.core, next!.core];
      it(`${old.name} is named rightly where the past, the future or the change is told`, () => {
        for (const sentence of [
          `NHS ${is} ICB replaced NHS ${was} ICB.`,
          `On 1 April 2026, NHS ${is} Integrated Care Board (ICB) took over from NHS ${was} Integrated Care Board.`,
          `Until 31 March 2026, NHS ${was} ICB was responsible for health services.`,
          `Its predecessor, NHS ${was} ICB, pays for nothing now.`,
          `The area’s work with NHS ${was} ICB in 2025 shows what is possible.`,
          `NHS ${was} ICB commissioned a review, which NHS ${is} ICB has published.`,
          `NHS ${was} ICB, now part of NHS ${is} ICB, led the work and merged into the new board.`,
          `The former NHS ${was} leads the list.`,
          `This plan is signed by NHS ${is} ICB and Exampleshire County Council. It takes the place of the plan that NHS ${was} ICB agreed.`,
        ])
          assert.deepEqual(
            both(sentence, next!.name).map(({ message }) => message),
            [],
            sentence,
          );
      });

      it(`${old.name} is told of where it is named as if it were there`, () => {
        for (const sentence of [
          `NHS ${was} ICB is jointly responsible with the council.`,
          `Leaders at NHS ${was} Integrated Care Board should act.`,
          `Therapists work for NHS ${was}.`,
          `| Action | Lead |\n| --- | --- |\n| Recruit therapists | Head of Commissioning, NHS ${was} ICB |`,
        ]) {
          const found = findings(report(sentence, next!.name, '15 to 19 June 2026'));
          assert.equal(found.length, 1, sentence);
          assert.match(found[0]!.message, new RegExp(`^${old.name} ended on 31 March 2026; since 1 April 2026`));
          // Before it ended, it was right.
          assert.deepEqual(findings(report(sentence, old.name, '11 to 15 March 2024')), [], sentence);
        }
      });
    }
  });
});
