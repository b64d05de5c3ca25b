import { expect, it } from "vitest";
import { coversName } from "./covers-name.ts";

it.each([
  ["a.test", "CNAME_CSR_HASH", "a.test", true],
  ["a.test", "CNAME_CSR_HASH", "www.a.test", true],
  ["A.test", "EMAIL", "*.a.test", true],
  ["a.test", null, "www.a.test", true],
  ["a.test", "DNSTXT_RANDOM_VALUE", "ba.test", false],
  ["*.a.test", "CNAME_CSR_HASH", "a.test", false],
  ["*.a.test", "CNAME_CSR_HASH", "*.a.test", true],
  ["*.a.test", "CNAME_CSR_HASH", "x.y.a.test", true],
  ["a.test", "HTTP_CSR_HASH", "a.test", true],
  ["a.test", "HTTP_CSR_HASH", "www.a.test", false],
  ["a.test", "HTTPS_CSR_HASH", "*.a.test", false],
  ["a.test", "Http csr hash", "www.a.test", false],
])("%s by %s for %s: %s", (domain, method, name, covers) => {
  expect(coversName({ domain, method }, name)).toBe(covers);
});
