import { describe, expect, it } from "vitest";
import { makeCsr } from "../../../../test/fake-scm/testing.ts";
import { certificateStage, shop } from "../../../../test/support/certificate-stage.ts";

describe("changing a certificate that exists", () => {
  it("writes metadata in one call and keeps every value of the certificate", async () => {
    await using set = await certificateStage();
    await set.apply(shop({ comments: "old" }));
    const before = set.values;
    const wishes = shop({ comments: "new", custom_fields: { "Cost centre": "1", "Go-live": "now" } });
    expect(await set.apply(wishes)).toEqual([]);
    expect(set.values.certificate_pem).toBe(before.certificate_pem);
    expect(await set.record).toMatchObject({
      comments: expect.stringMatching(/^new\nOrdered as code, /),
      customFields: [
        { name: "Cost centre", value: "1" },
        { name: "Go-live", value: "now" },
      ],
    });
    expect(await set.calls("PUT")).toHaveLength(1);
    await set.refresh();
    expect((await set.plan(wishes)).planned).toEqual(set.state);
  });

  it("makes no call for what is only recorded: a timeout, the next term, a request that the certificate has already", async () => {
    await using set = await certificateStage();
    await set.apply(shop());
    await set.import(String(set.values.ssl_id));
    expect(set.values.csr_pem).toBeNull();
    await set.scm.control.clearRequests();
    const timeouts = { create: "1h", read: null, update: null, delete: null };
    const wishes = { ...set.generated, ...shop({ timeouts, term_days: 90 }) };
    expect(await set.apply(wishes)).toEqual([]);
    expect(await set.scm.control.requests()).toEqual([]);
    expect((await set.plan(wishes)).planned).toEqual(set.state);
  });

  it.each([
    "strict",
    "merging",
  ])("leaves fields alone that are not named here, with a %s SCM", async (kind) => {
    await using set = await certificateStage({ strict: { replaceCustomFields: kind === "strict" } });
    await set.apply(shop());
    const sslId = set.values.ssl_id ?? 0;
    await set.api.client.certificates.update(sslId, {
      customFields: [
        { name: "Cost centre", value: "4711" },
        { name: "Go-live", value: "theirs" },
      ],
    });
    await set.refresh();
    await set.apply(shop({ custom_fields: { "Cost centre": "2" } }));
    expect((await set.record).customFields).toEqual([
      { name: "Cost centre", value: "2" },
      { name: "Go-live", value: "theirs" },
    ]);
  });

  it("keeps the state as it was when SCM refuses the change", async () => {
    await using set = await certificateStage();
    await set.apply(shop({ comments: "old" }));
    const before = set.state;
    const refusal = { status: 400, code: -7, description: "Field is required" };
    await set.scm.control.plantFault({ route: "PUT /ssl/v1", kind: "status", ...refusal });
    const told = await set.apply(shop({ comments: "new" }));
    expect(told).toMatchObject([
      { severity: "error", summary: expect.stringMatching(/^Update certificate \d+: /) },
    ]);
    expect(set.state).toEqual(before);
    expect(await set.apply(shop({ comments: "new" }))).toEqual([]);
    expect((await set.record).comments).toMatch(/^new\nOrdered as code, /);
  });

  it("has written the metadata even if the wait that follows comes to no end", async () => {
    await using set = await certificateStage({ issueDelayMs: 3_600_000 });
    const timeouts = { create: "5s", read: null, update: "5s", delete: null };
    await set.apply(shop({ timeouts }));
    await set.apply(shop({ timeouts, comments: "new" }));
    expect(set.values).toMatchObject({ comments: "new", status: "Applied" });
    expect((await set.record).comments).toMatch(/^new\nOrdered as code, /);
  });
});

describe("metadata beside an order", () => {
  it("that is on its way is written on the successor too", async () => {
    await using set = await certificateStage({ strict: { renewalNeedsApproval: true } });
    const old = shop({ term_days: 90, comments: "one", on_pending: "return" });
    await set.apply(old);
    await set.pass(70);
    await set.apply(old);
    const successor = set.values.pending?.ssl_id ?? 0;
    const wishes = { ...old, comments: "two" };
    await set.apply(wishes);
    await set.scm.control.act(successor, "approve");
    await set.refresh();
    expect(set.values).toMatchObject({ ssl_id: successor, comments: "two", pending: null });
    expect((await set.plan(wishes)).planned).toEqual(set.state);
  });

  it.each([
    ["a replacement", { csr_pem: makeCsr("shop.example.test").csr }],
    ["a new enrollment", { organization_id: 7019 }],
  ])("of %s is written too, and the plan is empty then", async (_what, change) => {
    await using set = await certificateStage();
    await set.apply(shop({ comments: "one", external_requesters: ["a@example.test"] }));
    const people = { external_requesters: ["b@example.test"], custom_fields: { "Cost centre": "2" } };
    const wishes = shop({ ...change, ...people, comments: "two" });
    await set.apply(wishes);
    await set.refresh();
    expect(set.values).toMatchObject({ comments: "two", ...people });
    expect((await set.plan(wishes)).planned).toEqual(set.state);
  });
});
