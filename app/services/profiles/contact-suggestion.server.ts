import type { Actor } from "#app/domain/identity/actor";
import { readOrganisationNumber } from "#app/domain/organisations/organisation-number";
import { colleague } from "#app/domain/organisations/policy";
import { done, type Failure, fail, type Outcome } from "#app/domain/outcome";
import { decideSuggestion } from "#app/domain/profiles/suggestion";
import type { ContactForm } from "#app/domain/profiles/suggestion-form";
import { findLocality } from "#app/services/geo/find-locality.server";
import { beginProposal } from "#app/services/matching/begin-proposal.server";
import { numberToBeginWith } from "#app/services/organisations/number-as-seen.server";
import { addEmployerIn } from "#app/services/organisations/save-employer.server";
import {
  moveSuggestionIn,
  reachSuggestion,
  type SuggestionMoveCode,
} from "#app/services/profiles/move-suggestion.server";
import { type Tx, withActor } from "#db/client.server";
import { insertContact, namesParticipant } from "#db/queries/employer-contacts.server";
import { findEmployer, lockEmployers } from "#db/queries/employer-record.server";
import { listPlacementsOf, lockSuggestion } from "#db/queries/suggestions.server";

/** The number belongs to an employer that is in the register already. */
export type NumberKnown = Failure<"number_known"> & { employerId: number };

/**
 * Has been in touch with the workplace: an employer of the register or a new one, with a line in the contact log that
 * every coordinator reads and that names no participant. Errors: `not_found`, `employer_missing`, `number_known`,
 * `names_participant`, and those of the turn.
 */
export function contactForSuggestion(
  actor: Actor,
  id: string,
  form: ContactForm,
): Promise<Outcome<{ employerId: number }, SuggestionMoveCode | "names_participant"> | NumberKnown> {
  return withActor(
    actor,
    async (
      tx,
    ): Promise<Outcome<{ employerId: number }, SuggestionMoveCode | "names_participant"> | NumberKnown> => {
      const me = colleague(actor, "contact.log");
      const suggestion = me && (await reachSuggestion(tx, actor, id, null));
      if (!me || !suggestion) return fail("not_found");
      if (await namesParticipant(tx, me.associationId, form.note)) return fail("names_participant");
      // The turn is decided first: nothing is written about an employer without the participant's yes.
      const status = await lockSuggestion(tx, id);
      const decision = decideSuggestion(status ?? suggestion.status, "contacted", {
        role: actor.role,
        mayContact: suggestion.mayContact,
        hasEmployer: true,
        hasPlacement: false,
        reason: null,
      });
      if (!decision.ok) return decision;
      const employer = await employerOf(tx, actor, form, suggestion.place);
      if (!employer.ok) return employer;
      const moved = await moveSuggestionIn(tx, actor, suggestion, {
        to: "contacted",
        employerId: employer.id,
      });
      if (!moved.ok) return moved;
      await insertContact(tx, me, employer.id, {
        key: id,
        channel: form.channel,
        happenedOn: form.on,
        withWhom: "",
        note: form.note,
        nextStep: "",
        nextStepOn: undefined,
      });
      return done({ employerId: employer.id });
    },
  );
}

async function employerOf(
  tx: Tx,
  actor: Actor,
  form: ContactForm,
  place: string,
): Promise<Outcome<{ id: number }, "employer_missing"> | NumberKnown> {
  if (form.employer !== "new") {
    const wanted = Number(form.employer);
    const [known] = Number.isInteger(wanted) ? await lockEmployers(tx, [wanted]) : [];
    return known ? done({ id: known.id }) : fail("employer_missing");
  }
  const organisationNumber = readOrganisationNumber(form.organisationNumber ?? "") ?? undefined;
  if (!form.sector || form.employerName === "") return fail("employer_missing");
  const { employerName: name, sector } = form;
  const employer = { organisationNumber, name, sector, appetite: "yes" as const, askAgainOn: undefined };
  // Where the participant says it is, when that is a place we know: the employer is found there.
  const locality = await findLocality(place, tx);
  const added = await addEmployerIn(tx, actor, employer, locality && { ...locality, address: "" });
  return added.ok ? added : { ...fail("number_known"), employerId: added.employerId };
}

/** What the form of a placement begins with, and the participant's words to look at. Errors: `not_found`. */
export function prepareSuggestedPlacement(
  actor: Actor,
  id: string,
): Promise<
  Outcome<
    {
      suggestionId: string;
      employerId: number;
      couldDo: string;
      values: {
        organisationNumber: string;
        employerName: string;
        sector: string;
        workplaceName: string;
        locality: string;
      };
    },
    "not_found"
  >
> {
  return withActor(actor, async (tx) => {
    const me = colleague(actor, "register.read");
    const suggestion = await reachSuggestion(tx, actor, id, "suggestion.read");
    if (!me || suggestion?.status !== "contacted" || !suggestion.employer) return fail("not_found");
    const employer = await findEmployer(tx, suggestion.employer.id);
    if (!employer) return fail("not_found");
    return done({
      suggestionId: id,
      employerId: employer.id,
      couldDo: suggestion.couldDo,
      values: {
        organisationNumber: await numberToBeginWith(tx, employer, me),
        employerName: employer.name,
        sector: employer.sector,
        workplaceName: suggestion.workplace,
        locality: suggestion.place,
      },
    });
  });
}

/**
 * The suggestion has become a placement of the employer's, which goes on the participant's list when it is published.
 * Errors: `not_found`, `placement_missing` (not one of the employer's), and those of the turn.
 */
export async function connectPlacement(
  actor: Actor,
  id: string,
  placementId: number,
): Promise<Outcome<{ reference: string }, SuggestionMoveCode>> {
  const connected = await withActor(
    actor,
    async (tx): Promise<Outcome<{ reference: string }, SuggestionMoveCode>> => {
      const suggestion = await reachSuggestion(tx, actor, id, null);
      if (!suggestion) return fail("not_found");
      const placements = suggestion.employer ? await listPlacementsOf(tx, suggestion.employer.id) : [];
      if (!placements.some((placement) => placement.id === placementId)) return fail("placement_missing");
      const moved = await moveSuggestionIn(tx, actor, suggestion, { to: "placement", placementId });
      return moved.ok ? done({ reference: suggestion.reference }) : moved;
    },
  );
  // A draft cannot be proposed yet: then the list comes later, by hand.
  if (connected.ok) await beginProposal(actor, { reference: connected.reference }, placementId);
  return connected;
}
