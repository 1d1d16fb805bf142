import assert from 'node:assert/strict';
import fc from 'fast-check';
import ICAL from 'ical.js';
import { foldLines } from 'ical-generator';
import { calendarFile, type Deadline } from '../../src/schedule/index.js';
import { folded } from '../../src/schedule/ics.js';
import { priorityPlan, report, scheduleOf, strategicPlan, TODAY } from './_cycle.js';

const deadlinesOf = (documents: Readonly<Record<string, string>>, today = TODAY): readonly Deadline[] =>
  scheduleOf(documents, today).deadlines;

/** Read by an independent parser. */
function read(text: string): { readonly uid: string; readonly event: ICAL.Event; readonly component: ICAL.Component }[] {
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
  assert.equal(calendar.name, 'vcalendar');
  assert.equal(calendar.getFirstPropertyValue('version'), '2.0');
  assert.ok(calendar.getFirstPropertyValue('prodid'));
  return calendar.getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component);
    return { uid: event.uid, event, component };
  });
}

/** A calendar that takes files in as programs do: an event with a known UID is replaced. */
class Diary {
  readonly events = new Map<string, ICAL.Event>();
  take(text: string): void {
    for (const { uid, event } of read(text)) {
      const known = this.events.get(uid);
      if (!known || event.sequence >= known.sequence) this.events.set(uid, event);
    }
  }
}

const REPORT = report(
  3,
  'report: { received: 2026-03-12, published: 2026-03-26 }\nmilestones:\n  - { title: "Cabinet; sign-off, \\"final\\" \\\\ version", due: 2026-12-10 }',
);

describe('the calendar file', () => {
  const deadlines = deadlinesOf({ 'report.md': REPORT });
  const text = calendarFile(deadlines, { today: TODAY });

  it('reminds of what is open on the days that were chosen', () => {
    const alarms = read(calendarFile(deadlines, { today: TODAY, remind: [3, 14, 3] }));
    for (const { component, uid } of alarms) {
      const triggers = component.getAllSubcomponents('valarm').map((alarm) => String(alarm.getFirstPropertyValue('trigger')));
      const done = deadlines.find((deadline) => deadline.uid === uid)!.status === 'done';
      assert.deepEqual(triggers, done ? [] : ['-P14D', '-P3D']);
    }
    assert.doesNotMatch(text, /VALARM/);
  });

  it('folds lines where the library does', () => {
    const lines = fc.array(
      fc.string({ unit: fc.constantFrom('a', ' ', 'é', '–', '😀', '\r\n', 'long words of a line '), maxLength: 120 }),
      { maxLength: 4 },
    );
    fc.assert(fc.property(lines, (parts) => assert.equal(folded(parts.join('\r\n')), foldLines(parts.join('\r\n')))));
    for (const line of text.split('\r\n')) assert.ok(Buffer.byteLength(line) <= 75, line);
  });

  it('has one all-day event a deadline, stamped with today', () => {
    const events = read(text);
    assert.equal(events.length, deadlines.length);
    events.forEach(({ event, component, uid }, index) => {
      const deadline = deadlines[index]!;
      assert.equal(event.startDate.isDate, true);
      assert.equal(event.startDate.toString(), deadline.due);
      assert.equal(uid, deadline.uid);
      assert.equal(String(component.getFirstPropertyValue('dtstamp')), '2026-11-23T00:00:00Z');
      assert.ok(event.summary.startsWith(`Exampleshire: ${deadline.title}`));
      assert.ok(event.description.includes(deadline.reckoning));
      assert.equal(component.getFirstPropertyValue('transp'), 'TRANSPARENT');
      assert.equal(component.getFirstPropertyValue('status'), deadline.approximate ? 'TENTATIVE' : 'CONFIRMED');
    });
  });

  it('escapes what separates values', () => {
    const own = read(text).find(({ uid }) => uid.startsWith('milestone-'))!;
    assert.equal(own.event.summary, 'Exampleshire: Cabinet; sign-off, "final" \\ version');
    assert.ok(text.includes('Cabinet\\; sign-off\\, "final" \\\\ version'));
  });

  it('ends lines with CRLF and folds them at 75 octets without cutting a character', () => {
    const long = deadlinesOf({
      'plan.md': strategicPlan(`milestones:\n  - { title: "${'Überprüfung 👩‍🦽 of “plans” – '.repeat(9)}", due: 2026-12-10 }`),
    });
    for (const file of [text, calendarFile(long, { today: TODAY })]) {
      assert.ok(file.endsWith('END:VCALENDAR\r\n'));
      assert.ok(!/[^\r]\n/.test(file), 'a bare line feed');
      for (const line of file.split('\r\n')) {
        assert.ok(Buffer.byteLength(line) <= 75, line);
        assert.ok(!/[\uD800-\uDFFF]/u.test(line), 'half a character');
      }
    }
    const [event] = read(calendarFile(long, { today: TODAY }));
    assert.equal(event!.event.summary, `Exampleshire: ${long[0]!.title}`);
  });

  it('makes no second copy when it is taken in twice', () => {
    const diary = new Diary();
    diary.take(text);
    const size = diary.events.size;
    assert.equal(size, deadlines.length);
    diary.take(text);
    assert.equal(diary.events.size, size);
  });

  it('moves an event when its date moves, and marks it when it is done', () => {
    const diary = new Diary();
    diary.take(text);
    const size = diary.events.size;
    const moved = REPORT.replace('received: 2026-03-12', 'received: 2026-03-19')
      .replace('due: 2026-12-10', 'due: 2027-01-14')
      .replace('Inspection dates: 19 to 23', 'Inspection dates: 26 to 30')
      .replace('milestones:', 'done: [submit-priority-action-plan]\nmilestones:');
    const later = deadlinesOf({ 'elsewhere/renamed.md': moved }, '2026-12-01');
    diary.take(calendarFile(later, { today: '2026-12-01' }));
    assert.equal(diary.events.size, size);
    for (const { uid, due, status } of later) {
      assert.equal(diary.events.get(uid)!.startDate.toString(), due);
      assert.equal(diary.events.get(uid)!.summary.endsWith('(done)'), status === 'done', uid);
    }
    assert.notDeepEqual(
      later.map(({ due }) => due),
      deadlines.map(({ due }) => due),
    );
  });

  it('tells every deadline of every area and inspection apart', () => {
    const table =
      '## Our actions\n\n| Action | Lead | Due date |\n| --- | --- | --- |\n| Train staff. | Head of Early Help | 1 March 2027 |\n| Train staff. | Head of Early Help | 1 March 2028 |\n| Обучить персонал. | Head of Early Help | 1 March 2028 |\n| 訓練。 | Head of Early Help | 1 March 2028 |\n';
    const all = [
      ...deadlines,
      ...deadlinesOf({ 'report.md': report(3, 'report: { received: 2023-03-12 }', { dates: '6 to 10 February 2023' }) }),
      ...deadlinesOf({ 'report.md': report(3, 'report: { received: 2026-03-12 }', { area: 'Kestrelshire' }) }),
      ...deadlinesOf({
        'plan.md': priorityPlan('milestones: [{ title: Board, due: 2026-12-01 }, { title: Board, due: 2027-01-01 }]', table, 'Thornmere'),
      }),
    ];
    assert.equal(new Set(all.map(({ uid }) => uid)).size, all.length);
    for (const { uid } of all) assert.match(uid, /^[a-z0-9-]+@area-send-drafting$/);
    assert.equal(read(calendarFile(all, { today: TODAY })).length, all.length);
  });

  it('keeps an action’s event when rows are added above it', () => {
    const table = (rows: string): string =>
      `## Our actions\n\n| Action | Lead | Due date |\n| --- | --- | --- |\n${rows}| Train staff. | Head of Early Help | 1 March 2027 |\n`;
    const uidOf = (rows: string): string =>
      deadlinesOf({ 'plan.md': strategicPlan('localArea: Exampleshire', table(rows)) }).find(({ title }) => title === 'Train staff')!.uid;
    assert.equal(uidOf('| Open a team. | Head of Early Help | 1 May 2027 |\n'), uidOf(''));
  });

  it('is the same in every time zone', () => {
    const before = process.env.TZ;
    try {
      for (const zone of ['Pacific/Kiritimati', 'America/Los_Angeles', 'Europe/London', 'UTC']) {
        process.env.TZ = zone;
        assert.equal(calendarFile(deadlines, { today: TODAY }), text, zone);
      }
    } finally {
      if (before === undefined) delete process.env.TZ;
      else process.env.TZ = before;
    }
  });

  it('is well formed without any deadline', () => {
    assert.deepEqual(read(calendarFile([], { today: TODAY })), []);
  });
});
