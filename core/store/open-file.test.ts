import { DatabaseSync, type StatementSync } from "node:sqlite";
import { describe, expect, it } from "vitest";
import { trySqlite } from "./open-file.ts";

/** SQLite as an older Node has it: without one method, of databases or of statements. */
function without(method: string): typeof DatabaseSync {
  return class extends DatabaseSync {
    constructor(path: string) {
      super(path);
      if (method in this) Object.assign(this, { [method]: undefined });
    }

    override prepare(sql: string): StatementSync {
      const prepared = super.prepare(sql);
      return method in prepared ? Object.assign(prepared, { [method]: undefined }) : prepared;
    }
  };
}

describe("trySqlite", () => {
  it("has nothing to say of the SQLite that is here", () => {
    expect(() => trySqlite({ DatabaseSync })).not.toThrow();
  });

  // Node 22.13 to 22.15 have no columns(), 22.5 to 22.12 neither function().
  it.each(["columns", "function", "iterate"])("misses %s()", (method) => {
    expect(() => trySqlite({ DatabaseSync: without(method) })).toThrow(`${method} is not a function`);
  });
});
