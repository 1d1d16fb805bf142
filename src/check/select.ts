import type { BlockSearch } from '../document/index.js';
import type { DocumentKind, Severity } from '../framework/types.js';
import { byObjectAndText } from '../memo/memo.js';
import { ALL_RULES } from '../rules/all.generated.js';
import { isBlockRule, type BlockRule, type DocumentRule, type Rule, type RuleContext } from '../rules/rule.js';
import type { Settings } from '../settings/settings.js';
import type { Directive } from './suppressions.js';
import type { CheckOptions } from './types.js';

export const RULES: readonly Rule[] = ALL_RULES;
const byId = new Map(RULES.map((rule) => [rule.id, rule]));

export const isRule = (id: string): boolean => byId.has(id);
export const ruleById = (id: string): Rule | undefined => byId.get(id);

const DOCUMENTATION = 'https://github.com/area-send-drafting/area-send-drafting/blob/main/docs/rules/';

/** The address of a rule's page. */
export const ruleUrl = (id: string): string => `${DOCUMENTATION}${id}.md`;

/** The severity of a rule for a kind of document under these settings; 'off' when it does not run. */
export function severityOf(rule: Rule, kind: DocumentKind, settings: Settings): Severity | 'off' {
  if (!rule.kinds.includes(kind)) return 'off';
  const chosen = Object.hasOwn(settings.rules, rule.id) ? settings.rules[rule.id] : undefined;
  if (chosen) return chosen;
  return typeof rule.severity === 'string' ? rule.severity : (rule.severity[kind] ?? 'off');
}

/** Under each settings, the number of each choice of rules: the same for the same. */
const choices = byObjectAndText<Settings, number>();
let nextChoice = 0;

/** The rules that run for a kind of document under some settings. */
export interface Selection {
  readonly blockRules: readonly BlockRule[];
  readonly documentRules: readonly DocumentRule[];
  /** What the document rules look for in each block. */
  readonly searches: readonly BlockSearch<RuleContext>[];
  readonly choice: number;
  /** The ids of those whose findings are asked for; others run only to show whether a comment silences anything. */
  readonly wanted: ReadonlySet<string>;
}

/** Comments can name ever other rules. */
const selections = byObjectAndText<Settings, Selection>();

export function selectionOf(
  kind: DocumentKind,
  settings: Settings,
  { only, skipIdle }: CheckOptions,
  directives: readonly Directive[],
): Selection {
  // Whether a comment silences anything shows only when the rules that it names run.
  const named = new Set(skipIdle ? [] : directives.flatMap(({ rules }) => rules.filter(isRule)));
  const key = JSON.stringify([kind, skipIdle === true, only ?? null, [...named]]);
  return selections(settings, key, () => select(kind, settings, only, skipIdle === true, named));
}

function select(
  kind: DocumentKind,
  settings: Settings,
  only: readonly string[] | undefined,
  skipIdle: boolean,
  named: ReadonlySet<string>,
): Selection {
  const enabled = RULES.filter((rule) => severityOf(rule, kind, settings) !== 'off');
  const chosen = enabled.filter((rule) => (!only || only.includes(rule.id)) && !(skipIdle && rule.idle));
  const wanted = new Set(chosen.map(({ id }) => id));
  const rules = wanted.has('suppression') ? [...chosen, ...enabled.filter(({ id }) => named.has(id) && !wanted.has(id))] : chosen;
  const blockRules = rules.filter(isBlockRule);
  const documentRules = rules.filter((rule): rule is DocumentRule => !isBlockRule(rule));
  return {
    blockRules,
    documentRules,
    searches: [...new Set(documentRules.flatMap(({ looksFor }) => looksFor ?? []))].filter(
      (search): search is BlockSearch<RuleContext> => search.lookAt !== undefined,
    ),
    choice: choices(settings, `${kind}|${rules.map(({ id }) => id).join()}`, () => nextChoice++),
    wanted,
  };
}
