import { RULES, RULE_GROUPS, severityOf } from '../../src/check/index.js';
import { rulePageMarkdown } from '../../src/check/rule-page.js';
import { kindInfo } from '../../src/framework/kinds.js';
import { DEFAULT_SETTINGS } from '../../src/settings/settings.js';

const GROUP_TITLES: Readonly<Record<string, string>> = {
  structure: 'Structure',
  outcome: 'Inspection outcome',
  dates: 'Dates',
  content: 'What the framework looks at',
  language: 'Names, terms, plain language',
  accessibility: 'Accessibility',
  'personal-data': 'Personal data',
  plans: 'Plans',
  suppressions: 'Suppressions',
};

/** The pages under docs/rules/ by file name, each made from the rule's own file. */
export function rulePages(): ReadonlyMap<string, string> {
  const pages = new Map<string, string>();
  for (const rule of RULES) pages.set(`${rule.id}.md`, `${rulePageMarkdown(rule).trimEnd()}\n`);
  const groups = Object.entries(GROUP_TITLES).map(([group, title]) => {
    const rows = RULES.filter(({ id }) => RULE_GROUPS[id] === group).map((rule) => {
      const severities = rule.kinds.map((kind) => severityOf(rule, kind, DEFAULT_SETTINGS));
      const same = severities.every((severity) => severity === severities[0]);
      const severity = same ? severities[0] : rule.kinds.map((kind, index) => `${severities[index]} (${kindInfo(kind).name})`).join(', ');
      return `| [${rule.id}](${rule.id}.md) | ${rule.title} | ${severity} |`;
    });
    return `## ${title}\n\n| Rule | What it checks | Severity |\n| --- | --- | --- |\n${rows.join('\n')}\n`;
  });
  pages.set(
    'README.md',
    `# Rules\n\nEach page is made from the rule’s own file: what the rule finds, why, examples, and how to silence it.\n\n${groups.join('\n')}`,
  );
  return pages;
}
