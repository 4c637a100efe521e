import { randomUUID } from "node:crypto";
import { writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { noContacts } from "#app/domain/agreements/contacts";
import type { AgreementContent } from "#app/domain/agreements/content";
import { keepEvidence } from "#app/platform/evidence.server";
import { agreementHash } from "#tests/support/factories/agreement-hash";
import type { Whose } from "#tests/support/factories/two-associations";
import { owner } from "#tests/support/owner";
import { exampleContent } from "#tests/unit/agreements/arbitraries";

const canary = (whose: Whose, field: string) => `kanarie-${whose}-${field}`;

/** A text with a word in it that says whose it is; `field` tells the text in force from one that only staff see. */
function content(whose: Whose, reference: string, field: string): AgreementContent {
  const text = structuredClone(exampleContent);
  text.title = canary(whose, field);
  text.parties.participant.reference = reference;
  text.period = { startsOn: "2026-01-26", endsOn: "2099-04-17" };
  return text;
}

/** An agreement in force, signed by the coordinator, with a change on its way that only staff see. */
export async function seedAgreement(of: {
  whose: Whose;
  association: number;
  participantId: string;
  reference: string;
  agency: number;
  employer: { id: number; placement: number };
}): Promise<{ agreement: string; evidence: string }> {
  const { whose, association, participantId, reference, agency, employer } = of;
  const [row] = await owner`INSERT INTO agreements ${owner({
    association_id: association,
    participant_id: participantId,
    number: whose === "a2" ? "2026-0002" : "2026-0001",
    employer_id: employer.id,
    placement_id: employer.placement,
    agency_id: agency,
    status: "in_force",
    starts_on: "2026-01-26",
    ends_on: "2099-04-17",
    contacts: owner.json({
      ...noContacts,
      supervisor: { email: "", phone: "070-174 06 99" },
      trouble: { name: canary(whose, "avtal"), phone: "" },
    }),
    first_sent_at: new Date(),
    created_by_name: canary(whose, "skrivenav"),
  })} RETURNING id`;
  const id: string = row!.id;
  const version = {
    association_id: association,
    agreement_id: id,
    saved_by_name: canary(whose, "skrivenav"),
  };
  await owner`INSERT INTO agreement_versions ${owner({
    ...version,
    number: 1,
    amendment: 0,
    status: "agreed",
    content: owner.json(content(whose, reference, "avtal")),
    hash: agreementHash,
    sent_at: new Date(),
    agreed_at: new Date(),
  })}`;
  await owner`INSERT INTO agreement_versions ${owner({
    ...version,
    number: 2,
    amendment: 1,
    status: "draft",
    content: owner.json(content(whose, reference, "avtalsutkast")),
  })}`;
  const [signature] = await owner`INSERT INTO agreement_signatures ${owner({
    association_id: association,
    agreement_id: id,
    version: 1,
    slot: "coordinator",
    signed_by_name: canary(whose, "avtal"),
    way: "signed_in",
    session_strength: "account",
    hash: agreementHash,
  })} RETURNING id`;
  await owner`INSERT INTO agreement_links ${owner({
    association_id: association,
    agreement_id: id,
    version: 1,
    slot: "employer_1",
    channel: "mail",
    address: `${canary(whose, "avtalslank")}@example.org`,
    asked_by_name: canary(whose, "avtalslank"),
    expires_at: new Date("2099-01-01"),
  })}`;
  await owner`INSERT INTO agreement_events ${owner({
    association_id: association,
    agreement_id: id,
    version: 1,
    what: "in_force",
    by_role: "coordinator",
    by_name: canary(whose, "avtalssteg"),
    note: canary(whose, "avtalsnotering"),
  })}`;
  await seedAttendance(whose, association, id, employer.id);
  // A reminder that is planned, and in nobody's list.
  await owner`INSERT INTO notifications ${owner({
    association_id: association,
    agreement_id: id,
    kind: "ends_soon",
    subject: canary(whose, "paminnelse"),
    recipient: "participant",
    send_at: new Date("2099-04-03"),
  })}`;
  const evidence = await seedEvidence(whose, association, id, signature!.id);
  return { agreement: id, evidence };
}

/** A day written down and changed, something followed up, and a link that a supervisor was sent. */
async function seedAttendance(whose: Whose, association: number, agreement: string, employer: number) {
  const whom = { association_id: association, agreement_id: agreement };
  await owner`INSERT INTO attendance_entries ${owner({
    ...whom,
    day: "2026-02-02",
    hours: 3,
    entered_role: "coach",
    entered_name: canary(whose, "narvaro"),
    way: "signed_in",
  })}`;
  // Two unreported absences in a week: an alert that nobody has taken care of.
  for (const day of ["2026-03-02", "2026-03-03"])
    await owner`INSERT INTO attendance_entries ${owner({
      ...whom,
      day,
      absence: "oanmald_franvaro",
      entered_role: "coach",
      entered_name: canary(whose, "narvaro"),
      way: "signed_in",
    })}`;
  await owner`INSERT INTO attendance_alerts_handled ${owner({
    ...whom,
    kind: "under_half",
    since: "2026-01-26",
    note: canary(whose, "uppfoljning"),
    handled_by_name: canary(whose, "uppfoljning"),
  })}`;
  await owner`INSERT INTO attendance_links ${owner({
    association_id: association,
    employer_id: employer,
    week: "2026-01-26",
    agreement_ids: [agreement],
    supervisor_name: canary(whose, "narvarolank"),
    channel: "mail",
    address: `${canary(whose, "narvarolank")}@example.org`,
    asked_by_name: canary(whose, "narvarolank"),
    expires_at: new Date("2099-01-01"),
  })}`;
}

/** A paper with the word in it, as the file of a signature. */
async function seedEvidence(whose: Whose, association: number, agreement: string, signature: string) {
  const id = randomUUID();
  const text = `%PDF-1.7 ${canary(whose, "avtal")}`;
  const path = join(tmpdir(), id);
  writeFileSync(path, text);
  await keepEvidence(path, id);
  await owner`INSERT INTO agreement_evidence ${owner({
    id,
    association_id: association,
    agreement_id: agreement,
    signature_id: signature,
    file_name: `${canary(whose, "avtal")}.pdf`,
    media_type: "application/pdf",
    bytes: text.length,
    sha256: "0".repeat(64),
    uploaded_by_name: canary(whose, "avtal"),
  })}`;
  return id;
}

/** Puts the agreements back where the next form can be sent. */
export async function stageAgreements(ids: readonly string[]): Promise<void> {
  await owner`DELETE FROM agreements WHERE id <> ALL (${[...ids]})`;
  await owner`DELETE FROM agreement_closings`;
  await owner`DELETE FROM agreement_pauses`;
  await owner`INSERT INTO agreement_pauses (association_id, agreement_id, from_on, until_on)
    SELECT association_id, id, '2097-01-01', '2097-01-08' FROM agreements`;
  await owner`DELETE FROM agreement_signatures WHERE version > 1`;
  await owner`DELETE FROM agreement_versions WHERE number > 2`;
  await owner`UPDATE agreements SET status = 'in_force', ended_on = NULL, reason_code = NULL, initiative = NULL
    WHERE status <> 'in_force'`;
  await owner`UPDATE agreement_versions SET status = 'draft', hash = NULL, changed = NULL, unsigned = false,
      sent_at = NULL, agreed_at = NULL WHERE number = 2 AND status IN ('dropped', 'draft')`;
  await owner`UPDATE agreement_versions SET revision = 1 WHERE number = 2`;
}
