import { X509Certificate } from "node:crypto";
import { describe, expect, it } from "vitest";
import { makeCsr } from "../fake-scm/testing.ts";
import { certificate, HEADER } from "./support/configuration.ts";
import { generate } from "./support/import-blocks.ts";
import { type Stage, stage } from "./support/scm.ts";
import { complaints, TRACE_LOG } from "./support/secrets.ts";

const ADDRESS = "sectigo_certificate.shop";

async function shop(parts: Readonly<Record<string, string>> = {}): Promise<Stage> {
  const { csr } = makeCsr("shop.example.test");
  const set = await stage({ "main.tf": certificate(parts), "shop.csr": csr });
  await set.workspace.init();
  return set;
}

/** Paths of the requests so far, without those of the fake's own control port. */
async function calls(set: Stage): Promise<readonly string[]> {
  const requests = await set.scm.control.requests();
  return requests.map(
    ({ method, path }) => `${method} ${path.replace(/^(\/private)?\/api/, "").replace(/\d{4,}/, "{id}")}`,
  );
}

describe("sectigo_certificate", () => {
  it("S51 enrolls, waits, collects, and the second plan is empty", async () => {
    await using set = await shop({
      subject_alternative_names: '["www.shop.example.test"]',
      comments: '"web tier"',
    });
    await set.workspace.apply();

    const [record, ...others] = await set.scm.control.certificates();
    expect(others).toEqual([]);
    const values = (await set.workspace.state()).values(ADDRESS);
    expect(values).toMatchObject({ status: "Issued", ssl_id: record?.sslId });
    const leaf = new X509Certificate(String(values.certificate_pem));
    expect(values.serial_number).toBe(leaf.serialNumber);
    expect(values.fingerprint_sha256).toBe(leaf.fingerprint256.replaceAll(":", "").toLowerCase());
    expect(new Date(String(values.not_after))).toEqual(leaf.validToDate);
    expect(leaf.subjectAltName).toContain("www.shop.example.test");
    const chain = String(values.full_chain_pem)
      .split(/(?<=-----END CERTIFICATE-----\n)/)
      .map((pem) => new X509Certificate(pem));
    for (const [index, issued] of chain.entries()) {
      const issuer = chain[index + 1];
      if (issuer !== undefined) expect(issued.checkIssued(issuer)).toBe(true);
    }
    expect(chain.at(-1)?.subject).not.toBe(chain.at(-1)?.issuer);

    expect((await set.workspace.plan()).code).toBe(0);
    expect((await set.workspace.plan("-refresh-only")).code).toBe(0);
    expect(await set.workspace.plan("-out=again.tfplan")).toMatchObject({ code: 0 });
    expect(set.workspace.read(TRACE_LOG)).toContain("tf_rpc");
    expect(complaints(set.workspace)).toEqual([]);
  });

  it("asks for the longest term that the profile offers when none is given", async () => {
    await using set = await shop();
    await set.workspace.apply();
    const [record] = await set.scm.control.certificates();
    expect(record?.term).toBe(199);
  });

  it("S56 sees an outside revocation as superseded, plans a new enrollment in words, and heals it", async () => {
    await using set = await shop();
    await set.workspace.apply();
    const before = (await set.workspace.state()).values(ADDRESS);
    await set.scm.control.revoke(Number(before.ssl_id), 4);

    const plan = await set.workspace.plan();
    expect(plan.code).toBe(2);
    expect(plan.stdout).toMatch(/will be updated in-place/);
    expect(plan.stdout).toMatch(/revoked outside Terraform \(superseded\)/);

    await set.workspace.apply();
    const after = (await set.workspace.state()).values(ADDRESS);
    expect(after.status).toBe("Issued");
    expect(after.ssl_id).not.toBe(before.ssl_id);
    expect(await set.scm.control.certificates()).toHaveLength(2);
    expect((await set.workspace.plan()).code).toBe(0);
  });

  it("never enrolls the same key again after a key compromise", async () => {
    await using set = await shop();
    await set.workspace.apply();
    const { ssl_id } = (await set.workspace.state()).values(ADDRESS);
    await set.scm.control.revoke(Number(ssl_id), 1);

    const plan = await set.workspace.plan();
    expect(plan.stdout).toMatch(/key compromise/);
    expect(plan.stdout).toMatch(/Make a new key, and give its request\s+as csr_pem/);
    await set.workspace.apply();
    expect(await set.scm.control.certificates()).toHaveLength(1);

    set.workspace.write("shop.csr", makeCsr("shop.example.test").csr);
    await set.workspace.apply();
    expect((await set.workspace.state()).values(ADDRESS).status).toBe("Issued");
    expect((await set.workspace.plan()).code).toBe(0);
  });

  it("updates comments, requesters and custom fields in place and keeps every certificate value", async () => {
    await using set = await shop({ comments: '"old"', external_requesters: '["a@example.test"]' });
    await set.workspace.apply();
    const before = (await set.workspace.state()).values(ADDRESS);

    set.workspace.write(
      "main.tf",
      certificate({
        comments: '"new"',
        external_requesters: '["b@example.test", "a@example.test"]',
        custom_fields: '{ "Cost centre" = "4711" }',
      }),
    );
    const plan = await set.workspace.plan();
    expect(plan.stdout).toMatch(/1 to change/);
    expect(plan.stdout).not.toMatch(/known after apply/);
    await set.workspace.apply();

    const after = (await set.workspace.state()).values(ADDRESS);
    expect(after.certificate_pem).toBe(before.certificate_pem);
    const truth = await set.scm.control.certificate(Number(after.ssl_id));
    expect(truth.comments).toMatch(/^new\nOrdered as code, /);
    expect((await set.workspace.plan()).code).toBe(0);

    set.workspace.write("main.tf", certificate());
    await set.workspace.apply();
    const emptied = await set.scm.control.certificate(Number(after.ssl_id));
    expect(emptied.comments).toMatch(/^Ordered as code, /);
    expect((await set.workspace.plan()).code).toBe(0);
  });

  it("S57 imports by id with generated configuration, and the plan is empty then", async () => {
    await using set = await shop({
      comments: '"kept"',
      subject_alternative_names: '["www.shop.example.test"]',
    });
    await set.workspace.apply();
    const { ssl_id } = (await set.workspace.state()).values(ADDRESS);
    await set.workspace.must(["state", "rm", ADDRESS]);

    set.workspace.write("main.tf", HEADER);
    set.workspace.write("import.tf", `import {\n  to = ${ADDRESS}\n  id = "${ssl_id}"\n}\n`);
    await generate(set.workspace, "generated.tf");
    await set.workspace.apply();
    expect((await set.workspace.plan()).code).toBe(0);
    expect((await set.workspace.state()).values(ADDRESS)).toMatchObject({
      status: "Issued",
      comments: "kept",
    });

    const written = set.workspace
      .read("generated.tf")
      .replace(/csr_pem\s*=\s*null/, 'csr_pem = file("shop.csr")');
    set.workspace.write("generated.tf", written);
    await set.scm.control.clearRequests();
    const apply = await set.workspace.apply();
    expect(apply.stdout).toMatch(/0 added, 1 changed, 0 destroyed/);
    expect((await calls(set)).filter((call) => !call.startsWith("GET"))).toEqual([]);
    expect((await set.workspace.plan()).code).toBe(0);
  });

  it("imports by the command line as well", async () => {
    await using set = await shop();
    await set.workspace.apply();
    const { ssl_id } = (await set.workspace.state()).values(ADDRESS);
    await set.workspace.must(["state", "rm", ADDRESS]);
    await set.workspace.must(["import", ADDRESS, String(ssl_id)]);
    expect((await set.workspace.state()).values(ADDRESS)).toMatchObject({ ssl_id, status: "Issued" });
  });

  it("S55 says by name what a destroy revokes, and revokes just that", async () => {
    await using set = await shop();
    await set.workspace.apply();
    const { ssl_id, serial_number } = (await set.workspace.state()).values(ADDRESS);
    const destroy = await set.workspace.must(["destroy", "-auto-approve", "-no-color"]);
    expect(destroy.stdout).toContain(String(serial_number));
    expect(destroy.stdout).toMatch(/will be revoked/);
    const truth = await set.scm.control.certificate(Number(ssl_id));
    expect(truth).toMatchObject({ status: "Revoked", reasonCode: 5 });
  });

  it("can be destroyed as ever when a person would have to decide", async () => {
    await using set = await shop();
    await set.workspace.apply();
    const { ssl_id } = (await set.workspace.state()).values(ADDRESS);
    await set.scm.control.revoke(Number(ssl_id), 1);
    await set.workspace.must(["apply", "-refresh-only", "-auto-approve"]);
    await set.workspace.must(["destroy", "-auto-approve", "-no-color"]);
    expect((await set.scm.control.certificate(Number(ssl_id))).status).toBe("Revoked");
  });

  it("takes a certificate that is revoked already as destroyed", async () => {
    await using set = await shop();
    await set.workspace.apply();
    const { ssl_id } = (await set.workspace.state()).values(ADDRESS);
    await set.scm.control.revoke(Number(ssl_id), 4);
    await set.workspace.must(["destroy", "-auto-approve", "-refresh=false"]);
    expect((await set.scm.control.certificate(Number(ssl_id))).reasonCode).toBe(4);
  });

  it("changes only its state, without a call, when a timeout or the configured term changes", async () => {
    await using set = await shop();
    await set.workspace.apply();
    set.workspace.write("main.tf", certificate({ term_days: "90", timeouts: '{ create = "20m" }' }));
    await set.scm.control.clearRequests();
    const apply = await set.workspace.apply();
    expect(apply.stdout).toMatch(/1 changed/);
    expect((await calls(set)).filter((call) => !call.startsWith("GET"))).toEqual([]);
    expect((await set.workspace.plan()).code).toBe(0);
  });

  it("keeps the user's spelling of names: case and order change nothing", async () => {
    await using set = await shop({
      subject_alternative_names: '["www.shop.example.test", "api.example.test"]',
    });
    await set.workspace.apply();
    set.workspace.write(
      "main.tf",
      certificate({ subject_alternative_names: '["API.example.test", "www.shop.example.test"]' }),
    );
    expect((await set.workspace.plan()).code).toBe(0);
  });
});

describe("a request that is not issued in time", () => {
  it("S59 is a warning with its state; the next apply waits on and orders nothing", async () => {
    const { csr } = makeCsr("shop.example.test");
    const files = {
      "main.tf": certificate({ timeouts: '{ create = "5s", update = "5s" }' }),
      "shop.csr": csr,
    };
    await using set = await stage(files, { issueDelayMs: 3_600_000 });
    await set.workspace.init();
    const apply = await set.workspace.apply();
    expect(apply.stdout).toMatch(/Warning/);
    expect((await set.workspace.state()).values(ADDRESS)).toMatchObject({
      status: "Applied",
      certificate_pem: null,
    });

    const plan = await set.workspace.plan();
    expect(plan.code).toBe(2);
    expect(plan.stdout).toMatch(/Certificate requests are still Applied/);
    await set.workspace.apply();
    expect(await set.scm.control.certificates()).toHaveLength(1);

    await set.scm.control.advanceClock(3_700_000);
    await set.workspace.apply();
    expect((await set.workspace.state()).values(ADDRESS)).toMatchObject({ status: "Issued" });
    expect(await set.scm.control.certificates()).toHaveLength(1);
    expect((await set.workspace.plan()).code).toBe(0);
  });
});
