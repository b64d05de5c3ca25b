import { describe, expect, it } from "vitest";
import { formatHandshake, formatReattachment } from "./handshake.ts";

const address = { network: "unix", text: "/tmp/plugin-x/socket" } as const;

describe("formatHandshake", () => {
  it("has six fields, with the certificate as base64 without padding", () => {
    const certificateDer = Uint8Array.of(1, 2, 3, 4);
    expect(formatHandshake({ protocolVersion: 6, address, certificateDer, hasMultiplexField: false })).toBe(
      "1|6|unix|/tmp/plugin-x/socket|grpc|AQIDBA\n",
    );
  });

  it("leaves the certificate empty without TLS", () => {
    const tcp = { network: "tcp", text: "127.0.0.1:10000" } as const;
    expect(
      formatHandshake({ protocolVersion: 6, address: tcp, certificateDer: null, hasMultiplexField: false }),
    ).toBe("1|6|tcp|127.0.0.1:10000|grpc|\n");
  });

  it("has a seventh field for a client that asks", () => {
    const line = formatHandshake({
      protocolVersion: 6,
      address,
      certificateDer: null,
      hasMultiplexField: true,
    });
    expect(line).toBe("1|6|unix|/tmp/plugin-x/socket|grpc||false\n");
  });
});

describe("formatReattachment", () => {
  it("is one line for a shell, with every name and every quote safe", () => {
    const names = ["one.test/a/b", "two.test/it's"];
    const line = formatReattachment({ variable: "ATTACH", names, protocolVersion: 6, processId: 7, address });
    const [, quoted = ""] = /^export ATTACH='(.*)'\n$/.exec(line) ?? [];
    const json = JSON.parse(quoted.replaceAll("'\\''", "'"));
    expect(Object.keys(json)).toEqual(names);
    expect(json["one.test/a/b"]).toEqual({
      Protocol: "grpc",
      ProtocolVersion: 6,
      Pid: 7,
      Test: true,
      Addr: { Network: "unix", String: "/tmp/plugin-x/socket" },
    });
  });
});
