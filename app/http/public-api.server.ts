import { createHash } from "node:crypto";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { RateLimiterMemory } from "rate-limiter-flexible";
import type { Actor } from "#app/domain/identity/actor";
import { getActor } from "#app/http/session.server";
import { translator } from "#app/i18n/instance.server";
import { DatabaseUnavailable } from "#app/platform/database-unavailable";
import { env } from "#app/platform/env.server";
import { log } from "#app/platform/log.server";

export type ApiError = { field: string; code: string };
export type ApiContext = { actor: Actor; url: URL };
/** What an address answers: a body, or what is wrong with the question. */
export type ApiAnswer = { body: object; type?: string } | { errors: ApiError[] };

// Counted in the process, so that no request waits for the database: with n processes an address gets n times as many.
const perMinute = env.API_REQUESTS_PER_MINUTE;
const limiter = new RateLimiterMemory({ points: perMinute, duration: 60 });

const headers = {
  "Access-Control-Allow-Origin": "*",
  "Access-Control-Expose-Headers": "ETag, RateLimit-Limit, RateLimit-Remaining, RateLimit-Reset, Retry-After",
  // Kept by browsers, asked for anew each time: what is published is seen at once. Signed-in staff see more.
  "Cache-Control": "no-cache",
  Vary: "Cookie",
};

/**
 * Wraps a loader of the public API: readable from any site (GET and HEAD only), a limit per address and minute, an ETag
 * with 304, and errors as JSON `{fel: [{falt, kod, text}]}` in Swedish with status 400.
 */
export function api(run: (context: ApiContext) => Promise<ApiAnswer>) {
  return async ({ request, context }: LoaderFunctionArgs): Promise<Response> => {
    const limit = await countRequest(String((context as { clientAddress?: string }).clientAddress ?? ""));
    if (!limit.ok) return problem(429, [{ field: "", code: "too_many" }], limit.headers);
    try {
      const answer = await run({ actor: await getActor(request), url: new URL(request.url) });
      if ("errors" in answer) return problem(400, answer.errors, limit.headers);
      return send(request, answer, limit.headers);
    } catch (error) {
      if (!(error instanceof DatabaseUnavailable)) throw error;
      log.error({ path: new URL(request.url).pathname, err: error.message }, "database unavailable");
      return problem(503, [{ field: "", code: "unavailable" }], limit.headers);
    }
  };
}

async function countRequest(address: string): Promise<{ ok: boolean; headers: Record<string, string> }> {
  const used = await limiter
    .consume(address)
    // Its numbers are getters: a spread would leave them behind.
    .catch(({ remainingPoints, msBeforeNext }: { remainingPoints: number; msBeforeNext: number }) => ({
      remainingPoints,
      msBeforeNext,
      refused: true,
    }));
  const seconds = String(Math.ceil(used.msBeforeNext / 1000));
  const told = {
    "RateLimit-Limit": String(perMinute),
    "RateLimit-Remaining": String(used.remainingPoints),
    "RateLimit-Reset": seconds,
  };
  return "refused" in used
    ? { ok: false, headers: { ...told, "Retry-After": seconds } }
    : { ok: true, headers: told };
}

function send(
  request: Request,
  { body, type }: { body: object; type?: string },
  limits: Record<string, string>,
): Response {
  const text = JSON.stringify(body);
  const etag = `W/"${createHash("sha1").update(text).digest("base64url")}"`;
  const known = request.headers.get("If-None-Match")?.split(/\s*,\s*/) ?? [];
  const all = { ...headers, ...limits, ETag: etag };
  if (known.includes(etag) || known.includes("*")) return new Response(null, { status: 304, headers: all });
  return new Response(text, {
    headers: { ...all, "Content-Type": type ?? "application/json; charset=utf-8" },
  });
}

function problem(status: number, errors: ApiError[], limits: Record<string, string>): Response {
  const t = translator("sv", "placements");
  const fel = errors.map(({ field, code }) => ({
    falt: field || undefined,
    kod: code,
    text: t(`invalid.${code}`),
  }));
  return Response.json({ fel }, { status, headers: { ...headers, ...limits, "Cache-Control": "no-store" } });
}
