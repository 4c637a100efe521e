/// <reference lib="webworker" />
import { forgetUser, keptMilliseconds, lastUser, listKept, setLastUser } from "#app/offline/kept-logs";
import { cannotLeaveYet, leftHere, notKept, unsentQuestion } from "#app/offline/own-pages";
import { sendAll } from "#app/offline/send-kept";

// What this does, and what it leaves alone: docs/decisions/015.
declare const self: ServiceWorkerGlobalScope;

/** Pages about people: only those that the server marks `Sparas-For`, for twelve hours, until somebody signs in or out. */
const pages = "sidor-1";
/** Styles, scripts and texts: the same for everybody, and nobody's. */
const shell = "skal-1";
const keptAt = "Sparad-Vid";
const mayBeKept = /^\/(coach|uppfoljningar\/[^/]+\/logga|overenskommelser\/[^/]+\/logga)$/;
const neverChanges = /^\/(assets\/|texter\/)/;
const ownScript = "/logga.js";
/** Also as a page's script sends it: to the same address with `.data` behind. */
const leavesOrEnters = /^\/(logga-ut|logga-in)([/.]|$)/;
const leaves = /^\/logga-ut(\.data)?$/;

self.addEventListener("install", (event) => {
  event.waitUntil(caches.open(shell).then((cache) => cache.addAll([ownScript, "/favicon.svg"])));
  self.skipWaiting();
});

self.addEventListener("activate", (event) => {
  event.waitUntil(
    (async () => {
      const known = [pages, shell];
      for (const name of await caches.keys()) if (!known.includes(name)) await caches.delete(name);
      await eraseOld();
      await self.clients.claim();
    })(),
  );
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (url.origin !== self.location.origin) return;
  if (request.method === "POST" && leavesOrEnters.test(url.pathname)) {
    event.respondWith(signOutOrIn(request, url));
  } else if (request.method !== "GET") {
    return;
  } else if (request.mode === "navigate" && url.pathname === "/logga-ut") {
    event.respondWith(leavePage(request, url));
  } else if (request.mode === "navigate" && mayBeKept.test(url.pathname)) {
    event.respondWith(freshOrKept(request, url));
  } else if (request.mode === "navigate") {
    event.respondWith(fetch(request).catch(() => own(notKept())));
  } else if (neverChanges.test(url.pathname)) {
    event.respondWith(keptOrFetched(request));
  } else if (url.pathname === ownScript) {
    event.respondWith(fetchedOrKept(request));
  }
});

/** Before somebody leaves: what is not sent is asked about. Then, and when somebody signs in, the pages are erased. */
async function signOutOrIn(request: Request, url: URL): Promise<Response> {
  const isLeaving = leaves.test(url.pathname);
  const user = await lastUser().catch(() => "");
  // Only a document can be sent on to the question.
  if (isLeaving && request.mode === "navigate" && user !== "" && !url.searchParams.has("kasta")) {
    const unsent = await listKept(user).catch(() => []);
    const form = unsent.length > 0 ? await request.clone().formData() : null;
    const everywhere = form?.get("overallt") === "1" ? "&overallt=1" : "";
    if (form) return Response.redirect(`/logga-ut?osant=${unsent.length}${everywhere}`, 303);
  }
  try {
    return await fetch(request);
  } catch (error) {
    if (request.mode !== "navigate") throw error;
    return own(isLeaving ? leftHere() : notKept());
  } finally {
    // Also without a network: whoever wanted to leave leaves nothing here.
    await caches.delete(pages);
    if (isLeaving && user !== "") {
      await forgetUser(user).catch(() => {});
      await setLastUser("").catch(() => {});
    }
  }
}

/** The page for signing out. Without a network the question of what is not sent is asked from here. */
async function leavePage(request: Request, url: URL): Promise<Response> {
  try {
    return await fetch(request);
  } catch {
    const count = Number(url.searchParams.get("osant"));
    const everywhere = url.searchParams.get("overallt") === "1";
    return own(Number.isInteger(count) && count > 0 ? unsentQuestion(count, everywhere) : cannotLeaveYet());
  }
}

async function freshOrKept(request: Request, url: URL): Promise<Response> {
  try {
    const response = await fetch(request);
    // Sent away from its own page: the session is over, or another role is chosen.
    if (response.type === "opaqueredirect") await caches.delete(pages);
    else await keepPage(url.pathname, response);
    return response;
  } catch {
    await eraseOld();
    const kept = await (await caches.open(pages)).match(url.pathname);
    return kept ?? own(notKept());
  }
}

/** Keeps a page that the server lets this user keep. A page of another user's erases what was kept before. */
async function keepPage(path: string, response: Response): Promise<void> {
  const user = response.headers.get("Sparas-For");
  if (!response.ok || response.redirected || !user) return;
  if ((await lastUser()) !== user) {
    await caches.delete(pages);
    await setLastUser(user);
  }
  const headers = new Headers(response.headers);
  headers.set(keptAt, String(Date.now()));
  // A message that is shown once is not kept.
  headers.delete("Set-Cookie");
  const body = await response.clone().blob();
  await (await caches.open(pages)).put(path, new Response(body, { status: response.status, headers }));
}

async function eraseOld(now = Date.now()): Promise<void> {
  const cache = await caches.open(pages);
  for (const request of await cache.keys()) {
    const response = await cache.match(request);
    const at = Number(response?.headers.get(keptAt) ?? 0);
    if (at + keptMilliseconds < now) await cache.delete(request);
  }
}

async function keptOrFetched(request: Request): Promise<Response> {
  const kept = await caches.match(request, { cacheName: shell });
  if (kept) return kept;
  const response = await fetch(request);
  if (response.ok) await (await caches.open(shell)).put(request, response.clone());
  return response;
}

async function fetchedOrKept(request: Request): Promise<Response> {
  try {
    const response = await fetch(request, { cache: "no-cache" });
    if (response.ok) await (await caches.open(shell)).put(request, response.clone());
    return response;
  } catch {
    return (await caches.match(request, { cacheName: shell })) ?? Response.error();
  }
}

/** A page of the service worker's own. */
function own(body: string): Response {
  return new Response(body, { status: 503, headers: { "Content-Type": "text/html; charset=utf-8" } });
}

/** A page asks that others are kept too: the contacts of today. What is younger than `freshMinutes` is not fetched again. */
self.addEventListener("message", (event) => {
  const { keep } = (event.data ?? {}) as { keep?: unknown };
  if (!Array.isArray(keep)) return;
  const paths = keep.filter((path): path is string => typeof path === "string" && mayBeKept.test(path));
  event.waitUntil(keepAll(paths.slice(0, mostKept)));
});
const mostKept = 15;
const freshMinutes = 30;

async function keepAll(paths: readonly string[]): Promise<void> {
  await eraseOld();
  for (const path of paths) {
    const known = await (await caches.open(pages)).match(path);
    const age = Date.now() - Number(known?.headers.get(keptAt) ?? 0);
    if (age < freshMinutes * 60_000) continue;
    try {
      const response = await fetch(path, { redirect: "manual", headers: { Accept: "text/html" } });
      await keepPage(path, response);
      await keepShell(await response.text());
    } catch {
      return;
    }
  }
}

/** The styles and scripts that a page names, and the texts that its script asks for. */
async function keepShell(html: string): Promise<void> {
  const cache = await caches.open(shell);
  const named = new Set([...html.matchAll(/"(\/assets\/[^"]+\.(?:css|js))"/g)].map(([, path]) => path!));
  const [, lang] = /<html[^>]* lang="(\w+)"/.exec(html) ?? [];
  const [, texts] = /<html[^>]* data-texts="(\w+)"/.exec(html) ?? [];
  if (lang && texts) named.add(`/texter/${lang}.json?v=${texts}`);
  for (const path of named) if (!(await cache.match(path))) await cache.add(path).catch(() => {});
}

/** Where the browser has it: sent when there is a network again, also with every page closed. */
self.addEventListener("sync" as "activate", (event: ExtendableEvent & { tag?: string }) => {
  if (event.tag !== "skicka-loggar") return;
  event.waitUntil(
    (async () => {
      const user = await lastUser();
      if (user === "") return;
      await sendAll(user);
      for (const client of await self.clients.matchAll()) client.postMessage("skickat");
    })(),
  );
});
