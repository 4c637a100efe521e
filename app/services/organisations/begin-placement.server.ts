import type { Actor } from "#app/domain/identity/actor";
import { colleague } from "#app/domain/organisations/policy";
import { done, fail, type Outcome } from "#app/domain/outcome";
import type { PlacementFormValues } from "#app/domain/placements/placement-form";
import { numberToBeginWith } from "#app/services/organisations/number-as-seen.server";
import { withActor } from "#db/client.server";
import { findEmployer, listWorkplaces } from "#db/queries/employer-record.server";

/** What a new placement's form knows of an employer already; its only workplace too. Errors: `not_found`. */
export async function beginPlacement(
  actor: Actor,
  employerId: number,
): Promise<Outcome<{ values: Partial<PlacementFormValues> }, "not_found">> {
  const me = colleague(actor, "register.read");
  if (!me) return fail("not_found");
  return withActor(actor, async (tx) => {
    const employer = await findEmployer(tx, employerId);
    if (!employer) return fail("not_found");
    const { name: employerName, sector } = employer;
    const [only, second] = await listWorkplaces(tx, employerId);
    const workplace = only && !second ? only : null;
    const { locality, municipality } = workplace ?? {};
    return done({
      values: {
        organisationNumber: await numberToBeginWith(tx, employer, me),
        employerName,
        sector,
        ...(workplace && {
          workplaceName: workplace.name,
          address: workplace.address,
          locality: locality === municipality ? locality : `${locality}, ${municipality}`,
        }),
      },
    });
  });
}
