// npm run new:rule GROUP ID: makes the file of a rule that works at once, with its examples, for you to change.
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const rules = fileURLToPath(new URL('../src/rules/', import.meta.url));
const groups = readdirSync(rules, { withFileTypes: true }).flatMap((entry) =>
  entry.isDirectory() && entry.name !== 'support' ? [entry.name] : [],
);
const [group, id] = process.argv.slice(2);
const fail = (message) => {
  console.error(`${message}\nusage: npm run new:rule GROUP ID, with GROUP one of ${groups.join(', ')}`);
  process.exit(2);
};
if (!group || !id) fail('A group and an id are needed.');
if (!groups.includes(group)) fail(`There is no group “${group}”.`);
if (!/^[a-z][a-z-]*[a-z]$/.test(id)) fail(`“${id}” is no id: use small letters and hyphens, such as “plain-language”.`);
if (groups.some((folder) => existsSync(join(rules, folder, `${id}.ts`)))) fail(`There is a rule “${id}” already.`);

const words = id.replaceAll('-', ' ');
const file = join(rules, group, `${id}.ts`);
writeFileSync(
  file,
  `import { SOURCES } from '../../framework/sources.js';
import { phrases } from '../phrases.js';
import { ALL_KINDS, type BlockRule } from '../rule.js';

/** What the rule looks for: each pattern is global. Quotations and addresses are left alone. */
const SLIPS = phrases([{ find: /\\b${words} slip\\b/g, fix: '${words}', message: 'Say what is wrong with “{text}” and what to do. Write “{fix}”.' }]);

const rule: BlockRule = {
  id: '${id}',
  title: 'What the rule checks, in one short sentence without a full stop',
  severity: 'info',
  kinds: ALL_KINDS,
  source: { ...SOURCES.govukStyle, where: 'the part of the source that asks for it' },
  rationale: 'Why the framework or good practice asks for it.',
  help: 'What the author should do.',
  examples: {
    valid: [{ kind: 'strategic-plan', text: 'A sentence with ${words}.\\n' }],
    invalid: [
      {
        kind: 'strategic-plan',
        text: 'A sentence with ${words} slip.\\n',
        finds: [{ at: '${words} slip' }],
        fixed: 'A sentence with ${words}.\\n',
      },
    ],
  },
  checkBlock: SLIPS.checkBlock,
};

export default rule;
`,
);
console.log(`Made src/rules/${group}/${id}.ts. Change what it looks for and says, then:
  npm run generate           writes its page, docs/rules/${id}.md
  npm run test:rule ${id}    runs its examples`);
