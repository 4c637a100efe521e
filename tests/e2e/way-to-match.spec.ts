import { expect, type Page, test } from "@playwright/test";
import { inDays } from "./days";
import { fitsWidth, signedIn } from "./walk";

const parts = [
  "nulage",
  "social",
  "halsa",
  "resurser",
  "kompetens",
  "framtid",
  "hinder",
  "insatser",
  "bedomningar",
];

const exact = { exact: true } as const;

// The pages are walked with axe elsewhere: this is the way of one person through them.
test("from a referral through a case meeting, the kartläggning and the participant's yes to ranked placements", async ({
  browser,
}) => {
  test.setTimeout(180_000);
  const reference = `W-${Date.now() % 10_000_000}`;
  const email = `${reference.toLowerCase()}@exempel.se`;

  const karin = await signedIn(browser, "handlaggare");
  const referral =
    await test.step("a case worker refers; a diagnosis code is told where it belongs", async () => {
      await karin.goto("/handlaggare/remiss/ny");
      await karin.getByLabel("Syfte", exact).fill("Pröva arbete trots F32.1");
      await karin.getByLabel("Fråga som ska få svar").fill("Håller 8 timmar i tio veckor?");
      await karin.check('[name="protectedIdentity"][value="none"]');
      await karin.getByLabel("Namn", exact).fill("Vera Vägvan");
      await karin.fill("[name=email]", email);
      await karin.check("[name=agreed]");
      await karin.getByRole("button", { name: "Skicka remissen" }).click();
      await expect(karin.getByRole("link", { name: /Det ser ut som en diagnoskod/ })).toBeVisible();
      await karin.getByLabel("Syfte", exact).fill("Pröva arbete några timmar om dagen");
      await karin.check("[name=agreed]");
      await karin.getByRole("button", { name: "Skicka remissen" }).click();
      await expect(karin).toHaveURL(/handlaggare\/remiss\/[0-9a-f-]{36}$/);
      return karin.url().split("/").at(-1)!;
    });

  const sofia = await signedIn(browser, "samordnare");
  await test.step("a case meeting takes it up, and the person is taken in", async () => {
    await sofia.goto("/arendemoten/ny");
    await sofia.getByLabel("Datum").fill(inDays(2));
    await sofia.getByLabel("Plats", exact).fill("Kommunhuset");
    await sofia.getByRole("button", { name: "Spara mötet" }).click();
    await sofia.getByLabel("Ärende", exact).selectOption(referral);
    await sofia.getByRole("button", { name: "Lägg till" }).click();
    const note = sofia.locator(".pk-agenda-case").getByLabel(/^Anteckning/);
    await note.fill("Utredd för M54.5");
    await sofia.getByRole("button", { name: "Spara alla anteckningar" }).click();
    await expect(sofia.locator(".pk-agenda-case .pk-error")).toContainText("diagnoskod");
    await expect(note).toHaveValue("Utredd för M54.5");
    await note.fill("Börjar med kartläggning.");
    await sofia.getByRole("button", { name: "Spara alla anteckningar" }).click();
    await expect(sofia.getByRole("status")).toBeVisible();
    await sofia.goto(`/remisser/${referral}`);
    await sofia.locator("#beslut [name=decision]").fill("Med från nu.");
    await sofia.locator("#beslut [name=responsible]").selectOption({ label: "Sofia Lindqvist, samordnare" });
    await sofia.locator("#beslut [name=reference]").fill(reference);
    await sofia.getByRole("button", { name: "Ta in personen" }).click();
    await expect(sofia.getByRole("heading", { name: `Remiss för ${reference}` })).toBeVisible();
  });

  const overview = `/deltagare/${reference}/kartlaggning`;
  await test.step("the kartläggning is filled in; its first activity is the plan's", async () => {
    for (const part of parts) {
      await sofia.goto(`${overview}/${part}`);
      await sofia.getByRole("button", { name: "Vet inte på resten, och spara" }).click();
      await expect(sofia).toHaveURL(new RegExp(`${overview}$`));
    }
    await workProfile(sofia, reference);
    await sofia.goto(`${overview}/plan`);
    await sofia
      .getByRole("textbox", { name: "Första aktiviteten", exact: true })
      .fill("Studiebesök i butiken");
    await sofia.getByLabel("Startdatum för första aktiviteten", exact).fill(inDays(9));
    await sofia.getByRole("button", { name: "Vet inte på resten, och spara" }).click();
    await sofia.getByRole("button", { name: "Markera kartläggningen klar" }).click();
    await expect(sofia.getByRole("status")).toContainText("Kartläggningen är klar");
    await sofia.goto(`/deltagare/${reference}/plan`);
    await sofia.getByRole("link", { name: "Ändra: Studiebesök i butiken" }).click();
    await sofia.getByLabel("Ansvarig", exact).fill("Sofia");
    await sofia.getByLabel("Plats", exact).fill("Storgatan 1, Nora");
    await sofia.getByRole("button", { name: "Spara", exact: true }).click();
    await expect(sofia).toHaveURL(/\/plan$/);
    await sofia.goto(`${overview}/plan`);
    await expect(sofia.getByLabel("Vem ser till att den blir av?")).toHaveValue("Sofia");
  });

  await test.step("the participant reads on a phone, says yes with a word beside, and yes to the rest", async () => {
    const phone = await signedIn(browser, email, { width: 390 });
    await phone.goto("/min-sida/kartlaggning/framtid");
    await phone.getByLabel("Skriv med egna ord").fill("Jag vill gärna jobba i butik.");
    await phone.getByRole("button", { name: "Ja, det stämmer" }).click();
    await expect(phone.getByRole("status")).toContainText("Det du skrev är skickat");
    await phone.getByRole("button", { name: "Ja, de här delarna stämmer" }).click();
    await expect(phone.getByRole("heading", { name: "Du har sagt ja till allt." })).toBeVisible();
    await fitsWidth(phone);
    await phone.goto("/min-sida/plan");
    await expect(phone.getByText("Studiebesök i butiken").first()).toBeVisible();
    await fitsWidth(phone);
  });

  await test.step("and is ready to be matched: placements in order, each with its reasons", async () => {
    await sofia.goto(overview);
    await expect(sofia.getByText("Bekräftad", exact)).toBeVisible();
    await sofia.getByRole("link", { name: "Framtid" }).click();
    await expect(
      sofia.getByRole("paragraph").filter({ hasText: "Jag vill gärna jobba i butik." }),
    ).toBeVisible();
    await sofia.goto(`/deltagare/${reference}/matchning`);
    await expect(sofia.getByRole("heading", { level: 1 })).toContainText(reference);
    const found = sofia.locator("section[aria-labelledby=forslag] article");
    expect(await found.count()).toBeGreaterThan(1);
    await expect(found.first()).toContainText("km bort.");
  });
});

/** What matching needs of part 8. */
async function workProfile(page: Page, reference: string) {
  await page.goto(`/deltagare/${reference}/arbetsprofil`);
  await page.check('[name="kinds"][value="praktik"]');
  for (const [name, value] of [
    ["startHours", "8"],
    ["targetHours", "15"],
    ["longestDay", "4"],
    ["maxKm", "60"],
    ["locality", "Nora"],
  ])
    await page.fill(`[name=${name}]`, value!);
  for (const day of ["man", "tis", "ons", "tors"]) await page.check(`[name="weekdays"][value="${day}"]`);
  for (const radio of await page.locator('[name^="abilities."][value="3"]').all()) await radio.check();
  await page.check('[name="supportNeed"][value="1"]');
  await page.getByRole("button", { name: "Spara och markera klar" }).click();
  await expect(page.getByRole("status")).toBeVisible();
}
