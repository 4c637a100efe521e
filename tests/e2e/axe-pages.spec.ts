import { readFileSync } from "node:fs";
import { join } from "node:path";
import AxeBuilder from "@axe-core/playwright";
import { type BrowserContext, expect, type Page, test } from "@playwright/test";
import postgres from "postgres";
import type { Role } from "../../app/domain/identity/actor";
import { signInDirectly } from "../support/session";
import { accounts, pages, ways } from "./pages";

// Every page, for those who may see it: nothing that axe finds at 1280 and 390 pixels, and no scrolling sideways at 320.
test.describe.configure({ mode: "parallel" });
const folder = process.env.E2E_DATA_DIR!;

async function signIn(context: BrowserContext, role: Role | null) {
  if (role === null) return;
  const { ownerUrl } = JSON.parse(readFileSync(join(folder, "running.json"), "utf8"));
  const owner = postgres(ownerUrl, { max: 1, onnotice: () => {} });
  const [user] = await owner`SELECT id FROM auth_users WHERE email = ${`${accounts[role]}@demo.example`}`;
  const secret = readFileSync(join(folder, "auth-secret"), "utf8").trim();
  const cookie = await signInDirectly(owner, user!.id, secret, false);
  await owner.end({ timeout: 5 });
  const [name, value] = [cookie.slice(0, cookie.indexOf("=")), cookie.slice(cookie.indexOf("=") + 1)];
  await context.addCookies([{ name, value, url: test.info().project.use.baseURL! }]);
}

async function violations(page: Page) {
  const { violations: found } = await new AxeBuilder({ page }).analyze();
  return found.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
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

for (const { path, roles } of pages) {
  for (const role of roles) {
    test(`${path} for ${role ?? "everybody"}`, async ({ browser }) => {
      const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
      await signIn(context, role);
      const page = await context.newPage();
      const way = ways[path];
      const answer = await page.goto(way ? await way(page, path) : path);
      expect(answer?.status()).toBe(path === "/*" ? 404 : 200);
      await page.waitForLoadState("networkidle");
      await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
      await unfold(page);
      expect(await violations(page), "1280 px").toEqual([]);
      await page.setViewportSize({ width: 390, height: 800 });
      expect(await violations(page), "390 px").toEqual([]);
      await page.setViewportSize({ width: 320, height: 700 });
      const beyond = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(beyond, "pixels to scroll sideways at 320 px").toBeLessThanOrEqual(0);
      await context.close();
    });
  }
}
