import { page, unwrap } from "#app/http/handler.server";
import { suggestExcludable } from "#app/services/profiles/find-excludable.server";

/** Names of employers and workplaces while a coordinator types one to avoid. */
export const loader = page(["coordinator"], async ({ actor, url }) => {
  const { names } = unwrap(
    await suggestExcludable(actor, (url.searchParams.get("namn") ?? "").slice(0, 120)),
  );
  return Response.json({ names });
});
