import type { Actor } from "#app/domain/identity/actor";
import { done, fail, type Outcome } from "#app/domain/outcome";
import type { ReferralCase } from "#app/domain/profiles/referral";
import { canCase } from "#app/domain/profiles/referral-policy";
import type { Suggestion } from "#app/domain/profiles/suggestion";
import { withActor } from "#db/client.server";
import { recordDenied, recordEvent } from "#db/queries/audit.server";
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

/** Referrals and own suggestions that wait for a coordinator: the first of each, and how many. Errors: `forbidden`. */
export function listCaseTodo(actor: Actor): Promise<Outcome<{ cases: CaseTodo }, "forbidden">> {
  return withActor(actor, async (tx) => {
    const { associationId } = actor;
    if (!canCase(actor, "referral.list") || associationId === null) {
      await recordDenied(tx, actor, "referral.list", "todo");
      return fail("forbidden");
    }
    const page = { limit: perSection, offset: 0 };
    const referrals = await listReferrals(tx, { associationId, statuses: ["sent", "taken_up"] }, page);
    const suggestions = await listSuggestions(
      tx,
      associationId,
      ["sent", "taken_up", "contacted"],
      perSection,
    );
    await recordEvent(tx, actor, {
      action: "referral.read",
      associationId,
      participantId: null,
      subject: "todo",
      details: { count: referrals.rows.length + suggestions.rows.length },
    });
    return done({
      cases: {
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
      },
    });
  });
}
