import { randomUUID } from "node:crypto";
import { writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { noContacts } from "#app/domain/agreements/contacts";
import type { AgreementContent } from "#app/domain/agreements/content";
import { shippedInstrument } from "#app/domain/followups/shipped-instrument";
import { keepEvidence } from "#app/platform/evidence.server";
import { agreementHash } from "#tests/support/factories/agreement-hash";
import { endedNumbers, stageEnded } from "#tests/support/factories/ended-canaries";
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
}): Promise<{ agreement: string; evidence: string; followup: string }> {
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
  const followup = await seedFollowups(whose, association, id);
  await seedRatings(whose, association, id, employer.id);
  // A reminder that is planned, and in nobody's list.
  await owner`INSERT INTO notifications ${owner({
    association_id: association,
    agreement_id: id,
    kind: "ends_soon",
    subject: canary(whose, "paminnelse"),
    recipient: "participant",
    send_at: new Date("2099-04-03"),
  })}`;
  await seedOwnPlan(whose, association, id);
  const evidence = await seedEvidence(whose, association, id, signature!.id);
  return { agreement: id, evidence, followup };
}

/** A follow-up that is late, one that was moved, what was said at two, and that somebody else has taken over. */
async function seedFollowups(whose: Whose, association: number, agreement: string): Promise<string> {
  const whom = { association_id: association, agreement_id: agreement };
  const [planned] = await owner`INSERT INTO followups ${owner({
    ...whom,
    step: "call-1",
    purpose: "contact",
    form: "telefon",
    due_on: "2026-02-02",
  })} RETURNING id`;
  await owner`INSERT INTO followups ${owner({
    ...whom,
    step: "own:5f0c9a9e-9f9d-4d0f-8f3a-0e4f4a6b7c11",
    purpose: "contact",
    form: "besok",
    due_on: "2098-02-03",
    planned_by: "person",
    moved: true,
    move_reason: canary(whose, "uppfoljning"),
    moved_by_name: canary(whose, "uppfoljning"),
  })}`;
  for (const [isWorkingNote, field] of [
    [false, "samtal"],
    [true, "uppfoljning"],
  ] as const)
    await owner`INSERT INTO followup_logs ${owner({
      ...whom,
      id: randomUUID(),
      held_at: "2026-01-30T09:00:00Z",
      form: "telefon",
      with_whom: ["participant"],
      words: canary(whose, field),
      is_working_note: isWorkingNote,
      step: "ok",
      logged_by_name: canary(whose, field),
      written_at: "2026-01-30T09:20:00Z",
    })}`;
  await owner`INSERT INTO followup_handovers ${owner({
    ...whom,
    from_name: canary(whose, "uppfoljning"),
    to_user: "nobody",
    to_name: canary(whose, "uppfoljning"),
    reason: "other",
    note: canary(whose, "uppfoljning"),
    by_name: canary(whose, "uppfoljning"),
  })}`;
  // Who follows up has been reminded, and something was put off.
  await owner`UPDATE agreements SET coach_user = 'nobody', coach_name = 'Coachen' WHERE id = ${agreement}`;
  await owner`INSERT INTO followup_reminders ${owner({
    association_id: association,
    followup_id: planned!.id,
    by_name: canary(whose, "uppfoljning"),
    reminded_at: "2026-02-01T09:00:00Z",
  })}`;
  await owner`INSERT INTO snoozes ${owner({
    association_id: association,
    whose: "",
    kind: "ends_soon",
    subject: agreement,
    matter: "2026-03-01",
    until: "2099-01-01",
    reason: canary(whose, "uppfoljning"),
    by_name: canary(whose, "uppfoljning"),
  })}`;
  return planned!.id;
}

/** The way there, how it felt, what the participant did alone, a report with what was said of it, and a question. */
async function seedOwnPlan(whose: Whose, association: number, agreement: string): Promise<void> {
  const whom = { association_id: association, agreement_id: agreement };
  await owner`INSERT INTO agreement_ways ${owner({
    ...whom,
    steps: canary(whose, "avtal"),
    bring: canary(whose, "avtal"),
    recognise: canary(whose, "avtal"),
    saved_by_role: "coordinator",
    saved_by_name: canary(whose, "avtal"),
  })}`;
  await owner`INSERT INTO feelings (association_id, participant_id, day, value)
    SELECT association_id, participant_id, '2026-02-02', 2 FROM agreements WHERE id = ${agreement}`;
  await owner`INSERT INTO own_steps ${owner({
    ...whom,
    what: "paused",
    day: "2026-02-03",
    handled_by_name: canary(whose, "uppfoljning"),
  })}`;
  const [report] = await owner`INSERT INTO assignment_reports ${owner({
    ...whom,
    milestone: "halfway",
    answer: "partly",
    words: canary(whose, "rapport"),
    facts: owner.json({
      from: "2026-01-26",
      until: "2026-02-08",
      weeks: 2,
      planned: 16,
      real: 12,
      lastWeek: { planned: 8, real: 6 },
    }),
    written_by_name: canary(whose, "rapport"),
    sent_at: new Date("2026-02-10T08:00:00Z"),
  })} RETURNING id`;
  await owner`INSERT INTO assignment_verdicts ${owner({
    ...whom,
    report_id: report!.id,
    verdict: "extend",
    words: canary(whose, "fraga"),
    by_user: "nobody",
    by_name: canary(whose, "fraga"),
  })}`;
  await owner`INSERT INTO assignment_messages ${owner({
    ...whom,
    from_role: "case_worker",
    from_name: canary(whose, "fraga"),
    words: canary(whose, "fraga"),
  })}`;
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

/** What three parties have answered, where they go apart, a month's link, and statements of the association's own. */
async function seedRatings(whose: Whose, association: number, agreement: string, employer: number) {
  const whom = { association_id: association, agreement_id: agreement };
  const rated = { ...whom, day: "2026-03-02", instrument: "grund", version: 1 };
  await owner`INSERT INTO ratings ${owner([
    {
      ...rated,
      party: "participant",
      way: "own",
      answers: owner.json({ tempo: 2 }),
      by_name: canary(whose, "samtal"),
    },
    {
      ...rated,
      party: "supervisor",
      way: "log",
      answers: owner.json({ tempo: 5 }),
      by_name: canary(whose, "uppfoljning"),
    },
  ])}`;
  await owner`INSERT INTO rating_disagreements ${owner({
    ...whom,
    instrument: "grund",
    item: "stod",
    since: "2026-02-01",
    answers: owner.json({ participant: 1, supervisor: 5 }),
    is_health: false,
    note: canary(whose, "uppfoljning"),
    handled_by_name: canary(whose, "uppfoljning"),
    handled_at: new Date("2026-02-02"),
  })}`;
  await owner`INSERT INTO rating_links ${owner({
    association_id: association,
    employer_id: employer,
    month: "2026-02-01",
    agreement_ids: [agreement],
    supervisor_name: canary(whose, "narvarolank"),
    channel: "mail",
    address: `${canary(whose, "narvarolank")}@example.org`,
    asked_at: new Date("2026-02-01"),
    expires_at: new Date("2099-01-01"),
  })}`;
  const own = { association_id: association, code: "egen-0000000a" };
  await owner`INSERT INTO instruments ${owner({ ...own, created_by_name: "Admin" })} ON CONFLICT DO NOTHING`;
  await owner`INSERT INTO instrument_versions ${owner({
    ...own,
    version: 1,
    name: "Egna påståenden",
    items: owner.json(shippedInstrument.items as never),
    used_at: new Date("2026-02-01"),
    saved_by_name: "Admin",
  })} ON CONFLICT DO NOTHING`;
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
  await owner`DELETE FROM agreements WHERE id <> ALL (${[...ids]}) AND number NOT LIKE ${endedNumbers}`;
  await owner`DELETE FROM agreement_closings WHERE agreement_id = ANY (${[...ids]})`;
  await owner`DELETE FROM agreement_pauses`;
  await owner`INSERT INTO agreement_pauses (association_id, agreement_id, from_on, until_on)
    SELECT association_id, id, '2097-01-01', '2097-01-08' FROM agreements WHERE id = ANY (${[...ids]})`;
  await owner`DELETE FROM agreement_signatures WHERE version > 1`;
  await owner`DELETE FROM agreement_versions WHERE number > 2`;
  await owner`UPDATE agreements SET status = 'in_force', ended_on = NULL, reason_code = NULL, initiative = NULL
    WHERE status <> 'in_force' AND id = ANY (${[...ids]})`;
  await stageEnded();
  // Nobody has asked the supervisor yet.
  await owner`DELETE FROM supervisor_references`;
  await owner`UPDATE agreement_versions SET status = 'draft', hash = NULL, changed = NULL, unsigned = false,
      sent_at = NULL, agreed_at = NULL WHERE number = 2 AND status IN ('dropped', 'draft')`;
  await owner`UPDATE agreement_versions SET revision = 1 WHERE number = 2`;
  await owner`DELETE FROM followups WHERE step NOT IN ('call-1', 'own:5f0c9a9e-9f9d-4d0f-8f3a-0e4f4a6b7c11')`;
  await owner`UPDATE followups SET status = 'planned', done_on = NULL WHERE status <> 'planned'`;
  await owner`UPDATE followups SET due_on = '2026-02-02' WHERE step = 'call-1'`;
  // A coordinator follows up: a coach has none of their own to hand over.
  await owner`UPDATE agreements g SET coach_name = '', risk = 'normal', coach_user = (
    SELECT min(user_id) FROM memberships WHERE role = 'coordinator' AND association_id = g.association_id)`;
  await owner`UPDATE agreement_ways SET version = 1`;
  await owner`DELETE FROM ratings WHERE by_name NOT LIKE 'kanarie-%'`;
  await owner`DELETE FROM rating_links WHERE supervisor_name NOT LIKE 'kanarie-%'`;
  await owner`INSERT INTO rating_disagreements (association_id, agreement_id, instrument, item, since, answers, is_health)
    SELECT association_id, id, 'grund', 'tempo', '2026-03-02', '{"participant": 2, "supervisor": 5}', false FROM agreements
    ON CONFLICT (agreement_id, instrument, item, since) DO UPDATE SET handled_at = NULL, note = '', handled_by_name = NULL`;
}
