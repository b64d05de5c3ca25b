/**
 * What SCM and its CA may do otherwise than one thinks, one point at a time, through the life of one certificate: enrolled,
 * looked at for 200 days, renewed. One order each, the right certificate, an empty second plan, and no error.
 */
import { describe, expect, it } from "vitest";
import { readCertificatePem } from "../../../../core/index.ts";
import type { StrictOptions } from "../../../../test/fake-scm/strict-options.ts";
import { type CertificateStage, certificateStage, shop } from "../../../../test/support/certificate-stage.ts";

const POINTS: readonly (keyof StrictOptions)[] = [
  ...(["caAddsWww", "caAddsBareDomain", "caDropsName", "caRespellsCommonName"] as const),
  ...(["caPutsCommonNameFirst", "caCutsTerm", "termsFollowCeilings", "trimsTexts", "joinsLines"] as const),
  ...(["strayCaFirst", "strayCaInside", "strayCaLast", "crossCertificates", "chainWithoutRoot"] as const),
  ...(["renewedWhenIssued", "renewalCopiesComments", "prefixNameFilter", "caseSensitiveNameFilter"] as const),
  ...(["commonNameFilterSeesAll", "sanFilterWithoutCommonName", "statusFilterIgnored"] as const),
  ...(["detailsShowAskedNames", "sansWithoutCommonName", "exactNameFilter"] as const),
];

const WISHES = shop({
  subject_alternative_names: ["api.shop.example.test", "Shop.example.test"],
  comments: "web tier\n",
});

/** A refresh, and a plan that changes nothing unless it says that it will renew; then the apply does so. */
async function night(stage: CertificateStage): Promise<void> {
  const told = await stage.refresh();
  expect(told.filter(({ severity }) => severity === "error")).toEqual([]);
  const { planned, diagnostics } = await stage.plan(WISHES);
  expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  if (!diagnostics.some(({ summary }) => /will be renewed/.test(summary)))
    expect(planned).toEqual(stage.state);
  else expect((await stage.apply(WISHES)).filter(({ severity }) => severity === "error")).toEqual([]);
}

describe("S78 a certificate's life comes out right where", () => {
  it.each(POINTS)("%s", async (name) => {
    await using stage = await certificateStage({ strict: { [name]: true }, listLagMs: 800 });
    await stage.apply(WISHES);
    await night(stage);
    const first = stage.values.serial_number;
    for (let day = 0; day < 200; day += 25) {
      await stage.pass(25);
      await night(stage);
    }
    await night(stage);
    const orders = await stage.orders();
    expect(orders.filter((order) => order === "enroll")).toHaveLength(1);
    expect(orders.length).toBeGreaterThan(1);
    expect(stage.values.serial_number).not.toBe(first);
    expect(stage.values).toMatchObject({ pending: null, key_matches: true, status: "Issued" });
    const { names, certificate_pem: pem } = stage.values;
    expect(names).toContain("shop.example.test");
    expect(readCertificatePem(pem ?? "").notAfter.getTime()).toBeGreaterThan(stage.api.clock.now().getTime());
    expect(stage.values.chain_pem?.match(/BEGIN/g)).toHaveLength(2);
  });

  it("the CA adds a name that was not asked for: it is never published, and not ordered again either", async () => {
    await using stage = await certificateStage({ strict: { caAddsForeignName: true } });
    const [told] = await stage.apply(WISHES);
    expect(told).toMatchObject({ severity: "warning" });
    expect(told?.summary).toMatch(/is not published: .*: autodiscover\.shop\.example\.test/);
    for (let night = 0; night < 3; night += 1) {
      await stage.pass(1);
      const [again] = await stage.refresh();
      expect(again?.summary).toMatch(/is not published/);
      expect((await stage.plan(WISHES)).planned).toEqual(stage.state);
    }
    expect(stage.values).toMatchObject({ certificate_pem: null, names: null });
    expect(await stage.orders()).toEqual(["enroll"]);
  });

  it("a renewal has such a name: the pair before stays, each plan says so, and it is not bought again in each apply", async () => {
    await using stage = await certificateStage();
    await stage.apply(WISHES);
    const { serial_number, private_key_pem } = stage.values;
    await stage.scm.control.turn({ caAddsForeignName: true });
    await stage.pass(150);
    await stage.refresh();
    await stage.apply(WISHES);
    expect(stage.values).toMatchObject({ serial_number, private_key_pem });
    for (const days of [1, 1, 42]) {
      await stage.pass(days);
      await stage.refresh();
      const { diagnostics } = await stage.plan(WISHES);
      expect(diagnostics.map(({ summary }) => summary).join()).toMatch(
        /successor \d+ has names that were not/,
      );
      await stage.apply(WISHES);
      expect(stage.values).toMatchObject({ serial_number, private_key_pem });
    }
    expect(await stage.orders()).toEqual(["enroll", "renewById"]);
    // A person has decided, and the CA is mended.
    await stage.scm.control.revoke(stage.values.pending?.ssl_id ?? 0, 4);
    await stage.scm.control.turn({ caAddsForeignName: false });
    await stage.refresh();
    await stage.apply(WISHES);
    expect(stage.values.serial_number).not.toBe(serial_number);
    expect(await stage.orders()).toEqual(["enroll", "renewById", "enroll"]);
  });

  it("a name is lacking: every plan says so until it is accepted or no longer asked for", async () => {
    await using stage = await certificateStage({ strict: { caDropsName: true } });
    const wishes = shop({ subject_alternative_names: ["api.shop.example.test", "zoo.shop.example.test"] });
    await stage.apply(wishes);
    const lacks = async (more: Partial<typeof wishes>) => {
      const { diagnostics } = await stage.plan({ ...wishes, ...more });
      return diagnostics.some(({ summary }) => /lacks names that were ordered: zoo\.shop/.test(summary));
    };
    expect(await lacks({})).toBe(true);
    expect(await lacks({ on_mismatch: "accept" })).toBe(false);
    await stage.apply({ ...wishes, subject_alternative_names: ["api.shop.example.test"] });
    expect(await lacks({ subject_alternative_names: ["api.shop.example.test"] })).toBe(false);
    expect(await stage.orders()).toEqual(["enroll"]);
  });

  it("an import lacks a name that its record shows: the plan says so", async () => {
    await using stage = await certificateStage({
      strict: { caDropsName: true, detailsShowAskedNames: true },
    });
    await stage.apply(shop({ subject_alternative_names: ["api.shop.example.test"] }));
    const { ssl_id } = stage.values;
    stage.state = null;
    await stage.import(String(ssl_id));
    expect(stage.values.names).toEqual(["shop.example.test"]);
    const { planned, diagnostics } = await stage.plan(stage.generated);
    expect(planned).toEqual(stage.state);
    expect(diagnostics.map(({ summary }) => summary).join()).toMatch(/lacks names .*: api\.shop/);
  });

  it("there are two ways up: the preferred one is published, and another one without an order", async () => {
    await using stage = await certificateStage({ strict: { crossCertificates: true } });
    const elder = { ...WISHES, preferred_chain: "Fake SCM Older Root" };
    await stage.apply(elder);
    const { chain_pem, serial_number } = stage.values;
    expect(chain_pem?.match(/BEGIN/g)).toHaveLength(3);
    await stage.apply(WISHES);
    expect(stage.values.serial_number).toBe(serial_number);
    expect(stage.values.chain_pem?.match(/BEGIN/g)).toHaveLength(2);
    await stage.refresh();
    expect((await stage.plan(WISHES)).planned).toEqual(stage.state);
    const [told] = await stage.apply({ ...WISHES, preferred_chain: "Another Root" });
    expect(told?.summary).toMatch(/no chain that ends at Another Root/);
    expect(await stage.orders()).toEqual(["enroll"]);
  });
});
