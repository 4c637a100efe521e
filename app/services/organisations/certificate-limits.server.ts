import type { Actor } from "#app/domain/identity/actor";
import type { CertificateLimit } from "#app/domain/organisations/certificate-limits";
import { colleague } from "#app/domain/organisations/policy";
import { done, fail, type Outcome } from "#app/domain/outcome";
import { markOf } from "#app/services/placements/content-mark.server";
import { withActor } from "#db/client.server";
import { recordEvent } from "#db/queries/audit.server";
import * as stored from "#db/queries/certificate-limits.server";

type Days = Pick<CertificateLimit, "agencyId" | "days">;

/** After how many days of illness each agency wants a certificate, with a mark of what was read. Errors: `forbidden`. */
export async function readCertificateLimits(
  actor: Actor,
): Promise<Outcome<{ limits: CertificateLimit[]; seen: string }, "forbidden">> {
  const admin = colleague(actor, "certificate.limits");
  if (!admin) return fail("forbidden");
  return withActor(actor, async (tx) => {
    const limits = await stored.listCertificateLimits(tx, admin.associationId);
    return done({ limits, seen: markOfDays(limits) });
  });
}

/**
 * Sets them for the own association; the same again is one effect. `seen` is the mark of what the form was filled with,
 * empty when nobody knows. Errors: `forbidden`, `changed_meanwhile` (by somebody else, to something else).
 */
export async function setCertificateLimits(
  actor: Actor,
  limits: readonly Days[],
  seen: string,
): Promise<Outcome<object, "forbidden" | "changed_meanwhile">> {
  const admin = colleague(actor, "certificate.limits");
  if (!admin) return fail("forbidden");
  const { associationId } = admin;
  return withActor(actor, async (tx) => {
    await stored.lockCertificateLimits(tx, associationId);
    const before = await stored.listCertificateLimits(tx, associationId);
    const changed = before.filter(({ agencyId, days }) =>
      limits.some((limit) => limit.agencyId === agencyId && limit.days !== days),
    );
    if (changed.length === 0) return done();
    if (seen !== "" && markOfDays(before) !== seen) return fail("changed_meanwhile");
    await stored.saveCertificateLimits(tx, associationId, limits);
    await recordEvent(tx, actor, {
      action: "certificate_limits.changed",
      associationId,
      participantId: null,
      subject: changed.map(({ agencyId }) => agencyId).join(" "),
      details: { agencies: changed.length },
    });
    return done();
  });
}

function markOfDays(limits: readonly Days[]): string {
  return markOf(limits.map(({ agencyId, days }) => [agencyId, days]));
}
