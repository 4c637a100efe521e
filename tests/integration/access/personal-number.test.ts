import "./production";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "#app/domain/identity/actor";
import { hasValidCheckDigit, isPersonalNumber } from "#app/domain/organisations/organisation-number";
import { readAuthSecret } from "#app/platform/auth-secret.server";
import { closeDatabase } from "#db/client.server";
import { aColleague, anOwnEmployer } from "#tests/support/factories/own-employer";
import { seedTwoAssociations, type TwoAssociations } from "#tests/support/factories/two-associations";
import { owner } from "#tests/support/owner";
import { signInDirectly } from "#tests/support/session";
import { ask, builtRoutes } from "./application";

// A sole trader's organisation number is a person's own number: the employer itself and staff may read it, nobody else.
const number = "811218-9876";
const traces = /811218[-+ ]?9876/;

let world: TwoAssociations;
let trader: Awaited<ReturnType<typeof anOwnEmployer>>;
let supervisor: Actor;

beforeAll(async () => {
  world = await seedTwoAssociations();
  trader = await anOwnEmployer({ number });
  supervisor = await aColleague(trader.employerId, "Kim", {
    duty: "supervisor",
    supervises: [trader.atMill],
  });
});
afterAll(() => closeDatabase());

const cookieOf = (userId: string) => signInDirectly(owner, userId, readAuthSecret(), true);

/** Every address that a GET may be sent to, with what shows the sole trader's placement where one is named. */
function addresses(): string[] {
  const values: Record<string, string> = {
    ":lang": "sv",
    ":referens": world.participants.a1.reference,
    ":token": "hittepa",
    ":steg": "uppgifter",
    ":del": "nulage",
    ":z": "1",
    ":x": "1",
    ":y": "1",
    "*": "finns-inte",
  };
  return [...new Set(builtRoutes.map(({ path }) => path))].flatMap((path) => {
    const filled = Object.entries(values).reduce((rest, [name, value]) => rest.replace(name, value), path);
    if (!/:\w+/.test(filled)) return [filled];
    const ids = [trader.atMill, trader.employerId, trader.mill, world.proposals.a1];
    return ids.map((id) => filled.replace(/:\w+/, String(id)).replace(/:\w+/g, String(trader.mill)));
  });
}

test("the number is a personal number, with a right check digit", () => {
  expect(isPersonalNumber(number) && hasValidCheckDigit(number)).toBe(true);
});

test.each(["nobody", "participant", "case_worker", "board", "employer"] as const)(
  "is on no page, in no data and in no file for: %s",
  async (caller) => {
    const seen: string[] = [];
    let answered = 0;
    for (const path of addresses()) {
      const cookie = caller === "nobody" ? null : await cookieOf(world.users[caller]);
      for (const address of [path, `${path === "/" ? "/_root" : path}.data`]) {
        const answer = await ask("GET", address, cookie, null);
        const text = `${[...answer.headers].join("\n")}\n${await answer.text()}`;
        if (answer.status < 400) answered++;
        if (traces.test(text)) seen.push(`${answer.status} ${address}`);
      }
    }
    expect(answered).toBeGreaterThan(20);
    expect(seen).toEqual([]);
  },
  120_000,
);

test("is not told by the search of the public pages and the API, whatever is looked for", async () => {
  for (const path of [
    `/platser?ort=Lindesberg&km=50`,
    `/api/platser.json?ort=Lindesberg&km=50&per_sida=100`,
    `/api/platser.geojson?bbox=10,55,25,69`,
  ]) {
    const answer = await ask("GET", path, null, null);
    const text = await answer.text();
    expect(answer.status, path).toBe(200);
    expect(text, path).toContain("Mala mjöl");
    expect(text, path).not.toMatch(traces);
  }
});

test("is read by the employer's administrator, and not by its supervisor", async () => {
  const read = async (actor: Actor) =>
    (await ask("GET", "/arbetsgivare", await cookieOf(actor.userId!), null)).text();
  expect(await read(trader.administrator)).toMatch(traces);
  expect(await read(supervisor)).not.toMatch(traces);
});

test("is read by a coordinator who enters its placements", async () => {
  const cookie = await cookieOf(world.users.coordinator);
  const answer = await ask("GET", `/samordnare/platser/${trader.atMill}`, cookie, null);
  expect(await answer.text()).toMatch(traces);
});

test("stands in no address: forms that carry it are sent, not asked for", async () => {
  const cookie = await cookieOf(world.users.coordinator);
  for (const path of ["/samordnare/platser/ny", "/samordnare/platser"]) {
    const html = await (await ask("GET", path, cookie, null)).text();
    const forms = html.match(/<form[^>]*method="get"[\s\S]*?<\/form>/g) ?? [];
    expect(forms.join("")).not.toContain('name="organisationNumber"');
    expect(html).not.toMatch(/href="[^"]*811218/);
  }
});
