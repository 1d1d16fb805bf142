import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { InvalidArgumentError, Option } from 'commander';
import { DOCUMENT_KINDS, type DocumentKind, type OutcomeId } from '../../framework/types.js';
import { parseDay, parseKind, todayOption, type AddCommand } from '../command-tools.js';
import { UsageError } from '../errors.js';
import { visible } from '../../text/visible.js';
import { cannotWrite, writeWhole } from '../files.js';

function parseRange(value: string): { start: string; end: string } {
  const [start, end, ...rest] = value.split('..');
  if (!start || !end || rest.length > 0)
    throw new InvalidArgumentError('Write two days with two dots between, for example 2026-01-19..2026-01-23.');
  const range = { start: parseDay(start), end: parseDay(end) };
  if (range.start > range.end) throw new InvalidArgumentError('The first day comes after the last.');
  return range;
}

/** `area-send new`: a document from its template. */
export const addNew: AddCommand = (command, tools) => {
  command('new', 'write a new document from its template')
    .argument('<kind>', DOCUMENT_KINDS.join(', '), parseKind)
    .option('--area <name>', 'the local area')
    .addOption(new Option('--outcome <number>', 'the outcome of a full inspection').choices(['1', '2', '3']))
    .option('--inspection-dates <start..end>', 'the days of the inspection, for example 2026-01-19..2026-01-23', parseRange)
    .option('--out <file>', 'where to write it; standard output when left out')
    .addOption(todayOption())
    .action(
      async (
        chosen: DocumentKind,
        options: { area?: string; outcome?: string; inspectionDates?: { start: string; end: string }; out?: string; today?: string },
      ) => {
        const { newDocument } = await import('../../templates/index.js');
        // The settings of the folder that the document is for.
        const place = resolve(tools.cwd, options.out ?? 'new.md');
        const { configs } = tools.workspace();
        const { bodies } = configs.for(place).settings;
        tools.complain(configs.problems);
        const text = newDocument({
          kind: chosen,
          bodies,
          today: options.today ?? tools.today(),
          ...(options.area ? { area: options.area } : {}),
          ...(options.outcome ? { outcome: Number(options.outcome) as OutcomeId } : {}),
          ...(options.inspectionDates ? { inspection: options.inspectionDates } : {}),
        });
        if (!options.out) tools.print(text);
        else if (existsSync(resolve(tools.cwd, options.out))) throw new UsageError(`${options.out} is already there; choose another name`);
        else {
          try {
            writeWhole(resolve(tools.cwd, options.out), text);
          } catch (error) {
            throw new UsageError(cannotWrite(options.out, error));
          }
          tools.print(visible(`Wrote ${options.out}. Fill in each [insert …], then run: area-send check ${options.out}`));
        }
      },
    );
};
