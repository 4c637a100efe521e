import { activeConsent, type Consent } from "#app/domain/consent/consent";
import type { Actor } from "#app/domain/identity/actor";
import { done, fail, type Outcome } from "#app/domain/outcome";
import type { MedicalNotes } from "#app/domain/profiles/medical-form";
import type { Participant } from "#app/domain/profiles/participant";
import { today } from "#app/platform/clock.server";
import { type CannotOpen, type OpenedNotes, openNotes } from "#app/services/profiles/medical-seal.server";
import { reachParticipant } from "#app/services/profiles/reach-participant.server";
import { type Tx, withActor } from "#db/client.server";
import { listConsents } from "#db/queries/consent.server";

/** The medical layer of part 3. Version 0 is one that nobody has begun. */
export type ReadMedical = {
  reference: string;
  /** The yes that lets staff write and read; null when there is none in force. */
  consentUntil: string | null;
  version: number;
  notes: MedicalNotes;
  savedAt: Date | null;
  savedByName: string;
  older: OpenedNotes[];
  /** Why the notes cannot be opened, when they cannot. */
  problem: CannotOpen | null;
};

/** The medical layer for coordinator and coach: without a consent in force it stays shut. Errors: `not_found`. */
export function readMedical(
  actor: Actor,
  reference: string,
): Promise<Outcome<{ medical: ReadMedical }, "not_found">> {
  return read(actor, { reference });
}

/** The participant's own medical layer: one's own words about oneself are always there. Errors: `not_found`. */
export function readOwnMedical(actor: Actor): Promise<Outcome<{ medical: ReadMedical }, "not_found">> {
  return read(actor, { participantId: actor.participantId });
}

function read(actor: Actor, wanted: { reference: string } | { participantId: string | null }) {
  return withActor(actor, async (tx): Promise<Outcome<{ medical: ReadMedical }, "not_found">> => {
    const participant = await reachParticipant(tx, actor, wanted, "medical.read", "medical.read");
    if (!participant) return fail("not_found");
    return done({ medical: await currentMedical(tx, actor, participant) });
  });
}

/** The yes to keep medical notes that is in force today. */
export async function medicalConsent(tx: Tx, participantId: string): Promise<Consent | null> {
  return activeConsent(await listConsents(tx, participantId), "keep_medical_notes", today());
}

/** The layer inside a transaction that has already asked the policy and written the event. */
export async function currentMedical(tx: Tx, actor: Actor, participant: Participant): Promise<ReadMedical> {
  const consent = await medicalConsent(tx, participant.id);
  const whose = { associationId: participant.associationId, participantId: participant.id };
  const mayOpen = consent !== null || actor.role === "participant";
  const opened = mayOpen ? await openNotes(tx, whose) : [];
  const [current, ...older] = typeof opened === "string" ? [] : opened;
  return {
    reference: participant.reference,
    consentUntil: consent?.validUntil ?? null,
    version: current?.version ?? 0,
    notes: current?.notes ?? {},
    savedAt: current?.savedAt ?? null,
    savedByName: current?.savedByName ?? "",
    older,
    problem: typeof opened === "string" ? opened : null,
  };
}
