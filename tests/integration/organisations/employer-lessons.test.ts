import { describe, expect, test } from "vitest";
import type { Closing } from "#app/domain/agreements/closing";
import { systemActor } from "#app/domain/identity/actor";
import type { Outcome } from "#app/domain/outcome";
import { closeAgreement } from "#app/services/agreements/close-agreement.server";
import {
  acceptChanges,
  giveLessons,
  giveLinkedLessons,
  readLinkedThanks,
  readThanks,
} from "#app/services/organisations/employer-lessons.server";
import { withActor } from "#db/client.server";
import { listLessonsOf } from "#db/queries/employer-lessons.server";
import { aCircle, begun, inForce } from "#tests/support/factories/agreements";
import { runDueJobs } from "#tests/support/jobs";
import { mailsTo, secretIn } from "#tests/support/mailbox";
import { owner } from "#tests/support/owner";

const closing: Closing = {
  outcome: "arbete",
  educationForm: null,
  selfSufficiency: "helt",
  nextStep: "Börja på lagret",
  responsible: "Coachen",
  nextOn: "2099-09-01",
  answer: "yes",
  answerWords: "Ja.",
  participantNote: "",
  employerMayKnow: false,
};
async function taken<T extends object>(outcome: Promise<Outcome<T>>): Promise<T> {
  const answer = await outcome;
  if (!answer.ok) throw new Error(answer.code);
  return answer;
}
let counter = 0;

/** An agreement that is over, at an employer who is reached by mail; eight hours a week with an own pace. */
async function over(changes: Partial<Closing> = {}) {
  const circle = await aCircle();
  const mail = `chefen-${process.pid}-${counter++}@example.org`;
  await owner`UPDATE placements SET hours_min = 10, hours_max = 20, adaptations = '{tyst_rum}',
    demand_tempo = 3 WHERE id = ${circle.placementId}`;
  const id = await inForce(circle, { adaptations: { list: ["eget_tempo"], words: "" } });
  await begun(id);
  await owner`UPDATE agreements SET contacts = jsonb_set(contacts, '{employer1,email}', ${owner.json(mail)}) WHERE id = ${id}`;
  await taken(closeAgreement(circle.coordinator, id, { ...closing, ...changes }));
  return { circle, id, mail };
}

describe("thanks", () => {
  test("come by mail, name nobody, and what was learnt is written without an account; looking changes nothing", async () => {
    const { circle, id, mail } = await over();
    await runDueJobs();
    const thanks = mailsTo(mail).at(-1);
    expect(thanks?.text).not.toMatch(new RegExp(circle.reference));
    const token = secretIn(thanks, "tack");
    expect(await readLinkedThanks(token)).toMatchObject({ ok: true, thanks: { lessons: null } });
    expect(await owner`SELECT 1 FROM employer_lessons WHERE agreement_id = ${id}`).toEqual([]);
    await taken(giveLinkedLessons(token, { wentWell: "Korta pass.", toChange: "" }));
    await taken(giveLinkedLessons(token, { wentWell: "Korta pass.", toChange: "Fler timmar." }));
    const lessons = await withActor(circle.coordinator, (tx) =>
      listLessonsOf(tx, circle.employerId, circle.associationId, 10),
    );
    expect(lessons).toMatchObject([{ wentWell: "Korta pass.", toChange: "Fler timmar." }]);
    expect(JSON.stringify(lessons)).not.toContain(circle.reference);
    for (const actor of [circle.employer, systemActor])
      expect(await withActor(actor, (tx) => tx.execute("DELETE FROM employer_lessons RETURNING 1"))).toEqual(
        [],
      );
    await owner`UPDATE closing_links SET expires_at = now() - interval '1 minute' WHERE agreement_id = ${id}`;
    expect(await giveLinkedLessons(token, { wentWell: "x", toChange: "" })).toMatchObject({
      code: "link_expired",
    });
  });

  test("say what came of it only with the participant's yes, or in numbers that nobody can be picked out of", async () => {
    const { circle, id } = await over();
    expect(await readThanks(circle.employer, id)).toMatchObject({ thanks: { came: { is: "nothing" } } });
    await owner`UPDATE agreement_closings SET employer_may_know = true WHERE agreement_id = ${id}`;
    expect(await readThanks(circle.employer, id)).toMatchObject({
      thanks: { came: { is: "told", outcome: "arbete" } },
    });
  });

  test("are for the employer alone, and only when it is over", async () => {
    const { circle, id } = await over();
    for (const actor of [circle.coordinator, circle.participant, circle.caseWorker, circle.stranger])
      expect(await readThanks(actor, id)).toEqual({ ok: false, code: "not_found" });
    await owner`UPDATE agreements SET status = 'in_force' WHERE id = ${id}`;
    expect(await readThanks(circle.employer, id)).toEqual({ ok: false, code: "not_found" });
  });
});

test("one button makes the listing say what it was like: hours, an adaptation that was used, and what it eased", async () => {
  const { circle, id } = await over();
  const { proposed } = await taken(readThanks(circle.employer, id));
  expect(proposed?.changes).toMatchObject([
    { key: "hours", from: [10, 20], to: [8, 20] },
    { key: "adaptation:eget_tempo" },
    { key: "demand:tempo", from: 3, to: 2 },
  ]);
  const keys = proposed!.changes.map(({ key }) => key);
  // What cannot be written down as taken is not done either.
  const nameless = { ...circle.employer, name: null as never };
  await expect(acceptChanges(nameless, id, keys, proposed!.seen)).rejects.toThrow();
  expect(await taken(readThanks(circle.employer, id))).toMatchObject({ proposed });
  const both = [1, 2].map(() => acceptChanges(circle.employer, id, keys, proposed!.seen));
  expect(await Promise.all(both)).toEqual([{ ok: true }, { ok: true }]);
  const [listing] = await owner`SELECT hours_min::float, hours_max::float, adaptations, demand_tempo AS tempo
    FROM placements WHERE id = ${circle.placementId}`;
  expect(listing).toEqual({
    hours_min: 8,
    hours_max: 20,
    adaptations: expect.arrayContaining(["tyst_rum", "eget_tempo"]),
    tempo: 2,
  });
  const again = await taken(readThanks(circle.employer, id));
  expect(again.thanks.lessons?.accepted.sort()).toEqual([...keys].sort());
  // What eased one step is not proposed a second time.
  expect(again.proposed?.changes).toEqual([]);
  await taken(giveLessons(circle.employer, id, { wentWell: "Bra", toChange: "" }));
  expect((await taken(readThanks(circle.employer, id))).thanks.lessons?.accepted).toHaveLength(keys.length);
});

test("a listing that somebody changed meanwhile is not changed by what was read before", async () => {
  const { circle, id } = await over();
  const { proposed } = await taken(readThanks(circle.employer, id));
  await owner`UPDATE placements SET title = 'Något annat' WHERE id = ${circle.placementId}`;
  expect(await acceptChanges(circle.employer, id, ["hours"], proposed!.seen)).toEqual({
    ok: false,
    code: "changed_meanwhile",
  });
  expect(await acceptChanges(circle.employer, id, ["hittepå"], proposed!.seen)).toEqual({
    ok: false,
    code: "nothing_chosen",
  });
});
