import { expect, it } from "vitest";
import { testScm } from "../../../../test/fake-scm/testing.ts";
import { connection } from "../../../../test/support/certificate-stage.ts";
import { silentLog } from "../../../../test/support/library-provider.ts";
import { proposedNew } from "../../../../test/support/terraform-core.ts";
import { applyResource } from "../../../framework/apply-resource.ts";
import { decodeObject, encodeObject } from "../../../framework/attribute.ts";
import { checkApplied } from "../../../framework/check/check-applied.ts";
import { checkPlan } from "../../../framework/check/check-plan.ts";
import { formatPath } from "../../../framework/path.ts";
import { planResource } from "../../../framework/plan-resource.ts";
import { validateConfig } from "../../../framework/validate.ts";
import { UNKNOWN, type ValueRecord } from "../../../framework/value.ts";
import { planningView } from "../../../framework/view.ts";
import type { AssignmentRuleRef } from "../../assignment-rule-ref.ts";
import { explain } from "../../explain.ts";
import { assignmentRuleResource } from "../assignment-rule.ts";

const { attributes } = assignmentRuleResource.spec;
const RULE = {
  name: "Platform",
  conditions: [{ attribute: "common_name", operator: "ends_with", value: ".example.test" }],
  tags: ["platform"],
};

const configOf = (rule: object): ValueRecord => encodeObject(attributes, { ...rule });

async function plan(config: ValueRecord, prior: ValueRecord | null): Promise<ValueRecord> {
  const environment = {
    ...{ api: null, signal: new AbortController().signal, log: silentLog },
    explain: (thrown: unknown) => explain(thrown, null),
  };
  const proposed = proposedNew(attributes, prior, config);
  const input = { config, prior, proposed, private: new Uint8Array() };
  const { planned, requiresReplace, diagnostics } = await planResource(
    assignmentRuleResource,
    input,
    environment,
  );
  expect([diagnostics, requiresReplace]).toEqual([[], []]);
  expect(checkPlan(attributes, { config, prior, planned: planned ?? {} })).toEqual([]);
  return planned ?? {};
}

function refIn(state: ValueRecord): AssignmentRuleRef {
  // Decoded by the attributes that the type was inferred from.
  return decodeObject(attributes, state).ref as AssignmentRuleRef;
}

it("plans its ref at once, and applies what was planned without a call", async () => {
  await using scm = await testScm();
  const api = connection(scm);
  const config = configOf(RULE);
  const planned = await plan(config, null);
  expect(refIn(planned)).toMatchObject({ ...RULE, match: "all", groups: null });
  const environment = { api, signal: new AbortController().signal, log: silentLog, explain: api.explain };
  const input = { config, prior: null, planned, private: new Uint8Array() };
  const { state, diagnostics } = await applyResource(assignmentRuleResource, input, environment);
  expect(diagnostics).toEqual([]);
  expect(checkApplied(attributes, planned, state ?? {})).toEqual([]);
  expect(await plan(config, state)).toEqual(state);
  expect(await scm.control.requests()).toEqual([]);
  await api.client.close();
});

it("leaves its ref unknown while a part of the rule is", async () => {
  const planned = await plan({ ...configOf(RULE), tags: [UNKNOWN] }, null);
  expect(planned.ref).toBe(UNKNOWN);
});

it("keeps the order of a set in its ref, and takes over another name", async () => {
  const state = await plan(configOf({ ...RULE, tags: ["platform", "shop"] }), null);
  const other = configOf({ ...RULE, tags: ["shop", "platform"] });
  expect((await plan(other, state)).ref).toEqual(state.ref);
  expect(refIn(await plan({ ...other, name: "Other" }, state))).toMatchObject({ name: "Other" });
});

function complaints(config: ValueRecord): readonly string[] {
  const own = validateConfig(attributes, config, { areWriteOnlyAllowed: true });
  const all =
    own.length > 0
      ? own
      : assignmentRuleResource.handlers.validate?.(planningView(attributes, config) as never);
  return (all ?? []).map(({ path = [], detail }) => `${formatPath(path)} ${detail}`);
}

it.each<[string, object, RegExp]>([
  [
    "an unknown attribute",
    { conditions: [{ attribute: "comon_name", operator: "is_set" }] },
    /^conditions\[0\]\.attribute There is no attribute "comon_name"; perhaps common_name/,
  ],
  [
    "an operator of another kind",
    { conditions: [{ attribute: "key_size", operator: "matches", value: "2" }] },
    /^conditions\[0\]\.operator There is no operator "matches" for "key_size"; allowed are equals, /,
  ],
  [
    "a broken regular expression",
    { groups: [{ conditions: [{ attribute: "issuer", operator: "matches", value: "(" }] }] },
    /^groups\[0\]\.conditions\[0\]\.value The regular expression "\(" can't be read: missing closing \)/,
  ],
  ["an owner without an address", { owners: ["ops"] }, /^owners An owner is a mail address/],
  ["a nameless attribute", { custom_attributes: { "": "x" } }, /^custom_attributes\[""\] A name has/],
  ["nothing to give", { tags: null }, /^ The rule assigns nothing/],
  ["no condition", { conditions: null }, /^conditions The rule has no condition/],
])("refuses %s", (_what, changes, complaint) => {
  expect(complaints(configOf({ ...RULE, ...changes }))).toEqual([expect.stringMatching(complaint)]);
});

it("judges a word that is known although the other is not", () => {
  const [condition] = [{ attribute: "comon_name", operator: UNKNOWN, value: null, values: null }];
  expect(complaints({ ...configOf(RULE), conditions: [condition] })).toEqual([
    expect.stringMatching(/^conditions\[0\]\.attribute /),
  ]);
});
