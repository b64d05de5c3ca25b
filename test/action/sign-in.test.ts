import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { callerOf, enrollBody, makeCsr } from "../fake-scm/testing.ts";
import { startProxy } from "../support/proxies.ts";
import { type Job, startJob, without } from "./support/job.ts";

const csr = makeCsr("shop.example.test").csr;
const start = (scm = {}): Promise<Job> => startJob({ scm, files: { "shop.csr": csr } });

/** Inputs for a sign-in without a password. */
const withoutPassword = ({ inputs }: Job) => ({
  ...without(inputs, "password", "username"),
  csr: "shop.csr",
});

function administrator({ scm }: Job) {
  const [found] = scm.logins;
  if (found === undefined) throw new Error("the fake has no administrator");
  return found;
}

/** The same name with another key and our comments, by another administrator. */
async function orderedByColleague({ scm }: Job, comments: string): Promise<number> {
  const [, jo] = scm.logins;
  const { login, password } = jo ?? { login: "", password: "" };
  const call = callerOf(scm.apiUrl, { login, password, customerUri: scm.customerUri });
  const body = { ...enrollBody("shop.example.test"), comments };
  const { text } = await call("POST", "/ssl/v1/enroll", body);
  return Number(JSON.parse(text).sslId);
}

const issued = { code: 0, outputs: { outcome: "enrolled", status: "Issued" } };

describe("signing in", () => {
  it("S5 works with a client certificate over TLS, masks its key line by line, and sends no password", async () => {
    await using job = await start({ tls: true });
    const { login, clientCertificatePem, clientKeyPem } = administrator(job);
    const ca = join(job.runner.workspace, "ca.pem");
    writeFileSync(ca, job.scm.caPem);
    const run = await job.runner.run(
      {
        ...withoutPassword(job),
        username: login,
        "client-certificate": clientCertificatePem,
        "client-key": clientKeyPem,
      },
      { NODE_EXTRA_CA_CERTS: ca },
    );
    expect(run).toMatchObject(issued);
    const requests = await job.scm.control.requests();
    expect(requests.every(({ path }) => path.startsWith("/private/api/"))).toBe(true);
    const lines = clientKeyPem.trim().split("\n").slice(1, -1);
    expect(run.masks).toEqual(expect.arrayContaining(lines));
    expect(run.masks.filter((mask) => mask.includes("BEGIN"))).toEqual([]);
  });

  it("trusts an authority of its own beside the system's, from input, path or environment, and asks for it", async () => {
    await using job = await start({ tls: true });
    const ca = join(job.runner.workspace, "ca.pem");
    writeFileSync(ca, job.scm.caPem);
    const inputs = { ...job.inputs, csr: "shop.csr" };
    const bare = await job.runner.run(inputs);
    expect(bare.code).not.toBe(0);
    expect(bare.log).toContain("give it in ca-certificates or SECTIGO_CA_CERTIFICATES");
    expect(await job.scm.control.requests()).toEqual([]);
    const ways = [
      [{ "ca-certificates": job.scm.caPem }, {}],
      [{ "ca-certificates": ca }, {}],
      [{}, { SECTIGO_CA_CERTIFICATES: job.scm.caPem }],
      [{}, { SSL_CERT_FILE: ca }],
    ] as const;
    for (const [more, environment] of ways)
      expect(await job.runner.run({ ...inputs, ...more }, environment)).toMatchObject({ code: 0 });
    expect(await job.orders()).toBe(1);
  });

  it("refuses NODE_TLS_REJECT_UNAUTHORIZED by name before anything is sent", async () => {
    await using job = await start({ tls: true });
    const run = await job.runner.run(
      { ...job.inputs, csr: "shop.csr" },
      { NODE_TLS_REJECT_UNAUTHORIZED: "0" },
    );
    expect(run.code).toBe(2);
    expect(run.log).toContain("NODE_TLS_REJECT_UNAUTHORIZED is set");
    expect(await job.scm.control.requests()).toEqual([]);
  });

  it("S6 works with OAuth2, with one token for the whole step, which is shown nowhere", async () => {
    await using job = await start();
    const { clientId, clientSecret } = administrator(job);
    const run = await job.runner.run(
      {
        ...withoutPassword(job),
        "client-id": clientId,
        "client-secret": clientSecret,
        "token-url": job.scm.tokenUrl,
      },
      { RUNNER_DEBUG: "1" },
    );
    expect(run).toMatchObject(issued);
    const tokens = (await job.scm.control.requests()).filter(({ path }) => path.endsWith("/token"));
    expect(tokens).toHaveLength(1);
    expect(run.masks).toContain(clientSecret);
    expect(run.log).not.toMatch(/bearer|access_token/i);
  });

  it("B7 with OAuth2, which tells no requester, neither claims a colleague's pending order with our marker nor orders beside it", async () => {
    await using job = await start({ autoApprove: false });
    const { clientId, clientSecret } = administrator(job);
    const oauth = { "client-id": clientId, "client-secret": clientSecret, "token-url": job.scm.tokenUrl };
    const inputs = { ...withoutPassword(job), ...oauth, wait: "0" };
    expect((await job.runner.run(inputs)).outputs).toMatchObject({ outcome: "pending" });
    const [ours] = await job.scm.control.certificates();
    const theirs = await orderedByColleague(job, ours?.comments ?? "");
    await job.scm.control.act(ours?.sslId ?? 0, "delete");
    const before = await job.scm.control.certificate(theirs);
    const run = await job.runner.run(inputs);
    expect(run).toMatchObject({ code: 0, outputs: { outcome: "pending", "ssl-id": String(theirs) } });
    expect(run.log).toMatch(/order_unproved/);
    expect(run.log).toMatch(/Have it approved, or declined/);
    expect(await job.scm.control.certificate(theirs)).toEqual(before);
    await job.scm.control.act(theirs, "approve");
    await job.scm.control.act(theirs, "issue");
    const next = await job.runner.run(inputs);
    expect(next.outputs["ssl-id"]).not.toBe(String(theirs));
    expect(next.outputs).toMatchObject({ outcome: "pending" });
    expect(await job.scm.control.certificates()).toHaveLength(2);
  });

  it("S2 takes settings from the environment, masks those too, and shows nothing in a debug log", async () => {
    await using job = await start();
    const { customerUri, username, password } = job.scm.credentials;
    const run = await job.runner.run(
      { ...without(job.inputs, "customer-uri", "username", "password"), csr: "shop.csr" },
      {
        SECTIGO_CUSTOMER_URI: customerUri,
        SECTIGO_USERNAME: username,
        SECTIGO_PASSWORD: password,
        RUNNER_DEBUG: "1",
      },
    );
    expect(run).toMatchObject(issued);
    expect(run.log).toContain("::debug::");
    expect(run.masks).toContain(password);
    // Before anything else is said.
    expect(run.log.startsWith("::add-mask::")).toBe(true);
  });

  it.each([
    [
      "a password and a client id",
      { "client-id": "x", "client-secret": "not-a-secret" },
      /two ways to sign in/,
    ],
    [
      "a client certificate without its key",
      { password: "", "client-certificate": "x" },
      /client-key is missing.*secrets\.SECTIGO_CLIENT_KEY/s,
    ],
    [
      "a client id without its secret",
      { password: "", "client-id": "x" },
      /client-secret is missing.*secrets\.SECTIGO_CLIENT_SECRET/s,
    ],
    [
      "no setting at all",
      { password: "", username: "", "customer-uri": "" },
      /customer-uri, username, password are/,
    ],
  ])("S68 refuses %s before any call", async (_name, given, message) => {
    await using job = await start();
    const run = await job.runner.run({ ...job.inputs, csr: "shop.csr", ...given });
    expect(run.code).toBe(2);
    expect(run.annotations).toHaveLength(1);
    expect(run.annotations[0]?.message).toMatch(message);
    expect(await job.scm.control.requests()).toEqual([]);
  });

  it.each([
    ["a host that is not Sectigo's", "https://scm.example.test", {}, /scm\.example\.test/],
    [
      "plain HTTP to a host that is listed",
      "http://scm.example.test",
      { SECTIGO_ALLOWED_HOSTS: "scm.example.test" },
      /http/,
    ],
  ])("S1 sends no credentials to %s", async (_name, url, environment, message) => {
    await using job = await start();
    const run = await job.runner.run({ ...job.inputs, csr: "shop.csr", "base-url": url }, environment);
    expect(run.code).toBe(2);
    expect(run.annotations[0]?.message).toMatch(message);
  });
});

describe("sensors", () => {
  it("S67 masks the password of the usual proxy variables too, as it stands and as it is meant", async () => {
    await using job = await start();
    const run = await job.runner.run(
      { ...job.inputs, csr: "shop.csr" },
      { HTTPS_PROXY: "http://runner:pass%2Bword@proxy.example.test:3128" },
    );
    expect(run.masks).toEqual(expect.arrayContaining(["pass%2Bword", "pass+word"]));
  });

  it("S12 S13 goes by the next when one is down, and masks the proxy's password", async () => {
    await using job = await start();
    await using proxy = await startProxy({ username: "runner", password: "proxy-pass-word" });
    const sensors = [
      { name: "down", proxy_url: "http://127.0.0.1:9" },
      { name: "dc2", proxy_url: proxy.url, proxy_username: "runner", proxy_password: "proxy-pass-word" },
    ];
    const run = await job.runner.run({ ...job.inputs, csr: "shop.csr", sensors: JSON.stringify(sensors) });
    expect(run).toMatchObject(issued);
    expect(proxy.tunnels.length).toBeGreaterThan(0);
    expect(run.masks).toContain("proxy-pass-word");
    expect(await job.scm.control.certificates()).toHaveLength(1);
  });

  it("S16 tells every sensor's cause when all are down, and ends as SCM being down does", async () => {
    await using job = await start();
    const sensors = ["one", "two"].map((name) => ({ name, proxy_url: "http://127.0.0.1:9" }));
    const run = await job.runner.run({ ...job.inputs, csr: "shop.csr", sensors: JSON.stringify(sensors) });
    expect(run.code).toBe(4);
    expect(run.annotations).toHaveLength(1);
    expect(run.annotations[0]?.message).toMatch(/one.*two/s);
  });

  it.each([
    ["no JSON", "dc1", /not a JSON list/],
    [
      "a member that there is not",
      '[{"name":"a","proxy_url":"http://p","password":"hidden-word"}]',
      /"password"/,
    ],
    [
      "two of one name",
      '[{"name":"a","proxy_url":"http://127.0.0.1:1"},{"name":"a","proxy_url":"http://127.0.0.1:2"}]',
      /two sensors/,
    ],
    ["an address with a password", '[{"name":"a","proxy_url":"http://u:hidden-word@127.0.0.1:1"}]', /proxy/],
  ])("S12 refuses %s before any call, and shows no password", async (_name, sensors, message) => {
    await using job = await start();
    const run = await job.runner.run({ ...job.inputs, csr: "shop.csr", sensors });
    expect(run.code).toBe(2);
    expect(run.annotations[0]?.message).toMatch(message);
    expect(job.runner.transcript).not.toContain("hidden-word");
    expect(await job.scm.control.requests()).toEqual([]);
  });
});
