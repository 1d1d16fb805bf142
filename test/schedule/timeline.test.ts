import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { deadlinesFor, timelinePage, timelineRows, TIMELINE_CSS, type Cycle } from '../../src/schedule/index.js';
import { cyclesOf, priorityPlan, report, strategicPlan, TODAY } from './_cycle.js';

const VOID = new Set(['meta', 'br', 'link', 'img', 'input']);

/** Checks that every element is closed in order, and gives the elements with their attributes. */
function elementsOf(html: string): { readonly name: string; readonly attributes: Readonly<Record<string, string>> }[] {
  const elements: { name: string; attributes: Record<string, string> }[] = [];
  const open: string[] = [];
  const markup = html
    .replace(/<!DOCTYPE html>/, '')
    .replace(/<style[^>]*>[^<]*<\/style>/, '<style></style>')
    .replace(/(<script[^>]*>)[^<]*<\/script>/, '$1</script>');
  for (const match of markup.matchAll(/<(\/?)([a-z][a-z0-9]*)((?: [^<>]*)?)>|([<>])/g)) {
    const [, closing, name, inside, stray] = match;
    const selfClosing = inside?.endsWith('/');
    const attributes = inside?.replace(/\/$/, '');
    assert.equal(stray, undefined, `stray ${stray ?? ''} at ${markup.slice(Math.max(0, match.index - 60), match.index + 20)}`);
    assert.equal(attributes!.replace(/ [a-zA-Z-:]+="[^"]*"/g, '').trim(), '', 'attributes in quotation marks');
    if (closing) assert.equal(open.pop(), name, `</${name!}>`);
    else {
      elements.push({
        name: name!,
        attributes: Object.fromEntries([...attributes!.matchAll(/ ([a-zA-Z-:]+)="([^"]*)"/g)].map(([, key, value]) => [key!, value!])),
      });
      if (!selfClosing && !VOID.has(name!)) open.push(name!);
    }
  }
  assert.deepEqual(open, []);
  return elements;
}

const RECEIVED = 'report: { received: 2026-03-12, published: 2026-03-26 }';
const TABLE =
  '## Our actions\n\n| Action | Lead | Due date | Status |\n| --- | --- | --- | --- |\n| Train staff. | Head of Early Help | 1 March 2027 | On track |\n| Open a team. | Head of Early Help | 1 October 2026 | On track |\n';

const full: readonly Cycle[] = cyclesOf({
  'report.md': report(3, RECEIVED),
  'plan.md': priorityPlan(
    'inspection: { start: 2026-01-19, end: 2026-01-23 }\nplan: { submitted: 2026-05-06, approved: 2026-06-10, published: 2026-06-12 }',
    TABLE,
  ),
  'kestrelshire.md': report(1, '', { area: 'Kestrelshire' }),
});

describe('the timeline', () => {
  const page = timelinePage(full, { today: TODAY });
  const elements = elementsOf(page);
  const named = (name: string): typeof elements => elements.filter((element) => element.name === name);

  it('shows the whole cycle in order of time', () => {
    const cycle = full[0]!;
    const rows = timelineRows(cycle, deadlinesFor(cycle, { today: TODAY }), TODAY);
    assert.deepEqual(
      rows.map(({ title, state }) => `${title}: ${state}`),
      [
        'Full inspection: happened',
        'Final report received: happened',
        'Report published: happened',
        'Submit the priority action plan: done',
        'Improvement notice, usual after this outcome: due',
        'Publish the priority action plan: done',
        'Statutory limit for the written statement of proposed action: done',
        'Feedback on the priority action plan: done',
        'Plan: 2 actions: overdue',
        'Progress stocktake: upcoming',
        'Annual engagement meeting: upcoming',
        'Monitoring inspection: upcoming',
        'Next full inspection: upcoming',
      ],
    );
    assert.deepEqual(rows.find(({ id }) => id === 'monitoring-inspection')!.window, { from: '2027-09-12', to: '2028-05-12' });
    assert.deepEqual(
      rows.map(({ from }) => from),
      [...rows.map(({ from }) => from)].sort(),
    );
  });

  it('draws a link a row that leads to its row in the table, and today', () => {
    const ids = new Set(elements.flatMap(({ attributes }) => (attributes.id ? [attributes.id] : [])));
    const links = named('a');
    assert.ok(links.length > 13);
    for (const { attributes } of links) {
      assert.ok(ids.has(attributes.href!.slice(1)), attributes.href);
      assert.ok(attributes['aria-label']!.length > 20);
    }
    assert.match(page, /aria-label="Submit the priority action plan 5 May 2026 · Done on 6 May 2026"/);
    assert.match(page, /aria-label="Monitoring inspection about 12 September 2027 · To come\. Between 12 September 2027 and 12 May 2028"/);
    assert.match(page, />Today, 23 November 2026</);
  });

  it('has ids of its own, a language, a title, one first heading and labelled regions', () => {
    const ids = elements.flatMap(({ attributes }) => (attributes.id ? [attributes.id] : []));
    assert.equal(new Set(ids).size, ids.length);
    assert.equal(named('html')[0]!.attributes.lang, 'en-GB');
    assert.equal(named('title').length > 0, true);
    assert.equal(named('main').length, 1);
    assert.equal(named('h1').length, 1);
    assert.equal(named('h2').length, full.length);
    for (const { attributes } of named('section')) assert.ok(ids.includes(attributes['aria-labelledby']!));
    for (const svg of named('svg'))
      assert.ok(svg.attributes['aria-hidden'] === 'true' || (svg.attributes.role === 'group' && svg.attributes['aria-label']));
    for (const { attributes } of elements)
      if (attributes.tabindex === '0') assert.ok(attributes.role === 'region' && attributes['aria-label']);
  });

  it('tells everything in a table as well', () => {
    assert.equal(named('table').length, full.length);
    assert.equal(named('caption').length, full.length);
    for (const { attributes } of named('th')) assert.ok(attributes.scope === 'col' || attributes.scope === 'row');
    for (const words of [
      '35 working days from 12 March 2026',
      'report.md, line 2',
      'Done on 6 May 2026',
      'waiting for the date the final report was received',
    ])
      assert.ok(page.includes(words), words);
  });

  it('runs no script and loads nothing: its style is allowed by its hash', () => {
    const policy = elements.find(({ attributes }) => attributes['http-equiv'] === 'Content-Security-Policy')!.attributes.content!;
    const hash = createHash('sha256')
      .update(/<style>([^]*?)<\/style>/.exec(page)![1]!)
      .digest('base64');
    assert.equal(policy, `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`);
    assert.equal(named('script').length, 0);
    assert.ok(!/url\(|@import/.test(TIMELINE_CSS));
    for (const { name, attributes } of elements) {
      for (const key of Object.keys(attributes)) assert.ok(!/^on|^style$|^src$/.test(key), `${name} ${key}`);
    }
  });

  it('carries the nonce in a webview, where places are buttons', () => {
    const webview = timelinePage(full, { today: TODAY, webview: { nonce: 'abc123', cspSource: 'https://*.vscode-cdn.net' } });
    const inside = elementsOf(webview);
    const policy = inside.find(({ attributes }) => attributes['http-equiv'] === 'Content-Security-Policy')!.attributes.content!;
    assert.equal(
      policy,
      "default-src 'none'; style-src 'nonce-abc123' https://*.vscode-cdn.net; script-src 'nonce-abc123'; base-uri 'none'; form-action 'none'",
    );
    for (const name of ['style', 'script']) assert.ok(webview.includes(`<${name} nonce="abc123">`), name);
    const buttons = inside.filter(({ name }) => name === 'button');
    assert.ok(buttons.some(({ attributes }) => attributes['data-path'] === 'report.md' && attributes['data-line'] === '2'));
    assert.ok(!page.includes('<button'));
  });

  it('escapes what documents say', () => {
    const bad = '</title><script>alert(1)</script><img src=x onerror="alert(1)">&amp;\'';
    const html = timelinePage(
      cyclesOf({
        'a"><b>.md': strategicPlan(
          `localArea: ${JSON.stringify(bad)}\nmilestones:\n  - { title: ${JSON.stringify(bad)}, due: 2026-12-01 }`,
          TABLE,
        ),
      }),
      { today: TODAY, webview: { nonce: 'n', cspSource: "'self'" } },
    );
    const inside = elementsOf(html);
    assert.equal(inside.filter(({ name }) => name === 'script').length, 1);
    assert.equal(inside.filter(({ name }) => name === 'img' || name === 'b').length, 0);
  });

  it('tells states apart by shape and word, not by colour alone', () => {
    const shapes = (state: string): string[] =>
      [...page.matchAll(/<(\w+) class="mark (\w+)/g)].filter((match) => match[2] === state).map((match) => match[1]!);
    assert.ok(
      shapes('done').includes('circle') &&
        shapes('overdue').includes('path') &&
        page.includes('class="bang"') &&
        page.includes('class="tick"'),
    );
    for (const words of ['Took place', 'Overdue', 'Due now', 'To come', 'Span in which it may fall'])
      assert.ok(page.includes(words), words);
  });

  it('keeps every mark inside the picture, whatever the dates', () => {
    for (const today of ['2024-01-01', TODAY, '2029-07-01', '2055-01-01']) {
      for (const svg of timelinePage(full, { today }).match(/<svg [^>]*role="group"[^]*?<\/svg>/g) ?? []) {
        for (const [, x] of svg.matchAll(/<circle [^>]*cx="([^"]+)"/g)) assert.ok(Number(x) >= 0 && Number(x) <= 1000, x);
        assert.ok(!svg.includes('NaN'));
      }
    }
  });

  it('says so when there is nothing to draw', () => {
    assert.match(timelinePage([], { today: TODAY }), /No inspection report, plan or meeting note with dates was found/);
    const undated = cyclesOf({ 'plan.md': strategicPlan('localArea: Exampleshire') });
    assert.match(timelinePage(undated, { today: TODAY }), /No dates yet/);
    elementsOf(timelinePage(undated, { today: TODAY }));
    elementsOf(timelinePage([], { today: TODAY }));
  });

  it('tells what is wrong with the dates', () => {
    const html = timelinePage(cyclesOf({ 'report.md': report(2, 'report: { received: 2206-03-12 }') }), { today: TODAY });
    assert.match(html, /Check these dates.*12 March 2206 is more than 50 years away/s);
    assert.ok(!html.includes('Final report received'));
  });

  it('has the same bytes for the same input', () => {
    assert.equal(timelinePage(full, { today: TODAY }), page);
  });
});
