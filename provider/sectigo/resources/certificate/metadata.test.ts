import { describe, expect, it } from "vitest";
import type { CertificateDetails } from "../../../../core/index.ts";
import { type Metadata, metadataChange, readMetadata } from "./metadata.ts";

const NONE: Metadata = { comments: null, external_requesters: null, custom_fields: null };
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

  it("takes empty for empty: what is declared so is no drift", () => {
    const declared = { comments: "", external_requesters: [], custom_fields: { "Go-live": "" } };
    expect(readMetadata(record({}), declared, false)).toEqual(declared);
    expect(readMetadata(FULL, declared, false).comments).toBe("theirs");
  });
});

const NOTHING_THERE = { comments: null, customFields: [] };

describe("metadataChange", () => {
  it("is null when nothing differs in what it means", () => {
    const prior = {
      comments: "",
      external_requesters: ["Ops@Example.test", "b@example.test"],
      custom_fields: {},
    };
    const wanted = { ...NONE, external_requesters: ["b@example.test", "ops@example.test"] };
    expect(metadataChange({ prior, wanted }, NOTHING_THERE)).toBeNull();
  });

  it("sends what was taken away as empty, since SCM keeps what is left out", () => {
    const prior = {
      comments: "a",
      external_requesters: ["a@example.test"],
      custom_fields: { "Go-live": "1" },
    };
    const present = [
      { name: "Cost centre", value: "9" },
      { name: "Go-live", value: "1" },
    ];
    expect(metadataChange({ prior, wanted: NONE }, { comments: null, customFields: present })).toEqual({
      comments: "",
      externalRequesters: [],
      customFields: [
        { name: "Cost centre", value: "9" },
        { name: "Go-live", value: "" },
      ],
    });
  });

  it("sends only the members that differ", () => {
    expect(metadataChange({ prior: NONE, wanted: { ...NONE, comments: "x" } }, NOTHING_THERE)).toEqual({
      comments: "x",
    });
  });

  it("leaves the lines that tell whose order it is behind the user's words", () => {
    const lines = `Ordered as code, claim abcdefgh\ntf:${"a".repeat(26)}`;
    const present = { comments: `theirs\n${lines}`, customFields: [] };
    expect(metadataChange({ prior: NONE, wanted: { ...NONE, comments: "x" } }, present)).toEqual({
      comments: `x\n${lines}`,
    });
  });
});
