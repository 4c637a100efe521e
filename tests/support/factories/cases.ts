import { randomUUID } from "node:crypto";
import type { Actor } from "#app/domain/identity/actor";
import type { AcceptForm, ReferralForm } from "#app/domain/profiles/referral-form";
import type { SuggestionForm } from "#app/domain/profiles/suggestion-form";
import { sendReferral } from "#app/services/profiles/send-referral.server";
import { owner } from "#tests/support/owner";

/** The form of a referral, filled in. */
export function referralForm(changes: Partial<ReferralForm> = {}): ReferralForm {
  return {
    key: randomUUID(),
    about: "new",
    protectedIdentity: "none",
    name: "Mira Sandell",
    agreed: "on",
    purpose: "Pröva 8 timmar i veckan",
    question: "Hur många timmar håller?",
    tried: "",
    wishes: "Något ute",
    agencies: [],
    agenciesAgreed: false,
    ...changes,
  };
}

/** A referral that a case worker has sent. */
export async function aReferral(caseWorker: Actor, changes: Partial<ReferralForm> = {}): Promise<string> {
  const sent = await sendReferral(caseWorker, referralForm(changes));
  if (!sent.ok) throw new Error(sent.code);
  return sent.id;
}

/** The form of a decision to take somebody in. */
export function acceptForm(
  responsible: string,
  reference: string,
  changes: Partial<AcceptForm> = {},
): AcceptForm {
  return { decision: "Kartläggning i juni.", responsible, who: "new", reference, ...changes };
}

/** The form of a workplace found by oneself. */
export function suggestionForm(changes: Partial<SuggestionForm> = {}): SuggestionForm {
  return {
    key: randomUUID(),
    workplace: "Cykelboden",
    place: "Lindesberg",
    couldDo: "Laga punkteringar",
    talkedWith: "Hasse",
    mayContact: "yes",
    ...changes,
  };
}

/** A coordinator of an association with an account of its own, as the list of staff shows it. */
export async function aCoordinator(associationId: number): Promise<Actor> {
  const userId = `coordinator-${randomUUID()}`;
  const name = `Samordnare ${userId.slice(-4)}`;
  await owner.begin(async (tx) => {
    await tx`SELECT set_config('app.role', 'identity', true)`;
    await tx`INSERT INTO auth_users (id, name, email) VALUES (${userId}, ${name}, ${`${userId}@example.org`})`;
    await tx`INSERT INTO memberships (user_id, role, association_id) VALUES (${userId}, 'coordinator', ${associationId})`;
  });
  return {
    userId,
    name,
    role: "coordinator",
    associationId,
    employerId: null,
    agencyId: null,
    participantId: null,
  };
}
