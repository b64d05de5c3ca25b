import { createHash } from "node:crypto";
import { chosenLicence } from "./licence-choice.ts";
import { closureOf, dependenciesOf, lockedPackage, nameOf } from "./lock-file.ts";
import { shippedPackages } from "./notices.ts";
import { RUNTIME_PARTS, runtimeVersion } from "./runtime-notices.ts";

/**
 * What is inside the packages, as CycloneDX 1.6 in JSON:
 * - each npm package of which code is in the bundle (`required`),
 * - what those depend on and the bundle does without (`excluded`),
 * - Bun's program for each platform, with the libraries inside it as nested components.
 * Checksums are those of package-lock.json. Of what is only used to build and test, nothing. Neither date nor random
 * number, so that the same commit gives the same octets.
 * @param wanted.parts     paths in the bundle, relative to the root of the checkout
 * @param wanted.runtimes  npm packages with Bun's programs
 * Source: CycloneDX 1.6 JSON reference; package URL specification, type npm.
 */
export function makeSbom(wanted: {
  readonly version: string;
  readonly parts: Iterable<string>;
  readonly runtimes: readonly string[];
}): string {
  const shipped = shippedPackages(wanted.parts);
  const all = closureOf(shipped);
  const components = [
    ...all.map((folder) => describe(folder, shipped.includes(folder) ? "required" : "excluded")),
    ...[...wanted.runtimes].sort().map(describeRuntime),
  ];
  const product = {
    type: "application",
    "bom-ref": `terraform-provider-sectigo@${wanted.version}`,
    name: "terraform-provider-sectigo",
    version: wanted.version,
    licenses: [{ license: { id: "MPL-2.0" } }],
  };
  const direct = [
    ...shipped.map(refOf),
    ...components.filter(({ type }) => type === "platform").map((each) => each["bom-ref"]),
  ];
  const bom = {
    $schema: "http://cyclonedx.org/schema/bom-1.6.schema.json",
    bomFormat: "CycloneDX",
    specVersion: "1.6",
    serialNumber: `urn:uuid:${uuidOf(JSON.stringify([product, components]))}`,
    version: 1,
    metadata: { component: product },
    components,
    dependencies: [
      { ref: product["bom-ref"], dependsOn: direct },
      ...all.map((folder) => ({ ref: refOf(folder), dependsOn: dependenciesOf(folder).map(refOf) })),
    ],
  };
  return `${JSON.stringify(bom, null, 2)}\n`;
}

function describe(folder: string, scope: "required" | "excluded") {
  return { ...describeNpm(folder), type: "library", scope };
}

function describeRuntime(name: string) {
  runtimeVersion(name);
  const folder = `node_modules/${name}`;
  // The same library is in each platform's program, and a reference must be the only one of its kind.
  const components = RUNTIME_PARTS.map(({ name: part, version, url, license }) => ({
    type: "library",
    "bom-ref": `${refOf(folder)}#${encodeURIComponent(part)}`,
    name: part,
    ...(version === undefined ? {} : { version }),
    licenses: [licenseOf(license)],
    externalReferences: [{ type: "vcs", url }],
  }));
  return { ...describeNpm(folder), type: "platform", scope: "required", components };
}

function describeNpm(folder: string) {
  const name = nameOf(folder);
  const { version, license, integrity } = lockedPackage(folder) ?? {};
  if (version === undefined || license === undefined) {
    throw new Error(`package-lock.json has no version or no licence of ${folder}`);
  }
  return {
    "bom-ref": refOf(folder),
    name,
    version,
    hashes: [{ alg: "SHA-512", content: checksumOf(folder, integrity) }],
    licenses: [licenseOf(chosenLicence(name, license))],
    purl: refOf(folder),
  };
}

function refOf(folder: string): string {
  return `pkg:npm/${nameOf(folder).replace("@", "%40")}@${lockedPackage(folder)?.version}`;
}

function checksumOf(folder: string, integrity = ""): string {
  const [algorithm, checksum] = integrity.split("-", 2);
  if (algorithm !== "sha512" || checksum === undefined) {
    throw new Error(`package-lock.json has no SHA-512 checksum of ${folder}`);
  }
  return Buffer.from(checksum, "base64").toString("hex");
}

/** One licence has an id; several are an expression; SQLite's blessing has an id too. Source: SPDX, annex D. */
function licenseOf(license: string) {
  return /^[\w.+-]+$/.test(license) ? { license: { id: license } } : { expression: license };
}

/** A UUID of version 8 (made by a rule of one's own) from the text. Source: RFC 9562 §5.8. */
function uuidOf(text: string): string {
  const octets = createHash("sha256").update(text).digest().subarray(0, 16);
  octets[6] = ((octets[6] ?? 0) & 0x0f) | 0x80;
  octets[8] = ((octets[8] ?? 0) & 0x3f) | 0x80;
  return octets.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
