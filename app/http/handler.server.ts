import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type Actor, type Role, roleHomes } from "#app/domain/identity/actor";
import type { Failure, Outcome } from "#app/domain/outcome";
import { flashHeader } from "#app/http/flash.server";
import { getActor } from "#app/http/session.server";
import { statusOf } from "#app/http/status";
import { DatabaseUnavailable } from "#app/platform/database-unavailable";
import { log } from "#app/platform/log.server";

/** Who may knock: anyone, anyone signed in, or these roles. Which things they reach is the service's decision. */
export type Access = "public" | "signed_in" | readonly Role[];

export type PageContext = { actor: Actor; request: Request; params: Record<string, string>; url: URL };
/** `address` is the network address of whoever sends, for counting attempts. */
export type SubmitContext = PageContext & { form: FormData; address: string };

/** Wraps a loader: finds the actor, checks the role, turns expected failures into designed answers. */
export function page<T>(access: Access, run: (context: PageContext) => Promise<T>) {
  return async ({ request, params }: LoaderFunctionArgs): Promise<T> => {
    const context = await admit(access, request, params);
    return answer(request, () => run(context));
  };
}

/** Wraps an action: as `page`, with the form already read. Only POST is served. */
export function submit<T>(access: Access, run: (context: SubmitContext) => Promise<T>) {
  return async ({ request, params, context: connection }: ActionFunctionArgs): Promise<T> => {
    if (request.method !== "POST") throw failure("method_not_allowed");
    const context = await admit(access, request, params);
    const address = String(connection?.clientAddress ?? "");
    return answer(request, async () => run({ ...context, address, form: await readForm(request) }));
  };
}

/** The value of an expected success; an expected failure becomes the answer that http/status.ts gives its code. */
export function unwrap<T extends object>(outcome: Outcome<T>): T {
  if (outcome.ok) return outcome;
  throw failure((outcome as Failure).code);
}

/** The designed answer "it is not here": the same for a thing that does not exist and one that is not yours. */
export function notFound(): Response {
  return failure("not_found");
}

/** See other, with a short message shown once on the next page. `message` is a key of the shell's `flash` texts. */
export function redirectWith(to: string, message: string): Response {
  return redirect(to, { status: 303, headers: flashHeader(message) });
}

async function admit(
  access: Access,
  request: Request,
  params: LoaderFunctionArgs["params"],
): Promise<PageContext> {
  const url = new URL(request.url);
  const actor = await answer(request, () => getActor(request));
  if (access !== "public") {
    if (actor.userId === null) throw signInFirst(request, url);
    if (access !== "signed_in" && actor.role === "public") throw chooseRoleFirst(request, url);
    if (access !== "signed_in" && !(access as readonly string[]).includes(actor.role))
      throw failure("forbidden");
  }
  return { actor, request, url, params: params as Record<string, string> };
}

function signInFirst(request: Request, url: URL): Response {
  return redirect(`/logga-in?till=${encodeURIComponent(pathOf(request, url))}`);
}

/** Somebody with several roles acts in none before choosing. */
function chooseRoleFirst(request: Request, url: URL): Response {
  return redirect(`/valj-roll?till=${encodeURIComponent(pathOf(request, url))}`);
}

/** Where to come back to: the page itself, never the middle of a form. */
function pathOf(request: Request, url: URL): string {
  return request.method === "GET" ? url.pathname.replace(/\.data$/, "") + url.search : "/";
}

async function answer<T>(request: Request, run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    if (error instanceof Response) throw error;
    if (error instanceof DatabaseUnavailable) {
      log.error({ path: new URL(request.url).pathname, err: error.message }, "database unavailable");
      throw failure("unavailable");
    }
    throw error;
  }
}

async function readForm(request: Request): Promise<FormData> {
  if (!request.headers.get("Content-Type")) return new FormData();
  try {
    return await request.formData();
  } catch {
    throw failure("bad_request");
  }
}

function failure(code: string): Response {
  return Response.json({ code }, { status: statusOf(code) });
}

/** Where somebody with this actor starts. */
export function homeOf(actor: Actor): string {
  return actor.role === "public" || actor.role === "system" ? "/" : roleHomes[actor.role];
}
