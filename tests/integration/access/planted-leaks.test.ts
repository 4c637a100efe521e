import { beforeAll, describe, expect, test } from "vitest";
import { seedTwoAssociations, type TwoAssociations } from "#tests/support/factories/two-associations";
import { owner } from "#tests/support/owner";
import { type Ask, Checker, gapsIn, type Knocking, unknownRoutes } from "./checker";
import { type Line, table } from "./routes";
import { type Untouched, watchDatabase } from "./untouched";

/** The probe's checker, set on a product that leaks: each leak is planted by hand, and each has to be found. */
let world: TwoAssociations;
let untouched: Untouched;

beforeAll(async () => {
  world = await seedTwoAssociations();
  untouched = await watchDatabase(world);
});

const path = "/deltagare/:referens/hemligt";
const line: Line = {
  get: ["coordinator"],
  post: ["coordinator"],
  params: { referens: "participant" },
  form: { ort: "Nora" },
};

/** A product of one page that does everything right, but for what is planted. */
function aProduct(
  planted: (knocking: Knocking) => Response | null | Promise<Response | null> = () => null,
): Ask {
  return async (knocking) => {
    const leak = await planted(knocking);
    if (leak) return leak;
    if (knocking.method !== "GET" && knocking.method !== "POST") return new Response("", { status: 405 });
    if (knocking.caller === "nobody signed in")
      return new Response("", { status: 302, headers: { Location: "/logga-in" } });
    if (knocking.caller !== "coordinator") return new Response("Nej", { status: 403 });
    const own = [world.participants.a1, world.participants.a2].some(({ reference }) =>
      knocking.path.includes(reference),
    );
    return own ? new Response("kanarie-a1-namn") : new Response("Finns inte", { status: 404 });
  };
}

const checkerOf = (product: Ask) => new Checker(world, product, untouched);
const of = (whose: "a1" | "b1", { path: asked }: Knocking) =>
  asked.includes(world.participants[whose].reference);

test("a product that does everything right has no findings", async () => {
  const checker = checkerOf(aProduct());
  for (const caller of ["nobody signed in", "coach", "coordinator"] as const) {
    expect(await checker.get(path, line, caller, true)).toEqual([]);
    expect(await checker.post(path, line, caller)).toEqual([]);
    expect(await checker.others(path, line, caller)).toEqual([]);
  }
  expect([...checker.shown]).toEqual(["coordinator a1"]);
  expect([...checker.sent]).toEqual([[`${path} 1`, 200]]);
});

describe("is found:", () => {
  test("another association's canary on a page", async () => {
    const product = aProduct((asked) => (of("a1", asked) ? new Response("kanarie-b1-namn") : null));
    expect(await checkerOf(product).get(path, line, "coordinator", false)).toEqual([
      "GET /deltagare/N-7101/hemligt by coordinator: 200 shows kanarie-b1-namn",
    ]);
  });

  test("another association's canary in the data alone, and in a header", async () => {
    const product = aProduct(({ path: asked }) =>
      asked.endsWith(".data") ? new Response("", { headers: { "X-Who": "kanarie-b1-ort" } }) : null,
    );
    const findings = await checkerOf(product).get(path, line, "coordinator", true);
    expect(findings).toContain("GET /deltagare/N-7101/hemligt.data by coordinator: 200 shows kanarie-b1-ort");
  });

  test("a code of another association that nobody asked for", async () => {
    const product = aProduct((asked) => (of("a1", asked) ? new Response("Se även H-7103") : null));
    expect(await checkerOf(product).get(path, line, "coordinator", false)).toEqual([
      "GET /deltagare/N-7101/hemligt by coordinator: 200 shows H-7103",
    ]);
  });

  test("a colleague's case, and a field that is not for these eyes", async () => {
    const toAll = aProduct(() => new Response("kanarie-a2-namn kanarie-a1-anteckning"));
    const openLine: Line = { get: ["case_worker"], post: "nobody" };
    expect(await checkerOf(toAll).get("/handlaggare", openLine, "case_worker", false)).toEqual([
      "GET /handlaggare by case_worker: 200 shows kanarie-a2-namn",
      "GET /handlaggare by case_worker: 200 shows kanarie-a1-anteckning",
    ]);
  });

  test("a door that stands open for a role, and for nobody", async () => {
    const product = aProduct(() => new Response("Välkommen"));
    const findings = [
      ...(await checkerOf(product).get(path, line, "board", false)),
      ...(await checkerOf(product).get(path, line, "nobody signed in", false)),
    ];
    expect(findings).toContain("GET /deltagare/N-7101/hemligt by board: 200, should be refused");
    expect(findings).toContain("GET /deltagare/N-7101/hemligt by nobody signed in: 200, should be refused");
  });

  test("an answer that tells that somebody else's thing exists", async () => {
    const product = aProduct((asked) => (of("b1", asked) ? new Response("Inte din", { status: 404 }) : null));
    expect(await checkerOf(product).get(path, line, "coordinator", false)).toEqual([
      "GET /deltagare/H-7103/hemligt by coordinator: 404 differs from the answer about what never was",
    ]);
  });

  test("a filled-in form that changes another association's row, however correct its answer", async () => {
    const product = aProduct(async (asked) => {
      if (asked.method === "POST" && asked.form && of("b1", asked))
        await owner`UPDATE participants SET locality = 'Annanstans' WHERE id = ${world.participants.b1.id}`;
      return null;
    });
    expect(await checkerOf(product).post(path, line, "coordinator")).toEqual([
      "POST /deltagare/:referens/hemligt by coordinator at b1, none changed participants",
    ]);
  });

  test("an own form that changes somebody else's row as well", async () => {
    const product = aProduct(async (asked) => {
      if (asked.method === "POST" && asked.form && of("a1", asked))
        await owner`UPDATE proposals SET reason_code = 'other' WHERE id = ${world.proposals.b1}`;
      return null;
    });
    expect(await checkerOf(product).post(path, line, "coordinator")).toEqual([
      "POST /deltagare/N-7101/hemligt by coordinator: 200 changed proposals of b1",
    ]);
  });

  test("a method that nobody thought of", async () => {
    const product = aProduct(({ method }) => (method === "DELETE" ? new Response("Borta") : null));
    expect(await checkerOf(product).others(path, line, "board")).toEqual([
      "DELETE /deltagare/N-7101/hemligt by board: 200",
      "DELETE /deltagare/H-7103/hemligt by board: 200",
    ]);
  });

  test("a bug", async () => {
    const product = aProduct((asked) => (of("b1", asked) ? new Response("Oj", { status: 500 }) : null));
    expect(await checkerOf(product).get(path, line, "coordinator", false)).toContain(
      "GET /deltagare/H-7103/hemligt by coordinator: 500, should be no bug",
    );
  });

  test("an address that nobody wrote down, and a line without an address", () => {
    const addresses = Object.keys(table);
    expect(unknownRoutes([...addresses, "/hemligt"], table)).toEqual(["/hemligt has no line"]);
    expect(unknownRoutes(addresses.slice(1), table)).toEqual([`${addresses[0]} is no address`]);
  });

  test("a parameter without a description, and a role's form that nobody filled in", () => {
    expect(gapsIn("/plan/:id", { get: ["coach"], post: ["coach"] })).toEqual([
      "/plan/:id: parameter id",
      "/plan/:id: its form is not filled in",
    ]);
  });
});
