import { expect, test } from "vitest";
import { type Actor, publicActor, roles } from "#app/domain/identity/actor";
import { participantStandings, proposalOutcomes } from "#app/domain/reports/board-figures";
import { listPeople } from "#app/services/reports/list-people.server";
import { readBoardFigures } from "#app/services/reports/read-board-figures.server";
import { inDays } from "#tests/support/days";
import { aCaseWorker, anAgency, anAssociation, staff } from "#tests/support/factories/people";
import { aPlacement } from "#tests/support/factories/placements";
import { owner } from "#tests/support/owner";

const as = (role: Actor["role"], associationId: number | null): Actor => ({
  ...publicActor,
  userId: "någon",
  name: "Någon",
  role,
  associationId,
});

let people = 0;
/** Participants of an association, as many as asked for; answers their ids. */
async function some(count: number, associationId: number, more: Record<string, unknown> = {}) {
  const ids: string[] = [];
  for (let made = 0; made < count; made++) {
    people += 1;
    const [row] = await owner`INSERT INTO participants ${owner({
      association_id: associationId,
      reference: `S-${people}`,
      ...more,
    })} RETURNING id`;
    ids.push(row!.id);
  }
  return ids;
}

async function figuresOf(associationId: number) {
  const read = await readBoardFigures(as("board", associationId));
  if (!read.ok) throw new Error(read.code);
  const { participants, proposals, ...rest } = read.figures;
  return {
    ...rest,
    total: participants.total,
    standing: (name: (typeof participantStandings)[number]) =>
      participants.cells[participantStandings.indexOf(name)],
    outcome: (name: (typeof proposalOutcomes)[number]) => proposals.cells[proposalOutcomes.indexOf(name)],
  };
}

test("a board sees how many stand where, of its own association only, and never fewer than five", async () => {
  const [own, other] = [await anAssociation([]), await anAssociation([])];
  await some(9, own);
  await some(2, own, { closed_on: "2026-01-01" });
  await some(7, other);
  const few = await figuresOf(own);
  expect([few.standing("none"), few.standing("closed"), few.total]).toEqual([null, null, 11]);

  await some(3, own, { closed_on: "2026-01-01" });
  const enough = await figuresOf(own);
  expect([enough.standing("none"), enough.standing("closed"), enough.total]).toEqual([9, 5, 14]);
});

test("proposals by outcome, and the median of days from referral to first proposal", async () => {
  const association = await anAssociation([]);
  const placement = await aPlacement(3);
  const ids = await some(6, association);
  for (const [place, id] of ids.entries()) {
    await owner`INSERT INTO referrals (association_id, participant_id, referred_on)
      VALUES (${association}, ${id}, current_date - 40)`;
    await owner`INSERT INTO proposals ${owner({
      association_id: association,
      participant_id: id,
      placement_id: placement.id,
      employer_id: placement.employerId,
      status: place === 0 ? "agreed" : "employer_no",
      created_at: inDays(-place),
    })}`;
  }
  const { outcome, medianDays } = await figuresOf(association);
  expect(outcome("agreed")).toBeNull();
  expect(outcome("on_its_way")).toBe(0);
  // 40, 39 … 35 days: the middle is between 37 and 38.
  expect(medianDays).toBe(38);

  const [row] =
    await owner`SELECT count(*)::integer AS n FROM proposals WHERE association_id = ${association}`;
  expect(row!.n).toBe(6);
});

test("with fewer than five behind it no median is told", async () => {
  expect((await figuresOf(await anAssociation([]))).medianDays).toBeNull();
});

test("free slots are those of the association's municipalities", async () => {
  const association = await anAssociation(["2584"]);
  const { id } = await aPlacement(3);
  await owner`UPDATE workplaces SET municipality_code = '2584'
    WHERE id = (SELECT workplace_id FROM placements WHERE id = ${id})`;
  await owner`UPDATE placements SET claimed = 1 WHERE id = ${id}`;
  expect((await figuresOf(association)).placements).toEqual({ published: 1, slots: 3, free: 2, waiting: 0 });
});

test.each(roles.filter((role) => role !== "board"))("a %s reads no board figures", async (role) => {
  const association = await anAssociation([]);
  expect(await readBoardFigures(as(role, association))).toEqual({ ok: false, code: "forbidden" });
});

test("an administrator sees who works with the association, and no participant; nobody else does", async () => {
  const [own, other] = [await anAssociation([]), await anAssociation([])];
  const worker = await aCaseWorker(own, await anAgency());
  await aCaseWorker(other, await anAgency());
  const read = await listPeople(staff("admin", own));
  expect(read).toMatchObject({ ok: true, people: [{ name: worker.name, role: "case_worker" }] });
  for (const role of roles.filter((name) => name !== "admin"))
    expect(await listPeople(as(role, own))).toEqual({ ok: false, code: "forbidden" });
});
