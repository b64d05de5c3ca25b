import { join } from "node:path";
import packageJson from "../../package.json" with { type: "json" };
import { ROOT } from "../build/package-layout.ts";

const { version, license, devDependencies } = packageJson;

/** Where the CDK packages are built, a folder for each kit. */
export const CDK = join(ROOT, "dist", "cdk");

/** What the package.json of the bindings says that the schema does not. */
export interface PackageFacts {
  readonly name: string;
  readonly version: string;
  readonly license: string;
  /** Peer dependency → range. */
  readonly peers: Readonly<Record<string, string>>;
}

/** One of the two kits that configurations can be written with in TypeScript, and what bindings for it are called. */
export interface Flavour {
  /** Name of the kit's npm package. */
  readonly kit: "cdktf" | "cdktn";
  /** Where the built package lies. */
  readonly folder: string;
  readonly facts: PackageFacts;
}

/** CDK for Terraform, and CDK Terrain, by which its community goes on. */
export const FLAVOURS: readonly Flavour[] = [describe("cdktf"), describe("cdktn")];

/** Bindings carry the project's version and want the very kit and constructs that they are tested with, or later. */
function describe(kit: Flavour["kit"]): Flavour {
  return {
    kit,
    folder: join(CDK, kit),
    facts: {
      name: `@scm-as-code/${kit}-provider-sectigo`,
      version,
      license,
      peers: { [kit]: `^${devDependencies[kit]}`, constructs: `^${devDependencies.constructs}` },
    },
  };
}
