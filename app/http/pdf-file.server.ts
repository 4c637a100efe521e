import type { PaperDocument } from "#app/domain/document";
import { writePdf } from "#app/platform/pdf.server";

/** A document as a PDF, opened in the browser; kept by nobody on the way. */
export async function pdfFile(name: string, paper: PaperDocument): Promise<Response> {
  const bytes = await writePdf(paper);
  return new Response(new Uint8Array(bytes), {
    headers: {
      "Content-Type": "application/pdf",
      "Content-Length": String(bytes.length),
      "Content-Disposition": `inline; filename="${name}"`,
      "Cache-Control": "private, no-store",
    },
  });
}
