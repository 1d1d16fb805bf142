/** How many random texts a property is tried on: `usual` in each run of the tests, forty times as many under `npm run test:fuzz`. */
export const runs = (usual: number): number => (process.env.FUZZ ? usual * 40 : usual);
