import { readFileSync } from 'node:fs';
import { setDictionary } from './language/dictionary.js';

/** Beside the bundle, beside a chunk of it, and in the source tree. */
const PLACES = ['./dictionary/en-GB.txt', '../dictionary/en-GB.txt', '../../dictionary/en-GB.txt'];

function readDictionary(): string | null {
  for (const place of PLACES) {
    try {
      return readFileSync(new URL(place, import.meta.url), 'utf8');
    } catch {
      // The next place.
    }
  }
  return null;
}

/** Lets the spelling rule read its dictionary from this installation when it looks up its first word. */
export const installDictionary = (): void => setDictionary(readDictionary);
