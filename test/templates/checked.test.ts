import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { posix } from 'node:path';
import { checkText, factsOf, ruleById } from '../../src/check/index.js';
import type { Finding } from '../../src/check/types.js';
import type { SendDocument } from '../../src/document/types.js';
import { DOCUMENT_KINDS } from '../../src/framework/types.js';
import { newDocument } from '../../src/templates/index.js';
import { fill } from './_fill.js';

const TODAY = '2026-11-23';
const root = new URL('../../examples/', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, root), 'utf8');
const list = (folder: string): string[] =>
  readdirSync(new URL(`${folder}/`, root))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `${folder}/${name}`);
const check = (path: string): ReturnType<typeof checkText> => {
  const lookup = (link: string): SendDocument | null => {
    const target = posix.join(posix.dirname(path), link);
    try {
      return checkText(read(target), { today: TODAY, path: target }).document;
    } catch {
      return null;
    }
  };
  return checkText(read(path), { today: TODAY, path, lookup });
};
const brief = (findings: readonly Finding[]): string[] =>
  findings.map((finding) => `${finding.start.line}:${finding.start.column} ${finding.rule} (${finding.severity}): ${finding.message}`);

describe('new documents', () => {
  const options = {
    area: 'Exampleshire',
    localAuthority: 'Exampleshire County Council',
    integratedCareBoard: 'NHS Exampleshire Integrated Care Board',
    today: '2026-04-22',
  };
  for (const kind of DOCUMENT_KINDS) {
    for (const outcome of kind === 'full-inspection-report' || kind === 'strategic-plan' ? ([1, 2, 3] as const) : [undefined]) {
      it(`${kind}${outcome ? ` with outcome ${outcome}` : ''} passes once its gaps are filled`, () => {
        const text = fill(
          newDocument({ kind, ...options, ...(outcome ? { outcome } : {}), inspection: { start: '2026-01-19', end: '2026-01-23' } }),
        );
        const result = checkText(text, { today: '2026-04-22', path: 'new.md' });
        assert.equal(result.kind, kind);
        assert.equal(result.localArea, 'Exampleshire');
        assert.deepEqual(brief(result.findings), []);
      });
    }
    it(`${kind} begun without any fact passes too`, () => {
      const text = fill(newDocument({ kind, outcome: 2 }));
      assert.deepEqual(brief(checkText(text, { today: '2026-04-22', path: 'new.md' }).findings), []);
    });
  }

  it('yields its facts once filled', () => {
    const facts = factsOf(
      checkText(fill(newDocument({ kind: 'full-inspection-report', outcome: 3, ...options })), { today: '2026-04-22', path: 'new.md' })
        .document,
    );
    assert.equal(facts.outcome, 3);
    assert.deepEqual(facts.inspection, { start: '2026-01-19', end: '2026-01-23' });
    assert.equal(facts.areasForPriorityAction.length, 2);
    assert.equal(facts.areasForImprovement.length, 2);
    assert.equal(facts.team.ofsted.length, 3);
    assert.equal(facts.team.cqc.length, 3);
    assert.deepEqual(facts.partners, {
      localAuthority: ['Exampleshire County Council'],
      integratedCareBoards: ['NHS Exampleshire Integrated Care Board'],
    });
  });
});

describe('examples', () => {
  const correct = ['reports', 'plans', 'meetings'].flatMap(list);

  it('show every kind of document and every outcome', () => {
    const results = correct.map((path) => check(path));
    assert.deepEqual([...new Set(results.map((result) => result.kind))].sort(), [...DOCUMENT_KINDS].sort());
    const outcomes = results.filter((result) => result.kind === 'full-inspection-report').map((result) => factsOf(result.document).outcome);
    assert.deepEqual(outcomes.sort(), [1, 2, 3]);
  });

  for (const path of correct) {
    it(`${path} has no finding`, () => assert.deepEqual(brief(check(path).findings), []));
  }

  const sections = read('with-slips/README.md')
    .split(/^## In /m)
    .slice(1);
  it('list the slips of every document that has some', () => {
    assert.deepEqual(
      sections.map((section) => `with-slips/${section.split('\n')[0]}`).sort(),
      list('with-slips')
        .filter((path) => !path.endsWith('README.md'))
        .sort(),
    );
  });

  for (const section of sections) {
    const path = `with-slips/${section.split('\n')[0]}`;
    const slips = [...section.matchAll(/^- `([a-z-]+)`(?:: `(.+)`)? – (.+)$/gm)].map((match) => ({
      rule: match[1]!,
      text: match[2],
      why: match[3]!,
    }));

    it(`${path} has the slips that are listed, and more than 15 of them`, () => {
      assert.ok(slips.length > 15);
      assert.equal(slips.length, section.match(/^- /gm)!.length, 'every item of the list can be read');
      for (const { text } of slips) if (text) assert.ok(read(path).includes(text), text);
    });

    for (const { rule, text, why } of slips) {
      it(`${path}: ${rule} finds “${text ?? why}”`, function () {
        if (!ruleById(rule)) this.skip();
        const source = read(path);
        const found = check(path).findings.filter((finding) => finding.rule === rule);
        assert.ok(found.length > 0, 'no finding of this rule');
        if (!text) return;
        const places: number[] = [];
        for (let at = source.indexOf(text); at >= 0; at = source.indexOf(text, at + 1)) places.push(at);
        const touches = found.some((finding) => places.some((at) => finding.start.offset <= at + text.length && finding.end.offset >= at));
        assert.ok(touches, `found elsewhere:\n${brief(found).join('\n')}`);
      });
    }
  }
});
