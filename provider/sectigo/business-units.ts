import { ConfigError, type EnvironmentVariables, quoted } from "../../core/index.ts";

/**
 * Which business units this run may touch: those of the provider block that the environment lists too, so that a
 * configuration can narrow what the environment allows and never widen it. A guard against accidents: SCM knows nothing of
 * business units, and authority is a matter of SCM's roles.
 */
export class BusinessUnits {
  /** Null: no guard, all units and none. */
  readonly allowed: readonly string[] | null;

  constructor(fromBlock: readonly string[] | null, variables: EnvironmentVariables) {
    const fromEnvironment = listed(variables.SECTIGO_BUSINESS_UNITS);
    this.allowed =
      fromBlock === null || fromEnvironment === null
        ? (fromBlock ?? fromEnvironment)
        : fromBlock.filter((unit) => fromEnvironment.includes(unit));
  }

  /** What belongs to no unit is not allowed either: leaving the unit out would be the way around the guard. */
  permits(unit: string | null): boolean {
    return this.allowed === null || (unit !== null && this.allowed.includes(unit));
  }

  /**
   * @param what the attempt with its name: `read connector "main"`
   * @param hint what to do, where the unit is not the object's own argument
   * @throws ConfigError `config.business_unit`
   */
  check(unit: string | null, what: string, hint: string = CORRECT): void {
    if (this.permits(unit)) return;
    const found =
      unit === null ? "it belongs to no business unit" : `it belongs to business unit ${quoted(unit)}`;
    const allowed = (this.allowed ?? []).map(quoted).join(", ") || "none at all";
    throw new ConfigError(`${what}: ${found}; this run is for ${allowed}`, {
      code: "config.business_unit",
      path: "business_unit",
      hint,
    });
  }
}

const CORRECT =
  "Run it where that unit is allowed by SECTIGO_BUSINESS_UNITS and the provider's business_units, or correct business_unit.";

/** Null when the variable is not set; set to nothing but commas it allows nothing. */
function listed(variable: string | undefined): readonly string[] | null {
  if (!variable) return null;
  return variable
    .split(",")
    .map((unit) => unit.trim())
    .filter((unit) => unit !== "");
}
