import { type BrowserContext, expect, type Page, test } from "@playwright/test";
import { fitsWidth, isAccessible, signedIn } from "./walk";

const words = "Vill ha en pall att sitta på.";

/** The coach's day, with the page of today's visit kept in the phone. */
async function onTheWay(page: Page): Promise<string> {
  await page.goto("/coach");
  const visit = page
    .locator("#dag-today li")
    .filter({ hasText: "L-2603" })
    .getByRole("link", { name: "Logga besök" });
  const path = (await visit.getAttribute("href"))!;
  await expect
    .poll(() => page.evaluate(async (at) => Boolean(await caches.match(at)), path), { timeout: 30_000 })
    .toBe(true);
  return path;
}

/** Everything that this browser has of people: the pages that it has kept, and the logs. */
function heldBy(page: Page) {
  return page.evaluate(async () => {
    const pages = (await caches.has("sidor-1")) ? await (await caches.open("sidor-1")).keys() : [];
    const logs = await new Promise<number>((resolve) => {
      const asked = indexedDB.open("praktikkartan-loggar");
      asked.onsuccess = () => {
        const database = asked.result;
        if (!database.objectStoreNames.contains("logs")) return resolve(0);
        const counted = database.transaction("logs").objectStore("logs").count();
        counted.onsuccess = () => resolve(counted.result);
      };
    });
    return { pages: pages.length, logs };
  });
}

/** What the phone has of the log that is being written. */
function draftIn(page: Page): Promise<string> {
  return page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        const asked = indexedDB.open("praktikkartan-loggar");
        asked.onsuccess = () => {
          const all = asked.result.transaction("logs").objectStore("logs").getAll();
          all.onsuccess = () => resolve(JSON.stringify(all.result));
        };
      }),
  );
}

async function signOut(page: Page): Promise<void> {
  await page.locator("details.pk-menu summary").click();
  await page.getByRole("button", { name: "Logga ut" }).last().click();
}

async function logged(context: BrowserContext, path: string, text: string): Promise<number> {
  const page = await context.newPage();
  await page.goto(path);
  const count = await page.getByRole("region", { name: "Redan loggat" }).getByText(text).count();
  await page.close();
  return count;
}

test("a coach logs a visit without a network, comes back, and it is sent once", async ({ browser }) => {
  test.setTimeout(180_000);
  const page = await signedIn(browser, "coach");
  const context = page.context();
  await page.setViewportSize({ width: 390, height: 900 });
  const path = await onTheWay(page);
  await fitsWidth(page);
  await isAccessible(page);

  await test.step("the page opens without a network, and nothing is chosen beforehand but a day", async () => {
    await page.reload();
    await context.setOffline(true);
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(/^Besök hos/);
    await expect(page.getByText("Ingen täckning. Sparas i telefonen så länge.")).toBeVisible();
    const scripts = await page
      .locator("script[src]")
      .evaluateAll((all) => all.map((one) => one.getAttribute("src")));
    expect(scripts).toEqual(["/logga.js"]);
    await expect(page.locator('input[name^="skattning."]:checked')).toHaveCount(0);
    await expect(page.locator('input[name="withWhom"]:checked')).toHaveCount(0);
    await fitsWidth(page);
    await isAccessible(page);
  });

  await test.step("what is missing is said without the server; what is written is there after a reload", async () => {
    await page.getByRole("button", { name: "Spara besöket" }).click();
    await expect(page.getByRole("alert")).toContainText("Välj vilka som var med.");
    await page.getByLabel("Någon mer").check();
    await page.getByLabel("Med egna ord").fill("Har F32.1");
    await page.getByRole("button", { name: "Spara besöket" }).click();
    await expect(page.getByRole("alert")).toContainText("diagnoskod");
    await page.getByLabel("Med egna ord").fill(words);
    await page.getByLabel("Behöver anpassning").check();
    await expect.poll(() => draftIn(page)).toMatch(/adaptation.*pall att sitta på/);
    await page.reload();
    await expect(page.getByLabel("Med egna ord")).toHaveValue(words);
    await expect(page.getByLabel("Behöver anpassning")).toBeChecked();
    await expect(page.getByLabel("Någon mer")).toBeChecked();
    await expect(page.locator("[data-network]")).toHaveText(
      "Ingen täckning. Sparas i telefonen så länge. Vi har fyllt i det du hade börjat skriva.",
    );
  });

  await test.step("saved in the phone, also after a reload, and seen on the coach's day", async () => {
    await page.getByRole("button", { name: "Spara besöket" }).click();
    await expect(page.getByText("Sparat i telefonen")).toBeVisible();
    await page.reload();
    await expect(page.getByText("Sparat i telefonen")).toBeVisible();
    await expect(page.getByRole("button", { name: "Spara besöket" })).toBeHidden();
    await page.goto("/coach");
    await expect(page.getByRole("heading", { name: "1 väntar på nät" })).toBeVisible();
    await isAccessible(page);
    await page.goto("/deltagare");
    await expect(page.getByText("Den här sidan finns inte sparad i telefonen.")).toBeVisible();
    await page.getByRole("link", { name: "Till min dag" }).click();
    await expect(page.getByRole("heading", { name: "1 väntar på nät" })).toBeVisible();
  });

  await test.step("with a network it is sent, once, however often a page is opened", async () => {
    // The page asks again by itself whether there is one.
    await context.setOffline(false);
    await expect.poll(async () => (await heldBy(page)).logs, { timeout: 30_000 }).toBe(0);
    await page.reload();
    await expect(page.getByRole("heading", { name: "1 väntar på nät" })).toHaveCount(0);
    expect(await logged(context, path, words)).toBe(1);
    await page.goto("/coach");
    await expect(page.locator(`a[href="${path}"]`)).toHaveCount(0);
  });

  await test.step("who signs out without a network leaves nothing in the phone either", async () => {
    expect((await heldBy(page)).pages).toBeGreaterThan(0);
    await context.setOffline(true);
    await signOut(page);
    await expect(page.getByRole("heading", { name: "Telefonen är tömd" })).toBeVisible();
    await context.setOffline(false);
    await page.goto("/");
    expect(await heldBy(page)).toEqual({ pages: 0, logs: 0 });
  });

  await test.step("who signs out with something unsent is asked first", async () => {
    await page.goto(path);
    await page.getByLabel("Med egna ord").fill("Halvvägs");
    await expect.poll(() => draftIn(page)).toContain("Halvvägs");
    await page.goto("/konto");
    await page.getByRole("button", { name: "Logga ut överallt" }).click();
    await expect(page.getByRole("heading", { name: "1 logg är inte skickad" })).toBeVisible();
    await expect(page.locator('input[name="overallt"]')).toHaveValue("1");
    await page.goto("/coach");
    await context.setOffline(true);
    await signOut(page);
    await expect(page.getByText("Du har ingen täckning just nu.")).toBeVisible();
    await isAccessible(page);
    await page.getByRole("link", { name: "Gå tillbaka och behåll" }).click();
    await context.setOffline(false);
    await signOut(page);
    await expect(page.getByRole("heading", { name: "1 logg är inte skickad" })).toBeVisible();
    await isAccessible(page);
    await page.getByRole("link", { name: "Gå tillbaka och skicka först" }).click();
    await expect(page.getByRole("heading", { name: "1 väntar på nät" })).toBeVisible();
  });

  await test.step("after signing out nothing about anybody is left, and another user sees nothing", async () => {
    expect((await heldBy(page)).pages).toBeGreaterThan(0);
    await signOut(page);
    await page.getByRole("button", { name: "Logga ut och ta bort dem" }).click();
    await page.waitForURL((url) => url.pathname === "/");
    expect(await heldBy(page)).toEqual({ pages: 0, logs: 0 });
    await context.setOffline(true);
    await page.goto(path);
    await expect(page.getByText("Den här sidan finns inte sparad i telefonen.")).toBeVisible();
    await context.setOffline(false);
  });
  await context.close();
});

test("who signs in on a colleague's phone sees nothing of what the colleague has written, and does not lose it", async ({
  browser,
}) => {
  const page = await signedIn(browser, "coach");
  const context = page.context();
  await page.goto("/uppfoljningar");
  const path = (await page.locator('a[href$="/logga"]').first().getAttribute("href"))!;
  await page.goto(path);
  await page.getByLabel("Med egna ord").fill("Bara mitt");
  await expect.poll(() => draftIn(page)).toContain("Bara mitt");
  const colleague = await signedIn(browser, "samordnare");
  const mine = await context.cookies();
  await context.addCookies(await colleague.context().cookies());
  await page.goto(path);
  await expect(page.getByText("Det du skriver sparas i telefonen tills det är skickat.")).toBeVisible();
  await expect(page.getByLabel("Med egna ord")).toHaveValue("");
  await context.addCookies(mine);
  await page.goto(path);
  await expect(page.getByLabel("Med egna ord")).toHaveValue("Bara mitt");
  await colleague.context().close();
  await context.close();
});

test("the quick log is an ordinary form without script, and keeps what was typed", async ({ browser }) => {
  const scripted = await signedIn(browser, "coach");
  await scripted.goto("/overenskommelser");
  await scripted.getByRole("listitem").filter({ hasText: "L-2603" }).getByRole("link").first().click();
  await scripted.waitForURL(/\/overenskommelser\/.+/);
  const path = `${new URL(scripted.url()).pathname}/logga`;
  const context = await browser.newContext({
    javaScriptEnabled: false,
    storageState: await scripted.context().storageState(),
  });
  const page = await context.newPage();
  await page.goto(path);
  await page.getByLabel("Med egna ord").fill("Ringde, 19850709-9805");
  await page.getByLabel("Telefon").check();
  await page.getByRole("button", { name: "Spara" }).click();
  await expect(page.getByText("Välj vilka som var med.").first()).toBeVisible();
  await expect(page.getByText("Det ser ut som ett personnummer. Ta bort det.").first()).toBeVisible();
  await expect(page.getByLabel("Med egna ord")).toHaveValue("Ringde, 19850709-9805");
  await expect(page.getByLabel("Telefon")).toBeChecked();
  await page.getByLabel("Någon mer").check();
  await page.getByLabel("Med egna ord").fill("Ringde, allt är bra.");
  await page.getByRole("button", { name: "Spara" }).click();
  await expect(page.getByText("Loggen är sparad.")).toBeVisible();
  await context.close();
});
