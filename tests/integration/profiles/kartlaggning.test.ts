import { sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { kartlaggningParts } from "#app/domain/profiles/kartlaggning-parts";
import { today } from "#app/platform/clock.server";
import { changeParticipant, editParticipant } from "#app/services/profiles/change-participant.server";
import { completeKartlaggning, noteMeeting } from "#app/services/profiles/complete-kartlaggning.server";
import {
  commentPart,
  confirmEverything,
  confirmPart,
  takeBackYes,
} from "#app/services/profiles/confirm-part.server";
import { rateOneself } from "#app/services/profiles/rate-oneself.server";
import { readKartlaggning, readOwnKartlaggning } from "#app/services/profiles/read-kartlaggning.server";
import { readOwnPart, readPart } from "#app/services/profiles/read-part.server";
import { readSharedParts } from "#app/services/profiles/read-shared-parts.server";
import { savePart } from "#app/services/profiles/save-part.server";
import { withActor } from "#db/client.server";
import { saveOwnRating } from "#db/queries/own-ratings.server";
import { fillEveryPart, partForm, planAnswers } from "#tests/support/factories/kartlaggning";
import { aCaseWorker, anAgency, anAssociation, asParticipant, staff } from "#tests/support/factories/people";
import { aParticipant, participantForm } from "#tests/support/factories/profiles";
import { owner } from "#tests/support/owner";

async function begin(changes: Parameters<typeof aParticipant>[1] = {}) {
  const associationId = await anAssociation();
  const coordinator = staff("coordinator", associationId);
  const { reference, participantId } = await aParticipant(coordinator, changes);
  const oneself = asParticipant(associationId, participantId);
  return { associationId, coordinator, reference, participantId, oneself };
}

async function overviewOf(actor: Parameters<typeof readKartlaggning>[0], reference: string) {
  const read = await readKartlaggning(actor, reference);
  if (!read.ok) throw new Error(read.code);
  return read.overview;
}

async function eventsOf(participantId: string): Promise<string[]> {
  const rows = await owner`SELECT action || coalesce(' ' || (details->>'part'), '') AS said FROM audit_events
    WHERE participant_id = ${participantId} ORDER BY id`;
  return rows.map((row) => row.said);
}

describe("a part is saved", () => {
  test("on its own, with owner, date and visibility; the others are untouched", async () => {
    const { coordinator, reference } = await begin();
    const form = partForm(
      "framtid",
      { egna_ord: "Jag vill ut.", mal: "Ett jobb" },
      { unknown: ["uppgifter"] },
    );
    expect(await savePart(coordinator, reference, "framtid", form)).toEqual({ ok: true, version: 1 });
    const overview = await overviewOf(coordinator, reference);
    expect(overview.status).toBe("started");
    const lines = overview.parts.filter(({ version }) => version > 0);
    expect(lines).toMatchObject([
      {
        part: "framtid",
        state: "done",
        unknown: 1,
        version: 1,
        ownerRole: "coordinator",
        ownerName: coordinator.name,
        visibility: "circle",
        savedByName: coordinator.name,
      },
    ]);
    expect(overview.parts.map(({ part }) => part)).toEqual([...kartlaggningParts]);
  });

  test("what reports count is written to the participant's columns, and nowhere else", async () => {
    const { coordinator, reference, participantId } = await begin();
    await savePart(coordinator, reference, "kompetens", partForm("kompetens", { utbildning: "komvux" }));
    await savePart(coordinator, reference, "nulage", partForm("nulage", { forsorjning: "sjukpenning" }));
    const home = partForm("social", { hushall: "sammanboende_med_barn", boende: "egen" });
    await savePart(coordinator, reference, "social", home);
    const hinder = partForm("hinder", {
      psykiska: "nej",
      fysiska: "ja",
      egen_skattning: "2",
      social: "okant",
    });
    await savePart(coordinator, reference, "hinder", hinder);
    const [row] = await owner`SELECT education, household, income_source, obstacles FROM participants
      WHERE id = ${participantId}`;
    expect(row).toEqual({
      education: "komvux",
      household: "sammanboende_med_barn",
      income_source: "sjukpenning",
      obstacles: ["fysiska"],
    });
    const stored = await owner`SELECT part, answers->'answers' AS answers FROM profile_parts
      WHERE participant_id = ${participantId} ORDER BY part`;
    expect([...stored]).toEqual([
      { part: "hinder", answers: { psykiska: "nej", egen_skattning: "2" } },
      { part: "kompetens", answers: {} },
      { part: "nulage", answers: {} },
      { part: "social", answers: { boende: "egen" } },
    ]);
    expect(await readPart(coordinator, reference, "hinder")).toMatchObject({
      part: { answers: { psykiska: "nej", fysiska: "ja", egen_skattning: "2" }, unknown: ["social"] },
    });
    // Vet inte is counted as unknown: the column becomes empty again.
    const later = partForm("kompetens", { utbildning: "okant" }, { version: 1 });
    await savePart(coordinator, reference, "kompetens", later);
    const [after] = await owner`SELECT education FROM participants WHERE id = ${participantId}`;
    expect(after).toEqual({ education: null });
  });

  test("what a file has brought in stands in the empty form", async () => {
    const { coordinator, reference, participantId } = await begin();
    await owner`UPDATE participants SET education = 'hogskola', obstacles = '{social}' WHERE id = ${participantId}`;
    expect(await readPart(coordinator, reference, "kompetens")).toMatchObject({
      part: { version: 0, state: "none", answers: { utbildning: "hogskola" } },
    });
    expect(await readPart(coordinator, reference, "hinder")).toMatchObject({
      part: { answers: { social: "ja" } },
    });
  });

  test("older versions are kept as they were read, columns and all", async () => {
    const { coordinator, reference } = await begin();
    const save = (version: number, answers: object) =>
      savePart(coordinator, reference, "kompetens", partForm("kompetens", { ...answers }, { version }));
    await save(0, { utbildning: "grundskola", sprak: "Svenska" });
    await save(1, { utbildning: "komvux", sprak: "Svenska" });
    await save(2, { utbildning: "komvux", sprak: "Svenska, dari" });
    const read = await readPart(coordinator, reference, "kompetens");
    expect(read).toMatchObject({
      part: {
        version: 3,
        answers: { utbildning: "komvux", sprak: "Svenska, dari" },
        older: [
          { version: 2, answers: { utbildning: "komvux", sprak: "Svenska" } },
          { version: 1, answers: { utbildning: "grundskola", sprak: "Svenska" } },
        ],
      },
    });
  });

  test("in two tabs: the later one is shown both, and nothing is lost", async () => {
    const { coordinator, reference } = await begin();
    await savePart(coordinator, reference, "framtid", partForm("framtid", { mal: "Ett jobb" }));
    const other = { ...coordinator, name: "Någon annan" };
    const late = await savePart(other, reference, "framtid", partForm("framtid", { mal: "En utbildning" }));
    expect(late).toMatchObject({
      code: "changed_meanwhile",
      current: { version: 1, answers: { mal: "Ett jobb" } },
    });
    const again = partForm("framtid", { mal: "En utbildning" }, { version: 1 });
    expect(await savePart(other, reference, "framtid", again)).toEqual({ ok: true, version: 2 });
  });

  test("the same form sent twice is one save", async () => {
    const { coordinator, reference } = await begin();
    const form = partForm("framtid", { mal: "Ett jobb" });
    const answers = await Promise.all([
      savePart(coordinator, reference, "framtid", form),
      savePart(coordinator, reference, "framtid", form),
    ]);
    expect(answers).toEqual([
      { ok: true, version: 1 },
      { ok: true, version: 1 },
    ]);
  });

  test("on the way to something else only when it changed: nothing new, no new version", async () => {
    const { coordinator, reference } = await begin();
    const goOn = (answers: object, changes: object) =>
      savePart(coordinator, reference, "framtid", partForm("framtid", { ...answers }, changes), "if_changed");
    expect(await goOn({}, { owner: "me" })).toEqual({ ok: true, version: 0 });
    expect(await goOn({ mal: "Ett jobb" }, { owner: "me" })).toEqual({ ok: true, version: 1 });
    expect(await goOn({ mal: "Ett jobb" }, { version: 1 })).toEqual({ ok: true, version: 1 });
    expect(await goOn({ mal: "Ett jobb" }, { version: 1, owner: "coach" })).toEqual({ ok: true, version: 2 });
  });

  test("by a coach, another association, the participant or an administrator: not found", async () => {
    const { associationId, coordinator, reference, participantId, oneself } = await begin();
    const others = [
      staff("coach", associationId),
      staff("admin", associationId),
      staff("coordinator", await anAssociation()),
      oneself,
    ];
    for (const actor of others) {
      expect(await savePart(actor, reference, "framtid", partForm("framtid"))).toMatchObject({
        code: "not_found",
      });
    }
    expect(await savePart(coordinator, reference, "arbetsprofil", partForm("framtid"))).toMatchObject({
      code: "not_found",
    });
    expect(await owner`SELECT FROM profile_parts WHERE participant_id = ${participantId}`).toHaveLength(0);
    expect(await readKartlaggning(staff("admin", associationId), reference)).toMatchObject({ ok: false });
  });

  test("for somebody without any responsible agency", async () => {
    const { coordinator, reference } = await begin({ agency: undefined });
    await savePart(coordinator, reference, "nulage", partForm("nulage", {}, { none: ["myndigheter"] }));
    expect(await readPart(coordinator, reference, "nulage")).toMatchObject({
      part: { referral: null, answers: { myndigheter: [] } },
    });
  });
});

describe("marking it complete", () => {
  test("is refused without a first activity with a start date, whatever else is done", async () => {
    const { coordinator, reference, participantId } = await begin();
    const mapped = async () =>
      (await owner`SELECT mapped_on::text AS on FROM participants WHERE id = ${participantId}`)[0]!.on;
    await fillEveryPart(coordinator, reference, ["plan"]);
    // The work profile is complete: part 8 of eleven.
    expect(await mapped()).toBeNull();
    const plan = (answers: object, version: number) =>
      savePart(coordinator, reference, "plan", partForm("plan", { ...answers }, { version }), "unknown");
    await plan({ mal: "Ett jobb", forsta_aktivitet: "Studiebesök" }, 0);
    expect(await completeKartlaggning(coordinator, reference)).toEqual({
      ok: false,
      code: "incomplete",
      obstructions: [{ part: "plan", code: "first_activity_missing" }],
    });
    await plan(planAnswers, 1);
    expect(await completeKartlaggning(coordinator, reference)).toEqual({ ok: true });
    expect(await mapped()).toBe(today());
    await owner`UPDATE participants SET mapped_on = '2026-01-07' WHERE id = ${participantId}`;
    await completeKartlaggning(coordinator, reference);
    expect(await mapped()).toBe("2026-01-07");
    const overview = await overviewOf(coordinator, reference);
    expect(overview).toMatchObject({
      status: "complete",
      completedByName: coordinator.name,
      first: { what: "Studiebesök på växthuset", startsOn: "2026-04-01", responsible: "Samordnaren" },
    });
  });

  test("names every part with questions that nobody has asked", async () => {
    const { coordinator, reference } = await begin();
    await savePart(coordinator, reference, "plan", partForm("plan", planAnswers), "unknown");
    const refused = await completeKartlaggning(coordinator, reference);
    expect("obstructions" in refused && refused.obstructions.map(({ part }) => part)).toEqual(
      kartlaggningParts.filter((part) => part !== "plan"),
    );
  });

  test("the plan's first activity taken away afterwards makes it started again", async () => {
    const { coordinator, reference } = await begin();
    await fillEveryPart(coordinator, reference);
    await completeKartlaggning(coordinator, reference);
    const emptied = partForm("plan", { mal: "Ett jobb" }, { version: 1 });
    await savePart(coordinator, reference, "plan", emptied, "unknown");
    expect((await overviewOf(coordinator, reference)).status).toBe("started");
  });

  test("half a year untouched is outdated; going through it again makes it complete", async () => {
    const { coordinator, reference, participantId } = await begin();
    await fillEveryPart(coordinator, reference);
    await completeKartlaggning(coordinator, reference);
    await owner`UPDATE profiles SET completed_at = now() - interval '7 months' WHERE participant_id = ${participantId}`;
    await owner`UPDATE profile_parts SET saved_at = now() - interval '7 months' WHERE participant_id = ${participantId}`;
    await owner`UPDATE work_profiles SET updated_at = now() - interval '7 months' WHERE participant_id = ${participantId}`;
    const old = await overviewOf(coordinator, reference);
    expect(old.status).toBe("outdated");
    expect(new Set(old.parts.map(({ state }) => state))).toEqual(new Set(["outdated"]));
    expect(await completeKartlaggning(coordinator, reference)).toEqual({ ok: true });
    expect((await overviewOf(coordinator, reference)).status).toBe("complete");
  });

  test("the day somebody met in person is kept, and can be taken away", async () => {
    const { coordinator, reference } = await begin();
    await noteMeeting(coordinator, reference, "2026-02-10");
    expect((await overviewOf(coordinator, reference)).metOn).toBe("2026-02-10");
    await noteMeeting(coordinator, reference, null);
    expect((await overviewOf(coordinator, reference)).metOn).toBeNull();
  });
});

describe("the participant", () => {
  test("reads, comments and confirms part by part; each leaves one event", async () => {
    const { coordinator, reference, participantId, oneself } = await begin();
    await savePart(coordinator, reference, "resurser", partForm("resurser", { egna_ord: "Jag är envis." }));
    await readOwnPart(oneself, "resurser");
    const said = { version: 1, text: "Jag är bra på djur också." };
    await Promise.all([commentPart(oneself, "resurser", said), commentPart(oneself, "resurser", said)]);
    expect(await confirmPart(oneself, "resurser", 1)).toEqual({ ok: true });
    expect(await confirmPart(oneself, "resurser", 1)).toEqual({ ok: true });
    expect(await readPart(coordinator, reference, "resurser")).toMatchObject({
      part: {
        confirmed: { version: 1 },
        comments: [{ version: 1, comment: "Jag är bra på djur också." }],
      },
    });
    expect(await eventsOf(participantId)).toEqual([
      "participant.created",
      "part.changed resurser",
      "part.read resurser",
      "part.commented resurser",
      "part.confirmed resurser",
      "part.read resurser",
    ]);
  });

  test("says yes and something more at once: both are kept, and a yes to an old version keeps neither", async () => {
    const { coordinator, reference, oneself } = await begin();
    await savePart(coordinator, reference, "framtid", partForm("framtid", { mal: "Ett jobb" }));
    expect(await confirmPart(oneself, "framtid", 7, "För gammalt")).toMatchObject({
      code: "changed_meanwhile",
    });
    expect(await confirmPart(oneself, "framtid", 1, "Gärna utomhus.")).toEqual({ ok: true });
    expect(await confirmPart(oneself, "framtid", 1, "Gärna utomhus.")).toEqual({ ok: true });
    const read = await readPart(coordinator, reference, "framtid");
    expect(read).toMatchObject({
      part: { confirmed: { version: 1 }, comments: [{ comment: "Gärna utomhus." }] },
    });
    expect(read.ok && read.part.comments).toHaveLength(1);
    // What was said with the yes is no objection to it.
    const { parts } = await overviewOf(coordinator, reference);
    expect(parts.find(({ part }) => part === "framtid")).toMatchObject({ openComment: false });
  });

  test("says how much one believes in oneself; the coordinator reads it beside the own note and cannot write it", async () => {
    const { coordinator, reference, participantId, oneself, associationId } = await begin();
    await savePart(coordinator, reference, "hinder", partForm("hinder", { egen_skattning: "2" }));
    expect(await rateOneself(oneself, 4)).toEqual({ ok: true });
    expect(await rateOneself(oneself, 3)).toEqual({ ok: true });
    expect(await rateOneself(oneself, 3)).toEqual({ ok: true });
    const read = await readPart(coordinator, reference, "hinder");
    // One a day: the second answer replaced the first, and the third was the second again.
    expect(read).toMatchObject({
      part: { version: 1, answers: { egen_skattning: "2" }, ownRatings: [{ rating: 3, on: today() }] },
    });
    const said = (await eventsOf(participantId)).filter((event) => event.startsWith("part.rated"));
    expect(said).toEqual(["part.rated hinder", "part.rated hinder"]);
    await owner`UPDATE own_ratings SET rated_on = rated_on - 30 WHERE participant_id = ${participantId}`;
    // What stood in the form as it was, sent with another button, is no new answer.
    expect(await rateOneself(oneself, 3, "if_changed")).toEqual({ ok: true });
    expect(await readOwnPart(oneself, "hinder")).toMatchObject({ part: { ownRatings: { length: 1 } } });
    await rateOneself(oneself, 5, "if_changed");
    expect(await readOwnPart(oneself, "hinder")).toMatchObject({
      part: { ownRatings: [{ rating: 5 }, { rating: 3 }] },
    });
    expect(await rateOneself(coordinator, 1)).toEqual({ ok: false, code: "not_found" });
    const asStaff = withActor(coordinator, (tx) =>
      saveOwnRating(tx, { associationId, participantId }, { rating: 1, on: "2026-01-01" }),
    );
    await expect(asStaff).rejects.toMatchObject({ cause: { code: "42501" } });
    expect(await readPart(coordinator, reference, "framtid")).toMatchObject({ part: { ownRatings: null } });
  });

  test("confirms the version that was read, not one that came meanwhile", async () => {
    const { coordinator, reference, oneself } = await begin();
    await savePart(coordinator, reference, "framtid", partForm("framtid", { mal: "Ett jobb" }));
    const second = partForm("framtid", { mal: "Ett annat jobb" }, { version: 1 });
    await savePart(coordinator, reference, "framtid", second);
    expect(await confirmPart(oneself, "framtid", 1)).toEqual({ ok: false, code: "changed_meanwhile" });
    const stale = [{ part: "framtid" as const, version: 1 }];
    expect(await confirmEverything(oneself, stale)).toEqual({ ok: false, code: "changed_meanwhile" });
    expect((await overviewOf(coordinator, reference)).parts[5]).toMatchObject({ confirmedVersion: null });
  });

  test("says yes to everything at once, part 8 too: confirmed; a change asks again and keeps what was confirmed", async () => {
    const { coordinator, reference, oneself } = await begin();
    await fillEveryPart(coordinator, reference);
    await completeKartlaggning(coordinator, reference);
    const own = await readOwnKartlaggning(oneself);
    const read = own.ok ? own.overview.parts.map(({ part, version }) => ({ part, version })) : [];
    expect(await confirmEverything(oneself, read)).toEqual({ ok: true });
    expect((await overviewOf(coordinator, reference)).status).toBe("confirmed");
    const changed = partForm("framtid", { mal: "Ett jobb" }, { version: 1 });
    await savePart(coordinator, reference, "framtid", changed, "unknown");
    const after = await overviewOf(coordinator, reference);
    expect(after.status).toBe("complete");
    expect(after.parts[5]).toMatchObject({ part: "framtid", version: 2, confirmedVersion: 1 });
  });

  test("one yes leaves out a part with an open comment; a yes to one part can be taken back", async () => {
    const { coordinator, reference, participantId, oneself } = await begin();
    await fillEveryPart(coordinator, reference);
    await completeKartlaggning(coordinator, reference);
    await commentPart(oneself, "framtid", { version: 1, text: "Det här stämmer inte." });
    const read = (await overviewOf(coordinator, reference)).parts.map(({ part, version }) => ({
      part,
      version,
    }));
    expect(await confirmEverything(oneself, read)).toEqual({ ok: true });
    const after = await overviewOf(coordinator, reference);
    expect(after.status).toBe("complete");
    const without = after.parts.filter(({ confirmedVersion }) => confirmedVersion === null);
    expect(without).toMatchObject([{ part: "framtid", openComment: true }]);
    // A yes of its own closes the comment; a comment after it opens it again.
    await confirmPart(oneself, "framtid", 1);
    expect((await overviewOf(coordinator, reference)).status).toBe("confirmed");
    expect(await takeBackYes(oneself, "framtid")).toEqual({ ok: true });
    expect(await takeBackYes(oneself, "framtid")).toEqual({ ok: true });
    expect((await overviewOf(coordinator, reference)).status).toBe("complete");
    expect((await eventsOf(participantId)).filter((said) => said === "part.taken_back framtid")).toHaveLength(
      1,
    );
    expect(await takeBackYes(coordinator, "framtid")).toEqual({ ok: false, code: "not_found" });
    await confirmPart(oneself, "framtid", 1);
    await commentPart(oneself, "framtid", { version: 1, text: "Eller förresten." });
    expect((await overviewOf(coordinator, reference)).status).toBe("complete");
  });

  test("reads nobody else's, in the service and in the database", async () => {
    const { coordinator, associationId, participantId, oneself } = await begin();
    const other = await aParticipant(coordinator);
    await savePart(coordinator, other.reference, "framtid", partForm("framtid", { mal: "Ett jobb" }));
    expect(await readPart(oneself, other.reference, "framtid")).toEqual({ ok: false, code: "not_found" });
    const seen = await withActor(asParticipant(associationId, participantId), (tx) =>
      tx.execute(sql`SELECT FROM profile_parts`),
    );
    expect(seen).toHaveLength(0);
  });

  test("changes no part, even past the services", async () => {
    const { coordinator, reference, oneself } = await begin();
    await savePart(coordinator, reference, "framtid", partForm("framtid", { mal: "Ett jobb" }));
    const changed = await withActor(oneself, (tx) =>
      tx.execute(sql`UPDATE profile_parts SET answers = '{}' RETURNING part`),
    );
    expect(changed).toHaveLength(0);
  });
});

describe("the case worker", () => {
  async function withCaseWorker() {
    const associationId = await anAssociation();
    const coordinator = staff("coordinator", associationId);
    const agency = await anAgency();
    const caseWorker = await aCaseWorker(associationId, agency);
    const { reference, participantId } = await aParticipant(coordinator, {
      agency,
      caseWorker: caseWorker.userId!,
    });
    const share = (part: "plan" | "halsa", answers: object) =>
      savePart(
        coordinator,
        reference,
        part,
        partForm(part, { ...answers }, { visibility: "case_worker", agreed: "on" }),
      );
    return { associationId, agency, coordinator, caseWorker, reference, participantId, share };
  }

  test("reads the parts that were opened, of own cases, and never health", async () => {
    const { associationId, agency, caseWorker, coordinator, reference, participantId, share } =
      await withCaseWorker();
    await share("plan", planAnswers);
    await share("halsa", { vardag: "Sover dåligt" });
    await savePart(coordinator, reference, "framtid", partForm("framtid", { mal: "Ett jobb" }));
    expect(await readSharedParts(caseWorker, reference)).toMatchObject({
      ok: true,
      parts: [{ part: "plan", answers: { mal: planAnswers.mal } }],
    });
    const rows = await withActor(caseWorker, (tx) => tx.execute(sql`SELECT part FROM profile_parts`));
    expect(rows.map(({ part }) => part)).toEqual(["plan"]);
    const older = await withActor(caseWorker, (tx) =>
      tx.execute(sql`SELECT part FROM profile_part_versions`),
    );
    expect(older).toHaveLength(0);
    const colleague = await aCaseWorker(associationId, agency);
    expect(await readSharedParts(colleague, reference)).toEqual({ ok: false, code: "not_found" });
    expect(await readPart(caseWorker, reference, "plan")).toEqual({ ok: false, code: "not_found" });
    const events = await eventsOf(participantId);
    expect(events.filter((event) => event.startsWith("part.shared"))).toEqual(["part.shared plan"]);
    expect(events.at(-1)).toBe("part.read plan");
  });

  test("reads nothing more in the transaction that protects the identity", async () => {
    const { caseWorker, coordinator, reference, share } = await withCaseWorker();
    await share("plan", planAnswers);
    const edited = await editParticipant(coordinator, reference);
    const version = edited.ok ? edited.participant.version : 0;
    const hidden = participantForm({
      reference,
      protectedIdentity: "protected",
      name: undefined,
      agency: edited.ok ? (edited.participant.referral.agencyId ?? undefined) : undefined,
      caseWorker: caseWorker.userId!,
    });
    expect(
      await changeParticipant(coordinator, reference, { ...hidden, version, removeIdentity: "on" }),
    ).toMatchObject({ ok: true });
    const rows = await withActor(caseWorker, (tx) => tx.execute(sql`SELECT part FROM profile_parts`));
    expect(rows).toHaveLength(0);
    const read = await readSharedParts(caseWorker, reference);
    expect(read.ok ? read.parts : []).toEqual([]);
  });
});
