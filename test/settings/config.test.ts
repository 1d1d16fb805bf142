import assert from 'node:assert/strict';
import { configJsonSchema, parseSettings, readConfig } from '../../src/settings/config.js';

/** The words at the place of each problem, with its message. */
const told = (text: string): (readonly [string, string])[] =>
  readConfig(text).problems.map(({ span, message }) => [span ? text.slice(span.start, span.end) : '', message]);

describe('a configuration file', () => {
  it('gives bodies', () => {
    const text = JSON.stringify({
      bodies: [
        {
          name: 'NHS Devon Integrated Care Board',
          kind: 'integrated-care-board',
          to: '2027-03-31',
          successors: ['NHS Moor and Coast ICB'],
        },
        { name: 'NHS Moor and Coast ICB', kind: 'integrated-care-board', from: '2027-04-01', areas: ['Devon', 'Plymouth', 'Torbay'] },
      ],
    });
    const { settings, problem } = parseSettings(text);
    assert.equal(problem, null);
    assert.equal(settings.bodies?.length, 2);
  });

  it('is told what is wrong with its bodies at the key, in whatever layout', () => {
    const entry = (rest: string): string =>
      `\uFEFF{\r\n  "bodies": [\r\n    { "name": "NHS Draft ICB", "kind": "integrated-care-board" },\r\n    {${rest}}\r\n  ]\r\n}`;
    const cases: readonly (readonly [string, string, RegExp])[] = [
      [
        '"name": "NHS Draft Vale ICB", "kind": "integrated-care-board", "from": "2027-04-01", "to": "2027-03-31"',
        '"to"',
        /cannot end before it begins/,
      ],
      [
        '"to": "2027-03-31",\t"name": "Essex ICB", "kind": "integrated-care-board", "successors": ["NHS Vale ICB"]',
        '"NHS Vale ICB"',
        /No board is called “NHS Vale ICB”/,
      ],
      [
        '"name": "NHS Vale ICB", "kind": "integrated-care-board", "short": ["Kent and Medway"]',
        '"Kent and Medway"',
        /also a name of NHS Kent and Medway/,
      ],
      ['"name": "NHS Vale ICB", "kind": "integrated-care-board", "from": "2027-02-30"', '"from"', /real day/],
      ['"name": "NHS Vale ICB", "kind": "board"', '"kind"', /one of local-authority, integrated-care-board/],
      ['"name": "NHS Vale ICB"', '{"name": "NHS Vale ICB"}', /“bodies\.1\.kind” cannot be read/],
      ['"name": "NHS Vale ICB", "kind": "integrated-care-board", "area": ["Devon"]', '"area"', /not a setting/],
      ['"name": "NHS Draft Integrated Care Board", "kind": "integrated-care-board"', '"name"', /stands in the list twice/],
    ];
    for (const [rest, at, message] of cases) {
      const found = told(entry(rest));
      assert.deepEqual(
        found.map(([words]) => words),
        [at],
        rest,
      );
      assert.match(found[0]![1], message);
      assert.equal(parseSettings(entry(rest)).settings, null);
    }
  });

  it('that is no JSON is told where', () => {
    assert.equal(told('{ "bodies": [ }').length, 1);
    assert.equal(told('').length, 1);
    assert.equal(told('[]').length, 1);
    assert.equal(told('{"bodies": {"x": 1}}')[0]![0], '"bodies"');
    // A value that is no day fails two checks, and is told of once.
    assert.equal(told('{"bodies": [{"name": "NHS Vale ICB", "kind": "integrated-care-board", "from": "1 April 2027"}]}').length, 1);
  });

  it('has a schema that explains every key of a body', () => {
    const { properties } = configJsonSchema([]) as {
      properties: Record<string, { items?: { properties: Record<string, { description?: string }> } }>;
    };
    const keys = properties.bodies!.items!.properties;
    assert.deepEqual(Object.keys(keys).sort(), ['areas', 'from', 'kind', 'name', 'short', 'successors', 'to']);
    for (const [key, { description }] of Object.entries(keys)) assert.ok(description, key);
  });
});
