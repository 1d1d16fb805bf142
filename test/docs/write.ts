// npm run docs: writes docs/rules/ from the rules themselves.
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import '../../.ci/generate.mjs';

const { rulePages } = await import('./pages.js');
const folder = new URL('../../docs/rules/', import.meta.url);
const pages = rulePages();
mkdirSync(folder, { recursive: true });
for (const name of readdirSync(folder)) if (!pages.has(name)) rmSync(new URL(name, folder));
for (const [name, text] of pages) writeFileSync(new URL(name, folder), text);
