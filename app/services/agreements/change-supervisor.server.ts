import { openVersion, versionInForce } from "#app/domain/agreements/agreement";
import { same } from "#app/domain/agreements/field-classes";
import { keepsReach, type SupervisorChange } from "#app/domain/agreements/supervisor-form";
import type { Actor } from "#app/domain/identity/actor";
import { done, fail, type Outcome } from "#app/domain/outcome";
import { type AmendCode, beginIn } from "#app/services/agreements/amend-agreement.server";
import { contentHash } from "#app/services/agreements/content-hash.server";
import { namedBy, reachAgreement, recordOnAgreement } from "#app/services/agreements/reach-agreement.server";
import { withActor } from "#db/client.server";
import { agreeUnsigned, listVersions } from "#db/queries/agreement-versions.server";
import { addAgreementEvent, saveContacts } from "#db/queries/agreements.server";

/**
 * Another supervisor in an agreement in force counts at once, is logged and shown to all: the coordinator's own change.
 * How people are reached changes freely and keeps every signature. The same again is one effect. Errors: `not_found`,
 * `not_allowed` (a coach changes how people are reached), `wrong_status`, `amendment_open`, `same_reach` (another name with
 * the former one's number or address, and nobody has said that it is so).
 */
export function changeSupervisor(
  actor: Actor,
  id: string,
  change: SupervisorChange,
): Promise<Outcome<{ named: boolean }, AmendCode | "same_reach">> {
  return withActor(actor, async (tx) => {
    const agreement = await reachAgreement(tx, actor, id, "agreement.change", "change");
    if (!agreement) return fail("not_found");
    const versions = await listVersions(tx, id);
    const inForce = versionInForce(versions);
    if (agreement.status !== "in_force" || !inForce) return fail("wrong_status");
    const supervisor = { name: change.supervisorName, title: change.supervisorTitle };
    const named = !same(supervisor, inForce.content.supervisor);
    const by = namedBy(actor, agreement.reference ?? "");
    if (named) {
      if (actor.role !== "coordinator") return fail("not_allowed");
      const isAnother = supervisor.name !== inForce.content.supervisor.name;
      if (isAnother && !change.sameReach && keepsReach(change, agreement.contacts.supervisor))
        return fail("same_reach");
      // A text that is being signed names the one before: it is finished, or called back, first.
      if (openVersion(versions)) return fail("amendment_open");
      const content = { ...inForce.content, supervisor };
      const begun = await beginIn(tx, actor, agreement, versions, () => content);
      if (!begun.ok) return begun;
      const { number } = begun;
      await agreeUnsigned(tx, agreement, { number, hash: contentHash(content), changed: ["supervisor"] });
      await addAgreementEvent(tx, agreement, { version: number, what: "amendment_agreed", ...by });
    }
    const contacts = {
      ...agreement.contacts,
      supervisor: { phone: change.supervisorPhone, email: change.supervisorEmail },
      trouble: { name: change.troubleName, phone: change.troublePhone },
    };
    if (!same(contacts, agreement.contacts)) {
      await saveContacts(tx, id, contacts);
      await addAgreementEvent(tx, agreement, { version: inForce.number, what: "contacts", ...by });
      await recordOnAgreement(tx, actor, agreement, "agreement.changed", { contacts: true });
    }
    return done({ named });
  });
}
