import { expect, it } from "vitest";
import { makeCsr, type TestScm } from "../../../../test/fake-scm/testing.ts";
import { CertificateStage, certificateStage, shop } from "../../../../test/support/certificate-stage.ts";

/** Lists of an organization and SCM profile by state, whatever the names. */
async function listsOfPlace({ control }: TestScm): Promise<number> {
  const requests = await control.requests();
  return requests.filter(({ path, query }) => path.endsWith("/ssl/v1") && "status" in query).length;
}

it("what lives in a place is listed once for all orders of a walk", async () => {
  await using first = await certificateStage();
  for (const name of ["a.example.test", "b.example.test", "c.example.test"]) {
    const each = new CertificateStage(first.scm);
    await each.api.client.close();
    each.api = first.api;
    const { csr } = makeCsr(name);
    expect(await each.apply(shop({ csr_pem: csr, subject_alternative_names: [name] }))).toEqual([]);
  }
  expect(await listsOfPlace(first.scm)).toBe(5);
});
