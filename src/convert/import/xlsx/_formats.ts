import type { IsoDate } from '../../../framework/types.js';
import { childOf, childrenOf, type XmlElement } from '../xml.js';

const MONTHS = 'January February March April May June July August September October November December'.split(' ');
/** Formats that every program knows by their number alone. */
const BUILT_IN_DATES = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 34, 35, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58]);
const BUILT_IN_TIMES = new Set([18, 19, 20, 21, 32, 33, 45, 46, 47]);
const BUILT_IN_PERCENT = new Map([
  [9, 0],
  [10, 2],
]);

/** Day 1 of Excel is 1 January 1900, or 2 January 1904; counted from the days before. */
const EPOCH = Date.UTC(1899, 11, 30);
const EPOCH_1904 = Date.UTC(1904, 0, 1);
const DAY = 86_400_000;
/** Years after this are numbers that somebody formatted as a day. */
const LAST_DAY = 2_958_465;

type Kind =
  | { readonly kind: 'number' | 'day' | 'time' | 'month' }
  | { readonly kind: 'percent'; readonly digits: number }
  | { readonly kind: 'money'; readonly sign: string; readonly digits: number };

/** What a format is for, from its first part, without words in quotation marks, colours and conditions. */
function kindOf(code: string): Kind {
  const plain = code
    .split(';')[0]!
    .replace(/"[^"]{0,100}"|\\.|_./g, '')
    .replace(/\[\$([^\]-]{0,9})[^\]]{0,20}\]/g, '$1')
    .replace(/\[[^\]]{0,40}\]/g, '');
  const digits = /\.(0+)/.exec(plain)?.[1]?.length ?? 0;
  if (plain.includes('%')) return { kind: 'percent', digits };
  const sign = /[£€$]/.exec(plain)?.[0];
  if (sign && /[0#]/.test(plain)) return { kind: 'money', sign, digits };
  const letters = plain.replace(/general/i, '');
  if (/d/i.test(letters) && /[my]/i.test(letters)) return { kind: 'day' };
  if (/y/i.test(letters)) return { kind: /m/i.test(letters) ? 'month' : 'number' };
  if (/m{3,}/i.test(letters)) return { kind: 'month' };
  if (/h|s|am\/pm/i.test(letters)) return { kind: 'time' };
  return { kind: 'number' };
}

const grouped = (number: number, digits: number): string =>
  number.toLocaleString('en-GB', { minimumFractionDigits: digits, maximumFractionDigits: digits });

/** Shows the values of cells as their formats ask, with days in words: “31 March 2027”. */
export class Formats {
  private readonly kinds: readonly Kind[];

  constructor(
    styles: XmlElement | undefined,
    private readonly from1904: boolean,
  ) {
    const codes = new Map(
      childrenOf(childOf(styles, 'x:numFmts'), 'x:numFmt').map(({ attributes }) => [
        Number(attributes['numFmtId']),
        attributes['formatCode'] ?? '',
      ]),
    );
    this.kinds = childrenOf(childOf(styles, 'x:cellXfs'), 'x:xf').map(({ attributes }): Kind => {
      const id = Number(attributes['numFmtId'] ?? 0);
      const code = codes.get(id);
      if (code !== undefined) return kindOf(code);
      if (id === 17) return { kind: 'month' };
      if (BUILT_IN_DATES.has(id)) return { kind: 'day' };
      if (BUILT_IN_TIMES.has(id)) return { kind: 'time' };
      const digits = BUILT_IN_PERCENT.get(id);
      return digits === undefined ? { kind: 'number' } : { kind: 'percent', digits };
    });
  }

  private day(serial: number, withDay: boolean): string | null {
    if (serial < 1 || serial > LAST_DAY) return null;
    const date = new Date((this.from1904 ? EPOCH_1904 : EPOCH) + Math.floor(serial) * DAY);
    const month = `${MONTHS[date.getUTCMonth()]} ${date.getUTCFullYear()}`;
    return withDay ? `${date.getUTCDate()} ${month}` : month;
  }

  /** A day that is written as 2027-03-31; null where it is none. */
  isoDay(text: string): string | null {
    const found = /^(\d{4})-(\d{2})-(\d{2})/.exec(text);
    const month = found && MONTHS[Number(found[2]) - 1];
    return month ? `${Number(found[3])} ${month} ${found[1]}` : null;
  }

  /** The day of a number whose format shows one; null for every other. */
  dayOf(raw: string, style: number): IsoDate | null {
    const serial = Number(raw);
    if (this.kinds[style]?.kind !== 'day' || !(serial >= 1 && serial <= LAST_DAY)) return null;
    return this.isoOf(serial);
  }

  /** The day that a whole number without a format would be, in this century; null where it is none. */
  bareDayOf(raw: string, style: number): IsoDate | null {
    const serial = Number(raw);
    if ((this.kinds[style]?.kind ?? 'number') !== 'number' || !Number.isInteger(serial) || !(serial >= 1 && serial <= LAST_DAY))
      return null;
    const day = this.isoOf(serial);
    return day.startsWith('20') ? day : null;
  }

  private isoOf(serial: number): IsoDate {
    return new Date((this.from1904 ? EPOCH_1904 : EPOCH) + Math.floor(serial) * DAY).toISOString().slice(0, 10);
  }

  shown(raw: string, style: number): string {
    const number = Number(raw);
    if (!Number.isFinite(number)) return raw;
    const kind = this.kinds[style] ?? { kind: 'number' };
    switch (kind.kind) {
      case 'day':
      case 'month':
        return this.day(number, kind.kind === 'day') ?? String(number);
      case 'time': {
        const minutes = Math.round((number % 1) * 1440);
        return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
      }
      case 'percent':
        return `${(number * 100).toFixed(kind.digits)}%`;
      case 'money':
        return `${number < 0 ? '-' : ''}${kind.sign}${grouped(Math.abs(number), kind.digits)}`;
      default:
        // Fractions that binary numbers cannot hold end in long rows of nines.
        return String(Number(number.toPrecision(12)));
    }
  }
}
