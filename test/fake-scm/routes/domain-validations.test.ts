import { describe, expect, test } from "vitest";
import { startDnsServer } from "../../support/dns-server.ts";
import { rawServer, reply } from "../../support/raw-server.ts";
import { fieldsOf } from "../fields-of.ts";
import { enrollBody, type TestScm, testScm } from "../testing.ts";

const NOON = Date.parse("2026-03-16T12:00:00Z");
const DOMAIN = "unvalidated.test";

function ask(scm: TestScm, verb: string, more: Record<string, unknown> = {}) {
  return scm.call("POST", `/dcv/v2/validation/${verb}`, { domain: DOMAIN, ...more });
}

describe("validation of a domain", () => {
  test("a CNAME is looked up in real DNS, by status as long as it is missing", async () => {
    await using dns = await startDnsServer();
    await using scm = await testScm({ now: NOON, dnsServer: dns.address });
    const { host, point } = fieldsOf((await ask(scm, "start/domain/cname")).json);
    expect((await ask(scm, "status")).json).toMatchObject({
      orderStatus: "AWAITING_SUBMISSION",
      orderMode: "CNAME",
      host,
    });
    expect((await ask(scm, "submit/domain/cname")).json).toMatchObject({ orderStatus: "SUBMITTED" });
    expect((await ask(scm, "status")).json).toMatchObject({ status: "NOT_VALIDATED" });
    dns.publish({ name: String(host).slice(0, -1), type: "CNAME", value: String(point).slice(0, -1) });
    expect((await ask(scm, "status")).json).toMatchObject({
      status: "VALIDATED",
      validationDate: "2026-03-16",
      expirationDate: "2026-09-30",
      orderStatus: "NOT_INITIATED",
    });
  });

  test("TXT shows its record at submission, and a second start voids it", async () => {
    await using dns = await startDnsServer();
    await using scm = await testScm({ now: NOON, dnsServer: dns.address });
    expect((await ask(scm, "start/domain/txt")).json).not.toHaveProperty("host");
    const first = fieldsOf((await ask(scm, "submit/domain/txt")).json);
    dns.publish({ name: `_pki-validation.${DOMAIN}`, type: "TXT", value: String(first.point) });
    await ask(scm, "start/domain/txt");
    await ask(scm, "submit/domain/txt");
    expect((await ask(scm, "status")).json).toMatchObject({ status: "NOT_VALIDATED" });
  });

  test.each(["http", "https"])("the file of %s is read where a web server is given, whole", async (word) => {
    const served = { path: "", content: "" };
    await using site = await rawServer(({ text, socket }) => {
      const isAsked =
        text.startsWith(`GET ${served.path} `) && text.toLowerCase().includes(`host: ${DOMAIN}\r\n`);
      socket.end(isAsked ? reply(200, served.content) : reply(404, served.content));
    });
    await using scm = await testScm({ now: NOON, webServer: new URL(site.url).host });
    const { url, firstLine, secondLine } = fieldsOf((await ask(scm, `start/domain/${word}`)).json);
    await ask(scm, `submit/domain/${word}`);
    const whole = `${firstLine}\n${secondLine}`;
    const { pathname: path } = new URL(String(url));
    for (const wrong of [
      { path: "/elsewhere", content: whole },
      { path, content: String(firstLine) },
    ]) {
      Object.assign(served, wrong);
      expect((await ask(scm, "status")).json).toMatchObject({ orderStatus: "SUBMITTED" });
    }
    Object.assign(served, { path, content: `${whole}\n` });
    expect((await ask(scm, "status")).json).toMatchObject({ status: "VALIDATED" });
  });

  test("a mail needs its recipient, a file is believed, a refusal stays", async () => {
    await using scm = await testScm({ now: NOON });
    await ask(scm, "start/domain/email");
    expect((await ask(scm, "submit/domain/email", { email: "me@other.test" })).status).toBe(400);
    await ask(scm, "submit/domain/email", { email: `admin@${DOMAIN}` });
    expect((await ask(scm, "status")).json).toMatchObject({ validationEmail: `admin@${DOMAIN}` });
    await scm.control.changeDomain(DOMAIN, { isRejected: true });
    expect((await ask(scm, "status")).json).toMatchObject({ orderStatus: "REJECTED" });
    const file = fieldsOf((await ask(scm, "start/domain/http")).json);
    expect(file).toMatchObject({ secondLine: "sectigo.com", url: expect.stringContaining(DOMAIN) });
    await ask(scm, "submit/domain/http");
    expect((await ask(scm, "status")).json).toMatchObject({ status: "VALIDATED" });
    expect((await ask(scm, "submit/domain/http")).json).toMatchObject({ code: -1603 });
  });

  test.each([
    false,
    true,
  ])("a file counts for the names below by choice only: %s", async (fileCoversSubdomains) => {
    await using scm = await testScm({ now: NOON, strict: { fileCoversSubdomains } });
    await ask(scm, "start/domain/http");
    await ask(scm, "submit/domain/http");
    await ask(scm, "status");
    const order = async (name: string) => (await scm.call("POST", "/ssl/v1/enroll", enrollBody(name))).status;
    expect(await order(DOMAIN)).toBe(200);
    expect(await order(`www.${DOMAIN}`)).toBe(fileCoversSubdomains ? 200 : 400);
  });

  test("a validation lasts as long as its day allows", async () => {
    await using scm = await testScm({ now: Date.parse("2029-04-01T12:00:00Z") });
    await ask(scm, "start/domain/https");
    await ask(scm, "submit/domain/https");
    expect((await ask(scm, "status")).json).toMatchObject({ expirationDate: "2029-04-11" });
  });
});

describe("domains made by a call", () => {
  const delegation = { orgId: 7108, certTypes: ["SSL", "SMIME"] };

  test("are in force for the customer's administrator, and wait for one when another makes them", async () => {
    await using scm = await testScm({ now: NOON });
    const body = { name: "New.Labs.test", delegations: [delegation] };
    const made = await scm.call("POST", "/domain/v1", body);
    const path = new URL(made.headers.get("location") ?? "").pathname.replace(/^.*\/domain/, "/domain");
    expect((await scm.call("GET", path)).json).toMatchObject({
      name: "new.labs.test",
      delegationStatus: "ACTIVE",
      delegations: [{ orgId: 7108, certTypes: ["SSL", "SMIME"], status: "ACTIVE" }],
    });
    expect((await scm.call("POST", "/domain/v1", body)).json).toMatchObject({ code: -701 });
    await scm.call("DELETE", `${path}/delegation`, { orgId: 7108, certTypes: ["SMIME"] });
    expect((await scm.call("GET", path)).json).toMatchObject({ delegations: [{ certTypes: ["SSL"] }] });
    await scm.call("PUT", `${path}/suspend`);
    expect((await scm.call("GET", path)).json).toMatchObject({ state: "SUSPENDED" });
    expect((await scm.call("DELETE", path)).status).toBe(204);
    expect((await scm.call("GET", path)).status).toBe(404);
  });
});
