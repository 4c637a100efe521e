import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import type { RouteConfigEntry } from "@remix-run/route-config";
import { type Role, roles } from "../../app/domain/identity/actor";
import routes from "../../app/routes";
import { table } from "../integration/access/routes";
import { asOwner } from "./walk";

/** Comes to a page whose address names something, as a role that may see it, and answers its address. */
type Way = (page: Page, path: string) => Promise<string>;

/** The address itself. */
const at =
  (address: string): Way =>
  async () =>
    address;

/**
 * The first link to such a page on another page: what cannot be come to is no page. Of several others, each role has its
 * own way there.
 */
const linkOn =
  (...others: string[]): Way =>
  async (page, path) => {
    const pattern = new RegExp(`^${path.replace(/:\w+/g, "[^/]+")}$`);
    for (const other of others) {
      await page.goto(other);
      const links = await page
        .locator("a[href]")
        .evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).pathname));
      const found = links.find((link) => pattern.test(link) && !(link in table));
      if (found) return found;
    }
    throw new Error(`${others.join(", ")} has no link to ${path}`);
  };

/** A page below the agreement of a demo participant: `rest` is what follows its address. */
const agreementOf =
  (reference: string, rest: string): Way =>
  async (page) => {
    await page.goto("/overenskommelser");
    await page.locator("main li", { hasText: reference }).getByRole("link").first().click();
    await page.waitForURL(/overenskommelser\/.+/);
    return `${new URL(page.url()).pathname}/${rest}`;
  };

/** The demo participant's placement that is over. */
const endedId = () =>
  asOwner(async (owner) => {
    const [row] = await owner`SELECT agreement_id FROM agreement_closings LIMIT 1`;
    return row!.agreement_id as string;
  });

/** How to come to every page that has a parameter in its address: one line a page. The others need none. */
export const ways: Record<string, Way> = {
  "/*": at("/finns-inte"),
  "/logga-in/lank/:token": at("/logga-in/lank/hittepa"),
  "/logga-in/nytt-losenord/:token": at("/logga-in/nytt-losenord/hittepa"),
  "/erbjud-plats/lank/:token": at("/erbjud-plats/lank/hittepa"),
  "/erbjud-plats/bekrafta/:token": at("/erbjud-plats/bekrafta/hittepa"),
  "/erbjud-plats/:steg": async (page) => {
    await page.goto("/erbjud-plats");
    await page.getByRole("button", { name: /^Börja/ }).click();
    await page.waitForURL(/uppgifter/);
    return "/erbjud-plats/tider";
  },
  "/samordnare/granska/:id": linkOn("/samordnare"),
  "/arbetsgivare/granska/:id": linkOn("/arbetsgivare"),
  "/platser/:id": linkOn("/platser"),
  "/samordnare/platser/:id": linkOn("/samordnare/platser"),
  "/samordnare/platser/:id/passar": async (page) =>
    `${await linkOn("/samordnare/platser?status=published")(page, "/samordnare/platser/:id")}/passar`,
  "/samordnare/vilande/:slag/:vad": linkOn("/samordnare", "/coach"),
  "/samordnare/arbetsgivare/:id": linkOn("/samordnare/arbetsgivare"),
  "/samordnare/arbetsgivare/:id/andra": at("/samordnare/arbetsgivare/1/andra"),
  "/samordnare/arbetsgivare/:id/arbetsstalle/:stalle": at("/samordnare/arbetsgivare/1/arbetsstalle/nytt"),
  "/samordnare/arbetsgivare/:id/person/:person": at("/samordnare/arbetsgivare/1/person/ny"),
  "/samordnare/arbetsgivare/:id/kontakt/:kontakt": async (page, path) => {
    await page.goto("/samordnare/arbetsgivare?agare=mig");
    const links = page.getByRole("heading", { level: 3 }).getByRole("link");
    const mine = await links.evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href));
    return linkOn(...mine)(page, path);
  },
  "/samordnare/arbetsgivare/:id/kontaktagare": at("/samordnare/arbetsgivare/1/kontaktagare"),
  "/samordnare/arbetsgivare/:id/sla-ihop": at("/samordnare/arbetsgivare/1/sla-ihop?med=2"),
  "/samordnare/arbetsgivarringar/:id": at("/samordnare/arbetsgivarringar/1"),
  "/handlaggare/remiss/:id": linkOn("/handlaggare"),
  "/remisser/:id": linkOn("/remisser"),
  "/arendemoten/:id": linkOn("/arendemoten", "/handlaggare"),
  "/arendemoten/:id/dagordning": async (page) =>
    `${await linkOn("/arendemoten", "/handlaggare")(page, "/arendemoten/:id")}/dagordning`,
  "/deltagare/:referens/plan": at("/deltagare/L-2601/plan"),
  "/deltagare/:referens/plan/mal/:id": linkOn("/deltagare/L-2601/plan"),
  "/deltagare/:referens/plan/aktivitet/:id": linkOn("/deltagare/L-2601/plan"),
  "/deltagare/:referens/plan/atagande/:id": linkOn("/deltagare/L-2601/plan"),
  "/samordnare/egna-forslag/:id": linkOn("/samordnare/egna-forslag"),
  "/deltagare/:referens": linkOn("/deltagare"),
  "/deltagare/:referens/andra": at("/deltagare/L-2601/andra"),
  "/deltagare/:referens/arbetsprofil": at("/deltagare/L-2601/arbetsprofil"),
  "/deltagare/:referens/samtycke": at("/deltagare/L-2601/samtycke"),
  "/deltagare/:referens/matchning": at("/deltagare/L-2603/matchning"),
  "/deltagare/:referens/forslag": at("/deltagare/L-2601/forslag"),
  "/deltagare/:referens/kartlaggning": at("/deltagare/L-2601/kartlaggning"),
  "/deltagare/:referens/kartlaggning/:del": linkOn("/deltagare/L-2601/kartlaggning"),
  "/deltagare/:referens/kartlaggning/halsa/medicinskt": at("/deltagare/L-2601/kartlaggning/halsa/medicinskt"),
  "/min-sida/kartlaggning/:del": linkOn("/min-sida/kartlaggning"),
  "/handlaggare/kartlaggning/:referens": linkOn("/handlaggare"),
  "/forslag/:id": linkOn("/forslag"),
  "/deltagare/:referens/overenskommelse/ny": at("/deltagare/L-2601/overenskommelse/ny?sok=nora"),
  "/overenskommelser/:id": linkOn("/overenskommelser"),
  "/overenskommelser/:id/text": agreementOf("L-2603", "text"),
  "/overenskommelser/:id/paus": agreementOf("L-2603", "paus?oppna=ended_early"),
  "/uppfoljningar/:id/logga": linkOn("/uppfoljningar?vems=alla"),
  "/overenskommelser/:id/logga": agreementOf("L-2603", "logga"),
  "/uppfoljningar/:id/flytta": linkOn("/uppfoljningar?vems=alla"),
  "/overenskommelser/:id/andra": agreementOf("L-2614", "andra"),
  "/overenskommelser/:id/avslut": agreementOf("L-2603", "avslut"),
  "/overenskommelser/:id/efter": async () => `/overenskommelser/${await endedId()}/efter`,
  "/arbetsgivare/tack/:id": async () => `/arbetsgivare/tack/${await endedId()}`,
  "/referens/:token": at("/referens/hittepa"),
  "/hur-gar-det/:token": at("/hur-gar-det/hittepa"),
  "/tack/:token": at("/tack/hittepa"),
  "/overenskommelser/:id/forlang": agreementOf("L-2603", "forlang"),
  "/overenskommelser/:id/handledare": agreementOf("L-2603", "handledare"),
  "/overenskommelser/:id/underskrifter": async (page) => {
    await page.goto("/overenskommelser");
    await page.locator("main li").getByRole("link").first().click();
    await page.waitForURL(/overenskommelser\/.+/);
    return `${new URL(page.url()).pathname}/underskrifter`;
  },
  "/handlaggare/arenden/:referens": linkOn("/handlaggare"),
  "/overenskommelser/:id/rapport": linkOn("/samordnare", "/coach"),
  "/arbetsgivare/overenskommelser/:id/vagen": async (page) =>
    `${await linkOn("/arbetsgivare")(page, "/arbetsgivare/overenskommelser/:id")}/vagen`,
  "/overenskommelser/:id/deltagarens-plan": agreementOf("L-2603", "deltagarens-plan"),
  "/overenskommelser/:id/narvaro": agreementOf("L-2603", "narvaro"),
  "/handlaggare/overenskommelser/:id/narvaro": async (page) => {
    await page.goto("/handlaggare");
    const links = await page.locator('a[href^="/handlaggare/overenskommelser/"]').all();
    const agreements = await Promise.all(links.map((link) => link.getAttribute("href")));
    // Only what has been in force has days.
    for (const agreement of agreements)
      if ((await page.goto(`${agreement}/narvaro`))?.status() === 200) return `${agreement}/narvaro`;
    throw new Error("/handlaggare has no agreement with days");
  },
  "/narvaro/:token": at("/narvaro/hittepa"),
  "/overenskommelser/:id/skattningar": agreementOf("L-2603", "skattningar"),
  "/skattning/:token": at("/skattning/hittepa"),
  "/admin/skattningar/:kod": at("/admin/skattningar/ny"),
  "/arbetsgivare/overenskommelser/:id": linkOn("/arbetsgivare"),
  "/handlaggare/overenskommelser/:id": linkOn("/handlaggare"),
  "/arbetsgivare/forslag/:id": linkOn("/arbetsgivare"),
  "/arbetsgivare/platser/:id": at("/arbetsgivare/platser/ny"),
  "/arbetsgivare/arbetsstallen/:id": linkOn("/arbetsgivare/arbetsstallen"),
  "/arbetsgivare/personer/:id": linkOn("/arbetsgivare/personer"),
  "/arbetsgivare/inbjudan/:token": at("/arbetsgivare/inbjudan/hittepa"),
  "/stammer/:token": at("/stammer/hittepa"),
  "/skriv-under/:token": at("/skriv-under/hittepa"),
  "/paminnelse/:token": at("/paminnelse/hittepa"),
  "/samordnare/importera/:id": async (page) => {
    await page.goto("/samordnare/importera");
    await page.setInputFiles("input[type=file]", {
      name: "platser.csv",
      mimeType: "text/csv",
      buffer: Buffer.from("organisationsnummer;rubrik\r\n12;\r\n"),
    });
    await page.locator("main form button[type=submit]").first().click();
    await page.waitForURL(/importera\/.+/);
    return new URL(page.url()).pathname;
  },
};

/** The account of each role in the demo world; null is somebody who is not signed in. */
export const accounts: Record<Role, string> = {
  participant: "deltagare",
  employer: "arbetsgivare",
  coordinator: "samordnare",
  coach: "coach",
  case_worker: "handlaggare",
  board: "styrgrupp",
  admin: "admin",
};

export type Walked = { path: string; roles: readonly (Role | null)[] };

/** Every page of app/routes.ts with the roles that may see it, as the access probe's table says. */
export const pages: Walked[] = flatten(routes as RouteConfigEntry[]).map((path) => ({
  path,
  roles: rolesOf(path),
}));

/**
 * What everybody may read is read by somebody who is not signed in; a coordinator reads the placements too, which show
 * staff more. What everybody signed in may read is read by a participant and a coordinator. An administrator reviews only
 * where no coordinator works, and the demo world has one everywhere.
 */
function rolesOf(path: string): Walked["roles"] {
  const get = table[path]?.get ?? [];
  if (get === "public") return path.startsWith("/platser") ? [null, "coordinator"] : [null];
  if (get === "nobody") return [];
  if (get === "signed_in" || get.length === roles.length) return ["participant", "coordinator"];
  return get.filter((role) => !(role === "admin" && path === "/samordnare/granska/:id"));
}

/** Addresses of the routes that show something; a route that only takes forms or answers data is no page. */
function flatten(entries: readonly RouteConfigEntry[], above = ""): string[] {
  return entries.flatMap((entry) => {
    const path = entry.path ? `${above}/${entry.path}` : above;
    const source = readFileSync(new URL(`../../app/${entry.file}`, import.meta.url), "utf8");
    const isPage = !entry.children?.length && /^export default /m.test(source);
    return [...(isPage ? [path || "/"] : []), ...flatten(entry.children ?? [], path)];
  });
}
