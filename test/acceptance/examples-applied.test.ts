import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { makeCsr } from "../fake-scm/testing.ts";
import { makeChain } from "../support/certificates.ts";
import { openssl } from "../support/openssl.ts";
import { startProxy } from "../support/proxies.ts";
import { certificate, HEADER } from "./support/configuration.ts";
import { type Stage, signIn, stage } from "./support/scm.ts";

const EXAMPLES = fileURLToPath(new URL("../../examples", import.meta.url));
const NOW = "2026-03-16T10:00:00Z";

/** Run, with what they deliver, by tests of their own. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  domains: "domain-examples.test.ts",
  "keys-never-in-state": "keys.test.ts",
  methods: "methods.test.ts",
  testing: "terraform-test.test.ts",
};
const files = readdirSync(EXAMPLES, { recursive: true, encoding: "utf8" }).sort();
/** Actions are parse errors before Terraform 1.14, so they are invoked at the wire, by test/protocol/actions.test.ts. */
const AT_THE_WIRE = "actions/";
const folders = [...new Set(files.filter((file) => file.endsWith(".tf")).map(dirname))].filter(
  (folder) => !((folder.split("/")[0] ?? "") in ELSEWHERE) && !folder.startsWith(AT_THE_WIRE),
);

/** What an example leaves to its user, done: hosts, proxies, logins, keys. */
interface Arrangement {
  readonly variables?: (set: Stage) => Readonly<Record<string, string>>;
  /** Another file to be applied first: what is looked up has to be there. */
  readonly first?: string;
}

const ARRANGED: Readonly<Record<string, Arrangement>> = {
  "data-sources/sectigo_certificate": {
    first: certificate({ csr_pem: 'file("legacy.csr")' }).replace("shop", "legacy"),
  },
  "ephemeral-resources/sectigo_pkcs12": {
    variables: () => ({
      TF_VAR_private_key: openssl(["genpkey", "-algorithm", "RSA"]).stdout,
      TF_VAR_pkcs12_password: "the-password-of-the-keystore",
    }),
  },
  "resources/sectigo_certificate_approval": {
    variables: ({ scm }) => ({
      SECTIGO_USERNAME: "requester",
      SECTIGO_PASSWORD: scm.logins.find(({ login }) => login === "requester")?.password ?? "",
      TF_VAR_approver_password: scm.credentials.password,
    }),
  },
};

async function inputs(): Promise<Record<string, string>> {
  const [leaf] = await makeChain();
  const [shop, legacy] = [makeCsr("shop.example.test").csr, makeCsr("legacy.example.test").csr];
  return { "shop.csr": shop, "legacy.csr": legacy, "shop.pem": leaf.pem };
}

/** The folder's configuration with the fake's address, login and proxy in place of the reader's. */
function configuration(folder: string, { scm }: Stage, proxy: string): string {
  const names = readdirSync(join(EXAMPLES, folder)).filter(
    (name) => /\.tf$/.test(name) && name !== "import.tf",
  );
  const text = names.map((name) => readFileSync(join(EXAMPLES, folder, name), "utf8")).join("\n");
  const own = text
    .replaceAll('"cert-manager.com"', JSON.stringify(new URL(scm.apiUrl).host))
    .replaceAll(/http:\/\/10\.0\.0\.\d:3128/g, proxy)
    .replaceAll('"approver"\n  password', `${JSON.stringify(scm.credentials.username)}\n  password`);
  return own.includes("required_providers") ? own : `${HEADER}${own}`;
}

/** What the folder's configuration reads. */
function dataOf(folder: string): Record<string, string> {
  const names = readdirSync(join(EXAMPLES, folder)).filter((name) => name.endsWith(".json"));
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(EXAMPLES, folder, name), "utf8")]));
}

async function issued({ scm }: Stage): Promise<readonly number[]> {
  const records = await scm.control.certificates();
  return records.filter(({ status }) => status === "Issued").map(({ sslId }) => sslId);
}

const APPLY = ["apply", "-auto-approve", "-no-color"];

describe("examples", () => {
  it.each(folders)("examples/%s: apply, empty second plan, destroy", async (folder) => {
    const { variables = () => ({}), first } = ARRANGED[folder] ?? {};
    await using proxy = await startProxy();
    await using set = await stage(
      { ...(await inputs()), ...dataOf(folder) },
      { now: Date.parse(NOW), records: 60 },
    );
    const { workspace, scm } = set;
    const environment = { ...signIn(scm), SECTIGO_TEST_CLOCK: NOW, ...variables(set) };
    const before = await issued(set);
    workspace.write("main.tf", HEADER);
    await workspace.init();
    if (first !== undefined) {
      workspace.write("first.tf", first.replace(HEADER, ""));
      await workspace.must(APPLY, environment);
    }
    workspace.write("main.tf", configuration(folder, set, proxy.url));
    await workspace.must(APPLY, environment);
    const args = ["plan", "-detailed-exitcode", "-no-color"];
    const { code, stdout, stderr } = await workspace.run(args, environment);
    expect({ code, said: `${stdout}${stderr}` }).toMatchObject({ code: 0 });
    await workspace.must(["destroy", "-auto-approve", "-no-color"], environment);
    expect(await scm.control.acmeAccounts()).toEqual([]);
    expect(await issued(set)).toEqual(before);
  });

  it("are run by a test each, here or by another", () => {
    for (const [folder, test] of Object.entries(ELSEWHERE)) {
      const text = readFileSync(fileURLToPath(new URL(test, import.meta.url)), "utf8");
      expect(text).toContain(`../../examples/${folder}`);
    }
    expect(folders.length).toBeGreaterThan(15);
  });
});
