import { describe, expect, test } from "vitest";
import { commentWorkProfile, confirmWorkProfile } from "#app/services/profiles/confirm-work-profile.server";
import { readOwnWorkProfile, readWorkProfile } from "#app/services/profiles/read-work-profile.server";
import { findUnknownWords, saveWorkProfile } from "#app/services/profiles/save-work-profile.server";
import { showParticipant } from "#app/services/profiles/show-participant.server";
import { withActor } from "#db/client.server";
import { readWorkProfile as readForMatching } from "#db/queries/profiles.server";
import { anAssociation, asParticipant, staff } from "#tests/support/factories/people";
import { aParticipant, workProfileForm } from "#tests/support/factories/profiles";
import { owner } from "#tests/support/owner";

async function begin() {
  const associationId = await anAssociation();
  const coordinator = staff("coordinator", associationId);
  const { reference, participantId } = await aParticipant(coordinator);
  return { associationId, coordinator, reference, participantId };
}

async function eventsOf(participantId: string): Promise<string[]> {
  const rows =
    await owner`SELECT action FROM audit_events WHERE participant_id = ${participantId} ORDER BY id`;
  return rows.map((row) => row.action);
}

describe("a work profile is saved", () => {
  test("as a draft with hardly anything known", async () => {
    const { coordinator, reference } = await begin();
    const form = workProfileForm({ abilities: {}, kinds: [], locality: undefined });
    expect(await saveWorkProfile(coordinator, reference, form, "draft")).toEqual({ ok: true, version: 1 });
    const read = await readWorkProfile(coordinator, reference);
    expect(read).toMatchObject({
      profile: { version: 1, status: "started", draft: { startHours: 8, kinds: [] } },
    });
  });

  test("complete: matching reads it, with the point of the locality in Sweden's grid", async () => {
    const { coordinator, reference, participantId } = await begin();
    expect(await saveWorkProfile(coordinator, reference, workProfileForm(), "complete")).toMatchObject({
      ok: true,
    });
    const stored = await withActor(coordinator, (tx) => readForMatching(tx, participantId));
    expect(stored).toMatchObject({ status: "complete", birthYear: 1988, reference, version: 1 });
    expect(stored?.profile).toMatchObject({ locality: "Lindesberg", maxKm: 25, wishedTasks: ["vaxthus"] });
    expect(stored?.profile?.from.east).toBeCloseTo(512_000, -4);
    expect(stored?.profile?.from.north).toBeCloseTo(6_605_000, -4);
  });

  test("marked complete with an ability unanswered: refused, nothing written", async () => {
    const { coordinator, reference } = await begin();
    const form = workProfileForm({ abilities: { lyft: "1" } });
    expect(await saveWorkProfile(coordinator, reference, form, "complete")).toEqual({
      ok: false,
      code: "incomplete",
    });
    expect(await readWorkProfile(coordinator, reference)).toMatchObject({
      profile: { version: 0, status: "none" },
    });
  });

  test("older versions are kept, and the overview lists them", async () => {
    const { coordinator, reference } = await begin();
    await saveWorkProfile(coordinator, reference, workProfileForm({ maxKm: 10 }), "draft");
    await saveWorkProfile(coordinator, reference, workProfileForm({ version: 1, maxKm: 20 }), "complete");
    await saveWorkProfile(coordinator, reference, workProfileForm({ version: 2, maxKm: 30 }), "complete");
    const shown = await showParticipant(coordinator, reference);
    expect(shown).toMatchObject({
      profile: { version: 3, status: "complete", draft: { maxKm: 30 } },
      olderVersions: [
        { version: 2, status: "complete" },
        { version: 1, status: "started" },
      ],
    });
    const kept = await owner`SELECT v.version, (profile->>'maxKm')::integer AS km FROM work_profile_versions v
      JOIN participants p ON p.id = v.participant_id WHERE p.reference = ${reference} ORDER BY v.version`;
    expect(kept.map(({ version, km }) => [version, km])).toEqual([
      [1, 10],
      [2, 20],
    ]);
  });

  test("a newer version in another tab: both are there to be seen, none is lost", async () => {
    const { coordinator, reference } = await begin();
    await saveWorkProfile(coordinator, reference, workProfileForm({ maxKm: 10 }), "draft");
    const mine = workProfileForm({ version: 0, maxKm: 40 });
    expect(await saveWorkProfile(coordinator, reference, mine, "draft")).toMatchObject({
      code: "changed_meanwhile",
      current: { version: 1, draft: { maxKm: 10 } },
    });
  });

  test("two first saves at once: one wins, the other is told", async () => {
    const { coordinator, reference } = await begin();
    const answers = await Promise.all(
      [10, 20].map((maxKm) => saveWorkProfile(coordinator, reference, workProfileForm({ maxKm }), "draft")),
    );
    expect(answers.map((answer) => answer.ok).sort()).toEqual([false, true]);
  });

  test("a locality that is on no list comes back with names that are near", async () => {
    const { coordinator, reference } = await begin();
    const form = workProfileForm({ locality: "Lindesbergg" });
    const answer = await saveWorkProfile(coordinator, reference, form, "draft");
    expect(answer).toMatchObject({ code: "unknown_words", near: { exclude: null } });
    expect("near" in answer && answer.near.locality).toContain("Lindesberg (Lindesberg)");
  });

  test("a workplace is excluded by name or by organisation number", async () => {
    const { coordinator, reference } = await begin();
    const [employer] = await owner`INSERT INTO employers (organisation_number, name, sector)
      VALUES ('556000-1234', 'Silverbäckens Handelsträdgård', 'privat') RETURNING id`;
    const [workplace] =
      await owner`INSERT INTO workplaces (employer_id, name, address, locality, municipality_code, point)
      VALUES (${employer!.id}, 'Växthuset', 'Hyttvägen 4', 'Storå', '1885', '(510000,6620000)') RETURNING id`;
    const byNumber = workProfileForm({ exclude: "5560001234" });
    await saveWorkProfile(coordinator, reference, byNumber, "draft");
    const both = workProfileForm({
      version: 1,
      excluded: [`employer:${employer!.id}`],
      exclude: "växthuset",
    });
    await saveWorkProfile(coordinator, reference, both, "draft");
    expect(await readWorkProfile(coordinator, reference)).toMatchObject({
      profile: {
        draft: { excludedEmployerIds: [employer!.id], excludedWorkplaceIds: [workplace!.id] },
        excluded: [{ name: "Silverbäckens Handelsträdgård" }, { name: "Växthuset", place: "Storå" }],
      },
    });
    const unknown = workProfileForm({ version: 2, exclude: "silverb" });
    expect(await saveWorkProfile(coordinator, reference, unknown, "draft")).toMatchObject({
      code: "unknown_words",
      near: { locality: null, exclude: [{ name: "Silverbäckens Handelsträdgård" }] },
    });
    const words = { locality: "Lindesbergg", exclude: "silverb" };
    expect(await findUnknownWords(coordinator, reference, words)).toMatchObject({
      near: { locality: expect.arrayContaining(["Lindesberg (Lindesberg)"]), exclude: [{}] },
    });
    const foreign = staff("coordinator", await anAssociation());
    expect(await findUnknownWords(foreign, reference, words)).toEqual({ ok: false, code: "not_found" });
  });

  test("by a coach, another association or the participant: not found, and nothing is written", async () => {
    const { associationId, reference, participantId } = await begin();
    const others = [
      staff("coach", associationId),
      staff("coordinator", await anAssociation()),
      asParticipant(associationId, participantId),
    ];
    for (const actor of others) {
      const answer = await saveWorkProfile(actor, reference, workProfileForm(), "draft");
      expect(answer).toEqual({ ok: false, code: "not_found" });
    }
    expect(await eventsOf(participantId)).toEqual(["participant.created"]);
  });
});

describe("the participant", () => {
  test("reads, comments and confirms the own profile; each leaves one event", async () => {
    const { associationId, coordinator, reference, participantId } = await begin();
    await saveWorkProfile(coordinator, reference, workProfileForm(), "complete");
    const oneself = asParticipant(associationId, participantId);
    expect(await readOwnWorkProfile(oneself)).toMatchObject({ profile: { status: "complete", version: 1 } });
    expect(
      await commentWorkProfile(oneself, { version: 1, text: "Jag orkar tisdagar också." }),
    ).toMatchObject({ ok: true });
    expect(await confirmWorkProfile(oneself, 1)).toMatchObject({ ok: true });
    expect(await readWorkProfile(coordinator, reference)).toMatchObject({
      profile: { status: "confirmed", comments: [{ version: 1, comment: "Jag orkar tisdagar också." }] },
    });
    expect(await eventsOf(participantId)).toEqual([
      "participant.created",
      "profile.changed",
      "profile.read",
      "profile.commented",
      "profile.confirmed",
      "profile.read",
    ]);
  });

  test("confirms the version that was read, not one that came meanwhile", async () => {
    const { associationId, coordinator, reference, participantId } = await begin();
    await saveWorkProfile(coordinator, reference, workProfileForm(), "complete");
    await saveWorkProfile(coordinator, reference, workProfileForm({ version: 1, maxKm: 60 }), "complete");
    const oneself = asParticipant(associationId, participantId);
    expect(await confirmWorkProfile(oneself, 1)).toEqual({ ok: false, code: "changed_meanwhile" });
  });

  test("cannot confirm a draft, and a change after the yes asks again", async () => {
    const { associationId, coordinator, reference, participantId } = await begin();
    const oneself = asParticipant(associationId, participantId);
    await saveWorkProfile(coordinator, reference, workProfileForm(), "draft");
    expect(await confirmWorkProfile(oneself, 1)).toEqual({ ok: false, code: "wrong_status" });
    await saveWorkProfile(coordinator, reference, workProfileForm({ version: 1 }), "complete");
    await confirmWorkProfile(oneself, 2);
    await saveWorkProfile(coordinator, reference, workProfileForm({ version: 2, maxKm: 60 }), "complete");
    expect(await readOwnWorkProfile(oneself)).toMatchObject({
      profile: { status: "complete", confirmedAt: null },
    });
  });

  test("reads nobody else's profile", async () => {
    const { associationId, coordinator, participantId } = await begin();
    const other = await aParticipant(coordinator);
    await saveWorkProfile(coordinator, other.reference, workProfileForm(), "complete");
    const oneself = asParticipant(associationId, participantId);
    expect(await readWorkProfile(oneself, other.reference)).toEqual({ ok: false, code: "not_found" });
    expect(await withActor(oneself, (tx) => readForMatching(tx, other.participantId))).toBeNull();
  });
});

test("half a year later the profile is read as outdated, and the list finds it", async () => {
  const { coordinator, reference, participantId } = await begin();
  await saveWorkProfile(coordinator, reference, workProfileForm(), "complete");
  await owner`UPDATE work_profiles SET updated_at = now() - interval '7 months' WHERE participant_id = ${participantId}`;
  expect(await readWorkProfile(coordinator, reference)).toMatchObject({ profile: { status: "outdated" } });
  const { listParticipants } = await import("#app/services/profiles/list-participants.server");
  const search = { reference: null, municipality: null, status: "outdated" as const, page: 1 };
  expect(await listParticipants(coordinator, search)).toMatchObject({
    rows: [{ reference, status: "outdated" }],
  });
});

test("the same words sent twice are one comment", async () => {
  const associationId = await anAssociation();
  const { participantId, reference } = await aParticipant(staff("coordinator", associationId));
  await saveWorkProfile(staff("coordinator", associationId), reference, workProfileForm(), "complete");
  const participant = asParticipant(associationId, participantId);
  await Promise.all(
    [1, 2].map(() => commentWorkProfile(participant, { version: 1, text: "Helst på morgonen." })),
  );
  await commentWorkProfile(participant, { version: 1, text: "Och inte för långt." });
  const comments = await owner`
    SELECT comment FROM work_profile_comments WHERE participant_id = ${participantId} ORDER BY commented_at`;
  expect(comments.map(({ comment }) => comment)).toEqual(["Helst på morgonen.", "Och inte för långt."]);
});
