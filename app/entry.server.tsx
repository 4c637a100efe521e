import type { AppLoadContext, EntryContext } from "@remix-run/node";
import { isRouteErrorResponse, RemixServer } from "@remix-run/react";
import { renderToString } from "react-dom/server";
import { I18nextProvider } from "react-i18next";
import { NonceContext } from "#app/components/shell/nonce";
import { instanceOf } from "#app/i18n/instance.server";
import { languageOf } from "#app/i18n/language";
import { log } from "#app/platform/log.server";

export { startJobs } from "#app/jobs/worker.server";
export { closeDatabase } from "#db/client.server";

/**
 * Renders a whole page before it answers: nothing is streamed late, so the status is always the true one. React's streams
 * took a fourth of the time of a page for the sake of parts that come later, which no page has. docs/decisions/009.
 */
export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  context: EntryContext,
  { cspNonce }: AppLoadContext,
): Promise<Response> {
  const nonce = String(cspNonce);
  const i18n = instanceOf(languageOf(request));
  const { serverHandoffStream, ...rest } = context;
  const data = serverHandoffStream ? await textOf(serverHandoffStream) : "";
  const page = renderToString(
    <NonceContext.Provider value={nonce}>
      <I18nextProvider i18n={i18n}>
        <RemixServer context={rest} url={request.url} nonce={nonce} />
      </I18nextProvider>
    </NonceContext.Provider>,
  );
  headers.set("Content-Type", "text/html; charset=utf-8");
  if (!headers.has("Cache-Control")) headers.set("Cache-Control", "private, no-cache");
  const handed = context.renderMeta?.didRenderScripts ? handedOver(data, nonce) : "";
  return new Response(Buffer.from(`<!DOCTYPE html>${page}${handed}`), { headers, status });
}

/** What the page's script goes on with, as Remix writes it (StreamTransfer): the data of every loader, once. */
function handedOver(data: string, nonce: string): string {
  const controller = "window.__remixContext.streamController";
  const written = JSON.stringify(data).replace(
    /[&><\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
  return `<script nonce="${nonce}">${controller}.enqueue(${written});${controller}.close();</script>`;
}

async function textOf(stream: ReadableStream<Uint8Array>): Promise<string> {
  const reader = stream.getReader();
  const decoder = new TextDecoder();
  let text = "";
  for (let part = await reader.read(); !part.done; part = await reader.read())
    text += decoder.decode(part.value, { stream: true });
  return text;
}

/** Logs bugs, not people's data, and not requests that the browser gave up. */
export function handleError(error: unknown, { request }: { request: Request }): void {
  if (request.signal.aborted || (isRouteErrorResponse(error) && error.status < 500)) return;
  log.error({ err: error, path: new URL(request.url).pathname }, "request failed");
}
