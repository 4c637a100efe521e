import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { fitsWidth, isAccessible, signedIn } from "./walk";

/** The addresses in the text messages that the demo's supervisor has been sent, oldest first. */
function weekLinks(): string[] {
  const folder = join(process.env.E2E_DATA_DIR!, "sms");
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((file) => file.endsWith(".json"))
    .sort()
    .map((file) => JSON.parse(readFileSync(join(folder, file), "utf8")) as { to: string; text: string })
    .filter(({ to }) => to === "+46701740631")
    .flatMap(({ text }) => /\/narvaro\/[A-Za-z0-9_-]+/.exec(text)?.[0] ?? []);
}

test("a supervisor writes three weeks by links, on a phone, without account and script; the coach sees the chart and what to ask about", async ({
  browser,
}) => {
  test.setTimeout(180_000);
  const coordinator = await signedIn(browser, "samordnare");
  await coordinator.goto("/overenskommelser");
  await coordinator.getByRole("listitem").filter({ hasText: "L-2603" }).getByRole("link").first().click();
  await coordinator.getByRole("link", { name: "Öppna närvaron" }).click();
  await coordinator.waitForURL(/\/narvaro$/);
  const page = new URL(coordinator.url()).pathname;
  const links: string[] = [];

  await test.step("the coordinator asks about the three weeks before this one", async () => {
    for (let week = 0; week < 3; week++) {
      await coordinator.getByRole("link", { name: "Förra veckan" }).click();
      await expect(coordinator.getByText(`Vecka ${5 - week} av 12`)).toBeVisible();
      const before = weekLinks().length;
      await coordinator.getByRole("button", { name: "Skicka närvarolänk" }).click();
      await expect(coordinator.getByText("Länken är på väg till handledaren.")).toBeVisible();
      await expect.poll(() => weekLinks().length, { timeout: 30_000 }).toBe(before + 1);
      links.unshift(weekLinks().at(-1)!);
    }
    await isAccessible(coordinator);
  });

  const phone = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 390, height: 900 } });
  const supervisor = await phone.newPage();
  const send = () => supervisor.getByRole("button", { name: "Skicka närvaron" }).click();
  const day = (name: RegExp) => supervisor.getByRole("group", { name });
  const [third, fourth, fifth] = [0, 1, 2];

  await test.step("what was as planned is sent as it stands; nothing is written by looking", async () => {
    await supervisor.goto("/narvaro/hittepa");
    await expect(supervisor.getByRole("heading", { level: 1 })).toHaveText("Länken fungerar inte");
    await supervisor.goto(links[fourth]!);
    await fitsWidth(supervisor);
    await expect(day(/^mån/).getByLabel("På plats")).toBeChecked();
    await expect(supervisor.getByText(/Mehmet Aydin skrev/)).toHaveCount(0);
    await send();
    await expect(supervisor.getByText("Tack! Närvaron är sparad.")).toBeVisible();
    await expect(supervisor.getByText(/Mehmet Aydin skrev 3 timmar/)).toHaveCount(2);
  });

  await test.step("a wrong figure is said at its day and loses nothing; Back and sending again is one effect", async () => {
    await supervisor.goto(links[third]!);
    await expect(day(/^mån/).getByLabel("Oanmäld frånvaro")).toBeChecked();
    await day(/^mån/).getByLabel("På plats").check();
    await day(/^mån/).getByLabel("Timmar").fill("tre");
    await day(/^ons/).getByLabel("Sjuk").check();
    await send();
    await expect(supervisor.getByText("Skriv timmarna med siffror, till exempel 2,5.").first()).toBeVisible();
    await expect(day(/^mån/).getByLabel("Timmar")).toHaveValue("tre");
    await expect(day(/^ons/).getByLabel("Sjuk")).toBeChecked();
    await day(/^mån/).getByLabel("Timmar").fill("2,75");
    await send();
    await expect(supervisor.getByText(/skrev 2,75 timmar/)).toBeVisible();
    await supervisor.goBack();
    await day(/^mån/).getByLabel("Timmar").fill("2,75");
    await send();
    await expect(supervisor.getByText("Tack! Närvaron är sparad.")).toBeVisible();
  });

  await test.step("two days nobody called about", async () => {
    await supervisor.goto(links[fifth]!);
    await day(/^mån/).getByLabel("Oanmäld frånvaro").check();
    await day(/^ons/).getByLabel("Oanmäld frånvaro").check();
    await send();
    await expect(supervisor.getByText(/skrev oanmäld frånvaro/)).toHaveCount(2);
  });

  await test.step("the coach finds it on the start page, sees the chart, and takes care of it", async () => {
    const coach = await signedIn(browser, "coach");
    await coach.goto("/coach");
    const row = coach.locator("#attendance li").filter({ hasText: "L-2603" });
    await expect(row).toContainText("2 oanmälda frånvarodagar.");
    await row.getByRole("link", { name: "Öppna närvaron" }).click();
    await coach.waitForURL(new RegExp(page));
    await expect(coach.getByRole("heading", { name: "Plan och närvaro" })).toBeVisible();
    await coach.getByText("Visa som tabell").click();
    const weeks = coach.getByRole("table").getByRole("row");
    await expect(weeks.nth(3)).toContainText("2,75 timmar");
    await expect(weeks.nth(4)).toContainText("6 timmar");
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
    await expect(coach.locator("#attendance li").filter({ hasText: "L-2603" })).toHaveCount(0);
  });
});
