/** A resource with another name is the same certificate: it is neither revoked nor ordered again. */
import { rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { makeCsr } from "../fake-scm/testing.ts";
import { HEADER } from "./support/configuration.ts";
import { EXAMPLE_LTD, OV_SSL_199, type Stage, stage } from "./support/scm.ts";

const resource = (name: string, head: string, csr: string): string => `${HEADER}
resource "sectigo_certificate" "${name}" {
  ${head}
  organization_id = ${EXAMPLE_LTD}
  scm_profile_id  = ${OV_SSL_199}
  csr_pem         = ${csr}
}
`;

const byFile = resource("all", 'for_each = fileset(path.module, "csr/**/*.csr")', "file(each.value)");
const byMap = (key: string): string =>
  resource("all", `for_each = { ${key} = "csr/shop.csr" }`, "file(each.value)");
const alone = (name: string): string => resource(name, "", 'file("csr/shop.csr")');

const CSR = makeCsr("shop.example.test").csr;

interface Rename {
  readonly what: string;
  readonly before: string;
  readonly after: string;
  /** Whether the request's file goes to another folder. */
  readonly isFileMoved?: boolean;
  readonly from: string;
  readonly to: string;
}

const RENAMES: readonly Rename[] = [
  {
    ...{ what: "a renamed key of for_each", before: byMap("shop"), after: byMap("store") },
    ...{ from: 'sectigo_certificate.all["shop"]', to: 'sectigo_certificate.all["store"]' },
  },
  {
    ...{ what: "a request file in another folder", before: byFile, after: byFile, isFileMoved: true },
    from: 'sectigo_certificate.all["csr/shop.csr"]',
    to: 'sectigo_certificate.all["csr/prod/shop.csr"]',
  },
  {
    ...{ what: "a renamed resource", before: alone("shop"), after: alone("store") },
    ...{ from: "sectigo_certificate.shop", to: "sectigo_certificate.store" },
  },
];

/** The block as the message shows it, with the addresses of this very configuration in it. */
function pasted(text: string, { from, to }: Rename): string {
  const block = /moved \{[^}]*\}/.exec(text.replaceAll(/^│ ?/gm, ""))?.[0] ?? "";
  return block.replace(/sectigo_certificate\.OLD/, from).replace(/sectigo_certificate\.NEW/, to);
}

async function orders({ scm }: Stage): Promise<readonly string[]> {
  const requests = await scm.control.requests();
  return requests.filter(({ method }) => method !== "GET").map(({ path }) => path);
}

describe("S81 a plan that would revoke a certificate and order the same one", () => {
  it.each(RENAMES)("is refused with the moved block, which makes the plan empty: $what", async (rename) => {
    const { before, after, isFileMoved = false } = rename;
    await using set = await stage({ "main.tf": before, "csr/shop.csr": CSR });
    const { workspace, scm } = set;
    await workspace.init();
    await workspace.apply();
    await scm.control.clearRequests();
    if (isFileMoved) {
      rmSync(join(workspace.folder, "csr/shop.csr"));
      workspace.write("csr/prod/shop.csr", CSR);
    } else workspace.write("main.tf", after);
    const refused = await workspace.plan();
    expect(refused.code).toBe(1);
    expect(refused.stderr.replaceAll(/[\s│]+/g, " ")).toMatch(
      /This plan would revoke .* and order the same one again/,
    );
    workspace.write("moved.tf", `${pasted(refused.stderr, rename)}\n`);
    const { code, stdout, stderr } = await workspace.plan();
    expect({ code, text: stdout + stderr }).toMatchObject({ text: expect.stringContaining("has moved to") });
    await workspace.apply();
    expect((await workspace.plan()).code).toBe(0);
    expect(await orders(set)).toEqual([]);
  });
});
