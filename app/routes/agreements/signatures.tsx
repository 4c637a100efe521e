import { parseWithZod } from "@conform-to/zod/v4";
import { data } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { AgreementCrumbs } from "#app/components/agreements/agreement-crumbs";
import { ProxySignature } from "#app/components/agreements/proxy-signature";
import { WaitingPlaces } from "#app/components/agreements/waiting-places";
import { Note } from "#app/components/ui/note";
import { PageTitle } from "#app/components/ui/page-title";
import { useTexts } from "#app/components/ui/use-texts";
import { evidenceLimit } from "#app/domain/agreements/evidence-file";
import { proxyFormSchema, proxySlots } from "#app/domain/agreements/proxy-form";
import { signatureSlots } from "#app/domain/agreements/signatures";
import { page, redirectWith, unwrap } from "#app/http/handler.server";
import { receiveUpload } from "#app/http/upload.server";
import { removeUpload } from "#app/platform/uploads.server";
import { listEvidenceOf } from "#app/services/agreements/read-evidence.server";
import { recordSignature } from "#app/services/agreements/record-signature.server";
import { readWaiting, sendLinkAgain } from "#app/services/agreements/signing-links.server";

export const loader = page(["coordinator"], async ({ actor, params }) => {
  const id = params.id ?? "";
  const { evidence } = unwrap(await listEvidenceOf(actor, id));
  const waiting = await readWaiting(actor, id);
  if (!waiting.ok) return { id, evidence, name: actor.name, waiting: null };
  const { agreement, version, places } = waiting;
  return {
    id,
    evidence,
    name: actor.name,
    waiting: { number: agreement.number, version: version.number, hash: version.hash, places },
  };
});

/** `gor`: `lank` with `slot`, else a signature written down, with its file in `underlag`. */
export const action = page(["coordinator"], async ({ actor, params, request }) => {
  if (request.method !== "POST") throw new Response(null, { status: 405 });
  const id = params.id ?? "";
  const here = `/overenskommelser/${id}/underskrifter`;
  if (!request.headers.get("Content-Type")?.startsWith("multipart/form-data"))
    return sendLink(actor, id, here, await request.formData().catch(() => new FormData()));
  const received = await receiveUpload(request, "underlag", evidenceLimit);
  if (!received.ok) return refusal(received.code, received.code === "too_large" ? 413 : 400);
  const { form, upload } = received;
  try {
    const submission = parseWithZod(form, { schema: proxyFormSchema });
    if (submission.status !== "success") {
      unwrap(await listEvidenceOf(actor, id));
      return refusal(Object.values(submission.error ?? {})[0]?.[0] ?? "form_expired", 400, typedIn(form));
    }
    const recorded = await recordSignature(actor, id, submission.value, upload);
    if (recorded.ok) return redirectWith(here, "signature_recorded");
    if (recorded.code === "not_found") return unwrap(recorded);
    const isOwnMistake = ["evidence_missing", "evidence_type", "confirmation_wrong"].includes(recorded.code);
    return refusal(recorded.code, isOwnMistake ? 400 : 409, typedIn(form));
  } finally {
    if (upload) await removeUpload(upload.upload);
  }
});

type Typed = { slot: string; reason: string; note: string; typed: string };
const nothing: Typed = { slot: "", reason: "", note: "", typed: "" };

function typedIn(form: FormData): Typed {
  const text = (name: keyof Typed) => String(form.get(name) ?? "");
  return { slot: text("slot"), reason: text("reason"), note: text("note"), typed: text("typed") };
}

function refusal(code: string, status: number, typed = nothing, until: string | null = null) {
  return data({ code, until, typed }, status);
}

async function sendLink(
  actor: Parameters<typeof sendLinkAgain>[0],
  id: string,
  here: string,
  form: FormData,
) {
  const slot = signatureSlots.find((one) => one === form.get("slot"));
  if (!slot) {
    unwrap(await listEvidenceOf(actor, id));
    return refusal("slot_missing", 400);
  }
  const sent = await sendLinkAgain(actor, id, slot);
  if (sent.ok) return redirectWith(here, "signing_link_sent");
  if (sent.code === "not_found") return unwrap(sent as { ok: false; code: "not_found" });
  return refusal(sent.code, 409, nothing, "until" in sent ? sent.until : null);
}

/** The page's title, read by root. */
export const handle = { title: "signing:waiting.title" };

/** Who has not signed yet: send the link again, or write down a signature by proxy or on paper. */
export default function Signatures() {
  const { id, evidence, name, waiting } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const refused = answer && "typed" in answer ? answer : null;
  const { t } = useTexts(["signing", "agreements"]);
  const at = `/overenskommelser/${id}`;
  return (
    <div className="pk-stack">
      <AgreementCrumbs id={id} number={waiting?.number ?? t("waiting.back")} here={t("waiting.title")} />
      <PageTitle title={t("waiting.title")} lead={waiting ? t("waiting.lead") : t("waiting.none")} />
      {waiting ? <WaitingPlaces places={waiting.places} refused={refused} /> : null}
      {waiting?.places.some(({ slot }) => proxySlots.some((one) => one === slot)) ? (
        <ProxySignature waiting={waiting} at={at} name={name} refused={refused} />
      ) : null}
      {evidence.length > 0 ? (
        <section className="pk-panel pk-stack" aria-labelledby="underlag-lista">
          <h2 id="underlag-lista">{t("proxy.evidence")}</h2>
          <ul>
            {evidence.map((one) => (
              <li key={one.id}>
                <Link to={`${at}/underlag/${one.id}`} reloadDocument>
                  {t("proxy.evidenceOf", { name: one.fileName, size: Math.ceil(one.bytes / 1024) })}
                </Link>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {refused && !waiting ? (
        <Note tone="warn" role="alert">
          <p>{t(`error.${refused.code}`, { name, when: "" })}</p>
        </Note>
      ) : null}
    </div>
  );
}
