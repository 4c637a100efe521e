import type { Actor } from "#app/domain/identity/actor";

/** What a person may do for an employer. issue "portal": several contact persons and supervisors with their own rights. */
export const duties = ["administrator", "contact", "supervisor"] as const;
export type Duty = (typeof duties)[number];

/**
 * One post that somebody holds today: an own one, or that of a person who is away. `supervises` are ids of placements,
 * `workplaceId` null for all of them.
 */
export type Post = {
  duty: Duty;
  workplaceId: number | null;
  supervises: readonly number[];
  /** The name of whom one stands in for; null for an own post. */
  standsInFor: string | null;
};

export type OwnThing = { workplaceId: number; placementId: number | null };
export type EmployerAction =
  | "people.manage"
  | "appetite.set"
  | "workplace.add"
  | "workplace.change"
  | "placement.add"
  | "placement.change"
  | "placement.read"
  | "placement.confirm";

/** Whose word it takes. Supervisors read, confirm and answer what they supervise; they change nothing. */
const allowed: Record<EmployerAction, readonly Duty[]> = {
  "people.manage": ["administrator"],
  "appetite.set": ["administrator"],
  "workplace.add": ["administrator"],
  "workplace.change": ["administrator", "contact"],
  "placement.add": ["administrator", "contact"],
  "placement.change": ["administrator", "contact"],
  "placement.read": ["administrator", "contact", "supervisor"],
  "placement.confirm": ["administrator", "contact", "supervisor"],
};
/** Rights over other people are not handed over with a holiday. */
const onlyOneself: readonly EmployerAction[] = ["people.manage", "appetite.set", "workplace.add"];

/** Whether the posts allow an action: on a thing when it is about one, otherwise on anything at all. */
export function may(posts: readonly Post[], action: EmployerAction, thing?: OwnThing): boolean {
  return posts.some(
    (post) =>
      allowed[action].includes(post.duty) &&
      (post.standsInFor === null || !onlyOneself.includes(action)) &&
      (thing === undefined || reaches(post, thing)),
  );
}

function reaches({ duty, workplaceId, supervises }: Post, thing: OwnThing): boolean {
  if (duty === "administrator") return true;
  if (duty === "contact") return workplaceId === null || workplaceId === thing.workplaceId;
  return thing.placementId !== null && supervises.includes(thing.placementId);
}

/** Who acts for an employer, or null. */
export function employerOf({
  role,
  employerId,
  userId,
}: Actor): { employerId: number; userId: string } | null {
  return role === "employer" && employerId !== null && userId !== null ? { employerId, userId } : null;
}
