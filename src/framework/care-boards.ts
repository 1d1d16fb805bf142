import { z } from './zod.js';
import { cite, SOURCES } from './sources.js';
import type { IsoDate, Source } from './types.js';

/*
 * The integrated care boards of England, with the days on which each exists and the council areas that it covers.
 * 42 were established on 1 July 2022; 12 of them ended on 31 March 2026, and 36 remain.
 */

export const CARE_BOARDS_SOURCE: Source = cite(
  SOURCES.careBoards,
  'boards of 1 July 2022 and of 1 April 2026; parts of counties as the boundary review of 22 July 2021 and the statement of 9 September 2025 have them',
);

/** A council area, or a part of it, that a board covers. */
export interface CoveredArea {
  /** Name of the local authority in `local-authorities.json`. */
  readonly area: string;
  /** Which part, in words; left out where the board covers the whole area. */
  readonly part?: string;
  /** First and last day, where they differ from the board’s and the council’s own. */
  readonly from?: IsoDate;
  readonly to?: IsoDate;
}

export interface CareBoard {
  /** What stands between “NHS” and “Integrated Care Board”. */
  readonly core: string;
  /** Other forms that stand for the core: how the board writes itself, letters that people use. */
  readonly short?: readonly string[];
  readonly ods: string;
  readonly gss: string;
  readonly areas: readonly (string | CoveredArea)[];
  readonly from: IsoDate;
  /** Last day; null while the board goes on. */
  readonly to: IsoDate | null;
  /** Cores of the boards that took over. */
  readonly successors?: readonly string[];
}

const FIRST = '2022-07-01';
const LAST_OF_TWELVE = '2026-03-31';
const SECOND = '2026-04-01';

const lasting = (core: string, ods: string, gss: string, areas: CareBoard['areas'], short: readonly string[] = []): CareBoard => ({
  core,
  short,
  ods,
  gss,
  areas,
  from: FIRST,
  to: null,
});
const ended = (
  core: string,
  ods: string,
  gss: string,
  areas: CareBoard['areas'],
  successors: readonly string[],
  short: readonly string[] = [],
): CareBoard => ({ core, short, ods, gss, areas, from: FIRST, to: LAST_OF_TWELVE, successors });
const founded = (core: string, ods: string, gss: string, areas: CareBoard['areas']): CareBoard => ({
  core,
  ods,
  gss,
  areas,
  from: SECOND,
  to: null,
});
const partOf = (area: string, part: string): CoveredArea => ({ area, part });

export const CARE_BOARDS: readonly CareBoard[] = [
  lasting(
    'Bath and North East Somerset, Swindon and Wiltshire',
    'QOX',
    'E54000040',
    ['Bath and North East Somerset', 'Swindon', 'Wiltshire', partOf('Oxfordshire', 'Shrivenham')],
    ['BSW'],
  ),
  ended(
    'Bedfordshire, Luton and Milton Keynes',
    'QHG',
    'E54000024',
    ['Bedford Borough', 'Central Bedfordshire', 'Luton', 'Milton Keynes'],
    ['Central East'],
    ['BLMK'],
  ),
  lasting('Birmingham and Solihull', 'QHL', 'E54000055', ['Birmingham', 'Solihull'], ['BSol']),
  lasting('Black Country', 'QUA', 'E54000062', ['Dudley', 'Sandwell', 'Walsall', 'Wolverhampton'], ['the Black Country']),
  lasting(
    'Bristol, North Somerset and South Gloucestershire',
    'QUY',
    'E54000039',
    ['Bristol, City of', 'North Somerset', 'South Gloucestershire'],
    ['BNSSG'],
  ),
  ended(
    'Buckinghamshire, Oxfordshire and Berkshire West',
    'QU9',
    'E54000044',
    ['Buckinghamshire', partOf('Oxfordshire', 'all but Shrivenham'), 'Reading', 'West Berkshire', 'Wokingham'],
    ['Thames Valley'],
    ['BOB'],
  ),
  ended(
    'Cambridgeshire and Peterborough',
    'QUE',
    'E54000056',
    ['Cambridgeshire', 'Peterborough', partOf('Hertfordshire', 'Royston')],
    ['Central East'],
    ['C&P'],
  ),
  founded('Central East', 'S1Y5D', 'E54000065', [
    'Bedford Borough',
    'Cambridgeshire',
    'Central Bedfordshire',
    'Hertfordshire',
    'Luton',
    'Milton Keynes',
    'Peterborough',
  ]),
  lasting('Cheshire and Merseyside', 'QYG', 'E54000008', [
    'Cheshire East',
    'Cheshire West and Chester',
    'Halton',
    'Knowsley',
    'Liverpool',
    'Sefton',
    'St. Helens',
    'Warrington',
    'Wirral',
  ]),
  lasting(
    'Cornwall and the Isles of Scilly',
    'QT6',
    'E54000036',
    ['Cornwall', 'Isles of Scilly'],
    ['Cornwall and Isles of Scilly', 'Cornwall and IoS'],
  ),
  lasting('Coventry and Warwickshire', 'QWU', 'E54000018', ['Coventry', 'Warwickshire']),
  lasting('Derby and Derbyshire', 'QJ2', 'E54000058', ['Derby', 'Derbyshire']),
  lasting('Devon', 'QJK', 'E54000037', ['Devon', 'Plymouth', 'Torbay']),
  lasting('Dorset', 'QVV', 'E54000041', ['Bournemouth, Christchurch and Poole', 'Dorset']),
  founded('Essex', 'D7T5G', 'E54000066', ['Essex', 'Southend-on-Sea', 'Thurrock']),
  ended(
    'Frimley',
    'QNQ',
    'E54000034',
    [
      'Bracknell Forest',
      'Slough',
      'Windsor and Maidenhead',
      partOf('Hampshire', 'north east Hampshire'),
      partOf('Surrey', 'Surrey Heath, Farnham and places near them'),
    ],
    ['Thames Valley', 'Surrey and Sussex', 'Hampshire and Isle of Wight'],
  ),
  lasting('Gloucestershire', 'QR1', 'E54000043', ['Gloucestershire']),
  lasting('Greater Manchester', 'QOP', 'E54000057', [
    'Bolton',
    'Bury',
    'Manchester',
    'Oldham',
    'Rochdale',
    'Salford',
    'Stockport',
    'Tameside',
    'Trafford',
    'Wigan',
  ]),
  lasting(
    'Hampshire and Isle of Wight',
    'QRL',
    'E54000067',
    [
      { area: 'Hampshire', part: 'all but north east Hampshire', to: LAST_OF_TWELVE },
      { area: 'Hampshire', from: SECOND },
      'Isle of Wight',
      'Portsmouth',
      'Southampton',
    ],
    ['Hampshire and the Isle of Wight', 'HIOW'],
  ),
  lasting('Herefordshire and Worcestershire', 'QGH', 'E54000019', ['Herefordshire', 'Worcestershire']),
  ended(
    'Hertfordshire and West Essex',
    'QM7',
    'E54000025',
    [partOf('Hertfordshire', 'all but Royston'), partOf('Essex', 'west Essex')],
    ['Central East', 'Essex'],
    ['HWE'],
  ),
  lasting('Humber and North Yorkshire', 'QOQ', 'E54000051', [
    'East Riding of Yorkshire',
    'Kingston upon Hull, City of',
    'North East Lincolnshire',
    'North Lincolnshire',
    partOf('North Yorkshire', 'all but Craven'),
    'York',
  ]),
  lasting('Kent and Medway', 'QKS', 'E54000032', ['Kent', 'Medway']),
  lasting('Lancashire and South Cumbria', 'QE1', 'E54000048', [
    'Blackburn with Darwen',
    'Blackpool',
    'Lancashire',
    partOf('Cumbria', 'south Cumbria'),
    partOf('Cumberland', 'Millom'),
    partOf('Westmorland and Furness', 'all but Eden'),
    partOf('North Yorkshire', 'Bentham, in Craven'),
  ]),
  lasting('Leicester, Leicestershire and Rutland', 'QK1', 'E54000015', ['Leicester', 'Leicestershire', 'Rutland'], ['LLR']),
  lasting('Lincolnshire', 'QJM', 'E54000013', ['Lincolnshire']),
  ended(
    'Mid and South Essex',
    'QH8',
    'E54000026',
    [partOf('Essex', 'mid and south Essex'), 'Southend-on-Sea', 'Thurrock'],
    ['Essex'],
    ['MSE'],
  ),
  ended('Norfolk and Waveney', 'QMM', 'E54000022', ['Norfolk', partOf('Suffolk', 'Waveney')], ['Norfolk and Suffolk']),
  founded('Norfolk and Suffolk', 'T6Y0W', 'E54000068', ['Norfolk', 'Suffolk']),
  ended(
    'North Central London',
    'QMJ',
    'E54000028',
    ['Barnet', 'Camden', 'Enfield', 'Haringey', 'Islington'],
    ['West and North London'],
    ['NCL'],
  ),
  lasting(
    'North East and North Cumbria',
    'QHM',
    'E54000050',
    [
      'Darlington',
      'Durham',
      'Gateshead',
      'Hartlepool',
      'Middlesbrough',
      'Newcastle upon Tyne',
      'North Tyneside',
      'Northumberland',
      'Redcar and Cleveland',
      'South Tyneside',
      'Stockton-on-Tees',
      'Sunderland',
      partOf('Cumbria', 'north Cumbria'),
      partOf('Cumberland', 'all but Millom'),
      partOf('Westmorland and Furness', 'Eden'),
    ],
    ['NENC'],
  ),
  lasting(
    'North East London',
    'QMF',
    'E54000029',
    ['Barking and Dagenham', 'City of London', 'Hackney', 'Havering', 'Newham', 'Redbridge', 'Tower Hamlets', 'Waltham Forest'],
    ['NEL'],
  ),
  ended(
    'North West London',
    'QRV',
    'E54000027',
    ['Brent', 'Ealing', 'Hammersmith and Fulham', 'Harrow', 'Hillingdon', 'Hounslow', 'Kensington and Chelsea', 'Westminster'],
    ['West and North London'],
    ['NWL'],
  ),
  lasting('Northamptonshire', 'QPM', 'E54000059', ['North Northamptonshire', 'West Northamptonshire']),
  lasting('Nottingham and Nottinghamshire', 'QT1', 'E54000060', ['Nottingham', 'Nottinghamshire']),
  lasting('Shropshire, Telford and Wrekin', 'QOC', 'E54000011', ['Shropshire', 'Telford and Wrekin'], ['STW']),
  lasting('Somerset', 'QSL', 'E54000038', ['Somerset']),
  lasting('South East London', 'QKK', 'E54000030', ['Bexley', 'Bromley', 'Greenwich', 'Lambeth', 'Lewisham', 'Southwark'], ['SEL']),
  lasting(
    'South West London',
    'QWE',
    'E54000031',
    ['Croydon', 'Kingston upon Thames', 'Merton', 'Richmond upon Thames', 'Sutton', 'Wandsworth'],
    ['SWL'],
  ),
  lasting('South Yorkshire', 'QF7', 'E54000061', ['Barnsley', 'Doncaster', 'Rotherham', 'Sheffield']),
  lasting('Staffordshire and Stoke-on-Trent', 'QNC', 'E54000010', ['Staffordshire', 'Stoke-on-Trent'], ['SSOT']),
  ended(
    'Suffolk and North East Essex',
    'QJG',
    'E54000023',
    [partOf('Suffolk', 'all but Waveney'), partOf('Essex', 'north east Essex')],
    ['Norfolk and Suffolk', 'Essex'],
    ['SNEE'],
  ),
  founded('Surrey and Sussex', 'S9B9J', 'E54000069', [
    'Brighton and Hove',
    'East Surrey',
    'East Sussex',
    'Surrey',
    'West Surrey',
    'West Sussex',
  ]),
  ended(
    'Surrey Heartlands',
    'QXU',
    'E54000052',
    [partOf('Surrey', 'all but Surrey Heath, Farnham and places near them')],
    ['Surrey and Sussex'],
  ),
  ended('Sussex', 'QNX', 'E54000064', ['Brighton and Hove', 'East Sussex', 'West Sussex'], ['Surrey and Sussex']),
  founded('Thames Valley', 'S0E4D', 'E54000070', [
    'Bracknell Forest',
    'Buckinghamshire',
    partOf('Oxfordshire', 'all but Shrivenham'),
    'Reading',
    'Slough',
    'West Berkshire',
    'Windsor and Maidenhead',
    'Wokingham',
  ]),
  founded('West and North London', 'Z9B2Z', 'E54000071', [
    'Barnet',
    'Brent',
    'Camden',
    'Ealing',
    'Enfield',
    'Hammersmith and Fulham',
    'Haringey',
    'Harrow',
    'Hillingdon',
    'Hounslow',
    'Islington',
    'Kensington and Chelsea',
    'Westminster',
  ]),
  lasting('West Yorkshire', 'QWO', 'E54000054', [
    'Bradford',
    'Calderdale',
    'Kirklees',
    'Leeds',
    'Wakefield',
    partOf('North Yorkshire', 'most of Craven'),
  ]),
];

const coveredAreaSchema = z.strictObject({
  area: z.string().min(3),
  part: z.string().min(3).optional(),
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
});

export const careBoardSchema = z.strictObject({
  core: z.string().regex(/^\p{Lu}[\p{L}, -]+$/u),
  short: z.array(z.string().min(2)).optional(),
  ods: z.string().regex(/^[A-Z0-9]{3,5}$/),
  gss: z.string().regex(/^E54\d{6}$/),
  areas: z.array(z.union([z.string().min(3), coveredAreaSchema])).min(1),
  from: z.iso.date(),
  to: z.iso.date().nullable(),
  successors: z.array(z.string()).optional(),
});
