import type { AssignmentReport } from "#app/domain/followups/assignment-report";
import type { Actor } from "#app/domain/identity/actor";
import { done, fail, type Outcome } from "#app/domain/outcome";
import { recordOnAgreement } from "#app/services/agreements/reach-agreement.server";
import { withActor } from "#db/client.server";
import { listReached } from "#db/queries/agreements.server";
import { listReports } from "#db/queries/assignment-reports.server";

const mostAgreements = 10;

/** What was sent to an agency about the participant, as the participant reads it. */
export type OwnReport = { agencyName: string; report: AssignmentReport };

/** The own reports, those of the newest agreement first. Errors: `not_found` for anybody else. */
export function readOwnReports(actor: Actor): Promise<Outcome<{ reports: OwnReport[] }, "not_found">> {
  return withActor(actor, async (tx) => {
    if (actor.role !== "participant") return fail("not_found");
    const reports: OwnReport[] = [];
    for (const agreement of await listReached(tx, mostAgreements)) {
      const own = await listReports(tx, agreement.id);
      if (own.length === 0) continue;
      await recordOnAgreement(tx, actor, agreement, "report.read");
      reports.push(...own.map((report) => ({ agencyName: agreement.agencyName ?? "", report })));
    }
    return done({ reports });
  });
}
