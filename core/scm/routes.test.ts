import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { enrollBody, type TestScm, testScm } from "../../test/fake-scm/testing.ts";
import type { ProxyWishes } from "../../test/support/proxies.ts";
import { proxyOf, type SensorChoices, sensorStage } from "../../test/support/sensor-stage.ts";
import { createScmClient } from "./client.ts";

let scm: TestScm;
beforeAll(async () => {
  scm = await testScm({ tls: true, records: 100 });
});
afterAll(() => scm[Symbol.asyncDispose]());
const setting = (choices?: SensorChoices) => sensorStage(scm, choices);

describe("S13 sensors", () => {
  it("carry calls by the first that works, and open a tunnel to SCM's very address", async () => {
    await using it = await setting();
    await it.client.organizations.list();
    await it.client.profiles.list();
    expect(new Set(proxyOf(it, 1).tunnels)).toEqual(new Set([new URL(scm.apiUrl).host]));
    expect(it.used()).toEqual([true, false]);
  });

  it.each<[string, ProxyWishes]>([
    ["wants other credentials", { username: "svc", password: "s3cret" }],
    ["answers 502", { status: 502 }],
    ["answers 503", { status: 503 }],
    ["answers 504", { status: 504 }],
    ["answers 403", { status: 403 }],
    ["never answers", { hangs: true }],
  ])("are passed over when the proxy %s", async (_name, wishes) => {
    await using it = await setting({ proxies: [wishes, {}] });
    expect((await it.client.organizations.list()).length).toBeGreaterThan(0);
    expect(it.used()).toEqual([true, true]);
    expect(await scm.control.requests()).toHaveLength(1);
  });

  it("are passed over when what lies behind can't be trusted", async () => {
    await using it = await setting({ proxies: [{}] });
    const [sensor] = [{ name: "blind", proxyUrl: proxyOf(it, 1).url }];
    const client = createScmClient({
      baseUrl: scm.apiUrl,
      login: { kind: "password", username: "u", password: "p-w-d", customerUri: "c" },
      sensors: [sensor],
      retry: { attempts: 1 },
    });
    await expect(client.organizations.list()).rejects.toMatchObject({
      code: "outage.no_sensor",
      message: expect.stringMatching(/"blind": no secure connection .*behind the proxy/),
    });
    await client.close();
    expect(await scm.control.requests()).toEqual([]);
  });

  it("rest after three failures, are tried again by one call after 30 s, and serve again when revived", async () => {
    await using it = await setting();
    const first = proxyOf(it, 1);
    await first.kill();
    for (let call = 1; call <= 5; call += 1) await it.client.organizations.list();
    const passedOver = () => it.lines.filter((line) => line.includes("sensor passed over")).length;
    expect(passedOver()).toBe(3);
    await it.clock.wait(30_000);
    await it.client.organizations.list();
    await it.client.organizations.list();
    expect(passedOver()).toBe(4);
    await first.start();
    await it.clock.wait(30_000);
    proxyOf(it, 2).forget();
    await it.client.organizations.list();
    await it.client.organizations.list();
    expect(passedOver()).toBe(4);
    expect(it.used()).toEqual([true, false]);
  });

  it("are killed in the middle of a walk: every row arrives once", async () => {
    await using it = await setting();
    const ids: number[] = [];
    for await (const { sslId } of it.client.certificates.list({ size: 10 })) {
      ids.push(sslId);
      if (ids.length === 35) await proxyOf(it, 1).kill();
    }
    const truth = await scm.control.certificates();
    expect(ids.length).toBeGreaterThanOrEqual(100);
    expect(new Set(ids).size).toBe(ids.length);
    expect([...ids].sort((a, b) => a - b)).toEqual(truth.map(({ sslId }) => sslId));
    expect(it.used()).toEqual([true, true]);
  });

  it("go by another one first when the connection broke under way", async () => {
    await using it = await setting();
    await scm.control.plantFault({ route: "GET /organization/v1", kind: "reset-before" });
    await it.client.organizations.list();
    expect(it.used()).toEqual([true, true]);
  });
});

describe("S14 what SCM says", () => {
  it.each([
    ["a refused sign-in", 401, -16],
    ["a missing privilege", 400, -3],
    ["an outage of its own", 503, undefined],
  ])("never goes by another sensor: %s", async (_name, status, code) => {
    await using it = await setting();
    await scm.control.plantFault({
      route: "GET /organization/v1",
      kind: "status",
      status,
      ...(code === undefined ? {} : { code, description: "no" }),
      times: 10,
    });
    await expect(it.client.organizations.list()).rejects.toThrow(`HTTP ${status}`);
    expect(it.used()).toEqual([true, false]);
  });
});

describe("S15 orders", () => {
  const enrollment = async (client: ReturnType<typeof createScmClient>, name: string) => {
    const { csr } = enrollBody(name);
    return client.certificates.enroll({
      organizationId: 7003,
      scmProfileId: 3312,
      csrPem: String(csr),
      termDays: 199,
      subjectAlternativeNames: [],
    });
  };
  const named = async (name: string) =>
    (await scm.control.certificates()).filter(({ commonName }) => commonName === name);

  it("move on while nothing was sent", async () => {
    await using it = await setting();
    await proxyOf(it, 1).kill();
    await enrollment(it.client, "moved.example.test");
    expect(await named("moved.example.test")).toHaveLength(1);
    expect(it.used()).toEqual([false, true]);
  });

  it.each(["reset-before", "reset-after"] as const)("stay where they are once sent: %s", async (kind) => {
    await using it = await setting();
    await scm.control.plantFault({ route: "POST /ssl/v1/enroll", kind });
    const name = `${kind}.example.test`;
    await expect(enrollment(it.client, name)).rejects.toMatchObject({ code: "lost.reset" });
    expect(await named(name)).toHaveLength(kind === "reset-after" ? 1 : 0);
    expect(it.used()).toEqual([true, false]);
    const posts = (await scm.control.requests()).filter(({ method }) => method === "POST");
    expect(posts).toHaveLength(1);
  });
});

describe("S16 all sensors down", () => {
  it("is one error with each one's cause, and no call for as long as all rest", async () => {
    await using it = await setting({ proxies: [{}, { status: 502 }, { hangs: true }] });
    await proxyOf(it, 1).kill();
    const expected = {
      code: "outage.no_sensor",
      message: expect.stringMatching(
        /no sensor leads to SCM; sensor "dc1": the connection was refused \(ECONNREFUSED, at the proxy\).*; sensor "dc2": the proxy opens no tunnel \(HTTP 502, at the proxy\).*; sensor "dc3": no connection could be made in time/,
      ),
    };
    await expect(it.client.organizations.list()).rejects.toMatchObject(expected);
    const asked = it.counts();
    await expect(it.client.organizations.list()).rejects.toMatchObject(expected);
    expect(it.counts()).toEqual(asked);
    expect(await scm.control.requests()).toEqual([]);
  }, 30_000);
});

describe("S48 one call by one named sensor", () => {
  it("goes by that one only", async () => {
    await using it = await setting();
    await it.client.through(["dc2"]).organizations.list();
    expect(it.used()).toEqual([false, true]);
  });

  it("fails with that one, though others work", async () => {
    await using it = await setting();
    await proxyOf(it, 2).kill();
    const message = expect.stringMatching(/^(?!.*dc1).*"dc2"/);
    await expect(it.client.through(["dc2"]).organizations.list()).rejects.toMatchObject({ message });
    expect(it.used()).toEqual([false, false]);
  });

  it("keeps the order that is asked for", async () => {
    await using it = await setting();
    await it.client.through(["dc2", "dc1"]).organizations.list();
    expect(it.used()).toEqual([false, true]);
  });

  it("names those that there are when there is no such one", async () => {
    await using it = await setting();
    expect(() => it.client.through(["dc9"])).toThrow(
      expect.objectContaining({
        code: "config.sensor_unknown",
        hint: expect.stringContaining('"dc1", "dc2"'),
      }),
    );
  });
});
