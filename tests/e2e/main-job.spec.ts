import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { expect, type Page, test } from "@playwright/test";
import { inDays } from "./days";
import { isAccessible, signedIn } from "./walk";

// The main job, as those who have it: import → map → work profile → match → hold → participant → employer → visit.
test.describe.configure({ mode: "serial" });

/** The file as it would be today: the latest day on which a placement was confirmed is three days ago. */
function asFreshAsWritten(file: string) {
  const text = readFileSync(file, "utf8");
  const isoDate = /\b\d{4}-\d{2}-\d{2}\b/g;
  const last = Math.max(...text.match(isoDate)!.map(Date.parse));
  const moved = text.replace(isoDate, (date) => inDays((Date.parse(date) - last) / 86_400_000 - 3));
  return { name: basename(file), mimeType: "text/csv", buffer: Buffer.from(moved) };
}

test("placements from a file are tried, taken in, and appear in the search", async ({ browser }) => {
  const page = await signedIn(browser, "samordnare");
  await page.goto("/samordnare/importera");
  await page.setInputFiles("input[type=file]", asFreshAsWritten("tests/golden/platser-norra-orebro-lan.csv"));
  await page.locator("main form button[type=submit]").first().click();
  await expect(page).toHaveURL(/importera\/.+/);
  await expect(page.getByText("48").first()).toBeVisible();
  await isAccessible(page);
  await page.getByRole("button", { name: /på riktigt/i }).click();
  await expect
    .poll(
      async () => (await (await page.request.get("/api/platser.json?ort=Vedev%C3%A5g&km=2")).json()).totalt,
    )
    .toBeGreaterThan(0);
  await page.goto("/platser?ort=Vedev%C3%A5g&km=2");
  await expect(page.locator("article").first()).toBeVisible();
  await isAccessible(page);
});

test("a match is held, the participant is asked by telephone, the employer answers the anonymous question, they meet", async ({
  browser,
}) => {
  const page = await signedIn(browser, "samordnare");
  await page.goto("/deltagare/L-2602/matchning");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("L-2602");
  await isAccessible(page);
  await page
    .getByRole("button", { name: /^Reservera/ })
    .first()
    .click();
  await expect(page).toHaveURL(/\/forslag\//);
  // The address comes before its page: the matches have such a button each.
  const ask = page.getByRole("button", { name: "Fråga deltagaren" });
  await expect(ask).toHaveCount(1);
  await isAccessible(page);

  await ask.click();
  await answer(page, "Deltagaren säger ja");
  await page.getByRole("button", { name: "Fråga arbetsgivaren, utan namn" }).click();
  await expect(page.getByRole("heading", { name: "Det här ser arbetsgivaren" })).toBeVisible();
  await answer(page, "Arbetsgivaren säger ja");
  await page.getByLabel("Dag").fill(inDays(3));
  await page.getByLabel("Tid").fill("09:00");
  await page.getByLabel("Plats för besöket").fill("Entrén");
  await page.getByLabel("Deltagaren har sagt ja till att arbetsgivaren får veta namnet").check();
  await page.getByRole("button", { name: "Boka besök" }).click();
  await expect(page.getByText("Namnet är utlämnat", { exact: false })).toBeVisible();
  await isAccessible(page);
});

test("the participant answers on a phone, without script", async ({ browser }) => {
  const context = await browser.newContext({
    javaScriptEnabled: false,
    viewport: { width: 390, height: 800 },
  });
  const page = await context.newPage();
  await page.goto("/logga-in");
  await page.fill("[name=email]", "deltagare@demo.example");
  await page.fill("[name=password]", "praktikkartan-demo");
  await page.click("main form button[type=submit]:not([name])");
  await expect(page).toHaveURL(/\/min-sida$/);
  await page.getByRole("button", { name: "Ja, det vill jag" }).first().click();
  await expect(page.getByText("Tack för ditt ja!", { exact: false })).toBeVisible();
});

for (const [account, home] of [
  ["samordnare", "/samordnare"],
  ["coach", "/coach"],
  ["deltagare", "/min-sida"],
  ["arbetsgivare", "/arbetsgivare"],
  ["handlaggare", "/handlaggare"],
  ["styrgrupp", "/styrgrupp"],
  ["admin", "/admin"],
] as const) {
  test(`${account} comes home to ${home}`, async ({ browser }) => {
    const page = await (await browser.newContext()).newPage();
    await page.goto("/logga-in");
    await page.fill("[name=email]", `${account}@demo.example`);
    await page.fill("[name=password]", "praktikkartan-demo");
    await page.click("main form button[type=submit]:not([name])");
    await expect(page).toHaveURL(new RegExp(`${home}$`));
    await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
  });
}

/** Staff note an answer: which one, and how it came. The first step stands open, the others are unfolded. */
async function answer(page: Page, step: string) {
  const form = page.locator("form", { has: page.getByRole("button", { name: step, exact: true }) });
  await form.getByLabel("Hur kom svaret?").selectOption("telefon");
  await form.getByRole("button", { name: step, exact: true }).click();
  await expect(page.getByText("Sparat.")).toBeVisible();
}

test("who writes while a slow phone still wakes the page up loses nothing, and the page wakes up whole", async ({
  browser,
}) => {
  for (let load = 0; load < 3; load++) {
    const context = await browser.newContext();
    const page = await context.newPage();
    const broken: Error[] = [];
    page.on("pageerror", (error) => broken.push(error));
    const phone = await context.newCDPSession(page);
    await phone.send("Emulation.setCPUThrottlingRate", { rate: 6 });
    await page.goto("/logga-in", { waitUntil: "commit" });
    const email = page.getByLabel("E-post");
    for (let touch = 0; touch < 12; touch++) {
      await email.click();
      await page.keyboard.type("ab");
    }
    await page.waitForFunction(() => "__remixRouter" in window);
    await expect(email).toHaveValue("ab".repeat(12));
    expect(broken).toEqual([]);
    await context.close();
  }
});
