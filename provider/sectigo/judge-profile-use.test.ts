import { expect, it } from "vitest";
import { UNKNOWN } from "../framework/value.ts";
import { judgeProfileUse } from "./judge-profile-use.ts";

it.each([
  ["csr", { csr_pem: "…" }, []],
  ["csr", { csr_pem: UNKNOWN }, []],
  ["csr", { csr_pem: "…", private_key: {} }, ["private_key"]],
  ["sensor", { private_key_wo: "…" }, []],
  ["rest_api", { private_key: {}, sensor: "dc1" }, ["sensor"]],
  ["agent", { csr_pem: "…" }, ["csr_pem"]],
  ["acme", {}, ["profile"]],
  ["a method of a later release", { sensor: "dc1" }, []],
])("S43 a certificate of %s with %j has faults at %j", (enrollment_method, inputs, places) => {
  const found = judgeProfileUse({ enrollment_method }, inputs, "order");
  expect(found.map((diagnostic) => diagnostic.path)).toEqual(places.map((attribute) => [{ attribute }]));
  for (const { severity, detail } of found)
    expect([severity, detail]).toEqual(["error", expect.stringMatching(/./)]);
});

it("S57 an imported certificate of any method is kept", () => {
  expect(judgeProfileUse({ enrollment_method: "acme" }, {}, "keep")).toEqual([]);
});
