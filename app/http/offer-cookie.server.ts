import { offerDays } from "#app/domain/placements/offer-status";
import { appUrl } from "#app/platform/env.server";

const name = "erbjudande";
// Not only below /erbjud-plats: the browser asks for a page's data at /erbjud-plats.data.
const attributes = `Path=/; HttpOnly; SameSite=Lax${appUrl.startsWith("https:") ? "; Secure" : ""}`;

/** The secret of the offer that this browser is writing, or null. */
export function offerSecret(request: Request): string | null {
  const found = /(?:^|;\s*)erbjudande=([A-Za-z0-9_-]{43})(?:;|$)/.exec(request.headers.get("Cookie") ?? "");
  return found?.[1] ?? null;
}

/** Lets this browser go on with an offer; the same days as the draft is kept. */
export function offerCookie(secret: string): string {
  return `${name}=${secret}; Max-Age=${offerDays * 86_400}; ${attributes}`;
}
