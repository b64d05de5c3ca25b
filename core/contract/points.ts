import type { Point } from "./point.ts";
import { accountPoints } from "./points/accounts.ts";
import { detailPoints } from "./points/details.ts";
import { downloadPoints } from "./points/downloads.ts";
import { issuedNamePoints } from "./points/issued-names.ts";
import { lifePoints } from "./points/life.ts";
import { listPoints } from "./points/lists.ts";

/** All points, by area. Those that need orders come after those that only read. */
export const CONTRACT: readonly { readonly area: string; readonly points: readonly Point[] }[] = [
  { area: "Lists", points: listPoints },
  { area: "Details, refusals, reports", points: detailPoints },
  { area: "Downloads", points: downloadPoints },
  { area: "Accounts and sign-in", points: accountPoints },
  { area: "Names", points: issuedNamePoints },
  { area: "Life of a certificate", points: lifePoints },
];
