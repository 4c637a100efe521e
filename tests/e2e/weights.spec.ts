import { expect, test } from "@playwright/test";
import { isAccessible, signedIn } from "./walk";

// The association's administrator sets what counts in matching; a coordinator reads it.
test("an administrator tries other weights, is told what is wrong, saves, and goes back", async ({
  browser,
}) => {
  const page = await signedIn(browser, "admin");
  await page.goto("/admin");
  await page.getByRole("link", { name: "Ändra viktningen" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Viktning i matchningen");
  await expect(page.getByText("Tillsammans: 100 av 100")).toBeVisible();
  await page.fill("[name=growth]", "11");
  await expect(page.getByText("Tillsammans: 101 av 100")).toBeVisible();
  await page.getByRole("button", { name: "Spara viktningen" }).click();
  await expect(page.getByText("Ändra talen så att de tillsammans blir 100.")).toBeVisible();
  await expect(page.locator("[name=growth]")).toHaveValue("11");
  await isAccessible(page);

  await page.fill("[name=support]", "4");
  await expect(page.getByRole("columnheader", { name: "Med dina tal" })).toBeVisible();
  await page.getByRole("button", { name: "Spara viktningen" }).click();
  await expect(page.getByText("Nu gäller förbundets egna tal.")).toBeVisible();

  const coordinator = await signedIn(browser, "samordnare");
  await coordinator.goto("/admin/viktning");
  await expect(coordinator.getByText("Nu gäller förbundets egna tal.")).toBeVisible();
  await expect(coordinator.getByRole("textbox")).toHaveCount(0);
  await isAccessible(coordinator);

  await page.getByRole("button", { name: "Gå tillbaka till förvalda tal" }).click();
  await expect(page.getByText("Nu gäller de förvalda talen.")).toBeVisible();
});

test("without script the typed numbers and their sum come back with what is wrong", async ({ browser }) => {
  const page = await signedIn(browser, "admin", { script: false });
  await page.goto("/admin/viktning");
  await page.fill("[name=demands]", "tio");
  await page.fill("[name=growth]", "11");
  await page.getByRole("button", { name: "Spara viktningen" }).click();
  await expect(page.getByText("Skriv ett helt tal från 0 till 100.").first()).toBeVisible();
  await expect(page.locator("[name=demands]")).toHaveValue("tio");
  await page.fill("[name=demands]", "40");
  await page.getByRole("button", { name: "Spara viktningen" }).click();
  await expect(page.getByText("Tillsammans: 106 av 100")).toBeVisible();
});
