import type { HeadersFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { LogContact } from "#app/components/followups/log-contact";
import { page, submit } from "#app/http/handler.server";
import { type LogRefused, loadLog, submitLog } from "#app/http/log-actions.server";

export const loader = page(["coordinator", "coach"], async ({ actor, params }) =>
  loadLog(actor, { followupId: params.id ?? "" }),
);

export const action = submit(["coordinator", "coach"], async ({ actor, params, form }) => {
  const followupId = params.id ?? "";
  return submitLog(actor, { followupId }, `/uppfoljningar/${followupId}/logga`, form);
});

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;

/** The page's title, and that it runs no React in the browser; read by root. */
export const handle = { title: "visit:title.page", script: "/logga.js", close: "/coach" };

/** Logs a planned contact. */
export default function LogPlanned() {
  const read = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>() as LogRefused | undefined;
  return (
    <LogContact
      read={read}
      refused={refused ?? null}
      send={{ followup: read.page.followup?.id ?? "" }}
      home="/coach"
    />
  );
}
