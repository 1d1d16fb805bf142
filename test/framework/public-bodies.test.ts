import assert from 'node:assert/strict';
import { CARE_BOARDS, careBoardSchema } from '../../src/framework/care-boards.js';
import { addDays } from '../../src/framework/days.js';
import { authoritiesOn, LOCAL_AUTHORITIES } from '../../src/framework/local-authorities.js';
import { bodiesWith, isThereOn, problemsOf, PUBLIC_BODIES, type GivenBody, type PublicBody } from '../../src/framework/public-bodies.js';

const FIRST = '2022-07-01';
const LAST = '2028-03-31';

const boards = PUBLIC_BODIES.bodies.filter(({ kind }) => kind === 'integrated-care-board');
const on = (day: string): readonly PublicBody[] => boards.filter((board) => isThereOn(board, day));

/** What is wrong with the map of boards and councils on a day: nothing, for a day that is right. */
function faultsOn(day: string): string[] {
  const faults: string[] = [];
  const councils = authoritiesOn(day);
  const covering = new Map<string, { board: PublicBody; part: string | undefined }[]>();
  for (const board of on(day)) {
    const seen = new Set<string>();
    for (const covered of board.areas.filter((area) => isThereOn(area, day))) {
      if (!councils.some(({ name }) => name === covered.area)) continue;
      if (seen.has(covered.area)) faults.push(`${board.name} covers ${covered.area} twice`);
      seen.add(covered.area);
      covering.set(covered.area, [...(covering.get(covered.area) ?? []), { board, part: covered.part }]);
    }
    if (seen.size === 0) faults.push(`${board.name} covers no council area`);
  }
  for (const { name } of councils) {
    const list = covering.get(name) ?? [];
    const whole = list.filter(({ part }) => part === undefined);
    if (list.length === 0) faults.push(`${name} has no board`);
    // Either one board covers all of it, or several cover a part each.
    else if (whole.length > 0 && list.length > 1) faults.push(`${name}: ${list.map(({ board }) => board.name).join(', ')}`);
    else if (whole.length === 0 && list.length < 2) faults.push(`${name}: only ${list[0]!.part!} has a board`);
  }
  return faults;
}

describe('councils and boards, day by day', () => {
  it('are valid data', () => {
    for (const board of CARE_BOARDS) careBoardSchema.parse(board);
    assert.equal(new Set(CARE_BOARDS.map(({ ods }) => ods)).size, 48);
    assert.equal(new Set(CARE_BOARDS.map(({ gss }) => gss)).size, 48);
    const councils = new Set(LOCAL_AUTHORITIES.map(({ name }) => name));
    for (const { name, areas } of boards) for (const { area } of areas) assert.ok(councils.has(area), `${name}: ${area}`);
    const codes = LOCAL_AUTHORITIES.map(({ gssCode }) => gssCode).filter((code) => code !== '');
    assert.equal(new Set(codes).size, codes.length);
  });

  it('leave no day, council or board without its counterpart since 1 July 2022, and none with too many', () => {
    const counts = new Map<string, number>();
    for (let day = FIRST; day <= LAST; day = addDays(day, 1)) {
      assert.deepEqual(faultsOn(day), [], day);
      const count = `${authoritiesOn(day).length} councils, ${on(day).length} boards`;
      counts.set(count, (counts.get(count) ?? 0) + 1);
    }
    console.log(`      ${[...counts].map(([count, days]) => `${days} days with ${count}`).join('; ')}: no gap, no overlap`);
    assert.deepEqual(
      [...counts],
      [
        // Until 31 March 2023, with Cumbria.
        ['152 councils, 42 boards', 274],
        ['153 councils, 42 boards', 1096],
        ['153 councils, 36 boards', 365],
        // Since 1 April 2027, with East and West Surrey.
        ['154 councils, 36 boards', 366],
      ],
    );
  });

  it('are followed by others the day after they end', () => {
    for (const body of PUBLIC_BODIES.bodies) {
      const next = PUBLIC_BODIES.successorsOf(body);
      assert.equal(next.length, body.successors.length, body.name);
      assert.equal(body.to === null, next.length === 0, body.name);
      for (const one of next) assert.ok(isThereOn(one, addDays(body.to!, 1)), `${body.name}: ${one.name}`);
    }
    assert.equal(boards.filter(({ to }) => to === '2026-03-31').length, 12);
    assert.equal(boards.filter(({ from }) => from === '2026-04-01').length, 6);
  });

  it('have areas that their successors cover', () => {
    for (const body of boards.filter(({ to }) => to !== null)) {
      const taken = new Set(PUBLIC_BODIES.successorsOf(body).flatMap(({ areas }) => areas.map(({ area }) => area)));
      for (const { area } of body.areas) assert.ok(taken.has(area), `${body.name}: ${area}`);
    }
  });

  it('are found by every form of their names, and by no other’s', () => {
    const names = (name: string): string[] => PUBLIC_BODIES.named('integrated-care-board', name).map(({ core }) => core);
    for (const { name, core, short } of boards) for (const form of [name, core, ...short]) assert.deepEqual(names(form), [core], form);
    assert.deepEqual(names('NHS Cornwall & Isles of Scilly ICB'), ['Cornwall and the Isles of Scilly']);
    assert.deepEqual(names('Bristol, North Somerset, and South Gloucestershire Integrated Care Board (ICB)'), [
      'Bristol, North Somerset and South Gloucestershire',
    ]);
    assert.deepEqual(names('NHS North Sussex ICB'), []);
    const councils = (name: string): string[] => PUBLIC_BODIES.named('local-authority', name).map((body) => body.name);
    assert.deepEqual(councils('Surrey County Council'), ['Surrey County Council']);
    assert.deepEqual(councils('Bristol City Council'), ['Bristol Council']);
    assert.deepEqual(councils('London Borough of Hackney'), ['Hackney Council']);
    assert.deepEqual(councils('NHS Devon ICB'), []);
  });

  it('tell the boards of an area on a day', () => {
    const of = (area: string, day: string): string[] => PUBLIC_BODIES.boardsOf(area, { from: day, to: day }).map(({ core }) => core);
    assert.deepEqual(of('Surrey', '2026-03-31'), ['Frimley', 'Surrey Heartlands']);
    assert.deepEqual(of('Surrey County Council', '2026-04-01'), ['Surrey and Sussex']);
    assert.deepEqual(of('West Surrey', '2027-04-01'), ['Surrey and Sussex']);
    assert.deepEqual(of('Essex', '2024-05-01'), ['Hertfordshire and West Essex', 'Mid and South Essex', 'Suffolk and North East Essex']);
    assert.deepEqual(of('Hampshire', '2026-03-31'), ['Frimley', 'Hampshire and Isle of Wight']);
    assert.deepEqual(of('Hampshire', '2026-04-01'), ['Hampshire and Isle of Wight']);
    assert.deepEqual(of('Bristol', '2024-05-01'), ['Bristol, North Somerset and South Gloucestershire']);
    assert.deepEqual(of('Exampleshire', '2024-05-01'), []);
  });
});

describe('bodies that a configuration file gives', () => {
  const board = (name: string, rest: Partial<GivenBody> = {}): GivenBody => ({ name, kind: 'integrated-care-board', ...rest });
  const council = (name: string, rest: Partial<GivenBody> = {}): GivenBody => ({ name, kind: 'local-authority', ...rest });

  it('change what is known and add what comes next', () => {
    const given = [
      board('NHS Devon Integrated Care Board', { to: '2027-03-31', successors: ['NHS Moor and Coast Integrated Care Board'] }),
      board('NHS Moor and Coast Integrated Care Board', {
        from: '2027-04-01',
        short: ['NHS M&C ICB'],
        areas: ['Devon', 'Plymouth', 'Torbay'],
      }),
    ];
    assert.deepEqual(problemsOf(given), []);
    const register = bodiesWith(given);
    assert.equal(register, bodiesWith(given));
    const devon = register.named('integrated-care-board', 'Devon ICB')[0]!;
    assert.equal(devon.to, '2027-03-31');
    assert.equal(devon.codes.ods, 'QJK');
    assert.deepEqual(
      register.successorsOf(devon).map(({ core }) => core),
      ['Moor and Coast'],
    );
    assert.deepEqual(
      register.boardsOf('Torbay', { from: '2027-04-01', to: '2027-04-01' }).map(({ name }) => name),
      ['NHS Moor and Coast Integrated Care Board'],
    );
    assert.equal(register.named('integrated-care-board', 'M&C ICB')[0]?.core, 'Moor and Coast');
    assert.equal(PUBLIC_BODIES.named('integrated-care-board', 'Devon')[0]!.to, null);
  });

  it('that cannot be so are told at the key', () => {
    const cases: readonly (readonly [readonly GivenBody[], string, RegExp])[] = [
      [[board('NHS Draft Integrated Care Board', { from: '2027-04-01', to: '2027-03-31' })], '0 to', /cannot end before it begins/],
      [[board('NHS Devon Integrated Care Board', { to: '2022-06-30' })], '0 to', /begins on 1 July 2022/],
      [
        [board('NHS Essex Integrated Care Board', { to: '2027-03-31', successors: ['NHS Nowhere ICB'] })],
        '0 successors 0',
        /No board is called “NHS Nowhere ICB”/,
      ],
      [
        [board('NHS Essex Integrated Care Board', { to: '2027-03-31', successors: ['Essex ICB'] })],
        '0 successors 0',
        /cannot follow itself/,
      ],
      [[board('NHS Essex Integrated Care Board', { successors: ['NHS Devon ICB'] })], '0 successors 0', /no last day/],
      [
        [
          board('NHS Essex Integrated Care Board', { to: '2027-03-31', successors: ['NHS Draft ICB'] }),
          board('NHS Draft ICB', { from: '2027-05-01', areas: ['Essex', 'Thurrock', 'Southend-on-Sea'] }),
        ],
        '0 successors 0',
        /days between have no board/,
      ],
      [
        [
          board('NHS Draft ICB', { to: '2028-03-31', successors: ['NHS Short ICB'] }),
          board('NHS Short ICB', { from: '2027-04-01', to: '2027-12-31' }),
        ],
        '0 successors 0',
        /NHS Short ICB ends on 31 December 2027, no later than/,
      ],
      [
        [board('NHS Draft ICB', { from: '2027-04-01', areas: ['Devon'] })],
        '0 areas 0',
        /NHS Devon Integrated Care Board covers the whole of “Devon”/,
      ],
      [[board('NHS Draft ICB', { from: '2027-04-01', areas: ['Draftshire'] })], '0 areas 0', /No local authority is called “Draftshire”/],
      [[board('NHS Draft ICB', { short: ['NHS Devon'] })], '0 short 0', /also a name of NHS Devon Integrated Care Board/],
      [[council('Draft Council', { short: ['Rutland'] })], '0 short 0', /also a name of Rutland/],
      [[board('NHS Draft ICB'), board('NHS Draft Integrated Care Board')], '1 name', /twice/],
      [[board('NHS Devon ICB', { from: '2030-04-01' })], '0 from', /is there since 1 July 2022/],
      [[board('Draftshire Health'), council('Draftshire Health')], '1 name', /as a council and as a board/],
    ];
    for (const [given, place, message] of cases) {
      const problems = problemsOf(given);
      assert.deepEqual(
        problems.map(({ index, key, item }) => `${index} ${key}${item === undefined ? '' : ` ${item}`}`),
        [place],
        message.source,
      );
      assert.match(problems[0]!.message, message);
    }
  });

  it('may bring new councils with their boards', () => {
    const given = [
      council('North Draftshire Council', { from: '2028-04-01' }),
      council('Rutland Council', { to: '2028-03-31', successors: ['North Draftshire Council'] }),
      board('NHS Draftshire ICB', { from: '2028-04-01', areas: ['North Draftshire'] }),
    ];
    assert.deepEqual(problemsOf(given), []);
    assert.deepEqual(
      bodiesWith(given)
        .boardsOf('North Draftshire', { from: '2028-04-01', to: '2028-04-01' })
        .map(({ name }) => name),
      ['NHS Draftshire ICB'],
    );
  });
});
