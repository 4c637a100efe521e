import type { Actor } from "#app/domain/identity/actor";
import type { ReferralCase } from "#app/domain/profiles/referral";
import { canCase } from "#app/domain/profiles/referral-policy";
import type { Suggestion } from "#app/domain/profiles/suggestion";
import type { Tx } from "#db/client.server";
import { listReferrals } from "#db/queries/referrals.server";
import { listSuggestions } from "#db/queries/suggestions.server";

const perSection = 5;

export type CaseTodo = {
  referrals: {
    rows: Pick<ReferralCase, "id" | "reference" | "agency" | "purpose" | "status" | "updatedAt">[];
    total: number;
  };
  suggestions: {
    rows: Pick<
      Suggestion,
      "id" | "reference" | "workplace" | "place" | "mayContact" | "status" | "createdAt"
    >[];
    total: number;
  };
};

/** Referrals and own suggestions that wait for a coordinator: the first of each, and how many; null for who may not see it. */
export async function caseTodoIn(tx: Tx, actor: Actor): Promise<CaseTodo | null> {
  const { associationId } = actor;
  if (!canCase(actor, "referral.list") || associationId === null) return null;
  const page = { limit: perSection, offset: 0 };
  const [referrals, suggestions] = await Promise.all([
    listReferrals(tx, { associationId, statuses: ["sent", "taken_up"] }, page),
    listSuggestions(tx, associationId, ["sent", "taken_up", "contacted"], perSection),
  ]);
  return {
    referrals: {
      total: referrals.total,
      rows: referrals.rows.map(({ id, reference, agency, purpose, status, updatedAt }) => ({
        id,
        reference,
        agency,
        purpose,
        status,
        updatedAt,
      })),
    },
    suggestions: {
      total: suggestions.total,
      rows: suggestions.rows.map((row) => ({
        id: row.id,
        reference: row.reference,
        workplace: row.workplace,
        place: row.place,
        mayContact: row.mayContact,
        status: row.status,
        createdAt: row.createdAt,
      })),
    },
  };
}
