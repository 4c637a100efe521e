import { expect, test } from "@playwright/test";
import { arrived } from "./mails";
import { fitsWidth, isAccessible, signedIn } from "./walk";

/** A case of the demo's case worker with an agreement under way and a report half-way. */
const reference = "L-2603";

test("a case worker reads how it goes without phoning, asks and gets an answer by mail", async ({
  browser,
}) => {
  test.setTimeout(120_000);
  const agency = await signedIn(browser, "handlaggare", { script: false });
  const question = "Hur går det på onsdagarna?";

  await test.step("the case: what has happened, hours against the plan, the report; a question", async () => {
    await agency.goto("/handlaggare");
    await agency.getByRole("link", { name: `Öppna ärendet ${reference}` }).click();
    await expect(agency.getByRole("heading", { level: 1 })).toHaveText(`Ärende ${reference}`);
    await expect(agency.getByText("Rapport: halvvägs")).toBeVisible();
    await expect(agency.getByText(/planerade timmar i veckorna som varit/)).toBeVisible();
    await agency.getByLabel("Din fråga").fill(question);
    await agency.getByRole("button", { name: "Skicka frågan" }).click();
    await expect(agency.getByText(question)).toBeVisible();
  });

  await test.step("it waits on the coach's start page; the answer is a mail without words about whom", async () => {
    const coach = await signedIn(browser, "coach");
    // What is folded is unfolded by a link to it.
    await coach.goto("/coach#assignments");
    await coach
      .locator("#assignments")
      .getByRole("listitem")
      .filter({ hasText: reference })
      .getByRole("link", { name: "Svara handläggaren" })
      .click();
    await expect(coach.getByText(question)).toBeVisible();
    await isAccessible(coach);
    await coach.getByLabel("Ditt svar").fill("Bra. Då är det lugnast.");
    await coach.getByRole("button", { name: "Skicka svaret" }).click();
    await expect(coach.getByText("Bra. Då är det lugnast.")).toBeVisible();
    const mail = await arrived("handlaggare@demo.example", "Svar på din fråga");
    expect(mail.text).not.toContain("lugnast");
    const link = /\/handlaggare\/arenden\/[\w-]+/.exec(mail.text)?.[0];
    expect(link).toBe(`/handlaggare/arenden/${reference}`);
  });

  await test.step("the case worker says what is thought of the report, with script and on a phone too", async () => {
    const phone = await signedIn(browser, "handlaggare", { width: 390 });
    await phone.goto(`/handlaggare/arenden/${reference}`);
    await expect(phone.getByText("Bra. Då är det lugnast.")).toBeVisible();
    await isAccessible(phone);
    await fitsWidth(phone);
    await phone.getByRole("button", { name: "Skicka svaret" }).click();
    await expect(phone.getByText("Välj ett av svaren.").first()).toBeVisible();
    await phone.getByLabel("Förläng uppdraget").check();
    await phone.getByRole("button", { name: "Skicka svaret" }).click();
    await expect(phone.getByText(/Du svarade .*: Förläng uppdraget/)).toBeVisible();
  });
});
