import { expect, test } from "vitest";
import { systemActor } from "#app/domain/identity/actor";
import { holdPlacement } from "#app/services/matching/hold-placement.server";
import { createParticipant } from "#app/services/profiles/create-participant.server";
import { withActor } from "#db/client.server";
import { enqueue } from "#db/queries/jobs.server";
import { anAssociation, staff } from "#tests/support/factories/people";
import { aPlacement } from "#tests/support/factories/placements";
import { participantForm } from "#tests/support/factories/profiles";
import { runDueJobs } from "#tests/support/jobs";
import { owner } from "#tests/support/owner";

const jobs = () => owner`SELECT task_identifier FROM graphile_worker.jobs ORDER BY id`;

test("a job is ordered together with what it follows from, or not at all", async () => {
  const cancelled = withActor(systemActor, async (tx) => {
    await enqueue(tx, "hide_unconfirmed", {});
    throw new Error("changed my mind");
  });
  await expect(cancelled).rejects.toThrow("changed my mind");
  expect(await jobs()).toHaveLength(0);

  await withActor(systemActor, (tx) => enqueue(tx, "hide_unconfirmed", {}, { key: "nightly" }));
  await withActor(systemActor, (tx) => enqueue(tx, "hide_unconfirmed", {}, { key: "nightly" }));
  expect(await jobs()).toHaveLength(1);
  await runDueJobs();
  expect(await jobs()).toHaveLength(0);
});

test("a job that is due later stays", async () => {
  const runAt = new Date(Date.now() + 3_600_000);
  await withActor(systemActor, (tx) => enqueue(tx, "hide_unconfirmed", {}, { runAt }));
  await runDueJobs();
  expect(await jobs()).toHaveLength(1);
});

test("the job for holds ends those whose days have passed", async () => {
  const coordinator = staff("coordinator", await anAssociation());
  const created = await createParticipant(coordinator, participantForm());
  if (!created.ok) throw new Error(created.code);
  const placement = await aPlacement(1);
  const held = await holdPlacement(coordinator, { reference: created.reference }, placement.id);
  if (!held.ok) throw new Error(held.code);
  await owner`UPDATE proposals SET hold_until = now() - interval '1 minute' WHERE id = ${held.proposal.id}`;
  await withActor(systemActor, (tx) => enqueue(tx, "expire_proposals", {}));
  await runDueJobs();
  const [row] = await owner`SELECT status, holds_slot FROM proposals WHERE id = ${held.proposal.id}`;
  expect(row).toEqual({ status: "expired", holds_slot: false });
});
