import { expect, test } from "@playwright/test";
import { mailsFor } from "./mails";
import { asOwner, fitsWidth, isAccessible, signedIn } from "./walk";

/** The demo world's participant with days ahead, whom the demo employer has had for five weeks. */
const participant = "deltagare2";
const reference = "L-2603";
const [coach, coordinator, employer] = ["coach", "samordnare", "arbetsgivare"].map(
  (who) => `${who}@demo.example`,
) as [string, string, string];

/** The agreement goes on as before: the other walks find it as they know it. */
test.afterAll(async () => {
  await asOwner(
    (owner) => owner`DELETE FROM agreement_pauses WHERE agreement_id IN (
      SELECT g.id FROM agreements g JOIN participants p ON p.id = g.participant_id
       WHERE p.reference = ${reference} AND g.status = 'in_force')`,
  );
});

/** Mails about the pause that have arrived, waiting for them; after 20 o'clock they would go in the morning. */
async function toldOfPause(address: string, subject: string) {
  const [agreement] = await asOwner(
    (owner) => owner<
      { id: string }[]
    >`SELECT g.id FROM agreements g JOIN participants p ON p.id = g.participant_id
      WHERE p.reference = ${reference} AND g.status = 'in_force'`,
  );
  // Other walks pause other agreements meanwhile.
  const told = () =>
    mailsFor(address).filter(
      ({ subject: said, text }) =>
        said.startsWith(subject) && text.replace(/=\r?\n/g, "").includes(agreement!.id),
    );
  await expect
    .poll(
      async () => {
        await asOwner(
          (owner) => owner`UPDATE graphile_worker._private_jobs SET run_at = now() WHERE run_at > now()
            AND locked_at IS NULL AND key LIKE 'own-step:%'`,
        );
        return told().length;
      },
      { timeout: 30_000 },
    )
    .toBe(1);
  return told()[0]!;
}

test("a participant pauses on the phone without script: coach and coordinator are told, the workplace hears no reason, somebody calls", async ({
  browser,
}) => {
  test.setTimeout(180_000);
  const phone = await signedIn(browser, participant, { script: false, width: 390 });

  await test.step("what is next stands first; no feeling is chosen beforehand, and without one it says what to do", async () => {
    await phone.goto("/min-sida");
    await expect(phone.getByRole("heading", { level: 1 })).toHaveText("Hej Kim!");
    await expect(phone.getByText("Nästa gång")).toBeVisible();
    await expect(phone.getByText("Gå av vid Hyttan klockan 8.44.")).toBeVisible();
    await expect(phone.getByRole("radio", { checked: true })).toHaveCount(0);
    await phone.getByRole("button", { name: "Spara", exact: true }).click();
    await expect(phone.getByText("Välj ett av de fem ansiktena.")).toBeVisible();
    await phone.getByRole("radio", { name: "Bra", exact: true }).check();
    await phone.getByRole("button", { name: /^(Spara|Ändra svaret)$/ }).click();
    await expect(phone.getByText("I dag har du svarat: Bra.")).toBeVisible();
    await fitsWidth(phone);
  });

  await test.step("pausing is one tap away and asks nothing", async () => {
    await phone.getByRole("link", { name: "Jag vill pausa eller sluta" }).click();
    await fitsWidth(phone);
    await expect(phone.getByRole("textbox")).toHaveCount(0);
    await phone.getByRole("button", { name: /^Pausa från/ }).click();
    await expect(phone.getByText(/Ingen väntar på dig tills du vill börja igen/)).toBeVisible();
  });

  await test.step("real mails: staff are to call, the workplace hears that there is a pause; nobody who or why", async () => {
    for (const address of [coach, coordinator]) {
      const told = await toldOfPause(address, "Hör av dig: paus från");
      expect(told.text).toContain("/deltagarens-plan");
      expect(told.text).not.toMatch(/L-2603|Kim|Återbruk/);
    }
    const told = await toldOfPause(employer, "Paus från");
    expect(told.text).toContain("Platsen finns kvar.");
    expect(told.text).not.toMatch(/L-2603|Kim|Återbruk|sjuk/);
  });

  await test.step("it waits on the coordinator's start page until somebody has been in touch", async () => {
    const staff = await signedIn(browser, "samordnare");
    await staff.goto("/samordnare");
    const row = staff.locator("#own_steps li").filter({ hasText: reference });
    await row.getByRole("link", { name: "Hör av dig" }).click();
    await expect(staff.getByRole("heading", { level: 1 })).toHaveText("Deltagarens plan");
    await expect(staff.getByText("L-2603 har svarat i sin plan")).toBeVisible();
    await isAccessible(staff);
    await staff.getByRole("button", { name: "Jag har hört av mig" }).click();
    await expect(staff.getByText(/hörde av sig/)).toBeVisible();
    await staff.goto("/samordnare");
    await expect(row).toHaveCount(0);
  });

  await test.step("with script: each part is read aloud, the map comes, and going on is one tap", async () => {
    const own = await signedIn(browser, participant, { width: 390 });
    await own.goto("/min-sida");
    await isAccessible(own);
    await own.goto("/min-sida/pausa");
    await isAccessible(own);
    await own.getByRole("button", { name: "Jag vill börja igen" }).click();
    await expect(own.getByText(/Ingen väntar på dig/)).toHaveCount(0);
    await expect(own.getByRole("button", { name: /^Lyssna: Så kommer du dit/ })).toBeVisible();
    await own.getByRole("link", { name: "Visa vägen på karta" }).click();
    await expect(own.getByRole("link", { name: "Öppna i telefonens karta" })).toHaveAttribute(
      "href",
      /^geo:[\d.]+,[\d.]+\?q=[\d.,]+$/,
    );
    await isAccessible(own);
  });
});
