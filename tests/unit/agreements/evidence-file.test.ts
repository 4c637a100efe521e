import { describe, expect, test } from "vitest";
import { evidenceTypeOf } from "#app/domain/agreements/evidence-file";
import { wayOf } from "#app/domain/agreements/proxy-form";
import { coolDownMinutes, nextLinkAt, signerName } from "#app/domain/agreements/signing-link";
import { internationalOf } from "#app/domain/notifications/phone";
import { exampleContent } from "#tests/unit/agreements/arbitraries";

describe("what a file is, by its content", () => {
  const bytes = (...parts: (string | number)[]) =>
    Buffer.concat(
      parts.map((part) => (typeof part === "string" ? Buffer.from(part, "latin1") : Buffer.from([part]))),
    );
  test.each([
    ["a PDF", bytes("%PDF-1.4"), "application/pdf"],
    ["a JPEG", bytes(0xff, 0xd8, 0xff, 0xe1), "image/jpeg"],
    ["a PNG", bytes(0x89, "PNG\r\n", 0x1a, "\n"), "image/png"],
    ["a HEIC", bytes(0, 0, 0, 24, "ftypheic"), "image/heic"],
    ["a film of the same kind of box", bytes(0, 0, 0, 24, "ftypisom"), null],
    ["a page", bytes("<html>%PDF-1.4"), null],
    ["a picture with a script", bytes("<svg onload=alert(1)>"), null],
    ["an archive", bytes("PK", 3, 4), null],
    ["nothing", bytes(), null],
  ])("%s", (_what, content, type) => {
    expect(evidenceTypeOf(content)).toBe(type);
  });
});

test("a signature on paper is one on paper, everything else is by proxy", () => {
  expect(wayOf("signed_on_paper")).toBe("paper");
  expect(wayOf("no_eid")).toBe("proxy");
  expect(wayOf("reserved_from_digital")).toBe("proxy");
});

test("a link is sent again after a while", () => {
  const now = new Date("2026-01-20T10:00:00Z");
  expect(nextLinkAt(null, now)).toBeNull();
  expect(nextLinkAt("2026-01-20T09:55:00Z", now)).toEqual(new Date("2026-01-20T10:05:00Z"));
  expect(nextLinkAt(new Date(now.getTime() - coolDownMinutes * 60_000).toISOString(), now)).toBeNull();
});

test("who signs is named as the text names them; a protected participant by code", () => {
  expect(signerName(exampleContent, "participant", "Robin Söderlund")).toBe("Robin Söderlund");
  expect(signerName(exampleContent, "participant", null)).toBe("L-0714");
  expect(signerName(exampleContent, "employer_1", null)).toBe("Maj Lindqvist");
  expect(signerName(exampleContent, "agency", null)).toBe("Berit Åkerlund");
});

test.each([
  ["070-123 45 67", "+46701234567"],
  ["+46 70 123 45 67", "+46701234567"],
  ["0046701234567", "+46701234567"],
])("the telephone number %s is %s abroad", (number, international) => {
  expect(internationalOf(number)).toBe(international);
});
