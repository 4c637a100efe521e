import { redirect } from "@remix-run/node";
import { notFound, redirectWith, submit, unwrap } from "#app/http/handler.server";
import { reportAbsence } from "#app/services/followups/report-absence.server";
import { takeBackAbsence } from "#app/services/followups/take-back-absence.server";

/**
 * Takes "jag kan inte komma", and with `gor=kommer` "jag kommer ändå": `id` of the agreement, `day` as the page showed it.
 * Never why.
 */
export const action = submit(["participant"], async ({ actor, form }) => {
  const day = String(form.get("day") ?? "");
  if (day === "") throw notFound();
  const comes = form.get("gor") === "kommer";
  const said = await (comes ? takeBackAbsence : reportAbsence)(actor, String(form.get("id") ?? ""), day);
  if (!said.ok && said.code === "day_changed") return redirect("/min-sida?dagen=andrad#inte", 303);
  unwrap(said);
  return redirectWith("/min-sida#inte", comes ? "absence_taken_back" : "absence_told");
});
