import { expect, test } from "vitest";
import { loader } from "#app/root";

const answerTo = async (address: string) => {
  const request = new Request(`http://localhost${address}`);
  const thrown = await loader({ request, params: {}, context: {} } as never).catch((answer) => answer);
  return (thrown as Response).headers;
};

test.each([
  ["/platser?typ=praktik&lang=en", "/platser?typ=praktik"],
  ["/platser.data?lang=en", "/platser"],
  ["//annan.example/platser?lang=en", "/annan.example/platser"],
  ["/\\\\annan.example?lang=en", "/annan.example"],
])("%s: the language is kept, and the way back is a page of this product: %s", async (asked, back) => {
  const headers = await answerTo(asked);
  expect(headers.get("Location")).toBe(back);
  expect(headers.get("Set-Cookie")).toContain("lang=en");
});
