import { reasonText } from "#app/components/matching/reason-text";
import { readMatchWindow } from "#app/domain/matching/match-window";
import { csvFile } from "#app/http/csv-file.server";
import { page, unwrap } from "#app/http/handler.server";
import { translator } from "#app/i18n/instance.server";
import { languageOf } from "#app/i18n/language";
import { today } from "#app/platform/clock.server";
import { exportMatches } from "#app/services/matching/find-matches.server";

const header = ["plats_id", "rubrik", "arbetsgivare", "ort", "avstand_km", "status", "poang", "skal"];

/**
 * GET /deltagare/:referens/matchning.csv, with `?alla=1` also what clashes (without points), with `?fran=` for a later start. Kilometres and points have
 * a decimal point: the file is for programs first. product.md "Names and addresses".
 */
export const loader = page(["coordinator", "coach"], async ({ actor, params, url, request }) => {
  const reference = params.referens ?? "";
  const { all, startsOn } = readMatchWindow(url.searchParams, today());
  const { matches } = unwrap(await exportMatches(actor, reference, all, startsOn));
  const language = languageOf(request);
  const t = translator(language, "matching");
  const rows = matches.map(({ place, km, verdict, score, reasons }) => [
    place.id,
    place.title,
    place.employerName,
    place.locality,
    km.toFixed(1),
    verdict,
    score ? score.total.toFixed(1) : "",
    reasons.map((reason) => t("csvReason", reasonText(t, language, reason, "staff"))).join(" "),
  ]);
  return csvFile("matchning.csv", [header, ...rows]);
});
