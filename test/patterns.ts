import { readPatternsWith } from '../src/patterns/quick-pattern.js';
import { needsOf } from '../tools/patterns/needs.js';

// Loaded before the tests: bundles carry a table of what patterns need, the sources do not.
readPatternsWith((pattern) => needsOf(pattern).map(({ anyOf }) => anyOf));
