import fc from 'fast-check';

/*
 * One seed for all properties: a run of the tests says the same of the same code everywhere, so that it fails for who broke something and not for who comes next.
 * `npm run test:fuzz` draws a new one each time and tries many more texts; fast-check prints the seed of what fails.
 */
const seed = process.env['FUZZ_SEED'];
if (seed !== undefined) fc.configureGlobal({ seed: Number(seed) });
else if (!process.env['FUZZ']) fc.configureGlobal({ seed: 153 });
