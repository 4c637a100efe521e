import { expect, type Page, test } from "@playwright/test";
import { inDays } from "./days";
import { linkIn, mailsFor } from "./mails";
import { fitsWidth, isAccessible, signedIn } from "./walk";

/** The agreement of the demo world that waits for the participant alone. */
const number = `${inDays(0).slice(0, 4)}-0002`;
const name = "Robin Falk";

async function sign(page: Page, typed: string) {
  await page.getByLabel(`Skriv ditt namn för att bekräfta: ${name}`).fill(typed);
  await page.getByRole("button", { name: "Skriv under", exact: true }).click();
}

test("a party reads and signs by the mailed link, on a phone, without account and script; anyone can check the document", async ({
  browser,
}) => {
  test.setTimeout(150_000);
  const mailed = () =>
    mailsFor("deltagare@demo.example").findLast(({ text }) => text.includes(`nummer ${number}`));
  await expect.poll(mailed, { timeout: 30_000 }).toBeTruthy();
  const link = linkIn(mailed()!, "skriv-under");
  const coordinator = await signedIn(browser, "samordnare");

  await test.step("the coordinator sees what was sent, and that the next one has to wait", async () => {
    await coordinator.goto("/overenskommelser");
    await coordinator.getByRole("listitem").filter({ hasText: number }).getByRole("link").first().click();
    await coordinator.getByRole("link", { name: "Skicka länkar, eller skriv in en underskrift" }).click();
    await expect(coordinator.getByText(/Senast skickad .* till deltagare@demo.example/)).toBeVisible();
    await coordinator.getByLabel("Deltagare", { exact: true }).check();
    await coordinator.getByLabel("Har skrivit under på papper").check();
    await coordinator
      .getByLabel("Fil som visar det")
      .setInputFiles({ name: "papper.pdf", mimeType: "application/pdf", buffer: Buffer.from("<html>") });
    await coordinator.getByLabel(/^Skriv ditt eget namn/).fill("Sofia Lindqvist");
    await coordinator.getByRole("button", { name: "Skriv in underskriften" }).click();
    await expect(coordinator.getByText("Filen är ingen PDF, JPEG, PNG eller HEIC.")).toBeVisible();
    await expect(coordinator.getByLabel("Har skrivit under på papper")).toBeChecked();
    await isAccessible(coordinator);
  });

  await test.step("read and signed; a wrong name loses nothing, and Back is no second signature", async () => {
    const phone = await browser.newContext({
      javaScriptEnabled: false,
      viewport: { width: 390, height: 900 },
    });
    const participant = await phone.newPage();
    await participant.goto("/skriv-under/hittepa");
    await expect(participant.getByRole("heading", { level: 1 })).toHaveText("Länken fungerar inte");
    await participant.goto(link);
    await expect(participant.getByRole("heading", { level: 2, name: "Det viktigaste" })).toBeVisible();
    await fitsWidth(participant);
    await sign(participant, "Någon Annan");
    // Told where the reader lands, on a long page; the way to the field is a link, and what was typed is there.
    const told = participant.getByRole("link", { name: `Skriv namnet precis som det står: ${name}.` });
    await expect(told).toBeInViewport();
    await told.click();
    const field = participant.getByLabel(`Skriv ditt namn för att bekräfta: ${name}`);
    await expect(field).toBeInViewport();
    await expect(field).toHaveValue("Någon Annan");
    await sign(participant, name);
    await expect(participant.getByText("Du har skrivit under. Tack!")).toBeVisible();
    await participant.goBack();
    await sign(participant, name);
    await expect(participant.getByText("Alla har skrivit under. Överenskommelsen gäller.")).toBeVisible();
  });

  await test.step("anyone with the document sees that it is the text that counts", async () => {
    await coordinator.goto("/overenskommelser");
    await coordinator.getByRole("listitem").filter({ hasText: number }).getByRole("link").first().click();
    await coordinator.waitForURL(/overenskommelser\/[0-9a-f-]{36}$/);
    const pdf = await coordinator.request.get(`${new URL(coordinator.url()).pathname}.pdf`);
    expect(pdf.headers()["content-type"]).toBe("application/pdf");
    await coordinator.getByRole("link", { name: "Hela texten och historiken" }).click();
    const hash = await coordinator.locator(".pk-hash").first().innerText();
    const context = await browser.newContext({ viewport: { width: 390, height: 900 } });
    const anyone = await context.newPage();
    await anyone.goto("/verifiera");
    await anyone.getByLabel("Nummer").fill(number);
    await anyone.getByLabel("Kontrollvärde").fill(hash);
    await anyone.getByRole("button", { name: "Kontrollera" }).click();
    await expect(anyone.getByText("Ja, det här är den text som gäller.")).toBeVisible();
    await expect(anyone.getByText("3 av 3")).toBeVisible();
    await isAccessible(anyone);
  });
});
