import { z } from './zod.js';
import type { Source } from './types.js';

export const sourceSchema = z.strictObject({
  title: z.string().min(3),
  url: z.url().optional(),
  where: z.string().optional(),
  confidence: z.enum(['primary', 'secondary', 'inferred', 'recalled']),
});

const HANDBOOK_URL =
  'https://www.gov.uk/government/publications/area-send-framework-and-handbook/area-send-inspections-framework-and-handbook';

/** The documents that the product rests on. Cite these; add `where` for the passage. */
export const SOURCES = {
  handbook: {
    title: 'Area SEND inspections: framework and handbook (Ofsted and CQC)',
    url: HANDBOOK_URL,
    where: 'in use since January 2023, revised to 7 July 2025',
    confidence: 'primary',
  },
  publishedReports: {
    title: 'Published area SEND inspection reports (Ofsted and CQC, Crown copyright, Open Government Licence v3.0)',
    url: 'https://reports.ofsted.gov.uk/',
    where: '56 full inspection reports, February 2023 to January 2026',
    confidence: 'primary',
  },
  regulations2015: {
    title: 'The Children Act 2004 (Joint Area Reviews) Regulations 2015, SI 2015/1792',
    url: 'https://www.legislation.gov.uk/uksi/2015/1792',
    confidence: 'primary',
  },
  childrenAct2004: {
    title: 'Children Act 2004, section 20',
    url: 'https://www.legislation.gov.uk/ukpga/2004/31/section/20',
    confidence: 'primary',
  },
  supportAndChallenge: {
    title: 'Area SEND inspections: support and challenge following inspection (Department for Education and NHS England)',
    where: '16 May 2023',
    confidence: 'primary',
  },
  accessibility: {
    title: 'Public Sector Bodies (Websites and Mobile Applications) Accessibility Regulations 2018, which ask for WCAG 2.2 level AA',
    url: 'https://www.legislation.gov.uk/uksi/2018/952',
    confidence: 'recalled',
  },
  wcag: { title: 'Web Content Accessibility Guidelines (WCAG) 2.2', url: 'https://www.w3.org/TR/WCAG22/', confidence: 'primary' },
  govukStyle: { title: 'GOV.UK style guide', url: 'https://www.gov.uk/guidance/style-guide/a-to-z-of-gov-uk-style', confidence: 'primary' },
  inclusiveLanguage: {
    title: 'Inclusive language: words to use and avoid when writing about disability (GOV.UK)',
    url: 'https://www.gov.uk/government/publications/inclusive-communication/inclusive-language-words-to-use-and-avoid-when-writing-about-disability',
    confidence: 'primary',
  },
  codeOfPractice: {
    title: 'SEND code of practice: 0 to 25 years (Department for Education and Department of Health)',
    url: 'https://www.gov.uk/government/publications/send-code-of-practice-0-to-25',
    confidence: 'primary',
  },
  sendRegulations2014: {
    title: 'The Special Educational Needs and Disability Regulations 2014, SI 2014/1530',
    url: 'https://www.legislation.gov.uk/uksi/2014/1530',
    confidence: 'recalled',
  },
  careBoards: {
    title:
      'Integrated care boards: names, codes and areas (NHS England, Office for National Statistics, Department of Health and Social Care)',
    url: 'https://www.gov.uk/government/publications/integrated-care-systems-boundaries-review-decision-summary',
    confidence: 'secondary',
  },
  localAuthorities: {
    title: 'Local authorities of England: codes of the Office for National Statistics and the Department for Education',
    confidence: 'primary',
  },
  dataProtection: {
    title: 'UK General Data Protection Regulation and Data Protection Act 2018',
    url: 'https://www.legislation.gov.uk/ukpga/2018/12',
    confidence: 'primary',
  },
  product: { title: 'Area SEND Drafting, how documents and checks work together', confidence: 'primary' },
} as const satisfies Record<string, Source>;

/** A source with the passage named. */
export const cite = (source: Source, where: string): Source => ({ ...source, where });
