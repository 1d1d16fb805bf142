import { Option } from 'commander';
import { factsOf, maskDeep, type FactsJson } from '../../check/index.js';
import type { DocumentKind } from '../../framework/types.js';
import { kindOption, PATHS_HELP, type AddCommand } from '../command-tools.js';
import { eachFile } from '../each-file.js';
import { findFiles } from '../files.js';
import { lineText } from '../originals.js';
import { visible } from '../../text/visible.js';
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
      const facts: FactsJson[] = [];
      await eachFile(found.files, workspace, problems, async ({ absolute }, { text }) => {
        const document = await workspace.source.openText(absolute, text, options.kind);
        if (!document.kind) return;
        workspace.originals.of(document);
        facts.push(factsOf(document));
      });
      const { originals } = workspace;
      if (options.format === 'json') tools.printJson(facts.map((fact) => originals.beside(fact, fact.path)));
      else {
        const shown = facts.map((fact) =>
          prettyFacts(maskDeep(fact, visible), tools.colors(), (line) => visible(lineText(originals.at(fact.path), line))),
        );
        tools.print(shown.join('\n\n') || 'No report, plan or meeting note here.');
      }
      tools.complain([...workspace.configs.problems, ...problems]);
    });
};
