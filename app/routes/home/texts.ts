import { notFound, page } from "#app/http/handler.server";
import { isLanguage } from "#app/i18n/language";
import { textsOf } from "#app/i18n/resources.server";

/** One language's texts for the pages' script. Its address changes with the texts, so it may be kept for ever. */
export const loader = page("public", async ({ params }) => {
  if (!isLanguage(params.lang)) throw notFound();
  return Response.json(textsOf(params.lang), {
    headers: { "Cache-Control": "public, max-age=31536000, immutable" },
  });
});
