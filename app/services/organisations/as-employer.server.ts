import type { Actor } from "#app/domain/identity/actor";
import { employerOf, type Post } from "#app/domain/organisations/employer-rights";
import { type Failure, fail } from "#app/domain/outcome";
import { type Tx, withActor } from "#db/client.server";
import { listPosts } from "#db/queries/employer-people.server";

/** Who asks for an employer, with what they hold there today. */
export type Self = { employerId: number; userId: string; posts: Post[] };

/**
 * Runs a transaction for somebody at an employer, with the rights as they are this moment. Failure: `not_found` for
 * everybody else.
 */
export async function asEmployer<T>(
  actor: Actor,
  run: (tx: Tx, self: Self) => Promise<T>,
): Promise<T | Failure<"not_found">> {
  const employer = employerOf(actor);
  if (!employer) return fail("not_found");
  return withActor(actor, async (tx) => run(tx, { ...employer, posts: await listPosts(tx) }));
}
