import { randomBytes } from "node:crypto";
import { readdirSync } from "node:fs";
import { createRequestHandler } from "@remix-run/express";
import compression from "compression";
import express from "express";
import helmet from "helmet";
import postgres from "postgres";
import { newestMigration } from "./bin/migrations-folder.js";
import { byFirstWord } from "./bin/routes-by-first-word.js";

/**
 * Express around Remix: headers, origin check, limits, health. No state: any number of processes may run.
 * @param {{ appUrl: string, databaseUrl: string, production: boolean, build?: string }} settings
 * @returns {Promise<{ app: express.Express, close: () => Promise<void> }>}
 */
export async function createApp({ appUrl, databaseUrl, production, build = "./build/server/index.js" }) {
  const remix = await import(new URL(build, import.meta.url).href);
  const health = postgres(databaseUrl, { max: 1, connect_timeout: 3, idle_timeout: 20, onnotice: () => {} });
  const app = express();
  app.disable("x-powered-by");
  app.set("trust proxy", process.env.TRUST_PROXY ? Number(process.env.TRUST_PROXY) : false);

  app.get("/healthz", (_request, response) => {
    response.type("text/plain").send("ok");
  });
  app.get("/readyz", async (_request, response) => {
    const ready = await isReady(health);
    response
      .status(ready ? 200 : 503)
      .type("text/plain")
      .send(ready ? "ready" : "not ready");
  });

  app.use((request, _response, next) => {
    // Remix would believe this header: the host comes from configuration only.
    delete request.headers["x-forwarded-host"];
    next();
  });
  app.use(compression());
  app.use(refuseCrossSite(new URL(appUrl).host));
  app.options(publicApi, allowReading);
  app.use("/assets", express.static("build/client/assets", { immutable: true, maxAge: "1y" }));
  app.use(ownFiles("build/client"));
  app.use((_request, response, next) => {
    response.locals.nonce = randomBytes(16).toString("base64");
    next();
  });
  app.use(securityHeaders(production && appUrl.startsWith("https:")));
  const handlerOf = byFirstWord(remix, serve);
  app.all("*", (request, response, next) => handlerOf(request.path)(request, response, next));
  app.use(lastResort);
  const jobs = remix.entry.module.startJobs?.();
  return {
    app,
    async close() {
      await jobs?.stop();
      await remix.entry.module.closeDatabase?.();
      await health.end({ timeout: 2 });
    },
  };
}

/** Remix as an Express handler. */
function serve(/** @type {import("@remix-run/node").ServerBuild} */ build) {
  return createRequestHandler({
    build,
    mode: "production",
    getLoadContext: (request, response) => ({
      cspNonce: response.locals.nonce,
      clientAddress: request.ip ?? "",
    }),
  });
}

/** Files of the folder: the disk is asked only for names that are there, not for the address of every page. */
function ownFiles(/** @type {string} */ folder) {
  const names = new Set(readdirSync(folder));
  const files = express.static(folder, { maxAge: "1h", index: false });
  return (
    /** @type {express.Request} */ request,
    /** @type {express.Response} */ response,
    /** @type {express.NextFunction} */ next,
  ) => (names.has(request.path.split("/")[1] ?? "") ? files(request, response, next) : next());
}

/** The database answers, and has every migration of this version. */
async function isReady(/** @type {postgres.Sql} */ sql) {
  const late = new Promise((resolve) => setTimeout(resolve, 3000, false).unref());
  const asked = sql`SELECT 1 FROM applied_migrations WHERE name = ${newestMigration()}`.then(
    (rows) => rows.length === 1,
    () => false,
  );
  return Promise.race([asked, late]);
}

const unsafe = new Set(["POST", "PUT", "PATCH", "DELETE"]);

/** Refuses every unsafe request that another site's page sent. Remix checks only some, and lets a missing Origin through. */
function refuseCrossSite(/** @type {string} */ host) {
  return (
    /** @type {express.Request} */ request,
    /** @type {express.Response} */ response,
    /** @type {express.NextFunction} */ next,
  ) => {
    if (!unsafe.has(request.method) || isSameSite(request, host)) return next();
    response
      .status(403)
      .type("text/plain; charset=utf-8")
      .send("Förfrågan kom från en annan webbplats och togs inte emot.\n");
  };
}

function isSameSite(/** @type {express.Request} */ request, /** @type {string} */ host) {
  const site = request.get("Sec-Fetch-Site");
  if (site) return site === "same-origin" || site === "none";
  const origin = request.get("Origin");
  // Browsers always tell; a program that sends neither header carries no user's cookies by accident.
  if (!origin) return true;
  try {
    return [host, request.get("Host")].includes(new URL(origin).host);
  } catch {
    return false;
  }
}

const publicApi = ["/api/platser.json", "/api/platser.geojson", "/api/openapi.json"];

/** Another site's page asks first when it sends a header of its own, such as If-None-Match: reading is free. */
function allowReading(/** @type {express.Request} */ _request, /** @type {express.Response} */ response) {
  response
    .set({
      "Access-Control-Allow-Origin": "*",
      "Access-Control-Allow-Methods": "GET, HEAD, OPTIONS",
      "Access-Control-Allow-Headers": "If-None-Match",
      "Access-Control-Max-Age": "86400",
      Allow: "GET, HEAD, OPTIONS",
    })
    .status(204)
    .end();
}

function securityHeaders(/** @type {boolean} */ https) {
  const nonce = (/** @type {unknown} */ _request, /** @type {any} */ response) =>
    `'nonce-${response.locals.nonce}'`;
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'", nonce],
        styleSrc: ["'self'"],
        styleSrcAttr: ["'unsafe-inline'"],
        imgSrc: ["'self'", "data:"],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        ...(https ? { upgradeInsecureRequests: [] } : {}),
      },
    },
    strictTransportSecurity: https ? undefined : false,
    referrerPolicy: { policy: "same-origin" },
    crossOriginResourcePolicy: false,
  });
}

/** A bug outside Remix: a calm sentence, never a stack trace. */
function lastResort(
  /** @type {Error} */ error,
  /** @type {express.Request} */ _request,
  /** @type {express.Response} */ response,
  /** @type {express.NextFunction} */ next,
) {
  if (response.headersSent) return next(error);
  console.error(error);
  response
    .status(500)
    .type("text/plain; charset=utf-8")
    .send("Något gick fel hos oss. Försök igen om en stund.\n");
}
