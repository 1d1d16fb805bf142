// Lists the licences of everything that is bundled. `npm run licenses` prints the list; the build writes it beside the bundles.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The word list of the dictionary is data and no module: esbuild does not see it. */
const DATA = ['dictionary-en-gb'];

/** Some packages only name the licence, and their author. */
const mitOf = (author) =>
  readFileSync(fileURLToPath(new URL('../LICENSE', import.meta.url)), 'utf8')
    .trim()
    .replace(/^Copyright .*$/m, `Copyright (c) ${author}`);

const iscOf = (author) => `ISC License

Copyright (c) ${author}

Permission to use, copy, modify, and/or distribute this software for any purpose with or without fee is hereby granted, provided that the above
copyright notice and this permission notice appear in all copies.

THE SOFTWARE IS PROVIDED "AS IS" AND THE AUTHOR DISCLAIMS ALL WARRANTIES WITH REGARD TO THIS SOFTWARE INCLUDING ALL IMPLIED WARRANTIES OF
MERCHANTABILITY AND FITNESS. IN NO EVENT SHALL THE AUTHOR BE LIABLE FOR ANY SPECIAL, DIRECT, INDIRECT, OR CONSEQUENTIAL DAMAGES OR ANY DAMAGES
WHATSOEVER RESULTING FROM LOSS OF USE, DATA OR PROFITS, WHETHER IN AN ACTION OF CONTRACT, NEGLIGENCE OR OTHER TORTIOUS ACTION, ARISING OUT OF OR
IN CONNECTION WITH THE USE OR PERFORMANCE OF THIS SOFTWARE.`;

/** Licences of which some packages only give the name. */
const TEXTS = { MIT: mitOf, ISC: iscOf };

/** Folders of the packages that the inputs of esbuild's metafiles stand in. */
export function packagesOf(metafiles) {
  const inputs = metafiles.flatMap(({ outputs }) =>
    Object.values(outputs).flatMap((output) =>
      Object.entries(output.inputs)
        .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
        .map(([path]) => path),
    ),
  );
  const folders = new Set(inputs.flatMap((path) => /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? []));
  for (const name of DATA) folders.add(`node_modules/${name}`);
  return [...folders].sort().map((folder) => {
    const { name, version, license: given, licenses, author } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    // Older packages have a list.
    const one = given ?? licenses?.[0];
    const license = typeof one === 'string' ? one : (one?.type ?? null);
    const file = readdirSync(folder).find((entry) => /^(?:licen[cs]e|copying)(?:[.-]|$)/i.test(entry));
    return {
      name,
      version,
      license,
      text: file
        ? readFileSync(join(folder, file), 'utf8').trim()
        : (TEXTS[license]?.(typeof author === 'string' ? author : (author?.name ?? `the authors of ${name}`)) ?? null),
    };
  });
}

export const licenceText = (packages) =>
  `Area SEND Drafting holds parts of these packages.\n\n${packages.map(({ name, version, license, text }) => `${'='.repeat(80)}\n${name} ${version}: ${license}\n${'='.repeat(80)}\n\n${text ?? 'The package has no text of its licence.'}\n`).join('\n')}`;

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const file = fileURLToPath(new URL('../dist/LICENSES.txt', import.meta.url));
  if (!existsSync(file)) {
    console.error('There is no build yet: run “npm run build” first.');
    process.exit(2);
  }
  for (const [, line] of readFileSync(file, 'utf8').matchAll(/^={80}\n(.+)\n={80}$/gm)) console.log(line);
}
