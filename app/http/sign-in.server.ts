import { data, redirect } from "@remix-run/node";
import { type Role, roleHomes } from "#app/domain/identity/actor";

/** See other, with cookies. */
export function withCookies(to: string, cookies: string[]): Response {
  const headers = new Headers();
  for (const cookie of cookies) headers.append("Set-Cookie", cookie);
  return redirect(to, { status: 303, headers });
}

/** The form again, 429, with when to try again as text and as header. */
export function tooMany({ until }: { until: Date }, email = "") {
  const seconds = Math.max(1, Math.ceil((until.getTime() - Date.now()) / 1000));
  const again = { code: "too_many", until: until.toISOString(), email };
  return data(again, { status: 429, headers: { "Retry-After": String(seconds) } });
}

/** Where to go after signing in: choose a role when there are several, else the page asked for, else the role's home. */
export function afterSignIn(memberships: readonly { role: Role }[], till: string | null): string {
  const [only, ...more] = memberships;
  if (more.length > 0 || !only) return `/valj-roll${till ? `?till=${encodeURIComponent(till)}` : ""}`;
  return till ?? roleHomes[only.role];
}
