// node --import tsx bin/rotate-medical-key.ts: after MEDICAL_KEY was exchanged, with the one before in MEDICAL_KEY_OLD.
import { openDatabase } from "./import-database.js";

const database = await openDatabase(process.env.DATA_DIR || ".data");
try {
  const { rotateMedicalKeys } = await import("#app/services/profiles/rotate-medical-keys.server");
  const { changed, left } = await rotateMedicalKeys();
  console.log(`Nycklar som låstes om: ${changed}. Nycklar som ingen huvudnyckel öppnar: ${left}.`);
  if (left > 0) process.exitCode = 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
} finally {
  const { pool } = await import("#db/client.server");
  await pool.end({ timeout: 5 });
  await database.stop();
}
