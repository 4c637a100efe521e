import { parseWithZod } from "@conform-to/zod/v4";
import { data } from "@remix-run/node";
import { wayFormSchema } from "#app/domain/followups/way-there";
import type { Actor } from "#app/domain/identity/actor";
import { redirectWith, unwrap } from "#app/http/handler.server";
import { readSharedPlan, saveWayThere } from "#app/services/followups/way-there.server";

/** The way to a workplace, sent by whoever may write it; `here` is the page to come back to. */
export async function submitWay(actor: Actor, id: string, here: string, form: FormData) {
  const submission = parseWithZod(form, { schema: wayFormSchema });
  unwrap(await readSharedPlan(actor, id));
  if (submission.status !== "success") return data({ result: submission.reply(), conflict: false }, 400);
  const saved = await saveWayThere(actor, id, submission.value);
  if (saved.ok) return redirectWith(here, "way_saved");
  if (saved.code === "not_found") return unwrap(saved);
  return data({ result: submission.reply(), conflict: true }, 409);
}
