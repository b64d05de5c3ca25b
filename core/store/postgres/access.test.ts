import { chmodSync, chownSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ACCOUNT, sslPart, viewOf } from "../../../test/support/inventory.ts";
import { openssl } from "../../../test/support/openssl.ts";
import { startPostgres } from "../../../test/support/postgres.ts";
import { systemClock } from "../../base/clock.ts";
import { silentLogger } from "../../base/log.ts";
import type { InventoryStore } from "../inventory-store.ts";
import { openInventoryStore } from "../load-store.ts";

const NOW = new Date("2026-06-15T12:00:00.000Z");
const SECRET = "pa:ss@wo/rd%#";

let server: Awaited<ReturnType<typeof startPostgres>>;
const folder = mkdtempSync(join(tmpdir(), "sectigo-access-"));
const root = join(folder, "root.pem");

/** A certificate of the server's own, for the address but not for the name. */
async function encrypt(): Promise<void> {
  const [key, certificate] = [join(server.data, "server.key"), join(server.data, "server.crt")];
  const made = openssl([
    ...["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-keyout", key],
    ...[
      "-out",
      certificate,
      "-subj",
      "/CN=inventory",
      "-addext",
      "subjectAltName=IP:127.0.0.1",
      "-days",
      "2",
    ],
  ]);
  expect(made).toMatchObject({ ok: true });
  const { uid, gid } = statSync(server.data);
  for (const file of [key, certificate]) chownSync(file, uid, gid);
  chmodSync(key, 0o600);
  writeFileSync(root, readFileSync(certificate));
  await server.sql("alter system set ssl = on");
  await server.sql("select pg_reload_conf()");
}

beforeAll(async () => {
  server = await startPostgres();
  await encrypt();
  await server.sql(`create role guarded login superuser password '${SECRET}'`);
}, 180_000);
afterAll(async () => {
  await server[Symbol.asyncDispose]();
  rmSync(folder, { recursive: true });
});

interface Tried {
  readonly code: string;
  readonly warned: readonly string[];
  /** Whether the server saw an encrypted connection. */
  readonly isEncrypted?: unknown;
}

async function tried(path: string, variables: Readonly<Record<string, string>> = {}): Promise<Tried> {
  const warned: string[] = [];
  const log = { ...silentLogger, warn: (message: string) => warned.push(message) };
  try {
    const store = await openInventoryStore({ path, variables, log, clock: systemClock() });
    const [seen] = await server.sql(
      "select bool_and(ssl) as ssl from pg_stat_ssl join pg_stat_activity using (pid) where application_name like 'terraform%'",
    );
    await store.close();
    expect(store.name).not.toContain("pa:ss");
    return { code: "opened", warned, isEncrypted: seen?.ssl };
  } catch (error) {
    expect(error).toBeInstanceOf(Error);
    const text = error instanceof Error ? `${error.message} ${error.stack} ${error.cause}` : "";
    expect(text).not.toMatch(/pa:ss|pa%3Ass/);
    return { code: error instanceof Error && "code" in error ? String(error.code) : String(error), warned };
  }
}

describe("who the server is", () => {
  const at = (mode: string, host = "127.0.0.1") =>
    server.url("tls", { more: `&sslmode=${mode}` }).replace("127.0.0.1", host);

  it("S84 is known by verify-full: root and name", async () => {
    const variables = { PGSSLROOTCERT: root };
    expect(await tried(at("verify-full"), variables)).toEqual({
      code: "opened",
      warned: [],
      isEncrypted: true,
    });
    expect(await tried(at("verify-full"))).toMatchObject({ code: "store.tls" });
    // Its certificate is for the address alone.
    expect(await tried(at("verify-full", "localhost"), variables)).toMatchObject({ code: "store.tls" });
    expect(await tried(at("verify-ca", "localhost"), variables)).toMatchObject({
      code: "opened",
      isEncrypted: true,
    });
    expect(await tried(at("verify-ca"))).toMatchObject({ code: "store.tls" });
  });

  it("S84 is not verified by require, which warns, whatever NODE_TLS_REJECT_UNAUTHORIZED says", async () => {
    expect(await tried(at("require"))).toMatchObject({
      ...{ code: "opened", isEncrypted: true },
      warned: [expect.stringContaining("verify-full")],
    });
    expect(await tried(at("require"), { PGSSLROOTCERT: root })).toMatchObject({ code: "opened", warned: [] });
    process.env.NODE_TLS_REJECT_UNAUTHORIZED = "0";
    try {
      expect(await tried(at("verify-full"))).toMatchObject({ code: "store.tls" });
    } finally {
      delete process.env.NODE_TLS_REJECT_UNAUTHORIZED;
    }
    expect(await tried(at("disable"))).toMatchObject({ code: "opened", warned: [], isEncrypted: false });
  });
});

describe("the password", () => {
  const url = (password = "") =>
    server.url("guarded", { user: `guarded${password === "" ? "" : `:${encodeURIComponent(password)}`}` });

  it("S84 comes from the URL, PGPASSWORD or PGPASSFILE, and is in no error", async () => {
    expect(await tried(url(SECRET))).toMatchObject({ code: "opened" });
    expect(await tried(url(), { PGPASSWORD: SECRET })).toMatchObject({ code: "opened" });
    expect(await tried(url(`${SECRET}x`))).toMatchObject({ code: "store.login" });
    expect(await tried(url())).toMatchObject({ code: "store.login" });
    const file = join(folder, "pgpass");
    writeFileSync(file, `127.0.0.1:*:postgres:guarded:${SECRET.replaceAll(":", "\\:")}\n`, { mode: 0o600 });
    process.env.PGPASSFILE = file;
    try {
      expect(await tried(url())).toMatchObject({ code: "opened" });
    } finally {
      delete process.env.PGPASSFILE;
    }
  });
});

describe("the guide's rights", () => {
  const guide = readFileSync(new URL("../../../docs/guides/shared-inventory.md", import.meta.url), "utf8");
  const [first = "", labels = ""] = [...guide.matchAll(/```sql\n([\s\S]*?)```/g)].map(
    ([, text = ""]) => text,
  );
  const open = (user: string): Promise<InventoryStore> =>
    openInventoryStore({
      ...{ path: server.url("sectigo_inventory", { user }), variables: {} },
      ...{ log: silentLogger, clock: systemClock() },
    });

  it("S84 are enough for who imports, who reads, and who reads with rules; and for no more", async () => {
    await server.sql("revoke all on database postgres from public; revoke all on schema public from public");
    await server.sql("grant connect on database postgres to public");
    await server.sql(first);
    const importer = await open("sectigo_import");
    const session = await importer.tryImport(ACCOUNT);
    await session?.put("bulk", [sslPart(1), sslPart(2)], NOW);
    await session?.advance("ssl", NOW);
    await session?.release();
    await importer.close();
    const reader = await open("sectigo_read");
    const view = viewOf({ ruleSet: "a" });
    expect((await reader.query({ view, now: NOW })).total).toBe(2);
    expect(await reader.coverages(ACCOUNT)).toHaveLength(1);
    const another = await reader.tryImport(ACCOUNT);
    await expect(another?.put("bulk", [sslPart(3)], NOW)).rejects.toMatchObject({ code: "store.rights" });
    await another?.release();
    const labelOf = () => ({ tags: ["web"], owners: [], attributes: {} });
    const request = { account: ACCOUNT, ruleSet: "a", labelOf };
    await expect(reader.label(request)).rejects.toMatchObject({ code: "store.rights" });
    await server.sql(labels);
    expect(await reader.label(request)).toBe(2);
    expect((await reader.query({ view, filter: { tags: ["web"] }, now: NOW })).total).toBe(2);
    await reader.close();
    await server.sql("create role stranger login");
    await expect(open("stranger")).rejects.toMatchObject({ code: "store.rights" });
  });
});
