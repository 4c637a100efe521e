import { sql } from "drizzle-orm";
import type {
  CertificateContent,
  CertificateDraft,
  CertificateStatus,
  CertificateVersion,
  CertificateWishes,
} from "#app/domain/agreements/certificate";
import type { Tx } from "#db/client.server";

type Row = Omit<CertificateVersion, "wishes"> & { withAdaptations: boolean; withReference: boolean };

/** Every text of an agreement's certificate that the reader may see, oldest first. */
export async function listCertificates(tx: Tx, agreementId: string): Promise<CertificateVersion[]> {
  const rows = await tx.execute<Row>(sql`
    SELECT number, status, draft, with_adaptations AS "withAdaptations", with_reference AS "withReference", content, hash,
           drafted_by_name AS "draftedByName", drafted_at AS "draftedAt", answer_words AS "answerWords",
           answered_at AS "answeredAt", approved_way AS "approvedWay", approved_by AS "approvedBy",
           recorded_by_name AS "recordedByName", recorded_how AS "recordedHow"
      FROM certificate_versions WHERE agreement_id = ${agreementId} ORDER BY number`);
  return rows.map(({ withAdaptations, withReference, ...row }) => ({
    ...row,
    wishes: { withAdaptations, withReference },
    draftedAt: new Date(row.draftedAt).toISOString(),
    answeredAt: row.answeredAt && new Date(row.answeredAt).toISOString(),
  }));
}

type Text = { draft: CertificateDraft; wishes: CertificateWishes; content: CertificateContent; hash: string };

/** Shows the participant a new text; the one that was open is no more. */
export async function addCertificate(
  tx: Tx,
  of: { id: string; associationId: number },
  number: number,
  { draft, wishes, content, hash }: Text,
  byName: string,
): Promise<void> {
  await tx.execute(sql`
    UPDATE certificate_versions SET status = 'replaced'
     WHERE agreement_id = ${of.id} AND status IN ('asked', 'change_asked')`);
  await tx.execute(sql`
    INSERT INTO certificate_versions (association_id, agreement_id, number, status, draft, with_adaptations, with_reference,
                                      content, hash, drafted_by_name)
    VALUES (${of.associationId}, ${of.id}, ${number}, 'asked', ${JSON.stringify(draft)}::jsonb, ${wishes.withAdaptations},
            ${wishes.withReference}, ${JSON.stringify(content)}::jsonb, ${hash}, ${byName})`);
}

/** Writes what the participant wants in the text, and the text that follows. */
export async function saveWishes(
  tx: Tx,
  agreementId: string,
  number: number,
  { wishes, content, hash }: Omit<Text, "draft">,
): Promise<void> {
  await tx.execute(sql`
    UPDATE certificate_versions
       SET with_adaptations = ${wishes.withAdaptations}, with_reference = ${wishes.withReference},
           content = ${JSON.stringify(content)}::jsonb, hash = ${hash}
     WHERE agreement_id = ${agreementId} AND number = ${number}`);
}

/** Writes that the participant asks for a change. */
export async function saveChangeAsked(
  tx: Tx,
  agreementId: string,
  number: number,
  words: string,
): Promise<void> {
  await tx.execute(sql`
    UPDATE certificate_versions SET status = 'change_asked', answer_words = ${words}, answered_at = now()
     WHERE agreement_id = ${agreementId} AND number = ${number}`);
}

/** Writes the participant's yes, given signed in or to staff. */
export async function saveApproval(
  tx: Tx,
  agreementId: string,
  number: number,
  by: { approvedBy: string; recorded: { byName: string; how: string } | null },
): Promise<void> {
  await tx.execute(sql`
    UPDATE certificate_versions
       SET status = 'approved', answered_at = now(), approved_way = ${by.recorded ? "recorded" : "signed_in"},
           approved_by = ${by.approvedBy}, recorded_by_name = ${by.recorded?.byName ?? null},
           recorded_how = ${by.recorded?.how ?? null}
     WHERE agreement_id = ${agreementId} AND number = ${number}`);
}

/** Whether the participant can sign in: then nobody else says yes. */
export async function participantSignsIn(tx: Tx, participantId: string): Promise<boolean> {
  const [row] = await tx.execute<{ can: boolean }>(
    sql`SELECT participant_signs_in(${participantId}::uuid) AS can`,
  );
  return row?.can ?? false;
}

/** A certificate with this hash and the number of its agreement. As the product itself. */
export async function findCertificateByHash(
  tx: Tx,
  number: string,
  hash: string,
): Promise<{ number: number; status: CertificateStatus; answeredAt: string | null; isLast: boolean } | null> {
  const [row] = await tx.execute<{
    number: number;
    status: CertificateStatus;
    answered_at: string | null;
    is_last: boolean;
  }>(sql`
    SELECT c.number, c.status, c.answered_at,
           NOT EXISTS (SELECT FROM certificate_versions l WHERE l.agreement_id = c.agreement_id
                          AND l.status = 'approved' AND l.number > c.number) AS is_last
      FROM certificate_versions c JOIN agreements g ON g.id = c.agreement_id
     WHERE c.hash = ${hash} AND g.number = ${number} ORDER BY c.status = 'approved' DESC, c.number DESC LIMIT 1`);
  return row
    ? {
        number: row.number,
        status: row.status,
        answeredAt: row.answered_at && new Date(row.answered_at).toISOString(),
        isLast: row.is_last,
      }
    : null;
}

/** The participant's agreements with a certificate: what waits for an answer first, then the newest. */
export async function listOwnCertificates(
  tx: Tx,
): Promise<{ agreementId: string; title: string; status: CertificateStatus }[]> {
  const rows = await tx.execute<{ agreementId: string; title: string; status: CertificateStatus }>(sql`
    SELECT agreement_id AS "agreementId", content ->> 'title' AS title, status
      FROM (SELECT DISTINCT ON (agreement_id) * FROM certificate_versions ORDER BY agreement_id, number DESC) last
     ORDER BY status = 'asked' DESC, drafted_at DESC, agreement_id LIMIT 30`);
  return [...rows];
}
