import { z } from './zod.js';
import type { Source } from './types.js';

export const INTEGRATED_CARE_BOARDS_SOURCE: Source = {
  title: 'Integrated care boards in England (NHS England)',
  url: 'https://www.england.nhs.uk/integratedcare/integrated-care-in-your-area/',
  where: 'the 42 boards established on 1 July 2022, without “NHS” and “Integrated Care Board”',
  confidence: 'recalled',
};

/**
 * Names by which a board is told from another that only sounds alike ("North East London" beside "North West London").
 * Not a list to correct names by: the details table of each report says how its partner is called.
 */
export const INTEGRATED_CARE_BOARDS: readonly string[] = [
  'Bath and North East Somerset, Swindon and Wiltshire',
  'Bedfordshire, Luton and Milton Keynes',
  'Birmingham and Solihull',
  'Black Country',
  'Bristol, North Somerset and South Gloucestershire',
  'Buckinghamshire, Oxfordshire and Berkshire West',
  'Cambridgeshire and Peterborough',
  'Cheshire and Merseyside',
  'Cornwall and the Isles of Scilly',
  'Coventry and Warwickshire',
  'Derby and Derbyshire',
  'Devon',
  'Dorset',
  'Frimley',
  'Gloucestershire',
  'Greater Manchester',
  'Hampshire and Isle of Wight',
  'Herefordshire and Worcestershire',
  'Hertfordshire and West Essex',
  'Humber and North Yorkshire',
  'Kent and Medway',
  'Lancashire and South Cumbria',
  'Leicester, Leicestershire and Rutland',
  'Lincolnshire',
  'Mid and South Essex',
  'Norfolk and Waveney',
  'North Central London',
  'North East and North Cumbria',
  'North East London',
  'North West London',
  'Northamptonshire',
  'Nottingham and Nottinghamshire',
  'Shropshire, Telford and Wrekin',
  'Somerset',
  'South East London',
  'South West London',
  'South Yorkshire',
  'Staffordshire and Stoke-on-Trent',
  'Suffolk and North East Essex',
  'Surrey Heartlands',
  'Sussex',
  'West Yorkshire',
];

export const integratedCareBoardsSchema = z.array(z.string().regex(/^\p{Lu}[\p{L}, -]+$/u)).length(42);
