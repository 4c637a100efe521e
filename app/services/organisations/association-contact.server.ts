import type { Actor } from "#app/domain/identity/actor";
import type { AssociationContact, PublicContact } from "#app/domain/organisations/association-contact";
import { colleague } from "#app/domain/organisations/policy";
import { done, fail, type Outcome } from "#app/domain/outcome";
import { findLocality } from "#app/services/geo/find-locality.server";
import { db, withActor } from "#db/client.server";
import * as associations from "#db/queries/associations.server";

/** Whom to turn to: those of whoever asks, those where somebody lives, and everybody else's. */
export type Contacts = {
  own: AssociationContact[];
  /** What was asked for: the municipality that is meant (null: no such place), and who works there. */
  asked: { municipality: string | null; found: AssociationContact[] } | null;
  all: AssociationContact[];
};

/**
 * Public: how to reach the associations. The own one comes first for somebody who belongs to one; an employer belongs to
 * those where its workplaces are. `place` is a locality or a municipality as a person types it, or empty.
 */
export async function readContacts(actor: Actor, place: string): Promise<Contacts> {
  const known = await associations.listAssociations(db);
  const near =
    actor.employerId === null ? [] : await associations.employerMunicipalities(db, actor.employerId);
  const own = known.filter(
    ({ id, municipalityCodes }) =>
      id === actor.associationId || municipalityCodes.some((code) => near.includes(code)),
  );
  const locality = place ? await findLocality(place) : null;
  const found = known.filter(
    ({ municipalityCodes }) => locality && municipalityCodes.includes(locality.municipalityCode),
  );
  return {
    own: own.map(shown),
    asked: place ? { municipality: locality?.municipality ?? null, found: found.map(shown) } : null,
    all: known.map(shown),
  };
}

function shown({ name, municipalities, contact }: associations.KnownAssociation): AssociationContact {
  return { name, municipalities, contact };
}

/** What the own association tells everybody, to be changed. Errors: `forbidden`. */
export async function readOwnContact(
  actor: Actor,
): Promise<Outcome<{ association: AssociationContact }, "forbidden">> {
  const admin = colleague(actor, "contact.public");
  if (!admin) return fail("forbidden");
  const known = await associations.listAssociations(db);
  const own = known.find(({ id }) => id === admin.associationId);
  return own ? done({ association: shown(own) }) : fail("forbidden");
}

/** Writes it. Errors: `forbidden`. */
export async function setOwnContact(
  actor: Actor,
  contact: PublicContact,
): Promise<Outcome<object, "forbidden">> {
  const admin = colleague(actor, "contact.public");
  if (!admin) return fail("forbidden");
  return withActor(actor, async (tx) => {
    await associations.setPublicContact(tx, admin.associationId, contact);
    return done();
  });
}
