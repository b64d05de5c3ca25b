import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { chosenLicence } from "./licence-choice.ts";
import { RUNTIME_PACKAGES, shippedPackages } from "./notices.ts";
import { ROOT } from "./package-layout.ts";

/**
 * What is inside the packages, as CycloneDX 1.6 in JSON: each npm package of which code is in the bundle, and the
 * compiler's runtime, with the checksum that package-lock.json has of it. Of what is only used to build, nothing.
 * Neither date nor random number, so that the same commit gives the same octets.
 * @param wanted.parts  paths in the bundle, relative to the root of the checkout
 * Source: CycloneDX 1.6 JSON reference; package URL specification, type npm.
 */
export function makeSbom(wanted: { readonly version: string; readonly parts: Iterable<string> }): string {
  const lock = JSON.parse(readFileSync(join(ROOT, "package-lock.json"), "utf8")) as Lock;
  const components = shippedPackages(wanted.parts).map((folder) => describe(folder, lock));
  const product = {
    type: "application",
    "bom-ref": `terraform-provider-sectigo@${wanted.version}`,
    name: "terraform-provider-sectigo",
    version: wanted.version,
    licenses: [{ license: { id: "MPL-2.0" } }],
  };
  const bom = {
    $schema: "http://cyclonedx.org/schema/bom-1.6.schema.json",
    bomFormat: "CycloneDX",
    specVersion: "1.6",
    serialNumber: `urn:uuid:${uuidOf(JSON.stringify([product, components]))}`,
    version: 1,
    metadata: { component: product },
    components,
    dependencies: [{ ref: product["bom-ref"], dependsOn: components.map((each) => each["bom-ref"]) }],
  };
  return `${JSON.stringify(bom, null, 2)}\n`;
}

interface Lock {
  readonly packages: Readonly<Record<string, { readonly integrity?: string }>>;
}

function describe(folder: string, lock: Lock) {
  const { name, version, license } = JSON.parse(readFileSync(join(ROOT, folder, "package.json"), "utf8"));
  const integrity = lock.packages[folder]?.integrity;
  if (integrity === undefined) throw new Error(`package-lock.json has no checksum of ${folder}`);
  const [algorithm, checksum = ""] = integrity.split("-", 2);
  if (algorithm !== "sha512")
    throw new Error(`package-lock.json has a checksum of another kind of ${folder}`);
  return {
    type: RUNTIME_PACKAGES.includes(folder) ? "platform" : "library",
    "bom-ref": `pkg:npm/${name.replace("@", "%40")}@${version}`,
    name,
    version,
    hashes: [{ alg: "SHA-512", content: Buffer.from(checksum, "base64").toString("hex") }],
    licenses: [licenseOf(chosenLicence(name, license))],
    purl: `pkg:npm/${name.replace("@", "%40")}@${version}`,
  };
}

/** One licence has an id; several are an expression. Source: SPDX specification, annex D. */
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
