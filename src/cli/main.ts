import { loadCommand } from './load-command.js';
import { tuneV8 } from './v8-flags.js';

tuneV8();

// A reader that stops early (“| head”) is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(process.exitCode ?? 0);
  process.stderr.write(`area-send: the output cannot be written (${error.code ?? error.message}); is the disk full?\n`);
  process.exit(2);
});
process.stderr.on('error', () => undefined);

const { exports: command, keep } = loadCommand(import.meta.url);
try {
  process.exitCode = await command.run(process.argv.slice(2), {
    in: process.stdin,
    out: process.stdout,
    err: process.stderr,
    cwd: process.cwd(),
    worker: new URL('./worker.js', import.meta.url),
    loadImport: () => import('../convert/import/index.js'),
    loadExport: () => import('../convert/export/index.js'),
    loadWorkbook: () => import('../convert/workbook/index.js'),
  });
} catch (error) {
  process.stderr.write(`area-send: something went wrong inside the tool: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
}
// Most of the code is called by checking; what another command would keep is of little use to that.
if (command.checkedFiles() > 0) {
  tuneV8();
  keep();
  command.keepLoaded();
}
