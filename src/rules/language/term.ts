import { isReportKind } from '../../framework/types.js';
import { marker, markerWithin, quick, type PlacedProse, type Prose, type SendDocument } from '../../document/index.js';
import { SPELLING_VARIANTS, TERMS_SOURCE, TERM_SLIPS } from '../../framework/terms.js';
import { ALL_KINDS, type DocumentRule, type Fix, type Report } from '../rule.js';
import { acronymModel, isApart, scannedProse, type Introduction, type Placed, type Scan } from './_acronyms.js';
import { phrases, type RulePhrase } from '../phrases.js';
import { inAddress, inCapitals, inOtherTitle, isQuoted, matchCase, replaceAt, startsSentence } from '../support/prose.js';
import { largest } from '../../text/lists.js';

/** A capital inside a sentence makes a name ("the Kestrelshire Coproduction Board"), which is left as it is. */
const isNoName = (match: RegExpExecArray, prose: Prose): boolean =>
  !/^\p{Lu}\p{Ll}/u.test(match[0]) || startsSentence(prose.text, match.index);

const PATTERNS: readonly RulePhrase[] = TERM_SLIPS.map((slip) =>
  slip.find.source.includes('produc') ? { ...slip, only: isNoName } : slip,
);

const slips = phrases(PATTERNS);

interface Abbreviated {
  readonly prose: PlacedProse;
  readonly order: number;
  readonly from: number;
  readonly to: number;
  readonly plural: boolean;
  readonly isIntroduction: boolean;
}

/** Units with “EHCP” in them. */
const abbreviating = markerWithin(scannedProse, ({ tokens, introductions }): Pick<Scan, 'tokens' | 'introductions'> | null => {
  const found = tokens.filter(({ letters }) => letters === 'EHCP');
  return found.length > 0 ? { tokens: found, introductions } : null;
});

/** "Education, Health and Care Plan (EHCP)", or "EHCP: a legal plan …" in a list of words: the author tells what the letters mean. */
const isExplained = (text: string, from: number, to: number): boolean =>
  (text[from - 1] === '(' && text[to] === ')') ||
  /^ ?\((?:an? )?education/i.test(text.slice(to, to + 20)) ||
  (from === 0 && /^ ?(?::|–|—|-|\bmeans\b|\bis\b|\bstands for\b)/.test(text.slice(to)));

function abbreviations(document: SendDocument): Abbreviated[] {
  const found: Abbreviated[] = [];
  // A glossary may say what the letters mean that people know.
  const inGlossary =
    acronymModel(document)
      .introductions.get('EHCP')
      ?.filter(({ item }) => item.sort === 'glossary') ?? [];
  for (const {
    unit: prose,
    index: order,
    value: { tokens, introductions },
  } of abbreviating(document)) {
    for (const { plural, from, to } of tokens) {
      if (
        inGlossary.some(({ item, order: place }) => place === order && item.from === from) ||
        /^-\d/.test(prose.text.slice(to)) ||
        isApart(prose) ||
        isQuoted(prose.prose, from, to) ||
        inCapitals(prose.prose, from) ||
        inOtherTitle(prose, from, to) ||
        (!isReportKind(document.kind) && isExplained(prose.text, from, to))
      )
        continue;
      found.push({
        prose,
        order,
        from,
        to,
        plural,
        isIntroduction: introductions.some((introduction) => introduction.from === from && introduction.sort === 'yields'),
      });
    }
  }
  return found;
}

const earlier = (a: { readonly order: number; readonly from: number }, b: { readonly order: number; readonly from: number }): boolean =>
  a.order < b.order || (a.order === b.order && a.from < b.from);
const placeOf = ({ order, item }: Placed<Introduction>): { order: number; from: number } => ({ order, from: item.from });

/** "EHCP" becomes "EHC plan"; where nothing else says what EHC stands for, the first one says it. */
function checkAbbreviation(document: SendDocument, report: Report): void {
  const all = abbreviations(document);
  if (all.length === 0) return;
  const { uses, introductions } = acronymModel(document);
  const explained = [...(introductions.get('EHC') ?? []), ...(introductions.get('EHCP') ?? []), ...(introductions.get('EHCNA') ?? [])].map(
    placeOf,
  );
  const use = uses.get('EHC');
  const used = use && { order: use.order, from: use.item.from };
  const running = all.filter(({ prose }) => prose.kind !== 'heading' && prose.kind !== 'header-cell');
  for (const item of all) {
    const { prose, from, to, plural } = item;
    const rest = prose.text.slice(to, to + 24);
    const following = /^ (?:(?<plan>plan(?<plans>s?))|(?:needs )?assessment(?<assessments>s?))\b/.exec(rest);
    const end = to + (following ? following[0].length : 0);
    const isAssessment = following !== null && following.groups!['plan'] === undefined;
    const right = isAssessment
      ? `needs assessment${following.groups!['assessments']}`
      : plural || following?.groups!['plans']
        ? 'plans'
        : 'plan';
    const isFirst = item === running[0] && !explained.some((place) => earlier(place, item)) && !(used && earlier(used, item));
    const spellOut = isFirst && explained.length === 0;
    const text = spellOut ? matchCaseAt(prose.text, from, `education, health and care (EHC) ${right}`) : `EHC ${right}`;
    // What is possessive, or explained only later, needs the author's eye.
    const certain = !/^[’']s/.test(rest) && !(isFirst && !spellOut && !item.isIntroduction);
    const fixes = replaceAt(prose, from, end, text);
    report({
      at: prose.spanOf(from, to),
      ...(isReportKind(document.kind) ? {} : { severity: 'info' as const }),
      message: `The house term is “EHC plan${plural ? 's' : ''}”, not “${prose.text.slice(from, to)}”.`,
      ...(certain ? { fixes } : { fixes: fixes.map((fix): Fix => ({ ...fix, kind: 'assist' })) }),
    });
  }
}

const matchCaseAt = (text: string, at: number, replacement: string): string =>
  startsSentence(text, at) ? replacement[0]!.toUpperCase() + replacement.slice(1) : replacement;

interface Variant {
  readonly from: number;
  readonly to: number;
  /** Index into SPELLING_VARIANTS and into its entry. */
  readonly term: number;
  readonly form: number;
}

const forms = new Map<string, readonly [term: number, form: number]>(
  SPELLING_VARIANTS.flatMap((list, term) => list.map((text, form) => [text, [term, form]] as const)),
);
const VARIANT = quick(
  new RegExp(`(?<![\\p{L}\\p{N}-])(?:${[...forms.keys()].sort((a, b) => b.length - a.length).join('|')})(?![\\p{L}\\p{N}-])`, 'giu'),
);

const variantsIn = marker(
  (prose): readonly Variant[] | null => {
    const list: Variant[] = [];
    for (const match of VARIANT.matches(prose.text)) {
      const entry = forms.get(match[0]) ?? forms.get(match[0].toLowerCase());
      const isName = /^\p{Lu}\p{Ll}/u.test(match[0]) && !startsSentence(prose.text, match.index);
      if (entry && !isName && !isQuoted(prose, match.index) && !inAddress(prose.text, match.index, match.index + match[0].length))
        list.push({ from: match.index, to: match.index + match[0].length, term: entry[0], form: entry[1] });
    }
    return list.length > 0 ? list : null;
  },
  [VARIANT],
);

/** Two spellings of one term: the rarer one is reported. */
function checkVariants(document: SendDocument, report: Report): void {
  const places = new Map<number, (Variant & { readonly prose: PlacedProse })[]>();
  for (const { unit: prose, value } of variantsIn(document)) {
    if (isApart(prose)) continue;
    for (const variant of value) {
      const list = places.get(variant.term);
      if (list) list.push({ ...variant, prose });
      else places.set(variant.term, [{ ...variant, prose }]);
    }
  }
  for (const [term, list] of places) {
    const counts = SPELLING_VARIANTS[term]!.map((_, form) => list.filter((variant) => variant.form === form).length);
    const usual = counts.indexOf(largest(counts));
    for (const { prose, from, to, form } of list) {
      if (form === usual) continue;
      const text = prose.text.slice(from, to);
      const right = matchCase(text, SPELLING_VARIANTS[term]![usual]!);
      report({
        at: prose.spanOf(from, to),
        severity: 'info',
        message: `This document mostly writes “${right}”. Keep to one spelling.`,
        fixes: replaceAt(prose, from, to, right),
      });
    }
  }
}

const rule: DocumentRule = {
  id: 'term',
  title: 'The terms of the law and of published reports are used, each in one spelling',
  severity: 'warning',
  kinds: ALL_KINDS,
  source: TERMS_SOURCE,
  rationale: 'Two words for one thing make readers wonder whether two things are meant, and the law’s terms have exact meanings.',
  help: 'Write “EHC plan”, “EHC needs assessment”, “co-production” and “children and young people with SEND and their families”.',
  examples: {
    valid: [
      {
        title: 'a plan that explains the letters',
        kind: 'strategic-plan',
        text: '# Exampleshire SEND strategy\n\nSome have an Education, Health and Care Plan (EHCP).\n\n- **EHCP**: a legal plan for help\n\nIN RESPONSE TO ALL EHCP LETTERS OF MAY\n',
      },
      {
        kind: 'full-inspection-report',
        text: 'An education, health and care (EHC) plan follows an EHC needs assessment. Co-production with children and young people with SEND and their families is strong.\n',
      },
      {
        title: 'names and quotations',
        kind: 'full-inspection-report',
        text: 'The Kestrelshire Coproduction Board heard a parent say: “My EHCP was late.” The Health and Wellbeing Board looks after well-being.\n',
      },
    ],
    invalid: [
      {
        kind: 'full-inspection-report',
        text: 'Some EHCPs are late. An EHCP must name a school. EHCP assessments take long.\n',
        finds: [{ at: 'EHCPs', message: /EHC plans/ }, { at: 'EHCP' }, { at: 'EHCP' }],
        fixed: 'Some education, health and care (EHC) plans are late. An EHC plan must name a school. EHC needs assessments take long.\n',
      },
      {
        kind: 'full-inspection-report',
        text: 'The education, health and care plans (EHCPs) are good. EHCPs help.\n',
        finds: [{ at: 'EHCPs' }, { at: 'EHCPs' }],
        fixed: 'The education, health and care plans (EHC plans) are good. EHC plans help.\n',
      },
      {
        kind: 'full-inspection-report',
        text: 'An education, health and care (EHC) plan needs care. EHC plan assessments and EHC plan needs assessments are slow.\n',
        finds: [{ at: 'EHC plan assessments', message: /before there is a plan/ }, { at: 'EHC plan needs assessments' }],
        fixed: 'An education, health and care (EHC) plan needs care. EHC needs assessments and EHC needs assessments are slow.\n',
      },
    ],
  },
  looksFor: [slips, scannedProse, variantsIn],
  check(document, report) {
    slips(document).forEach(report);
    checkAbbreviation(document, report);
    checkVariants(document, report);
  },
};

export default rule;
