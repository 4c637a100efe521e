import { expect, test } from "vitest";
import { returnPath } from "#app/domain/identity/return-path";

test.each(["/", "/samordnare", "/deltagare/L-0714/matchning?alla=1", "/platser?ort=Nora&km=30#lista"])(
  "%s is a way back",
  (till) => expect(returnPath(till)).toBe(till),
);

test.each([
  "",
  "//ond.example",
  "/\\ond.example",
  "/\t/ond.example",
  "https://ond.example/",
  "javascript:alert(1)",
  "samordnare",
  "/a\r\nSet-Cookie: x=1",
  "/a\\b",
  "/logga-in",
  "/logga-in?till=/x",
  "/logga-ut",
])("%j is not", (till) => expect(returnPath(till)).toBeNull());

test("nothing is no way back", () => expect(returnPath(null)).toBeNull());
