/** Writes `snippets/area-send.json` anew: `npx tsx test/snippets/write.ts`. */
import { writeFileSync } from 'node:fs';
import { snippets } from '../../src/templates/snippets.js';

writeFileSync(new URL('../../snippets/area-send.json', import.meta.url), `${JSON.stringify(snippets(), null, 2)}\n`);
