import { expect, type Page, test } from "@playwright/test";
import { inDays } from "./days";
import { fitsWidth, isAccessible, signedIn } from "./walk";

const next = { exact: true } as const;

for (const script of [true, false]) {
  test(`a referral, a case meeting and a plan, ${script ? "with" : "without"} script`, async ({
    browser,
  }) => {
    test.setTimeout(240_000);
    const name = `Kanarie ${script ? "Ett" : "Två"}`;
    const check = (page: Page) => (script ? isAccessible(page) : Promise.resolve());

    // The case worker, with the participant beside: what is missing is told, what was typed stays.
    const karin = await signedIn(browser, "handlaggare", { script });
    await karin.goto("/handlaggare");
    await check(karin);
    await karin.getByRole("link", { name: "Ny remiss" }).click();
    await karin.getByLabel("Syfte", next).fill("Pröva 6 timmar i veckan");
    await karin.getByRole("button", { name: "Skicka remissen" }).click();
    await expect(karin.getByRole("link", { name: "Skriv vilken fråga som ska få svar." })).toBeVisible();
    await expect(karin.getByLabel("Syfte", next)).toHaveValue("Pröva 6 timmar i veckan");
    await check(karin);
    await karin.getByLabel("Fråga som ska få svar").fill("Fungerar det?");
    await karin.check('[name="protectedIdentity"][value="none"]');
    await karin.getByLabel("Namn", next).fill(name);
    await karin.check("[name=agreed]");
    await karin.getByRole("button", { name: "Skicka remissen" }).click();
    await expect(karin).toHaveURL(/handlaggare\/remiss\/[0-9a-f-]{36}$/);
    await check(karin);
    const id = karin.url().split("/").at(-1)!;

    // The coordinator sends it back with a reason.
    const sofia = await signedIn(browser, "samordnare", { script });
    await sofia.goto("/remisser");
    await expect(sofia.getByText(name)).toHaveCount(0);
    await check(sofia);
    await sofia.goto(`/remisser/${id}`);
    await expect(sofia.getByText(name)).toBeVisible();
    await check(sofia);
    await sofia.locator("summary", { hasText: "Skicka tillbaka" }).click();
    await sofia.locator("#atersand [name=reason]").selectOption("question_unclear");
    await sofia.locator("#atersand [name=text]").fill("Hur länge ska ni prova?");
    await sofia.getByRole("button", { name: "Skicka tillbaka" }).click();
    await expect(sofia.getByText("Återsänd: Frågan behöver bli tydligare")).toBeVisible();

    // The case worker reads why and sends it again; what was typed stands there.
    await karin.goto("/handlaggare");
    await expect(karin.getByText("Hur länge ska ni prova?")).toBeVisible();
    await karin.goto(`/handlaggare/remiss/${id}`);
    await expect(karin.getByLabel("Syfte", next)).toHaveValue("Pröva 6 timmar i veckan");
    await check(karin);
    await karin.getByLabel("Fråga som ska få svar").fill("Håller 6 timmar i tio veckor?");
    await karin.check("[name=agreed]");
    await karin.getByRole("button", { name: "Skicka igen" }).click();
    await expect(karin.getByText("Samordnaren har fått den")).toBeVisible();

    // A case meeting: on the agenda, and a note.
    await sofia.goto("/arendemoten/ny");
    await sofia.getByLabel("Datum").fill(inDays(3));
    await sofia.getByLabel("Plats", next).fill("Kommunhuset");
    await sofia.getByLabel(/Karin Hellgren/).check();
    await check(sofia);
    await sofia.getByRole("button", { name: "Spara mötet" }).click();
    await expect(sofia.getByRole("heading", { name: /^Ärendemöte / })).toBeVisible();
    const meeting = sofia.url();
    await sofia.getByLabel("Ärende", next).selectOption(id);
    await sofia.getByRole("button", { name: "Lägg till" }).click();
    const about = sofia.locator(".pk-agenda-case");
    await about.getByLabel(/^Anteckning/).fill("Börjar med kartläggning.");
    await about.getByRole("button", { name: "Spara alla anteckningar" }).click();
    await expect(about.getByLabel(/^Anteckning/)).toHaveValue("Börjar med kartläggning.");
    await check(sofia);
    await sofia.getByRole("link", { name: "Visa för alla på mötet" }).click();
    await expect(sofia.getByText("Fråga: Håller 6 timmar i tio veckor?")).toBeVisible();
    await expect(sofia.getByText(name)).toHaveCount(0);
    await check(sofia);
    await karin.goto(meeting);
    await expect(karin.getByText("Här ser du bara dina egna ärenden.")).toBeVisible();
    await check(karin);

    // The decision, with who is responsible and a first task.
    await sofia.goto(`/remisser/${id}`);
    await sofia.locator("#beslut [name=decision]").fill("Med från juni.");
    await sofia.locator("#beslut [name=responsible]").selectOption({ label: "Sofia Lindqvist, samordnare" });
    const reference = `K-${Date.now() % 10_000_000}`;
    await sofia.locator("#beslut [name=reference]").fill(reference);
    await sofia.locator("#beslut [name=task]").fill("Boka första samtalet");
    await sofia
      .locator("#beslut [name=taskResponsible]")
      .selectOption({ label: "Karin Hellgren, handläggare" });
    await sofia.locator("#beslut [name=taskDue]").fill(inDays(5));
    await sofia.getByRole("button", { name: "Ta in personen" }).click();
    await expect(sofia.getByRole("heading", { name: `Remiss för ${reference}` })).toBeVisible();
    // The task stands on the case worker's start page; done, it is gone from there.
    await karin.goto("/handlaggare");
    const task = karin.locator("#tasks li").filter({ hasText: reference });
    await expect(task.getByText("Boka första samtalet")).toBeVisible();
    await check(karin);
    await task.getByRole("button", { name: "Klar", ...next }).click();
    await expect(karin.getByText("Uppgiften är klar.")).toBeVisible();
    await expect(task).toHaveCount(0);
    await karin.goto(`/handlaggare/remiss/${id}`);
    await expect(karin.getByRole("button", { name: "Inte klar: Boka första samtalet" })).toBeVisible();

    // The plan: a goal, an activity, a commitment; the case worker reads it.
    await sofia.getByRole("link", { name: "Till planen" }).click();
    await expect(sofia.getByRole("heading", { name: `Plan för ${reference}` })).toBeVisible();
    await check(sofia);
    await sofia.getByRole("link", { name: "Lägg till mål" }).click();
    await sofia.locator("[name=goal]").fill("Jobba ute");
    await check(sofia);
    await sofia.getByRole("button", { name: "Spara", ...next }).click();
    await sofia.getByRole("link", { name: "Lägg till aktivitet" }).click();
    await sofia.getByRole("button", { name: "Spara", ...next }).click();
    await expect(sofia.getByRole("link", { name: "Skriv vad som ska hända." })).toBeVisible();
    await sofia.getByLabel("Typ", next).selectOption("studiebesok");
    await sofia.locator("[name=title]").fill("Växthuset");
    await sofia.locator("[name=responsible]").fill("Nadja");
    await sofia.getByLabel("Första dagen").fill(inDays(2));
    await check(sofia);
    await sofia.getByRole("button", { name: "Spara", ...next }).click();
    await sofia.getByRole("link", { name: "Lägg till åtagande" }).click();
    await sofia.getByLabel("Vad har de lovat?").fill("Busskort");
    await sofia.getByLabel(/^Vem, om/).fill("Kommunen");
    await check(sofia);
    await sofia.getByRole("button", { name: "Spara", ...next }).click();
    await expect(sofia.getByText("Busskort")).toBeVisible();
    await karin.goto(`/deltagare/${reference}/plan`);
    await expect(karin.getByText("Växthuset").first()).toBeVisible();
    await expect(karin.getByText("Arbetsanteckningar")).toHaveCount(0);
    await check(karin);
  });
}

test("the participant's plan on a phone: what comes next, where, how to get there, whom to ask for", async ({
  browser,
}) => {
  const page = await signedIn(browser, "deltagare");
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto("/min-sida/plan");
  const first = page.locator(".pk-next");
  await expect(first.getByText("Nästa gång")).toBeVisible();
  await expect(first.getByRole("heading", { name: /^Fråga efter/ })).toBeVisible();
  await expect(first.locator(".pk-route li")).toHaveCount(4);
  await expect(page.getByRole("heading", { name: "Din väg" })).toBeVisible();
  await isAccessible(page);
  await page.setViewportSize({ width: 320, height: 640 });
  await fitsWidth(page);
  await page.goto("/min-sida/anmal-intresse");
  await isAccessible(page);
});

test("what a participant writes waits for the coordinator until it is read, and the participant sees that", async ({
  browser,
}) => {
  const words = `Tiderna stämmer inte, ${Date.now() % 100_000}`;
  const me = await signedIn(browser, "deltagare");
  await me.goto("/min-sida/arbetsprofil");
  await me.locator("[name=comment]").fill(words);
  await me.getByRole("button", { name: /^Skicka/ }).click();
  const mine = me.getByRole("listitem").filter({ hasText: words });
  await expect(mine.getByText("Inte läst ännu.")).toBeVisible();

  const sofia = await signedIn(browser, "samordnare");
  await sofia.goto("/samordnare#comments");
  const row = sofia
    .locator("#comments li")
    .filter({ hasText: "Deltagare L-2601" })
    .filter({ hasText: "Arbetsprofil" });
  await expect(sofia.getByText(words)).toHaveCount(0);
  await row.getByRole("link", { name: "Läs kommentaren" }).first().click();
  const said = sofia.getByRole("listitem").filter({ hasText: words });
  await isAccessible(sofia);
  await said.getByRole("button", { name: "Läst" }).click();
  await expect(said.getByText(/^Läst av Sofia Lindqvist/)).toBeVisible();

  await me.reload();
  await expect(mine.getByText(/^Läst av Sofia Lindqvist/)).toBeVisible();
});

test("a workplace found by oneself: inbox, contact, placement, and each turn in plain words", async ({
  browser,
}) => {
  test.setTimeout(240_000);
  const me = await signedIn(browser, "deltagare");
  await me.goto("/min-sida/eget-forslag");
  await me.getByRole("button", { name: "Skicka till min samordnare" }).click();
  await expect(me.getByRole("link", { name: "Skriv vad arbetsplatsen heter." })).toBeVisible();
  await isAccessible(me);
  const workplace = `Kanarieboden ${Date.now() % 100_000}`;
  await me.getByLabel("Vad heter arbetsplatsen?").fill(workplace);
  await me.getByLabel("Var ligger den?").fill("Lindesberg");
  await me.getByLabel("Vad skulle du kunna göra där?").fill("Packa blommor");
  await me.check('[name="mayContact"][value="no"]');
  await me.getByRole("button", { name: "Skicka till min samordnare" }).click();
  await expect(me.getByRole("heading", { name: `${workplace}, Lindesberg` })).toBeVisible();

  const mine = me.locator("li.pk-stack").filter({ hasText: workplace });

  const sofia = await signedIn(browser, "samordnare");
  await sofia.goto("/samordnare/egna-forslag");
  await isAccessible(sofia);
  await sofia.getByRole("link", { name: `${workplace}, Lindesberg` }).click();
  await expect(sofia.getByText("Packa blommor")).toBeVisible();
  await expect(sofia.getByRole("button", { name: "Spara kontakten" })).toHaveCount(0);
  await sofia.getByRole("button", { name: "Jag tar det" }).click();
  await expect(sofia.getByRole("button", { name: "Jag tar det" })).toHaveCount(0);

  await me.reload();
  await expect(mine.getByText("Din samordnare har läst det och tar det vidare.")).toBeVisible();
  await mine.getByRole("button", { name: "Nu får ni kontakta dem" }).click();
  await expect(mine.getByRole("button", { name: "Kontakta dem inte ännu" })).toBeVisible();

  await sofia.reload();
  await sofia.locator('[name="employer"][value="new"]').check();
  await sofia.getByLabel("Organisationsnummer").fill("556036-0793");
  await sofia.getByLabel("Sektor").selectOption("privat");
  await sofia.getByLabel("Hur hade ni kontakt?").selectOption("telefon");
  await sofia.getByLabel("Vad sades?").fill("Gäller Robin Falk");
  await sofia.getByRole("button", { name: "Spara kontakten" }).click();
  await expect(sofia.getByRole("link", { name: /Ta bort det som visar vem/ })).toBeVisible();
  await isAccessible(sofia);
  await sofia.getByLabel("Vad sades?").fill("De vill gärna träffas.");
  await sofia.getByRole("button", { name: "Spara kontakten" }).click();
  await sofia.getByRole("link", { name: "Lägg in platsen" }).click();
  await expect(sofia.getByText("Packa blommor")).toBeVisible();
  await expect(sofia.locator("[name=workplaceName]")).toHaveValue(workplace);
  await expect(sofia.locator("[name=organisationNumber]")).toHaveValue("556036-0793");
  await expect(sofia.locator("[name=description]")).toHaveValue("");
  await isAccessible(sofia);

  await me.reload();
  await expect(mine.getByText("Vi har pratat med arbetsplatsen. De vet inte vem du är.")).toBeVisible();
  // Taking back asks once more: unfolding is not doing.
  await mine.getByText(/^Ta tillbaka/).click();
  await expect(mine.getByRole("button", { name: "Ja, ta tillbaka förslaget" })).toBeVisible();
  await isAccessible(me);

  // What is left to ask for, and the placement is there.
  for (const [name, value] of [
    ["address", "Storgatan 3"],
    ["locality", "Lindesberg"],
    ["contactName", "Kim Blomberg"],
    ["contactPhone", "0581-000 03"],
    ["title", "Packa blommor"],
    ["hoursMin", "4"],
    ["hoursMax", "20"],
    ["shortestDay", "2"],
    ["weeksMin", "4"],
    ["weeksMax", "12"],
  ] as const)
    await sofia.fill(`[name="${name}"]`, value);
  await sofia.check('[name="tasks"][value="packning"]');
  await sofia.check('[name="kinds"][value="praktik"]');
  await sofia.check('[name="supportLevel"][value="1"]');
  for (const radio of await sofia.locator('[name^="demands."][value="1"]').all()) await radio.check();
  await sofia.getByRole("button", { name: "Spara och publicera" }).click();
  await expect(sofia.getByRole("heading", { level: 1 })).toContainText(workplace);
  await expect(sofia.getByText("Blev en plats").first()).toBeVisible();
  await isAccessible(sofia);

  await me.reload();
  await expect(mine.getByText("Det blev en plats!", { exact: false })).toBeVisible();
  await expect(mine.getByText(/^Ta tillbaka/)).toHaveCount(0);
  await mine.getByRole("link", { name: "Se platsen" }).click();
  await expect(me.getByRole("heading", { level: 1 })).toHaveText("Packa blommor");
});
