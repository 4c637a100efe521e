import type { Actor } from "#app/domain/identity/actor";
import { demands } from "#app/domain/placements/vocabulary";
import type { NewParticipantForm } from "#app/domain/profiles/participant-form";
import { type WorkProfileForm, workProfileFormSchema } from "#app/domain/profiles/work-profile-form";
import { createParticipant } from "#app/services/profiles/create-participant.server";

let count = 700;

/** The form of a participant, filled in. */
export function participantForm(changes: Partial<NewParticipantForm> = {}): NewParticipantForm {
  count += 1;
  return {
    reference: `L-0${count}`,
    protectedIdentity: "none",
    name: "Robin Sandberg",
    sex: "kvinna",
    birthYear: 1988,
    municipality: "1885",
    locality: "Lindesberg",
    ...changes,
  };
}

/** A participant made by this coordinator. */
export async function aParticipant(coordinator: Actor, changes: Partial<NewParticipantForm> = {}) {
  const made = await createParticipant(coordinator, participantForm(changes));
  if (!made.ok) throw new Error(made.code);
  return made;
}

/** The form of a work profile with every answer. */
export function workProfileForm(changes: Partial<WorkProfileForm> = {}): WorkProfileForm {
  return {
    ...workProfileFormSchema.parse({
      version: 0,
      kinds: ["praktik", "arbetstraning"],
      startHours: "8",
      targetHours: "20",
      longestDay: "4",
      weekdays: ["man", "ons", "fre"],
      abilities: Object.fromEntries(demands.map((demand) => [demand, "2"])),
      adaptations: ["tyst_rum"],
      supportNeed: "1",
      tasks: ["vaxthus"],
      locality: "Lindesberg",
      maxKm: "25",
      drivingLicenceB: "no",
    }),
    ...changes,
  };
}
