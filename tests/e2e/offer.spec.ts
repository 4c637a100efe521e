import { type Browser, expect, type Page, test } from "@playwright/test";
import { arrived, linkIn, mailsFor } from "./mails";
import { asOwner, fitsWidth, isAccessible, signedIn } from "./walk";

test.describe.configure({ timeout: 150_000 });

let count = 0;
/** An organisation number of its own, with the check digit that fits. */
function aNumber(): string {
  count += 1;
  const nine = `5591${String((Date.now() + count * 7919) % 100_000).padStart(5, "0")}`;
  const sum = [...nine].reduce((total, digit, index) => {
    const weighted = Number(digit) * (index % 2 === 0 ? 2 : 1);
    return total + (weighted > 9 ? weighted - 9 : weighted);
  }, 0);
  return `${nine.slice(0, 6)}-${nine.slice(6)}${(10 - (sum % 10)) % 10}`;
}

const goOn = (page: Page) => page.locator(".pk-offer__ways button", { hasText: "Fortsätt" }).first().click();

/** From the start page to the mailed link, as somebody who was never here before. */
async function offer(page: Page, who: { employer: string; email: string; title?: string }, look: boolean) {
  const see = async () => {
    if (look) await isAccessible(page);
  };
  await page.goto("/");
  await page.getByRole("link", { name: "Erbjud en plats" }).last().click();
  await page.getByRole("button", { name: /^Börja/ }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Vad kan någon göra hos er?");
  await goOn(page);
  await expect(page.getByRole("link", { name: "Kryssa i minst en." })).toBeVisible();
  await see();
  await page.getByLabel("Packning").check();
  await page.getByLabel("Second hand").check();
  if (who.title) await page.getByLabel("Rubrik").fill(who.title);
  await goOn(page);
  await page.getByLabel("Företagets eller föreningens namn").fill(who.employer);
  await page.getByLabel("Organisationsnummer").fill("559817-0942");
  await goOn(page);
  await expect(page.getByRole("link", { name: /sista siffran stämmer inte/ })).toBeVisible();
  await expect(page.getByLabel("Företagets eller föreningens namn")).toHaveValue(who.employer);
  await page.getByLabel("Organisationsnummer").fill(aNumber());
  await goOn(page);
  await page.getByLabel("Gatuadress").fill("Kristinavägen 12");
  await page.getByLabel("Ort", { exact: true }).fill("Lindesberg");
  await page.getByRole("button", { name: "Hitta på kartan" }).click();
  await expect(page.getByLabel("Lindesberg", { exact: true })).toBeVisible();
  await see();
  await goOn(page);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Hur mycket och hur länge?");
  await page.getByLabel(/^Två timmar om dagen/).check();
  await page.getByLabel("Spelar ingen roll").check();
  await goOn(page);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Vad kräver arbetet?");
  await page.check("[name=demand_lyft][value='1']");
  await see();
  await goOn(page);
  await page.getByLabel("Eget tempo").check();
  await page.getByRole("button", { name: "Tillbaka" }).click();
  await expect(page.locator("[name=demand_lyft][value='1']")).toBeChecked();
  await goOn(page);
  await expect(page.getByLabel("Eget tempo")).toBeChecked();
  await goOn(page);
  await page.getByLabel("Ditt namn").fill("Ulla Franzén");
  await page.getByLabel("Din e-post").fill(who.email);
  await page.getByLabel("Telefon").fill("0581-123 45");
  await page.getByLabel("Jag själv").check();
  await goOn(page);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Stämmer allt?");
  await see();
  await page.getByRole("button", { name: "Skicka in platsen" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Kolla din mejl");
  expect(page.url()).not.toContain(encodeURIComponent(who.email));
  return linkIn(await arrived(who.email, "Bekräfta din plats"), "erbjud-plats/bekrafta");
}

/** Two months later the employer is asked by mail, and answers on a phone with one click and no account. */
async function confirmByMail(browser: Browser, email: string, title: string, place: string) {
  const placementId = Number(place.split("/").at(-1));
  await asOwner(async (owner) => {
    await owner`UPDATE placements SET last_confirmed_on = current_date - 61 WHERE id = ${placementId}`;
    await owner`SELECT graphile_worker.add_job('mail_confirm_listing', ${owner.json({ placementId })}::json)`;
  });
  const link = linkIn(await arrived(email, `Stämmer platsen fortfarande? ${title}`), "stammer");
  const context = await browser.newContext({
    javaScriptEnabled: false,
    viewport: { width: 390, height: 800 },
  });
  const phone = await context.newPage();
  // The second time is as good as the first.
  for (const already of [false, true]) {
    await phone.goto(link);
    await expect(phone.getByText("Bekräftad i dag", { exact: true })).toHaveCount(already ? 1 : 0);
    await fitsWidth(phone);
    await phone.getByRole("button", { name: "Ja, det stämmer fortfarande" }).click();
    await expect(phone.getByText("Tack! Platsen är bekräftad i dag.")).toBeVisible();
    await expect(phone.getByText("Bekräftad i dag", { exact: true })).toBeVisible();
  }
}

for (const script of [true, false]) {
  test(`a place is offered without an account, confirmed by mail, looked through, and found, ${script ? "with" : "without"} script`, async ({
    browser,
  }) => {
    const page = await (await browser.newContext({ javaScriptEnabled: script })).newPage();
    const mark = `${Date.now() % 1_000_000}${script ? "a" : "b"}`;
    const who = {
      employer: `Tygsäcken ${mark} AB`,
      email: `ulla${mark}@tygsacken.example`,
      title: script ? undefined : `Sy påsar ${mark}`,
    };
    const title = who.title ?? "Packa varor och sortera kläder och saker";
    const link = await offer(page, who, script);

    // Programs that scan mail open links: nothing may come of it.
    await page.goto(link);
    await page.goto(link);
    expect(mailsFor(who.email)).toHaveLength(1);
    await page.getByRole("button", { name: "Ja, skicka in platsen" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Tack! Platsen är inskickad");
    await arrived(who.email, "Vi har tagit emot din plats");
    const told = await arrived("samordnare@demo.example", `Ny plats att granska: ${title}`);
    await page.goto(link);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Tack! Platsen är inskickad");

    const staff = await signedIn(browser, "samordnare");
    await staff.goto(linkIn(told, "samordnare/granska"));
    await expect(staff.getByText("Organisationsnumret är nytt här.")).toBeVisible();
    await isAccessible(staff);
    // What the employer did not know has no answer until the coordinator chooses one.
    const open = staff.getByRole("group").filter({ hasText: "Arbetsgivaren visste inte" });
    expect(await open.count()).toBeGreaterThan(0);
    await expect(open.getByRole("radio", { checked: true })).toHaveCount(0);
    for (const question of await open.all()) await question.getByRole("radio").nth(1).check();
    await staff.getByRole("button", { name: "Godkänn och publicera" }).click();
    await expect(staff.getByRole("status").first()).toContainText("Platsen är publicerad");

    const approved = await arrived(who.email, "Din plats är publicerad");
    await page.goto(linkIn(approved, "platser"));
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
    await expect(page.getByText("Ulla Franzén")).toHaveCount(0);
    const found = await (await page.request.get("/api/platser.json?ort=Lindesberg&km=5&per_sida=100")).json();
    expect(found.platser.map((one: { arbetsgivare: string }) => one.arbetsgivare)).toContain(who.employer);
    if (!script) await confirmByMail(browser, who.email, title, linkIn(approved, "platser"));
  });
}

test("asked for more, the employer opens what was typed by the mailed link, adds to it, and is at last refused with whom to call", async ({
  browser,
}) => {
  const page = await (await browser.newContext()).newPage();
  const mark = `${Date.now() % 1_000_000}c`;
  const who = {
    employer: `Lådan ${mark} AB`,
    email: `ulla${mark}@ladan.example`,
    title: `Packa lådor ${mark}`,
  };
  await page.goto(await offer(page, who, false));
  await page.getByRole("button", { name: "Ja, skicka in platsen" }).click();
  const review = linkIn(
    await arrived("samordnare@demo.example", `Ny plats att granska: ${who.title}`),
    "samordnare/granska",
  );

  const staff = await signedIn(browser, "samordnare");
  await staff.goto(review);
  await staff.getByText("Be om mer").click();
  await staff.getByRole("button", { name: "Skicka frågan" }).click();
  await expect(staff.getByRole("link", { name: "Kryssa i minst ett skäl." })).toBeVisible();
  await isAccessible(staff);
  await staff.getByLabel("Det är svårt att förstå vad man ska göra").check();
  await staff.locator("details[open] [name=phone]").fill("0581-810 00");
  await staff.getByRole("button", { name: "Skicka frågan" }).click();
  await expect(staff.getByRole("status").first()).toContainText("Frågan är skickad");

  // Another device: nothing but the mail.
  const phone = await (await browser.newContext({ viewport: { width: 390, height: 800 } })).newPage();
  const asked = await arrived(who.email, "Vi behöver veta mer om din plats");
  expect(asked.text).toContain("0581-810 00");
  await phone.goto(linkIn(asked, "erbjud-plats/lank"));
  await phone.getByRole("button", { name: "Fortsätt" }).click();
  await expect(phone.getByText("Det är svårt att förstå vad man ska göra")).toBeVisible();
  await isAccessible(phone);
  await phone.getByRole("link", { name: "Ändra uppgifter" }).click();
  await phone.getByLabel("Berätta med egna ord").fill("Vi viker lådor och lägger i varor.");
  for (let step = 0; step < 7; step++) {
    const before = phone.url();
    await goOn(phone);
    await phone.waitForURL((url) => url.href !== before);
  }
  await phone.getByRole("button", { name: "Skicka in igen" }).click();
  await expect(phone.getByRole("heading", { level: 1 })).toHaveText("Tack! Platsen är inskickad");

  await staff.goto(review);
  await expect(staff.getByText("Vi viker lådor och lägger i varor.")).toBeVisible();
  await expect(staff.getByText(/^Ändrat sedan dess: .*Med egna ord/)).toBeVisible();
  await arrived("samordnare@demo.example", `Kompletterad plats att granska: ${who.title}`);
  await expect(staff.getByText(/Bad om mer av Sofia Lindqvist/)).toBeVisible();
  await staff.getByText("Avslå", { exact: true }).click();
  await staff.locator("details[open]").getByLabel("Det är en ledig tjänst").check();
  await staff.getByRole("button", { name: "Avslå platsen" }).click();
  const refused = await arrived(who.email, "Din plats publiceras inte");
  expect(refused.text).toContain("Det är en ledig tjänst");
  expect(refused.text).toContain("Ring Sofia Lindqvist, telefon 0581-810 00");
  await staff.goto(review);
  await expect(staff.getByText("Platsen väntar inte på granskning: arkiverad.")).toBeVisible();
});

test("with the keyboard alone the pin moves, what is typed is kept, and a mailed link goes on elsewhere", async ({
  browser,
}) => {
  const page = await (await browser.newContext()).newPage();
  await page.goto("/erbjud-plats");
  await page.getByRole("button", { name: /^Börja/ }).focus();
  await page.keyboard.press("Enter");
  await page.getByLabel("Växthus").focus();
  await page.keyboard.press("Space");
  await expect(page.getByText("Lämnar du tomt blir rubriken: Sköta växter i växthus")).toBeVisible();
  await page.getByLabel("Berätta med egna ord").fill("Vattna och plantera.");
  await expect(page.getByRole("status").filter({ hasText: "Sparat" })).toBeVisible();
  await page.reload();
  await expect(page.getByLabel("Berätta med egna ord")).toHaveValue("Vattna och plantera.");

  await page.goto("/erbjud-plats/adress");
  await page.getByLabel("Gatuadress").fill("Vägen 1");
  await page.getByLabel("Ort", { exact: true }).fill("Nora");
  await page.getByRole("button", { name: "Hitta på kartan" }).press("Enter");
  const pin = page.getByRole("button", { name: /^Nål för arbetsplatsen/ });
  await pin.focus();
  const before = await page.locator("[name=lon]").inputValue();
  await page.keyboard.press("ArrowRight");
  await expect(page.locator("[name=lon]")).not.toHaveValue(before);
  await expect(page.getByText("Nålen är flyttad.")).toBeVisible();
  const moved = await page.locator("[name=lon]").inputValue();
  expect(Math.abs(Number(moved) - Number(before))).toBeLessThan(0.05);

  await page.getByRole("button", { name: "Spara och fortsätt senare" }).click();
  const email = `vaxt${Date.now()}@nora.example`;
  await page.getByLabel("Din e-post").fill(email);
  await page.getByRole("button", { name: "Mejla mig en länk" }).click();
  await expect(page.getByRole("status").first()).toContainText(email);
  const other = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await other.goto(linkIn(await arrived(email, "Fortsätt med din plats"), "erbjud-plats/lank"));
  await other.getByRole("button", { name: "Fortsätt" }).click();
  await expect(other.getByRole("heading", { level: 1 })).toHaveText("Vilka är ni?");
  await other.goto("/erbjud-plats/adress");
  await expect(other.getByLabel("Gatuadress")).toHaveValue("Vägen 1");
  expect(await other.locator("[name=lon]").inputValue()).toBe(moved);
});
