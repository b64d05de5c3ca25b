import { describe, expect, it } from "vitest";
import { answersIn } from "./core-trace.ts";

const ADDRESS = "sectigo_certificate.shop";

/** As Terraform 1.11 writes it, with words of the provider and of others in between. */
const TRACE = [
  "2026-11-30T06:00:00.000Z [INFO]  Terraform version: 1.11.4",
  "2026-11-30T06:00:01.000Z [DEBUG] provider: starting plugin: path=sectigo",
  '2026-11-30T06:00:01.010Z [DEBUG] provider.terraform-provider-sectigo: ": GetProviderSchema" is a word of the plugin',
  "2026-11-30T06:00:01.020Z [TRACE] GRPCProvider.v6: GetProviderSchema",
  "a line without a time",
  "2026-11-30T06:00:01.030Z [DEBUG] provider.stdio: received data",
  "2026-11-30T06:00:01.075Z [TRACE] provider.Schema: answered",
  "2026-11-30T06:00:01.080Z [DEBUG] provider: plugin exited",
  `2026-11-30T06:00:01.090Z [TRACE] vertex "${ADDRESS}": visit complete`,
  "2026-11-30T06:00:02.000Z [DEBUG] provider: starting plugin: path=sectigo",
  "2026-11-30T06:00:02.050Z [TRACE] GRPCProvider.v6: ValidateResourceConfig",
  '2026-11-30T06:00:02.060Z [TRACE] vertex "sectigo_certificate.other": visit complete',
  `2026-11-30T06:00:02.095Z [TRACE] vertex "${ADDRESS}": visit complete`,
];

const without = (text: string): string => TRACE.filter((line) => !line.includes(text)).join("\n");

describe("the trace of a validate", () => {
  it("gives the schema's time from the first process and the judgement's from the second", () => {
    expect(answersIn(TRACE.join("\n"), ADDRESS)).toEqual({ schema: 80, validated: 95 });
  });

  it("takes the answer from the core's next word and not from the provider's", () => {
    const late = TRACE.map((line) =>
      line.replace("provider: plugin exited", "provider.later: plugin exited"),
    );
    expect(answersIn(late.join("\n"), ADDRESS)).toEqual({ schema: 90, validated: 95 });
  });

  it.each([
    ["the start", "starting plugin", "provider: starting plugin"],
    ["the schema's call", "GetProviderSchema", ": GetProviderSchema"],
    ["the judgement's call", "ValidateResourceConfig", ": ValidateResourceConfig"],
  ])("refuses a trace without %s, naming the line", (_what, missing, named) => {
    expect(() => answersIn(without(missing), ADDRESS)).toThrow(`Terraform's trace has no line "${named}"`);
  });

  it("refuses a trace whose resource was never judged", () => {
    expect(() => answersIn(TRACE.join("\n"), "sectigo_certificate.absent")).toThrow(
      /sectigo_certificate\.absent/,
    );
  });
});
