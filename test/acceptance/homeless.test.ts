import { expect, it } from "vitest";
import { startFakeScm } from "../fake-scm/server.ts";
import { HEADER } from "./support/configuration.ts";
import { inventory } from "./support/inventory.ts";
import { signIn } from "./support/scm.ts";
import { Workspace } from "./support/terraform.ts";

/** As in many containers: no home folder, so no place for a store. */
const NO_HOME = { HOME: "", XDG_CACHE_HOME: "" };

it("without HOME an inventory goes on without a store, and says so", async () => {
  const scm = await startFakeScm({ issueDelayMs: 0, records: 40 });
  const main = `${HEADER}${inventory({ certificate_types: '["ssl"]' }, { limit: "0" })}`;
  const set = new Workspace({ environment: { ...signIn(scm), ...NO_HOME }, files: { "main.tf": main } });
  try {
    await set.init();
    const { stdout } = await set.apply();
    expect(stdout.replace(/[│\s]+/g, " ")).toContain(
      "Neither XDG_CACHE_HOME nor HOME is set, so it is held in memory for this run",
    );
    expect((await set.state()).values("data.sectigo_inventory.all").total).toBeGreaterThan(20);
    expect((await set.plan()).code).toBe(0);
  } finally {
    set.remove();
    await scm.close();
  }
});
