/** The roles a person signs in with. product.md "Who uses it". */
export const roles = [
  "participant",
  "employer",
  "coordinator",
  "coach",
  "case_worker",
  "board",
  "admin",
] as const;
export type Role = (typeof roles)[number];

/** Who asks, in which role, and on whose behalf. Every service takes one first; the database gets it too (RLS). */
export type Actor = {
  userId: string | null;
  name: string;
  role: Role | "public" | "system";
  associationId: number | null;
  employerId: number | null;
  agencyId: number | null;
  participantId: string | null;
  /** The session that the request came with; none for jobs and for links by mail. */
  sessionId?: string;
};

/** Somebody who has not signed in. */
export const publicActor: Actor = {
  userId: null,
  name: "",
  role: "public",
  associationId: null,
  employerId: null,
  agencyId: null,
  participantId: null,
};

/** The product itself: jobs and time. */
export const systemActor: Actor = { ...publicActor, role: "system" };

/** Where each role starts. Outside checks rely on these addresses. */
export const roleHomes: Record<Role, string> = {
  participant: "/min-sida",
  employer: "/arbetsgivare",
  coordinator: "/samordnare",
  coach: "/coach",
  case_worker: "/handlaggare",
  board: "/styrgrupp",
  admin: "/admin",
};
