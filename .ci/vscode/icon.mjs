// Draws media/icon.png (which the marketplace asks for) from media/icon.svg.
import { readFileSync } from 'node:fs';
import { openPage } from './server.mjs';

const { page, close } = await openPage({ width: 256, height: 256 });
await page.setContent(`<style>body { margin: 0 } svg { display: block }</style>${readFileSync('media/icon.svg', 'utf8')}`);
await page.screenshot({ path: 'media/icon.png', omitBackground: true });
await close();
