import type { Actor } from "#app/domain/identity/actor";
import { done, fail, type Outcome } from "#app/domain/outcome";
import { can } from "#app/domain/profiles/policy";
import { excludedIds } from "#app/domain/profiles/work-profile-form";
import { db, withDeadline } from "#db/client.server";
import { findNamed, type NamedWorkplace, namesOf, suggestNames } from "#db/queries/employer-names.server";

const suggestionsShown = 10;

/** An exclusion as the form carries it: `employer:12` or `workplace:34`, with its name. */
export type Exclusion = { value: string; name: string; place: string | null };

export function toExclusion({ kind, id, name, place }: NamedWorkplace): Exclusion {
  return { value: `${kind}:${id}`, name, place };
}

/**
 * What a person means by an organisation number or a whole name; nothing found comes with names that are near.
 * Errors: `forbidden`.
 */
export async function findExcludable(
  actor: Actor,
  text: string,
): Promise<Outcome<{ found: Exclusion[]; near: Exclusion[] }, "forbidden">> {
  if (!can(actor, "profile.change")) return fail("forbidden");
  const found = await withDeadline(findNamed(db, text));
  const near = found.length > 0 ? [] : await withDeadline(suggestNames(db, text, suggestionsShown));
  return done({ found: found.map(toExclusion), near: near.map(toExclusion) });
}

/** Names while somebody types. Errors: `forbidden`. */
export async function suggestExcludable(
  actor: Actor,
  text: string,
): Promise<Outcome<{ names: Exclusion[] }, "forbidden">> {
  if (!can(actor, "profile.change")) return fail("forbidden");
  if (text.trim().length < 2) return done({ names: [] });
  return done({
    names: (await withDeadline(suggestNames(db, text.trim(), suggestionsShown))).map(toExclusion),
  });
}

/** The names of exclusions that a form carries. */
export async function nameExclusions(excluded: readonly string[]): Promise<Exclusion[]> {
  const named = await withDeadline(namesOf(db, excludedIds(excluded)));
  return named.map(toExclusion);
}
