import {
  type AllowedUnits,
  allowedUnits,
  ConfigError,
  type EnvironmentVariables,
  permitsUnit,
  quoted,
} from "../../core/index.ts";

/** Which business units this run may touch, by the provider block and the environment. */
export class BusinessUnits {
  readonly allowed: AllowedUnits;

  constructor(fromBlock: readonly string[] | null, variables: EnvironmentVariables) {
    this.allowed = allowedUnits(fromBlock, variables);
  }

  permits(unit: string | null): boolean {
    return permitsUnit(this.allowed, unit);
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
