import { expect, test } from "@playwright/test";
import { inDays } from "./days";
import { isAccessible, signedIn } from "./walk";

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

test("the parts are filled in, completed once the plan begins, confirmed and commented on the phone", async ({
  browser,
}) => {
  test.setTimeout(240_000);
  const reference = `K-${Date.now() % 1_000_000}`;
  const email = `${reference.toLowerCase()}@exempel.se`;
  const staff = await signedIn(browser, "samordnare");

  await test.step("somebody without any responsible agency is enrolled", async () => {
    await staff.goto("/deltagare/ny");
    await staff.fill("[name=reference]", reference);
    await staff.fill("[name=name]", "Kim Testsson");
    await staff.fill("[name=email]", email);
    await staff.check('[name="protectedIdentity"][value="none"]');
    await staff.check('[name="sex"][value="okant"]');
    await staff.getByRole("button", { name: "Lägg till deltagaren" }).click();
    await staff.getByRole("link", { name: "Öppna kartläggningen" }).click();
    await expect(staff.getByRole("heading", { level: 1 })).toHaveText(`Kartläggning för ${reference}`);
    await isAccessible(staff);
  });

  const overview = `/deltagare/${reference}/kartlaggning`;
  await test.step("part by part; vet inte is an answer", async () => {
    for (const part of parts) {
      await staff.goto(`${overview}/${part}`);
      if (part === "nulage") await expect(staff.getByText("Det går bra ändå.")).toBeVisible();
      if (part === "framtid") {
        await staff.getByLabel("Med deltagarens egna ord").fill("Jag vill jobba ute.");
        await staff.getByLabel("Vart vill deltagaren komma?", { exact: true }).fill("Ett jobb på halvtid");
      }
      if (part === "hinder") {
        await staff
          .getByRole("group", { name: /Står fysiska besvär/ })
          .getByLabel("Ja")
          .check();
        await staff
          .getByRole("group", { name: /Deltagarens eget svar/ })
          .getByLabel(/^2/)
          .check();
      }
      if (part === "bedomningar") {
        const row = (number: number) => staff.getByRole("group", { name: `Rad ${number}` });
        await row(1).getByLabel("Myndighet").selectOption("varden");
        await staff.getByRole("button", { name: "Spara delen" }).last().click();
        await expect(staff.getByRole("link", { name: "Fyll i fältet, eller töm hela raden." })).toHaveCount(
          2,
        );
        await isAccessible(staff);
        await row(1).getByLabel("Datum").fill("2026-02-01");
        await row(1).getByLabel("Bedömning").fill("Börja med 6 timmar.");
        await staff.getByRole("button", { name: "Fler rader" }).click();
        await expect(row(1).getByLabel("Bedömning")).toHaveValue("Börja med 6 timmar.");
        await row(2).getByLabel("Datum").fill("2026-02-10");
        await row(2).getByLabel("Myndighet").selectOption("arbetsformedlingen");
        await row(2).getByLabel("Bedömning").fill("Kan pröva 15 timmar.");
      }
      await isAccessible(staff);
      await staff.getByRole("button", { name: "Vet inte på resten, och spara" }).click();
      await expect(staff).toHaveURL(new RegExp(`${overview}$`));
    }
    await staff.goto(`${overview}/bedomningar`);
    const sides = staff.getByRole("region", { name: "Bedömningar sida vid sida" });
    await expect(sides.getByRole("heading", { level: 3 })).toHaveText(["Arbetsförmedlingen", "Vården"]);
  });

  await test.step("the work profile is part 8", async () => {
    await staff.goto(overview);
    await staff.getByRole("link", { name: "Arbetsprofil" }).click();
    await staff.check('[name="kinds"][value="praktik"]');
    for (const [name, value] of [
      ["startHours", "8"],
      ["targetHours", "15"],
      ["longestDay", "4"],
      ["maxKm", "30"],
      ["locality", "Nora"],
    ])
      await staff.fill(`[name=${name}]`, value!);
    for (const day of ["man", "ons"]) await staff.check(`[name="weekdays"][value="${day}"]`);
    for (const radio of await staff.locator('[name^="abilities."][value="2"]').all()) await radio.check();
    await staff.check('[name="supportNeed"][value="1"]');
    await staff.getByRole("button", { name: "Spara och markera klar" }).click();
  });

  await test.step("without a first activity it cannot be complete, and the way there is a link", async () => {
    await staff.goto(`${overview}/plan`);
    await staff.getByLabel("Vad är målet?", { exact: true }).fill("En praktik på 12 veckor");
    await staff.getByRole("button", { name: "Vet inte på resten, och spara" }).click();
    await staff.getByRole("button", { name: "Markera kartläggningen klar" }).click();
    const refused = staff.getByRole("alert");
    await expect(refused).toContainText("Kartläggningen är inte klar än");
    await isAccessible(staff);
    await refused.getByRole("link", { name: "Planen saknar en första aktivitet med startdatum." }).click();
    await staff
      .getByRole("textbox", { name: "Första aktiviteten", exact: true })
      .fill("Studiebesök på växthuset");
    await staff.getByLabel("Startdatum för första aktiviteten", { exact: true }).fill(inDays(9));
    await staff.getByRole("button", { name: "Spara delen" }).last().click();
    await staff.getByRole("button", { name: "Markera kartläggningen klar" }).click();
    await expect(staff.getByRole("status")).toContainText("Kartläggningen är klar");
    await isAccessible(staff);
  });

  const phone = await signedIn(browser, email, { width: 390 });
  await test.step("the participant reads on the phone, says yes, and says what is wrong", async () => {
    await phone.goto("/min-sida/kartlaggning");
    await expect(phone.getByRole("heading", { name: "11 delar kvar att läsa" })).toBeVisible();
    await isAccessible(phone);
    for (const target of await phone.locator("main .pk-big, main .pk-own-parts a").all())
      expect((await target.boundingBox())!.height).toBeGreaterThanOrEqual(55.5);
    await phone
      .locator(".pk-own-parts")
      .getByRole("link", { name: /^Det jag vill/ })
      .click();
    await expect(phone.getByRole("heading", { level: 1, name: "Det jag vill" })).toBeVisible();
    await expect(phone.locator("blockquote").first()).toHaveText("Jag vill jobba ute.");
    await isAccessible(phone);
    await phone.getByLabel("Skriv med egna ord").fill("Jag vill pröva djur också.");
    await phone.getByRole("button", { name: "Skicka" }).click();
    await expect(phone.getByRole("listitem").getByText("Jag vill pröva djur också.")).toBeVisible();
    await phone.getByRole("button", { name: "Ja, det stämmer" }).click();
    await expect(phone.getByRole("heading", { name: "10 delar kvar att läsa" })).toBeVisible();
    await phone.goto("/min-sida/kartlaggning/halsa/medicinskt");
    await isAccessible(phone);
    await phone.goto("/min-sida/kartlaggning");
    await phone.getByRole("button", { name: "Ja, de här delarna stämmer" }).click();
    await expect(phone.getByRole("heading", { name: "Du har sagt ja till allt." })).toBeVisible();
    await isAccessible(phone);
  });

  await test.step("the coordinator sees the comment and the version that was confirmed", async () => {
    await staff.goto(overview);
    await expect(staff.getByText("Bekräftad", { exact: true })).toBeVisible();
    const line = staff.getByRole("listitem").filter({ hasText: "Framtid" });
    await expect(line).toContainText("1 kommentar");
    await expect(line).toContainText("Deltagaren sa ja till version 1");
    await staff.getByRole("link", { name: "Framtid" }).click();
    await expect(
      staff.getByRole("paragraph").filter({ hasText: "Jag vill pröva djur också." }),
    ).toBeVisible();
    await staff.getByLabel("Vart vill deltagaren komma?", { exact: true }).fill("Ett jobb med djur");
    await staff.getByRole("button", { name: "Spara delen" }).last().click();
    await staff.getByRole("link", { name: "Framtid" }).click();
    await expect(staff.getByText("Deltagaren sa ja till version 1. Nu gäller version 2.")).toBeVisible();
    await staff.getByText("Tidigare versioner").click();
    await expect(staff.locator("del")).toHaveText("Ett jobb på halvtid");
    await expect(staff.locator("ins")).toHaveText("Ett jobb med djur");
    await isAccessible(staff);
  });
});

test("medical notes need their own yes, and are then kept; the coach reads them, the case worker cannot", async ({
  browser,
}) => {
  test.setTimeout(120_000);
  const staff = await signedIn(browser, "samordnare");
  await staff.goto("/deltagare/L-2607/kartlaggning/halsa");
  await staff.getByRole("button", { name: "Spara och öppna medicinska uppgifter" }).click();
  await expect(staff.getByText("Då skrivs inget och läses inget.")).toBeVisible();
  await expect(staff.getByLabel("Dokumenterat av vården")).toHaveCount(0);
  await isAccessible(staff);
  await staff.getByRole("link", { name: "Till samtycket" }).click();
  await expect(staff.getByRole("heading", { name: "Texten som deltagaren säger ja till" })).toBeVisible();
  await staff.getByLabel("Sa ja muntligt").check();
  await staff.getByLabel("Svenska").check();
  await staff.getByLabel("Deltagaren har läst eller hört hela texten.").check();
  await isAccessible(staff);
  await staff.getByRole("button", { name: "Spara samtycket" }).click();
  const at = "/deltagare/L-2607/kartlaggning/halsa/medicinskt";
  await expect(staff).toHaveURL(new RegExp(`${at}$`));
  await staff.getByLabel("Dokumenterat av vården").fill("kanarie i webbläsaren");
  await staff.getByRole("button", { name: "Spara krypterat" }).click();
  await expect(staff.getByRole("status")).toContainText("Sparat och krypterat.");
  await expect(staff.getByLabel("Dokumenterat av vården")).toHaveValue("kanarie i webbläsaren");
  await isAccessible(staff);

  const coach = await signedIn(browser, "coach");
  expect((await coach.goto(at))!.headers()["cache-control"]).toBe("no-store");
  await expect(coach.getByText("kanarie i webbläsaren")).toBeVisible();
  await expect(coach.getByRole("button", { name: "Spara krypterat" })).toHaveCount(0);
  for (const other of ["handlaggare", "arbetsgivare", "styrgrupp", "admin", "samordnare2"]) {
    const page = await signedIn(browser, other);
    const answer = await page.goto(at);
    expect([403, 404], other).toContain(answer!.status());
    expect(await page.content(), other).not.toContain("kanarie");
    await page.context().close();
  }
});

test("a part is saved, given more rows and kept through a mistake without script", async ({ browser }) => {
  const page = await signedIn(browser, "samordnare", { script: false });
  await page.goto("/deltagare/L-2613/kartlaggning/insatser");
  const row = (number: number) =>
    page
      .getByRole("group", { name: "Vad har gjorts, och vad pågår?" })
      .getByRole("group", { name: `Rad ${number}` });
  await row(1).getByLabel("Insats").fill("Samtal på vårdcentralen");
  await row(2).getByLabel("Ansvarig myndighet").selectOption("kommunen");
  await page.getByRole("button", { name: "Fler rader" }).first().click();
  await expect(row(1).getByLabel("Insats")).toHaveValue("Samtal på vårdcentralen");
  await page.getByRole("button", { name: "Spara delen" }).last().click();
  await expect(page.getByRole("link", { name: "Fyll i fältet, eller töm hela raden." })).toBeVisible();
  await expect(row(1).getByLabel("Insats")).toHaveValue("Samtal på vårdcentralen");
  await row(2).getByLabel("Insats").fill("Boendestöd");
  await page.getByRole("button", { name: "Spara delen" }).last().click();
  await expect(page).toHaveURL(/kartlaggning$/);
  const line = page.getByRole("listitem").filter({ hasText: "Insatser och kontakter" });
  await expect(line).toContainText("Påbörjad");
});

test("a case worker reads what was opened of an own case", async ({ browser }) => {
  const page = await signedIn(browser, "handlaggare");
  await page.goto("/handlaggare/kartlaggning/L-2601");
  await expect(page.getByRole("heading", { level: 2 })).toHaveText(["Plan"]);
  await expect(page.getByText("Läkarintyg")).toHaveCount(0);
  await isAccessible(page);
});
