import { describe, expect, test } from "vitest";
import { moveProposal } from "#app/services/matching/move-proposal.server";
import { acceptReferral } from "#app/services/profiles/accept-referral.server";
import { changeParticipant, editParticipant } from "#app/services/profiles/change-participant.server";
import { createParticipant } from "#app/services/profiles/create-participant.server";
import { endCase } from "#app/services/profiles/end-case.server";
import { listOwnCases } from "#app/services/profiles/list-own-cases.server";
import { listParticipants } from "#app/services/profiles/list-participants.server";
import { moveReferral } from "#app/services/profiles/move-referral.server";
import { reopenParticipant } from "#app/services/profiles/reopen-participant.server";
import { savePart } from "#app/services/profiles/save-part.server";
import { showParticipant } from "#app/services/profiles/show-participant.server";
import { aCoordinator, acceptForm, aReferral } from "#tests/support/factories/cases";
import { partForm } from "#tests/support/factories/kartlaggning";
import { aCaseWorker, anAgency, anAssociation, staff } from "#tests/support/factories/people";
import { aPlacement } from "#tests/support/factories/placements";
import { aParticipant, participantForm } from "#tests/support/factories/profiles";
import { aPresentable, aProposal } from "#tests/support/factories/proposals";
import { owner } from "#tests/support/owner";

const everything = { reference: null, municipality: null, status: null, page: 1 };

async function list(actor: Parameters<typeof listParticipants>[0], search: object = {}) {
  const found = await listParticipants(actor, { ...everything, ...search });
  if (!found.ok) throw new Error(found.code);
  return found;
}

async function eventsOf(participantId: string): Promise<string[]> {
  const rows =
    await owner`SELECT action FROM audit_events WHERE participant_id = ${participantId} ORDER BY id`;
  return rows.map((row) => row.action);
}

async function membersOf(participantId: string): Promise<string[]> {
  const rows = await owner`SELECT u.email FROM memberships m JOIN auth_users u ON u.id = m.user_id
    WHERE m.participant_id = ${participantId}`;
  return rows.map((row) => row.email);
}

describe("a participant is created", () => {
  test("with a referral in short, and one audit event", async () => {
    const associationId = await anAssociation();
    const agency = await anAgency();
    const caseWorker = await aCaseWorker(associationId, agency);
    const coordinator = staff("coordinator", associationId);
    const form = participantForm({
      agency,
      caseWorker: caseWorker.userId!,
      referredOn: "2026-02-01",
      purpose: "Pröva 10 timmar i veckan",
      question: "Hur många timmar håller?",
    });
    const made = await createParticipant(coordinator, form);
    expect(made).toMatchObject({ ok: true, reference: form.reference });
    const shown = await showParticipant(coordinator, form.reference);
    expect(shown).toMatchObject({
      ok: true,
      participant: {
        municipality: "Lindesberg",
        referral: { agencyId: agency, caseWorkerName: caseWorker.name, question: "Hur många timmar håller?" },
      },
      profile: null,
    });
    if (!made.ok) return;
    expect(await eventsOf(made.participantId)).toEqual(["participant.created", "participant.read"]);
  });

  test("the overview carries no name and no mail", async () => {
    const coordinator = staff("coordinator", await anAssociation());
    const { reference } = await aParticipant(coordinator, {
      name: "Kanarie Fågel",
      email: "kanarie1@example.org",
    });
    const text = JSON.stringify(await showParticipant(coordinator, reference));
    expect(text).toContain(reference);
    expect(text).not.toMatch(/kanarie/i);
  });

  test("two associations use the same code, one association does not use it twice", async () => {
    const first = staff("coordinator", await anAssociation());
    const second = staff("coordinator", await anAssociation());
    const form = participantForm();
    expect(await createParticipant(first, form)).toMatchObject({ ok: true });
    expect(await createParticipant(first, form)).toMatchObject({ ok: false, code: "reference_taken" });
    expect(await createParticipant(second, form)).toMatchObject({ ok: true });
  });

  test("an e-mail address is an account that signs in as this participant and nobody else", async () => {
    const coordinator = staff("coordinator", await anAssociation());
    const { participantId } = await aParticipant(coordinator, { email: "Robin.Ett@example.org" });
    expect(await membersOf(participantId)).toEqual(["robin.ett@example.org"]);
  });

  test("a municipality, agency or case worker that nobody offered is refused", async () => {
    const coordinator = staff("coordinator", await anAssociation());
    const form = participantForm({ municipality: "0180", agency: 999_999, caseWorker: "nobody" });
    expect(await createParticipant(coordinator, form)).toMatchObject({
      code: "unknown_choice",
      fields: ["municipality", "agency", "caseWorker"],
    });
  });

  test.each(["coach", "admin"] as const)("%s cannot", async (role) => {
    const actor = staff(role, await anAssociation());
    expect(await createParticipant(actor, participantForm())).toEqual({ ok: false, code: "forbidden" });
  });
});

describe("somebody who has left", () => {
  test("is back when a coordinator says why; how it ended stands in the audit trail", async () => {
    const associationId = await anAssociation();
    const coordinator = staff("coordinator", associationId);
    const { reference, participantId } = await aParticipant(coordinator);
    await owner`UPDATE participants SET closed_on = '2026-01-01', outcome = 'arbete' WHERE id = ${participantId}`;
    for (const actor of [staff("coach", associationId), staff("coordinator", await anAssociation())])
      expect(await reopenParticipant(actor, reference, "returns")).toEqual({ ok: false, code: "not_found" });
    const twice = await Promise.all([
      reopenParticipant(coordinator, reference, "returns"),
      reopenParticipant(coordinator, reference, "returns"),
    ]);
    expect(twice).toEqual([{ ok: true }, { ok: true }]);
    expect(await showParticipant(coordinator, reference)).toMatchObject({ participant: { closedOn: null } });
    const listed = await list(coordinator, { reference });
    expect(JSON.stringify(listed.rows)).toContain(reference);
    const events = await owner`SELECT user_name, details FROM audit_events
      WHERE participant_id = ${participantId} AND action = 'participant.reopened'`;
    expect([...events]).toEqual([
      {
        user_name: coordinator.name,
        details: { reason: "returns", closedOn: "2026-01-01", outcome: "arbete" },
      },
    ]);
  });
});

describe("another association", () => {
  test("sees nothing in the list and gets the same answer as for a code that does not exist", async () => {
    const own = staff("coordinator", await anAssociation());
    const foreign = staff("coordinator", await anAssociation());
    const { reference, participantId } = await aParticipant(own);
    expect((await list(foreign)).rows).toEqual([]);
    expect(await showParticipant(foreign, reference)).toEqual({ ok: false, code: "not_found" });
    expect(await showParticipant(foreign, "Z-99999")).toEqual({ ok: false, code: "not_found" });
    expect(await editParticipant(foreign, reference)).toEqual({ ok: false, code: "not_found" });
    const change = { ...participantForm({ reference }), version: 1 };
    expect(await changeParticipant(foreign, reference, change)).toEqual({ ok: false, code: "not_found" });
    expect(await eventsOf(participantId)).toEqual(["participant.created"]);
    const denied =
      await owner`SELECT subject FROM audit_events WHERE user_id = ${foreign.userId} AND action = 'access.denied'`;
    expect(denied.map((row) => row.subject)).toEqual([reference, "Z-99999", reference, reference]);
  });
});

describe("the list", () => {
  test("of nobody is a list, and one audit event with the count", async () => {
    const coach = staff("coach", await anAssociation());
    expect(await list(coach)).toMatchObject({ rows: [], total: 0, page: 1, pages: 1, hidden: 0 });
    const events = await owner`SELECT details FROM audit_events WHERE user_id = ${coach.userId}`;
    expect(events.map((row) => row.details)).toEqual([{ count: 0 }]);
  });

  test("shows codes, 50 at a time, and narrows by code, municipality and status", async () => {
    const associationId = await anAssociation();
    const coordinator = staff("coordinator", associationId);
    await owner`INSERT INTO participants (association_id, reference, name, municipality_code)
      SELECT ${associationId}, 'N-' || lpad(i::text, 4, '0'), 'Kanarie', CASE WHEN i % 2 = 0 THEN '1884' ELSE '1885' END
        FROM generate_series(1, 120) i`;
    const second = await list(coordinator, { page: 2 });
    expect(second).toMatchObject({ total: 120, page: 2, pages: 3 });
    expect(second.rows.map((row) => row.reference).slice(0, 2)).toEqual(["N-0051", "N-0052"]);
    expect(JSON.stringify(second)).not.toContain("Kanarie");
    expect((await list(coordinator, { reference: "n-001" })).total).toBe(10);
    expect((await list(coordinator, { municipality: "1884" })).total).toBe(60);
    expect((await list(coordinator, { status: "none" })).total).toBe(120);
    expect((await list(coordinator, { status: "confirmed" })).total).toBe(0);
    expect((await list(coordinator, { reference: "%" })).total).toBe(0);
  });

  test("closed cases are apart", async () => {
    const coordinator = staff("coordinator", await anAssociation());
    const { reference, participantId } = await aParticipant(coordinator);
    await owner`UPDATE participants SET closed_on = '2026-01-01' WHERE id = ${participantId}`;
    expect((await list(coordinator)).rows).toEqual([]);
    expect((await list(coordinator, { status: "closed" })).rows.map((row) => row.reference)).toEqual([
      reference,
    ]);
  });
});

describe("a protected identity", () => {
  test.each(["protected", "unknown"] as const)(
    "%s: out of the list, found by its whole code only",
    async (value) => {
      const coordinator = staff("coordinator", await anAssociation());
      const form = { name: undefined, protectedIdentity: value };
      const { reference } = await aParticipant(coordinator, form);
      expect(await list(coordinator)).toMatchObject({ rows: [], total: 0, hidden: 1 });
      expect((await list(coordinator, { reference: reference.slice(0, -1) })).rows).toEqual([]);
      expect((await list(coordinator, { reference })).rows).toMatchObject([
        { reference, hidden: true, municipality: null },
      ]);
      expect((await list(coordinator, { reference, municipality: "1885" })).rows).toEqual([]);
      expect(await showParticipant(coordinator, reference)).toMatchObject({
        participant: { birthYear: 1988, sex: "kvinna", municipality: null, locality: null },
      });
    },
  );

  test("set later: asked for, then name, mail and account are gone and the list hides at once", async () => {
    const coordinator = staff("coordinator", await anAssociation());
    const made = await aParticipant(coordinator, { name: "Kanarie Fågel", email: "kanarie2@example.org" });
    const { reference, participantId } = made;
    const change = {
      ...participantForm({ reference, name: undefined, municipality: undefined, locality: undefined }),
      protectedIdentity: "protected" as const,
      version: 1,
    };
    expect(await changeParticipant(coordinator, reference, change)).toEqual({
      ok: false,
      code: "confirm_removal",
    });
    expect(await membersOf(participantId)).toEqual(["kanarie2@example.org"]);
    expect(
      await changeParticipant(coordinator, reference, { ...change, removeIdentity: "on" }),
    ).toMatchObject({ ok: true });
    expect(await membersOf(participantId)).toEqual([]);
    expect(await owner`SELECT 1 FROM auth_users WHERE email = 'kanarie2@example.org'`).toEqual([]);
    expect((await list(coordinator)).rows).toEqual([]);
    const [row] =
      await owner`SELECT name, email, municipality_code FROM participants WHERE id = ${participantId}`;
    expect(row).toEqual({ name: null, email: null, municipality_code: "1885" });
    const edited = await editParticipant(coordinator, reference);
    expect(edited).toMatchObject({
      participant: { name: null, email: null, municipality: null, locality: null },
    });
  });
});

describe("a participant is changed", () => {
  test("a newer save in another tab loses nothing: the second is shown what the first wrote", async () => {
    const coordinator = staff("coordinator", await anAssociation());
    const { reference } = await aParticipant(coordinator);
    const mine = { ...participantForm({ reference, locality: "Nora" }), version: 1 };
    const theirs = { ...participantForm({ reference, locality: "Storå" }), version: 1 };
    expect(await changeParticipant(coordinator, reference, theirs)).toMatchObject({ ok: true });
    expect(await changeParticipant(coordinator, reference, mine)).toMatchObject({
      code: "changed_meanwhile",
      current: { locality: "Storå", version: 2 },
    });
    expect(await changeParticipant(coordinator, reference, { ...mine, version: 2 })).toMatchObject({
      ok: true,
    });
    expect(await editParticipant(coordinator, reference)).toMatchObject({
      participant: { locality: "Nora", version: 3 },
    });
  });

  test("two at the same moment: one is saved, the other is told", async () => {
    const coordinator = staff("coordinator", await anAssociation());
    const { reference } = await aParticipant(coordinator);
    const answers = await Promise.all(
      ["Nora", "Storå"].map((locality) =>
        changeParticipant(coordinator, reference, {
          ...participantForm({ reference, locality }),
          version: 1,
        }),
      ),
    );
    expect(answers.map((answer) => answer.ok).sort()).toEqual([false, true]);
  });

  test("a new address is a new account, none is no account", async () => {
    const coordinator = staff("coordinator", await anAssociation());
    const { reference, participantId } = await aParticipant(coordinator, { email: "forst@example.org" });
    const form = participantForm({ reference });
    await changeParticipant(coordinator, reference, { ...form, email: "sedan@example.org", version: 1 });
    expect(await membersOf(participantId)).toEqual(["sedan@example.org"]);
    await changeParticipant(coordinator, reference, { ...form, email: undefined, version: 2 });
    expect(await membersOf(participantId)).toEqual([]);
  });

  test("a person who is also staff keeps that role when the participant's account ends", async () => {
    const associationId = await anAssociation();
    const worker = await aCaseWorker(associationId, await anAgency());
    const [user] = await owner`SELECT email FROM auth_users WHERE id = ${worker.userId}`;
    const coordinator = staff("coordinator", associationId);
    const { reference } = await aParticipant(coordinator, { email: user!.email });
    await changeParticipant(coordinator, reference, { ...participantForm({ reference }), version: 1 });
    const roles = await owner`SELECT role FROM memberships WHERE user_id = ${worker.userId}`;
    expect(roles.map((row) => row.role)).toEqual(["case_worker"]);
  });

  test("a referral taken in meanwhile is no text that the form overwrites", async () => {
    const associationId = await anAssociation();
    const coordinator = await aCoordinator(associationId);
    const karin = await aCaseWorker(associationId, await anAgency());
    const { reference } = await aParticipant(coordinator, { purpose: "Komma ut" });
    const opened = await editParticipant(coordinator, reference);
    if (!opened.ok) throw new Error(opened.code);
    const id = await aReferral(karin, { purpose: "Pröva 12 timmar i veckan" });
    const taken = acceptForm(coordinator.userId!, reference, { who: "existing" });
    expect(await acceptReferral(coordinator, id, taken)).toMatchObject({ ok: true });
    const { version } = opened.participant;
    const form = participantForm({ reference, purpose: "Komma ut lite mer" });
    expect(await changeParticipant(coordinator, reference, { ...form, version })).toMatchObject({
      code: "changed_meanwhile",
      current: { referral: { purpose: "Pröva 12 timmar i veckan" } },
    });
  });

  test("two people to the same code at the same moment: one gets it, the other is told", async () => {
    const coordinator = staff("coordinator", await anAssociation());
    const people = [await aParticipant(coordinator), await aParticipant(coordinator)];
    const wanted = participantForm().reference;
    const answers = await Promise.all(
      people.map(({ reference }) =>
        changeParticipant(coordinator, reference, { ...participantForm({ reference: wanted }), version: 1 }),
      ),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.find(({ ok }) => !ok)).toMatchObject({ code: "reference_taken" });
  });

  test("to a code that is taken: told so, nothing changed", async () => {
    const coordinator = staff("coordinator", await anAssociation());
    const first = await aParticipant(coordinator);
    const second = await aParticipant(coordinator);
    const form = { ...participantForm({ reference: first.reference }), version: 1 };
    expect(await changeParticipant(coordinator, second.reference, form)).toMatchObject({
      code: "reference_taken",
    });
  });
});

describe("a case worker", () => {
  test("sees the timeline of own cases, not a colleague's at the same agency", async () => {
    const associationId = await anAssociation();
    const agency = await anAgency();
    const mine = await aCaseWorker(associationId, agency);
    const colleague = await aCaseWorker(associationId, agency);
    const coordinator = staff("coordinator", associationId);
    const referred = { agency, referredOn: "2026-02-01", name: "Kanarie Fågel" };
    const own = await aParticipant(coordinator, { ...referred, caseWorker: mine.userId! });
    await aParticipant(coordinator, { ...referred, caseWorker: colleague.userId! });
    const found = await listOwnCases(mine);
    expect(found).toEqual({
      ok: true,
      cases: [
        {
          reference: own.reference,
          referralId: expect.any(String),
          purpose: "",
          question: "",
          isOpen: true,
          isOpened: false,
          steps: [{ step: "referred", on: "2026-02-01" }],
        },
      ],
    });
    // A kartläggning is something to read once a part of it has been opened, and until it is closed again.
    const isOpened = async () => {
      const cases = await listOwnCases(mine);
      return cases.ok && cases.cases[0]?.isOpened;
    };
    const part = partForm("framtid", { mal: "Ett jobb" });
    await savePart(coordinator, own.reference, "framtid", part);
    expect(await isOpened()).toBe(false);
    const opened = { ...part, version: 1, visibility: "case_worker", agreed: "on" } as const;
    await savePart(coordinator, own.reference, "framtid", opened);
    expect(await isOpened()).toBe(true);
    await savePart(coordinator, own.reference, "framtid", { ...part, version: 2 });
    expect(await isOpened()).toBe(false);
    expect(await showParticipant(mine, own.reference)).toEqual({ ok: false, code: "not_found" });
  });

  test("nobody else has own cases", async () => {
    const associationId = await anAssociation();
    for (const role of ["coordinator", "coach", "admin"] as const) {
      expect(await listOwnCases(staff(role, associationId))).toEqual({ ok: false, code: "forbidden" });
    }
  });
});

describe("a case that ends", () => {
  test("is refused with what is open while a proposal is, then closes participant and referral at once", async () => {
    const { coordinator, participantId, reference } = await aPresentable();
    const { id: placement } = await aPlacement(1);
    const proposalId = await aProposal(coordinator, reference, placement, ["held"]);
    expect(await endCase(coordinator, reference, "arbete")).toMatchObject({
      code: "still_open",
      open: [{ kind: "proposal", id: proposalId }],
    });
    await moveProposal(coordinator, { proposalId, to: "withdrawn" });
    expect(await endCase(staff("coach", coordinator.associationId!), reference, "arbete")).toEqual({
      ok: false,
      code: "not_found",
    });
    expect(await endCase(coordinator, reference, "arbete")).toEqual({ ok: true });
    expect(await endCase(coordinator, reference, "annat")).toEqual({ ok: true });
    const [row] =
      await owner`SELECT closed_on IS NOT NULL AS closed, outcome FROM participants WHERE id = ${participantId}`;
    expect(row).toEqual({ closed: true, outcome: "arbete" });
    const events = (await eventsOf(participantId)).filter((action) => action === "participant.closed");
    expect(events).toHaveLength(1);
  });

  test("ends with its last accepted referral, and the other way round", async () => {
    const associationId = await anAssociation();
    const coordinator = await aCoordinator(associationId);
    const caseWorker = await aCaseWorker(associationId, await anAgency());
    const closedOf = async (reference: string) => {
      const [row] = await owner`SELECT p.outcome, p.closed_on IS NOT NULL AS closed, r.status, r.close_reason
        FROM participants p JOIN referrals r ON r.participant_id = p.id
       WHERE p.association_id = ${associationId} AND p.reference = ${reference}`;
      return row;
    };
    for (const reference of ["L-901", "L-902"]) {
      const id = await aReferral(caseWorker, { name: reference });
      const accepted = await acceptReferral(coordinator, id, acceptForm(coordinator.userId!, reference));
      expect(accepted.ok).toBe(true);
      if (reference === "L-901")
        expect(await moveReferral(coordinator, id, { to: "closed", reason: "own_wish" })).toEqual({
          ok: true,
        });
      else expect(await endCase(coordinator, reference, "avslut_egen_begaran")).toEqual({ ok: true });
      expect(await closedOf(reference)).toEqual({
        outcome: "avslut_egen_begaran",
        closed: true,
        status: "closed",
        close_reason: "own_wish",
      });
    }
  });
});
