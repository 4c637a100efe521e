import { createHmac, randomUUID } from "node:crypto";
import type { Sql } from "postgres";
import { cookiePrefix, hashToken } from "#app/platform/session-cookie.server";

/**
 * Signs a user in without the form: puts a session into the database and gives its cookie as `name=value`.
 * @param secret AUTH_SECRET, or what DATA_DIR/auth-secret holds
 * @param secure as the server under test was started: false for a demo on http://localhost
 */
export async function signInDirectly(
  sql: Sql,
  userId: string,
  secret: string,
  secure: boolean,
): Promise<string> {
  const token = randomUUID().replaceAll("-", "");
  await sql`INSERT INTO auth_sessions (id, user_id, token_hash, expires_at)
    VALUES (${randomUUID()}, ${userId}, ${hashToken(token)}, now() + interval '1 day')`;
  const signature = createHmac("sha256", secret).update(token).digest("base64");
  const name = `${secure ? "__Secure-" : ""}${cookiePrefix}.session_token`;
  return `${name}=${encodeURIComponent(`${token}.${signature}`)}`;
}
