import { type Browser, expect, type Page, test } from "@playwright/test";
import { accounts, pages, ways } from "./pages";
import { faults, fitsWidth, isAccessible, signedIn } from "./walk";

// Every page, for those who may see it: nothing that axe finds at 1280 and 390 pixels, and no scrolling sideways at 320.
test.describe.configure({ mode: "parallel" });
/** Their ways lead to what never was. */
const missing = [
  "/*",
  "/skriv-under/:token",
  "/paminnelse/:token",
  "/narvaro/:token",
  "/skattning/:token",
  "/referens/:token",
  "/hur-gar-det/:token",
  "/tack/:token",
];
const desktop = { viewport: { width: 1280, height: 900 } };

type Visitor = (typeof pages)[number]["roles"][number];
/** A browser of its own for each who visits: what all pages share is fetched once. */
const visitors = new Map<Visitor, Page>();

async function visit(browser: Browser, role: Visitor): Promise<Page> {
  const first =
    visitors.get(role) ??
    (role === null
      ? await (await browser.newContext(desktop)).newPage()
      : await signedIn(browser, accounts[role]));
  visitors.set(role, first);
  return first.context().newPage();
}

/** What is folded away is read too. */
function unfold(page: Page) {
  return page.evaluate(() => {
    for (const folded of document.querySelectorAll("details")) folded.open = true;
  });
}

test("every page of the product is walked, and there is a way to each", () => {
  expect(pages.length).toBeGreaterThan(30);
  expect(pages.filter(({ roles }) => roles.length === 0).map(({ path }) => path)).toEqual([]);
  const withoutWay = pages.filter(({ path }) => /[:*]/.test(path) && !ways[path]);
  expect(withoutWay.map(({ path }) => path)).toEqual([]);
});

test("what is wrong in a page is found", async ({ page }) => {
  await page.setContent(
    '<html lang="sv"><title>Fel</title><main><h1>Fel</h1><p style="color:#bbb">Blekt</p><input></main>',
  );
  expect((await faults(page)).map((fault) => fault.split(":")[0])).toEqual(["color-contrast", "label"]);
});

for (const { path, roles } of pages) {
  for (const role of roles) {
    test(`${path} for ${role ?? "everybody"}`, async ({ browser }) => {
      const page = await visit(browser, role);
      const way = ways[path];
      const answer = await page.goto(way ? await way(page, path) : path);
      expect(answer?.status()).toBe(missing.includes(path) ? 404 : 200);
      await page.waitForLoadState("networkidle");
      await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
      await unfold(page);
      await isAccessible(page, "1280 px");
      await page.setViewportSize({ width: 390, height: 800 });
      await isAccessible(page, "390 px");
      await page.setViewportSize({ width: 320, height: 700 });
      await fitsWidth(page);
      await page.close();
    });
  }
}
