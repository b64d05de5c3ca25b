import { describe, expect, it } from "vitest";
import { proxyFromVariables } from "./proxy-variables.ts";

const SCM = "https://cert-manager.com";
const PROXY = "http://proxy.example.test:3128";

describe("the proxy of the environment", () => {
  it.each([
    ["HTTPS_PROXY", { HTTPS_PROXY: PROXY }, "http://proxy.example.test:3128"],
    ["lower case", { https_proxy: PROXY }, "http://proxy.example.test:3128"],
    ["both: upper case first", { HTTPS_PROXY: PROXY, https_proxy: "http://other.test" }, PROXY],
    ["no scheme", { HTTPS_PROXY: "proxy.example.test:3128" }, PROXY],
    ["TLS to the proxy", { HTTPS_PROXY: "https://proxy.example.test" }, "https://proxy.example.test"],
    ["nothing", {}, undefined],
    ["an empty variable", { HTTPS_PROXY: "" }, undefined],
    ["another protocol's proxy only", { HTTP_PROXY: PROXY }, undefined],
  ])("is taken from %s", (_name, variables, origin) => {
    expect(proxyFromVariables(SCM, variables)?.origin).toBe(origin);
  });

  it("brings its credentials, percent-decoded", () => {
    const proxy = proxyFromVariables(SCM, { HTTPS_PROXY: "http://user:p%40ss%zz@proxy.test:1" });
    expect(proxy).toEqual({
      origin: "http://proxy.test:1",
      credentials: { username: "user", password: "p%40ss%zz" },
    });
    const other = proxyFromVariables(SCM, { HTTPS_PROXY: "http://us%3Aer:p%40ss@proxy.test:1" });
    expect(other?.credentials).toEqual({ username: "us:er", password: "p@ss" });
  });

  it.each([
    ["https://localhost:8443"],
    ["https://127.0.0.1:8443"],
    ["https://[::1]:8443"],
    ["http://127.0.0.1:8080"],
  ])("is not used for this machine: %s", (origin) => {
    expect(proxyFromVariables(origin, { HTTPS_PROXY: PROXY })).toBeNull();
  });

  it.each([
    ["*", SCM, true],
    ["cert-manager.com", SCM, true],
    ["Cert-Manager.com", SCM, true],
    ["cert-manager.com", "https://hard.cert-manager.com", true],
    [".cert-manager.com", "https://hard.cert-manager.com", true],
    [".cert-manager.com", SCM, false],
    ["*.cert-manager.com", "https://hard.cert-manager.com", true],
    ["*.Cert-Manager.com:443", "https://a.hard.cert-manager.com", true],
    ["*.cert-manager.com:8443", "https://hard.cert-manager.com", false],
    ["*.cert-manager.com", SCM, false],
    ["*.manager.com", SCM, false],
    ["manager.com", SCM, false],
    ["other.test, cert-manager.com", SCM, true],
    ["cert-manager.com:443", SCM, true],
    ["cert-manager.com:8443", SCM, false],
    ["cert-manager.com:8443", "https://cert-manager.com:8443", true],
    ["10.1.2.3", "https://10.1.2.3", true],
    ["10.0.0.0/8", "https://10.1.2.3", true],
    ["10.0.0.0/8", "https://11.1.2.3", false],
    ["10.0.0.0/8", SCM, false],
    ["10.0.0.0/99", "https://10.1.2.3", false],
    ["fd00::/8", "https://[fd00::7]", true],
    ["fd00::7", "https://[fd00::7]", true],
    ["[fd00::7]:443", "https://[fd00::7]", true],
    ["", SCM, false],
    [" , ", SCM, false],
  ])("heeds NO_PROXY %j for %s: %s", (NO_PROXY, origin, isExcepted) => {
    const proxy = proxyFromVariables(origin, { HTTPS_PROXY: PROXY, NO_PROXY });
    expect(proxy === null).toBe(isExcepted);
  });

  it.each([
    "socks5://proxy.test:1080",
    "http://proxy.test/path",
    "http://",
    "ftp://user:s3cret@proxy.test",
  ])("is refused without being quoted: %s", (HTTPS_PROXY) => {
    expect(() => proxyFromVariables(SCM, { HTTPS_PROXY })).toThrow(/HTTPS_PROXY/);
    expect(() => proxyFromVariables(SCM, { HTTPS_PROXY })).toThrow(
      expect.objectContaining({
        code: "config.proxy_variable",
        message: expect.not.stringContaining("s3cret"),
      }),
    );
  });
});
