import { describe, expect, it } from "vitest";
import { makeCsr } from "../fake-scm/testing.ts";
import { certificate } from "./support/configuration.ts";
import { type Stage, stage } from "./support/scm.ts";

type Fault = Parameters<Stage["scm"]["control"]["plantFault"]>[0];

interface Case {
  readonly name: string;
  readonly parts?: Readonly<Record<string, string>>;
  readonly csr?: string;
  readonly environment?: Readonly<Record<string, string>>;
  /** What the message must say; each in any line of it. */
  readonly says: readonly RegExp[];
}

const request = makeCsr("shop.example.test").csr;

/** The same request with one octet of its signature changed. */
function withBadSignature(csr: string): string {
  const der = Buffer.from(csr.replace(/-----[^-]+-----|\s/g, ""), "base64");
  const last = der.length - 1;
  der[last] = (der[last] ?? 0) ^ 1;
  return `-----BEGIN CERTIFICATE REQUEST-----\n${der.toString("base64")}\n-----END CERTIFICATE REQUEST-----\n`;
}

const CASES: readonly Case[] = [
  {
    name: "a missing setting",
    environment: { SECTIGO_PASSWORD: "" },
    says: [/password/, /SECTIGO_PASSWORD/],
  },
  {
    name: "a host that may not get the credentials",
    environment: { SECTIGO_BASE_URL: "https://scm.example.test" },
    says: [/scm\.example\.test/, /SECTIGO_ALLOWED_HOSTS/],
  },
  {
    name: "plain http to another machine",
    environment: { SECTIGO_BASE_URL: "http://cert-manager.com" },
    says: [/http/, /loopback|this machine|127\.0\.0\.1/],
  },
  { name: "a refused sign-in", environment: { SECTIGO_PASSWORD: "wrong" }, says: [/svc-certs/, /cst01234/] },
  {
    name: "a certificate in place of the request",
    csr: "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n",
    says: [/csr_pem/, /CERTIFICATE REQUEST/],
  },
  {
    name: "a malformed request",
    csr: "-----BEGIN CERTIFICATE REQUEST-----\nAAAA\n-----END CERTIFICATE REQUEST-----\n",
    says: [/csr_pem/, /request/i],
  },
  {
    name: "a weak key",
    csr: makeCsr("shop.example.test", "RSA-1024").csr,
    says: [/csr_pem/, /1024/, /2048/],
  },
  {
    name: "a curve that the profile does not offer",
    csr: makeCsr("shop.example.test", "P-521").csr,
    says: [/csr_pem/, /P-521/, /P-256/],
  },
  { name: "a request with a bad signature", csr: withBadSignature(request), says: [/csr_pem/, /sign/i] },
  { name: "a term that is not offered", parts: { term_days: "365" }, says: [/term_days/, /365/, /90.*199/] },
  { name: "a fraction for a whole number", parts: { term_days: "90.5" }, says: [/term_days/, /90\.5/] },
  {
    name: "an unknown organization",
    parts: { organization_id: "7004" },
    says: [/organization_id/, /7004/, /7003/],
  },
  {
    name: "a profile that is not offered",
    parts: { scm_profile_id: "9999" },
    says: [/scm_profile_id/, /9999/, /3312/],
  },
  {
    name: "an unknown custom field",
    parts: { custom_fields: '{ "Cost center" = "1" }' },
    says: [/custom_fields/, /Cost center/, /Cost centre/],
  },
  {
    name: "an unknown custom field that is called like an argument",
    parts: { custom_fields: '{ "customer_uri" = "1", "ca_certificates" = "2" }' },
    says: [/custom field "customer_uri"/, /custom field "ca_certificates"/],
  },
  {
    name: "a requester that is no mail address",
    parts: { external_requesters: '["nobody"]' },
    says: [/external_requesters/, /nobody/],
  },
  {
    name: "a name that can't be certified",
    parts: { subject_alternative_names: '["a..b"]' },
    says: [/subject_alternative_names/, /a\.\.b/],
  },
  {
    name: "a wrong duration",
    parts: { timeouts: '{ create = "10 minutes" }' },
    says: [/timeouts\.create|create/, /10 minutes/, /30m/],
  },
  { name: "a missing request", parts: { csr_pem: "null" }, says: [/csr_pem/, /missing/] },
];

describe("bad input is refused in a plan, and nothing is ordered", () => {
  it.each(CASES)("$name", async ({ parts = {}, csr = request, environment = {}, says }) => {
    await using set = await stage({ "main.tf": certificate(parts), "shop.csr": csr });
    await set.workspace.init();
    const plan = await set.workspace.run(["plan", "-no-color"], environment);
    expect(plan.code).toBe(1);
    // Terraform wraps messages at 78 columns.
    const text = plan.stderr.replace(/\s+/g, " ");
    for (const words of says) expect(text).toMatch(words);
    expect(text).not.toMatch(/crashed|did not respond|bug\.|Provider produced/);
    expect(await set.scm.control.certificates()).toEqual([]);
  });

  it("refuses an address in the provider block already at validate", async () => {
    const provider = 'provider "sectigo" {\n  base_url = "http://example.test"\n}\n';
    const files = { "main.tf": certificate(), "provider.tf": provider, "shop.csr": request };
    await using set = await stage(files);
    await set.workspace.init();
    const validate = await set.workspace.run(["validate", "-no-color"]);
    expect(validate.code).toBe(1);
    expect(validate.stderr).toMatch(/base_url/);
  });
});

interface FaultCase {
  readonly name: string;
  readonly fault: Fault;
  readonly says: readonly RegExp[];
  /** Orders that SCM holds afterwards. */
  readonly orders: number;
}

const ENROLL = "POST /ssl/v1/enroll";
const FAULTS: readonly FaultCase[] = [
  {
    name: "HTML from a gateway",
    fault: { route: ENROLL, kind: "html", status: 502 },
    says: [/enroll/i, /502/],
    orders: 0,
  },
  {
    name: "SCM's own refusal",
    fault: {
      route: ENROLL,
      kind: "status",
      status: 400,
      code: -993,
      description: "Certificate orders currently restricted",
    },
    says: [/restricted/, /-993/],
    orders: 0,
  },
  {
    name: "a lost answer without an order behind it: it is not repeated, and the message says where to look",
    fault: { route: ENROLL, kind: "reset-before" },
    says: [/enroll/i, /may have taken effect|look/i],
    orders: 0,
  },
];

describe("a fault while ordering is said in words, leaves no state, and is never repeated", () => {
  it.each(FAULTS)("$name", async ({ fault, says, orders }) => {
    await using set = await stage({ "main.tf": certificate(), "shop.csr": request });
    await set.workspace.init();
    await set.scm.control.plantFault({ times: 10, ...fault });
    const apply = await set.workspace.run(["apply", "-auto-approve", "-no-color"]);
    expect(apply.code).toBe(1);
    const text = apply.stderr.replace(/\s+/g, " ");
    for (const words of says) expect(text).toMatch(words);
    expect(await set.scm.control.certificates()).toHaveLength(orders);
    const requests = await set.scm.control.requests();
    expect(requests.filter(({ path }) => path.endsWith("/enroll"))).toHaveLength(1);
    expect((await set.workspace.run(["state", "list"])).stdout).toBe("");
  });

  it.each([
    ["reset-after"],
    ["truncated"],
  ] as const)("S15 an order whose answer is lost (%s) is found, taken over and said in words", async (kind) => {
    await using set = await stage({ "main.tf": certificate(), "shop.csr": request });
    await set.workspace.init();
    await set.scm.control.plantFault({ route: ENROLL, kind });
    const apply = await set.workspace.apply();
    expect(apply.stdout).toMatch(/was ordered before and is taken over/);
    expect(await set.scm.control.certificates()).toHaveLength(1);
    expect((await set.workspace.plan()).code).toBe(0);
  });

  it("a server that never answers ends with the operation's own time limit", async () => {
    const parts = { timeouts: '{ create = "6s" }' };
    await using set = await stage({ "main.tf": certificate(parts), "shop.csr": request });
    await set.workspace.init();
    await set.scm.control.plantFault({ route: ENROLL, kind: "hang", times: 10 });
    const apply = await set.workspace.run(["apply", "-auto-approve", "-no-color"]);
    expect(apply.code).toBe(1);
    expect(apply.stderr.replace(/\s+/g, " ")).toMatch(/enroll/i);
  });

  it("reading heals what a read can heal: half an answer, a gateway's page, a reset", async () => {
    await using set = await stage({ "main.tf": certificate(), "shop.csr": request });
    await set.workspace.init();
    await set.scm.control.plantFault({
      route: "GET /ssl/v1/collect/{sslId}/{format}",
      kind: "truncated",
      times: 1,
    });
    await set.scm.control.plantFault({ route: "GET /ssl/v1/{sslId}", kind: "html", status: 503, times: 1 });
    await set.scm.control.plantFault({ route: "GET /organization/v1", kind: "reset-before", times: 1 });
    await set.workspace.apply();
    expect((await set.workspace.state()).values("sectigo_certificate.shop").status).toBe("Issued");
    expect((await set.workspace.plan()).code).toBe(0);
  });

  it("S80 a record that is not there is a warning that names the account, and the state stays as it was", async () => {
    await using set = await stage({ "main.tf": certificate(), "shop.csr": request });
    await set.workspace.init();
    await set.workspace.apply();
    const before = set.workspace.read("terraform.tfstate");
    await set.scm.control.plantFault({
      route: "GET /ssl/v1/{sslId}",
      kind: "status",
      status: 404,
      code: -5101,
      description: "Certificate not found.",
      times: 10,
    });
    const plan = await set.workspace.plan();
    expect(plan.code).toBe(0);
    const text = plan.stdout.replace(/[\s│╷╵]+/g, " ");
    expect(text).toMatch(/svc-certs/);
    expect(text).toMatch(/`state rm`/);
    expect(set.workspace.read("terraform.tfstate")).toBe(before);
  });

  it("a map with the key __proto__ is refused in words", async () => {
    const fields = '{ "__proto__" = "x" }';
    await using set = await stage({ "main.tf": certificate({ custom_fields: fields }), "shop.csr": request });
    await set.workspace.init();
    const { code, stderr } = await set.workspace.run(["validate", "-no-color"]);
    expect([code, stderr]).toEqual([1, expect.stringContaining('A map can\'t have the key "__proto__"')]);
    expect(stderr).not.toMatch(/bug\.|at decode/);
  });
});
