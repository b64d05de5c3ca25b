import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { judgeConfiguredPlace } from "../store-place.ts";
import { readAddress } from "./address.ts";

const SECRET = "s3cr:t@pw/#?";
const WRITTEN = encodeURIComponent(SECRET);

function caught(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    return `${error} ${error instanceof Error && "hint" in error ? error.hint : ""} ${error instanceof Error ? error.stack : ""}`;
  }
  throw new Error("nothing was thrown");
}

describe("the database's address", () => {
  it("S84 is read with its password, and told without", () => {
    const url = `postgres://me%40corp:${WRITTEN}@db.example.test:6543/pki?sslmode=verify-full&schema=team_a`;
    const address = readAddress(url, {});
    expect(address).toMatchObject({
      ...{ host: "db.example.test", port: 6543, database: "pki", user: "me@corp", password: SECRET },
      schema: "team_a",
      name: "postgres://me@corp@db.example.test:6543/pki (schema team_a)",
    });
    expect(address.name).not.toContain("s3cr");
  });

  it("takes the password from the URL before PGPASSWORD, and other gaps from libpq's variables", () => {
    const variables = {
      PGPASSWORD: "from-variable",
      PGHOST: "::1",
      PGPORT: "7000",
      PGUSER: "u",
      PGDATABASE: "d",
    };
    expect(readAddress("postgres://", variables)).toMatchObject({
      ...{ host: "::1", port: 7000, user: "u", database: "d", password: "from-variable" },
      schema: "sectigo_inventory",
    });
    expect(readAddress("postgresql://u:own@h/d", variables).password).toBe("own");
    expect(readAddress("postgres://u@[::1]:99/d", {})).toMatchObject({ host: "::1", port: 99 });
    expect(readAddress("postgres:///d?host=/run/postgresql", {})).toMatchObject({ host: "/run/postgresql" });
  });

  it.each([
    ["no URL", `postgres://u:${SECRET}@h:x/d`, "can't be read"],
    ["a password with a question mark", "postgres://u:12?s3cr@h/d", "can't be read"],
    ["a password with a slash", "postgres://u:12/s3cr@h/d", "can't be read"],
    ["a parameter that is not known", `postgres://u:${WRITTEN}@h/d?ssl=true`, '"ssl"'],
    ["a password as parameter", `postgres://u@h/d?password=${WRITTEN}`, '"password"'],
    ["a broken sign", "postgres://u:%s3cr@h/d", "%25"],
    ["the schema of everybody", "postgres://u@h/d?schema=public", "public"],
    ["a schema that needs quotes", "postgres://u@h/d?schema=a%22b", "can't be used"],
    ["a fallback to plain text", "postgres://u@h/d?sslmode=prefer", "turn the encryption off"],
    ["another mode", "postgres://u@h/d?sslmode=yes", '"yes"'],
    ["a certificate that is not there", "postgres://u@h/d?sslrootcert=/nowhere.pem", "/nowhere.pem"],
    ["a time that is none", "postgres://u@h/d?connect_timeout=soon", "connect_timeout"],
  ])("S84 refuses %s, and repeats no password", (_name, url, says) => {
    const text = caught(() => readAddress(url, {}));
    expect(text).toContain(says);
    expect(text).not.toContain("s3cr");
  });
});

describe("sslmode", () => {
  const encryption = (url: string, variables = {}) => readAddress(url, variables).encryption;

  it("knows the server unless it is on this machine, when nothing is said", () => {
    expect(encryption("postgres://u@db.example.test/d")).toMatchObject({
      tls: { rejectUnauthorized: true },
      isVerified: true,
    });
    for (const here of ["localhost", "127.0.0.1", "[::1]"])
      expect(encryption(`postgres://u@${here}/d`)).toEqual({ tls: false, isVerified: true });
    expect(encryption("postgres://u@127.example.test/d").tls).not.toBe(false);
  });

  it("means what libpq means, and never passes for more", () => {
    const folder = mkdtempSync(join(tmpdir(), "sectigo-root-"));
    const root = join(folder, "root.pem");
    writeFileSync(root, "the root");
    const at = (mode: string, variables = {}) => encryption(`postgres://u@h/d?sslmode=${mode}`, variables);
    expect(at("disable")).toEqual({ tls: false, isVerified: false });
    expect(at("require")).toMatchObject({ tls: { rejectUnauthorized: false }, isVerified: false });
    expect(at("require", { PGSSLROOTCERT: root })).toMatchObject({
      tls: { rejectUnauthorized: true, ca: "the root" },
      isVerified: true,
    });
    expect(at("verify-full", { PGSSLROOTCERT: root, PGSSLMODE: "disable" }).tls).toMatchObject({
      ...{ ca: "the root", rejectUnauthorized: true },
    });
    expect(encryption("postgres://u@h/d", { PGSSLMODE: "disable" }).tls).toBe(false);
    expect(at("verify-full", { PGSSLROOTCERT: "system" }).tls).toMatchObject({ ca: undefined });
    rmSync(folder, { recursive: true });
  });
});

describe("a store's place in configuration", () => {
  it.each([
    "postgres://u:s3cr@h/d",
    "postgresql://u:s3cr@h/d?sslmode=require",
    "POSTGRES://u:s3cr#x@h/d",
    "postgres://:s3cr@h/d",
    "postgres://u@h/d?password=s3cr",
  ])("S84 is refused with a password: %s", (place) => {
    const fault = judgeConfiguredPlace(place) ?? "";
    expect(fault).toContain("PGPASSWORD");
    expect(fault).not.toContain("s3cr");
  });

  it("may be a file, a database without a password, and no other URL", () => {
    for (const place of [
      "none",
      "/var/lib/x.sqlite",
      "C:\\x.sqlite",
      "postgres://u@h:5432/d",
      "postgres://h/d",
    ])
      expect([place, judgeConfiguredPlace(place)]).toEqual([place, null]);
    expect(judgeConfiguredPlace("mysql://h/d")).toContain("only postgres://");
  });
});
