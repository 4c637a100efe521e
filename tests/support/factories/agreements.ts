import type { AgreementDraft } from "#app/domain/agreements/draft";
import { mondayOf } from "#app/domain/agreements/period";
import type { SignatureSlot } from "#app/domain/agreements/signatures";
import { type Actor, publicActor } from "#app/domain/identity/actor";
import { dayAfter } from "#app/domain/organisations/day";
import { today } from "#app/platform/clock.server";
import { drawUpAgreement } from "#app/services/agreements/draw-up.server";
import { readAgreement } from "#app/services/agreements/read-agreement.server";
import { editAgreement, saveAgreement } from "#app/services/agreements/save-agreement.server";
import { sendAgreement } from "#app/services/agreements/send-agreement.server";
import { type SignCode, signAgreement } from "#app/services/agreements/sign-agreement.server";
import { aProfile } from "#tests/support/factories/matching";
import { anOwnEmployer } from "#tests/support/factories/own-employer";
import { aCaseWorker, anAgency, anAssociation, asParticipant, staff } from "#tests/support/factories/people";
import { aParticipant } from "#tests/support/factories/profiles";
import { owner } from "#tests/support/owner";

/** The Monday after next: a first day that has not passed. */
export const aMonday = () => mondayOf(dayAfter(today(), 14));

/** A draft made whole: eight hours a week on Monday and Tuesday, twelve weeks, nobody's agency asks to sign. */
export function whole(draft: AgreementDraft, changes: Partial<AgreementDraft> = {}): AgreementDraft {
  const startsOn = aMonday();
  const agency = draft.parties.agency;
  return {
    ...draft,
    kind: "praktik",
    purpose: "Se hur många timmar som håller.",
    parties: {
      ...draft.parties,
      employer: { ...draft.parties.employer, signatories: [{ personId: null, name: "Chefen", title: "" }] },
    },
    assignment: agency
      ? { question: "Hur många timmar?", hoursPerWeek: 10, weeks: 12, reportDueOn: dayAfter(startsOn, 90) }
      : null,
    period: { startsOn, endsOn: dayAfter(startsOn, 12 * 7 - 3) },
    schedule: [
      { weekday: "man", from: "09:00", to: "13:00", breakMinutes: 0 },
      { weekday: "tis", from: "09:00", to: "13:00", breakMinutes: 0 },
    ],
    stepPlan: [{ fromWeek: 1, hoursPerWeek: 8 }],
    tasks: { list: ["vaxthus"], words: "Vattna och plantera om." },
    goals: ["Komma i tid"],
    supervisor: { name: "Maj Lindqvist", title: "" },
    ...changes,
  };
}

/** Everybody around one agreement: staff, participant, employer with a place of one slot, case worker. */
export async function aCircle() {
  const associationId = await anAssociation();
  const agencyId = await anAgency();
  const coordinator = staff("coordinator", associationId);
  const coach = staff("coach", associationId);
  const { reference, participantId } = await aParticipant(coordinator);
  const caseWorker = await aCaseWorker(associationId, agencyId);
  await owner`UPDATE referrals SET agency_id = ${agencyId}, case_worker_user = ${caseWorker.userId}
    WHERE participant_id = ${participantId}`;
  await owner`INSERT INTO referrals (association_id, participant_id, agency_id, case_worker_user, purpose, question)
    SELECT ${associationId}, ${participantId}, ${agencyId}, ${caseWorker.userId}, 'Pröva', 'Hur många timmar?'
     WHERE NOT EXISTS (SELECT FROM referrals WHERE participant_id = ${participantId})`;
  await owner`INSERT INTO work_profiles (participant_id, association_id, status, profile)
    VALUES (${participantId}, ${associationId}, 'complete', ${owner.json(aProfile() as never)})`;
  const own = await anOwnEmployer();
  const employer: Actor = own.administrator;
  const stranger: Actor = {
    ...publicActor,
    userId: "främling",
    name: "Främling",
    role: "participant",
    participantId: "00000000-0000-4000-8000-000000000000",
    associationId,
  };
  return {
    associationId,
    agencyId,
    coordinator,
    coach,
    reference,
    participantId,
    participant: asParticipant(associationId, participantId),
    caseWorker,
    employer,
    employerId: own.employerId,
    placementId: own.atMill,
    otherPlacementId: own.atShop,
    stranger,
  };
}
export type Circle = Awaited<ReturnType<typeof aCircle>>;

/** A draft for the circle's place, drawn up directly and made whole. */
export async function aDraft(circle: Circle, changes: Partial<AgreementDraft> = {}): Promise<string> {
  const drawn = await drawUpAgreement(circle.coordinator, circle.reference, {
    formKey: null,
    placementId: circle.placementId,
  });
  if (!drawn.ok) throw new Error(drawn.code);
  await writeDraft(circle.coordinator, drawn.id, (draft) => whole(draft, changes));
  return drawn.id;
}

/** Changes the draft that is there. */
export async function writeDraft(actor: Actor, id: string, write: (draft: AgreementDraft) => AgreementDraft) {
  const edited = await editAgreement(actor, id);
  if (!edited.ok) throw new Error(edited.code);
  const { revision } = edited.version;
  const saved = await saveAgreement(actor, id, { revision, contacts: edited.agreement.contacts, write });
  if (!saved.ok) throw new Error(saved.code);
  return saved;
}

/** Sends the draft that is there. */
export async function send(actor: Actor, id: string) {
  const edited = await editAgreement(actor, id);
  if (!edited.ok) throw new Error(edited.code);
  return sendAgreement(actor, id, edited.version.revision);
}

/** Signs what the actor can read, in the own name. */
export async function sign(
  actor: Actor,
  id: string,
  slot: SignatureSlot,
): Promise<"signed" | "completed" | SignCode> {
  const read = await readAgreement(actor, id);
  if (!read.ok) return read.code;
  const version = read.amendment?.version ?? read.shown;
  const signed = await signAgreement(actor, id, {
    version: version.number,
    hashRead: version.hash ?? "",
    slot,
    typed: actor.name,
  });
  return signed.ok ? (signed.completes ? "completed" : "signed") : signed.code;
}

/** An agreement that all have signed. */
export async function inForce(circle: Circle, changes: Partial<AgreementDraft> = {}): Promise<string> {
  const id = await aDraft(circle, changes);
  const sent = await send(circle.coordinator, id);
  if (!sent.ok) throw new Error(JSON.stringify(sent));
  await sign(circle.coordinator, id, "coordinator");
  await sign(circle.employer, id, "employer_1");
  const last = await sign(circle.participant, id, "participant");
  if (last !== "completed") throw new Error(last);
  return id;
}

/** Lets an agreement in force begin three weeks ago: its text keeps its own days. */
export async function begun(id: string): Promise<void> {
  await owner`UPDATE agreements SET starts_on = ${dayAfter(mondayOf(today()), -21)} WHERE id = ${id}`;
}
