/**
 * How much a test tries: `usual` in every run, `full` under `npm run test:long`.
 * The usual amount meets every case at least once; the full one meets every combination, or many more random ones.
 */
export function budget<Amount>({ usual, full }: { readonly usual: Amount; readonly full: Amount }): Amount {
  return process.env.TEST_BUDGET === "full" ? full : usual;
}
