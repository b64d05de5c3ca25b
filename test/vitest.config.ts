import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

/** Tests that know no store but the one that they are given. */
const ON_BOTH_STORES = [
  "core/store/{count-by,known-counts,label-rows,nul,query,query.property,two-processes,unique}.test.ts",
  "core/domain/{by-successor,successors}.test.ts",
  "core/domain/rules/{every-attribute,filter-conditions}.test.ts",
  "core/domain/import/{choices,complete-or-said,details-and-live,history,long-rows,moving-records,oracle,run-import,staleness,withheld}.test.ts",
];

/**
 * Projects, so that one can run alone: `vitest --project unit`.
 * Time limits fit a machine that others load too; no test asserts on time.
 */
export default defineConfig({
  test: {
    root: new URL("..", import.meta.url).pathname,
    // Most files wait for terraform, sockets and clocks: one worker left half of two processors idle, three a tenth.
    maxWorkers: Math.max(3, availableParallelism() * 2),
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: [
            "{core,provider,action}/**/*.test.ts",
            "test/{bench,dead-code,fake-scm,plain-english,suite,support,workflows}/**/*.test.ts",
          ],
          exclude: ["core/store/postgres/**"],
          // Modules are loaded once per thread instead of once per file: a third of the processor time.
          pool: "threads",
          isolate: false,
          // Some of them fill an account of a fake first.
          testTimeout: 180_000,
        },
      },
      {
        extends: true,
        test: {
          name: "postgres",
          // What the store answers and how it is filled, once more on PostgreSQL.
          include: ["core/store/postgres/**/*.test.ts", ...ON_BOTH_STORES],
          env: { SECTIGO_TEST_STORE: "postgres" },
          pool: "threads",
          isolate: false,
          testTimeout: 180_000,
        },
      },
      {
        extends: true,
        test: {
          name: "protocol",
          include: ["test/protocol/**/*.test.ts"],
          testTimeout: 180_000,
          hookTimeout: 180_000,
          // The cells of the fault matrix mostly wait for time limits.
          maxConcurrency: 8,
        },
      },
      {
        extends: true,
        test: {
          name: "action",
          include: ["test/action/**/*.test.ts"],
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
      {
        extends: true,
        test: {
          name: "acceptance",
          include: ["test/acceptance/**/*.test.ts"],
          globalSetup: "test/acceptance/support/launched-mirror.ts",
          testTimeout: 600_000,
          hookTimeout: 600_000,
        },
      },
      {
        extends: true,
        test: {
          name: "kits",
          include: ["test/kits/**/*.test.ts"],
          // Each installs packages and runs compilers of another language.
          testTimeout: 900_000,
        },
      },
      {
        extends: true,
        test: {
          name: "release",
          include: ["test/release/**/*.test.ts"],
          // Prepares and builds a release in a copy of the checkout.
          testTimeout: 900_000,
          hookTimeout: 180_000,
        },
      },
      {
        extends: true,
        test: {
          name: "fork",
          include: ["test/fork/**/*.test.ts"],
          // It builds, generates and runs parts of the tests in a copy of the checkout.
          testTimeout: 900_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});
