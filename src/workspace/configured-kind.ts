import picomatch from 'picomatch';
import type { DocumentKind } from '../framework/types.js';
import type { Settings } from '../settings/settings.js';

/** The configuration file that counts for the documents in its folder and below, where no nearer one does. */
export const CONFIG_FILE = '.areasend.json';

/** The kind that settings give to a path, relative to the folder that their patterns start from: that of the first pattern which fits. */
export function configuredKind({ documents }: Pick<Settings, 'documents'>, path: string): DocumentKind | undefined {
  for (const [pattern, kind] of Object.entries(documents)) if (picomatch.isMatch(path, pattern, { dot: true })) return kind;
  return undefined;
}
