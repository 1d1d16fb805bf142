import { SOURCES } from './sources.js';
import type { DocumentKind, Source } from './types.js';

/**
 * What a title must at least say to name its kind. Wider than the patterns that recognise a kind by its title:
 * plans carry names of their own.
 */
export const NAMES_KIND: Readonly<Record<DocumentKind, RegExp>> = {
  'full-inspection-report': /\b(?:re-?)?inspection\b/i,
  'monitoring-inspection-report': /\bmonitoring\b|\bre-?visit\b|\bprogress visit\b|\bfollow-?up\b/i,
  'strategic-plan':
    /\b(?:plans?|strategy|strategies|strategic|framework|road ?map|priorities|programme|improvements?|commitments?|ambitions?|vision|pledges?)\b/i,
  'priority-action-plan': /\b(?:plans?|priority|priorities|actions?|improvements?|recovery|programme|road ?map)\b/i,
  'local-send-reform-plan': /\b(?:plans?|strategy|reforms?|programme|priorities|road ?map)\b/i,
  'engagement-meeting-note': /\b(?:meetings?|engagement|conversation|discussion|minutes)\b/i,
};

/** A full inspection's title does not speak of monitoring. */
export const NOT_FULL = /\bmonitoring\b/i;

/** Words of titles that name no place. Lower case. */
export const TITLE_WORDS: ReadonlySet<string> = new Set(
  (
    'area areas send sen inspection inspections reinspection re-inspection report reports local partnership partnerships full monitoring visit ofsted cqc care quality commission commissioning joint ' +
    'written accelerated progress sufficiency special educational education needs need disabilities disability disabled plan plans strategy strategies strategic priority priorities action actions improvement improvements annual ' +
    'engagement meeting meetings note notes minutes alternative provision ap children child young people person inclusion inclusive council county borough city authority authorities district ' +
    'draft final version update updated refresh refreshed revised review response summary easy read health social services service early years impact delivery programme outcome outcomes framework ' +
    'reform reforms roadmap pledge promise commitments post-inspection transformation recovery implementation development belonging preparation preparing adulthood big vision statement foreword delivering better brighter futures together every right support time place ' +
    'nhs icb integrated board january february march april may june july august september october november december spring summer autumn winter ' +
    'the a an of and or for to in on with at by from our we us this that is are be it its new'
  ).split(' '),
);

export const TITLES_SOURCE: Source = {
  ...SOURCES.publishedReports,
  where: 'titles: “Area SEND inspection of … Local Area Partnership” in 56 of 56; plans name their area and say what they are',
};
