import { describe, expect, it } from "vitest";
import { readLaunch } from "./launch.ts";

const cookie = { key: "COOKIE", value: "yes" };
const read = (args: readonly string[], environment: Readonly<Record<string, string>>) =>
  readLaunch({ args, environment, cookie });

describe("readLaunch", () => {
  it.each([
    ["no cookie", {}],
    ["another cookie", { COOKIE: "no" }],
  ])("takes a start with %s for a mistake", (_name, environment) => {
    expect(read([], environment)).toEqual({ by: "mistake" });
  });

  it.each([["-debug"], ["--debug"]])("knows a developer by %s, cookie or not", (flag) => {
    expect(read([flag], {})).toEqual({ by: "developer" });
    expect(read([flag], { COOKIE: "yes" })).toEqual({ by: "developer" });
  });

  it.each([
    [
      "a certificate",
      { PLUGIN_CLIENT_CERT: "pem" },
      { clientCertificatePem: "pem", wantsMultiplexField: false },
    ],
    ["no certificate", {}, { clientCertificatePem: null, wantsMultiplexField: false }],
    [
      "an empty certificate",
      { PLUGIN_CLIENT_CERT: "" },
      { clientCertificatePem: null, wantsMultiplexField: false },
    ],
    [
      "multiplexing",
      { PLUGIN_MULTIPLEX_GRPC: "true" },
      { clientCertificatePem: null, wantsMultiplexField: true },
    ],
  ])("reads a client with %s", (_name, environment, expected) => {
    expect(read([], { COOKIE: "yes", ...environment })).toEqual({ by: "client", ...expected });
  });
});
