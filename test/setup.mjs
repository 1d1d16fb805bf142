// Mocha loads this first, so that a new rule file is in the list without a build.
import '../tools/generate/sources.mjs';
