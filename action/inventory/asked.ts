import {
  attributeName,
  type CertificateType,
  ConfigError,
  countUnjudged,
  dearConditions,
  type FilterWords,
  filterBySuccessor,
  type InventoryFilter,
  type InventoryGap,
  judgeLookUps,
  refuseUnknownSuccessors,
  resolveFilter,
  unknownSuccessors,
} from "../../core/index.ts";
import type { ActionInputs } from "../inputs.ts";
import type { Filled } from "./fill.ts";
import type { GivenView } from "./view-of.ts";

interface Asked {
  readonly filter: InventoryFilter;
  /** What the view can't tell of some rows. */
  readonly gaps: readonly InventoryGap[];
}

/** What an inventory shows: what the view asks for, within the business units that this run may see. */
export async function askedOf(
  { store, view, findNames: find }: Pick<Filled, "store" | "view" | "findNames">,
  {
    inputs,
    asked,
    now,
  }: { readonly inputs: ActionInputs; readonly asked: GivenView | null; readonly now: Date },
): Promise<Asked> {
  const units = inputs.businessUnits.allowed;
  const within: InventoryFilter = units === null ? {} : { businessUnits: units };
  if (asked === null) return { filter: within, gaps: [] };
  const { words } = asked;
  const place = { path: "view", what: "the view" };
  const resolved = () =>
    resolveFilter(words, { types: view.types, find, place }).catch((thrown: unknown) => {
      throw thrown instanceof ConfigError && asked.place !== null ? asked.place.placed(thrown) : thrown;
    });
  const wanted = await resolved();
  refuseDetails(
    wanted,
    view.types.filter((type) => words.certificate_types?.includes(type) ?? true),
  );
  const filter = { ...within, allOf: [wanted] };
  const { filter: narrowed, unknown } = await bySuccessor({ store, view, filter, now }, words);
  const gaps = [...unknownSuccessors(unknown), ...(await countUnjudged(store, { view, filter, now }))];
  return { filter: narrowed, gaps: [...gaps, ...(await judgeLookUps([words], { store, view, now }))] };
}

/** The Action reads no details: a condition on what only they tell would find nothing, and say so of all. */
function refuseDetails(filter: InventoryFilter, types: readonly CertificateType[]): void {
  const [dear] = dearConditions(withoutViolations(filter), types);
  if (dear === undefined) return;
  const name = attributeName({ attribute: dear.attribute, fieldName: null });
  throw new ConfigError(
    `read the inventory: a condition on ${name} takes a call for each certificate of type ${dear.types.join(", ")}, which the Action does not make`,
    {
      ...{ code: "config.details", path: "view" },
      hint: "Narrow certificate_types to those whose import brings it, leave the condition out, or ask with Terraform and details = true.",
    },
  );
}

/** Of policies that could not be judged the warnings tell. */
function withoutViolations(filter: InventoryFilter): InventoryFilter {
  const inner = (filters: readonly InventoryFilter[] | undefined) => filters?.map(withoutViolations);
  return { ...filter, violations: undefined, allOf: inner(filter.allOf), anyOf: inner(filter.anyOf) };
}

async function bySuccessor(
  asked: Parameters<typeof filterBySuccessor>[0],
  { has_successor: isWanted = null, certificate_types: types }: FilterWords,
) {
  if (isWanted === null) return { filter: asked.filter, unknown: 0 };
  refuseUnknownSuccessors(asked.view.types.filter((type) => types?.includes(type) ?? true));
  return filterBySuccessor(asked, isWanted);
}
