import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** What a tool is called with: paths and flags. Without a path it says `usage` and ends with status 2. */
export function given(usage: string): { readonly paths: readonly string[]; has(this: void, flag: string): boolean } {
  const args = process.argv.slice(2);
  const paths = args.filter((arg) => !arg.startsWith('--'));
  if (paths.length === 0) {
    console.error(`usage: npm run ${usage}`);
    process.exit(2);
  }
  return { paths, has: (flag) => args.includes(flag) };
}

/** In milliseconds. */
const LONGEST = 300_000;

/** Has LibreOffice, with a profile of its own in `scratch`, save files in another format in the folder `to`. Throws where it cannot. */
export function savedByOffice(scratch: string, format: string, to: string, files: readonly string[]): void {
  const profile = `-env:UserInstallation=${pathToFileURL(join(scratch, 'profile')).href}`;
  execFileSync('soffice', [profile, '--headless', '--convert-to', format, '--outdir', to, ...files], { stdio: 'ignore', timeout: LONGEST });
}
