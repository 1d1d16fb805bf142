import module from 'node:module';
import { setFlagsFromString } from 'node:v8';

// V8 compiles a pattern for its interpreter first and for the processor at its second run: once is enough for patterns that look at every
// paragraph. Only for releases that are known to know the flag: one that does not would say so.
const KNOWS_TIER_UP_TICKS = 26;
if (Number.parseInt(process.versions.node, 10) <= KNOWS_TIER_UP_TICKS) setFlagsFromString('--regexp-tier-up-ticks=0');

// Compiled code is kept between runs where Node can do it.
(module as { enableCompileCache?: () => unknown }).enableCompileCache?.();

// A reader that stops early (“| head”) is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(process.exitCode ?? 0);
  process.stderr.write(`area-send: the output cannot be written (${error.code ?? error.message}); is the disk full?\n`);
  process.exit(2);
});
process.stderr.on('error', () => undefined);

const { run } = await import('./program.js');
const { installDictionary } = await import('../host/dictionary.js');
installDictionary();
try {
  process.exitCode = await run(process.argv.slice(2), { in: process.stdin, out: process.stdout, err: process.stderr, cwd: process.cwd(), worker: new URL('./worker.js', import.meta.url) });
} catch (error) {
  process.stderr.write(`area-send: something went wrong inside the tool: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
}
