/**
 * What one run may order and revoke unless told otherwise: so that a mistake stays small, such as a loop over the wrong
 * list or a clock that is wrong.
 */
export const MOST_PER_RUN = { orders: 100, revocations: 25 } as const;
