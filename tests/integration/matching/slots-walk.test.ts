import fc from "fast-check";
import { expect, test } from "vitest";
import type { Actor } from "#app/domain/identity/actor";
import { proposalStatuses } from "#app/domain/matching/proposal-status";
import { expireProposals } from "#app/services/matching/expire-proposals.server";
import { holdPlacement } from "#app/services/matching/hold-placement.server";
import { moveProposal } from "#app/services/matching/move-proposal.server";
import { anAssociation, asParticipant, staff } from "#tests/support/factories/people";
import { aPlacement } from "#tests/support/factories/placements";
import { owner } from "#tests/support/owner";

const people = ["W-0", "W-1", "W-2"];
const steps = proposalStatuses.filter((status) => status !== "shortlisted");
const move = fc.record({
  person: fc.nat(people.length - 1),
  what: fc.oneof(
    { weight: 3, arbitrary: fc.constant("hold" as const) },
    { weight: 1, arbitrary: fc.constant("time passes" as const) },
    { weight: 8, arbitrary: fc.constantFrom(...steps) },
  ),
  by: fc.constantFrom("coordinator" as const, "participant" as const, "employer" as const),
});

test("whatever anybody does, in whatever order and at once: the slots taken are the proposals that hold one", async () => {
  const associationId = await anAssociation();
  const ids: string[] = [];
  for (const reference of people) {
    const [row] = await owner`INSERT INTO participants (association_id, reference)
      VALUES (${associationId}, ${reference}) RETURNING id`;
    ids.push(row!.id);
    await owner`INSERT INTO consents (association_id, participant_id, purpose, text_version, given_how,
        recorded_by_name, valid_from, valid_until)
      VALUES (${associationId}, ${row!.id}, 'present_to_employers', '1', 'paper', 'Test', current_date, current_date + 9)`;
  }
  const coordinator = staff("coordinator", associationId);
  const wins: number[] = [];

  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(move, { minLength: 1, maxLength: 3 }), { maxLength: 12 }),
      async (walk) => {
        const placement = await aPlacement(2);
        for (const atOnce of walk) {
          await Promise.all(atOnce.map((one) => take(one, placement)));
          const [row] = await owner`
          SELECT claimed, capacity, (SELECT count(*)::int FROM proposals WHERE placement_id = l.id AND holds_slot) AS held
            FROM placements l WHERE id = ${placement.id}`;
          expect(row!.claimed).toBe(row!.held);
          expect(row!.claimed).toBeLessThanOrEqual(row!.capacity);
          wins.push(row!.claimed);
        }
      },
    ),
    { numRuns: 25 },
  );
  expect(Math.max(...wins), "the walks fill the placement").toBe(2);

  async function take(
    { person, what, by }: { person: number; what: string; by: string },
    placement: { id: number; employer: Actor },
  ) {
    const reference = people[person]!;
    if (what === "hold") return holdPlacement(coordinator, { reference }, placement.id);
    if (what === "time passes") {
      await owner`UPDATE proposals SET hold_until = now() - interval '1 second'
        WHERE placement_id = ${placement.id} AND participant_id = ${ids[person]!} AND hold_until IS NOT NULL`;
      return expireProposals();
    }
    const [row] = await owner`SELECT id FROM proposals
      WHERE placement_id = ${placement.id} AND participant_id = ${ids[person]!} ORDER BY created_at DESC LIMIT 1`;
    if (!row) return;
    const actors = {
      coordinator,
      participant: asParticipant(associationId, ids[person]!),
      employer: placement.employer,
    };
    return moveProposal(actors[by as keyof typeof actors], {
      proposalId: row.id,
      to: what as (typeof steps)[number],
      how: "telefon",
      reason: "other",
      visit: { at: new Date(Date.now() + 86_400_000), place: "Kvarnen", nameAgreed: true },
    });
  }
});
