import {
  ICalAlarmType,
  ICalCalendarMethod,
  ICalEventBusyStatus,
  ICalEventStatus,
  ICalEventTransparency,
  default as ical,
} from 'ical-generator';
import { dayNumber, formatDate } from '../framework/days.js';
import type { IsoDate } from '../framework/types.js';
import type { Deadline } from './deadlines.js';
import { oneLine } from '../text/words.js';

const midnight = (date: IsoDate): Date => new Date(dayNumber(date) * 86_400_000);

function description(deadline: Deadline): string {
  const lines = [
    deadline.status === 'done' ? 'Done.' : '',
    deadline.approximate ? 'This date is approximate.' : '',
    deadline.window ? `Between about ${formatDate(deadline.window.from)} and ${formatDate(deadline.window.to)}.` : '',
    deadline.reckoning,
    deadline.basis,
    `Owner: ${deadline.owner}`,
  ];
  return lines
    .filter((line) => line !== '')
    .map((line) => oneLine(line, 2000))
    .join('\n');
}

/** Octets of a line without its break: RFC 5545, section 3.1, allows one more. */
const MOST_OCTETS = 74;

const octetsOf = (code: number): number => (code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4);

/** Folds lines as the library’s `foldLines` does, which encodes each character by itself and takes ten times as long. */
export function folded(text: string): string {
  const pieces: string[] = [];
  for (const line of text.split('\r\n')) {
    let from = 0;
    let octets = 0;
    for (let at = 0; line.length > MOST_OCTETS / 3 && at < line.length; at++) {
      const code = line.codePointAt(at)!;
      octets += octetsOf(code);
      if (octets > MOST_OCTETS) {
        pieces.push(line.slice(from, at), '\r\n ');
        from = at;
        octets = octetsOf(code);
      }
      if (code > 0xffff) at++;
    }
    pieces.push(line.slice(from), '\r\n');
  }
  return pieces.slice(0, -1).join('');
}

/**
 * An iCalendar file (RFC 5545): one all-day event a deadline. The UID stays when the date moves and DTSTAMP comes from `today`, so importing a newer
 * file moves and marks the entries that are there, and importing the same file twice adds nothing.
 */
export function calendarFile(
  deadlines: readonly Deadline[],
  {
    today,
    name = 'Area SEND deadlines',
    remind = [],
  }: {
    readonly today: IsoDate;
    readonly name?: string;
    /** Days before an open deadline on which a calendar reminds of it. */
    readonly remind?: readonly number[] | ((deadline: Deadline) => readonly number[]);
  },
): string {
  const calendar = ical({
    name: oneLine(name, 140),
    prodId: { company: 'area-send-drafting', product: 'Area SEND Drafting', language: 'EN' },
    method: ICalCalendarMethod.PUBLISH,
  });
  const stamp = midnight(today);
  for (const deadline of deadlines) {
    const area = deadline.localArea === null ? '' : `${deadline.localArea}: `;
    const event = calendar.createEvent({
      id: deadline.uid,
      stamp,
      // A file of a later day replaces what an earlier one brought.
      sequence: Math.max(0, dayNumber(today) - dayNumber('2020-01-01')),
      lastModified: stamp,
      start: midnight(deadline.due),
      allDay: true,
      summary: oneLine(
        `${area}${deadline.title}${deadline.status === 'done' ? ' (done)' : deadline.approximate ? ' (approximate)' : ''}`,
        200,
      ),
      description: description(deadline),
      status: deadline.approximate ? ICalEventStatus.TENTATIVE : ICalEventStatus.CONFIRMED,
      // A deadline takes nobody's time.
      transparency: ICalEventTransparency.TRANSPARENT,
      busystatus: ICalEventBusyStatus.FREE,
      ...(deadline.url === null ? {} : { url: deadline.url }),
    });
    if (deadline.status === 'done') continue;
    for (const days of [...new Set(typeof remind === 'function' ? remind(deadline) : remind)].sort((a, b) => b - a))
      event.createAlarm({ type: ICalAlarmType.display, trigger: days * 86_400, description: oneLine(`${area}${deadline.title}`, 200) });
  }
  // The calendar around the events as the library writes it, and the events in it.
  const events = calendar.events().map(String).join('');
  calendar.clear();
  const around = calendar.toString();
  const end = around.lastIndexOf('END:VCALENDAR');
  return `${around.slice(0, end)}${folded(events)}${around.slice(end).trimEnd()}\r\n`;
}
