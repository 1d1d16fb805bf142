import { statSync } from 'node:fs';
import { InvalidArgumentError } from 'commander';
import { fixText, maskOf, ruleById } from '../../check/index.js';
import type { DocumentKind } from '../../framework/types.js';
import { readOrTell } from '../check-files.js';
import { kindOption, PATHS_HELP, todayOption, type AddCommand } from '../command-tools.js';
import { lineDiff } from '../diff.js';
import { visible } from '../../text/visible.js';
import { encode, findFiles, writeWhole } from '../files.js';

function parseRuleId(value: string, before: string[] = []): string[] {
  if (!ruleById(value)) throw new InvalidArgumentError(`“${value}” is not a rule; “area-send rules” lists them.`);
  return [...before, value];
}

/** A file is replaced as a whole, which its own mode would not stop. */
const isReadOnly = (path: string): boolean => (statSync(path).mode & 0o222) === 0;

/** `area-send fix`: mends what has one certain answer. */
export const addFix: AddCommand = (command, tools) => {
  command('fix', 'mend what has one certain answer')
    .argument('[paths...]', PATHS_HELP)
    .option('--rule <id>', 'only this rule; may be repeated', parseRuleId)
    .option('--dry-run', 'show what would change and change nothing')
    .addOption(kindOption())
    .addOption(todayOption())
    .action(async (paths: string[], options: { rule?: string[]; dryRun?: boolean; kind?: DocumentKind; today?: string }) => {
      const workspace = tools.workspace();
      const { configs, source } = workspace;
      const found = findFiles(paths, tools.cwd);
      const problems = [...found.problems];
      let changed = 0;
      let total = 0;
      for (const { path, absolute } of found.files) {
        const input = await readOrTell(workspace, absolute);
        if (typeof input === 'string') {
          problems.push({ path, message: input });
          continue;
        }
        if (input.converted) {
          problems.push({ path, message: 'only Markdown is mended; nothing was changed' });
          continue;
        }
        const { settings, configuredKind } = configs.for(absolute);
        const fixed = await source.withLinks(absolute, input.text, (lookup) =>
          fixText(input.text, {
            today: options.today ?? tools.today(),
            settings,
            path,
            lookup,
            ...(options.kind ? { kind: options.kind } : {}),
            ...(configuredKind ? { configuredKind } : {}),
            ...(options.rule ? { rules: options.rule } : {}),
          }),
        );
        const { text, applied } = fixed.value;
        if (text === input.text) continue;
        changed++;
        total += applied;
        if (options.dryRun) {
          // What goes is named, not shown.
          const mask = maskOf(await source.openText(absolute, input.text, options.kind));
          tools.print(lineDiff(path, mask(input.text), mask(text), tools.colors()));
        } else if (isReadOnly(absolute)) problems.push({ path, message: 'the file is read-only; nothing was changed' });
        else {
          try {
            writeWhole(absolute, encode(input, text));
            source.forget(absolute);
            tools.print(`${visible(path)}: ${applied} ${applied === 1 ? 'change' : 'changes'}`);
          } catch {
            problems.push({ path, message: 'the file cannot be written; check its permissions' });
          }
        }
      }
      const files = `${changed} ${changed === 1 ? 'file' : 'files'}`;
      tools.print(
        total === 0
          ? 'Nothing to mend.'
          : options.dryRun
            ? `${total} ${total === 1 ? 'change' : 'changes'} in ${files} would be made. Nothing was changed.`
            : `${total} ${total === 1 ? 'change' : 'changes'} made in ${files}.`,
      );
      tools.complain([...configs.problems, ...problems]);
    });
};
