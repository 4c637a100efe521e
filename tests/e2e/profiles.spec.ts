import { expect, test } from "@playwright/test";
import { isAccessible, signedIn } from "./walk";

for (const script of [true, false]) {
  test(`a coordinator adds a participant and completes the work profile, ${script ? "with" : "without"} script`, async ({
    browser,
  }) => {
    const page = await signedIn(browser, "samordnare", { script });
    const reference = `T-${script ? 1 : 2}${Date.now() % 1_000_000}`;
    const overview = new RegExp(`/deltagare/${reference}$`);
    const choose = (name: string, value: string) => page.check(`[name="${name}"][value="${value}"]`);

    await page.goto("/deltagare/ny");
    await page.fill("[name=reference]", reference);
    await page.fill("[name=name]", "Kanarie Fågel");
    await page.getByRole("button", { name: "Lägg till deltagaren" }).click();
    await expect(page.getByRole("link", { name: "Svara ja, nej eller vet inte." })).toBeVisible();
    await expect(page.locator("[name=name]")).toHaveValue("Kanarie Fågel");
    if (script) await isAccessible(page);
    await choose("protectedIdentity", "none");
    await choose("sex", "kvinna");
    await page.getByRole("button", { name: "Lägg till deltagaren" }).click();
    await expect(page).toHaveURL(overview);
    await expect(page.getByText("Kanarie")).toHaveCount(0);

    await page.getByRole("link", { name: "Fyll i arbetsprofilen" }).click();
    await choose("kinds", "praktik");
    await page.fill("[name=startHours]", "7,5");
    await page.getByRole("button", { name: "Spara och markera klar" }).click();
    await expect(page.getByRole("link", { name: "Välj ett av de fyra svaren." })).toHaveCount(10);
    await expect(page.locator("[name=startHours]")).toHaveValue("7,5");
    if (script) await isAccessible(page);

    await page.fill("[name=targetHours]", "15");
    await page.fill("[name=longestDay]", "4");
    for (const day of ["man", "ons"]) await choose("weekdays", day);
    for (const radio of await page.locator('[name^="abilities."][value="2"]').all()) await radio.check();
    await choose("supportNeed", "1");
    await page.fill("[name=locality]", "Nora");
    await page.fill("[name=maxKm]", "30");
    await page.getByRole("button", { name: "Spara och markera klar" }).click();
    await expect(page).toHaveURL(overview);
    await expect(page.getByRole("link", { name: "Hitta platser" })).toBeVisible();
  });
}

test("a second tab that saves later is shown what the first one wrote, and loses nothing", async ({
  browser,
}) => {
  const first = await signedIn(browser, "samordnare");
  await first.goto("/deltagare?status=complete");
  await first.locator(".pk-people a").first().click();
  await first.getByRole("link", { name: "Ändra arbetsprofilen" }).click();
  await expect(first.locator("[name=maxKm]")).toBeVisible();
  const second = await first.context().newPage();
  await second.goto(first.url());
  await second.fill("[name=maxKm]", "51");
  await second.getByRole("button", { name: "Spara utkast" }).click();
  await expect(second.getByRole("status")).toContainText("sparat");
  await first.fill("[name=maxKm]", "52");
  await first.getByRole("button", { name: "Spara och markera klar" }).click();
  await expect(first.getByText("Någon annan har sparat medan du skrev")).toBeVisible();
  await expect(first.getByText("högst 51 km")).toBeVisible();
  await expect(first.locator("[name=maxKm]")).toHaveValue("52");
  await isAccessible(first);
  await first.getByRole("button", { name: "Spara och markera klar" }).click();
  await expect(first.getByRole("status")).toContainText("klar");
});

test("a participant takes the consent back in two clicks and gives it again, without script", async ({
  browser,
}) => {
  const page = await signedIn(browser, "deltagare", { script: false });
  await page.goto("/min-sida/samtycken");
  await page.getByText("Ta tillbaka mitt ja", { exact: true }).click();
  await page.getByRole("button", { name: "Ja, ta tillbaka" }).click();
  await expect(page.getByText("Du har inte sagt ja.")).toBeVisible();
  await page.getByRole("button", { name: "Ja, det får ni" }).click();
  await expect(page.getByText(/Du har sagt ja\. Det gäller till och med/)).toBeVisible();
});

test("a participant reads the work profile in plain words and says what is wrong", async ({ browser }) => {
  const page = await signedIn(browser, "deltagare");
  await page.goto("/min-sida/arbetsprofil");
  await isAccessible(page);
  await page.getByRole("button", { name: "Skicka" }).click();
  await expect(page.getByRole("link", { name: "Skriv något innan du skickar." })).toBeVisible();
  await page.getByLabel("Skriv med egna ord").fill("Jag orkar tisdagar också.");
  await page.getByRole("button", { name: "Skicka" }).click();
  await expect(page.getByRole("listitem").getByText("Jag orkar tisdagar också.").first()).toBeVisible();
});

test("a case worker sees own cases as codes", async ({ browser }) => {
  const page = await signedIn(browser, "handlaggare");
  await page.goto("/handlaggare");
  await expect(page.getByRole("heading", { name: "Mina ärenden" })).toBeVisible();
  await expect(page.getByRole("heading", { name: /^[A-Z]+-\d+$/ }).first()).toBeVisible();
  await isAccessible(page);
});
