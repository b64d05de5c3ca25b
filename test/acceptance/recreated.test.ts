import { describe, expect, it } from "vitest";
import { makeCsr } from "../fake-scm/testing.ts";
import { certificate } from "./support/configuration.ts";
import { type Stage, stage } from "./support/scm.ts";

const ADDRESS = "sectigo_certificate.shop";
const CREATE_FIRST = "\n  lifecycle {\n    create_before_destroy = true\n  }\n}\n";
const KEYS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "the user's request": {},
  "a key kept in state": {
    ...{ csr_pem: "null", private_key: "{}", subject_alternative_names: '["shop.example.test"]' },
  },
};

async function shop(key: string, lifecycle: string): Promise<Stage> {
  const main = certificate(KEYS[key]).replace(/\n\}\n$/, lifecycle);
  const files = { "main.tf": main, "shop.csr": makeCsr("shop.example.test").csr };
  const set = await stage(files, {}, { keepsKeysInState: true });
  await set.workspace.init();
  await set.workspace.must(APPLY, SCOPE);
  return set;
}

const SCOPE = { SECTIGO_ORDER_SCOPE: "example/infra:recreated" };
const APPLY = ["apply", "-auto-approve", "-no-color"];

/** What lives in SCM is what the state holds, and nothing else is left behind. */
async function expectOneAlive({ scm, workspace }: Stage): Promise<void> {
  const { ssl_id, serial_number } = (await workspace.state()).values(ADDRESS);
  const alive = (await scm.control.certificates()).filter(({ status }) => status === "Issued");
  expect(alive.map(({ sslId, serialNumber }) => [sslId, serialNumber?.replaceAll(":", "")])).toEqual([
    [ssl_id, serial_number],
  ]);
  const plan = await workspace.run(["plan", "-detailed-exitcode", "-no-color"], SCOPE);
  expect({ code: plan.code, text: plan.stdout + plan.stderr }).toMatchObject({ code: 0 });
}

const LIFECYCLES = [
  { order: "destroyed first", lifecycle: "\n}\n", orders: 3 },
  { order: "created first", lifecycle: CREATE_FIRST, orders: 1 },
];

describe("what Terraform makes anew although it is never recreated by us", () => {
  it.each(
    Object.keys(KEYS)
      .flatMap((key) => LIFECYCLES.map((each) => ({ key, ...each })))
      // What is made first looks like one of another state, whose key serves there: see below.
      .filter(({ key, orders }) => key === "the user's request" || orders > 1),
  )("$order, for $key: by -replace, then tainted, then destroyed; never two alive, never one left behind", async ({
    key,
    lifecycle,
    orders,
  }) => {
    await using set = await shop(key, lifecycle);
    const { workspace, scm } = set;
    await workspace.must([...APPLY, `-replace=${ADDRESS}`], SCOPE);
    await expectOneAlive(set);
    await workspace.must(["taint", ADDRESS]);
    await workspace.must(APPLY, SCOPE);
    await expectOneAlive(set);
    expect(await scm.control.certificates()).toHaveLength(orders);
    await workspace.must(["destroy", "-auto-approve", "-no-color"], SCOPE);
    expect((await scm.control.certificates()).filter(({ status }) => status !== "Revoked")).toEqual([]);
  });

  it("created first, for a key kept in state: is refused in words, and the one that serves goes on", async () => {
    await using set = await shop("a key kept in state", CREATE_FIRST);
    const { workspace, scm } = set;
    const told = await workspace.run([...APPLY, `-replace=${ADDRESS}`], SCOPE);
    expect(told.code).toBe(1);
    expect((told.stdout + told.stderr).replace(/\s+[│╷╵]?\s*/g, " ")).toMatch(
      /issued for a key that is not here/,
    );
    await expectOneAlive(set);
    expect(await scm.control.certificates()).toHaveLength(1);
  });
});
