import { agreementDocument } from "#app/components/agreements/agreement-document";
import { page, unwrap } from "#app/http/handler.server";
import { pdfFile } from "#app/http/pdf-file.server";
import { translator } from "#app/i18n/instance.server";
import { readDocument } from "#app/services/agreements/read-document.server";

/**
 * GET /overenskommelser/:id.pdf, with `?version=2` another version than the one that counts. Always in Swedish: so is the
 * text that is signed.
 */
export const loader = page(
  ["coordinator", "coach", "participant", "employer", "case_worker"],
  async ({ actor, params, url }) => {
    const version = /^[1-9]\d{0,3}$/.exec(url.searchParams.get("version") ?? "");
    const values = unwrap(await readDocument(actor, params.id ?? "", version && Number(version[0])));
    const paper = agreementDocument(values, translator("sv", "document"), "sv");
    return pdfFile(`overenskommelse-${values.number}.pdf`, paper);
  },
);
