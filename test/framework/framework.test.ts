import assert from 'node:assert/strict';
import { editionFor, EDITION_INFO, editionSchema, KINDS, kindOfTitle, kindSchema } from '../../src/framework/kinds.js';
import {
  authoritiesOn,
  findLocalAuthority,
  LOCAL_AUTHORITIES,
  localAuthoritySchema,
  normaliseAreaName,
  shortName,
} from '../../src/framework/local-authorities.js';
import { SECTIONS, sectionSchema } from '../../src/framework/sections.js';
import { SOURCES, sourceSchema } from '../../src/framework/sources.js';
import { DOCUMENT_KINDS, EDITIONS, SECTION_IDS, type DocumentKind } from '../../src/framework/types.js';
import { OUTCOMES, outcomeSchema, STATUTORY_BASIS } from '../../src/framework/wording.js';

describe('the framework as data', () => {
  it('is valid, and every entry has its source', () => {
    for (const source of Object.values(SOURCES)) sourceSchema.parse(source);
    for (const kind of KINDS) kindSchema.parse(kind);
    for (const edition of EDITION_INFO) editionSchema.parse(edition);
    for (const section of SECTIONS) sectionSchema.parse(section);
    for (const outcome of OUTCOMES) outcomeSchema.parse(outcome);
    for (const authority of LOCAL_AUTHORITIES) localAuthoritySchema.parse(authority);
    for (const { source } of Object.values(STATUTORY_BASIS)) sourceSchema.parse(source);
  });

  it('has each kind, edition and section once', () => {
    assert.deepEqual(KINDS.map(({ id }) => id).sort(), [...DOCUMENT_KINDS].sort());
    assert.deepEqual(
      EDITION_INFO.map(({ id }) => id),
      [...EDITIONS],
    );
    assert.equal(new Set(SECTIONS.map(({ id }) => id)).size, SECTIONS.length);
    // The closing page is known by its text: it has no heading.
    assert.deepEqual(
      [...SECTION_IDS].filter((id) => id !== 'closing').sort(),
      SECTIONS.map(({ id }) => id as string)
        .filter((id) => id !== 'closing')
        .sort(),
    );
  });

  it('requires a section only of kinds that have it, and orders each kind without ties', () => {
    for (const { id, kinds, requiredIn } of SECTIONS) for (const kind of requiredIn) assert.ok(kinds.includes(kind), `${id} ${kind}`);
    for (const kind of DOCUMENT_KINDS) {
      const orders = SECTIONS.filter(({ kinds, order }) => kinds.includes(kind) && order !== null).map(({ order }) => order);
      assert.equal(new Set(orders).size, orders.length, kind);
    }
  });

  it('matches no heading of one section to another', () => {
    for (const kind of DOCUMENT_KINDS) {
      const owners = new Map<string, string>();
      for (const { id, kinds, headings } of SECTIONS) {
        if (!kinds.includes(kind)) continue;
        for (const heading of headings) {
          assert.ok(!owners.has(heading.toLowerCase()), `${heading}: ${id} and ${owners.get(heading.toLowerCase())}`);
          owners.set(heading.toLowerCase(), id);
        }
      }
    }
  });

  it('tells kinds by their titles', () => {
    const titles: readonly (readonly [string, DocumentKind | null])[] = [
      ['Area SEND inspection of Exampleshire Local Area Partnership', 'full-inspection-report'],
      ['Area SEND full inspection of Exampleshire Local Area Partnership', 'full-inspection-report'],
      ['Area SEND monitoring inspection of Exampleshire Local Area Partnership', 'monitoring-inspection-report'],
      ['Exampleshire Local Area Partnership priority action plan (area SEND)', 'priority-action-plan'],
      ['Exampleshire priority impact plan', 'priority-action-plan'],
      ['Exampleshire priority action and improvement plan', 'priority-action-plan'],
      ['Exampleshire SEND strategic plan', 'strategic-plan'],
      ['Exampleshire SEND strategy 2025 to 2028', 'strategic-plan'],
      ['SEND and alternative provision strategy', 'strategic-plan'],
      ['SEND strategic action plan', 'strategic-plan'],
      ['SEND action plan', 'strategic-plan'],
      ['SEND improvement plan', 'strategic-plan'],
      ['Local area SEND plan', 'strategic-plan'],
      ['Exampleshire SEND Plan 2026-2029', 'strategic-plan'],
      ['SEND & Inclusion Strategy', 'strategic-plan'],
      ['SEND & Alternative Provision Strategy 2026', 'strategic-plan'],
      ['SEND, Inclusion and Alternative Provision Strategy', 'strategic-plan'],
      ['Exampleshire SEND post-inspection improvement plan', 'strategic-plan'],
      ['SEND Local Area Improvement Plan', 'strategic-plan'],
      ['SEND Local Area Partnership Strategic Plan', 'strategic-plan'],
      ['Exampleshire Local Area Partnership Strategic Plan (SEND)', 'strategic-plan'],
      ['Exampleshire SEND delivery plan', 'strategic-plan'],
      ['Strategic SEND plan', 'strategic-plan'],
      ['SEND 0-25 Strategy', 'strategic-plan'],
      ['Special Educational Needs & Disabilities (SEND) Strategy', 'strategic-plan'],
      ['Our plan to make SEND services better', 'strategic-plan'],
      ['Our SEND plan: for children and young people', 'strategic-plan'],
      ['A Big Plan for Special Educational Needs and Disabilities', 'strategic-plan'],
      // A plan that answers an inspection is no report of it.
      ['Area SEND inspection action plan', 'strategic-plan'],
      ['Ofsted and CQC area SEND inspection: our improvement plan', 'strategic-plan'],
      ['Area SEND inspection: priority action plan', 'priority-action-plan'],
      ['Response to the area SEND inspection', null],
      ['Preparing for an area SEND inspection', null],
      ['Minutes of the SEND strategy board', null],
      ['SEND strategy board', null],
      ['SEND sufficiency strategy', null],
      ['SEND transport plan', null],
      ['SEND policy', null],
      ['Area SEND annual engagement meeting: Exampleshire Local Area Partnership', 'engagement-meeting-note'],
      ['Minutes of the parish council', null],
      ['How to send a letter', null],
      ['Inspection of Exampleshire Primary School', null],
    ];
    for (const [title, kind] of titles) assert.equal(kindOfTitle(title), kind, title);
  });

  it('takes the edition by the day of the inspection', () => {
    assert.equal(editionFor('2023-02-06'), '2023-01');
    assert.equal(editionFor('2024-04-04'), '2023-01');
    assert.equal(editionFor('2024-04-05'), '2024-04');
    assert.equal(editionFor('2025-06-06'), '2025-06');
    assert.equal(editionFor('2025-07-06'), '2025-06');
    assert.equal(editionFor('2025-07-07'), '2025-07');
    assert.equal(editionFor('1999-01-01'), '2023-01');
    assert.equal(editionFor(null), '2025-07');
  });
});

describe('local authorities', () => {
  it('are the 153 of England, each found by all its names', () => {
    assert.equal(authoritiesOn('2026-11-26').length, 153);
    for (const authority of LOCAL_AUTHORITIES) {
      for (const name of [authority.name, shortName(authority), ...authority.alsoKnownAs]) {
        const found = findLocalAuthority(name);
        assert.ok(found, name);
        assert.equal(found.name, authority.name, name);
      }
    }
    assert.equal(findLocalAuthority('Exampleshire'), null);
    assert.equal(findLocalAuthority('Bristol')?.name, 'Bristol, City of');
    assert.equal(normaliseAreaName('The City of Bristol'), 'bristol');
  });
});
