import { expect, it } from "vitest";
import { enroll, makeCsr } from "../../../../test/fake-scm/testing.ts";
import { CertificateStage, certificateStage, shop } from "../../../../test/support/certificate-stage.ts";

/** Applies one more certificate in the walk of another. */
async function orderBeside(first: CertificateStage, name: string): Promise<void> {
  const each = new CertificateStage(first.scm);
  await each.api.client.close();
  each.api = first.api;
  const { csr } = makeCsr(name);
  expect(await each.apply(shop({ csr_pem: csr, subject_alternative_names: [name] }))).toEqual([]);
}

it("what lives in a place is listed once for all orders of a walk", async () => {
  await using first = await certificateStage();
  for (const name of ["a.example.test", "b.example.test", "c.example.test"]) await orderBeside(first, name);
  const requests = await first.scm.control.requests();
  const lists = requests.filter(({ path, query }) => path.endsWith("/ssl/v1") && "status" in query);
  expect(lists).toHaveLength(5);
});

it("one more order in a walk costs six requests where it is issued at once", async () => {
  await using first = await certificateStage();
  await orderBeside(first, "a.example.test");
  await first.scm.control.clearRequests();
  await orderBeside(first, "b.example.test");
  const asked = (await first.scm.control.requests()).map(({ method, path, query }) =>
    [method, path.replace(/\d{4,}/, "{id}"), ...Object.keys(query).filter((name) => /name/i.test(name))].join(
      " ",
    ),
  );
  // The stage begins each apply without what a walk knows of revoked orders.
  const ofWalk = "POST /api/report/v1/ssl-certificates";
  expect(asked.filter((each) => each !== ofWalk)).toEqual([
    "GET /api/ssl/v1 commonName",
    "GET /api/ssl/v1 subjectAlternativeName",
    "POST /api/ssl/v1/enroll",
    // Another run may have ordered the same at the same moment.
    "GET /api/ssl/v1 commonName",
    "GET /api/ssl/v1/{id}",
    "GET /api/ssl/v1/collect/{id}/x509",
  ]);
});

it("records of the name that were there before are read once for an order, also where it is waited for", async () => {
  await using first = await certificateStage({ issueDelayMs: 20_000 });
  const others = [await enroll(first.scm, "a.example.test"), await enroll(first.scm, "a.example.test")];
  // So old that they are no order of a run that was interrupted.
  await first.pass(3);
  await first.scm.control.clearRequests();
  await orderBeside(first, "a.example.test");
  const requests = await first.scm.control.requests();
  for (const sslId of others)
    expect(requests.filter(({ path }) => path.endsWith(`/ssl/v1/${sslId}`))).toHaveLength(1);
  const lists = requests.filter(({ path, query }) => path.endsWith("/ssl/v1") && "commonName" in query);
  // Before the order, after it, and when the wait is over.
  expect(lists).toHaveLength(3);
});
