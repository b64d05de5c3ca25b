import { describe, expect, it } from "vitest";
import { makeCsr } from "../fake-scm/testing.ts";
import { certificate, HEADER } from "./support/configuration.ts";
import { inventory } from "./support/inventory.ts";
import { stage } from "./support/scm.ts";

const NOW = "2026-03-16T10:00:00Z";
const SSL = { certificate_types: '["ssl"]' };
/** As docs/guides/limits.md says: nothing but the provider's lines from INFO on, in a file. */
const LOOK = { TF_LOG: "", TF_LOG_PROVIDER: "INFO", TF_LOG_PATH: "progress.log", SECTIGO_TEST_CLOCK: NOW };

describe("what takes long says so at INFO, with counts", () => {
  it("an import", async () => {
    const main = `${HEADER}${inventory(SSL, { store: '"kept/inventory.sqlite"' })}`;
    await using set = await stage({ "main.tf": main }, { now: Date.parse(NOW), records: 2_500 });
    await set.workspace.init();
    await set.workspace.must(["apply", "-auto-approve"], LOOK);
    const lines = set.workspace.read("progress.log").split("\n");
    const counts = lines
      .filter((line) => line.includes("importing certificates"))
      .map((line) => Number(/\brows=(\d+)/.exec(line)?.[1]));
    expect(counts.length).toBeGreaterThan(1);
    expect([...counts].sort((one, other) => one - other)).toEqual(counts);
    expect(lines.find((line) => line.includes("importing certificates"))).toMatch(/\[INFO\].*\btype=ssl\b/);
  });

  it("a wait for a certificate", async () => {
    const files = { "main.tf": certificate(), "shop.csr": makeCsr("shop.example.test").csr };
    await using set = await stage(files, { issueDelayMs: 1_500 });
    await set.workspace.init();
    await set.workspace.must(["apply", "-auto-approve"], { ...LOOK, SECTIGO_TEST_CLOCK: "" });
    const [record] = await set.scm.control.certificates();
    expect(set.workspace.read("progress.log")).toMatch(
      new RegExp(`\\[INFO\\].*waiting for a certificate to be issued: .*\\bsslId=${record?.sslId}\\b`),
    );
  });
});
