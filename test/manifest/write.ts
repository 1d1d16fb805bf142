// Writes the settings of package.json and the schema of `.areasend.json`: `npx tsx test/manifest/write.ts`.
import { readFileSync, writeFileSync } from 'node:fs';
import { configFileSchema, configuration } from './configuration.js';

const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as { contributes: Record<string, unknown> };
manifest.contributes.configuration = configuration();
writeFileSync('package.json', `${JSON.stringify(manifest, null, 2)}\n`);
writeFileSync('media/areasend.schema.json', `${JSON.stringify(configFileSchema(), null, 2)}\n`);
