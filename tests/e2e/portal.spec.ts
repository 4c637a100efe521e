import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Browser, expect, type Page, test } from "@playwright/test";
import { inDays } from "./days";
import { isAccessible, signedIn } from "./walk";

// An employer looks after its own: placements, workplaces, people, who stands in.
const choose = (page: Page, name: string, value: string) =>
  page.check(`[name="${name}"][value="${value}"]`, { force: true });

/** The employer of the demo world, on its start page. */
async function atHome(browser: Browser, script = true): Promise<Page> {
  const page = await signedIn(browser, "arbetsgivare", { script });
  await page.goto("/arbetsgivare");
  return page;
}

/** The row of a placement on the start page. */
const rowOf = (page: Page, title: string) => page.getByRole("listitem").filter({ hasText: title });

/** Shows what can be done with a placement; with script it stays unfolded after something was done. */
async function unfold(page: Page, title: string) {
  const more = rowOf(page, title).locator("details");
  if (!(await more.evaluate((details) => (details as HTMLDetailsElement).open)))
    await more.locator("summary").click();
}

test("a no to a proposal without a reason is answered by the page, not by the browser, and keeps the note", async ({
  browser,
}) => {
  const page = await atHome(browser);
  await page.locator('a[href^="/arbetsgivare/forslag/"]').first().click();
  await page.getByText("Nej, inte den här gången").click();
  await page.fill("#varfor-inte", "Vi bygger om.");
  await page.getByRole("button", { name: "Skicka nej" }).click();
  await expect(page.getByRole("alert")).toContainText("Svaret är inte skickat ännu");
  await expect(page.locator("#varfor-fel")).toHaveText("Välj en orsak.");
  await expect(page.locator("#varfor-inte")).toHaveValue("Vi bygger om.");
  await isAccessible(page);
  await page.context().close();
});

for (const script of [true, false]) {
  test(`a copy is listed, paused, shown again and ended, ${script ? "with" : "without"} script`, async ({
    browser,
  }) => {
    const page = await atHome(browser, script);
    const title = `Kopierad plats ${script ? "A" : "B"}${Date.now() % 1_000_000}`;
    await page
      .getByText(/^Ändra och mer/)
      .first()
      .click();
    await page
      .getByRole("link", { name: /^Kopiera till en ny/ })
      .first()
      .click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Ny plats från en kopia");
    await page.getByRole("button", { name: "Lägg upp platsen" }).click();
    await expect(page.getByRole("link", { name: "Fyll i fältet." })).toBeVisible();
    if (script) await isAccessible(page);
    await page.fill("[name=title]", title);
    await page.fill("[name=capacity]", "3");
    await page.getByRole("button", { name: "Lägg upp platsen" }).click();
    await expect(page).toHaveURL(/\/arbetsgivare$/);
    await expect(page.getByRole("status")).toContainText("upplagd");
    await expect(rowOf(page, title)).toContainText("3 lediga av 3");
    for (const [button, state] of [
      ["Pausa", "Pausad"],
      ["Visa igen", "lediga"],
    ] as const) {
      await unfold(page, title);
      await rowOf(page, title)
        .getByRole("button", { name: new RegExp(`${button.split(" ")[0]} ${title}`) })
        .click();
      await expect(rowOf(page, title)).toContainText(state);
    }
    await unfold(page, title);
    await rowOf(page, title)
      .getByRole("button", { name: `${title} finns inte längre` })
      .click();
    await expect(page.getByText(title)).toHaveCount(0);
  });
}

test("a workplace is added, with a pin on the map or the town alone", async ({ browser }) => {
  const page = await atHome(browser, false);
  await page.goto("/arbetsgivare/arbetsstallen");
  await page.getByRole("link", { name: "Lägg till ett arbetsställe" }).click();
  await page.fill("[name=name]", "Lagret");
  await page.getByRole("button", { name: "Spara" }).click();
  await expect(page.getByRole("link", { name: "Fyll i fältet." }).first()).toBeVisible();
  await expect(page.locator("[name=name]")).toHaveValue("Lagret");
  await page.fill("[name=address]", "Lagervägen 1");
  await page.fill("[name=locality]", "Hällefors");
  await page.getByRole("button", { name: "Hitta på kartan" }).click();
  await expect(page.locator("[name=candidate]").first()).toBeChecked();
  await page.getByRole("button", { name: "Spara" }).click();
  await expect(page).toHaveURL(/arbetsstallen$/);
  await expect(page.getByText("Lagervägen 1, Hällefors")).toBeVisible();

  const withMap = await atHome(browser);
  await withMap.goto("/arbetsgivare/arbetsstallen");
  await withMap.getByRole("link", { name: /^Ändra.*Lagret$/ }).click();
  const pin = withMap.getByRole("button", { name: /^Nål för arbetsplatsen/ });
  await pin.focus();
  const before = await withMap.locator("[name=lat]").inputValue();
  await withMap.keyboard.press("ArrowUp");
  await expect(withMap.locator("[name=lat]")).not.toHaveValue(before);
  await isAccessible(withMap);
  await withMap.getByRole("button", { name: "Spara" }).click();
  await expect(withMap.getByRole("status")).toContainText("Sparat");
});

test("a colleague is invited by mail, accepts, and sees just what was chosen", async ({ browser }) => {
  const page = await atHome(browser);
  const email = `kollega${Date.now()}@aterbruket.example`;
  await page.goto("/arbetsgivare/personer/ny");
  await page.fill("[name=name]", `Kollega ${Date.now()}`);
  await page.getByRole("button", { name: "Spara" }).click();
  await expect(page.getByRole("link", { name: "Skriv e-posten som inbjudan ska gå till." })).toBeVisible();
  await page.fill("[name=email]", email);
  await choose(page, "duty", "supervisor");
  await page.locator("[name=supervises]").first().check({ force: true });
  await page.getByRole("button", { name: "Spara" }).click();
  await expect(page.getByRole("status")).toContainText("Inbjudan är på väg");

  const link = await mailedLink(email, "arbetsgivare/inbjudan");
  const invited = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await invited.goto(link);
  await expect(invited.getByText("bjuder in dig som Handledare")).toBeVisible();
  await invited.getByRole("button", { name: "Ja, jag vill vara med" }).click();
  await expect(invited).toHaveURL(/logga-in\/lank/);
  await invited.locator("main form button[type=submit]").click();
  await expect(invited).toHaveURL(/arbetsgivare$/);
  await expect(invited.getByRole("button", { name: /^Stämmer fortfarande/ })).toHaveCount(1);
  await expect(invited.getByText(/^Ändra och mer/)).toHaveCount(0);
  await expect(invited.getByRole("link", { name: "Lägg till en plats" })).toHaveCount(0);
  await invited.goto("/arbetsgivare/personer/ny");
  await expect(invited.getByRole("heading", { level: 1 })).not.toHaveText("Ny person");
});

test("not now until a day, and who answers while away, without script", async ({ browser }) => {
  const page = await atHome(browser, false);
  await choose(page, "appetite", "not_now");
  await page.getByRole("button", { name: "Spara svaret" }).click();
  await expect(page.getByText("Välj vilken dag vi får fråga igen.")).toBeVisible();
  await expect(page.locator('[name=appetite][value="not_now"]')).toBeChecked();
  await choose(page, "appetite", "yes");
  await page.getByRole("button", { name: "Spara svaret" }).click();
  await expect(page.getByRole("status")).toContainText("Sparat");

  await page.goto("/arbetsgivare/borta");
  const year = Number(inDays(0).slice(0, 4)) + 1;
  await page.fill("[name=from]", `${year}-07-01`);
  await page.fill("[name=until]", `${year}-06-01`);
  await page.locator("[name=delegate]").first().check();
  await page.getByRole("button", { name: "Spara" }).click();
  await expect(page.getByRole("link", { name: /Sista dagen ska vara/ })).toBeVisible();
  await page.fill("[name=until]", `${year}-07-31`);
  await page.getByRole("button", { name: "Spara" }).click();
  await expect(page.getByText(`Du är borta 1 juli ${year} till 31 juli ${year}`)).toBeVisible();
  await page.getByRole("button", { name: "Jag är tillbaka" }).click();
  await expect(page.getByText(/^Du är borta/)).toHaveCount(0);
});

/** The link of a mail that has been, or will soon be, written for an address. */
async function mailedLink(email: string, path: string): Promise<string> {
  const folder = join(process.env.E2E_DATA_DIR!, "mail");
  let found: string | undefined;
  await expect
    .poll(
      () => {
        const mails = readdirSync(folder).filter((file) => file.endsWith(".eml"));
        const mail = mails
          .map((file) => readFileSync(join(folder, file), "utf8"))
          .find((text) => text.includes(`To: ${email}`));
        found = new RegExp(`/${path}/[A-Za-z0-9_-]{43}`).exec(mail ?? "")?.[0];
        return found;
      },
      { timeout: 30_000 },
    )
    .toBeTruthy();
  return found!;
}
