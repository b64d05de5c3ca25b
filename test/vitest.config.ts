import { defineConfig } from "vitest/config";

/**
 * Three projects, so that one can run alone: `vitest --project unit`.
 * Protocol and acceptance tests start processes, so they get time limits that fit a slow machine; no test asserts on time.
 */
export default defineConfig({
  test: {
    root: new URL("..", import.meta.url).pathname,
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["{core,provider,action}/**/*.test.ts", "test/{fake-scm,workflows}/**/*.test.ts"],
          // Some of them fill an account of a fake first.
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: "protocol",
          include: ["test/protocol/**/*.test.ts"],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          // The cells of the fault matrix mostly wait for time limits.
          maxConcurrency: 8,
        },
      },
      {
        extends: true,
        test: {
          name: "action",
          include: ["test/action/**/*.test.ts"],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: "acceptance",
          include: ["test/acceptance/**/*.test.ts"],
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});
