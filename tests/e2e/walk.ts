import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
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
  const email = who.includes("@") ? who : `${who}@demo.example`;
  const secret = readFileSync(join(process.env.E2E_DATA_DIR!, "auth-secret"), "utf8").trim();
  const cookie = await asOwner(async (owner) => {
    const [user] = await owner`SELECT id FROM auth_users WHERE email = ${email}`;
    return signInDirectly(owner, user!.id, secret, false);
  });
  const [name, value] = [cookie.slice(0, cookie.indexOf("=")), cookie.slice(cookie.indexOf("=") + 1)];
  const context = await browser.newContext({
    javaScriptEnabled: script,
    viewport: { width, height: 900 },
  });
  await context.addCookies([{ name, value, url: test.info().project.use.baseURL! }]);
  return context.newPage();
}

/** Asks the database behind the product: for what only time brings about. */
export async function asOwner<Answer>(ask: (owner: postgres.Sql) => Promise<Answer>): Promise<Answer> {
  const { ownerUrl } = JSON.parse(readFileSync(join(process.env.E2E_DATA_DIR!, "running.json"), "utf8"));
  const owner = postgres(ownerUrl, {
    max: 1,
    onnotice: () => {},
    connection: { TimeZone: "Europe/Stockholm" },
  });
  try {
    return await ask(owner);
  } finally {
    await owner.end({ timeout: 5 });
  }
}

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Nothing that axe finds. It is asked in the page itself, which reads it once, and only for what is wrong: half the time. */
export async function isAccessible(page: Page, where = page.url()) {
  expect(await faults(page), where).toEqual([]);
}

/** What axe finds, a line for each rule that is broken. */
export async function faults(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe);
  return page.evaluate(async () => {
    const { axe } = window as unknown as { axe: typeof import("axe-core") };
    // Style sheets are not fetched once more: only rules about films and sound want them.
    const { violations } = await axe.run({ resultTypes: ["violations"], preload: false });
    return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
  });
}

/** No scrolling sideways at the width that the page has now. */
export async function fitsWidth(page: Page) {
  const beyond = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(beyond, `${page.url()}: pixels to scroll sideways`).toBeLessThanOrEqual(0);
}
