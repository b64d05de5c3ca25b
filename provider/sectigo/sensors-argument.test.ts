import { describe, expect, it } from "vitest";
import { UNKNOWN } from "../framework/value.ts";
import { judgeSensorsArgument, sensorsArgument, sensorsOf } from "./sensors-argument.ts";

const dc1 = {
  ...{ name: "dc1", proxy_url: "http://10.0.0.1:3128", proxy_username: null, proxy_password: null },
  ...{ base_url: null, ca_certificates_pem: null },
};
const block = { base_url: null, token_url: null, ca_certificates_pem: null, sensors: [dc1] };

describe("sensors of the provider block", () => {
  it("are fine, absent or not known yet", () => {
    expect(judgeSensorsArgument(block, {})).toEqual([]);
    expect(judgeSensorsArgument({ ...block, sensors: null }, {})).toEqual([]);
    expect(judgeSensorsArgument({ ...block, sensors: UNKNOWN }, {})).toEqual([]);
    expect(sensorsOf(null)).toEqual([]);
  });

  it("are refused at the very member that is wrong", () => {
    const sensors = [dc1, { ...dc1, name: "dc2", proxy_url: "10.0.0.2:3128" }];
    expect(judgeSensorsArgument({ ...block, sensors }, {})).toMatchObject([
      {
        severity: "error",
        summary: expect.stringContaining('"dc2"'),
        path: [{ attribute: "sensors" }, { index: 1 }, { attribute: "proxy_url" }],
      },
    ]);
  });

  it.each([
    ["the address of the block", { ...block, base_url: "http://127.0.0.1:8080" }, {}],
    ["the address of the environment", block, { SECTIGO_BASE_URL: "http://127.0.0.1:8080" }],
    ["the token's address", { ...block, token_url: "http://127.0.0.1:8080/token" }, {}],
    ["authorities that the block names", { ...block, ca_certificates_pem: UNKNOWN }, {}],
  ])("are judged together with %s", (_name, given, variables) => {
    expect(judgeSensorsArgument(given, variables)).toMatchObject([{ severity: "error" }]);
    const listed = { ...variables, SECTIGO_ALLOWED_HOSTS: "10.0.0.1" };
    expect(judgeSensorsArgument(given, listed)).toEqual([]);
  });

  it("leave a bad or unknown address to whom it concerns", () => {
    expect(judgeSensorsArgument({ ...block, base_url: "nonsense" }, {})).toEqual([]);
    expect(judgeSensorsArgument({ ...block, base_url: UNKNOWN }, {})).toEqual([]);
  });

  it("hide the proxy's password", () => {
    expect(sensorsArgument.nested?.attributes.proxy_password?.spec.sensitive).toBe(true);
  });
});
