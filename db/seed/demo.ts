import { pathToFileURL } from "node:url";
import { pool } from "#db/client.server";
import { isDemoWorldFilled } from "#db/seed/associations";

/**
 * Fills an empty database with the demo world: two associations, employers, placements, participants, proposals on
 * their way and the demo accounts. A database that has anything else in it is left alone; a filling that was
 * interrupted is taken up again.
 * @returns whether anything was filled in
 */
export async function fillDemoWorld(): Promise<boolean> {
  if (await isDemoWorldFilled()) return false;
  // Loaded only now: every later start passes here and shall not wait for it.
  const { fillIn } = await import("#db/seed/fill-in");
  await fillIn();
  return true;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  if (await fillDemoWorld()) console.log("Demovärlden är ifylld.");
  await pool.end({ timeout: 5 });
}
