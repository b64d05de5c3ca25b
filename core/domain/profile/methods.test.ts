import { describe, expect, it } from "vitest";
import {
  ENROLLMENT_METHODS,
  type EnrollmentMethod,
  judgeMethodInputs,
  METHOD_RULES,
  type MethodInput,
  type PresentInputs,
} from "./methods.ts";

const NOTHING: PresentInputs = {
  csr_pem: "absent",
  private_key: "absent",
  private_key_wo: "absent",
  sensor: "absent",
};
const INPUTS = Object.keys(NOTHING) as MethodInput[];

/** What may be given alone, by method: `+` is taken, `-` refused, `~` taken but not enough. */
const MATRIX: Readonly<Record<EnrollmentMethod, Readonly<Record<MethodInput, "+" | "-" | "~">>>> = {
  admin_web_request: { csr_pem: "+", private_key: "-", private_key_wo: "-", sensor: "-" },
  browser_pkcs12: { csr_pem: "-", private_key: "-", private_key_wo: "-", sensor: "-" },
  csr: { csr_pem: "+", private_key: "-", private_key_wo: "-", sensor: "-" },
  agent: { csr_pem: "-", private_key: "-", private_key_wo: "-", sensor: "-" },
  sensor: { csr_pem: "+", private_key: "+", private_key_wo: "+", sensor: "~" },
  rest_api: { csr_pem: "+", private_key: "+", private_key_wo: "+", sensor: "-" },
  acme: { csr_pem: "-", private_key: "-", private_key_wo: "-", sensor: "-" },
};

describe("judgeMethodInputs", () => {
  const cases = ENROLLMENT_METHODS.flatMap((method) =>
    INPUTS.map((input) => [method, input, MATRIX[method][input]] as const),
  );

  it.each(cases)("S43 %s with %s: %s", (method, input, verdict) => {
    const faults = judgeMethodInputs(method, { ...NOTHING, [input]: "present" });
    expect(faults.length > 0).toBe(verdict !== "+");
    if (verdict === "-") expect(faults[0]?.input).toBe(input);
    if (verdict === "~") expect(faults[0]?.input).not.toBe(input);
  });

  it.each(ENROLLMENT_METHODS)("S43 %s without any input is refused in an order", (method) => {
    expect(judgeMethodInputs(method, NOTHING)).toHaveLength(1);
  });

  it.each(ENROLLMENT_METHODS)("S43 %s takes an imported certificate, which has no inputs", (method) => {
    expect(judgeMethodInputs(method, NOTHING, "keep")).toEqual([]);
  });

  it.each(["csr", "rest_api", "sensor"] as const)("S43 %s waits for what is known after apply", (method) => {
    expect(judgeMethodInputs(method, { ...NOTHING, csr_pem: "unknown" })).toEqual([]);
  });

  it("S47 names the Action where the host enrolls on its own", () => {
    const [fault] = judgeMethodInputs("agent", { ...NOTHING, csr_pem: "present" });
    expect(fault?.detail).toMatch(/GitHub Action in agent mode/);
  });

  it("says which method takes what this one refuses", () => {
    const [fault] = judgeMethodInputs("csr", { ...NOTHING, csr_pem: "present", private_key: "present" });
    expect(fault).toEqual({
      input: "private_key",
      summary: "The profile's enrollment method csr takes no private_key",
      detail: "It takes csr_pem. Leave private_key out, or use a profile with the method sensor or rest_api.",
    });
  });

  it("sends people elsewhere exactly where nothing is ordered here", () => {
    for (const method of ENROLLMENT_METHODS)
      expect(METHOD_RULES[method].elsewhere === null).toBe(METHOD_RULES[method].inputs !== null);
  });
});
