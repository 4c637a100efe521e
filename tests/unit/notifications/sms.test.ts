import fc from "fast-check";
import { expect, test } from "vitest";
import { mobileOf } from "#app/domain/notifications/phone";
import { mostSmsParts, smsParts } from "#app/domain/notifications/sms-text";
import { notifications } from "#app/i18n/notifications";

test.each([
  ["070-123 45 67", "+46701234567"],
  ["+46 70 123 45 67", "+46701234567"],
  ["0046 (0)70 1234567", "+46701234567"],
  ["+47 912 34 567", "+4791234567"],
  ["08-123 456 78", null],
  ["0587-100 00", null],
  ["070-123", null],
  ["", null],
  ["ring mig", null],
  ["070-1234567; DROP", null],
])("%s takes text messages at %s", (written, number) => {
  expect(mobileOf(written)).toBe(number);
});

test("a number that was understood is understood the same way again", () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const number = mobileOf(text);
      if (number !== null) expect(mobileOf(number)).toBe(number);
    }),
  );
});

test.each([
  ["å".repeat(160), 1],
  ["å".repeat(161), 2],
  ["å".repeat(306), 2],
  ["€".repeat(80), 1],
  ["€".repeat(81), 2],
  ["–".repeat(70), 1],
  ["–".repeat(71), 2],
])("the length of a text is counted in parts", (text, parts) => {
  expect(smsParts(text)).toBe(parts);
});

test("every text of ours is short enough, with a long address, and of plain letters", () => {
  const url = `https://praktikkartan.exempelkommun.se/skriv-under/${"x".repeat(43)}`;
  for (const { sms } of [notifications.sv, notifications.en]) {
    for (const text of Object.values(sms)) {
      const filled = `${text} ${url} ${sms.from}`
        .replace("{{number}}", "2026-0142")
        .replace("{{day}}", "tors 24 september");
      expect(smsParts(filled), text).toBeLessThanOrEqual(mostSmsParts - 1);
    }
  }
});
