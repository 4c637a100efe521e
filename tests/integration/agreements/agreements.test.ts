import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { canonicalJson } from "#app/domain/agreements/canonical";
import type { Actor } from "#app/domain/identity/actor";
import type { SignInWay } from "#app/domain/identity/sign-in-way";
import { beginAmendment, dropAmendment } from "#app/services/agreements/amend-agreement.server";
import { callBack } from "#app/services/agreements/call-back.server";
import { contentHash } from "#app/services/agreements/content-hash.server";
import { drawUpAgreement } from "#app/services/agreements/draw-up.server";
import { endAgreement } from "#app/services/agreements/end-agreement.server";
import { listAgreementsOf } from "#app/services/agreements/list-agreements.server";
import { listOwnAgreements, readAgreement } from "#app/services/agreements/read-agreement.server";
import { readText } from "#app/services/agreements/read-text.server";
import { editAgreement, saveAgreement } from "#app/services/agreements/save-agreement.server";
import { sendAgreement } from "#app/services/agreements/send-agreement.server";
import { signAgreement } from "#app/services/agreements/sign-agreement.server";
import { showProposal } from "#app/services/matching/read-proposals.server";
import { withIdentity } from "#db/identity.server";
import { markSession } from "#db/queries/identity.server";
import {
  aCircle,
  aDraft,
  aMonday,
  type Circle,
  inForce,
  send,
  sign,
  whole,
  writeDraft,
} from "#tests/support/factories/agreements";
import { anAssociation, staff } from "#tests/support/factories/people";
import { aProposal, untilPresented } from "#tests/support/factories/proposals";
import { owner } from "#tests/support/owner";

/** The counter of a placement; it is what proposals and agreements hold together. */
async function claimed(placementId: number): Promise<number> {
  const [row] = await owner`
    SELECT claimed, capacity, (SELECT count(*)::int FROM proposals WHERE placement_id = l.id AND holds_slot)
             + (SELECT count(*)::int FROM agreements WHERE placement_id = l.id AND holds_slot) AS held
      FROM placements l WHERE id = ${placementId}`;
  expect(row!.claimed).toBe(row!.held);
  expect(row!.claimed).toBeLessThanOrEqual(row!.capacity);
  return row!.claimed;
}
const statusOf = async (id: string) =>
  (await owner`SELECT status FROM agreements WHERE id = ${id}`)[0]!.status;
const consent = (circle: Circle) => owner`
  INSERT INTO consents (association_id, participant_id, purpose, text_version, given_how, recorded_by_name, valid_from, valid_until)
  VALUES (${circle.associationId}, ${circle.participantId}, 'present_to_employers', '1', 'paper', 'Test', current_date, current_date + 100)`;

test("drawn up, sent, signed by each party in turn: in force with the last, and every step is in the trail", async () => {
  const circle = await aCircle();
  const id = await aDraft(circle);
  expect(await claimed(circle.placementId)).toBe(0);
  // Nobody but staff sees a draft.
  for (const actor of [circle.participant, circle.employer, circle.caseWorker])
    expect(await readAgreement(actor, id)).toEqual({ ok: false, code: "not_found" });

  expect(await send(circle.coordinator, id)).toEqual({ ok: true, signed: "asked_for" });
  expect(await claimed(circle.placementId)).toBe(1);
  const read = await readAgreement(circle.participant, id);
  expect(read).toMatchObject({
    ok: true,
    mine: ["participant"],
    missing: ["participant", "employer_1", "coordinator"],
  });
  // The text with its history is the staff's own page.
  expect(await readText(circle.participant, id)).toEqual({ ok: false, code: "not_found" });
  expect(await readText(circle.coordinator, id)).toMatchObject({
    ok: true,
    shown: { number: 1 },
    events: [{ what: "created" }, { what: "saved" }, { what: "out_for_signature" }],
  });

  expect(await sign(circle.participant, id, "participant")).toBe("signed");
  expect(await sign(circle.employer, id, "employer_1")).toBe("signed");
  expect(await statusOf(id)).toBe("out_for_signature");
  expect(await sign(circle.coordinator, id, "coordinator")).toBe("completed");
  expect(await statusOf(id)).toBe("in_force");
  const now = await readAgreement(circle.employer, id);
  expect(now).toMatchObject({ ok: true, state: { name: "ready_to_start" }, shown: { status: "agreed" } });

  const trail = await owner`SELECT action FROM audit_events WHERE participant_id = ${circle.participantId}
    AND action LIKE 'agreement.%' AND action <> 'agreement.read' ORDER BY id`;
  expect(trail.map(({ action }) => action)).toEqual([
    "agreement.drawn_up",
    "agreement.changed",
    "agreement.sent",
    "agreement.signed",
    "agreement.signed",
    "agreement.signed",
    "agreement.in_force",
  ]);
});

test("a signature carries the hash of the very text, who, when and how; a participant by code", async () => {
  const circle = await aCircle();
  const id = await inForce(circle);
  const read = await readAgreement(circle.coordinator, id);
  if (!read.ok || read.shown.hash === null) throw new Error("not read");
  const { content, hash } = read.shown;
  expect(contentHash(content)).toBe(hash);
  expect(canonicalJson(content)).not.toContain("Deltagaren");
  expect(
    read.signatures.map(({ slot, hash, way, sessionStrength }) => [slot, hash, way, sessionStrength]),
  ).toEqual(
    (["coordinator", "employer_1", "participant"] as const).map((slot) => [
      slot,
      hash,
      "signed_in",
      "account",
    ]),
  );
  expect(read.signatures.find(({ slot }) => slot === "participant")!.name).toBe(circle.reference);
});

test("a signature says how the one who signed had signed in: by password, by a mailed link, or not known", async () => {
  const circle = await aCircle();
  const id = await aDraft(circle);
  await send(circle.coordinator, id);
  const inSession = async (actor: Actor, way: SignInWay | null): Promise<Actor> => {
    const sessionId = randomUUID();
    await withIdentity(async (tx) => {
      await tx.execute(sql`INSERT INTO auth_users (id, name, email) VALUES (${actor.userId}, ${actor.name},
        ${`${sessionId}@example.org`}) ON CONFLICT DO NOTHING`);
      await tx.execute(sql`INSERT INTO auth_sessions (id, user_id, token_hash, expires_at)
        VALUES (${sessionId}, ${actor.userId}, ${sessionId}, now() + interval '1 day')`);
      if (way) await markSession(tx, sessionId, way);
    });
    return { ...actor, sessionId };
  };
  await sign(await inSession(circle.participant, "sign_in_link"), id, "participant");
  await sign(await inSession(circle.employer, "password"), id, "employer_1");
  await sign(await inSession(circle.coordinator, null), id, "coordinator");
  const read = await readAgreement(circle.coordinator, id);
  if (!read.ok) throw new Error(read.code);
  expect(Object.fromEntries(read.signatures.map((one) => [one.slot, one.sessionStrength]))).toEqual({
    participant: "sign_in_link",
    employer_1: "password",
    coordinator: "account",
  });
});

test("a text that was sent does not change, not even by the owner's hand", async () => {
  const id = await inForce(await aCircle());
  await expect(
    owner`UPDATE agreement_versions SET content = jsonb_set(content, '{title}', '"Annat"') WHERE agreement_id = ${id}`,
  ).rejects.toThrow(/does not change/);
});

describe("bad input has its own answer", () => {
  test("outdated, twice, unread, in another's name, in another's place", async () => {
    const circle = await aCircle();
    const id = await aDraft(circle);
    await send(circle.coordinator, id);
    const read = await readAgreement(circle.participant, id);
    if (!read.ok) throw new Error(read.code);
    const { number: version, hash } = read.shown;
    const right = { version, hashRead: hash!, slot: "participant" as const, typed: circle.participant.name };
    const code = async (but: object, actor = circle.participant) => {
      const signed = await signAgreement(actor, id, { ...right, ...but });
      return signed.ok ? "ok" : signed.code;
    };
    expect(await code({ hashRead: "0".repeat(64) })).toBe("content_changed");
    expect(await code({ typed: "Någon annan" })).toBe("confirmation_wrong");
    expect(await code({ slot: "coordinator" })).toBe("not_a_signatory");
    expect(await code({}, circle.stranger)).toBe("not_found");
    expect(await code({}, circle.coach)).toBe("not_found");
    expect(await code({})).toBe("ok");
    expect(await code({})).toBe("already_signed");
    // Called back and sent anew with other words: the old page signs nothing.
    expect(await callBack(circle.coordinator, id)).toEqual({ ok: true, voided: 1 });
    expect(await code({})).toBe("not_out");
    await writeDraft(circle.coordinator, id, (draft) => ({ ...draft, goals: ["Ett annat mål"] }));
    await send(circle.coordinator, id);
    expect(await code({})).toBe("content_changed");
    const again = await readAgreement(circle.participant, id);
    expect(again).toMatchObject({ ok: true, mine: ["participant"] });
    if (again.ok) expect(again.signatures.map(({ voidedAt }) => voidedAt !== null)).toEqual([true]);
  });

  test("the same place signed twice at once is one signature", async () => {
    const circle = await aCircle();
    const id = await aDraft(circle);
    await send(circle.coordinator, id);
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => sign(circle.participant, id, "participant")),
    );
    expect(answers.filter((one) => one === "signed")).toHaveLength(1);
    expect(answers.filter((one) => one === "already_signed")).toHaveLength(7);
  });

  test("all sign at the same moment: it comes into force once", async () => {
    const circle = await aCircle();
    const id = await aDraft(circle);
    await send(circle.coordinator, id);
    const answers = await Promise.all([
      sign(circle.participant, id, "participant"),
      sign(circle.employer, id, "employer_1"),
      sign(circle.coordinator, id, "coordinator"),
    ]);
    expect(answers.sort()).toEqual(["completed", "signed", "signed"]);
    expect(await statusOf(id)).toBe("in_force");
  });

  test("an unfinished draft is kept, and says all that is missing when it is sent", async () => {
    const circle = await aCircle();
    const id = await aDraft(circle, { goals: [], period: { startsOn: "2026-03-02", endsOn: "2026-03-01" } });
    const sent = await send(circle.coordinator, id);
    expect(sent).toMatchObject({ ok: false, code: "not_ready" });
    if (!sent.ok && sent.code === "not_ready" && "problems" in sent)
      expect(sent.problems.map(({ code }) => code)).toEqual(
        expect.arrayContaining(["goal_required", "ends_before_start"]),
      );
    expect(await claimed(circle.placementId)).toBe(0);
  });

  test("two who write at once: the later one is shown what the other left", async () => {
    const circle = await aCircle();
    const id = await aDraft(circle);
    const tab = await editAgreement(circle.coordinator, id);
    if (!tab.ok) throw new Error(tab.code);
    await writeDraft(circle.coordinator, id, (draft) => ({ ...draft, goals: ["Den första"] }));
    const { revision } = tab.version;
    const { contacts } = tab.agreement;
    const late = {
      revision,
      contacts,
      write: (draft: ReturnType<typeof whole>) => ({ ...draft, goals: ["Den andra"] }),
    };
    expect(await saveAgreement(circle.coordinator, id, late)).toMatchObject({
      ok: false,
      code: "changed_meanwhile",
      revision: revision + 1,
      current: { goals: ["Den första"] },
    });
    expect(await sendAgreement(circle.coordinator, id, revision)).toEqual({
      ok: false,
      code: "changed_meanwhile",
    });
  });
});

test("only those whom it concerns", async () => {
  const circle = await aCircle();
  const id = await inForce(circle);
  const elsewhere = staff("coordinator", await anAssociation());
  const another = await aCircle();
  for (const actor of [
    elsewhere,
    circle.stranger,
    staff("admin", circle.associationId),
    another.participant,
    another.employer,
    another.caseWorker,
  ])
    expect(await readAgreement(actor, id)).toEqual({ ok: false, code: "not_found" });
  for (const actor of [
    circle.coordinator,
    circle.coach,
    circle.participant,
    circle.employer,
    circle.caseWorker,
  ])
    expect((await readAgreement(actor, id)).ok).toBe(true);
  expect((await listOwnAgreements(circle.participant)).map((one) => one.id)).toEqual([id]);
  expect(await listOwnAgreements(another.participant)).toEqual([]);
  const listed = await listAgreementsOf(circle.coordinator, "open");
  expect(listed).toMatchObject({ ok: true, rows: [{ id, state: { name: "ready_to_start" } }], hidden: 0 });
  expect(await listAgreementsOf(circle.participant, "open")).toEqual({ ok: false, code: "not_found" });
});

test("the employer is told the name when it goes out, once, and a name protected afterwards is gone", async () => {
  const circle = await aCircle();
  await owner`UPDATE participants SET name = 'Robin Söderlund' WHERE id = ${circle.participantId}`;
  const id = await aDraft(circle);
  await send(circle.coordinator, id);
  const name = async () => {
    const read = await readAgreement(circle.employer, id);
    return read.ok ? read.agreement.participantName : read.code;
  };
  expect(await name()).toBe("Robin Söderlund");
  const told =
    await owner`SELECT action FROM audit_events WHERE participant_id = ${circle.participantId} AND action = 'identity.disclosed'`;
  expect(told).toHaveLength(1);
  await owner`UPDATE participants SET protected_identity = 'protected', name = NULL, email = NULL WHERE id = ${circle.participantId}`;
  await owner`UPDATE disclosures SET name = NULL WHERE participant_id = ${circle.participantId}`;
  expect(await name()).toBeNull();
  expect(await listAgreementsOf(circle.coordinator, "open")).toMatchObject({ rows: [], hidden: 1 });
});

describe("the slot", () => {
  test("goes over from the proposal to the agreement and is never counted twice", async () => {
    const circle = await aCircle();
    await consent(circle);
    const proposalId = await aProposal(circle.coordinator, circle.reference, circle.placementId, [
      ...untilPresented,
      "employer_yes",
      "visit_booked",
    ]);
    expect(await claimed(circle.placementId)).toBe(1);
    expect(await showProposal(circle.coordinator, proposalId)).toMatchObject({ agreementId: null });
    const formKey = "11111111-1111-4111-8111-111111111111";
    const drawn = await Promise.all(
      Array.from({ length: 5 }, () =>
        drawUpAgreement(circle.coordinator, circle.reference, { formKey, proposalId }),
      ),
    );
    const ids = new Set(drawn.map((one) => one.ok && one.id));
    expect(ids.size).toBe(1);
    expect(await claimed(circle.placementId)).toBe(1);
    const [id] = [...ids] as [string];
    expect(await showProposal(circle.coordinator, proposalId)).toMatchObject({ agreementId: id });
    const [held] = await owner`SELECT holds_slot FROM agreements WHERE id = ${id}`;
    expect(held!.holds_slot).toBe(true);
    await writeDraft(circle.coordinator, id, whole);
    expect((await send(circle.coordinator, id)).ok).toBe(true);
    expect(await claimed(circle.placementId)).toBe(1);
    expect(
      await endAgreement(circle.coordinator, id, {
        to: "cancelled",
        reason: "other_plan",
        initiative: null,
        note: "",
      }),
    ).toEqual({ ok: true });
    expect(await claimed(circle.placementId)).toBe(0);
  });

  test("100 agreements are sent for the last slot at the same moment: one gets it, the others are told", async () => {
    const circle = await aCircle();
    const first = await aDraft(circle);
    await owner`INSERT INTO participants (association_id, reference)
      SELECT ${circle.associationId}, 'S-' || n FROM generate_series(2, 100) AS n`;
    const others = await owner`
      WITH made AS (
        INSERT INTO agreements (association_id, participant_id, number, employer_id, placement_id, contacts, created_by_name)
        SELECT g.association_id, p.id, 'S-' || p.reference, g.employer_id, g.placement_id, g.contacts, 'Test'
          FROM agreements g JOIN participants p ON p.association_id = g.association_id AND p.reference LIKE 'S-%'
         WHERE g.id = ${first} RETURNING id, association_id)
      INSERT INTO agreement_versions (association_id, agreement_id, number, amendment, status, content, saved_by_name, revision)
      SELECT m.association_id, m.id, 1, 0, 'draft', v.content, 'Test', v.revision
        FROM made m, agreement_versions v WHERE v.agreement_id = ${first} RETURNING agreement_id`;
    const all = [first, ...others.map((row) => row.agreement_id as string)];
    expect(all).toHaveLength(100);
    const [draft] = await owner`SELECT revision FROM agreement_versions WHERE agreement_id = ${first}`;
    const sent = await Promise.all(all.map((id) => sendAgreement(circle.coordinator, id, draft!.revision)));
    expect(sent.filter(({ ok }) => ok)).toHaveLength(1);
    for (const one of sent) if (!one.ok) expect(["slot_taken", "not_ready"]).toContain(one.code);
    expect(await claimed(circle.placementId)).toBe(1);
  });

  test("is kept while a text is called back, and free at once when it ends early", async () => {
    const circle = await aCircle();
    const id = await aDraft(circle);
    await send(circle.coordinator, id);
    await callBack(circle.coordinator, id);
    expect(await claimed(circle.placementId)).toBe(1);
    await send(circle.coordinator, id);
    for (const [actor, slot] of [
      [circle.coordinator, "coordinator"],
      [circle.employer, "employer_1"],
      [circle.participant, "participant"],
    ] as const)
      await sign(actor, id, slot);
    expect(await claimed(circle.placementId)).toBe(1);
    expect(
      await endAgreement(circle.participant, id, {
        to: "ended_early",
        reason: null,
        initiative: null,
        note: "",
      }),
    ).toEqual({ ok: false, code: "reason_missing" });
    expect(
      await endAgreement(circle.participant, id, {
        to: "ended_early",
        reason: "health",
        initiative: "employer",
        note: "",
      }),
    ).toEqual({ ok: true });
    const [row] = await owner`SELECT status, initiative, reason_code FROM agreements WHERE id = ${id}`;
    expect(row).toEqual({ status: "ended_early", initiative: "participant", reason_code: "health" });
    expect(await claimed(circle.placementId)).toBe(0);
    expect(
      await endAgreement(circle.participant, id, {
        to: "ended_early",
        reason: "health",
        initiative: null,
        note: "",
      }),
    ).toEqual({ ok: false, code: "wrong_status" });
  });
});

describe("amendments", () => {
  test("the text in force counts until everybody has signed the new one", async () => {
    const circle = await aCircle();
    const id = await inForce(circle);
    expect(await beginAmendment(circle.coach, id)).toEqual({ ok: true, number: 2 });
    expect(await beginAmendment(circle.coordinator, id)).toEqual({ ok: false, code: "amendment_open" });
    expect(await send(circle.coordinator, id)).toEqual({ ok: false, code: "nothing_changed" });
    await writeDraft(circle.coach, id, (draft) => ({
      ...draft,
      stepPlan: [...draft.stepPlan, { fromWeek: 4, hoursPerWeek: 12 }],
    }));
    // The other side sees nothing of a draft.
    expect(await readAgreement(circle.participant, id)).toMatchObject({ ok: true, amendment: null });
    expect(await send(circle.coach, id)).toEqual({ ok: true, signed: "asked_for" });
    const read = await readAgreement(circle.participant, id);
    expect(read).toMatchObject({
      ok: true,
      shown: { number: 1 },
      amendment: { version: { number: 2 }, differences: [{ what: "hours", from: 8, to: 12 }] },
      mine: ["participant"],
    });
    for (const [actor, slot] of [
      [circle.coordinator, "coordinator"],
      [circle.employer, "employer_1"],
    ] as const)
      expect(await sign(actor, id, slot)).toBe("signed");
    expect(await readAgreement(circle.employer, id)).toMatchObject({ shown: { number: 1 } });
    expect(await sign(circle.participant, id, "participant")).toBe("completed");
    expect(await readAgreement(circle.employer, id)).toMatchObject({ shown: { number: 2 }, amendment: null });
    expect(await claimed(circle.placementId)).toBe(1);
  });

  test("what the coordinator may change alone counts at once, and is told; the coach may not", async () => {
    const circle = await aCircle();
    const id = await inForce(circle);
    await beginAmendment(circle.coordinator, id);
    await writeDraft(circle.coordinator, id, (draft) => ({
      ...draft,
      supervisor: { name: "Ulla Ek", title: "" },
    }));
    expect(await send(circle.coach, id)).toEqual({ ok: false, code: "not_allowed" });
    expect(await send(circle.coordinator, id)).toEqual({ ok: true, signed: "not_needed" });
    const read = await readAgreement(circle.employer, id);
    expect(read).toMatchObject({ ok: true, shown: { number: 2, unsigned: true, changed: ["supervisor"] } });
  });

  test("an extension moves the end; one that nobody wants is dropped", async () => {
    const circle = await aCircle();
    const id = await inForce(circle);
    await beginAmendment(circle.coordinator, id);
    expect(await dropAmendment(circle.coordinator, id)).toEqual({ ok: true });
    await beginAmendment(circle.coordinator, id);
    const endsOn = aMonday().replace(/^\d{4}/, (year) => String(Number(year) + 1));
    await writeDraft(circle.coordinator, id, (draft) => ({ ...draft, period: { ...draft.period, endsOn } }));
    expect((await send(circle.coordinator, id)).ok).toBe(true);
    for (const [actor, slot] of [
      [circle.coordinator, "coordinator"],
      [circle.employer, "employer_1"],
      [circle.participant, "participant"],
    ] as const)
      await sign(actor, id, slot);
    const [row] = await owner`SELECT ends_on::text FROM agreements WHERE id = ${id}`;
    expect(row!.ends_on).toBe(endsOn);
  });
});

test("when it ends, nobody goes on with a change that was being written", async () => {
  const circle = await aCircle();
  const id = await inForce(circle);
  await beginAmendment(circle.coordinator, id);
  const edited = await editAgreement(circle.coordinator, id);
  if (!edited.ok) throw new Error(edited.code);
  await endAgreement(circle.employer, id, {
    to: "ended_early",
    reason: "workplace_cannot",
    initiative: null,
    note: "",
  });
  expect(await editAgreement(circle.coordinator, id)).toEqual({ ok: false, code: "wrong_status" });
  const { revision } = edited.version;
  const { contacts } = edited.agreement;
  const late = await saveAgreement(circle.coordinator, id, { revision, contacts, write: (draft) => draft });
  expect(late).toEqual({ ok: false, code: "wrong_status" });
  expect(await sendAgreement(circle.coordinator, id, revision)).toMatchObject({ ok: false });
});

test("the agency that asked to sign does so last", async () => {
  const circle = await aCircle();
  const id = await aDraft(circle);
  await writeDraft(circle.coordinator, id, (draft) => ({
    ...draft,
    parties: { ...draft.parties, agency: { ...draft.parties.agency!, signs: true } },
  }));
  await send(circle.coordinator, id);
  expect(await sign(circle.caseWorker, id, "agency")).toBe("agency_last");
  for (const [actor, slot] of [
    [circle.coordinator, "coordinator"],
    [circle.employer, "employer_1"],
    [circle.participant, "participant"],
  ] as const)
    expect(await sign(actor, id, slot)).toBe("signed");
  expect(await readAgreement(circle.coordinator, id)).toMatchObject({
    state: { name: "waiting", for: ["agency"] },
  });
  expect(await sign(circle.caseWorker, id, "agency")).toBe("completed");
});
