import { expect, type Page, test } from "@playwright/test";
import { isAccessible, signedIn } from "./walk";

/** The employer's page, by the register's own search. */
async function open(page: Page, name: string) {
  await page.goto("/samordnare/arbetsgivare");
  await page.getByLabel("Namn, organisationsnummer eller ort").fill(name);
  await page.getByRole("button", { name: "Visa", exact: true }).click();
  await page.getByRole("heading", { level: 3 }).getByRole("link", { name, exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name, exact: true })).toBeVisible();
}

for (const script of [true, false]) {
  test(`the register is searched, narrowed and turned over, ${script ? "and is a map too" : "without script"}`, async ({
    browser,
  }) => {
    const page = await signedIn(browser, "samordnare", { script });
    await page.goto("/samordnare/arbetsgivare");
    const count = page.getByRole("heading", { level: 2, name: /arbetsgivare$/ });
    await expect(count).toBeVisible();
    await page.getByRole("link", { name: "Nästa sida" }).click();
    await expect(page.getByText(/Sida 2 av \d/)).toBeVisible();
    await page.getByLabel("Namn, organisationsnummer eller ort").fill("Järnboås");
    await page.getByRole("button", { name: "Visa", exact: true }).click();
    await expect(count).toHaveText("1 arbetsgivare");
    await expect(page.getByText("Vill inte bli frågad just nu")).toBeVisible();
    if (script) {
      await expect(page.getByRole("region", { name: /Karta med arbetsställen/ })).toBeVisible();
      await isAccessible(page);
    }
    await page.getByText("Fler val").click();
    await page.getByLabel("Vill ta emot").selectOption("yes");
    await page.getByRole("button", { name: "Visa", exact: true }).click();
    await expect(page.getByRole("heading", { name: "Ingen arbetsgivare passar sökningen" })).toBeVisible();
    await page.getByRole("link", { name: "Rensa alla val" }).first().click();
    await expect(page).toHaveURL(/arbetsgivare$/);
  });

  test(`a call is written down under the warning that many have called, ${script ? "with" : "without"} script`, async ({
    browser,
  }) => {
    const page = await signedIn(browser, "samordnare", { script });
    await open(page, "Råsvalens Livs AB");
    await expect(page.getByText("Många har redan hört av sig")).toBeVisible();
    await page.getByLabel("Vad sades?").fill("Talade om L-2601.");
    await page.getByRole("button", { name: "Spara kontakten" }).click();
    await expect(page.getByRole("link", { name: "Välj hur ni hördes." })).toBeVisible();
    await page.getByLabel("Telefon", { exact: true }).check();
    await page.getByRole("button", { name: "Spara kontakten" }).click();
    await expect(page.getByRole("link", { name: /peka ut en deltagare/ })).toBeVisible();
    await expect(page.getByLabel("Vad sades?")).toHaveValue("Talade om L-2601.");
    if (script) await isAccessible(page);
    const said = `Vill vänta till hösten, ${script ? "sade" : "skrev"} ägaren.`;
    await page.getByLabel("Vad sades?").fill(said);
    await page.getByLabel("Med vem?").fill("Leila");
    await page.getByRole("button", { name: "Spara kontakten" }).click();
    await expect(page.getByText("Kontakten är antecknad.")).toBeVisible();
    await expect(page.getByText(said)).toBeVisible();
    await expect(page.getByLabel("Vad sades?")).toHaveValue("");

    const colleague = await signedIn(browser, "samordnare2");
    await open(colleague, "Råsvalens Livs AB");
    await expect(colleague.getByText(said)).toBeVisible();
    await isAccessible(colleague);
  });
}

test("a relation is handed over: asked, found on the start page, accepted, and remembered", async ({
  browser,
}) => {
  const page = await signedIn(browser, "samordnare");
  await page.goto("/samordnare/arbetsgivare?agare=mig&kommun=1884");
  const link = page.getByRole("heading", { level: 3 }).getByRole("link").first();
  const name = (await link.textContent())!;
  await link.click();
  await page.getByRole("link", { name: "Lämna över eller ta över" }).click();
  await page.getByRole("button", { name: "Lämna över", exact: true }).click();
  await expect(page.getByText("Välj vem du vill lämna över till.")).toBeVisible();
  await page
    .getByLabel("Till vem?")
    .selectOption({ label: "Elias Norberg, Samordningsförbundet Heby–Tierp" });
  await isAccessible(page);
  await page.getByRole("button", { name: "Lämna över", exact: true }).click();
  await expect(page.getByText("Frågan är ställd.")).toBeVisible();

  const colleague = await signedIn(browser, "samordnare2");
  await colleague.goto("/samordnare#asked");
  const section = colleague.locator("#asked");
  await expect(section).toContainText(name);
  await isAccessible(colleague);
  await section.getByRole("listitem").filter({ hasText: name }).getByRole("link", { name: "Svara" }).click();
  await colleague.getByRole("button", { name: "Ja, jag tar över" }).click();
  await expect(colleague.getByText("Nu håller du kontakten.")).toBeVisible();
  await colleague.getByRole("link", { name: "Lämna över eller ta över" }).click();
  await expect(colleague.getByText("Sofia Lindqvist frågade Elias Norberg")).toBeVisible();
  await isAccessible(colleague);
});

test("two records of one shop become one: chosen, previewed, typed; the old address leads to the one that stays", async ({
  browser,
}) => {
  const page = await signedIn(browser, "samordnare");
  await open(page, "Råsvalens Livs");
  const old = page.url();
  await open(page, "Råsvalens Livs AB");
  await page.getByRole("link", { name: "Slå ihop med en annan post" }).click();
  await page.getByRole("link", { name: "Välj Råsvalens Livs", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Det här flyttas" })).toBeVisible();
  await isAccessible(page);
  await page.getByRole("button", { name: "Slå ihop posterna" }).click();
  await expect(page.getByRole("link", { name: "Välj vilken uppgift som ska gälla." }).first()).toBeVisible();
  await isAccessible(page);
  for (const radio of await page.locator('[name^="falt."][value=kept]').all()) await radio.check();
  await page.getByLabel("Det är samma ställe. Gör ett av dem.").check();
  await page.getByLabel(/Skriv numret på posten som flyttas/).fill("559893-4312");
  await page.getByRole("button", { name: "Slå ihop posterna" }).click();
  await expect(page.getByText("Posterna är hopslagna.")).toBeVisible();
  await expect(page.getByText("Råsvalens Livs (559893-4312) slogs ihop")).toBeVisible();
  await expect(page.getByText("De undrar varför vi är så många som hör av oss.")).toBeVisible();
  const here = page.url();
  await page.goto(old);
  await expect(page).toHaveURL(here);
});

test("what a coordinator enters for an employer, the employer reads; what was noted of the talks it does not", async ({
  browser,
}) => {
  const page = await signedIn(browser, "samordnare");
  await open(page, "Hällefors Återbruk ek. för.");
  await page.getByRole("link", { name: "Lägg till person" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Lägg till person" })).toBeVisible();
  await page.getByLabel("Telefon").fill("ring mig");
  await page.getByRole("button", { name: "Spara" }).click();
  await expect(page.getByRole("link", { name: "Namn: Fyll i fältet." })).toBeVisible();
  await page.getByLabel("Namn").fill("Disa Kvist");
  await page.getByLabel("Telefon").fill("070-123 45 67");
  await isAccessible(page);
  await page.getByRole("button", { name: "Spara" }).click();
  await expect(page.getByRole("heading", { level: 2, name: "Anteckna en kontakt" })).toBeVisible();
  await expect(page.getByText("Disa Kvist")).toBeVisible();
  await page.getByLabel("Besök", { exact: true }).check();
  await page.getByLabel("Vad sades?").fill("Bara för oss samordnare.");
  await page.getByRole("button", { name: "Spara kontakten" }).click();
  await expect(page.getByText("Bara för oss samordnare.")).toBeVisible();

  const employer = await signedIn(browser, "arbetsgivare");
  await employer.goto("/arbetsgivare/antecknat");
  await expect(employer.getByText("Person: Disa Kvist")).toBeVisible();
  await expect(employer.getByText(/Tillagt av Sofia Lindqvist/)).toBeVisible();
  await expect(employer.getByText("Bara för oss")).toHaveCount(0);
  await isAccessible(employer);
});

test("a ring of employers is made, filled and shown in the register", async ({ browser }) => {
  const page = await signedIn(browser, "samordnare");
  const name = `Noraringen ${Date.now() % 100_000}`;
  await page.goto("/samordnare/arbetsgivarringar");
  await page.getByLabel("Ringens namn").fill(name);
  await page.getByRole("button", { name: "Lägg till ring" }).click();
  await page.getByLabel("Namn", { exact: true }).fill("Nora Stadskafé");
  await page.getByRole("button", { name: "Sök" }).click();
  await page.getByRole("button", { name: "Lägg till Nora Stadskafé AB" }).click();
  await expect(page.getByRole("link", { name: "Nora Stadskafé AB" })).toBeVisible();
  await isAccessible(page);
  await page.getByRole("link", { name: "Visa i registret" }).click();
  await expect(page.getByText(`Ring: ${name}`)).toBeVisible();
});

test("that it is another employer of the same name is said once, whatever else is wrong", async ({
  browser,
}) => {
  const page = await signedIn(browser, "samordnare", { script: false });
  await page.goto("/samordnare/arbetsgivare/ny");
  const save = () => page.getByRole("button", { name: "Spara", exact: true }).click();
  const anyway = page.getByLabel("Det är en annan arbetsgivare. Lägg till den ändå.");
  await page.getByLabel("Namn", { exact: true }).fill("Råsvalens Livs AB");
  await page.getByLabel("Ort", { exact: true }).fill("Lindesberg");
  await save();
  await anyway.check();
  await page.getByLabel("Ort", { exact: true }).fill("Ingenstans");
  await save();
  await expect(page.getByLabel("Ort", { exact: true })).toHaveAttribute("aria-invalid", "true");
  await expect(anyway).toBeChecked();
  await page.getByLabel("Ort", { exact: true }).fill("Lindesberg");
  await save();
  await expect(page.getByRole("heading", { level: 1, name: "Råsvalens Livs AB" })).toBeVisible();
});
