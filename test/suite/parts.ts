/** What `npm test` is made of. Each part runs alone too: `node test/run.ts <part> [path…]`. */

/** One command that must end with 0. */
export interface Check {
  readonly name: string;
  readonly command: readonly string[];
  /** What a developer types when it has failed. */
  readonly repair: string;
}

export interface Part {
  /** Run side by side, since none writes what another reads. */
  readonly checks?: readonly Check[];
  /** Run one after the other, before the rest: what tests and generators start from. */
  readonly builds?: readonly Check[];
  /** Of `--long` alone. */
  readonly longBuilds?: readonly Check[];
  /** Project of test/vitest.config.ts. */
  readonly project?: string;
  /** Only with `--long`, or by its name: it needs more than the other parts. */
  readonly isLong?: true;
}

const PACKAGE: Check = {
  name: "build of the package",
  command: ["node", "provider/build/package.ts"],
  repair: "npm run build",
};

const CDK: Check = {
  name: "build of the CDK packages",
  command: ["node", "provider/cdktf/build.ts"],
  repair: "npm run build",
};

const BUNDLE: Check = {
  name: "build of the Action's bundle",
  command: ["node", "action/build/bundle.ts"],
  repair: "npm run build",
};

const BROWSER: Check = {
  name: "a browser for the inventory's page",
  command: ["node", "test/support/install-chromium.ts"],
  repair: "apt-get install -y chromium",
};

const POSTGRES: Check = {
  name: "PostgreSQL for the shared inventory",
  command: ["node", "test/support/install-postgres.ts"],
  repair: "apt-get install -y postgresql",
};

const ACME_CLIENTS: Check = {
  name: "ACME clients for long tests",
  command: ["node", "test/support/install-acme-clients.ts"],
  repair: "apt-get install -y lego dehydrated",
};

/** In the order in which `npm test` tells of them. */
export const PARTS: Readonly<Record<string, Part>> = {
  check: {
    checks: [
      {
        name: "format and lint",
        command: ["biome", "check", "--error-on-warnings", "."],
        repair: "npx biome check --write .",
      },
      { name: "types", command: ["tsc", "--project", "."], repair: "npx tsc --project ." },
      {
        name: "types of the inventory's page",
        command: ["tsc", "--project", "action/page"],
        repair: "npx tsc --project action/page",
      },
      {
        name: "direction of imports",
        command: ["depcruise", "--config", ".dependency-cruiser.cjs", "core", "provider", "action", "test"],
        repair: "move the import, or the code, to where docs/design.md wants it",
      },
      {
        name: "plain English",
        command: ["node", "test/plain-english/main.ts"],
        repair: "write what it proposes; the list of words is in test/plain-english/words.ts",
      },
      {
        name: "nothing without a user",
        command: ["node", "test/dead-code/main.ts"],
        repair: "do what it says, or put the method's area on its list with the reason",
      },
    ],
  },
  generated: {
    builds: [PACKAGE, CDK],
    checks: [
      {
        name: "generated code is fresh",
        command: ["node", "provider/build/generate-protobuf.ts", "--check"],
        repair: "npm run generate",
      },
      {
        name: "the Action's bundle is fresh",
        command: ["node", "action/build/bundle.ts", "--check"],
        repair: "npm run build",
      },
      {
        name: "types of what uses the CDK packages",
        command: ["node", "provider/cdktf/check-types.ts"],
        repair: "node provider/cdktf/check-types.ts",
      },
      {
        name: "documentation is fresh",
        command: ["node", "provider/docs/generate.ts", "--check"],
        repair: "npm run generate, after writing what is missing",
      },
    ],
  },
  unit: { project: "unit" },
  postgres: { builds: [POSTGRES], project: "postgres" },
  protocol: { builds: [PACKAGE], project: "protocol" },
  action: { builds: [BUNDLE, BROWSER], project: "action" },
  acceptance: { builds: [PACKAGE, CDK, BUNDLE, POSTGRES], longBuilds: [ACME_CLIENTS], project: "acceptance" },
  kits: { builds: [PACKAGE, CDK], project: "kits", isLong: true },
  release: { builds: [PACKAGE, CDK, BUNDLE], project: "release", isLong: true },
  fork: { project: "fork", isLong: true },
};
