// A process of its own for medical.test.ts, so that everything it logs can be read: it writes a medical text, reads it,
// and then fails in every way there is.
import { sql } from "drizzle-orm";
import type { Actor } from "#app/domain/identity/actor";
import { log } from "#app/platform/log.server";
import { readMedical } from "#app/services/profiles/read-medical.server";
import { saveMedical } from "#app/services/profiles/save-medical.server";
import { pool, withActor } from "#db/client.server";
import { owner } from "#tests/support/plain-owner";

const [who = "", reference = "", whom = "", text = ""] = process.argv.slice(2);
const actor: Actor = JSON.parse(who);
const form = (version: number) => ({ version, dokumenterat: text, behandling: text, sjukskrivning: text });

const saved = await saveMedical(actor, reference, form(0));
const read = await readMedical(actor, reference);
if (saved.ok && read.ok && read.medical.notes.dokumenterat === text) console.log("skrevs och lästes");
await saveMedical(actor, reference, form(9));

await withActor(actor, (tx) => tx.execute(sql`SELECT ${text}::integer`)).catch((error) =>
  log.error({ err: error }, "on purpose"),
);
await owner`UPDATE medical_notes SET sealed = set_byte(sealed, 40, (get_byte(sealed, 40) + 1) % 256)
  WHERE participant_id = ${whom}`;
await readMedical(actor, reference);
await owner`UPDATE medical_keys SET master_key_id = 'en annan' WHERE participant_id = ${whom}`;
await saveMedical(actor, reference, form(1));
await owner.end({ timeout: 5 });
await pool.end({ timeout: 5 });
