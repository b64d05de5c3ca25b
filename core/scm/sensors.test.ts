import { describe, expect, it } from "vitest";
import { issue } from "../../test/support/certificates.ts";
import { judgeSensors, proxyOf, type Sensor } from "./sensors.ts";

const dc1: Sensor = { name: "dc1", proxyUrl: "http://10.0.0.1:3128" };
const context = { targets: ["https://cert-manager.com"], allowedHosts: [] };
const { pem: authority } = await issue({ subject: [{ CN: ["Authority of the proxy"] }] });

describe("sensors", () => {
  it("may have all they need", () => {
    const full: Sensor = {
      name: "dc-2.a_b",
      proxyUrl: " https://proxy.example.test/ ",
      proxyUsername: "svc",
      proxyPassword: "a:b",
      baseUrl: "https://hard.cert-manager.com/api/",
      caCertificatesPem: authority,
    };
    expect(judgeSensors([dc1, full], { ...context, allowedHosts: ["proxy.example.test"] })).toEqual([]);
    expect(proxyOf(full)).toEqual({
      origin: "https://proxy.example.test",
      credentials: { username: "svc", password: "a:b" },
    });
    expect(proxyOf(dc1).credentials).toBeNull();
  });

  it.each<[string, Partial<Sensor>, keyof Sensor, RegExp]>([
    ["an empty name", { name: "" }, "name", /is not a name/],
    ["a name with a blank", { name: "dc 1" }, "name", /is not a name/],
    ["no address", { proxyUrl: "10.0.0.1:3128" }, "proxyUrl", /is not an address/],
    ["SOCKS", { proxyUrl: "socks5://10.0.0.1" }, "proxyUrl", /SOCKS/],
    ["a path", { proxyUrl: "http://10.0.0.1/x" }, "proxyUrl", /path/],
    ["credentials in the address", { proxyUrl: "http://u:s3cret@10.0.0.1" }, "proxyUrl", /password/],
    ["a password alone", { proxyPassword: "x" }, "proxyUsername", /without a proxy_username/],
    ["a colon in the user", { proxyUsername: "a:b" }, "proxyUsername", /colon/],
    ["an empty user", { proxyUsername: "" }, "proxyUsername", /empty/],
    [
      "a line break in the password",
      { proxyUsername: "a", proxyPassword: "s3cret\n" },
      "proxyUsername",
      /control/,
    ],
    ["a host of another party", { baseUrl: "https://evil.test" }, "baseUrl", /not one of Sectigo's hosts/],
    ["plain http", { baseUrl: "http://cert-manager.com" }, "baseUrl", /unencrypted/],
    ["no certificate", { caCertificatesPem: "hello" }, "caCertificatesPem", /no certificate/],
  ])("are refused for %s", (_name, change, member, reason) => {
    const [fault, ...more] = judgeSensors([{ ...dc1, ...change }], context);
    expect(more).toEqual([]);
    expect(fault).toMatchObject({ index: 0, member, reason: expect.stringMatching(reason) });
    expect(JSON.stringify(fault)).not.toContain("s3cret");
  });

  it("have names of their own", () => {
    expect(judgeSensors([dc1, dc1], context)).toMatchObject([{ index: 1, member: "name" }]);
  });

  describe("that could read the credentials", () => {
    it.each<[string, Partial<Sensor>, readonly string[]]>([
      ["by an authority of their own", { caCertificatesPem: authority }, ["https://cert-manager.com"]],
      ["as the base address", {}, ["http://127.0.0.1:8080"]],
      ["as the token's address", {}, ["https://cert-manager.com", "https://localhost"]],
      ["as the sensor's base address", { baseUrl: "http://[::1]:8080" }, ["https://cert-manager.com"]],
    ])("are refused: %s", (_name, change, targets) => {
      const sensors = [{ ...dc1, ...change }];
      expect(judgeSensors(sensors, { targets, allowedHosts: [] })).toMatchObject([
        { member: "proxyUrl", hint: expect.stringContaining("SECTIGO_ALLOWED_HOSTS") },
      ]);
      expect(judgeSensors(sensors, { targets, allowedHosts: ["10.0.0.1:3128"] })).toEqual([]);
      const own = [{ ...dc1, ...change, proxyUrl: "http://127.0.0.1:3128" }];
      expect(judgeSensors(own, { targets, allowedHosts: [] })).toEqual([]);
    });
  });
});
