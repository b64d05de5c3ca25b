import { describe, expect, it } from "vitest";
import { makeCsr } from "../fake-scm/testing.ts";
import { certificate } from "./support/configuration.ts";
import { stage } from "./support/scm.ts";

const flat = (text: string): string => text.replace(/[\s│]+/g, " ");

describe("S56 a certificate that SCM no longer shows", () => {
  it("is told of, stops nothing, and its way out works: the choice is recorded, then a new one is enrolled", async () => {
    const files = { "main.tf": certificate(), "shop.csr": makeCsr("shop.example.test").csr };
    await using set = await stage(files);
    const { workspace, scm } = set;
    await workspace.init();
    await workspace.apply();
    const [record] = await scm.control.certificates();
    await scm.control.act(record?.sslId ?? 0, "delete");
    const told = await workspace.plan();
    expect(told.code).toBe(0);
    expect(flat(told.stdout)).toMatch(/set when_missing = "reenroll" and apply/);

    workspace.write("main.tf", certificate({ when_missing: '"reenroll"' }));
    expect((await workspace.apply()).stdout).toMatch(/0 added, 1 changed, 0 destroyed/);
    expect(await scm.control.certificates()).toEqual([]);
    const healed = await workspace.apply();
    expect(flat(healed.stdout)).toMatch(/is not shown by SCM any more and is forgotten/);
    expect(await scm.control.certificates()).toHaveLength(1);
    expect((await workspace.plan()).code).toBe(0);
  });
});
