import { Readable } from "node:stream";
import { page, unwrap } from "#app/http/handler.server";
import { openEvidence } from "#app/services/agreements/read-evidence.server";

/** GET /overenskommelser/:id/underlag/:underlag: a file to be saved, never one that a browser opens. */
export const loader = page(["coordinator", "coach", "participant"], async ({ actor, params }) => {
  const { file, stream } = unwrap(await openEvidence(actor, params.id ?? "", params.underlag ?? ""));
  return new Response(Readable.toWeb(stream) as ReadableStream, {
    headers: {
      "Content-Type": file.mediaType,
      "Content-Length": String(file.bytes),
      // A name of our own: what somebody called the file may say whose it is.
      "Content-Disposition": `attachment; filename="underlag-${file.id.slice(0, 8)}.${file.extension}"`,
      "X-Content-Type-Options": "nosniff",
      "Content-Security-Policy": "sandbox; default-src 'none'",
      "Cache-Control": "private, no-store",
    },
  });
});
