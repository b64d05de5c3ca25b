import { type CountTrait, countUnits, type InventoryCounts } from "../../core/index.ts";
import type { Filled } from "./fill.ts";

type Asked = Parameters<Filled["store"]["countBy"]>[0];

/** The counts and those that take a pass over the rows each; by requester and owner only where persons are shown. */
export async function countedBy(
  store: Filled["store"],
  asked: Asked,
  { counts, showsPersons }: { readonly counts: InventoryCounts; readonly showsPersons: boolean },
) {
  const by = (trait: CountTrait) => store.countBy(asked, trait);
  const persons = showsPersons ? { byRequester: await by("requester"), byOwner: await by("owner") } : {};
  return {
    ...counts,
    byScmProfile: await by("scm_profile"),
    byTag: await by("tag"),
    byBusinessUnit: countUnits(asked.view.businessUnits, counts),
    ...persons,
  };
}
