/** A run that ended right after a reissue leaves certificates that are valid and in no state: `superseded` lists them all. */
import { describe, expect, it } from "vitest";
import { type CertificateStage, certificateStage, shop } from "../../../../test/support/certificate-stage.ts";

const subject = {
  ...{ common_name: "shop.example.test", organizational_unit: null, organization: null },
  ...{ locality: null, state: null, country: null },
};
const made = (algorithm: string) =>
  shop({ csr_pem: null, private_key: { algorithm, rsa_bits: null, ecdsa_curve: null }, subject });
const NAMES = ["shop.example.test", "b.example.test"];

/** An apply that ends before it can tell what it did. */
async function killed(set: CertificateStage, wishes: ReturnType<typeof shop>): Promise<void> {
  const { state, private: data } = set;
  await set.apply(wishes);
  Object.assign(set, { state, private: data });
  await set.api.clock.wait(1000);
}

/** Serial numbers that SCM has issued under this id and that are valid still, the present one last. */
async function valid(set: CertificateStage): Promise<readonly (string | null)[]> {
  const { former, serialNumber } = await set.record;
  return [...former.filter(({ revoked }) => revoked === null).map((each) => each.serialNumber), serialNumber];
}

const plain = (serials: readonly (string | null | undefined)[]): readonly string[] =>
  serials.map((serial) => serial?.replaceAll(":", "").toLowerCase().replace(/^0+/, "") ?? "");

function listed({ values: { superseded, serial_number } }: CertificateStage) {
  return [...(superseded ?? []).map((each) => each.serial_number), serial_number];
}

describe("B7 a reissue of a run that ended early", () => {
  it("leaves none that is not listed where the first one was for a key that went with its run, and its reissue is late", async () => {
    await using set = await certificateStage({ issueDelayMs: 20_000 }, undefined, {
      origin: { scope: "example/infra", runUrl: null },
      login: "svc-certs",
    });
    const within = (create: string) => ({
      ...made("RSA"),
      timeouts: { create, read: null, update: null, delete: null },
    });
    await killed(set, within("5s"));
    await set.apply(within("25s"));
    await set.pass(1);
    await set.refresh();
    expect(plain(listed(set)).toSorted()).toEqual(plain(await valid(set)).toSorted());
  });

  it.each([
    ["for another key, which went with it", made("RSA"), made("ECDSA")],
    ["for other names", shop(), shop({ subject_alternative_names: NAMES })],
    [
      "for other names, with a key made here",
      made("RSA"),
      { ...made("RSA"), subject_alternative_names: NAMES },
    ],
  ])("leaves none that is not listed: %s", async (_what, first, then) => {
    await using set = await certificateStage();
    await set.apply(first);
    await killed(set, then);
    await set.refresh();
    await set.apply(then);
    await set.refresh();
    expect(plain(listed(set)).toSorted()).toEqual(plain(await valid(set)).toSorted());
    expect((await set.plan(then)).diagnostics).toEqual([]);
  });
});
