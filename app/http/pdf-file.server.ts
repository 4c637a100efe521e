import type { PaperDocument } from "#app/domain/document";

/** A document as a PDF, opened in the browser; kept by nobody on the way. What writes it takes memory, so it comes when first asked for. */
export async function pdfFile(name: string, paper: PaperDocument): Promise<Response> {
  const { writePdf } = await import("#app/platform/pdf.server");
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
