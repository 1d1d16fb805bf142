import { Option } from 'commander';
import { factsOf, maskDeep, maskOf } from '../../check/index.js';
import type { DocumentKind } from '../../framework/types.js';
import { readOrTell } from '../check-files.js';
import { kindOption, PATHS_HELP, type AddCommand } from '../command-tools.js';
import { findFiles } from '../files.js';
import { prettyFacts } from '../reporters/facts.js';

/** `area-send facts`: what a document says. */
export const addFacts: AddCommand = (command, tools) => {
  command('facts', 'print what a document says')
    .argument('[paths...]', PATHS_HELP)
    .addOption(new Option('--format <format>', 'how facts are printed').choices(['pretty', 'json']).default('pretty'))
    .addOption(kindOption())
    .action(async (paths: string[], options: { format: 'pretty' | 'json'; kind?: DocumentKind }) => {
      const workspace = tools.workspace();
      const found = findFiles(paths, tools.cwd);
      const problems = [...found.problems];
      const facts = [];
      for (const { path, absolute } of found.files) {
        const input = await readOrTell(workspace, absolute);
        if (typeof input === 'string') {
          problems.push({ path, message: input });
          continue;
        }
        const document = await workspace.source.openText(absolute, input.text, options.kind);
        if (document.kind) facts.push(maskDeep(factsOf(document), maskOf(document)));
      }
      if (options.format === 'json') tools.print(JSON.stringify(facts, null, 2));
      else {
        tools.print(facts.map((fact) => prettyFacts(fact, tools.colors())).join('\n\n') || 'No report, plan or meeting note here.');
      }
      tools.complain([...workspace.configs.problems, ...problems]);
    });
};
