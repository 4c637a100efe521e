import { type Role, roles } from "#app/domain/identity/actor";
import type { Whose } from "#tests/support/factories/two-associations";

/** Who may knock at a route: everybody, everybody signed in, these roles, or nobody (there is no such method). */
export type Knock = "public" | "signed_in" | readonly Role[] | "nobody";
/** What a route's address names. Shared things are reached by everyone who may knock. */
export type Thing = "participant" | "proposal" | "import" | "placement" | "number" | "own secret";

export type Line = {
  get: Knock;
  post: Knock;
  /** What stands in the address, by the name of its parameter. */
  params?: Record<string, Thing>;
  /** Whose things each role reaches; others are not there at all (404). Staff of a: a1 and a2, others: a1. */
  reach?: Partial<Record<Role, readonly Whose[]>>;
  /** The page answers a person without the right as if it were not there. */
  hidden?: true;
};

export type Caller = Role | "nobody signed in";
export const callers: readonly Caller[] = ["nobody signed in", ...roles];

/** Whose personal data each caller may ever be shown. */
export const reachOf: Record<Caller, readonly Whose[]> = {
  "nobody signed in": [],
  participant: ["a1"],
  employer: ["a1"],
  coordinator: ["a1", "a2"],
  coach: ["a1", "a2"],
  case_worker: ["a1"],
  board: [],
  admin: ["a1", "a2"],
};

/** The fields that a caller may be shown of those; absent means all. An employer is shown what was presented. */
export const fieldsOf: Partial<Record<Caller, readonly string[]>> = {
  employer: ["kort", "namn", "motesplats"],
};
/** Fields that are never for these eyes, however near the person: staff's notes on a proposal. */
export const neverFor: Partial<Record<Caller, readonly string[]>> = {
  participant: ["anteckning"],
  case_worker: ["anteckning", "kort", "kommentar"],
};

const coordinators = ["coordinator"] as const;
const staff = ["coordinator", "coach", "admin"] as const;

/**
 * Every address of the product and who may knock. A route that is not here fails the probe, and so does a line without
 * a route. `get: "nobody"` is a route that only takes forms.
 */
export const table: Record<string, Line> = {
  "/logga-in": { get: "public", post: "public" },
  "/logga-in/skickad": { get: "public", post: "nobody" },
  "/logga-in/glomt-losenord": { get: "public", post: "public" },
  "/logga-in/lank/:token": { get: "public", post: "public", params: { token: "own secret" } },
  "/logga-in/nytt-losenord/:token": { get: "public", post: "public", params: { token: "own secret" } },
  "/logga-ut": { get: "public", post: "public" },
  "/valj-roll": { get: "signed_in", post: "signed_in" },
  "/konto": { get: "signed_in", post: "signed_in" },
  "/dev/mail": { get: "public", post: "nobody", hidden: true },
};
