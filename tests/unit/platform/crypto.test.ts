import { randomBytes } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  MasterKeyMissing,
  masterKeyOf,
  newDataKey,
  open,
  type Place,
  SealBroken,
  seal,
  unwrapKey,
  wrapKey,
} from "#app/platform/crypto.server";

const key = randomBytes(32);
const place: Place = { table: "medical_notes", column: "sealed", row: "1/a", version: 1 };
const clear = Buffer.from("kanarie: ett intyg");
const master = () => masterKeyOf(randomBytes(32).toString("base64"))!;

describe("a sealed value", () => {
  test("opens where it belongs, whatever it holds", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 2000 }), (bytes) => {
        expect(open(key, seal(key, Buffer.from(bytes), place), place)).toEqual(Buffer.from(bytes));
      }),
    );
  });

  test("is another one each time, and holds no clear text", () => {
    const [one, other] = [seal(key, clear, place), seal(key, clear, place)];
    expect(one.equals(other)).toBe(false);
    expect(one.includes(clear)).toBe(false);
  });

  test.each([
    ["another table", { table: "medical_keys" }],
    ["another column", { column: "wrapped" }],
    ["another person", { row: "1/b" }],
    ["another association", { row: "2/a" }],
    ["another version", { version: 2 }],
  ])("does not open in %s", (_what, other) => {
    expect(() => open(key, seal(key, clear, place), { ...place, ...other })).toThrow(SealBroken);
  });

  test("does not open with another key, cut short, or with any bit changed", () => {
    const sealed = seal(key, clear, place);
    expect(() => open(randomBytes(32), sealed, place)).toThrow(SealBroken);
    expect(() => open(key, sealed.subarray(0, 20), place)).toThrow(SealBroken);
    fc.assert(
      fc.property(fc.nat({ max: sealed.length * 8 - 1 }), (bit) => {
        const changed = Buffer.from(sealed);
        changed[bit >> 3]! ^= 1 << (bit & 7);
        expect(() => open(key, changed, place)).toThrow(SealBroken);
      }),
    );
  });

  test("says nothing of what it held", () => {
    try {
      open(key, seal(key, clear, place), { ...place, version: 9 });
      expect.unreachable();
    } catch (error) {
      expect(String(error)).not.toContain("kanarie");
      expect(JSON.stringify(error)).not.toContain("kanarie");
    }
  });
});

describe("a wrapped data key", () => {
  const wrapped = { table: "medical_keys", column: "wrapped", row: "1/a" };

  test("opens with the master key that made it, and says which one is missing otherwise", () => {
    const [mine, other] = [master(), master()];
    const dataKey = newDataKey();
    const stored = wrapKey(mine, dataKey, wrapped);
    expect(stored.masterKeyId).toBe(mine.id);
    expect(unwrapKey([other, mine], stored, wrapped)).toEqual(dataKey);
    expect(() => unwrapKey([other], stored, wrapped)).toThrow(MasterKeyMissing);
    expect(() => unwrapKey([other], stored, wrapped)).toThrow(mine.id);
    expect(() => unwrapKey([mine], stored, { ...wrapped, row: "1/b" })).toThrow(SealBroken);
  });
});

describe("a master key", () => {
  test("is 32 bytes in base64, and its fingerprint does not give it away", () => {
    const text = randomBytes(32).toString("base64");
    expect(masterKeyOf(`${text}\n`)?.key.toString("base64")).toBe(text);
    expect(text).not.toContain(masterKeyOf(text)!.id);
    for (const wrong of [
      "",
      "kort",
      randomBytes(16).toString("base64"),
      "å".repeat(43),
      randomBytes(32).toString("hex"),
    ])
      expect(masterKeyOf(wrong)).toBeNull();
  });
});
