import type { Actor } from "#app/domain/identity/actor";
import { fatigueOf } from "#app/domain/organisations/fatigue";
import { nothingElsewhere, summariseHosting } from "#app/domain/organisations/guard";
import { hidePersonalNumber, isPersonalNumber } from "#app/domain/organisations/organisation-number";
import { type Colleague, colleague } from "#app/domain/organisations/policy";
import type { EmployerPage, EmployerWorkplace, PastMerge } from "#app/domain/organisations/register";
import { done, fail, type Outcome } from "#app/domain/outcome";
import { today } from "#app/platform/clock.server";
import { toWgs84 } from "#app/platform/projection.server";
import { type Tx, withActor } from "#db/client.server";
import { recordEvent } from "#db/queries/audit.server";
import * as contacts from "#db/queries/employer-contacts.server";
import { listHostedStays, sumHostedElsewhere } from "#db/queries/employer-guard.server";
import { listLessonsOf } from "#db/queries/employer-lessons.server";
import { listMerges } from "#db/queries/employer-merge.server";
import { listCoordinators, listOwnEmployers, markSeen } from "#db/queries/employer-owner.server";
import * as records from "#db/queries/employer-record.server";
import { ringsOf } from "#db/queries/employer-rings.server";

const contactsShown = 50;
const lessonsShown = 10;

/**
 * Everything about one employer, or, when its record has been merged away, the id where it is found now.
 * Reading who has been there is one audit event. Errors: `not_found`.
 */
export async function showEmployer(
  actor: Actor,
  id: number,
): Promise<
  Outcome<{ employer: EmployerPage; movedTo: null } | { employer: null; movedTo: number }, "not_found">
> {
  const me = colleague(actor, "register.read");
  if (!me) return fail("not_found");
  return withActor(actor, async (tx) => {
    const record = await records.findEmployer(tx, id);
    if (!record) {
      const movedTo = await records.aliasOf(tx, id);
      return movedTo === null ? fail("not_found") : done({ employer: null, movedTo });
    }
    const day = today();
    const recent = (await contacts.countRecentContacts(tx, [id], day)).get(id) ?? 0;
    const log = await contacts.listContacts(tx, id, me.userId, contactsShown);
    const coordinators = await listCoordinators(tx);
    const association =
      coordinators.find(({ userId }) => userId === record.owner?.userId)?.association ?? null;
    await markSeen(tx, me.userId, id);
    const isOwn = (await listOwnEmployers(tx, [id], me)).has(id);
    const merges = await listMerges(tx, id);
    return done({
      movedTo: null,
      employer: {
        ...record,
        organisationNumber: isOwn ? record.organisationNumber : hidePersonalNumber(record.organisationNumber),
        isPersonalNumber: isPersonalNumber(record.organisationNumber),
        owner: record.owner && { ...record.owner, association },
        workplaces: await workplacesOf(tx, id, me),
        people: await records.listPeopleOf(tx, id),
        contacts: log,
        moreContacts: Math.max(0, (await contacts.countContacts(tx, id)) - log.length),
        rings: await ringsOf(tx, id),
        fatigue: fatigueOf(recent, await contacts.contactLimit(tx, me.associationId)),
        lessons: await listLessonsOf(tx, id, me.associationId, lessonsShown),
        hosting: await hostingOf(tx, actor, me, id),
        merges: isOwn ? merges : merges.map(hideNumbers),
      },
    });
  });
}

function hideNumbers(merge: PastMerge): PastMerge {
  const lost = merge.lost.map((one) =>
    one.field === "organisationNumber" ? { ...one, value: hidePersonalNumber(one.value) } : one,
  );
  return { ...merge, goneNumber: hidePersonalNumber(merge.goneNumber), lost };
}

async function workplacesOf(tx: Tx, employerId: number, me: Colleague): Promise<EmployerWorkplace[]> {
  const placements = await records.listPlacementsOf(tx, employerId, me);
  return (await records.listWorkplaces(tx, employerId)).map(({ point, ...workplace }) => ({
    ...workplace,
    coordinates: toWgs84(point),
    placements: placements
      .filter(({ workplaceId }) => workplaceId === workplace.id)
      .map(({ workplaceId: _, ...placement }) => placement),
  }));
}

/** Who of the own association has been there; of others only sums. Seeing it is one audit event. */
async function hostingOf(tx: Tx, actor: Actor, me: Colleague, employerId: number) {
  const own = await listHostedStays(tx, [employerId], me.associationId);
  if (own.length > 0) {
    await recordEvent(tx, actor, {
      action: "proposal.read",
      associationId: me.associationId,
      participantId: null,
      subject: "hosted",
      details: { employer: employerId, count: own.length },
    });
  }
  const elsewhere = await sumHostedElsewhere(tx, [employerId]);
  return summariseHosting(own, elsewhere.get(employerId) ?? nothingElsewhere);
}
