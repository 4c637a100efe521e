import type { HeadersFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { LogContact } from "#app/components/followups/log-contact";
import { page, submit } from "#app/http/handler.server";
import { type LogRefused, loadLog, submitLog } from "#app/http/log-actions.server";

export const loader = page(["coordinator", "coach"], async ({ actor, params }) =>
  loadLog(actor, { agreementId: params.id ?? "" }),
);

export const action = submit(["coordinator", "coach"], async ({ actor, params, form }) => {
  const agreementId = params.id ?? "";
  return submitLog(actor, { agreementId }, `/overenskommelser/${agreementId}/logga`, form);
});

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;

/** The page's title, and that it runs no React in the browser; read by root. */
export const handle = { title: "visit:title.page", script: "/logga.js", close: "/coach" };

/** Logs a contact that nobody had planned. */
export default function LogUnplanned() {
  const read = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>() as LogRefused | undefined;
  const at = `/overenskommelser/${read.page.agreement.id}`;
  return (
    <LogContact
      read={read}
      refused={refused ?? null}
      send={{ agreement: read.page.agreement.id }}
      home={at}
    />
  );
}
