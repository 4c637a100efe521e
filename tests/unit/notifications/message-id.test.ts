import { expect, test } from "vitest";
import { messageId } from "#app/domain/notifications/message-id";

test("a message's id keeps whom it is to apart, and holds nothing that a header or a file's name may not", () => {
  expect(messageId("stayed", "2026-11-24", "demo:sofia@example.org")).toBe(
    "stayed-2026-11-24-demo-sofia-example-org",
  );
  expect(messageId("1", "coach:../../b\r\nTo: c")).toMatch(/^[\w-]+$/);
});
