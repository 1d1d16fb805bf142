/*
 * How plans say what they will do. Two plans call one deed by different words, and wrap it into words that tell nothing of what it is.
 * English, not the framework: without a source.
 */

/** What plans do, each with the verbs and set phrases for it. A verb stands in its base form; the other forms are found by their stem. */
export const DEEDS = {
  hire: ['appoint', 'employ', 'hire', 'recruit', 'take on', 'in post', 'into post'],
  make: [
    ...['build', 'co-design', 'co-produce', 'create', 'design', 'develop', 'draft', 'establish', 'form', 'found', 'implement', 'introduce'],
    ...['issue', 'launch', 'open', 'pilot', 'produce', 'publish', 'share', 'start', 'write'],
    ...['in place', 'put in place', 'put in', 'roll out', 'set up'],
  ],
  review: ['analyse', 'audit', 'check', 'evaluate', 'monitor', 'review', 'look at', 'look into'],
  train: ['coach', 'teach', 'train', 'upskill'],
  reduce: ['cut', 'decrease', 'fall', 'fewer', 'halve', 'lower', 'reduce', 'shorten', 'bring down', 'go down'],
  raise: ['add', 'additional', 'double', 'expand', 'extend', 'extra', 'grow', 'increase', 'more', 'raise', 'rise', 'go up'],
  improve: ['enhance', 'improve', 'refresh', 'relaunch', 'renew', 'revise', 'strengthen', 'update'],
  meet: ['convene', 'hold', 'meet', 'meeting'],
  finish: ['clear', 'close', 'complete', 'finalise', 'finish'],
  buy: ['buy', 'commission', 'fund', 'procure', 'purchase'],
  agree: ['agree', 'approve', 'sign', 'sign off'],
  move: ['move', 'transfer', 'transition'],
} as const satisfies Readonly<Record<string, readonly string[]>>;
export type Deed = keyof typeof DEEDS;

/** Words that any plan has in most of its actions: they tell little of which action it is. */
export const EVERYDAY_WORDS: readonly string[] = [
  ...[
    'action',
    'area',
    'carer',
    'child',
    'children',
    'county',
    'disability',
    'education',
    'educational',
    'family',
    'health',
    'improvement',
  ],
  ...['local', 'need', 'new', 'offer', 'parent', 'parental', 'partner', 'partnership', 'people', 'person', 'plan', 'programme', 'provide'],
  ...[
    'provision',
    'pupil',
    'quality',
    'school',
    'send',
    'service',
    'setting',
    'special',
    'staff',
    'support',
    'system',
    'team',
    'work',
    'young',
  ],
  ...['care', 'council', 'current', 'deliver', 'ensure', 'help', 'joint', 'jointly', 'use', 'sure', 'part', 'carry', 'social'],
];

/** Words that join others. */
export const SMALL_WORDS: readonly string[] = [
  ...['a', 'about', 'across', 'after', 'all', 'also', 'an', 'and', 'any', 'are', 'as', 'at', 'be', 'been', 'before', 'being', 'between'],
  ...['both', 'but', 'by', 'can', 'could', 'do', 'does', 'each', 'end', 'every', 'for', 'from', 'given', 'had', 'has', 'have', 'how', 'if'],
  ...['in', 'into', 'is', 'it', 'its', 'like', 'may', 'might', 'no', 'not', 'of', 'off', 'on', 'onto', 'or', 'our', 'out', 'over', 'own'],
  ...['shall', 'should', 'so', 'such', 'than', 'that', 'the', 'their', 'them', 'then', 'there', 'these', 'they', 'this', 'those'],
  ...['through', 'throughout', 'to', 'under', 'until', 'up', 'upon', 'us', 'via', 'was', 'we', 'well', 'were', 'what', 'when', 'where'],
  ...['which', 'while', 'who', 'whose', 'will', 'with', 'within', 'without', 'would', 'you', 'your'],
];
