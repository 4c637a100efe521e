import { expect, test } from "vitest";
import { flashHeader, takeFlash } from "#app/http/flash.server";

const sent = (cookie: string) => new Request("http://localhost/", { headers: { Cookie: cookie } });

test("a message reaches the next page, once", () => {
  const [written] = (flashHeader("said_yes") as { "Set-Cookie": string })["Set-Cookie"].split(";");
  const taken = takeFlash(sent(`lang=sv; ${written}`));
  expect(taken.message).toBe("said_yes");
  expect(JSON.stringify(taken.headers)).toContain("Max-Age=0");
});

test.each(["meddelande=%E0%A4%A", "meddelande=<b>", "meddelande=", "annat=saved"])(
  "%s is no message, and no page breaks on it",
  (cookie) => {
    expect(takeFlash(sent(cookie)).message).toBeNull();
  },
);
