import { execFileSync, spawnSync } from "node:child_process";
import { expect, test } from "@playwright/test";
import { arrived, linkIn } from "./mails";
import { asOwner, fitsWidth, isAccessible, signedIn } from "./walk";

const supervisor = "handledare-avslut@example.org";
const employer = "chefen-avslut@example.org";

test("closing to certificate: closed, written, the supervisor's words by mail, the participant's yes on a phone, the document", async ({
  browser,
}) => {
  test.setTimeout(180_000);
  // The demo participant's place that is over, as it was before anybody had closed it.
  const id = await asOwner(async (owner) => {
    const [row] = await owner`SELECT agreement_id FROM agreement_closings LIMIT 1`;
    const agreement: string = row!.agreement_id;
    for (const table of [
      "agreement_closings",
      "certificate_versions",
      "supervisor_references",
      "checkups",
      "closing_links",
    ])
      await owner`DELETE FROM ${owner(table)} WHERE agreement_id = ${agreement}`;
    await owner`UPDATE agreements SET status = 'in_force', ended_on = NULL,
      contacts = contacts || ${owner.json({
        supervisor: { email: supervisor, phone: "" },
        employer1: { email: employer, phone: "" },
      })} WHERE id = ${agreement}`;
    return agreement;
  });
  const at = `/overenskommelser/${id}`;
  const coordinator = await signedIn(browser, "samordnare");
  const phone = { javaScriptEnabled: false, viewport: { width: 390, height: 900 } };

  await test.step("the coordinator writes how it ended; a second tab later sees both", async () => {
    const other = await coordinator.context().newPage();
    for (const page of [coordinator, other]) {
      await page.goto(`${at}/avslut`);
      await page.getByLabel("Vad blev det av?").selectOption("praktik");
      await page.getByLabel("Ja, delvis").check();
      await page.getByLabel("Delvis", { exact: true }).check();
      await page.getByLabel("Svaret med ord").fill("Tio timmar har hållit.");
      await page
        .getByLabel("Vad är nästa steg?")
        .fill(page === other ? "Något helt annat" : "Praktik i butik");
      await page.getByLabel("Vem ansvarar för det?").fill("Nadja Engström");
      await page.getByLabel("När?").fill("2099-06-01");
      await page.getByLabel("Några ord till deltagaren").fill("Du kom i tid varje vecka.");
    }
    await isAccessible(coordinator);
    await coordinator.getByRole("button", { name: "Spara avslutet" }).click();
    await coordinator.waitForURL(new RegExp(`${at}$`));
    await expect(coordinator.getByText("Praktik i butik")).toBeVisible();
    await other.getByRole("button", { name: "Spara avslutet" }).click();
    await expect(other.getByRole("alert")).toContainText("Någon hann före");
    await expect(other.getByText("Praktik i butik")).toBeVisible();
    await expect(other.getByLabel("Vad är nästa steg?")).toHaveValue("Något helt annat");
    await isAccessible(other);
    await other.close();
  });

  await test.step("the coach writes the certificate and asks the supervisor", async () => {
    const coach = await signedIn(browser, "coach");
    await coach.goto(`${at}/efter`);
    await coach.getByRole("button", { name: "Visa texten för deltagaren" }).click();
    await expect(coach.getByText("Skriv minst en styrka").first()).toBeVisible();
    // Refused once more for the same reason: the summary takes the focus again.
    await coach.getByRole("button", { name: "Visa texten för deltagaren" }).click();
    await expect(coach.getByRole("region", { name: "En sak att rätta" })).toBeFocused();
    await coach.getByLabel("Styrkor som ni har sett").fill("Noggrann och lugn med kunderna.");
    await coach.getByRole("button", { name: "Visa texten för deltagaren" }).click();
    await expect(coach.getByText("Väntar på deltagarens ja").first()).toBeVisible();
    await coach.getByRole("button", { name: "Be handledaren om några ord" }).click();
    await expect(coach.getByText(`Skickat till ${supervisor}`)).toBeVisible();
    await isAccessible(coach);
    await coach.setViewportSize({ width: 390, height: 900 });
    await fitsWidth(coach);
  });

  await test.step("the supervisor answers from the real mail, on a phone, without account and script", async () => {
    const mail = await arrived(supervisor, "Några ord från dig");
    const page = await (await browser.newContext(phone)).newPage();
    await page.goto(linkIn(mail, "referens"));
    await fitsWidth(page);
    await page.getByRole("button", { name: "Skicka" }).click();
    await expect(page.getByText("Skriv vad som gick bra. Några ord räcker.").first()).toBeVisible();
    await page.getByLabel("Vad gick bra?").fill("Kom alltid i tid.");
    await page.getByLabel("Ja", { exact: true }).check();
    await page.getByLabel("Hur når den som vill fråga dig?").fill("070-123 45 67");
    await page.getByLabel(/Mina ord får stå i intyget/).check();
    await page.getByRole("button", { name: "Skicka" }).click();
    await expect(page.getByText("Tack! Det du skrev är sparat.")).toBeVisible();
    const thanks = await arrived(employer, "Tack för att ni tog emot");
    await page.goto(linkIn(thanks, "tack"));
    await fitsWidth(page);
    await page.getByLabel("Vad gick bra?").fill("Korta pass fungerade.");
    await page.getByRole("button", { name: "Skicka" }).click();
    await expect(page.getByText("Tack! Det ni skrev är sparat.")).toBeVisible();
  });

  await test.step("the participant chooses, and says yes at 390 pixels", async () => {
    const participant = await signedIn(browser, "deltagare", { width: 390 });
    await participant.goto(`/min-sida/intyg?id=${id}`);
    await fitsWidth(participant);
    await isAccessible(participant);
    await participant.getByLabel("Ta med handledarens ord").check();
    await participant.getByRole("button", { name: "Spara mina val" }).click();
    await expect(participant.getByRole("article").getByText("Kom alltid i tid.")).toBeVisible();
    await expect(participant.getByRole("article").getByText("Det här gjorde arbetet lättare")).toHaveCount(0);
    await participant.getByRole("button", { name: "Ja, intyget stämmer" }).click();
    await expect(participant.getByText("Du har sagt ja till intyget.")).toBeVisible();
    await isAccessible(participant);

    const pdf = await participant.request.get(`${at}/intyg.pdf`);
    expect(pdf.headers()["content-type"]).toBe("application/pdf");
    const body = await pdf.body();
    expect(body.toString("latin1")).toContain("<pdfuaid:part>1</pdfuaid:part>");
    if (spawnSync("pdftotext", ["-v"]).error) return;
    const text = execFileSync("pdftotext", ["-layout", "-", "-"], { input: body, encoding: "utf8" });
    expect(text).toContain("Noggrann och lugn med kunderna.");
    expect(text).toContain("Kom alltid i tid.");
    expect(text).toMatch(/har läst texten och sagt ja/);
    expect(text).not.toMatch(/Utkast|Anpassningar|Du kom i tid varje vecka/);

    const [, hash = ""] = /([0-9a-f]{64})/.exec(text) ?? [];
    const [, number = ""] = /Nummer\s+(\d{4}-\d{4})/.exec(text) ?? [];
    await participant.goto(`/verifiera?nummer=${number}&hash=${hash}`);
    await participant.getByRole("button", { name: "Kontrollera" }).click();
    await expect(participant.getByText("deltagaren har sagt ja till texten")).toBeVisible();
  });

  await test.step("the case worker reads the summary, the employer makes the listing right with one button", async () => {
    const caseWorker = await signedIn(browser, "handlaggare");
    const pdf = await caseWorker.request.get(`${at}/sammanfattning.pdf`);
    expect(pdf.status()).toBe(200);
    const host = await signedIn(browser, "arbetsgivare");
    await host.goto(`/arbetsgivare/tack/${id}`);
    await isAccessible(host);
    await host.getByRole("button", { name: "Ändra kraven så här" }).click();
    await expect(host.getByText("Annonsen är ändrad.")).toBeVisible();
    await isAccessible(host);
  });
});
