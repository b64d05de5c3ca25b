import { describe, expect, it } from "vitest";
import { deliveryOf, withDelivery } from "./delivery-note.ts";
import { readComments, rewriteComments, writeComments } from "./order-tag.ts";

const TAG = { marker: `tf:${"a".repeat(26)}`, nonce: "abcdefgh", isLeft: false };
const ORIGIN = {
  scope: "github.com/example/infra",
  place: "certs/shop.csr",
  runUrl: "https://github.test/runs/1",
};
const NOTE = { serialNumber: "0A1B", run: "4711" };

describe("the note of a delivery", () => {
  it("is read back, and comment, claim and marker stay", () => {
    const noted = withDelivery(writeComments("web tier", TAG, ORIGIN), NOTE);
    expect(deliveryOf(noted)).toEqual(NOTE);
    expect(readComments(noted)).toMatchObject({ comment: "web tier", tag: TAG });
    expect(deliveryOf(rewriteComments("other words", noted))).toEqual(NOTE);
  });

  it("takes the place of the one before", () => {
    const once = withDelivery(writeComments(null, TAG, ORIGIN), NOTE);
    const twice = withDelivery(once, { serialNumber: "0C", run: null });
    expect(deliveryOf(twice)).toEqual({ serialNumber: "0C", run: null });
    expect(twice?.match(/delivered/g)).toHaveLength(1);
  });

  it("shortens where the order comes from, and nothing else", () => {
    const full = writeComments("x".repeat(800), TAG, { ...ORIGIN, scope: "y".repeat(300) });
    expect(full).toHaveLength(1024);
    const noted = withDelivery(full, NOTE);
    expect(noted).toHaveLength(1024);
    expect(deliveryOf(noted)).toEqual(NOTE);
    expect(readComments(noted)).toMatchObject({ comment: "x".repeat(800), tag: TAG });
    const narrow = writeComments("x".repeat(960), TAG, ORIGIN);
    expect(withDelivery(narrow, NOTE)).toBeNull();
  });

  it("is neither read nor written where no claim of ours stands", () => {
    expect(withDelivery("just words, delivered 0A", NOTE)).toBeNull();
    expect(withDelivery(`words\n${TAG.marker}`, NOTE)).toBeNull();
    expect(deliveryOf(writeComments("delivered 0A", TAG, ORIGIN))).toBeNull();
  });
});
