import { dirname } from 'node:path';
import { InvalidArgumentError } from 'commander';
import { fixText, maskOf, ruleById } from '../../check/index.js';
import type { DocumentKind } from '../../framework/types.js';
import { kindOption, PATHS_HELP, todayOption, type AddCommand } from '../command-tools.js';
import { lineDiff } from '../diff.js';
import { visible } from '../../text/visible.js';
import { eachFile } from '../each-file.js';
import { untouchable } from '../untouchable.js';
import { cannotWrite, encode, findFiles, tidyFolder, writeWhole } from '../files.js';

function parseRuleId(value: string, before: string[] = []): string[] {
  if (!ruleById(value)) throw new InvalidArgumentError(`“${value}” is not a rule; “area-send rules” lists them.`);
  return [...before, value];
}

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
      if (!options.dryRun) for (const folder of new Set(found.files.map(({ absolute }) => dirname(absolute)))) tidyFolder(folder);
      await eachFile(found.files, workspace, problems, async ({ path, absolute }, input) => {
        const problem = (message: string): void => void problems.push({ path, message });
        if (input.converted) return problem('only Markdown is mended; nothing was changed');
        const { settings, configuredKind } = configs.for(absolute);
        const fixed = await source.withLinks(absolute, input.text, (lookup, _exists, answered) =>
          fixText(input.text, {
            today: options.today ?? tools.today(),
            settings,
            path,
            lookup,
            answered,
            ...(options.kind ? { kind: options.kind } : {}),
            ...(configuredKind ? { configuredKind } : {}),
            ...(options.rule ? { rules: options.rule } : {}),
          }),
        );
        const { text, applied } = fixed.value;
        if (text === input.text) return;
        const kept = untouchable(absolute, workspace);
        if (kept !== null) return problem(kept);
        if (options.dryRun) {
          // What goes is named, not shown.
          const mask = maskOf(await source.openText(absolute, input.text, options.kind));
          tools.print(lineDiff(path, mask(input.text), mask(text), tools.colors()));
        } else {
          try {
            writeWhole(absolute, encode(input, text));
          } catch (error) {
            return problem(cannotWrite('the file', error));
          }
          source.forget(absolute);
          tools.print(`${visible(path)}: ${applied} ${applied === 1 ? 'change' : 'changes'}`);
        }
        changed++;
        total += applied;
      });
      const files = `${changed} ${changed === 1 ? 'file' : 'files'}`;
      tools.print(
        total === 0
          ? problems.length > 0
            ? 'Nothing was changed.'
            : 'Nothing to mend.'
          : options.dryRun
            ? `${total} ${total === 1 ? 'change' : 'changes'} in ${files} would be made. Nothing was changed.`
            : `${total} ${total === 1 ? 'change' : 'changes'} made in ${files}.`,
      );
      tools.complain([...configs.problems, ...problems]);
    });
};
