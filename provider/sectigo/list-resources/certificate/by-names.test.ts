import { describe, expect, it } from "vitest";
import { enroll } from "../../../../test/fake-scm/testing.ts";
import { ListStage } from "../../../../test/support/list-stage.ts";

/** What a list can't show must be said: Terraform prints nothing of a list that found nothing. */
describe('S89 names in the filter of list "sectigo_certificate"', () => {
  it("are those of SCM: departments as a path or with their organization, and a mistyped one is refused", async () => {
    await using stage = await ListStage.of({ records: 60 });
    const all = await stage.scm.control.certificates();
    const idsOf = (...owners: readonly number[]) =>
      all
        .filter(({ status, requestedVia }) => status === "Issued" && requestedVia === "REST API")
        .filter(({ orgId }) => owners.includes(orgId))
        .map(({ sslId }) => sslId);
    const ids = async (filter: object) => (await stage.list({ filter })).ids;
    expect(await ids({ organizations: ["Example Ltd"] })).toEqual(idsOf(7003));
    expect(await ids({ organizations: ["Example Ltd/Web"] })).toEqual(idsOf(7019));
    expect(await ids({ organizations: ["Example Ltd"], include_departments: true })).toEqual(
      idsOf(7003, 7019, 7024),
    );
    for (const filter of [{ organizations: ["Example Ldt"] }, { scm_profiles: ["OV SSL 198"] }]) {
      const { said } = await stage.list({ filter });
      expect(said).toEqual([
        expect.stringMatching(/^error: .*sees no .*config\.unknown_name.*\n.*Correct the filter; near: "/),
      ]);
    }
    const { said } = await stage.list({
      connector: stage.connector(),
      filter: { business_units: ["Retial"] },
    });
    expect(said).toEqual([expect.stringMatching(/knows no business unit "Retial".*\n.*near: "Retail"/)]);
  });
});

describe('S89 which certificates a list "sectigo_certificate" finds', () => {
  it("are also those that have ended, or were discovered, where that is asked for", async () => {
    await using stage = await ListStage.of({ records: 60 });
    const all = await stage.scm.control.certificates();
    const idsOf = (isWanted: (one: (typeof all)[number]) => boolean) =>
      all.filter(isWanted).map(({ sslId }) => sslId);
    const expired = await stage.list({ filter: { statuses: ["expired"] } });
    expect(expired.ids).toEqual(
      idsOf(({ status, requestedVia }) => status === "Expired" && requestedVia === "REST API"),
    );
    expect(expired.ids.length).toBeGreaterThan(0);
    const discovered = await stage.list({ include_discovered: true });
    expect(discovered.ids).toEqual(idsOf(({ status }) => status === "Issued"));
    const count = discovered.ids.length;
    expect((await stage.list({ include_discovered: true }, count)).said).toEqual([]);
    expect((await stage.list({ include_discovered: true }, count - 1)).said).toEqual([
      expect.stringContaining(`${count} certificates match, and the first ${count - 1} are listed`),
    ]);
    const { ids } = await stage.list({ connector: stage.connector({ include_discovered: true }) });
    expect(ids).toEqual(discovered.ids);
    const own = { connector: stage.connector({ include_discovered: true }), include_discovered: false };
    expect((await stage.list(own)).ids.length).toBeLessThan(ids.length);
  });

  it("are of the units of this run, and another unit is refused", async () => {
    await using stage = await ListStage.of({ records: 60 }, { business_units: ["Retail"] });
    const connector = stage.connector({
      business_units_by_organization: { "Example Ltd": "Retail", "Example Ltd/Web": "Other" },
    });
    const all = await stage.scm.control.certificates();
    // The connector's own unit is that of all others.
    const others = all.filter(({ status, orgId }) => status === "Issued" && orgId !== 7019);
    const { ids } = await stage.list({ connector });
    expect(ids).toEqual(
      others.filter(({ requestedVia }) => requestedVia === "REST API").map(({ sslId }) => sslId),
    );
    const { said } = await stage.list({ connector, filter: { business_units: ["Other"] } });
    expect(said).toEqual([expect.stringMatching(/^error: List certificates: .*Other/)]);
    const foreign = { ...stage.connector(), customer_uri: "another" };
    expect((await stage.list({ connector: foreign })).said).toEqual([
      expect.stringMatching(/^error: .*another/),
    ]);
  });
});

describe('S89 what a list "sectigo_certificate" lacks', () => {
  it("is told where the connector leaves out what the filter asks for", async () => {
    await using stage = await ListStage.of({ records: 12 });
    const connector = stage.connector({ include_revoked: false });
    const { said } = await stage.list({ connector, filter: { statuses: ["Revoked"] } });
    expect(said).toEqual([
      expect.stringMatching(/^warning: The list may lack rows in state Revoked\n.*leaves out revoked/),
    ]);
  });

  it("is everything where the connector imports no SSL certificates", async () => {
    await using stage = await ListStage.of({ records: 12 });
    const of = async (connector: object) => (await stage.list({ connector })).said;
    const told = [expect.stringMatching(/^warning: The connector imports no SSL certificates\n/)];
    expect(await of(stage.connector({ certificate_types: ["client"] }))).toEqual(told);
    expect(await of({ ...stage.connector(), import: null })).toEqual(told);
  });

  it("is told with its age where SCM fails, in words of a list", async () => {
    await using stage = await ListStage.of({ records: 12 });
    const { ids } = await stage.list();
    await stage.api.clock.wait(7 * 3_600_000);
    await stage.scm.control.plantFault({ route: "*", kind: "status", status: 503, times: 1_000 });
    const late = await stage.list();
    expect(late.ids).toEqual(ids);
    expect(late.said).toEqual([
      expect.stringMatching(
        /^warning: The inventory could not be brought up to date\n.*another warning says/,
      ),
      expect.stringMatching(/^warning: The list may lack whatever changed since 2026-03-16T10/),
    ]);
    expect(late.said.join()).not.toMatch(/imported_at|complete is/);
  });

  it("is told where names are those of an earlier run", async () => {
    await using stage = await ListStage.of({ records: 12 });
    const filter = { organizations: ["Example Ltd"] };
    const { ids } = await stage.list({ filter });
    await stage.runAnew();
    await stage.scm.control.plantFault({
      route: "GET /organization/v1",
      kind: "status",
      status: 503,
      times: 100,
    });
    const later = await stage.list({ filter });
    expect(later.ids).toEqual(ids);
    expect(later.said).toContainEqual(
      expect.stringMatching(/^warning: The list may lack renamings of organizations/),
    );
  });

  it("and what is there twice is told: a certificate and what it was renewed as", async () => {
    await using stage = await ListStage.of();
    const other = await enroll(stage.scm, "api.example.test");
    const former = await enroll(stage.scm, "shop.example.test");
    await stage.api.clock.wait(30 * 86_400_000);
    const { sslId } = await stage.scm.control.renew(former);
    const all = await stage.list();
    expect(all.ids).toEqual([other, former, sslId]);
    expect(all.said).toEqual([
      expect.stringMatching(/^warning: 1 of the 3 certificates that match have a successor\n.*= false in/),
    ]);
    const ids = async (isSucceeded: boolean) => {
      const { ids, said } = await stage.list({ filter: { has_successor: isSucceeded } });
      expect(said).toEqual([]);
      return ids;
    };
    expect(await ids(false)).toEqual([other, sslId]);
    expect(await ids(true)).toEqual([former]);
    expect((await stage.list({ except_ids: [former] })).said).toEqual([]);
    const live = await stage.list({ filter: { has_successor: true }, refresh: "live" });
    expect(live.said).toEqual([expect.stringMatching(/^error: .*config\.has_successor/)]);
  });

  it("is an error where a live answer would be all of the account", async () => {
    await using stage = await ListStage.of();
    const { said } = await stage.list({ refresh: "live" });
    expect(said).toEqual([expect.stringMatching(/config\.live_unbounded\]\nBound a date at both ends/)]);
  });
});
