import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

/**
 * Three projects, so that one can run alone: `vitest --project unit`.
 * Time limits fit a machine that others load too; no test asserts on time.
 */
export default defineConfig({
  test: {
    root: new URL("..", import.meta.url).pathname,
    // Most files wait for terraform, sockets and clocks: one worker left half of two processors idle.
    maxWorkers: Math.max(3, Math.ceil(availableParallelism() * 1.5)),
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: [
            "{core,provider,action}/**/*.test.ts",
            "test/{dead-code,fake-scm,workflows}/**/*.test.ts",
          ],
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
    ],
  },
});
