import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { createRequestHandler, type ServerBuild } from "@remix-run/node";
import type { Form } from "#tests/integration/access/routes";
import { byFirstWord } from "../../../bin/routes-by-first-word.js";

const file = resolve("build/server/index.js");
if (!existsSync(file))
  throw new Error(`${file} is missing: run \`npx remix vite:build\` (npm test does) before this test.`);

const build = (await import(/* @vite-ignore */ pathToFileURL(file).href)) as ServerBuild;
const handlerOf = byFirstWord(build, (part) => createRequestHandler(part, "production"));

export type BuiltRoute = { id: string; path: string; isPage: boolean };

/** Every route of the built product with an address of its own; layouts without a page are no address. */
export const builtRoutes: BuiltRoute[] = Object.values(build.routes)
  .filter((route) => route !== undefined && route.id !== "root" && isAddress(route.id))
  .map((route) => ({
    id: route!.id,
    path: fullPath(route!.id),
    isPage: route!.module.default !== undefined,
  }));

/** Sends a request to the product as it was built; only the network is missing. No form is an empty form. */
export function ask(method: string, path: string, cookie: string | null, form: Form | null) {
  const headers = new Headers({ Host: "localhost:3000" });
  if (cookie) headers.set("Cookie", cookie);
  const body = method === "GET" || method === "HEAD" ? undefined : bodyOf(form ?? {});
  const request = new Request(`http://localhost:3000${path}`, { method, headers, body });
  return handlerOf(new URL(request.url).pathname)(request, { cspNonce: "probe", clientAddress: "192.0.2.1" });
}

/** As a browser sends it: a form with a file in parts. */
function bodyOf(form: Form): URLSearchParams | FormData {
  const parts = new FormData();
  const plain = new URLSearchParams();
  for (const [field, value] of Object.entries(form)) {
    if (typeof value === "object" && "file" in value) parts.append(field, new File([value.text], value.file));
    else for (const one of [value].flat()) plain.append(field, one);
  }
  if ([...parts].length === 0) return plain;
  for (const [field, value] of plain) parts.append(field, value);
  return parts;
}

function isAddress(id: string): boolean {
  const route = build.routes[id]!;
  const isLayout = Object.values(build.routes).some((child) => child?.parentId === id);
  return !isLayout || route.index === true;
}

function fullPath(id: string): string {
  const parts: string[] = [];
  for (let route = build.routes[id]; route; route = build.routes[route.parentId ?? ""]) {
    if (route.path) parts.unshift(route.path);
  }
  return `/${parts.join("/")}`;
}
