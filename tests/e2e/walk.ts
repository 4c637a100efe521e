import { readFileSync } from "node:fs";
import { join } from "node:path";
import AxeBuilder from "@axe-core/playwright";
import { type Browser, expect, type Page, test } from "@playwright/test";
import postgres from "postgres";
import { signInDirectly } from "../support/session";

/**
 * A page of somebody who is signed in, in a browser of its own; how one signs in is walked in main-job.spec.ts.
 * @param who an account of the demo world by what stands before the @ of its address, or any address
 */
export async function signedIn(
  browser: Browser,
  who: string,
  { script = true, width = 1280 } = {},
): Promise<Page> {
  const folder = process.env.E2E_DATA_DIR!;
  const { ownerUrl } = JSON.parse(readFileSync(join(folder, "running.json"), "utf8"));
  const owner = postgres(ownerUrl, { max: 1, onnotice: () => {} });
  const email = who.includes("@") ? who : `${who}@demo.example`;
  const [user] = await owner`SELECT id FROM auth_users WHERE email = ${email}`;
  const secret = readFileSync(join(folder, "auth-secret"), "utf8").trim();
  const cookie = await signInDirectly(owner, user!.id, secret, false);
  await owner.end({ timeout: 5 });
  const [name, value] = [cookie.slice(0, cookie.indexOf("=")), cookie.slice(cookie.indexOf("=") + 1)];
  const context = await browser.newContext({
    javaScriptEnabled: script,
    viewport: { width, height: 900 },
  });
  await context.addCookies([{ name, value, url: test.info().project.use.baseURL! }]);
  return context.newPage();
}

/** Nothing that axe finds. All is of one origin: no page of axe's own is needed to gather what it found. */
export async function isAccessible(page: Page, where = page.url()) {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`),
    where,
  ).toEqual([]);
}

/** No scrolling sideways at the width that the page has now. */
export async function fitsWidth(page: Page) {
  const beyond = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(beyond, `${page.url()}: pixels to scroll sideways`).toBeLessThanOrEqual(0);
}
