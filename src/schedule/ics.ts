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
  return `${calendar.toString().trimEnd()}\r\n`;
}
