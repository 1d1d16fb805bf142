import { z } from 'zod';
import type { Source } from './types.js';

export const POSTCODE_SOURCE: Source = {
  title: 'Royal Mail postcode areas and the statistical regions of England that each reaches into',
  where: 'the shape of a postcode follows British Standard 7666',
  confidence: 'recalled',
};

const EAST = 'East of England';
const EAST_MIDLANDS = 'East Midlands';
const LONDON = 'London';
const NORTH_EAST = 'North East';
const NORTH_WEST = 'North West';
const SOUTH_EAST = 'South East';
const SOUTH_WEST = 'South West';
const WEST_MIDLANDS = 'West Midlands';
const YORKSHIRE = 'Yorkshire and the Humber';

/** Letters with which a postcode begins, and the regions of England in which such postcodes lie. Areas of Wales and Scotland are there where they reach into England. */
export const POSTCODE_AREAS: Readonly<Record<string, readonly string[]>> = {
  AL: [EAST], B: [WEST_MIDLANDS], BA: [SOUTH_WEST], BB: [NORTH_WEST], BD: [YORKSHIRE, NORTH_WEST], BH: [SOUTH_WEST, SOUTH_EAST], BL: [NORTH_WEST], BN: [SOUTH_EAST], BR: [LONDON, SOUTH_EAST], BS: [SOUTH_WEST],
  CA: [NORTH_WEST, NORTH_EAST], CB: [EAST], CH: [NORTH_WEST], CM: [EAST], CO: [EAST], CR: [LONDON, SOUTH_EAST], CT: [SOUTH_EAST], CV: [WEST_MIDLANDS, EAST_MIDLANDS], CW: [NORTH_WEST, WEST_MIDLANDS],
  DA: [LONDON, SOUTH_EAST], DE: [EAST_MIDLANDS, WEST_MIDLANDS], DH: [NORTH_EAST], DL: [NORTH_EAST, YORKSHIRE], DN: [YORKSHIRE, EAST_MIDLANDS], DT: [SOUTH_WEST], DY: [WEST_MIDLANDS],
  E: [LONDON, EAST], EC: [LONDON], EN: [LONDON, EAST], EX: [SOUTH_WEST], FY: [NORTH_WEST], GL: [SOUTH_WEST, WEST_MIDLANDS], GU: [SOUTH_EAST],
  HA: [LONDON, EAST], HD: [YORKSHIRE], HG: [YORKSHIRE], HP: [SOUTH_EAST, EAST], HR: [WEST_MIDLANDS, SOUTH_WEST], HU: [YORKSHIRE], HX: [YORKSHIRE], IG: [LONDON, EAST], IP: [EAST],
  KT: [LONDON, SOUTH_EAST], L: [NORTH_WEST], LA: [NORTH_WEST, YORKSHIRE], LE: [EAST_MIDLANDS, WEST_MIDLANDS], LN: [EAST_MIDLANDS, YORKSHIRE], LS: [YORKSHIRE], LU: [EAST, SOUTH_EAST],
  M: [NORTH_WEST], ME: [SOUTH_EAST], MK: [SOUTH_EAST, EAST, EAST_MIDLANDS], N: [LONDON], NE: [NORTH_EAST], NG: [EAST_MIDLANDS], NN: [EAST_MIDLANDS, SOUTH_EAST], NR: [EAST], NW: [LONDON],
  OL: [NORTH_WEST, YORKSHIRE], OX: [SOUTH_EAST, EAST_MIDLANDS, WEST_MIDLANDS], PE: [EAST, EAST_MIDLANDS], PL: [SOUTH_WEST], PO: [SOUTH_EAST], PR: [NORTH_WEST], RG: [SOUTH_EAST, SOUTH_WEST], RH: [SOUTH_EAST], RM: [LONDON, EAST],
  S: [YORKSHIRE, EAST_MIDLANDS], SE: [LONDON], SG: [EAST], SK: [NORTH_WEST, EAST_MIDLANDS], SL: [SOUTH_EAST], SM: [LONDON, SOUTH_EAST], SN: [SOUTH_WEST, SOUTH_EAST], SO: [SOUTH_EAST], SP: [SOUTH_WEST, SOUTH_EAST], SR: [NORTH_EAST], SS: [EAST],
  ST: [WEST_MIDLANDS, NORTH_WEST, EAST_MIDLANDS], SW: [LONDON], SY: [WEST_MIDLANDS, NORTH_WEST], TA: [SOUTH_WEST], TD: [NORTH_EAST], TF: [WEST_MIDLANDS], TN: [SOUTH_EAST, LONDON], TQ: [SOUTH_WEST], TR: [SOUTH_WEST], TS: [NORTH_EAST, YORKSHIRE], TW: [LONDON, SOUTH_EAST],
  UB: [LONDON, SOUTH_EAST], W: [LONDON], WA: [NORTH_WEST], WC: [LONDON], WD: [EAST, LONDON], WF: [YORKSHIRE], WN: [NORTH_WEST], WR: [WEST_MIDLANDS, SOUTH_WEST], WS: [WEST_MIDLANDS], WV: [WEST_MIDLANDS], YO: [YORKSHIRE, NORTH_EAST],
};

export const postcodeAreasSchema = z.record(z.string().regex(/^[A-Z]{1,2}$/), z.array(z.string()).min(1));

/** Outward part, inward part; the last two letters are never C, I, K, M, O or V. */
const SHAPE = /^([A-Z]{1,2})(\d{1,2}|\d[A-Z]) ?\d[ABD-HJLNP-UW-Z]{2}$/;
/** Only central London has districts that end in a letter, such as SW1A. */
const LETTERED_DISTRICTS: ReadonlySet<string> = new Set(['E', 'EC', 'N', 'NW', 'SE', 'SW', 'W', 'WC']);

export function isPostcode(text: string): boolean {
  const match = SHAPE.exec(text.toUpperCase());
  return match !== null && (!/[A-Z]$/.test(match[2]!) || LETTERED_DISTRICTS.has(match[1]!));
}

/** "M32" of "M32 0EL": the letters say the area. */
export const postcodeArea = (postcode: string): string => /^[A-Z]{1,2}/.exec(postcode.toUpperCase())?.[0] ?? '';

const LOOKALIKES: Readonly<Record<string, string>> = { O: '0', '0': 'O', I: '1', l: '1', '1': 'I', S: '5', '5': 'S', Z: '2', '2': 'Z', B: '8', '8': 'B', G: '6', '6': 'G' };

/** Postcodes that differ from the text by one letter typed for a digit, or one digit for a letter. */
export function likelyPostcodes(text: string): readonly string[] {
  const found: string[] = [];
  for (let index = 0; index < text.length; index++) {
    const other = LOOKALIKES[text[index]!];
    const candidate = other && text.slice(0, index) + other + text.slice(index + 1);
    if (candidate && isPostcode(candidate)) found.push(candidate.toUpperCase());
  }
  return found;
}
