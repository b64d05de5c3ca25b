import { describe, expect, it } from "vitest";
import { type Metadata, metadataChange, missingMetadata } from "./metadata.ts";

const NONE: Metadata = { comments: null, externalRequesters: null, customFields: null };
const NOTHING_THERE = { comments: null, externalRequesters: [], customFields: [] };
const LINES = `Ordered as code, claim abcdefgh\ntf:${"a".repeat(26)}`;

describe("metadataChange", () => {
  it("is null when nothing differs in what it means", () => {
    const prior = {
      comments: "",
      externalRequesters: ["Ops@Example.test", "b@example.test"],
      customFields: {},
    };
    const asked = { ...NONE, externalRequesters: ["b@example.test", "ops@example.test"] };
    expect(metadataChange({ prior, asked }, NOTHING_THERE)).toBeNull();
  });

  it("sends what was taken away as empty, since SCM keeps what is left out", () => {
    const prior = {
      comments: "a",
      externalRequesters: ["a@example.test"],
      customFields: { "Go-live": "1" },
    };
    const present = [
      { name: "Cost centre", value: "9" },
      { name: "Go-live", value: "1" },
    ];
    expect(metadataChange({ prior, asked: NONE }, { comments: null, customFields: present })).toEqual({
      comments: "",
      externalRequesters: [],
      customFields: [
        { name: "Cost centre", value: "9" },
        { name: "Go-live", value: "" },
      ],
    });
  });

  it("sends only the members that differ", () => {
    expect(metadataChange({ prior: NONE, asked: { ...NONE, comments: "x" } }, NOTHING_THERE)).toEqual({
      comments: "x",
    });
  });

  it("leaves the lines that tell whose order it is behind the user's words", () => {
    const present = { comments: `theirs\n${LINES}`, customFields: [] };
    expect(metadataChange({ prior: NONE, asked: { ...NONE, comments: "x" } }, present)).toEqual({
      comments: `x\n${LINES}`,
    });
  });
});

describe("missingMetadata", () => {
  it("takes people's words and our lines of the record before along", () => {
    const former = { comments: `theirs\n${LINES}` };
    expect(missingMetadata(NOTHING_THERE, former, NONE)).toEqual({ comments: `theirs\n${LINES}` });
    expect(missingMetadata(NOTHING_THERE, former, { ...NONE, comments: "x" })).toEqual({
      comments: `x\n${LINES}`,
    });
  });

  it("is null where SCM has taken everything along, whatever order and spelling it shows", () => {
    const present = {
      comments: LINES,
      externalRequesters: ["B@example.test", "a@example.test"],
      customFields: [
        { name: "Cost centre", value: "9" },
        { name: "Go-live", value: "1" },
      ],
    };
    const asked = {
      comments: null,
      externalRequesters: ["a@example.test", "b@example.test"],
      customFields: { "Go-live": "1", "Never set": "" },
    };
    expect(missingMetadata(present, { comments: LINES }, asked)).toBeNull();
    expect(
      missingMetadata(present, { comments: LINES }, { ...asked, customFields: { "Go-live": "2" } }),
    ).toEqual({
      customFields: [
        { name: "Cost centre", value: "9" },
        { name: "Go-live", value: "2" },
      ],
    });
  });
});
