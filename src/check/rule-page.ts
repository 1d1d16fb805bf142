import { kindInfo } from '../framework/kinds.js';
import type { Confidence } from '../framework/types.js';
import { ALL_KINDS, type Rule } from '../rules/rule.js';
import { RULE_GROUPS } from '../rules/all.generated.js';
import { largest } from '../text/lists.js';

const CONFIDENCE: Readonly<Record<Confidence, string>> = {
  primary: 'read in the source itself',
  secondary: 'reported by others who quote the source',
  inferred: 'worked out from published reports',
  recalled: 'from memory and not confirmed: treat it as a default that you can change',
};

const fence = (text: string): string => {
  const ticks = '`'.repeat(largest([3, ...[...text.matchAll(/`+/g)].map((run) => run[0].length + 1)]));
  return `${ticks}markdown\n${text.replace(/\n$/, '')}\n${ticks}`;
};

/** A rule's page, made from the rule's own file. */
export function rulePageMarkdown(rule: Rule): string {
  const severities = typeof rule.severity === 'string' ? [rule.severity] : [...new Set(Object.values(rule.severity))];
  const kinds =
    rule.kinds.length === ALL_KINDS.length ? 'every kind of document' : rule.kinds.map((kind) => `${kindInfo(kind).name}s`).join(', ');
  const where = [rule.source.where, CONFIDENCE[rule.source.confidence]].filter(Boolean).join('; ');
  const wrong = rule.examples.invalid[0]!;
  const right = rule.examples.valid[0]!;
  return [
    `# ${rule.id}`,
    `${rule.title}.`,
    `- Checks: ${kinds}`,
    `- Severity: ${severities.join(' or ')}`,
    `- Group: ${RULE_GROUPS[rule.id] ?? 'other'}`,
    '',
    '## Why',
    rule.rationale,
    `Source: ${rule.source.url ? `[${rule.source.title}](${rule.source.url})` : rule.source.title} (${where}).`,
    '',
    '## What to do',
    rule.help,
    ...(rule.examples.invalid.some((example) => example.fixed !== undefined)
      ? ['The light bulb in the editor, or `area-send fix`, mends it for you where one answer is certain.']
      : []),
    '',
    '## Not like this',
    fence(wrong.text),
    '',
    '## Like this',
    fence(wrong.fixed ?? right.text),
    '',
    '## How to switch it off',
    'For one place, put a comment with your reason above it:',
    fence(`<!-- area-send-disable-next-line ${rule.id}: why it is right here -->`),
    'For all documents, in `.areasend.json` or in the settings of the editor:',
    '```json\n' + JSON.stringify({ rules: { [rule.id]: 'off' } }) + '\n```',
  ]
    .join('\n\n')
    .replace(/\n\n(?=- )/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .replace(/(\.)\n(?=- Checks)/, '$1\n\n')
    .concat('\n');
}
