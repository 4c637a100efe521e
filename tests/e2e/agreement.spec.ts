import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, type Page, test } from "@playwright/test";
import { inDays } from "./days";
import { linkIn, mailsFor } from "./mails";
import { fitsWidth, isAccessible, signedIn } from "./walk";

const day = (from: string, days: number) =>
  new Date(Date.parse(from) + days * 86_400_000).toISOString().slice(0, 10);

/**
 * The Monday three weeks ago and the Friday twelve weeks after it, as ISO dates: there are three weeks to write as soon as
 * all have signed.
 */
function period(): [string, string] {
  const today = inDays(0);
  const startsOn = day(today, -((new Date(today).getUTCDay() + 6) % 7) - 21);
  return [startsOn, day(startsOn, 12 * 7 - 3)];
}

/** The addresses in the text messages that this supervisor has been sent, oldest first. */
function weekLinks(): string[] {
  const folder = join(process.env.E2E_DATA_DIR!, "sms");
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((file) => file.endsWith(".json"))
    .sort()
    .map((file) => JSON.parse(readFileSync(join(folder, file), "utf8")) as { to: string; text: string })
    .filter(({ to }) => to === "+46701740632")
    .flatMap(({ text }) => /\/narvaro\/[A-Za-z0-9_-]+/.exec(text)?.[0] ?? []);
}

const title = "Praktik i återbrukets butik";
async function sign(page: Page, name: string, typed = name) {
  await page.getByLabel(`Skriv ditt namn för att bekräfta: ${name}`).fill(typed);
  await page.getByRole("button", { name: "Skriv under", exact: true }).click();
}

test("an agreement's life: drawn up, signed by three in browsers of their own, three weeks written by links, longer, paused, ended early", async ({
  browser,
}) => {
  test.setTimeout(300_000);
  const coordinator = await signedIn(browser, "samordnare");
  const [startsOn, endsOn] = period();
  const nextMonday = day(startsOn, 28);

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
    const unreached = coordinator.getByText("Handledaren har varken mejl eller mobilnummer här.");
    await coordinator.fill("[name=supervisorPhone]", "0581-174 06");
    await expect(unreached).toBeVisible();
    await coordinator.fill("[name=supervisorPhone]", "070-174 06 32");
    await expect(unreached).toBeHidden();
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
    await expect(
      participant.getByRole("link", { name: "Skriv namnet precis som det står: Robin Falk." }),
    ).toBeInViewport();
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
  await expect(coordinator.getByText("Pågår, vecka 4 av 12").first()).toBeVisible();

  await test.step("anyone with the document sees that it is the text that counts", async () => {
    const pdf = await coordinator.request.get(`${at}.pdf`);
    expect(pdf.headers()["content-type"]).toBe("application/pdf");
    const number = await coordinator.locator(".pk-crumbs [aria-current]").innerText();
    await coordinator.getByRole("link", { name: "Kontrollera ett dokument" }).click();
    await expect(coordinator.getByLabel("Nummer")).toHaveValue(number);
    const hash = await coordinator.getByLabel("Kontrollvärde").inputValue();
    const anyone = await (await browser.newContext({ viewport: { width: 390, height: 900 } })).newPage();
    await anyone.goto("/verifiera");
    await anyone.getByLabel("Nummer").fill(number);
    await anyone.getByLabel("Kontrollvärde").fill(hash);
    await anyone.getByRole("button", { name: "Kontrollera" }).click();
    await expect(anyone.getByText("Ja, det här är den text som gäller.")).toBeVisible();
    await expect(anyone.getByText("3 av 3")).toBeVisible();
    await isAccessible(anyone);
  });

  const links: string[] = [];
  const weeks = `${at}/narvaro`;
  const of = (page: Page, name: RegExp) => page.getByRole("group", { name });

  await test.step("the coordinator writes a day that nobody called about, and asks the supervisor about the three weeks that were", async () => {
    await coordinator.goto(at);
    await coordinator.getByRole("link", { name: "Öppna närvaron" }).click();
    await coordinator.waitForURL(/\/narvaro$/);
    for (const week of [3, 2, 1]) {
      await coordinator.getByRole("link", { name: "Förra veckan" }).click();
      await expect(coordinator.getByText(`Vecka ${week} av 12`)).toBeVisible();
      const before = weekLinks().length;
      await coordinator.getByRole("button", { name: "Skicka närvarolänk" }).click();
      await expect(coordinator.getByText("Länken är på väg till handledaren.")).toBeVisible();
      await expect.poll(() => weekLinks().length, { timeout: 30_000 }).toBe(before + 1);
      links.unshift(weekLinks().at(-1)!);
    }
    await of(coordinator, /^tis/).getByLabel("Oanmäld frånvaro").check();
    await coordinator.getByRole("button", { name: "Spara veckan" }).click();
    await expect(coordinator.getByText(/Sofia Lindqvist skrev oanmäld frånvaro/)).toBeVisible();
    await isAccessible(coordinator);
  });

  const phone = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 390, height: 900 } });
  const supervisor = await phone.newPage();
  const send = () => supervisor.getByRole("button", { name: "Skicka närvaron" }).click();
  const [first, second, third] = links as [string, string, string];

  await test.step("the supervisor, on a phone without account and script: what was as planned is sent as it stands; nothing is written by looking", async () => {
    await supervisor.goto("/narvaro/hittepa");
    await expect(supervisor.getByRole("heading", { level: 1 })).toHaveText("Länken fungerar inte");
    await supervisor.goto(second);
    await fitsWidth(supervisor);
    await expect(of(supervisor, /^tis/).getByLabel("På plats")).toBeChecked();
    await expect(supervisor.getByText(/Mehmet Aydin skrev/)).toHaveCount(0);
    await send();
    await expect(supervisor.getByText("Tack! Närvaron är sparad.")).toBeVisible();
    await expect(supervisor.getByText(/Mehmet Aydin skrev 2 timmar/)).toHaveCount(2);
  });

  await test.step("a wrong figure is said at its day and loses nothing; Back and sending again is one effect", async () => {
    const [tuesday, thursday] = [of(supervisor, /^tis/), of(supervisor, /^tors/)];
    await supervisor.goto(first);
    await expect(tuesday.getByLabel("Oanmäld frånvaro")).toBeChecked();
    await tuesday.getByLabel("På plats").check();
    await tuesday.getByLabel("Timmar").fill("tre");
    await thursday.getByLabel("Sjuk").check();
    await send();
    await expect(supervisor.getByText("Skriv timmarna med siffror, till exempel 2,5.").first()).toBeVisible();
    await expect(tuesday.getByLabel("Timmar")).toHaveValue("tre");
    await expect(thursday.getByLabel("Sjuk")).toBeChecked();
    await tuesday.getByLabel("Timmar").fill("2,75");
    await send();
    await expect(supervisor.getByText(/skrev 2,75 timmar/)).toBeVisible();
    await supervisor.goBack();
    await tuesday.getByLabel("Timmar").fill("2,75");
    await send();
    await expect(supervisor.getByText("Tack! Närvaron är sparad.")).toBeVisible();
  });

  await test.step("two days nobody called about", async () => {
    await supervisor.goto(third);
    await of(supervisor, /^tis/).getByLabel("Oanmäld frånvaro").check();
    await of(supervisor, /^tors/).getByLabel("Oanmäld frånvaro").check();
    await send();
    await expect(supervisor.getByText(/skrev oanmäld frånvaro/)).toHaveCount(2);
  });

  await test.step("the coach finds it on the start page, sees the chart, and takes care of it", async () => {
    const coach = await signedIn(browser, "coach");
    await coach.goto("/coach#attendance");
    const row = coach.locator("#attendance li").filter({ hasText: "L-2601" });
    await expect(row).toContainText("2 oanmälda frånvarodagar.");
    await row.getByRole("link", { name: "Öppna närvaron" }).click();
    await coach.waitForURL(new RegExp(weeks));
    await expect(coach.getByRole("heading", { name: "Plan och närvaro" })).toBeVisible();
    await coach.getByText("Visa som tabell").click();
    const rows = coach.getByRole("table").getByRole("row");
    await expect(rows.nth(1)).toContainText("2,75 timmar");
    await expect(rows.nth(2)).toContainText("4 timmar");
    await isAccessible(coach);
    await coach.setViewportSize({ width: 390, height: 900 });
    await fitsWidth(coach);
    await isAccessible(coach);
    const open = coach.getByRole("button", { name: "Jag har tagit hand om det" });
    for (let left = await open.count(); left > 0; left--) {
      await coach.getByLabel("Vad gjorde du?").first().fill("Ringde, kommer på måndag");
      await open.first().click();
      await expect(open).toHaveCount(left - 1);
    }
    await coach.goto("/coach");
    await expect(coach.locator("#attendance li").filter({ hasText: "L-2601" })).toHaveCount(0);
  });

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
    await participant.getByLabel("Från och med").fill(nextMonday);
    await participant.getByLabel("Vill du säga något mer?").first().fill("Ringer på måndag.");
    await participant.getByLabel("Första dagen tillbaka").fill(nextMonday);
    await participant.getByRole("button", { name: "Pausa" }).click();
    // In the summary and at its field, and nowhere else.
    await expect(participant.getByText(/^Första dagen tillbaka är inte efter/)).toHaveCount(2);
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
    await coordinator.getByRole("link", { name: "Börja igen" }).click();
    await coordinator.getByLabel("Första dagen tillbaka").first().fill(day(nextMonday, 7));
    await coordinator.getByRole("button", { name: "Spara dagen tillbaka" }).click();
    await expect(coordinator.getByText(/^Paus från .* till och med /)).toBeVisible();
  });

  await test.step("it ends early; the record asked for tells all that is missing, and is kept", async () => {
    const participant = await signedIn(browser, "deltagare", { width: 390 });
    await participant.goto(`/min-sida/overenskommelse?id=${at.split("/").at(-1)}`);
    await participant.getByText("Sluta på platsen").click();
    await participant.getByLabel("Skäl").selectOption("got_work");
    await participant.getByRole("button", { name: "Avsluta nu" }).click();
    await expect(participant.getByText(/^Klart. Du har slutat på platsen./)).toBeVisible();
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
