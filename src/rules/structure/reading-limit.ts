import type { Unread } from '../../document/index.js';
import { SOURCES } from '../../framework/sources.js';
import { ALL_KINDS, type BlockRule } from '../rule.js';

const nested = `${'- '.repeat(120)}text\n`;
const BECAUSE: Readonly<Record<NonNullable<Unread>, string>> = {
  nesting: 'lists or quotations stand too deep inside one another, or too many of them more than 20 levels deep',
  headings: 'more than 500 lines are underlined without an empty line between them',
  columns: 'one of its lines has more than 1,000 columns',
  emphasis: 'it has more than 2,000 signs for bold, italics or deletion in one paragraph',
  brackets: 'it has more than 2,500 square brackets in one paragraph',
  quotations: 'more than 300 lines go on with a quotation without its sign',
};

const rule: BlockRule = {
  id: 'reading-limit',
  title: 'Every passage can be read and checked',
  severity: 'warning',
  kinds: ALL_KINDS,
  source: { ...SOURCES.product, where: 'limits' },
  rationale:
    'A passage that takes too long to read as Markdown is left out, so that the editor never waits. Nothing in it is checked, and you should know.',
  help: 'Put an empty line between its parts, or use fewer levels.',
  examples: {
    valid: [{ kind: 'strategic-plan', text: '- one\n  - two\n    - three\n' }],
    invalid: [{ kind: 'strategic-plan', text: nested, finds: [{ at: nested.trimEnd(), message: /deep inside one another/ }] }],
  },
  checkBlock(block, report) {
    if (!block.unread) return;
    const from = block.text.search(/\S/);
    const line = block.text.slice(from).search(/[\n\r]/);
    report({
      at: { start: from, end: line < 0 ? block.text.length : from + line },
      message: `This passage was not checked, because ${BECAUSE[block.unread]}.`,
    });
  },
};

export default rule;
