/**
 * `npm run demo`: an account linked, counted and used, and the life of one certificate, in two minutes: with real terraform,
 * the package that users get, and a fake SCM on this machine. Leaves nothing behind.
 */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { signIn } from "../acceptance/support/scm.ts";
import { findTerraform, Workspace } from "../acceptance/support/terraform.ts";
import { startFakeScm } from "../fake-scm/server.ts";
import { type Change, changesOf } from "./plan-changes.ts";

const QUICKSTART = new URL("../../examples/quickstart/", import.meta.url);
const ADDRESS = "sectigo_certificate.shop";
const DAY_MS = 86_400_000;
/** What the fake's account holds before Terraform comes. */
const FOUND = 400;
const facts: string[] = [];

const terraform = findTerraform();
say("Building the package for this machine");
run("node", ["provider/build/package.ts"]);

say(`Starting a fake Sectigo Certificate Manager on loopback, with ${FOUND} certificates of its own`);
const scm = await startFakeScm({ issueDelayMs: 0, records: FOUND });
const before = new Map((await scm.control.certificates()).map(({ sslId, status }) => [sslId, status]));
const files = Object.fromEntries(
  ["main.tf", "shop.csr"].map((name) => [name, readFileSync(new URL(name, QUICKSTART), "utf8")]),
);
const workspace = new Workspace({
  environment: { ...signIn(scm), TF_VAR_custom_fields: '{ "Cost centre" = "4711" }' },
  files,
});

try {
  await tour();
} finally {
  workspace.remove();
  await scm.close();
}
console.log(`\nWhat happened, with ${terraform}:\n${facts.map((fact) => `  - ${fact}`).join("\n")}\n`);

async function tour(): Promise<void> {
  say("terraform init (the provider comes from dist/mirror, a filesystem mirror)");
  await workspace.init();

  say(
    "terraform apply: link the account, import its certificates, name who may have what, enroll by shop.csr",
  );
  show(await workspace.apply());
  await inventory();
  const first = await certificate();
  facts.push(
    `enrolled ${first.name} as SCM certificate ${first.id}, serial ${first.serial}, valid until ${first.expires}`,
  );

  say("terraform plan: nothing to do");
  expectCode(await workspace.plan(), 0);
  facts.push("the second plan was empty");

  say(`Somebody revokes certificate ${first.id} in SCM, behind Terraform's back (reason: superseded)`);
  await scm.control.revoke(first.id, 4);

  say("terraform plan: sees it and says what it will do");
  const drift = await workspace.plan("-out=heal.tfplan");
  show(drift);
  expectCode(drift, 2);
  facts.push(`the outside revocation was seen: ${describe(await changesOf(workspace, "heal.tfplan"))}`);

  say("terraform apply: a new certificate takes its place");
  show(await workspace.must(["apply", "-no-color", "heal.tfplan"]));
  const second = await certificate();
  facts.push(`healed by SCM certificate ${second.id}, serial ${second.serial}`);
  expectCode(await workspace.plan(), 0);
  await renewal(second.id);

  say("terraform destroy: revokes the one it holds, by id, and no other");
  show(await workspace.must(["destroy", "-auto-approve", "-no-color"]));
  const all = await scm.control.certificates();
  const records = all.filter(({ sslId }) => !before.has(sslId));
  const statuses = records.map(
    ({ sslId, status, reasonCode }) => `${sslId} ${status}${reasonOf(reasonCode)}`,
  );
  facts.push(`SCM holds of it in the end: ${statuses.join(", ")}; ${records.length} orders in all`);
  const touched = all.filter(({ sslId, revoked }) => before.has(sslId) && revoked !== null && isLive(sslId));
  if (touched.length > 0) throw new Error(`others were revoked: ${JSON.stringify(touched)}`);
  facts.push(`none of the ${before.size} other certificates of the account was touched`);
}

/** What the connector has imported, from the data source's counts. */
async function inventory(): Promise<void> {
  const { total, counts } = (await workspace.state()).values("data.sectigo_inventory.all");
  const reports = (await scm.control.requests()).filter(({ path }) => path.includes("/report/"));
  const { by_expiry: byExpiry } = counts as { by_expiry: Readonly<Record<string, number>> };
  const soon = byExpiry.within_30 ?? 0;
  facts.push(
    `${total} certificates of the account were imported by ${reports.length} reports; ${soon} end within 30 days`,
  );
}

/** Time passes in SCM and for the provider alike, until the renewal window is open. */
async function renewal(before: number): Promise<void> {
  const { renew_after: due } = (await workspace.state()).values(ADDRESS);
  const instant = new Date(new Date(String(due)).getTime() + DAY_MS).toISOString();
  say(`Time passes: it is ${instant.slice(0, 10)}, a day after renew_after`);
  await scm.control.setClock(instant);
  const clock = { SECTIGO_TEST_CLOCK: instant };

  say("terraform plan: says in words why it renews");
  const plan = await workspace.run(["plan", "-detailed-exitcode", "-no-color", "-out=renew.tfplan"], clock);
  show(plan);
  expectCode(plan, 2);

  say("terraform apply: the successor takes its place, the one before stays valid and listed");
  show(await workspace.must(["apply", "-no-color", "renew.tfplan"], clock));
  const { id, serial, expires } = await certificate();
  facts.push(`renewed ${before} in place as ${id}, serial ${serial}, valid until ${expires}`);
  expectCode(await workspace.run(["plan", "-detailed-exitcode"], clock), 0);
  facts.push("the plan after the renewal was empty");
}

/** RFC 5280, 5.3.1, as far as it happens here. */
function reasonOf(code: number | null): string {
  return code === null
    ? ""
    : ` (${{ 4: "superseded", 5: "cessation of operation" }[code] ?? `reason ${code}`})`;
}

function isLive(sslId: number): boolean {
  return before.get(sslId) === "Issued";
}

async function certificate() {
  const values = (await workspace.state()).values(ADDRESS);
  return {
    name: "shop.example.test",
    id: Number(values.ssl_id),
    serial: String(values.serial_number),
    expires: String(values.not_after),
  };
}

function describe(changes: readonly Change[]): string {
  return (
    changes.map(({ address, actions }) => `${actions.join("+")} of ${address}`).join(", ") || "no change"
  );
}

function say(text: string): void {
  console.log(`\n\u001b[1m==> ${text}\u001b[0m`);
}

/** What terraform printed: without empty lines and progress, and with every text in PEM cut to a word. */
function show({ stdout }: { readonly stdout: string }): void {
  const brief = stdout
    .replace(/^\s*\n/gm, "")
    .replace(/^\S+: (Reading|Read complete|Refreshing state).*\n/gm, "")
    .replace(/<<-EOT\n\s*-----BEGIN .*?\n\s*EOT/gs, "(PEM)");
  console.log(brief.replace(/^/gm, "    ").trimEnd());
}

function expectCode(
  result: { readonly code: number; readonly stdout: string; readonly stderr: string },
  code: number,
): void {
  if (result.code === code) return;
  throw new Error(
    `terraform ended with ${result.code} instead of ${code}\n${result.stdout}\n${result.stderr}`,
  );
}

function run(program: string, args: readonly string[]): void {
  const { status } = spawnSync(program, args, { stdio: "inherit" });
  if (status !== 0) throw new Error(`${program} ${args.join(" ")} ended with ${status}`);
}
