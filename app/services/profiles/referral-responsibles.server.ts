import type { ReferralCase } from "#app/domain/profiles/referral";
import type { Tx } from "#db/client.server";
import { listStaff } from "#db/queries/case-tasks.server";
import { caseWorkerName } from "#db/queries/case-workers.server";

/** Somebody who can be responsible. The participant has no name here: the page says who it is. */
export type Responsible = {
  value: string;
  userId: string | null;
  name: string;
  role: "coordinator" | "coach" | "case_worker" | "participant";
  isParticipant: boolean;
};

/** Coordinators and coaches of the association, the case's own case worker, and the participant. */
export async function responsiblesOf(
  tx: Tx,
  referral: Pick<ReferralCase, "associationId" | "caseWorkerUser">,
): Promise<Responsible[]> {
  const staff = await listStaff(tx, referral.associationId);
  const found: Responsible[] = staff.map(({ userId, name, role }) => ({
    value: userId,
    userId,
    name,
    role,
    isParticipant: false,
  }));
  const { caseWorkerUser } = referral;
  const name = await caseWorkerName(tx, caseWorkerUser);
  if (caseWorkerUser !== null && name !== null && !found.some(({ userId }) => userId === caseWorkerUser)) {
    found.push({
      value: caseWorkerUser,
      userId: caseWorkerUser,
      name,
      role: "case_worker",
      isParticipant: false,
    });
  }
  found.push({ value: "deltagaren", userId: null, name: "", role: "participant", isParticipant: true });
  return found;
}
