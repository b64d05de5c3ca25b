import { describe, expect, it } from "vitest";
import type { FakeScmChoices } from "../../../../test/fake-scm/options.ts";
import { type DnsServer, startDnsServer } from "../../../../test/support/dns-server.ts";
import { type ResourceStage, resourceStage, stageOn } from "../../../../test/support/resource-stage.ts";
import { UNKNOWN } from "../../../framework/value.ts";
import { domainValidatedResource } from "../domain-validated.ts";
import { domainValidationResource } from "../domain-validation.ts";

const DAY_MS = 86_400_000;
const DOMAIN = "unvalidated.test";

/** A challenge and what waits for it, on one account with real DNS. */
class Pair implements AsyncDisposable {
  readonly dns: DnsServer;
  readonly challenge: ResourceStage;
  readonly proof: ResourceStage;

  constructor(dns: DnsServer, challenge: ResourceStage) {
    this.dns = dns;
    this.challenge = challenge;
    this.proof = stageOn(challenge.scm, domainValidatedResource);
  }

  get wanted() {
    return {
      domain: DOMAIN,
      validation: this.challenge.values.ref,
      timeouts: { create: "2s", update: "2s" },
    };
  }

  /** What another provider would do. */
  publish(): void {
    const { record } = this.challenge.values as { readonly record: Parameters<DnsServer["publish"]>[0] };
    this.dns.publish(record);
  }

  /** Time passes, and another walk of both begins. */
  async pass(ms: number): Promise<void> {
    await this.challenge.pass(ms);
    await this.proof.api.client.close();
    this.proof.api = this.challenge.api;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.proof.api.client.close();
    await this.challenge[Symbol.asyncDispose]();
    await this.dns[Symbol.asyncDispose]();
  }
}

async function pair(method = "cname", choices: FakeScmChoices = {}): Promise<Pair> {
  const dns = await startDnsServer();
  const challenge = await resourceStage(domainValidationResource, { dnsServer: dns.address, ...choices });
  await challenge.apply({ domain: DOMAIN, method });
  return new Pair(dns, challenge);
}

const START_ANEW = { record: UNKNOWN, ref: UNKNOWN };

describe("sectigo_domain_validation and sectigo_domain_validated", () => {
  it.each([
    "cname",
    "txt",
  ])("S87 %s: published, submitted, looked up in DNS; the second plan is empty", async (method) => {
    await using both = await pair(method);
    await both.challenge.isSettled({ domain: DOMAIN, method });
    both.publish();
    expect(await both.proof.apply(both.wanted)).toEqual([]);
    expect(both.proof.values).toMatchObject({ validated_on: "2026-03-16", expires: "2026-09-30" });
    for (const stage of [both.challenge, both.proof]) await stage.refresh();
    await both.challenge.isSettled({ domain: DOMAIN, method });
    await both.proof.isSettled(both.wanted);
  });

  it("http: the file's path and content, and a domain that counts for its very name", async () => {
    await using both = await pair("http");
    expect(both.challenge.values).toMatchObject({
      record: null,
      file: { path: expect.stringMatching(/^\/\.well-known\/pki-validation\/\w+\.txt$/) },
    });
    expect(await both.proof.apply(both.wanted)).toEqual([]);
  });

  it("without the record the apply ends with an error that says what to check", async () => {
    await using both = await pair();
    const [found] = await both.proof.apply(both.wanted);
    expect(found?.severity).toBe("error");
    expect(`${found?.summary} ${found?.detail}`).toMatch(/has not found the proof yet.*DNS look-up/s);
  });

  it("S87 is renewed in its window: the record is unknown in the plan, the proof follows in the same apply", async () => {
    await using both = await pair();
    both.publish();
    await both.proof.apply(both.wanted);
    const before = both.challenge.values.ref;
    await both.pass(150 * DAY_MS);
    const { planned, diagnostics } = await both.challenge.plan({ domain: DOMAIN, method: "cname" });
    expect(planned).toMatchObject(START_ANEW);
    expect(diagnostics).toMatchObject([{ severity: "warning", detail: /renewal window is open/ }]);
    const waiting = await both.proof.plan({ ...both.wanted, validation: UNKNOWN });
    expect(waiting.planned).toMatchObject({ expires: UNKNOWN, ref: both.proof.state?.ref });
    await both.challenge.apply({ domain: DOMAIN, method: "cname" });
    expect(both.challenge.values.ref).not.toEqual(before);
    both.publish();
    expect(await both.proof.apply(both.wanted)).toEqual([]);
    expect(both.proof.values.expires).toBe("2027-02-27");
    await both.challenge.isSettled({ domain: DOMAIN, method: "cname" });
    await both.proof.isSettled(both.wanted);
  });

  it("a renewal that is not found yet is a warning while the former one counts, an error at its end", async () => {
    await using both = await pair();
    both.publish();
    await both.proof.apply(both.wanted);
    await both.pass(150 * DAY_MS);
    await both.challenge.apply({ domain: DOMAIN, method: "cname" });
    expect(await both.proof.apply(both.wanted)).toMatchObject([
      { severity: "warning", summary: /is not renewed yet/ },
    ]);
    expect(both.proof.values.expires).toBe("2026-09-30");
    await both.proof.renew();
    expect((await both.proof.plan(both.wanted)).planned).toMatchObject({ expires: UNKNOWN });
    await both.pass(46 * DAY_MS);
    expect(await both.proof.apply(both.wanted)).toMatchObject([{ severity: "error" }]);
  });

  it("a start outside makes the challenge void: drift in a refresh, a new start in the next plan", async () => {
    await using both = await pair();
    await both.challenge.scm.call("POST", "/dcv/v1/validation/start/domain/cname", { domain: DOMAIN });
    await both.challenge.renew();
    await both.challenge.refresh();
    expect(both.challenge.values).toMatchObject({ record: null, ref: { challenge: null } });
    const { planned } = await both.challenge.plan({ domain: DOMAIN, method: "cname" });
    expect(planned).toMatchObject(START_ANEW);
    await both.challenge.apply({ domain: DOMAIN, method: "cname" });
    await both.challenge.isSettled({ domain: DOMAIN, method: "cname" });
  });

  it("a refusal of the CA starts anew; time after the end changes nothing in a refresh", async () => {
    await using both = await pair();
    await both.challenge.scm.control.changeDomain(DOMAIN, { isRejected: true });
    await both.challenge.renew();
    const { diagnostics } = await both.challenge.plan({ domain: DOMAIN, method: "cname" });
    expect(diagnostics).toMatchObject([{ detail: /the CA has refused it/i }]);
    await both.challenge.apply({ domain: DOMAIN, method: "cname" });
    both.publish();
    await both.proof.apply(both.wanted);
    const before = both.proof.state;
    await both.pass(400 * DAY_MS);
    await both.proof.renew();
    await both.proof.refresh();
    expect(both.proof.state).toEqual(before);
  });

  it("SCM that can't be asked in a plan costs a warning, no change", async () => {
    await using both = await pair();
    await both.challenge.scm.control.plantFault({
      route: "POST /dcv/v2/validation/status",
      kind: "status",
      status: 503,
      times: 9,
    });
    await both.challenge.renew();
    const { planned, diagnostics } = await both.challenge.plan({ domain: DOMAIN, method: "cname" });
    expect(planned).toEqual(both.challenge.state);
    expect(diagnostics).toMatchObject([{ severity: "warning", summary: /can't be read/ }]);
  });

  it("refuses arguments of another method, and the domain of another validation", async () => {
    await using both = await pair();
    const [found] = await both.proof.apply({ ...both.wanted, domain: "labs.test" });
    expect(found).toMatchObject({ severity: "error", summary: /the validation is of "unvalidated\.test"/ });
  });
});
