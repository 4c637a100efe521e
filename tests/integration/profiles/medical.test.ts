import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { lastDay } from "#app/domain/consent/consent-form";
import type { Actor } from "#app/domain/identity/actor";
import { today } from "#app/platform/clock.server";
import { masterKeyOf } from "#app/platform/crypto.server";
import { env } from "#app/platform/env.server";
import { mailFolder } from "#app/platform/mailer.server";
import { masterKeys } from "#app/platform/medical-key.server";
import { giveOwnConsent, recordConsent } from "#app/services/consent/give-consent.server";
import { withdrawOwnConsent } from "#app/services/consent/withdraw-consent.server";
import { exportRows } from "#app/services/import/export-rows.server";
import { readMedical, readOwnMedical } from "#app/services/profiles/read-medical.server";
import { rotateMedicalKeys } from "#app/services/profiles/rotate-medical-keys.server";
import { saveMedical } from "#app/services/profiles/save-medical.server";
import { withActor } from "#db/client.server";
import { aCaseWorker, anAgency, anAssociation, asParticipant, staff } from "#tests/support/factories/people";
import { aParticipant } from "#tests/support/factories/profiles";
import { runDueJobs } from "#tests/support/jobs";
import { owner } from "#tests/support/owner";

const canary = "kanariemedicin";
const consent = {
  givenHow: "paper" as const,
  language: "sv" as const,
  validFrom: today(),
  validUntil: lastDay(today(), 6),
  read: "on" as const,
};
const notes = (version: number, dokumenterat = `${canary} ur ett intyg`) => ({ version, dokumenterat });

async function begin(agreed = true) {
  const associationId = await anAssociation();
  const coordinator = staff("coordinator", associationId);
  const { reference, participantId } = await aParticipant(coordinator);
  if (agreed) await recordConsent(coordinator, reference, "keep_medical_notes", consent);
  const oneself = asParticipant(associationId, participantId);
  return { associationId, coordinator, reference, participantId, oneself };
}

async function eventsOf(participantId: string): Promise<string[]> {
  const rows =
    await owner`SELECT action FROM audit_events WHERE participant_id = ${participantId} ORDER BY id`;
  return rows.map((row) => row.action);
}

async function medicalOf(actor: Actor, reference: string) {
  const read = await readMedical(actor, reference);
  if (!read.ok) throw new Error(read.code);
  return read.medical;
}

describe("a consent of its own", () => {
  test("comes before anything medical: nothing is written without it, not even past the services", async () => {
    const { associationId, coordinator, reference, participantId } = await begin(false);
    expect(await saveMedical(coordinator, reference, notes(0))).toEqual({
      ok: false,
      code: "consent_missing",
    });
    await recordConsent(coordinator, reference, "present_to_employers", consent);
    expect(await saveMedical(coordinator, reference, notes(0))).toEqual({
      ok: false,
      code: "consent_missing",
    });
    const insert = withActor(coordinator, (tx) =>
      tx.execute(sql`INSERT INTO medical_notes (association_id, participant_id, version, sealed, saved_by_name)
        VALUES (${associationId}, ${participantId}, 1, '\\x00', 'x')`),
    );
    await expect(insert).rejects.toMatchObject({ cause: { message: expect.stringContaining("consent") } });
    expect(await owner`SELECT FROM medical_keys WHERE participant_id = ${participantId}`).toHaveLength(0);
  });

  test("given by the participant lets staff write and read; taken back shuts it at once", async () => {
    const { associationId, coordinator, reference, oneself } = await begin(false);
    const given = { purpose: "keep_medical_notes" as const, textVersion: "2026-1", language: "sv" };
    expect(await giveOwnConsent(oneself, given)).toMatchObject({ ok: true });
    expect(await saveMedical(coordinator, reference, notes(0))).toEqual({ ok: true, version: 1 });
    const coach = staff("coach", associationId);
    expect((await medicalOf(coach, reference)).notes.dokumenterat).toContain(canary);
    await withdrawOwnConsent(oneself, "keep_medical_notes");
    expect(await medicalOf(coordinator, reference)).toMatchObject({
      consentUntil: null,
      version: 0,
      notes: {},
    });
    expect(await saveMedical(coordinator, reference, notes(1))).toMatchObject({ code: "consent_missing" });
    expect(await readOwnMedical(oneself)).toMatchObject({
      medical: { notes: { dokumenterat: `${canary} ur ett intyg` } },
    });
  });
});

describe("medical notes", () => {
  test("are kept in versions; two tabs are shown both; the same form twice is one save", async () => {
    const { coordinator, reference } = await begin();
    await saveMedical(coordinator, reference, notes(0, "Första"));
    expect(await saveMedical(coordinator, reference, notes(0, "Första"))).toEqual({ ok: true, version: 1 });
    expect(await saveMedical(coordinator, reference, notes(0, "En annan flik"))).toMatchObject({
      code: "changed_meanwhile",
      current: { version: 1, notes: { dokumenterat: "Första" } },
    });
    await saveMedical(coordinator, reference, notes(1, "Andra"));
    expect(await medicalOf(coordinator, reference)).toMatchObject({
      version: 2,
      notes: { dokumenterat: "Andra" },
      older: [{ version: 1, notes: { dokumenterat: "Första" } }],
    });
  });

  test("are read by coordinator, coach and the participant; every reading leaves an event", async () => {
    const { associationId, coordinator, reference, participantId, oneself } = await begin();
    await saveMedical(coordinator, reference, notes(0));
    await medicalOf(coordinator, reference);
    await medicalOf(staff("coach", associationId), reference);
    await readOwnMedical(oneself);
    expect(await eventsOf(participantId)).toEqual([
      "participant.created",
      "consent.given",
      "medical.changed",
      "medical.read",
      "medical.read",
      "medical.read",
    ]);
  });

  test("are not there for case worker, administrator, board, employer or another association", async () => {
    const { associationId, coordinator, reference, participantId } = await begin();
    await saveMedical(coordinator, reference, notes(0));
    const agency = await anAgency();
    const caseWorker = await aCaseWorker(associationId, agency);
    await owner`UPDATE referrals SET agency_id = ${agency}, case_worker_user = ${caseWorker.userId}
      WHERE participant_id = ${participantId}`;
    const others: Actor[] = [
      caseWorker,
      staff("admin", associationId),
      { ...caseWorker, role: "board", agencyId: null },
      { ...caseWorker, role: "employer", associationId: null, agencyId: null, employerId: 1 },
      { ...caseWorker, role: "system" },
      staff("coordinator", await anAssociation()),
    ];
    for (const actor of others) {
      expect(await readMedical(actor, reference), actor.role).toEqual({ ok: false, code: "not_found" });
      expect(await saveMedical(actor, reference, notes(1)), actor.role).toMatchObject({ code: "not_found" });
      const seen = await withActor(actor, (tx) => tx.execute(sql`SELECT FROM medical_notes`));
      expect(seen, actor.role).toHaveLength(0);
    }
    const [kept] =
      await owner`SELECT count(*)::integer AS versions FROM medical_notes WHERE participant_id = ${participantId}`;
    expect(kept).toEqual({ versions: 1 });
  });
});

describe("the ciphertext", () => {
  async function two() {
    const one = await begin();
    const other = await aParticipant(one.coordinator);
    await recordConsent(one.coordinator, other.reference, "keep_medical_notes", consent);
    await saveMedical(one.coordinator, one.reference, notes(0, "Första"));
    await saveMedical(one.coordinator, one.reference, notes(1, "Andra"));
    await saveMedical(one.coordinator, other.reference, notes(0, "Den andra personen"));
    return { ...one, other };
  }
  const problemOf = async (actor: Actor, reference: string) => (await medicalOf(actor, reference)).problem;

  test("moved to another version of the same person does not open", async () => {
    const { coordinator, reference, participantId } = await two();
    await owner`UPDATE medical_notes SET sealed = (SELECT sealed FROM medical_notes
        WHERE participant_id = ${participantId} AND version = 1)
      WHERE participant_id = ${participantId} AND version = 2`;
    expect(await problemOf(coordinator, reference)).toBe("seal_broken");
  });

  test("moved to another person does not open, with the key or without it", async () => {
    const { coordinator, reference, participantId, other } = await two();
    await owner`UPDATE medical_notes SET sealed = (SELECT sealed FROM medical_notes
        WHERE participant_id = ${participantId} AND version = 1)
      WHERE participant_id = ${other.participantId}`;
    expect(await problemOf(coordinator, other.reference)).toBe("seal_broken");
    await owner`UPDATE medical_keys SET wrapped = (SELECT wrapped FROM medical_keys
      WHERE participant_id = ${participantId}) WHERE participant_id = ${other.participantId}`;
    expect(await problemOf(coordinator, other.reference)).toBe("seal_broken");
    expect(await problemOf(coordinator, reference)).toBeNull();
  });

  test("moved to another column does not open as a key", async () => {
    const { coordinator, reference, participantId } = await two();
    await owner`UPDATE medical_keys SET wrapped = (SELECT sealed FROM medical_notes
      WHERE participant_id = ${participantId} AND version = 1) WHERE participant_id = ${participantId}`;
    expect(await problemOf(coordinator, reference)).toBe("seal_broken");
    expect(await saveMedical(coordinator, reference, notes(2))).toMatchObject({ code: "seal_broken" });
  });

  test("with a master key that is not at hand says so", async () => {
    const { coordinator, reference, participantId } = await two();
    await owner`UPDATE medical_keys SET master_key_id = 'en annan' WHERE participant_id = ${participantId}`;
    expect(await problemOf(coordinator, reference)).toBe("master_key_missing");
    expect(await saveMedical(coordinator, reference, notes(2))).toMatchObject({ code: "master_key_missing" });
  });

  test("survives an exchange of the master key; the old one alone no longer opens it", async () => {
    const { coordinator, reference, participantId } = await two();
    const before = masterKeys();
    const fresh = masterKeyOf(randomBytes(32).toString("base64"))!;
    const [sealed] =
      await owner`SELECT sealed FROM medical_notes WHERE participant_id = ${participantId} AND version = 1`;
    expect((await rotateMedicalKeys([fresh, ...before])).changed).toBeGreaterThanOrEqual(2);
    expect((await rotateMedicalKeys([fresh, ...before])).changed).toBe(0);
    expect(await problemOf(coordinator, reference)).toBe("master_key_missing");
    const [same] =
      await owner`SELECT sealed FROM medical_notes WHERE participant_id = ${participantId} AND version = 1`;
    expect(same).toEqual(sealed);
    await rotateMedicalKeys([before[0], fresh]);
    expect(await medicalOf(coordinator, reference)).toMatchObject({ notes: { dokumenterat: "Andra" } });
    // Without the old key nothing is changed, and it says how many wait for it.
    const stranded = await rotateMedicalKeys([fresh]);
    expect(stranded.changed).toBe(0);
    expect(stranded.left).toBeGreaterThanOrEqual(2);
  });
});

describe("no medical text in clear", () => {
  /** Ways in which somebody could have stored it without meaning to. */
  const disguises = [
    canary,
    Buffer.from(canary).toString("hex"),
    Buffer.from(canary).toString("base64").slice(0, 16),
    encodeURIComponent(canary),
  ];
  const find = (text: string) => disguises.filter((one) => text.toLowerCase().includes(one.toLowerCase()));

  test("in any table of the database, the queue's too, nor in mails, exports or the key file", async () => {
    const { associationId, coordinator, reference, oneself } = await begin();
    await saveMedical(coordinator, reference, notes(0));
    await saveMedical(coordinator, reference, notes(1, `${canary} igen`));
    await readOwnMedical(oneself);
    await runDueJobs();
    const tables = await owner<{ name: string }[]>`
      SELECT format('%I.%I', n.nspname, c.relname) AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
       WHERE c.relkind IN ('r', 'p', 'm') AND n.nspname NOT IN ('pg_catalog', 'information_schema')
         AND n.nspname NOT LIKE 'pg_%'`;
    expect(tables.map(({ name }) => name)).toEqual(
      expect.arrayContaining(["public.medical_notes", "public.audit_events"]),
    );
    expect(tables.some(({ name }) => name.startsWith("graphile_worker."))).toBe(true);
    for (const { name } of tables) {
      const rows = await owner.unsafe(`SELECT t::text AS said FROM ${name} t`);
      expect(find(rows.map(({ said }) => said).join("\n")), name).toEqual([]);
    }
    for (const kind of ["deltagare", "arbetsprofiler", "platser"] as const) {
      for (const actor of [coordinator, staff("admin", associationId)])
        expect(find(JSON.stringify(await exportRows(actor, kind))), kind).toEqual([]);
    }
    const mails = existsSync(mailFolder) ? readdirSync(mailFolder) : [];
    for (const mail of mails) expect(find(readFileSync(join(mailFolder, mail), "utf8")), mail).toEqual([]);
    const [planted] = await owner`SELECT count(*)::integer AS notes FROM medical_notes`;
    expect(planted!.notes).toBeGreaterThan(1);
  });

  test("in what a process says, however it fails", async () => {
    const { coordinator, reference, participantId } = await begin();
    const said = spawnSync(
      process.execPath,
      [
        "--import",
        "tsx",
        "tests/support/medical-process.ts",
        JSON.stringify(coordinator),
        reference,
        participantId,
        canary,
      ],
      { encoding: "utf8", env: { ...process.env, LOG_LEVEL: "trace", DATA_DIR: env.DATA_DIR } },
    );
    expect(said.status, said.stderr).toBe(0);
    // It was written, opened, and failed in three ways that are worth a line in the log.
    expect(said.stdout).toContain("skrevs och lästes");
    expect(said.stdout).toContain("a sealed value does not open");
    expect(said.stdout).toContain("master key is missing");
    expect(said.stdout).toContain("a statement failed");
    expect(find(said.stdout + said.stderr)).toEqual([]);
    expect(await eventsOf(participantId)).toContain("medical.changed");
  });
});
