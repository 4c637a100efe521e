import { expect, type Page, test } from "@playwright/test";
import { linkIn, mailsFor } from "./mails";
import { fitsWidth, isAccessible, signedIn } from "./walk";

/** The Monday three weeks from now, and the Friday twelve weeks later, as ISO dates. */
function days() {
  const monday = new Date();
  monday.setUTCDate(monday.getUTCDate() - ((monday.getUTCDay() + 6) % 7) + 21);
  const friday = new Date(monday);
  friday.setUTCDate(friday.getUTCDate() + 12 * 7 - 3);
  return [monday, friday].map((day) => day.toISOString().slice(0, 10)) as [string, string];
}

const title = "Praktik i återbrukets butik";
async function sign(page: Page, name: string, typed = name) {
  await page.getByLabel(`Skriv ditt namn för att bekräfta: ${name}`).fill(typed);
  await page.getByRole("button", { name: "Skriv under", exact: true }).click();
}

test("a coordinator draws up an agreement, three parties sign in browsers of their own, and it applies", async ({
  browser,
}) => {
  test.setTimeout(240_000);
  const coordinator = await signedIn(browser, "samordnare");
  const [startsOn, endsOn] = days();

  await test.step("drawn up directly: what is known is filled in, what is wrong is told and nothing is lost", async () => {
    await coordinator.goto("/deltagare/L-2601/overenskommelse/ny?sok=Hällefors Återbruk");
    await coordinator
      .getByRole("button", { name: /^Skriv överenskommelse.*Sortera och prismärka kläder/ })
      .click();
    await expect(coordinator.getByText("Det som är känt är ifyllt.")).toBeVisible();
    await coordinator.fill("[name=title]", title);
    await coordinator.fill("[name=purpose]", "Se vad som fungerar.");
    await coordinator.fill("[name=startsOn]", endsOn);
    await coordinator.fill("[name=endsOn]", startsOn);
    await coordinator.getByLabel("Nej", { exact: true }).check();
    await coordinator.fill("[name='times.tis.from']", "nio");
    await coordinator.getByRole("button", { name: "Spara utkast" }).last().click();
    await expect(coordinator.getByText("Skriv tiden som 9.00 eller 09:00.").first()).toBeVisible();
    await expect(coordinator.locator("[name=title]")).toHaveValue(title);

    await coordinator.fill("[name=startsOn]", startsOn);
    await coordinator.fill("[name=endsOn]", endsOn);
    await coordinator.fill("[name=suggestFrom]", "4");
    await coordinator.fill("[name=suggestTo]", "10");
    await coordinator.fill("[name='times.tis.from']", "9");
    await coordinator.fill("[name='times.tis.to']", "11.00");
    await coordinator.getByRole("button", { name: "Föreslå steg" }).click();
    await expect(coordinator.getByText("Vi har fyllt i stegen nedan.")).toBeVisible();
    await expect(coordinator.locator("[name='steps[0].hours']")).toHaveValue("4");
    // What conflicts is told while it is written, beside its field, before anything is saved.
    const insurance = coordinator.locator("[name=insuranceInjury]");
    const insured = await insurance.inputValue();
    await insurance.fill("");
    const conflict = coordinator.getByRole("status").getByText("Ingen försäkring", { exact: false });
    await expect(conflict).toBeVisible();
    await insurance.fill(insured);
    await expect(conflict).toBeHidden();
    await expect(coordinator.getByText(/^12 veckor, \d+ dagar på plats/)).toBeVisible();
    await coordinator.fill("[name='goals[0]']", "Komma i tid");
    await coordinator.fill("[name=supervisorName]", "Mehmet Aydin");
    await coordinator.getByRole("button", { name: "Spara och skicka för underskrift" }).click();
    // Two hours of times, four in the plan: saved, and told.
    await expect(coordinator.getByText("Tiderna blir 2 timmar. Vecka 1 i planen är 4 timmar.")).toBeVisible();
    await isAccessible(coordinator);
    await coordinator.fill("[name='times.tors.from']", "9.00");
    await coordinator.fill("[name='times.tors.to']", "11.00");
  });

  await test.step("two tabs: the later one sees both texts and chooses", async () => {
    const other = await coordinator.context().newPage();
    await other.goto(coordinator.url());
    await other.fill("[name='goals[1]']", "Våga fråga");
    await other.getByRole("button", { name: "Spara utkast" }).last().click();
    await expect(other.getByText("Utkastet är sparat.")).toBeVisible();
    await other.close();
    await coordinator.getByRole("button", { name: "Spara utkast" }).last().click();
    await expect(coordinator.getByText("Någon annan har sparat under tiden")).toBeVisible();
    await expect(coordinator.getByText("Sparat nu: Våga fråga")).toBeVisible();
    await coordinator.fill("[name='goals[1]']", "Våga fråga");
    await coordinator.getByRole("button", { name: "Spara och skicka för underskrift" }).click();
    await expect(coordinator.getByText("Skickad för underskrift.")).toBeVisible();
  });

  await test.step("the coordinator signs; a wrong name is refused", async () => {
    await coordinator.getByLabel(/^Skriv ditt namn/).fill("Någon annan");
    await coordinator.getByRole("button", { name: "Skriv under", exact: true }).click();
    await expect(coordinator.getByText("Skriv ditt namn precis som det står").first()).toBeVisible();
    await sign(coordinator, "Sofia Lindqvist");
    await expect(coordinator.getByText("Tack! Du har skrivit under.")).toBeVisible();
    await isAccessible(coordinator);
  });
  const at = new URL(coordinator.url()).pathname;

  await test.step("the participant reads and signs by the mailed link: a phone, no account, no script", async () => {
    const number = await coordinator.locator(".pk-crumbs [aria-current]").innerText();
    const mailed = () =>
      mailsFor("deltagare@demo.example").findLast(({ text }) => text.includes(`nummer ${number}`));
    await expect.poll(mailed, { timeout: 30_000 }).toBeTruthy();
    const link = linkIn(mailed()!, "skriv-under");
    const phone = await browser.newContext({
      javaScriptEnabled: false,
      viewport: { width: 390, height: 900 },
    });
    const participant = await phone.newPage();
    await participant.goto(link);
    await expect(participant.getByRole("heading", { level: 1 })).toHaveText(title);
    await expect(
      participant.getByText("Första veckan är 4 timmar: tisdag 9.00–11.00, torsdag 9.00–11.00."),
    ).toBeVisible();
    await fitsWidth(participant);
    await sign(participant, "Robin Falk", "Någon Annan");
    await expect(participant.getByText("Skriv namnet precis som det står: Robin Falk.")).toBeVisible();
    await sign(participant, "Robin Falk");
    await expect(participant.getByText("Du har skrivit under. Tack!")).toBeVisible();
    await participant.goBack();
    await participant.goto(link);
    await expect(participant.getByText("Du har skrivit under. Tack!")).toBeVisible();
    await participant.goto("/skriv-under/hittepa");
    await expect(participant.getByRole("heading", { level: 1 })).toHaveText("Länken fungerar inte");
  });

  await test.step("signed in, the participant sees that it is done", async () => {
    const participant = await signedIn(browser, "deltagare", { script: false, width: 390 });
    await participant.goto(`/min-sida/overenskommelse?id=${at.split("/").at(-1)}`);
    await expect(
      participant.getByText("Första veckan: tisdag 9.00–11.00 och torsdag 9.00–11.00."),
    ).toBeVisible();
    await fitsWidth(participant);
    await expect(participant.getByText("Nu väntar vi på arbetsgivaren.")).toBeVisible();
  });

  await test.step("the employer finds it on the start page and signs: it applies", async () => {
    const employer = await signedIn(browser, "arbetsgivare", { width: 390 });
    await employer.goto("/arbetsgivare");
    await employer
      .getByRole("listitem")
      .filter({ hasText: title })
      .getByRole("link", { name: /Läs och skriv under/ })
      .click();
    await expect(employer.getByRole("heading", { level: 1 })).toHaveText(title);
    await isAccessible(employer);
    await sign(employer, "Mehmet Aydin");
    await expect(employer.getByText("Nu gäller den.")).toBeVisible();
  });

  await coordinator.goto(at);
  await expect(coordinator.getByText("Börjar om").first()).toBeVisible();

  await test.step("anyone with the document sees that it is the text that counts", async () => {
    const pdf = await coordinator.request.get(`${at}.pdf`);
    expect(pdf.headers()["content-type"]).toBe("application/pdf");
    const number = await coordinator.locator(".pk-crumbs [aria-current]").innerText();
    const hash = await coordinator.locator(".pk-hash").first().innerText();
    const anyone = await (await browser.newContext({ viewport: { width: 390, height: 900 } })).newPage();
    await anyone.goto("/verifiera");
    await anyone.getByLabel("Nummer").fill(number);
    await anyone.getByLabel("Kontrollvärde").fill(hash);
    await anyone.getByRole("button", { name: "Kontrollera" }).click();
    await expect(anyone.getByText("Ja, det här är den text som gäller.")).toBeVisible();
    await expect(anyone.getByText("3 av 3")).toBeVisible();
    await isAccessible(anyone);
  });

  const day = (from: string, days: number) =>
    new Date(Date.parse(from) + days * 86_400_000).toISOString().slice(0, 10);

  await test.step("a longer time with more hours is read as a difference, and counts when all have signed", async () => {
    await coordinator.goto(at);
    await coordinator.getByRole("link", { name: "Förläng" }).click();
    await coordinator.getByLabel("Ny sista dag").fill(startsOn);
    await coordinator.getByLabel("Timmar i veckan").fill("12");
    await coordinator.getByRole("button", { name: "Visa vad som ändras" }).click();
    await expect(coordinator.getByText("Skriv både timmar och dag").first()).toBeVisible();
    await expect(coordinator.getByLabel("Timmar i veckan")).toHaveValue("12");
    await coordinator.getByLabel("Ny sista dag").fill(day(endsOn, 14));
    await coordinator.getByLabel("Från och med").fill(day(startsOn, 70));
    await coordinator.getByRole("button", { name: "Visa vad som ändras" }).click();
    await expect(coordinator.getByText(/^Sista dagen .* → /)).toBeVisible();
    await expect(coordinator.getByText(/^10 → 12 timmar i veckan från /)).toBeVisible();
    await isAccessible(coordinator);
    await coordinator.getByRole("button", { name: "Skicka ändringen för underskrift" }).click();
    await expect(coordinator.getByText("Skickad för underskrift.")).toBeVisible();
    await sign(coordinator, "Sofia Lindqvist");
    const employer = await signedIn(browser, "arbetsgivare", { script: false, width: 390 });
    await employer.goto(`/arbetsgivare${at}`);
    await expect(employer.getByText(/^10 → 12 timmar i veckan från /)).toBeVisible();
    await sign(employer, "Mehmet Aydin");
    const participant = await signedIn(browser, "deltagare", { script: false, width: 390 });
    await participant.goto(`/min-sida/overenskommelse?id=${at.split("/").at(-1)}`);
    await sign(participant, "Robin Falk");
    await expect(participant.getByText("Nu gäller den.")).toBeVisible();
  });

  await test.step("the participant pauses without blame; the employer reads when, never why; the coordinator sets the day back", async () => {
    const participant = await signedIn(browser, "deltagare", { script: false, width: 390 });
    await participant.goto(`/min-sida/overenskommelse?id=${at.split("/").at(-1)}`);
    await participant.locator("summary", { hasText: "Pausa" }).click();
    await participant.getByLabel("Från och med").fill(startsOn);
    await participant.getByLabel("Vill du säga något mer?").first().fill("Ringer på måndag.");
    await participant.getByLabel("Första dagen tillbaka").fill(startsOn);
    await participant.getByRole("button", { name: "Pausa" }).click();
    await expect(participant.getByText(/^Första dagen tillbaka är inte efter/).first()).toBeVisible();
    await expect(participant.getByLabel("Vill du säga något mer?").first()).toHaveValue("Ringer på måndag.");
    await participant.getByLabel("Första dagen tillbaka").fill("");
    await participant.getByLabel("Jag är sjuk").check();
    await participant.getByRole("button", { name: "Pausa" }).click();
    await expect(participant.getByText("Pausen är sparad.")).toBeVisible();
    await expect(participant.getByText("På grund av sjukdom.")).toBeVisible();
    await fitsWidth(participant);
    const employer = await signedIn(browser, "arbetsgivare", { width: 390 });
    await employer.goto(`/arbetsgivare${at}`);
    await expect(employer.getByText(/^Paus från .* tills vidare/)).toBeVisible();
    await expect(employer.getByText(/sjukdom|Ringer på måndag/)).toHaveCount(0);
    await isAccessible(employer);
    await coordinator.goto(at);
    await coordinator.getByLabel("Första dagen tillbaka").first().fill(day(startsOn, 7));
    await coordinator.getByRole("button", { name: "Spara dagen tillbaka" }).click();
    await expect(coordinator.getByText(/^Paus från .* till och med /)).toBeVisible();
  });

  await test.step("it ends early; the record asked for tells all that is missing, and is kept", async () => {
    const participant = await signedIn(browser, "deltagare", { width: 390 });
    await participant.goto(`/min-sida/overenskommelse?id=${at.split("/").at(-1)}`);
    await participant.getByText("Sluta på platsen").click();
    await participant.getByRole("button", { name: "Avsluta nu" }).click();
    await expect(participant.getByText("Välj ett skäl.").first()).toBeVisible();
    await participant.getByLabel("Skäl").selectOption("got_work");
    await participant.getByRole("button", { name: "Avsluta nu" }).click();
    await expect(participant.getByText("Klart. Platsen är ledig.")).toBeVisible();
    await coordinator.goto(at);
    await coordinator.getByRole("link", { name: "Skriv avslutet" }).click();
    await coordinator.getByLabel("Vad är nästa steg?").fill("Börja på lagret");
    await coordinator.getByRole("button", { name: "Spara avslutet" }).click();
    for (const missing of ["Välj vad det blev av.", "Skriv vem som ansvarar", "Skriv vilken dag"])
      await expect(coordinator.getByText(missing).first()).toBeVisible();
    await expect(coordinator.getByLabel("Vad är nästa steg?")).toHaveValue("Börja på lagret");
    await isAccessible(coordinator);
    await coordinator.getByLabel("Vad blev det av?").selectOption("arbete");
    await coordinator.getByLabel("Ja, helt").check();
    await coordinator.getByLabel("Vem ansvarar för det?").fill("Sofia Lindqvist");
    await coordinator.getByLabel("När?").fill(day(endsOn, 30));
    await coordinator.getByRole("button", { name: "Spara avslutet" }).click();
    await expect(coordinator.getByText("Avslutet är sparat.")).toBeVisible();
    await expect(coordinator.getByText("Börja på lagret")).toBeVisible();
  });
});
