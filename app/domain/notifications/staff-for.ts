/** Somebody who is coordinator or coach of an association. */
export type StaffMember = { userId: string; associationId: number; role: "coordinator" | "coach" };

/**
 * Who of the staff is told: those named, as long as they work there. Without a coordinator among them, all of the
 * association; but never a wider circle about somebody with a protected identity. Each once.
 */
export function staffFor(
  {
    associationId,
    staff,
    isProtected,
  }: { associationId: number; staff: readonly string[]; isProtected: boolean },
  members: readonly StaffMember[],
): StaffMember[] {
  const here = members.filter((member) => member.associationId === associationId);
  const own = staff.flatMap((userId) => here.find((member) => member.userId === userId) ?? []);
  const hasCoordinator = own.some(({ role }) => role === "coordinator");
  const others = hasCoordinator || isProtected ? [] : here.filter(({ role }) => role === "coordinator");
  return [...new Set([...own, ...others])];
}

/** As a recipient is kept: "coordinator:<user>". `recipientOf` reads it. */
export function staffRecipient({ role, userId }: StaffMember): string {
  return `${role}:${userId}`;
}
