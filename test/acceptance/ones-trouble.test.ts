/** S80: what the world does to one certificate of a state stops no other. */
import { describe, expect, it } from "vitest";
import { makeCsr } from "../fake-scm/testing.ts";
import { HEADER } from "./support/configuration.ts";
import { stage } from "./support/scm.ts";

const START = "2026-04-01T00:00:00Z";
/** Three days before the end of 199 days: the hard deadline of all has passed. */
const LATE = "2026-10-14T00:00:00Z";
const NAMES = ["good", "revoked", "automatic", "gone"] as const;

const MAIN = `${HEADER}
resource "sectigo_certificate" "each" {
  for_each        = toset(["${NAMES.join('", "')}"])
  organization_id = 7003
  scm_profile_id  = 3312
  csr_pem         = file("\${each.key}.csr")
}
`;

describe("S80 a state of four certificates, three of them in trouble", () => {
  it("renews the good one in an apply that errs for the three alone", async () => {
    const csrs = NAMES.map((name) => [`${name}.csr`, makeCsr(`${name}.example.test`).csr]);
    await using set = await stage(
      { "main.tf": MAIN, ...Object.fromEntries(csrs) },
      { now: Date.parse(START) },
    );
    const { workspace, scm } = set;
    await workspace.init();
    const run = (...args: string[]) => workspace.run([...args, "-no-color"], { SECTIGO_TEST_CLOCK: at });
    let at = START;
    expect((await run("apply", "-auto-approve")).code).toBe(0);
    const id = async (name: string): Promise<number> =>
      (await scm.control.certificates()).find(({ commonName }) => commonName === `${name}.example.test`)
        ?.sslId ?? 0;
    await scm.control.revoke(await id("revoked"), 5);
    await scm.control.act(await id("automatic"), "edit", { autoRenewState: "Scheduled" });
    await scm.control.act(await id("gone"), "delete");
    at = LATE;
    await scm.control.setClock(at);
    const plan = await run("plan", "-detailed-exitcode");
    expect([plan.code, plan.stderr]).toEqual([2, ""]);
    const apply = await run("apply", "-auto-approve");
    expect(apply.code).toBe(1);
    for (const name of ["revoked", "automatic", "gone"]) expect(apply.stderr).toContain(`each["${name}"]`);
    expect(apply.stderr).not.toContain('each["good"]');
    const good = (await scm.control.certificates()).filter(
      ({ commonName }) => commonName === "good.example.test",
    );
    expect(good.map(({ status }) => status)).toEqual(["Issued", "Issued"]);
    expect(await scm.control.certificates()).toHaveLength(4);
  });
});
