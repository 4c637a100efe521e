import { expect, test } from "vitest";
import { latestLooks, looksOnPage } from "#app/domain/audit/looks";
import { readMyPage } from "#app/services/matching/read-my-page.server";
import { showParticipant } from "#app/services/profiles/show-participant.server";
import { anAssociation, asParticipant, staff } from "#tests/support/factories/people";
import { aParticipant } from "#tests/support/factories/profiles";
import { owner } from "#tests/support/owner";

test("one who looks twice in a day is one line, one's own reading none, and all can be seen", async () => {
  const coordinator = staff("coordinator", await anAssociation());
  const { participantId, reference } = await aParticipant(coordinator);
  const me = asParticipant(coordinator.associationId!, participantId);
  await showParticipant(coordinator, reference);
  await showParticipant(coordinator, reference);
  await owner`INSERT INTO audit_events (association_id, user_id, user_name, role, action, participant_id)
    VALUES (${coordinator.associationId}, ${me.userId}, ${me.name}, 'participant', 'plan.read', ${participantId})`;
  const first = await readMyPage(me);
  expect(first.looks.map(({ by, action }) => [by, action])).toEqual([
    [coordinator.name, "participant.read"],
    [coordinator.name, "participant.created"],
  ]);
  expect(first.moreLooks).toBe(false);
  await owner`INSERT INTO audit_events (association_id, user_name, role, action, participant_id)
    SELECT ${coordinator.associationId}, 'Kollega ' || n, 'coordinator', 'consent.read', ${participantId}
      FROM generate_series(1, ${looksOnPage}) n`;
  const latest = await readMyPage(me);
  expect([latest.looks.length, latest.moreLooks]).toEqual([latestLooks, true]);
  const [one, two] = [await readMyPage(me, 1), await readMyPage(me, 2)];
  expect([one.looks.length, one.moreLooks]).toEqual([looksOnPage, true]);
  expect([two.looks.length, two.moreLooks]).toEqual([2, false]);
});
