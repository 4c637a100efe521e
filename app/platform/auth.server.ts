import { AsyncLocalStorage } from "node:async_hooks";
import { createHmac, timingSafeEqual } from "node:crypto";
import { betterAuth } from "better-auth";
import { getCookies, parseCookies } from "better-auth/cookies";
import { magicLink } from "better-auth/plugins/magic-link";
import { linkMinutes, passwordLength } from "#app/domain/identity/password";
import { identityAdapter } from "#app/platform/auth-adapter.server";
import { readAuthSecret } from "#app/platform/auth-secret.server";
import { appUrl, isDemo, isDevelopment } from "#app/platform/env.server";
import { log } from "#app/platform/log.server";
import { cookiePrefix, hashToken } from "#app/platform/session-cookie.server";

const secret = readAuthSecret();

/** How long things live. Sessions end a week after sign-in, whatever happens. */
export const lifetimes = { sessionDays: 7, linkMinutes, resetMinutes: linkMinutes };

const made = new AsyncLocalStorage<{ token: string | null }>();

/** Runs a call of the library that makes a link, and gives the link's token instead of sending it from in there. */
export async function tokenMadeBy(run: () => Promise<unknown>): Promise<string | null> {
  const holder = { token: null as string | null };
  await made.run(holder, run);
  return holder.token;
}

function keepToken(token: string) {
  const holder = made.getStore();
  if (holder) holder.token = token;
}

/**
 * The sign-in library, called by services only: its own HTTP endpoints are not mounted. What its defaults miss is set
 * here or done beside it (docs/decisions: sign-in library): hashed session tokens, no cookie cache, no sign-up, reset
 * ends sessions, links and resets hashed. Attempts are counted in services/identity.
 */
export const auth = betterAuth({
  appName: "Praktikkartan",
  baseURL: appUrl,
  trustedOrigins: [appUrl],
  secret,
  database: identityAdapter,
  telemetry: { enabled: false },
  rateLimit: { enabled: false },
  logger: { level: "error", log: (_level, message) => log.error({ library: "better-auth" }, message) },
  session: {
    expiresIn: lifetimes.sessionDays * 24 * 3600,
    disableSessionRefresh: true,
    cookieCache: { enabled: false },
  },
  verification: { storeIdentifier: "hashed" },
  emailAndPassword: {
    enabled: true,
    disableSignUp: true,
    minPasswordLength: passwordLength.min,
    maxPasswordLength: passwordLength.max,
    resetPasswordTokenExpiresIn: lifetimes.resetMinutes * 60,
    revokeSessionsOnPasswordReset: true,
    sendResetPassword: async ({ token }) => keepToken(token),
  },
  advanced: {
    cookiePrefix,
    // A demo or a developer's start on http://localhost may do without; everything else is HTTPS.
    useSecureCookies: !(isDemo || isDevelopment) || appUrl.startsWith("https:"),
    ipAddress: { disableIpTracking: true },
  },
  plugins: [
    magicLink({
      disableSignUp: true,
      expiresIn: lifetimes.linkMinutes * 60,
      storeToken: "hashed",
      sendMagicLink: ({ token }) => keepToken(token),
    }),
  ],
});

const sessionCookie = getCookies(auth.options).sessionToken;

/** The hash of the session token that a request's cookie carries, when its signature is ours. */
export function sessionHashOf(request: Request): string | null {
  const value = parseCookies(request.headers.get("Cookie") ?? "").get(sessionCookie.name);
  return value ? hashOfSigned(value) : null;
}

/** The hash of the session token in the cookies that the library just set. */
export function hashOfCookie(cookies: string[]): string {
  const found = cookies.find((cookie) => cookie.startsWith(`${sessionCookie.name}=`)) ?? "";
  return (
    hashOfSigned(decodeURIComponent(found.slice(sessionCookie.name.length + 1).split(";")[0] ?? "")) ?? ""
  );
}

function hashOfSigned(signed: string): string | null {
  const dot = signed.lastIndexOf(".");
  if (dot < 1) return null;
  const token = signed.slice(0, dot);
  const expected = createHmac("sha256", secret).update(token).digest();
  const given = Buffer.from(signed.slice(dot + 1), "base64");
  return given.length === expected.length && timingSafeEqual(given, expected) ? hashToken(token) : null;
}

/** A keyed hash of what must not be kept in clear, such as an address in the count of attempts. */
export function keyedHash(text: string): string {
  return createHmac("sha256", secret).update(text).digest("hex");
}

/** The header that takes the session cookie away again. */
export function expiredSessionCookie(): string {
  const { secure } = sessionCookie.attributes;
  return `${sessionCookie.name}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax${secure ? "; Secure" : ""}`;
}
