import * as cdktf from "cdktf";
import * as cdktn from "cdktn";
import { describe, expect, it } from "vitest";
import * as terraform from "../../dist/cdk/cdktf/index.js";
import * as terrain from "../../dist/cdk/cdktn/index.js";
import { FLAVOURS } from "../../provider/cdktf/flavour.ts";

/** One of everything that a small app uses; the kits have the same classes under the same names. */
function synthesize(kit: typeof cdktf, bindings: typeof terraform): string {
  const stack = new kit.TerraformStack(kit.Testing.app(), "web");
  new bindings.provider.SectigoProvider(stack, "sectigo", { customerUri: "cst01234" });
  const all = new bindings.dataSectigoOrganizations.DataSectigoOrganizations(stack, "all");
  const shop = new bindings.certificate.Certificate(stack, "shop", {
    organizationId: kit.Token.asNumber(kit.Fn.lookupNested(all.organizations, ["0", "id"])),
    scmProfileId: 3312,
    csrPem: "request",
    subjectAlternativeNames: ["www.shop.example.test"],
    renewal: { windowDays: 30 },
    timeouts: { create: "30m" },
  });
  new kit.TerraformOutput(stack, "expires", { value: shop.notAfter });
  return kit.Testing.synth(stack);
}

describe("S70 the two kits", () => {
  it("synthesize the same stack", () => {
    // The kits' types differ by name and private parts only; what is compared here is what they write.
    const other = synthesize(cdktn as unknown as typeof cdktf, terrain as unknown as typeof terraform);
    const one = synthesize(cdktf, terraform);
    expect(JSON.parse(other)).toEqual(JSON.parse(one));
    expect(JSON.parse(one).resource.sectigo_certificate.shop).toMatchObject({
      renewal: { window_days: 30 },
      subject_alternative_names: ["www.shop.example.test"],
    });
  });

  it("have bindings of the same things", () => {
    expect(Object.keys(terrain)).toEqual(Object.keys(terraform));
  });

  it.each(FLAVOURS)("depend on nothing but peers: $kit", ({ kit, facts }) => {
    expect(Object.keys(facts.peers)).toEqual([kit, "constructs"]);
  });
});
