import { type AllowedUnits, allowedUnits, ConfigError, permitsUnit, quoted } from "../core/index.ts";
import type { Variables } from "./inputs/connection.ts";
import { listOf, type ReadInput, textOrNull } from "./inputs/forms.ts";

/** Which business unit this step works for, and which it may work for. */
export interface BusinessUnitInputs {
  readonly unit: string | null;
  readonly allowed: AllowedUnits;
}

export function readBusinessUnits(read: ReadInput, variables: Variables): BusinessUnitInputs {
  const given = listOf(read, "business-units");
  const allowed = allowedUnits(given.length === 0 ? null : given, variables);
  return { unit: textOrNull(read, "business-unit"), allowed };
}

/**
 * A guard against accidents, before any call: SCM knows nothing of business units, and authority is a matter of its roles.
 * @throws ConfigError `config.business_unit`
 */
export function checkBusinessUnit({ unit, allowed }: BusinessUnitInputs): void {
  if (permitsUnit(allowed, unit)) return;
  const found = unit === null ? "the step names no business unit" : `the step works for ${quoted(unit)}`;
  throw new ConfigError(
    `run this step: ${found}, and allowed are ${(allowed ?? []).map(quoted).join(", ") || "none at all"}`,
    {
      code: "config.business_unit",
      path: "business-unit",
      hint: "Set business-unit to one that SECTIGO_BUSINESS_UNITS and business-units allow, or run it where that unit is allowed.",
    },
  );
}
