import { expect, it } from "vitest";
import { IN_MEMORY, storePath } from "./stores.ts";

const FILE = "terraform-provider-sectigo/inventory.sqlite";

it.each<[string, string | null, Record<string, string>, string | null]>([
  ["the argument first", "/a.sqlite", { SECTIGO_INVENTORY_STORE: "/b.sqlite" }, "/a.sqlite"],
  ["the environment next", null, { SECTIGO_INVENTORY_STORE: "/b.sqlite", HOME: "/home/jo" }, "/b.sqlite"],
  ["the cache folder", null, { XDG_CACHE_HOME: "/cache", HOME: "/home/jo" }, `/cache/${FILE}`],
  ["the home folder", null, { HOME: "/home/jo" }, `/home/jo/.cache/${FILE}`],
  ["an empty variable as none", null, { SECTIGO_INVENTORY_STORE: "", HOME: "/h" }, `/h/.cache/${FILE}`],
  ["no store by argument", "none", { SECTIGO_INVENTORY_STORE: "/b.sqlite" }, null],
  ["no store by environment", null, { SECTIGO_INVENTORY_STORE: "none" }, null],
])("takes %s", (_what, argument, variables, path) => expect(storePath(argument, variables)).toBe(path));

it("takes memory when nothing tells where", () => {
  expect(storePath(null, { HOME: "" })).toBe(IN_MEMORY);
});
