import { beforeEach, describe, expect, test } from "vitest";
import { type Actor, publicActor } from "#app/domain/identity/actor";
import type { PlacementFormValues } from "#app/domain/placements/placement-form";
import { changeStatus, confirmPlacement } from "#app/services/placements/change-status.server";
import { copyPlacement } from "#app/services/placements/copy-placement.server";
import { listRegister } from "#app/services/placements/list-register.server";
import { readTerms } from "#app/services/placements/read-terms.server";
import {
  changePlacement,
  createPlacement,
  editPlacement,
} from "#app/services/placements/save-placement.server";
import { showPlacement } from "#app/services/placements/show-placement.server";
import { anAssociation, asParticipant, staff } from "#tests/support/factories/people";
import {
  anOrganisationNumber,
  placementForm,
  placementFormValues,
} from "#tests/support/factories/placement-form";
import { owner } from "#tests/support/owner";

// What a coordinator does for an employer who never signs in: enter, change, publish, pause, confirm, end.
let coordinator: Actor;
let stranger: Actor;
let own: Partial<PlacementFormValues>;

beforeEach(async () => {
  coordinator = staff("coordinator", await anAssociation(["1885", "1884"]));
  stranger = staff("coordinator", await anAssociation(["0331"]));
  own = { organisationNumber: anOrganisationNumber() };
});

async function entered(
  changes: Partial<PlacementFormValues> = {},
  status: "draft" | "published" = "published",
) {
  const made = await createPlacement(coordinator, placementForm({ ...own, ...changes }), status);
  if (!made.ok) throw new Error(made.code);
  return made.id;
}

async function opened(id: number) {
  const edited = await editPlacement(coordinator, id);
  if (!edited.ok) throw new Error(edited.code);
  return edited;
}

async function change(id: number, changes: Partial<PlacementFormValues>, seen?: string) {
  const mark = seen ?? (await opened(id)).seen;
  return changePlacement(coordinator, id, placementForm({ ...own, ...changes }), mark);
}

const statusOf = async (id: number) =>
  (
    await owner`SELECT status, last_confirmed_on = (now() AT TIME ZONE 'Europe/Stockholm')::date AS today
                 FROM placements WHERE id = ${id}`
  )[0];
const makeOld = (id: number) =>
  owner`UPDATE placements SET last_confirmed_on = current_date - 130 WHERE id = ${id}`;
const setClaimed = (id: number, claimed: number) =>
  owner`UPDATE placements SET claimed = ${claimed} WHERE id = ${id}`;

describe("a new placement of an ended one", () => {
  test("begins with everything, under a title of its own, and is saved beside it", async () => {
    const id = await entered();
    expect(await changeStatus(coordinator, id, "archived")).toMatchObject({ ok: true });
    const copied = await copyPlacement(coordinator, id);
    const { title } = placementFormValues(own);
    const values = placementFormValues({ ...own, title: `${title} (2)` });
    expect(copied).toMatchObject({ ok: true, values });
    const made = await createPlacement(coordinator, placementForm(values), "published");
    expect(made.ok && made.id !== id).toBe(true);
    expect([await statusOf(id), made.ok && (await statusOf(made.id))]).toMatchObject([
      { status: "archived" },
      { status: "published" },
    ]);
    expect(await copyPlacement(coordinator, id)).toMatchObject({ values: { title: `${title} (3)` } });
  });

  test("is not there for another association", async () => {
    expect(await copyPlacement(stranger, await entered())).toEqual({ ok: false, code: "not_found" });
  });
});

describe("what is saved", () => {
  test("comes back into the form as it was typed", async () => {
    const id = await entered();
    expect((await opened(id)).values).toEqual(placementFormValues(own));
  });

  test("without what may be left out comes back empty", async () => {
    const empty = {
      ageMin: "",
      ageMax: "",
      startsFrom: "",
      purposes: [],
      financing: "none",
      costPerWeek: "",
      calledOffBy: "",
      contactName: "",
      contactEmail: "",
      contactPhone: "",
    } as const satisfies Partial<PlacementFormValues>;
    const id = await entered({ ...empty, purposes: [] });
    expect((await opened(id)).values).toEqual(placementFormValues({ ...own, ...empty, purposes: [] }));
  });

  test("is shown to anybody with ages and start, and without person and cost", async () => {
    const id = await entered();
    const shown = await showPlacement(publicActor, String(id));
    expect(shown).toMatchObject({
      placement: { ageMin: 18, ageMax: 64, startsFrom: "2027-02-01", purposes: ["prova_pa", "referens"] },
    });
    expect(JSON.stringify(shown)).not.toMatch(/Ulla|Kim|850|silverbacken|0581/);
  });

  test("a cost that nobody pays any longer is forgotten", async () => {
    const id = await entered();
    expect(await change(id, { financing: "none" })).toEqual({ ok: true });
    expect((await opened(id)).values).toMatchObject({ financing: "none", costPerWeek: "", calledOffBy: "" });
  });

  test("as a draft it is not confirmed as found in search, as published it is", async () => {
    expect(await statusOf(await entered({ title: "Utkast" }, "draft"))).toMatchObject({ status: "draft" });
    expect(await statusOf(await entered({ title: "Publicerad" }))).toEqual({
      status: "published",
      today: true,
    });
  });

  test("in a place that no gazetteer knows is refused, and nothing is left behind", async () => {
    const form = placementForm({ ...own, locality: "Ingenstans" });
    expect(await createPlacement(coordinator, form, "published")).toEqual({
      ok: false,
      code: "locality_unknown",
    });
    expect(
      await owner`SELECT 1 FROM employers WHERE organisation_number = ${form.organisationNumber}`,
    ).toHaveLength(0);
  });
});

describe("the contact person", () => {
  const people = (id: number) => owner`
    SELECT name, email, phone FROM contact_persons
     WHERE workplace_id = (SELECT workplace_id FROM placements WHERE id = ${id}) ORDER BY id`;

  test("is read by staff and the employer itself, and by nobody else", async () => {
    const id = await entered();
    const shown = await showPlacement(coordinator, String(id));
    if (!shown.ok) throw new Error(shown.code);
    const { employerId } = shown.placement;
    const employer: Actor = { ...publicActor, userId: "e", role: "employer", employerId };
    for (const reader of [coordinator, stranger, employer])
      expect(await readTerms(reader, { id, employerId })).toMatchObject({ contactName: "Ulla Franzén" });
    const participant = asParticipant(1, "00000000-0000-4000-8000-000000000000");
    for (const other of [publicActor, participant, { ...employer, employerId: employerId + 1 }])
      expect(await readTerms(other, { id, employerId })).toBeNull();
  });

  test("with another name takes the first one's place", async () => {
    const id = await entered();
    await change(id, { contactName: "Berit Ek", contactEmail: "", contactPhone: "0587-1 11 11" });
    expect([...(await people(id))]).toEqual([{ name: "Berit Ek", email: null, phone: "0587-1 11 11" }]);
  });

  test("who signs in is not renamed: the other one is added", async () => {
    const id = await entered();
    await owner`UPDATE contact_persons SET user_id = 'ulla' WHERE name = 'Ulla Franzén'
      AND workplace_id = (SELECT workplace_id FROM placements WHERE id = ${id})`;
    await change(id, { contactName: "Berit Ek" });
    expect((await people(id)).map(({ name }) => name)).toEqual(["Ulla Franzén", "Berit Ek"]);
  });

  test("is not removed by an empty field", async () => {
    const id = await entered();
    await change(id, { contactName: "", contactEmail: "", contactPhone: "" });
    expect(await people(id)).toHaveLength(1);
  });
});

describe("two who write at the same time", () => {
  test("the later one is told, and saves on top of what the other wrote only after seeing it", async () => {
    const id = await entered();
    const { seen } = await opened(id);
    expect(await change(id, { title: "Vattna" }, seen)).toEqual({ ok: true });
    expect(await change(id, { title: "Packa" }, seen)).toEqual({ ok: false, code: "changed_meanwhile" });
    const now = await opened(id);
    expect(now.values.title).toBe("Vattna");
    expect(await change(id, { title: "Packa" }, now.seen)).toEqual({ ok: true });
    expect((await opened(id)).values.title).toBe("Packa");
  });

  test("the same change sent twice is one change", async () => {
    const id = await entered();
    const { seen } = await opened(id);
    expect(await change(id, { title: "Vattna" }, seen)).toEqual({ ok: true });
    expect(await change(id, { title: "Vattna" }, seen)).toEqual({ ok: true });
  });

  test("a confirmation or a taken slot in between is no conflict", async () => {
    const id = await entered();
    const { seen } = await opened(id);
    await confirmPlacement(coordinator, id);
    await setClaimed(id, 1);
    expect(await change(id, { title: "Vattna" }, seen)).toEqual({ ok: true });
  });

  test("a new placement sent twice is one placement", async () => {
    const form = placementForm(own);
    const first = await createPlacement(coordinator, form, "published");
    expect(await createPlacement(coordinator, form, "published")).toEqual(first);
  });

  test("ten clicks at once make one placement", async () => {
    const form = placementForm(own);
    const made = await Promise.all(
      Array.from({ length: 10 }, () => createPlacement(coordinator, form, "published")),
    );
    expect(made.every(({ ok }) => ok)).toBe(true);
    const rows = await owner`
      SELECT 1 FROM placements p JOIN employers e ON e.id = p.employer_id
       WHERE e.organisation_number = ${form.organisationNumber}`;
    expect(rows).toHaveLength(1);
  });
});

test("two who enter the same placement of a new employer at once: one does, the other is told and changes nothing", async () => {
  const [one, other] = [
    placementForm(own),
    placementForm({ ...own, employerName: "Ett annat namn", capacity: "9" }),
  ];
  const colleague = staff("coordinator", coordinator.associationId!);
  const made = await Promise.all([
    createPlacement(coordinator, one, "published"),
    createPlacement(colleague, other, "published"),
  ]);
  expect(made.map((answer) => (answer.ok ? "made" : answer.code)).sort()).toEqual(["made", "title_taken"]);
  const winner = made[0]!.ok ? one : other;
  expect(
    await owner`SELECT e.name, p.capacity FROM placements p JOIN employers e ON e.id = p.employer_id
      WHERE e.organisation_number = ${one.organisationNumber}`,
  ).toEqual([{ name: winner.employerName, capacity: winner.capacity }]);
});

test("an employer that waits for its review is not verified by an edit", async () => {
  const id = await entered();
  const verified = () => owner`
    SELECT e.verified FROM employers e JOIN placements p ON p.employer_id = e.id WHERE p.id = ${id}`;
  expect(await verified()).toEqual([{ verified: true }]);
  await owner`UPDATE employers SET verified = false WHERE organisation_number = ${own.organisationNumber!}`;
  await change(id, { capacity: "4" });
  await entered({ title: "En till" });
  expect(await verified()).toEqual([{ verified: false }]);
});

describe("a title that the workplace has already", () => {
  test("is refused for a new placement", async () => {
    await entered();
    const other = placementForm({ ...own, capacity: "5" });
    expect(await createPlacement(coordinator, other, "draft")).toEqual({ ok: false, code: "title_taken" });
  });

  test("is refused for a change, which leaves everything as it was", async () => {
    await entered({ title: "Vattna" });
    const id = await entered({ title: "Packa" });
    const before = await opened(id);
    expect(await change(id, { title: "Vattna", employerName: "Nytt namn", contactName: "Ny" })).toEqual({
      ok: false,
      code: "title_taken",
    });
    expect((await opened(id)).values).toEqual(before.values);
  });
});

test("fewer slots than are taken are refused", async () => {
  const id = await entered({ capacity: "3" });
  await setClaimed(id, 2);
  expect(await change(id, { capacity: "1" })).toEqual({ ok: false, code: "capacity_taken" });
  expect(await change(id, { capacity: "2" })).toEqual({ ok: true });
});

describe("status", () => {
  test("walks draft → published ⇄ paused → archived, and not back", async () => {
    const id = await entered({}, "draft");
    for (const to of ["published", "paused", "published", "archived"] as const) {
      expect(await changeStatus(coordinator, id, to)).toEqual({ ok: true });
      expect(await statusOf(id)).toMatchObject({ status: to });
    }
    expect(await changeStatus(coordinator, id, "published")).toEqual({ ok: false, code: "wrong_status" });
  });

  test("a taken placement is not ended, but paused", async () => {
    const id = await entered();
    await setClaimed(id, 1);
    expect(await changeStatus(coordinator, id, "archived")).toEqual({ ok: false, code: "slots_taken" });
    expect(await changeStatus(coordinator, id, "paused")).toEqual({ ok: true });
  });

  test("publishing again is a confirmation: what was hidden is found again", async () => {
    const id = await entered();
    await changeStatus(coordinator, id, "paused");
    await makeOld(id);
    await changeStatus(coordinator, id, "published");
    expect(await statusOf(id)).toEqual({ status: "published", today: true });
  });
});

describe("a confirmation", () => {
  test("says that the listing is right today, and brings it back into search", async () => {
    const id = await entered();
    await makeOld(id);
    expect(await showPlacement(publicActor, String(id))).toMatchObject({ placement: { listed: false } });
    expect(await confirmPlacement(coordinator, id)).toEqual({ ok: true });
    expect(await showPlacement(publicActor, String(id))).toMatchObject({ placement: { listed: true } });
  });

  test("is about a listing that people can meet", async () => {
    const id = await entered({}, "draft");
    expect(await confirmPlacement(coordinator, id)).toEqual({ ok: false, code: "wrong_status" });
  });
});

describe("the register", () => {
  const everything = { text: "", status: null, page: 1 };

  test("shows the association's placements in every status, what waits first", async () => {
    const draft = await entered({ title: "Utkast" }, "draft");
    const published = await entered({ title: "Publicerad" });
    const listed = await listRegister(coordinator, everything);
    const ids = listed.ok ? listed.rows.map(({ id }) => id) : [];
    expect(ids.indexOf(draft)).toBeLessThan(ids.indexOf(published));
  });

  test("finds by title, employer and town, and reads a per cent sign as one", async () => {
    await entered({ title: "Hundra % bröd", employerName: `Bageriet ${own.organisationNumber}` });
    for (const text of ["% bröd", `bageriet ${own.organisationNumber}`, "hundra"])
      expect(await listRegister(coordinator, { ...everything, text })).toMatchObject({ total: 1 });
    expect(await listRegister(coordinator, { ...everything, text: "h%d" })).toMatchObject({ total: 0 });
  });

  test("is narrowed by status", async () => {
    const id = await entered({ title: `Pausad ${own.organisationNumber}` });
    await changeStatus(coordinator, id, "paused");
    const search = { ...everything, text: `Pausad ${own.organisationNumber}` };
    expect(await listRegister(coordinator, { ...search, status: "paused" })).toMatchObject({ total: 1 });
    expect(await listRegister(coordinator, { ...search, status: "published" })).toMatchObject({ total: 0 });
  });

  test("is a coordinator's", async () => {
    for (const other of [publicActor, staff("coach", coordinator.associationId!)])
      expect(await listRegister(other, everything)).toEqual({ ok: false, code: "forbidden" });
  });
});

test("another association's placement is not there: not to read, change, move or confirm", async () => {
  const id = await entered();
  const missing = { ok: false, code: "not_found" };
  expect(await editPlacement(stranger, id)).toEqual(missing);
  expect(await changePlacement(stranger, id, placementForm(own), (await opened(id)).seen)).toEqual(missing);
  expect(await changeStatus(stranger, id, "paused")).toEqual(missing);
  expect(await confirmPlacement(stranger, id)).toEqual(missing);
  expect(await editPlacement(stranger, 999_999)).toEqual(missing);
  const seenByStranger = await listRegister(stranger, { text: "", status: null, page: 1 });
  expect(seenByStranger.ok && seenByStranger.rows.some((row) => row.id === id)).toBe(false);
});

test("who is no coordinator enters nothing", async () => {
  for (const other of [
    publicActor,
    staff("coach", coordinator.associationId!),
    staff("admin", coordinator.associationId!),
  ])
    expect(await createPlacement(other, placementForm(own), "draft")).toEqual({
      ok: false,
      code: "not_found",
    });
});
