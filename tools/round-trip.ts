/*
 * What of the documents in a folder comes home from Word: `npm run round-trip -- FOLDER [--libreoffice] [--show]`.
 * Each is written as a Word file and read again; with --libreoffice, LibreOffice opens and saves it in between. With --show each difference is listed.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { ASPECTS, roundTrip } from '../test/convert/round-trip.js';
import { given, savedByOffice } from './_office.js';

const {
  paths: [folder],
  has,
} = given('round-trip -- FOLDER [--libreoffice] [--show]');
const show = has('--show');
const libreOffice = has('--libreoffice');

const scratch = mkdtempSync(join(tmpdir(), 'area-send-round-trip-'));

/** In the same folder, from which addresses of files beside it are told. */
function saved(bytes: Uint8Array): Uint8Array {
  writeFileSync(join(scratch, 'a.docx'), bytes);
  savedByOffice(scratch, 'docx:MS Word 2007 XML', scratch, [join(scratch, 'a.docx')]);
  return new Uint8Array(readFileSync(join(scratch, 'a.docx')));
}

async function main(): Promise<void> {
  const files = readdirSync(folder!).filter((name) => name.endsWith('.md') && name !== 'README.md');
  const width = files.reduce((most, name) => Math.max(most, name.length), 5);
  const row = (name: string, cells: readonly string[]): string => [name.padEnd(width), ...cells.map((cell) => cell.padStart(11))].join('');
  console.log(row('', ASPECTS));
  const totals = ASPECTS.map(() => ({ same: 0, count: 0 }));
  for (const name of files) {
    const { aspects } = await roundTrip(readFileSync(join(folder!, name), 'utf8'), libreOffice ? saved : undefined);
    const cells = ASPECTS.map((aspect, index) => {
      const { count, lost, gained } = aspects[aspect];
      const wrong = Math.max(lost.length, gained.length);
      totals[index]!.count += Math.max(count, wrong);
      totals[index]!.same += Math.max(count, wrong) - wrong;
      return wrong === 0 ? String(count) : `${Math.max(count, wrong) - wrong} of ${Math.max(count, wrong)}`;
    });
    console.log(row(basename(name), cells));
    if (!show) continue;
    for (const aspect of ASPECTS) {
      for (const line of aspects[aspect].lost.slice(0, 8)) console.log(`    - ${aspect}: ${line.slice(0, 300)}`);
      for (const line of aspects[aspect].gained.slice(0, 8)) console.log(`    + ${aspect}: ${line.slice(0, 300)}`);
    }
  }
  console.log(
    row(
      'all',
      totals.map(({ same, count }) => (same === count ? '100%' : `${((100 * same) / count).toFixed(2)}%`)),
    ),
  );
}

try {
  await main();
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
