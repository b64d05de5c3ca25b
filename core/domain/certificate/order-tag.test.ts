import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nameSet } from "../../pki/names.ts";
import {
  digestIn,
  digestOfOrder,
  makeNonce,
  type OrderIdentity,
  orderMarker,
  readComments,
  rewriteComments,
  shownIdentity,
  writeComments,
} from "./order-tag.ts";

const IDENTITY: OrderIdentity = {
  scope: "github.com/example/infra:prod",
  organizationId: 7003,
  scmProfileId: 3312,
  names: nameSet(["shop.example.test"]),
  keySha256: "ab",
  orderKey: null,
};
const TAG = { marker: orderMarker(IDENTITY), nonce: "abcdefgh", isLeft: false };
const NOWHERE = { scope: null, runUrl: null };

describe("the marker of an order", () => {
  it("is the same for the same order, and has 26 letters and digits", () => {
    expect(orderMarker({ ...IDENTITY, names: nameSet(["SHOP.example.test."]) })).toBe(TAG.marker);
    expect(TAG.marker).toMatch(/^tf:[a-z2-7]{26}$/);
    // Stands in SCM on orders of earlier releases, which must be found again.
    expect(TAG.marker).toBe("tf:aukb3pnvfyw2bmsbtjlp7h27yt");
  });

  it("tells how the digest begins that it was cut from", () => {
    fc.assert(
      fc.property(fc.string(), fc.option(fc.string()), (keySha256, orderKey) => {
        const identity = { ...IDENTITY, keySha256, orderKey };
        const told = digestIn(orderMarker(identity));
        expect(told).toMatch(/^[0-9a-f]{32}$/);
        expect(digestOfOrder(shownIdentity(identity), identity).startsWith(told)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  it.each<[string, Partial<OrderIdentity>]>([
    ["scope", { scope: "other" }],
    ["organization", { organizationId: 7019 }],
    ["SCM profile", { scmProfileId: 3325 }],
    ["names", { names: nameSet(["www.example.test"]) }],
    ["key", { keySha256: "cd" }],
    ["order_key", { orderKey: "second" }],
  ])("is another one for another %s", (_name, change) => {
    expect(orderMarker({ ...IDENTITY, ...change })).not.toBe(TAG.marker);
  });
});

describe("comments of an order", () => {
  it("give the user's words and the tag back, whatever the words are, and fit SCM's 1,024 characters", () => {
    const words = fc.string({ maxLength: 900, unit: "binary" }).filter((text) => text.trim() === text);
    const origin = fc.record({
      scope: fc.option(fc.string({ maxLength: 300 })),
      runUrl: fc.option(fc.webUrl()),
    });
    fc.assert(
      fc.property(words, origin, fc.boolean(), (comment, from, isLeft) => {
        const text = writeComments(comment, { ...TAG, isLeft }, from);
        expect(text.length).toBeLessThanOrEqual(1024);
        expect(readComments(text)).toMatchObject({ comment: comment || null, tag: { ...TAG, isLeft } });
      }),
    );
  });

  it("are read where a user put blanks for line breaks, or took the readable line away", () => {
    const text = writeComments("web tier", TAG, { scope: "a", runUrl: null });
    expect(readComments(text.replaceAll("\n", " ")).tag?.holder).toBe("scope a");
    expect(readComments(text.replaceAll("\n", " "))).toMatchObject({ comment: "web tier", tag: TAG });
    expect(readComments(`web tier\n${TAG.marker}`).tag).toMatchObject({ ...TAG, nonce: null });
  });

  it("without a tag are the user's alone", () => {
    expect(readComments("just words")).toMatchObject({ comment: "just words", tag: null });
    expect(readComments("")).toMatchObject({ comment: null, tag: null });
    expect(rewriteComments("new", "just words")).toBe("new");
  });

  it("keep our lines when the user's words change, and make room for long ones", () => {
    const text = writeComments("old", TAG, { scope: "example", runUrl: null });
    expect(readComments(rewriteComments("new", text))).toMatchObject({ comment: "new", tag: TAG });
    expect(rewriteComments(null, text)).toBe(text.slice("old\n".length));
    const long = "x".repeat(900);
    const cut = rewriteComments(long, writeComments("old", TAG, { scope: "y".repeat(200), runUrl: null }));
    expect(cut.length).toBeLessThanOrEqual(1024);
    expect(readComments(cut)).toMatchObject({ comment: long, tag: TAG });
    expect(writeComments(null, TAG, NOWHERE)).toBe(`Ordered as code, claim abcdefgh\n${TAG.marker}`);
  });

  it("carry a nonce drawn from the randomness handed in", () => {
    expect(makeNonce(() => 0)).toBe("aaaaaaaa");
    expect(makeNonce(() => 0.999)).toBe("77777777");
  });
});
