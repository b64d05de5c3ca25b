import { describe, expect, it } from "vitest";
import { judgeAcmeDomains, judgeUnkeptLimits } from "./limits.ts";

const said = (found: readonly { readonly severity: string; readonly summary: string }[]) =>
  found.map(({ severity, summary }) => `${severity}: ${summary}`);

describe("limits that a method does not keep", () => {
  it.each([
    ["acme", false, ["key_types", "term_days"], [/ACME clients to key_types and term_days$/]],
    ["acme", false, ["allowed_names"], []],
    ["browser_pkcs12", true, ["allowed_names"], [/people at the web form to allowed_names$/]],
    ["csr", true, ["term_days"], [/people at the web form to term_days$/]],
    ["csr", false, ["allowed_names", "key_types", "term_days"], []],
    ["rest_api", false, ["allowed_names"], []],
    ["csr", true, [], []],
  ] as const)("%s, web form %s, %j", (method, hasWebForm, limits, says) => {
    const found = judgeUnkeptLimits({ method, hasWebForm, limits });
    expect(said(found)).toEqual(says.map((text) => expect.stringMatching(text)));
  });

  it("says that our own orders keep to them, where there are any", () => {
    const [form] = judgeUnkeptLimits({ method: "csr", hasWebForm: true, limits: ["term_days"] });
    const [browser] = judgeUnkeptLimits({
      method: "browser_pkcs12",
      hasWebForm: true,
      limits: ["term_days"],
    });
    expect(form?.detail).toMatch(/Orders of Terraform and the Action keep to it/);
    expect(browser?.detail).not.toMatch(/keep to it/);
  });
});

describe("domains of an ACME account", () => {
  it.each([
    [["example.test"], null, []],
    [null, [".example.test"], [/^warning: allowed_names binds no ACME client/]],
    [["example.test"], ["example.test", ".example.test"], []],
    [["*.example.test"], [".example.test"], []],
    [["shop.example.test"], [".example.test"], []],
    [["Shop.Example.TEST."], [".example.test"], []],
    [["example.test"], [".example.test"], [/^warning: .*more names.*"example\.test"/]],
    [["example.test"], ["www.example.test"], [/^warning: .*more names/]],
    [["example.test"], ["example.test"], [/^warning: .*more names/]],
    [["labs.test"], [".example.test"], [/^error: The ACME domain "labs\.test" is not among/]],
    [["badexample.test"], ["example.test"], [/^error: /]],
    [["example.test"], [".badexample.test"], [/^error: /]],
    [["a.shop.example.test"], ["*.example.test"], [/^error: /]],
  ] as const)("%j under %j", (domains, patterns, says) => {
    expect(said(judgeAcmeDomains(domains, patterns))).toEqual(
      says.map((text) => expect.stringMatching(text)),
    );
  });
});
