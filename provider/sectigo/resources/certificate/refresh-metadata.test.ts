import { describe, expect, it } from "vitest";
import type { CertificateDetails } from "../../../../core/index.ts";
import { readMetadata } from "./refresh-record.ts";

const NONE = { comments: null, external_requesters: null, custom_fields: null };

/** Only what is read here; the rest of a record does not matter. */
const record = (part: Partial<CertificateDetails>) =>
  ({ comments: null, externalRequesters: [], customFields: [], ...part }) as unknown as CertificateDetails;

const FULL = record({
  comments: "theirs",
  externalRequesters: ["a@example.test"],
  customFields: [
    { name: "Cost centre", value: "1" },
    { name: "Go-live", value: "2" },
    { name: "Empty", value: "" },
  ],
});

describe("readMetadata", () => {
  it("leaves alone what is not declared", () => {
    expect(readMetadata(FULL, NONE, false)).toEqual(NONE);
  });

  it("takes over everything after an import, save fields without a value", () => {
    expect(readMetadata(FULL, NONE, true)).toEqual({
      comments: "theirs",
      external_requesters: ["a@example.test"],
      custom_fields: { "Cost centre": "1", "Go-live": "2" },
    });
    expect(readMetadata(record({}), NONE, true)).toEqual(NONE);
  });

  it("shows what became of declared values, and declared fields only", () => {
    const declared = {
      comments: "mine",
      external_requesters: ["b@example.test"],
      custom_fields: { "Go-live": "x" },
    };
    expect(readMetadata(FULL, declared, false)).toEqual({
      comments: "theirs",
      external_requesters: ["a@example.test"],
      custom_fields: { "Go-live": "2" },
    });
    expect(readMetadata(record({}), declared, false)).toEqual({ ...NONE, custom_fields: {} });
  });

  it("takes empty for empty: what is declared so does not drift", () => {
    const declared = { comments: "", external_requesters: [], custom_fields: { "Go-live": "" } };
    expect(readMetadata(record({}), declared, false)).toEqual(declared);
    expect(readMetadata(FULL, declared, false).comments).toBe("theirs");
  });
});
