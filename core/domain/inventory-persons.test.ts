import { describe, expect, it } from "vitest";
import type { InventoryChange } from "./inventory-changes.ts";
import { changeWithoutPersons, personalAttributes } from "./inventory-persons.ts";

const ALWAYS = ["requester", "approver", "externalRequesters", "personName", "email"];
const HOLDER = ["commonName", "subject", "subjectAlternativeNames"];

describe("attributes that name persons", () => {
  it.each([
    ["a server", { type: "ssl", commonName: "shop.example.test" }, []],
    ["a client certificate", { type: "client", commonName: "Jo Doe" }, HOLDER],
    ["a server with a mail address as common name", { type: "ssl", commonName: "jo@a.test" }, ["commonName"]],
    [
      "a device with a mail address among its names",
      { type: "device", commonName: "cam", subjectAlternativeNames: ["cam.a.test", "jo@a.test"] },
      ["subjectAlternativeNames"],
    ],
  ] as const)("of %s", (_name, row, found) => {
    expect(personalAttributes(row)).toEqual([...ALWAYS, ...found]);
  });
});

describe("a change without persons", () => {
  const changeOf = (type: "ssl" | "client", commonName: string, attribute: string): InventoryChange => ({
    ...{ at: new Date("2026-03-16T00:00:00Z"), kind: "changed", row: { type, certificateId: 1, commonName } },
    fields: [{ attribute, before: "a", after: "b" }],
  });
  const hidden = (attribute: string) => ({ attribute, before: null, after: null });
  const shown = (attribute: string) => ({ attribute, before: "a", after: "b" });

  it.each([
    ["status", "ssl", shown("status")],
    ["external_requesters", "ssl", hidden("external_requesters")],
    ["common_name", "ssl", shown("common_name")],
    ["common_name", "client", hidden("common_name")],
  ] as const)("says that %s of a certificate of type %s changed", (attribute, type, field) => {
    const change = changeWithoutPersons(changeOf(type, "x", attribute), { showsOwners: false });
    expect(change.fields).toEqual([field]);
    expect(change.row.commonName).toBe(type === "client" ? null : "x");
  });

  it("shows owners only where the front end says so, and no mail address of a server's name", () => {
    const change = changeOf("ssl", "jo@a.test", "owners");
    expect(changeWithoutPersons(change, { showsOwners: true }).fields).toEqual([shown("owners")]);
    expect(changeWithoutPersons(change, { showsOwners: false }).fields).toEqual([hidden("owners")]);
    expect(changeWithoutPersons(change, { showsOwners: true }).row.commonName).toBeNull();
  });
});
