import { summaryDocument } from "#app/components/agreements/closing-documents";
import { page, unwrap } from "#app/http/handler.server";
import { pdfFile } from "#app/http/pdf-file.server";
import { translator } from "#app/i18n/instance.server";
import { readClosingSummary } from "#app/services/agreements/closing-summary.server";

/** GET /overenskommelser/:id/sammanfattning.pdf: what the commissioning agency is told, always in Swedish. */
export const loader = page(["coordinator", "coach", "case_worker"], async ({ actor, params }) => {
  const { summary } = unwrap(await readClosingSummary(actor, params.id ?? ""));
  const paper = summaryDocument(summary, translator("sv", "closing"), "sv");
  return pdfFile(`sammanfattning-${summary.number}.pdf`, paper);
});
