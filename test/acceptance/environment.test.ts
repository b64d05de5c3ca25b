import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { makeCsr } from "../fake-scm/testing.ts";
import { PACKAGE_FOLDER } from "../protocol/packaged-provider.ts";
import { certificate } from "./support/configuration.ts";
import { type Stage, stage } from "./support/scm.ts";

/** What this machine may have set, and what a test must not take from it. */
const NO_AUTHORITIES = { NODE_EXTRA_CA_CERTS: "", SSL_CERT_FILE: "", SSL_CERT_DIR: "/nowhere" };
const flat = (text: string): string => text.replace(/[\s│╷╵]+/g, " ");

async function shop(options: Parameters<typeof stage>[1] = {}, block = ""): Promise<Stage> {
  const { csr } = makeCsr("shop.example.test");
  const provider = `provider "sectigo" {\n  ${block}\n}\n`;
  const set = await stage({ "main.tf": certificate(), "provider.tf": provider, "shop.csr": csr }, options);
  set.workspace.write("ca.pem", set.scm.caPem);
  await set.workspace.init();
  return set;
}

const plan = ({ workspace }: Stage, environment: Readonly<Record<string, string>>) =>
  workspace.run(["plan", "-no-color"], { ...NO_AUTHORITIES, ...environment });

describe("authorities beside the system's", () => {
  it("are asked for: without one, SCM behind a private authority is refused, and nothing is sent", async () => {
    await using set = await shop({ tls: true });
    const { code, stderr } = await plan(set, {});
    expect(code).toBe(1);
    expect(flat(stderr)).toContain("no secure connection could be made");
    expect(flat(stderr)).toContain("give it in ca_certificates_pem");
    expect(await set.scm.control.requests()).toEqual([]);
  });

  it.each([
    ["ca_certificates_pem of the provider block", 'ca_certificates_pem = file("ca.pem")', () => ({})],
    ["SECTIGO_CA_CERTIFICATES as PEM", "", ({ scm }: Stage) => ({ SECTIGO_CA_CERTIFICATES: scm.caPem })],
    ["SECTIGO_CA_CERTIFICATES as a path", "", pathIn("SECTIGO_CA_CERTIFICATES")],
    ["NODE_EXTRA_CA_CERTS", "", pathIn("NODE_EXTRA_CA_CERTS")],
    ["SSL_CERT_FILE", "", pathIn("SSL_CERT_FILE")],
  ] as const)("come from %s", async (_name, block, environment) => {
    await using set = await shop({ tls: true }, block);
    const { code, stderr } = await plan(set, environment(set));
    expect({ code, stderr }).toMatchObject({ code: 0 });
  });

  it("do not replace one another: each may be for another SCM, or be unreadable for OpenSSL", async () => {
    await using set = await shop({ tls: true }, 'ca_certificates_pem = file("ca.pem")');
    await using other = await shop({ tls: true });
    const environment = {
      NODE_EXTRA_CA_CERTS: `${other.workspace.folder}/ca.pem`,
      SSL_CERT_FILE: "/nowhere",
    };
    const { code, stderr } = await plan(set, environment);
    expect({ code, stderr }).toMatchObject({ code: 0 });
    const swapped = { NODE_EXTRA_CA_CERTS: `${set.workspace.folder}/ca.pem` };
    const again = await plan(other, { ...swapped, SECTIGO_CA_CERTIFICATES: other.scm.caPem });
    expect({ code: again.code, stderr: again.stderr }).toMatchObject({ code: 0 });
  });

  it("are refused in words when there is none in them", async () => {
    await using set = await shop({ tls: true }, 'ca_certificates_pem = "hello"');
    const { code, stderr } = await plan(set, {});
    expect(code).toBe(1);
    expect(flat(stderr)).toContain("Read ca_certificates_pem: it holds no certificate");
  });
});

function pathIn(variable: string) {
  return ({ workspace }: Stage) => ({ [variable]: `${workspace.folder}/ca.pem` });
}

describe("NODE_TLS_REJECT_UNAUTHORIZED", () => {
  it("is refused by name, with the remedy, before anything is sent", async () => {
    await using set = await shop({ tls: true });
    const { code, stderr } = await plan(set, { NODE_TLS_REJECT_UNAUTHORIZED: "0" });
    expect(code).toBe(1);
    expect(flat(stderr)).toContain("NODE_TLS_REJECT_UNAUTHORIZED is set");
    for (const remedy of ["ca_certificates_pem", "SECTIGO_CA_CERTIFICATES", "NODE_EXTRA_CA_CERTS"])
      expect(flat(stderr)).toContain(remedy);
    expect(await set.scm.control.requests()).toEqual([]);
  });
});

/** Names in the threat model's table of variables, by what they are. */
function variablesThatAre(verdict: string): readonly string[] {
  const page = readFileSync(join(import.meta.dirname, "../../docs/threat-model.md"), "utf8");
  const rows = page.split("\n").filter((line) => line.startsWith("| `") && line.includes(`| ${verdict} |`));
  return rows.flatMap((row) =>
    [...(row.split("|")[1] ?? "").matchAll(/`(\w+)`/g)].map(([, name = ""]) => name),
  );
}

/** Something that would do harm or show something, if it were obeyed. */
function hostile(name: string): string {
  if (/proxy/i.test(name)) return "http://127.0.0.1:9";
  if (/PATH|DIR|CONF|DATA|CACHE|HISTORY|COVERAGE|INSTALL|URL|FILE/.test(name)) return "/nowhere/else";
  return name === "TZ" ? "Pacific/Chatham" : name === "NODE_DEBUG" ? "http,https,net,tls" : "1";
}

/** Names that the executable, its bundle and Node itself read: what stands in their text, and what Node's help tells. */
function namesRead(): readonly string[] {
  const files = readdirSync(join(PACKAGE_FOLDER, "lib")).filter((name) => name.startsWith("provider"));
  expect(files).toContain("provider");
  const texts = files.map((name) => readFileSync(join(PACKAGE_FOLDER, "lib", name), "latin1"));
  const inCode = texts.flatMap((text) => [
    ...[...text.matchAll(/\bprocess\.env\.([A-Za-z_]\w+)\b/g)].map(([, name = ""]) => name),
    ...(text.match(/\bBUN_[A-Z][A-Z0-9_]{3,}/g) ?? []),
  ]);
  const help = execFileSync(process.execPath, ["--help"], { encoding: "utf8" });
  const inHelp = help.slice(help.indexOf("Environment variables:")).match(/^[A-Z][A-Z0-9_]+/gm) ?? [];
  expect(inHelp).toContain("NODE_EXTRA_CA_CERTS");
  return [...new Set([...inCode, ...inHelp])];
}

describe("variables of the runtimes", () => {
  it("are listed in the threat model, each that the executable and Node read", () => {
    const listed = ["harmless", "honoured", "refused", "taken for granted"].flatMap(variablesThatAre);
    const isListed = (name: string) => listed.some((each) => name.startsWith(each));
    expect(namesRead().filter((name) => !isListed(name))).toEqual([]);
  });

  it("are listed in the threat model, and the harmless ones change nothing when all are set", async () => {
    const others = ["honoured", "refused", "taken for granted"].flatMap(variablesThatAre);
    const listed = variablesThatAre("harmless").filter((name) => !name.endsWith("_"));
    const isElsewhere = (name: string) => others.some((each) => name.startsWith(each));
    const harmless = [...new Set([...listed, ...namesRead()])].filter((name) => !isElsewhere(name));
    expect(harmless.length).toBeGreaterThan(100);
    expect(variablesThatAre("refused")).toEqual(["NODE_TLS_REJECT_UNAUTHORIZED"]);
    await using set = await shop({ tls: true }, 'ca_certificates_pem = file("ca.pem")');
    const calm = await plan(set, {});
    const wild = await plan(set, Object.fromEntries(harmless.map((name) => [name, hostile(name)])));
    expect({ code: wild.code, stderr: wild.stderr }).toMatchObject({ code: 0 });
    expect(wild.stdout).toBe(calm.stdout);
    expect(`${wild.stdout}${wild.stderr}`).not.toContain(set.scm.credentials.password);
  });
});
