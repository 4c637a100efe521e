import type { Actor } from "#app/domain/identity/actor";
import { colleague } from "#app/domain/organisations/policy";
import { parseEmployerSearch } from "#app/domain/organisations/register-query";
import { done, fail, type Outcome } from "#app/domain/outcome";
import { today } from "#app/platform/clock.server";
import { withNumbersAsSeen } from "#app/services/organisations/number-as-seen.server";
import { withActor } from "#db/client.server";
import { findEmployer } from "#db/queries/employer-record.server";
import { listEmployers } from "#db/queries/employer-register.server";

export type OtherRecord = {
  id: number;
  name: string;
  organisationNumber: string | null;
  localities: string[];
};

/** Records that may be the same employer as this one: by what is searched for, else by the first word of its name. Errors: `not_found`. */
export async function findOtherRecords(
  actor: Actor,
  id: number,
  text: string,
): Promise<Outcome<{ name: string; found: OtherRecord[] }, "not_found">> {
  const me = colleague(actor, "register.merge");
  if (!me) return fail("not_found");
  return withActor(actor, async (tx) => {
    const employer = await findEmployer(tx, id);
    if (!employer) return fail("not_found");
    const wanted = text || (/^\S{3,}/.exec(employer.name)?.[0] ?? "");
    const search = parseEmployerSearch(new URLSearchParams({ sok: wanted }));
    const looking = { userId: me.userId, today: today() };
    const { rows } = await listEmployers(tx, search, looking, { limit: 21, offset: 0 });
    const found = (await withNumbersAsSeen(tx, rows, me))
      .filter((one) => one.id !== id)
      .map(({ id: other, name, organisationNumber, localities }) => ({
        id: other,
        name,
        organisationNumber,
        localities,
      }));
    return done({ name: employer.name, found: wanted === "" ? [] : found });
  });
}
