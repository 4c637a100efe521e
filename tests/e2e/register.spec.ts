import { expect, type Page, test } from "@playwright/test";
import { inDays } from "./days";
import { fitsWidth, isAccessible, signedIn } from "./walk";

// A coordinator enters a placement for an employer who never signs in, and keeps the register right.
async function fitsNarrow(page: Page) {
  await page.setViewportSize({ width: 320, height: 800 });
  await fitsWidth(page);
  await page.setViewportSize({ width: 1280, height: 800 });
}

const choose = (page: Page, name: string, value: string) =>
  page.check(`[name="${name}"][value="${value}"]`, { force: true });

async function fillIn(page: Page, title: string) {
  await page.fill("[name=organisationNumber]", "556016-0680");
  await page.fill("[name=employerName]", "Silverbäckens trädgård");
  await page.fill("[name=workplaceName]", "Växthuset");
  await page.fill("[name=address]", "Odlarvägen 2");
  await page.fill("[name=locality]", "Storå");
  await page.fill("[name=contactName]", "Ulla Franzén");
  await page.fill("[name=contactPhone]", "0581-123 45");
  await page.fill("[name=title]", title);
  await choose(page, "tasks", "vaxthus");
  await choose(page, "kinds", "praktik");
  await choose(page, "purposes", "referens");
  await page.fill("[name=hoursMin]", "2");
  await page.fill("[name=hoursMax]", "20");
  await page.fill("[name=shortestDay]", "2");
  await page.fill("[name=weeksMin]", "1");
  await page.fill("[name=weeksMax]", "12");
  await page.fill("[name=startsFrom]", inDays(70));
  await choose(page, "supportLevel", "1");
  for (const radio of await page.locator('[name^="demands."][value="1"]').all()) await radio.check();
  await page.fill("[name=ageMin]", "18");
}

for (const script of [true, false]) {
  test(`a placement is entered for an employer, mended and published, ${script ? "with" : "without"} script`, async ({
    browser,
  }) => {
    const page = await signedIn(browser, "samordnare", { script });
    const title = `Plantera i växthus ${script ? "A" : "B"}${Date.now() % 1_000_000}`;
    await page.goto("/samordnare/platser");
    if (script) await isAccessible(page);
    await page.getByRole("link", { name: "Ny plats", exact: true }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Ny plats");

    // Nothing filled in but the name: each error leads to its field, and what was typed stays.
    await page.fill("[name=employerName]", "Silverbäckens trädgård");
    await page.getByRole("button", { name: "Spara och publicera" }).click();
    await expect(page.getByRole("heading", { name: /^\d+ saker att rätta$/ })).toBeVisible();
    await expect(page.locator("[name=employerName]")).toHaveValue("Silverbäckens trädgård");
    if (script) await isAccessible(page);

    await fillIn(page, title);
    await page.fill("[name=locality]", "Ingenstans");
    await page.getByRole("button", { name: "Spara och publicera" }).click();
    await expect(page.locator(".pk-error").getByText("Vi hittar inte orten")).toBeVisible();
    await expect(page.locator("[name=title]")).toHaveValue(title);
    await expect(page.locator("[name=startsFrom]")).toHaveValue(inDays(70));
    await expect(page.locator('[name="demands.lyft"][value="1"]')).toBeChecked();

    // Somebody pays: then how much, and who may call it off.
    await page.fill("[name=locality]", "Storå");
    await choose(page, "financing", "agency");
    await expect(page.getByLabel("Kostnad per vecka i kronor")).toBeVisible();
    await page.getByRole("button", { name: "Spara och publicera" }).click();
    await expect(
      page.locator(".pk-error").getByText("Skriv kostnaden per vecka i hela kronor."),
    ).toBeVisible();
    await page.fill("[name=costPerWeek]", "850");
    await page.fill("[name=calledOffBy]", "Arbetsförmedlingen");
    await page.getByRole("button", { name: "Spara och publicera" }).click();
    await expect(page).toHaveURL(/\/samordnare\/platser$/);
    await expect(page.getByRole("status")).toContainText("Sparat");

    // Staff read whom to call and what it costs; somebody who has not signed in reads neither.
    await page.goto(`/samordnare/platser?sok=${encodeURIComponent(title)}`);
    await page.getByRole("link", { name: title, exact: true }).click();
    await expect(page.getByText("Ulla Franzén")).toBeVisible();
    await expect(page.getByText("850 kr per vecka")).toBeVisible();
    if (script) await isAccessible(page);
    const anyone = await (await browser.newContext()).newPage();
    await anyone.goto(page.url());
    await expect(anyone.getByText("Från 18 år")).toBeVisible();
    expect(await anyone.content()).not.toMatch(/Ulla Franzén|0581-123|850 kr/);

    // Paused, published again, confirmed.
    await page.goto(`/samordnare/platser?sok=${encodeURIComponent(title)}`);
    await page.getByRole("button", { name: "Pausa" }).click();
    await expect(page.locator("article").getByText("Pausad")).toBeVisible();
    await page.getByRole("button", { name: "Publicera" }).click();
    await expect(page.locator("article").getByText("Publicerad")).toBeVisible();
    await page.getByRole("button", { name: "Stämmer fortfarande" }).click();
    await expect(page.getByRole("status")).toContainText("bekräftad");
    if (script) await isAccessible(page);
  });
}

test("a second tab is shown what the first one wrote, and loses nothing of its own", async ({ browser }) => {
  const first = await signedIn(browser, "samordnare");
  await first.goto("/samordnare/platser?status=published");
  await first
    .getByRole("link", { name: /^Ändra/ })
    .last()
    .click();
  await expect(first.getByRole("heading", { level: 1 })).toHaveText("Ändra plats");
  const second = await first.context().newPage();
  await second.goto(first.url());
  await second.fill("[name=description]", "Det här skrev den andra.");
  await second.getByRole("button", { name: "Spara platsen" }).click();
  await expect(second.getByRole("status")).toContainText("Sparat");
  await first.fill("[name=description]", "Det här skriver jag.");
  await first.getByRole("button", { name: "Spara platsen" }).click();
  await expect(first.getByText("Någon annan har sparat medan du skrev")).toBeVisible();
  await expect(first.getByText("Det här skrev den andra.")).toBeVisible();
  await expect(first.locator("[name=description]")).toHaveValue("Det här skriver jag.");
  await isAccessible(first);
  await first.getByRole("button", { name: "Spara platsen" }).click();
  await expect(first.getByRole("status")).toContainText("Sparat");
});

test("register and form are read and filled in on a narrow screen", async ({ browser }) => {
  const page = await signedIn(browser, "samordnare");
  for (const path of ["/samordnare/platser", "/samordnare/platser/ny"]) {
    await page.goto(path);
    await fitsNarrow(page);
  }
});
