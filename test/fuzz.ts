/** Whether this is `npm run test:fuzz`, which also judges processor time: `npm test` must not depend on how busy a machine is. */
export const FUZZING = Boolean(process.env.FUZZ);

/** How many random texts a property is tried on: `usual` in each run of the tests, forty times as many under `npm run test:fuzz`. */
export const runs = (usual: number): number => (FUZZING ? usual * 40 : usual);
