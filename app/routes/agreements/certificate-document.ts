import { certificateDocument } from "#app/components/agreements/closing-documents";
import { page, unwrap } from "#app/http/handler.server";
import { pdfFile } from "#app/http/pdf-file.server";
import { translator } from "#app/i18n/instance.server";
import { readCertificateDocument } from "#app/services/agreements/certificate.server";
import { checkAddress } from "#app/services/agreements/read-document.server";

/** GET /overenskommelser/:id/intyg.pdf, with `?version=2` another text than the one that counts. Always in Swedish. */
export const loader = page(["coordinator", "coach", "participant"], async ({ actor, params, url }) => {
  const version = /^[1-9]\d{0,3}$/.exec(url.searchParams.get("version") ?? "");
  const read = unwrap(await readCertificateDocument(actor, params.id ?? "", version && Number(version[0])));
  const paper = certificateDocument({ ...read.paper, checkAddress }, translator("sv", "closing"), "sv");
  return pdfFile(`intyg-${read.paper.number}.pdf`, paper);
});
