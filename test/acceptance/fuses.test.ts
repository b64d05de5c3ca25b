import { describe, expect, it } from "vitest";
import { makeCsr } from "../fake-scm/testing.ts";
import { certificate, HEADER } from "./support/configuration.ts";
import { type Stage, stage } from "./support/scm.ts";

const START = "2026-03-16T10:00:00Z";
const OPEN = "2026-05-20T10:00:00Z";

/** So many certificates for one request, told apart by their order_key. */
function fleet(count: number, provider = ""): string {
  const wanted = certificate({ count: String(count), order_key: "tostring(count.index)", term_days: "90" });
  return `${HEADER}${provider === "" ? "" : `provider "sectigo" {\n  ${provider}\n}\n`}${wanted.replace(HEADER, "")}`;
}

async function at(set: Stage, instant: string, args: readonly string[]) {
  await set.scm.control.setClock(instant);
  const run = await set.workspace.run([...args, "-no-color"], { SECTIGO_TEST_CLOCK: instant });
  return { ...run, text: `${run.stdout}${run.stderr}`.replace(/[\s│]+/g, " ") };
}

async function started(count: number, provider: string): Promise<Stage> {
  const files = { "main.tf": fleet(count, provider), "shop.csr": makeCsr("shop.example.test").csr };
  const set = await stage(files, { now: new Date(START).getTime() });
  await set.workspace.init();
  const applied = await at(set, START, ["apply", "-auto-approve"]);
  expect({ code: applied.code, text: applied.text }).toMatchObject({ code: 0 });
  return set;
}

const alive = async ({ scm }: Stage) =>
  (await scm.control.certificates()).filter(({ status }) => status === "Issued").length;

describe("S72 fuses", () => {
  it("refuse the plan of 101 due renewals, which lists them, and renew them once the limit is raised", async () => {
    await using set = await started(101, "max_orders_per_run = 101");
    set.workspace.write("main.tf", fleet(101));
    const plan = await at(set, OPEN, ["plan"]);
    expect(plan.code).toBe(1);
    expect(plan.text).toMatch(/this run would order more than 100 certificates/);
    expect(plan.text).toMatch(
      /Counted before it: (Certificate shop\.example\.test \(ssl_id[^;]*; ){10}and 90 more/,
    );
    expect(await set.scm.control.certificates()).toHaveLength(101);
    set.workspace.write("main.tf", fleet(101, "max_orders_per_run = 101"));
    expect((await at(set, OPEN, ["apply", "-auto-approve"])).code).toBe(0);
    expect(await set.scm.control.certificates()).toHaveLength(202);
    expect((await at(set, OPEN, ["plan", "-detailed-exitcode"])).code).toBe(0);
  });

  it("refuse before the call what -replace and taint revoke, which no plan shows", async () => {
    await using set = await started(3, "max_revocations_per_run = 1");
    await set.workspace.must(["taint", "sectigo_certificate.shop[0]"]);
    await set.workspace.must(["taint", "sectigo_certificate.shop[1]"]);
    const tainted = await at(set, START, ["apply", "-auto-approve", "-replace=sectigo_certificate.shop[2]"]);
    expect(tainted.code).toBe(1);
    expect(tainted.text).toMatch(/would revoke more than 1 certificate/);
    expect((await set.scm.control.certificates()).filter(({ status }) => status === "Revoked")).toHaveLength(
      1,
    );
    expect(await alive(set)).toBe(3);
  });
});
