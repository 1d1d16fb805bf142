import assert from 'node:assert/strict';
import { checkText } from '../../src/check/index.js';
import { authoritiesOn, shortName, type LocalAuthority } from '../../src/framework/local-authorities.js';
import { PUBLIC_BODIES } from '../../src/framework/public-bodies.js';
import type { DocumentKind } from '../../src/framework/types.js';

const DAY = '2026-06-15';
const COUNCILS = authoritiesOn(DAY);

/** How councils of each type call themselves, with X for the area. */
const FORMS: Readonly<Record<string, readonly string[]>> = {
  County: ['X County Council'],
  'London Borough': [
    ...['London Borough of X', 'The London Borough of X', 'London Borough of X Council', 'X London Borough Council', 'Royal Borough of X'],
    ...['Royal Borough of X Council', 'City of X Council', 'X City Council', 'X Borough Council'],
  ],
  'Metropolitan District': [
    ...['X Metropolitan Borough Council', 'X Borough Council', 'X City Council', 'City of X Council', 'Council of the City of X', 'X MBC'],
    ...['City of X Metropolitan District Council', 'Metropolitan Borough of X', 'X Metropolitan District Council'],
  ],
  'Unitary Authority': [
    ...['X Borough Council', 'X City Council', 'X County Council', 'X Unitary Council', 'City of X Council', 'Council of the City of X'],
    ...['Borough of X', 'Royal Borough of X', 'Council of the X'],
  ],
};
const ALWAYS = ['X Council', 'The X Council', 'Council of X', 'X Local Authority'];

/** Official names that are made in a way of their own: GOV.UK register of local authorities in England, and the councils’ own. */
const OFFICIAL: readonly (readonly [area: string, name: string])[] = [
  ['Bradford', 'City of Bradford Metropolitan District Council'],
  ['Wolverhampton', 'City of Wolverhampton Council'],
  ['York', 'City of York Council'],
  ['Bristol', 'Bristol City Council'],
  ['Telford and Wrekin', 'Telford & Wrekin Council'],
  ['Kingston upon Hull', 'Hull City Council'],
  ['Kingston upon Hull', 'Kingston upon Hull City Council'],
  ['Isles of Scilly', 'Council of the Isles of Scilly'],
  ['City of London', 'City of London Corporation'],
  ['Westminster', 'Westminster City Council'],
  ['Greenwich', 'Royal Borough of Greenwich'],
  ['Kensington and Chelsea', 'Royal Borough of Kensington and Chelsea'],
  ['Kingston upon Thames', 'Royal Borough of Kingston upon Thames'],
  ['Windsor and Maidenhead', 'Royal Borough of Windsor and Maidenhead'],
  ['Blackburn with Darwen', 'Blackburn with Darwen Borough Council'],
  ['Stoke-on-Trent', 'Stoke-on-Trent City Council'],
  ['Stockton-on-Tees', 'Stockton-on-Tees Borough Council'],
  ['Durham', 'Durham County Council'],
  ['Herefordshire', 'Herefordshire Council'],
  ['Bedford', 'Bedford Borough Council'],
  ['Milton Keynes', 'Milton Keynes City Council'],
  ['Southend-on-Sea', 'Southend-on-Sea City Council'],
  ['Brighton and Hove', 'Brighton & Hove City Council'],
  ['Bath and North East Somerset', 'Bath & North East Somerset Council'],
  ['Bournemouth, Christchurch and Poole', 'BCP Council'],
];

const NAMES = ['partner-name', 'joint-sign-off', 'responsible-body', 'other-local-area', 'official-name', 'title'];

function found(council: LocalAuthority, details: string, prose: string): string[] {
  const area = shortName(council);
  const boards = PUBLIC_BODIES.boardsOf(council.name, { from: DAY, to: DAY }).map(({ name }) => name);
  const report = `# Area SEND inspection of ${area} Local Area Partnership\n\nInspection dates: 15 to 19 June 2026\n\n## Information about the local area partnership\n\n${prose} and ${boards.join(', ')} are jointly responsible. Leaders from ${prose} meet families.\n\n## Local area partnership details\n\n| Local authority | Integrated care boards |\n| --- | --- |\n| ${details} | ${boards.join('<br>')} |\n`;
  const plan = `---\nplan: { published: ${DAY} }\n---\n\n# ${area} SEND strategic plan\n\nWritten by ${prose} with ${boards.join(', ')}.\n\n## Sign-off\n\nSigned for ${details}, and for ${boards.join(', ')}.\n`;
  return (
    [
      [report, 'full-inspection-report'],
      [plan, 'strategic-plan'],
    ] as const
  ).flatMap(([text, kind]: readonly [string, DocumentKind]) =>
    checkText(text, { kind, today: '2026-11-27', only: NAMES }).findings.map(
      ({ rule, message }) => `${kind}, ${details} and ${prose}: ${rule}: ${message}`,
    ),
  );
}

describe('names of councils', () => {
  it('are right in every form that councils of their type use, in details and in text', () => {
    let names = 0;
    const wrong: string[] = [];
    for (const council of COUNCILS)
      for (const form of [...ALWAYS, ...FORMS[council.type]!]) {
        const name = form.replace('X', shortName(council));
        const usual = `${shortName(council)} Council`;
        names++;
        wrong.push(...found(council, name, usual), ...found(council, usual, name));
      }
    console.log(
      `      ${names} names of ${COUNCILS.length} councils, each in details, sign-off and text of a report and a plan: ${wrong.length} findings`,
    );
    assert.deepEqual(wrong, []);
    assert.equal(COUNCILS.length, 153);
  }).timeout(120_000);

  for (const [area, name] of OFFICIAL) {
    it(`may be ${name}`, () => {
      const council = COUNCILS.find((one) => shortName(one) === area || one.name === area);
      assert.ok(council, area);
      const usual = `${shortName(council)} Council`;
      assert.deepEqual(found(council, name, name), []);
      // With “&” in one place and “and” in another, one body has two names.
      if (!name.includes('&')) assert.deepEqual([...found(council, name, usual), ...found(council, usual, name)], []);
      assert.equal(PUBLIC_BODIES.council(name)?.areas[0]?.area, council.name);
    });
  }

  it('that no council of the type has are told', () => {
    const barnet = COUNCILS.find(({ name }) => name === 'Barnet')!;
    for (const name of ['Barnet County Council', 'Barnet District Council'])
      assert.match(found(barnet, name, 'Barnet Council').join(), /partner-name/, name);
  });
});
