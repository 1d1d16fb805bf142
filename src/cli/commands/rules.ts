import { Option } from 'commander';
import { ruleById, RULES, RULE_GROUPS, severityOf } from '../../check/index.js';
import { rulePageMarkdown } from '../../check/rule-page.js';
import { DEFAULT_SETTINGS } from '../../settings/settings.js';
import type { AddCommand } from '../command-tools.js';
import { UsageError } from '../errors.js';
import { largest } from '../../text/lists.js';

/** `area-send rules`: the list of rules, or one explained. */
export const addRules: AddCommand = (command, tools) => {
  command('rules', 'list the rules, or explain one')
    .argument('[id]', 'the rule to explain')
    .addOption(new Option('--format <format>', 'how rules are printed').choices(['pretty', 'json']).default('pretty'))
    .action((id: string | undefined, options: { format: 'pretty' | 'json' }) => {
      if (id !== undefined && !ruleById(id)) throw new UsageError(`“${id}” is not a rule; “area-send rules” lists them`);
      const chosen = id === undefined ? RULES : [ruleById(id)!];
      if (options.format === 'json') {
        tools.printJson(
          chosen.map((rule) => ({
            id: rule.id,
            group: RULE_GROUPS[rule.id],
            title: rule.title,
            kinds: rule.kinds,
            severity: Object.fromEntries(rule.kinds.map((name) => [name, severityOf(rule, name, DEFAULT_SETTINGS)])),
            rationale: rule.rationale,
            help: rule.help,
            source: rule.source,
          })),
        );
      } else if (id !== undefined) tools.print(rulePageMarkdown(chosen[0]!));
      else {
        const paint = tools.colors();
        const groups = [...new Set(chosen.map((rule) => RULE_GROUPS[rule.id] ?? 'other'))].sort();
        const width = largest(chosen.map((rule) => rule.id.length));
        tools.print(
          groups
            .map(
              (group) =>
                `${paint.bold(group)}\n${chosen
                  .filter((rule) => RULE_GROUPS[rule.id] === group)
                  .map((rule) => `  ${rule.id.padEnd(width)}  ${rule.title}`)
                  .join('\n')}`,
            )
            .join('\n\n'),
        );
      }
    });
};
