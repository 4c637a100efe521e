import type { Actor } from "#app/domain/identity/actor";
import { readStartPage, type StartPage } from "#app/services/followups/start-page.server";

/** A coordinator's start page, or the refusal: each part by its name. */
export async function startPage(
  actor: Actor,
): Promise<({ ok: true } & StartPage) | { ok: false; code: "forbidden" }> {
  const read = await readStartPage(actor);
  return read.ok ? { ok: true, ...read.page } : read;
}
