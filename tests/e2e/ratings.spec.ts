import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, type Page, test } from "@playwright/test";
import { fitsWidth, isAccessible, signedIn } from "./walk";

/** The text messages that the demo's supervisor has been sent, oldest first. */
function messages(): string[] {
  const folder = join(process.env.E2E_DATA_DIR!, "sms");
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((file) => file.endsWith(".json"))
    .sort()
    .map((file) => JSON.parse(readFileSync(join(folder, file), "utf8")) as { to: string; text: string })
    .filter(({ to, text }) => to === "+46701740631" && text.includes("/skattning/"))
    .map(({ text }) => text);
}

/** Chooses a step of a statement: its face, or a reason under "Hoppa över". */
async function choose(page: Page, statement: string, answer: string) {
  const group = page.getByRole("group", { name: statement, exact: true });
  const choice = group.getByRole("radio", { name: answer });
  if (!(await choice.isVisible())) await group.getByText("Hoppa över", { exact: true }).click();
  await choice.check();
}

test("three parties answer; where they see things differently the coach is told, and talks about it", async ({
  browser,
}) => {
  test.setTimeout(180_000);
  const coach = await signedIn(browser, "coach");

  await test.step("the participant on a phone: nothing is chosen beforehand, what was chosen is kept, one may skip", async () => {
    const phone = await signedIn(browser, "deltagare2", { width: 390 });
    await phone.goto("/min-sida/skattning");
    await expect(phone.getByRole("radio", { checked: true })).toHaveCount(0);
    await isAccessible(phone);
    await phone.setViewportSize({ width: 320, height: 800 });
    await fitsWidth(phone);
    await choose(phone, "Det är lagom fort och lagom många timmar.", "Nej, knappt");
    await phone.getByRole("button", { name: "Spara mina svar" }).click();
    await expect(phone.getByRole("alert")).toContainText("5 saker att rätta");
    await isAccessible(phone);
    const pace = phone.getByRole("group", { name: "Det är lagom fort och lagom många timmar." });
    await expect(pace.getByRole("radio", { name: "Nej, knappt" })).toBeChecked();
    for (const statement of [
      "Jag trivs på platsen.",
      "Det jag får göra passar mig.",
      "Jag får den hjälp jag behöver.",
      "Jag tror på mitt nästa steg.",
    ])
      await choose(phone, statement, "Ja, ganska");
    await choose(phone, "Jag orkar med dagarna här.", "Vill inte svara");
    await phone.getByRole("button", { name: "Spara mina svar" }).click();
    await expect(phone.getByText("Tack! Dina svar är sparade.")).toBeVisible();
  });

  await test.step("the coach asks; the supervisor answers by the link in the message, without account and script", async () => {
    await coach.goto("/overenskommelser");
    await coach.getByRole("listitem").filter({ hasText: "L-2603" }).getByRole("link").first().click();
    await coach.getByRole("link", { name: "Öppna skattningarna" }).click();
    await coach.waitForURL(/\/skattningar$/);
    await coach.getByRole("button", { name: "Skicka månadens länk nu" }).click();
    await expect(coach.getByText("Länken är på väg till handledaren.")).toBeVisible();
    await expect.poll(() => messages().length, { timeout: 30_000 }).toBe(1);
    const message = messages()[0]!;
    expect(message).not.toMatch(/L-2603|Berg|Kim/);
    const context = await browser.newContext({
      javaScriptEnabled: false,
      viewport: { width: 390, height: 900 },
    });
    const supervisor = await context.newPage();
    await supervisor.goto("/skattning/hittepa");
    await expect(supervisor.getByRole("heading", { level: 1 })).toHaveText("Länken fungerar inte");
    await supervisor.goto(/\/skattning\/[A-Za-z0-9_-]+/.exec(message)![0]);
    await fitsWidth(supervisor);
    await expect(supervisor.getByRole("radio", { checked: true })).toHaveCount(0);
    // Nobody else's answers.
    await expect(supervisor.getByText("Vill inte svara")).toHaveCount(6);
    const answer = async (statement: RegExp, value: string) =>
      supervisor.getByRole("group", { name: statement }).getByRole("radio", { name: value }).check();
    await answer(/^Tempo/, "5");
    await supervisor.getByRole("button", { name: "Skicka svaren" }).click();
    await expect(supervisor.getByRole("alert")).toContainText("5 saker att rätta");
    await expect(
      supervisor.getByRole("group", { name: /^Tempo/ }).getByRole("radio", { name: "5" }),
    ).toBeChecked();
    for (const statement of [/^Trivs/, /^Arbetsuppgifterna/, /^Får det stöd/, /^Tror på/])
      await answer(statement, "4");
    await answer(/^Ork/, "Vet inte");
    await supervisor.getByRole("button", { name: "Skicka svaren" }).click();
    await expect(supervisor.getByText("Tack! Svaren är sparade.")).toBeVisible();
    await supervisor.goBack();
    await supervisor.getByRole("button", { name: "Skicka svaren" }).click();
    await expect(supervisor.getByText("Tack! Svaren är sparade.")).toBeVisible();
  });

  await test.step("the coach reads where they differ, writes in the own view, and has talked about it", async () => {
    await coach.reload();
    await expect(coach.getByText(/ser olika på tempot: 2, 5 och 3/).first()).toBeVisible();
    await isAccessible(coach);
    await coach.getByText("Skriv in svar").click();
    await coach
      .getByRole("group", { name: "Tempo och timmar är lagom: Du" })
      .getByRole("radio", { name: "2" })
      .check();
    await coach.getByRole("button", { name: "Spara svaren" }).click();
    await expect(coach.getByText("Svaren är sparade.").first()).toBeVisible();
    await expect(
      coach.getByText("Kim, Mehmet och coachen ser olika på tempot: 2, 5 och 2").first(),
    ).toBeVisible();
    const talked = coach.getByRole("button", { name: "Vi har pratat om det" });
    const before = await talked.count();
    await coach.getByLabel("Vad gjorde ni?").last().fill("Kortare dagar i två veckor");
    await talked.last().click();
    await expect(talked).toHaveCount(before - 1);
    await expect(coach.getByText("Kortare dagar i två veckor")).toBeVisible();
    await coach.setViewportSize({ width: 320, height: 900 });
    await fitsWidth(coach);
    await isAccessible(coach);
  });
});
