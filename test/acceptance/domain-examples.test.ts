import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { describe, expect, it, vi } from "vitest";
import { VALIDATION_METHODS } from "../../core/index.ts";
import { type DnsRecord, startDnsServer } from "../support/dns-server.ts";
import { type Stage, stage } from "./support/scm.ts";

const EXAMPLES = new URL("../../examples/domains", import.meta.url);
const NOW = "2026-03-16T10:00:00Z";
const APPLY = ["apply", "-auto-approve", "-no-color"];
/** Stands for nsupdate: writes down what the DNS server of the test then answers. */
const PUBLISH =
  'printf \'{"name":"%s","type":"%s","value":"%s"}\' "$RECORD_NAME" "$RECORD_TYPE" "$RECORD_VALUE" > record.json';

/** DNS and a web server that hold what the example has published below this folder, and nothing else. */
async function startAuthorities(folder: () => string) {
  const dns = await startDnsServer(() => {
    const file = join(folder(), "record.json");
    // Written by PUBLISH, above.
    return existsSync(file) ? [JSON.parse(readFileSync(file, "utf8")) as DnsRecord] : [];
  });
  const site = createServer(({ url = "", headers }, response) => {
    const file = join(folder(), "site", url);
    if (headers.host === "shop.test" && existsSync(file)) response.end(readFileSync(file));
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => site.listen(0, "127.0.0.1", resolve));
  const address = site.address();
  if (address === null || typeof address === "string") throw new Error("the web server has no port");
  return {
    dnsServer: dns.address,
    webServer: `127.0.0.1:${address.port}`,
    async [Symbol.asyncDispose]() {
      site.close();
      await dns[Symbol.asyncDispose]();
    },
  };
}

/** The recipient of the mail confirms, once SCM has sent it. */
async function confirmMail({ scm }: Stage): Promise<void> {
  await vi.waitFor(
    async () => {
      const paths = (await scm.control.requests()).map(({ path }) => path);
      expect(paths.filter((path) => path.endsWith("/submit/domain/email"))).toHaveLength(1);
    },
    { timeout: 60_000, interval: 200 },
  );
  await scm.control.changeDomain("shop.test", { isConfirmed: true });
}

const folders = readdirSync(EXAMPLES);

describe("examples/domains", () => {
  it("has each method that no example of a resource has", () => {
    expect(folders.toSorted()).toEqual(VALIDATION_METHODS.filter((method) => method !== "cname").toSorted());
  });

  it.each(folders)("S87 %s: what it publishes is found, the second plan is empty", async (method) => {
    let folder = "";
    await using authorities = await startAuthorities(() => folder);
    const text = readFileSync(new URL(`domains/${method}/main.tf`, `${EXAMPLES}`), "utf8");
    const { dnsServer, webServer } = authorities;
    await using set = await stage({ "main.tf": text }, { now: Date.parse(NOW), dnsServer, webServer });
    const { workspace } = set;
    folder = workspace.folder;
    const environment = {
      SECTIGO_TEST_CLOCK: NOW,
      TF_VAR_web_root: join(folder, "site"),
      TF_VAR_publish_command: PUBLISH,
    };
    await workspace.init();
    const applied = workspace.must(APPLY, environment);
    await Promise.all([applied, ...(method === "email" ? [confirmMail(set)] : [])]);
    const { stdout } = await workspace.must(["output", "-raw", "expires"], environment);
    expect(stdout).toBe("2026-09-30");
    const { code, stdout: plan, stderr } = await workspace.run(["plan", "-detailed-exitcode"], environment);
    expect({ code, said: `${plan}${stderr}` }).toMatchObject({ code: 0 });
    await workspace.must(["destroy", "-auto-approve", "-no-color"], environment);
    rmSync(join(folder, "site"), { recursive: true, force: true });
  });
});
