import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Actor } from "#app/domain/identity/actor";
import { dayAfter } from "#app/domain/organisations/day";
import { today } from "#app/platform/clock.server";
import { seedAccount } from "#app/services/identity/seed-account.server";
import { answerAppetite } from "#app/services/organisations/own-employer.server";
import { remindAskAgain } from "#app/services/organisations/remind-ask-again.server";
import {
  changeEmployer,
  editEmployer,
  recordVersion,
} from "#app/services/organisations/save-employer.server";
import { anEmployer } from "#tests/support/factories/employers";
import { anOwnEmployer } from "#tests/support/factories/own-employer";
import { anAssociation, staff } from "#tests/support/factories/people";
import { runDueJobs } from "#tests/support/jobs";
import { mailsTo } from "#tests/support/mailbox";
import { owner } from "#tests/support/owner";

const inThreeDays = dayAfter(today(), 3);
let email: string;
let me: Actor;

beforeEach(async () => {
  const associationId = await anAssociation();
  email = `${crypto.randomUUID()}@fraga.example`;
  const userId = await seedAccount({
    email,
    name: "Karin",
    memberships: [{ role: "coordinator", associationId }],
  });
  me = { ...staff("coordinator", associationId), userId, name: "Karin" };
});
afterEach(() => vi.useRealTimers());

/** Makes it a later day, in the process and for the queue, and does what is due. */
async function whenItIs(day: string): Promise<void> {
  vi.useFakeTimers({ toFake: ["Date"], now: new Date(`${day}T08:00:00Z`) });
  await owner`UPDATE graphile_worker._private_jobs SET run_at = now() WHERE run_at <= ${`${day}T08:00:00Z`}::timestamptz`;
  await runDueJobs();
  await runDueJobs();
}

const held = () => anEmployer({ contact_owner_user: me.userId, contact_owner_name: me.name });

/** What a coordinator writes down about an employer's appetite. */
async function says(employerId: number, appetite: "yes" | "maybe" | "not_now", askAgainOn?: string) {
  const known = await editEmployer(me, employerId);
  if (!known.ok) throw new Error(known.code);
  const { organisationNumber, name, sector } = known.record;
  const form = { organisationNumber: organisationNumber ?? undefined, name, sector, appetite, askAgainOn };
  expect(await changeEmployer(me, employerId, form, recordVersion(known.record))).toMatchObject({ ok: true });
}

test("whoever holds the relation has one mail on the day, however often the job runs", async () => {
  const employer = await held();
  await says(employer.id, "maybe", inThreeDays);
  await whenItIs(dayAfter(today(), 1));
  expect(mailsTo(email)).toHaveLength(0);
  await whenItIs(inThreeDays);
  await remindAskAgain({ employerId: employer.id, day: inThreeDays });
  await whenItIs(inThreeDays);
  expect(mailsTo(email)).toMatchObject([
    {
      subject: `Dags att fråga ${employer.name} igen`,
      text: expect.stringContaining(`/samordnare/arbetsgivare/${employer.id}`),
    },
  ]);
});

test("an employer's own answer is remembered too, and another day replaces the first", async () => {
  const { employerId, administrator: their } = await anOwnEmployer();
  await owner`UPDATE employers SET contact_owner_user = ${me.userId} WHERE id = ${employerId}`;
  await answerAppetite(their, { appetite: "not_now", askAgainOn: inThreeDays });
  await answerAppetite(their, { appetite: "not_now", askAgainOn: dayAfter(inThreeDays, 2) });
  await whenItIs(inThreeDays);
  expect(mailsTo(email)).toHaveLength(0);
  await whenItIs(dayAfter(inThreeDays, 2));
  expect(mailsTo(email)).toHaveLength(1);
});

test("nobody is reminded of a day that was taken away, nor of a relation that was given up", async () => {
  const [willing, left] = [await held(), await held()];
  await says(willing.id, "maybe", inThreeDays);
  await says(willing.id, "yes");
  await says(left.id, "maybe", inThreeDays);
  await owner`UPDATE employers SET contact_owner_user = NULL, contact_owner_name = NULL WHERE id = ${left.id}`;
  await whenItIs(inThreeDays);
  expect(mailsTo(email)).toHaveLength(0);
});
