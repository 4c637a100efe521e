import { getFormProps, type SubmissionResult, useForm } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { data } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { certificateBlocks } from "#app/components/agreements/closing-documents";
import { DocumentBlocks } from "#app/components/agreements/document-blocks";
import { ReferenceWords } from "#app/components/agreements/reference-words";
import { hasChoice, WishFields } from "#app/components/agreements/wish-fields";
import { Crumbs } from "#app/components/ui/crumbs";
import { ErrorSummary } from "#app/components/ui/error-summary";
import { LinkButton } from "#app/components/ui/link-button";
import { Note } from "#app/components/ui/note";
import { PageTitle } from "#app/components/ui/page-title";
import { State } from "#app/components/ui/state";
import { TextField } from "#app/components/ui/text-field";
import { Unfold } from "#app/components/ui/unfold";
import { useTexts } from "#app/components/ui/use-texts";
import { type CertificateVersion, changeFormSchema } from "#app/domain/agreements/certificate";
import type { Outcome } from "#app/domain/outcome";
import { notFound, page, redirectWith, submit, unwrap } from "#app/http/handler.server";
import { readAnew } from "#app/http/read-anew";
import { formatDate } from "#app/i18n/format";
import {
  approveCertificate,
  askForChange,
  chooseWishes,
  listMyCertificates,
  readOwnCertificate,
} from "#app/services/agreements/own-certificate.server";

const here = "/min-sida/intyg";

/** `id` names one of several; without it, the one that waits for an answer, or the newest. */
export const loader = page(["participant"], async ({ actor, url }) => {
  const all = await listMyCertificates(actor);
  const id = url.searchParams.get("id") ?? all[0]?.agreementId ?? null;
  return {
    certificate: id ? unwrap(await readOwnCertificate(actor, id)).certificate : null,
    others: all.filter(({ agreementId }) => agreementId !== id),
  };
});

/** `gor`: `val` (what to include), `ja` (with `number` and `hash`) or `andra` (with `words`). */
export const action = submit(["participant"], async ({ actor, url, form }) => {
  const id = url.searchParams.get("id") ?? (await listMyCertificates(actor))[0]?.agreementId ?? "";
  const intent = String(form.get("gor") ?? "");
  const number = Number(form.get("number") ?? 0);
  const answer = (outcome: Outcome) => {
    if (outcome.ok) return redirectWith(`${here}?id=${id}`, "saved");
    return outcome.code === "not_found" ? unwrap(outcome) : data({ code: outcome.code, result: null }, 409);
  };
  if (intent === "val") {
    const wishes = {
      withAdaptations: form.get("adaptations") === "ja",
      withReference: form.get("reference") === "ja",
    };
    return answer(await chooseWishes(actor, id, number, wishes));
  }
  if (intent === "ja")
    return answer(await approveCertificate(actor, id, { number, hash: String(form.get("hash") ?? "") }));
  if (intent !== "andra") throw notFound();
  const submission = parseWithZod(form, { schema: changeFormSchema });
  if (submission.status === "success")
    return answer(await askForChange(actor, id, number, submission.value.words));
  unwrap(await readOwnCertificate(actor, id));
  return data({ code: null, result: submission.reply() }, 400);
});

export const shouldRevalidate = readAnew;

/** The page's title, read by root. */
export const handle = { title: "closing:own.title" };

/** The participant's own certificate: read, choose what to include, say yes, or ask for a change. */
export default function OwnCertificatePage() {
  const { certificate, others } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const refusal = answered && "code" in answered ? answered : null;
  const { t, i18n } = useTexts(["closing", "vocabulary", "today"]);
  const crumbs = <Crumbs steps={[{ to: "/min-sida", text: t("today:title") }]} here={t("own.title")} />;
  if (!certificate)
    return (
      <div className="pk-stack">
        {crumbs}
        <PageTitle title={t("own.title")} lead={t("own.none")} />
        <p>
          <LinkButton to="/min-sida/plan">{t("own.toPlan")}</LinkButton>
        </p>
      </div>
    );
  const { id, open, approved, reference, participantName } = certificate;
  const text = open ?? approved;
  const who = participantName ?? text?.content.participant.reference ?? "";
  return (
    <div className="pk-stack">
      {crumbs}
      <PageTitle title={t("own.title")} lead={open ? t("own.lead") : approved ? null : t("own.noneYet")} />
      {refusal?.code ? (
        <Note tone="warn" role="alert">
          <p>{t("own.textChanged")}</p>
        </Note>
      ) : null}
      {approved ? <Approved id={id} approved={approved} hasNewer={open !== null} /> : null}
      {open?.status === "change_asked" ? (
        <Note>
          <p className="pk-lines">{t("own.changeAsked", { words: open.answerWords })}</p>
          <p>{t("own.changeAskedText")}</p>
        </Note>
      ) : null}
      {open && hasChoice(open, reference) ? (
        <Form method="post" className="pk-panel pk-form" key={`val-${open.hash}`}>
          <h2>{t("own.wishes")}</h2>
          <p>{t("own.wishesLead")}</p>
          <WishFields open={open} said={reference} />
          <div className="pk-actions">
            <button className="ds-button" data-variant="secondary" type="submit">
              {t("own.saveWishes")}
            </button>
          </div>
        </Form>
      ) : null}
      {text ? (
        <article className="pk-panel pk-stack" aria-labelledby="text">
          <h2 id="text">{t("own.text")}</h2>
          <DocumentBlocks blocks={certificateBlocks(text.content, who, t, i18n.language)} />
        </article>
      ) : null}
      {open ? <Answer open={open} refusal={refusal} /> : null}
      {reference ? (
        <section className="pk-panel pk-stack" aria-labelledby="ord">
          <h2 id="ord">{t("own.said")}</h2>
          <ReferenceWords said={reference} own />
        </section>
      ) : null}
      {others.length > 0 ? (
        <section className="pk-panel pk-stack" aria-labelledby="fler">
          <h2 id="fler">{t("own.others")}</h2>
          <ul className="pk-plain">
            {others.map(({ agreementId, title, status }) => (
              <li key={agreementId}>
                <Link to={`${here}?id=${agreementId}`}>{title}</Link>{" "}
                {status === "asked" ? <State tone="warn">{t("own.waits")}</State> : null}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </div>
  );
}

function Approved(props: { id: string; approved: CertificateVersion; hasNewer: boolean }) {
  const { t, i18n } = useTexts("closing");
  const { id, approved, hasNewer } = props;
  return (
    <Note tone="ok">
      <p>
        <strong>{t("own.approved")}</strong>{" "}
        {t("own.approvedText", { day: formatDate(i18n.language, approved.answeredAt ?? approved.draftedAt) })}{" "}
        {hasNewer ? t("own.newer") : ""}
      </p>
      <p>
        <a className="ds-button" data-variant="secondary" href={`/overenskommelser/${id}/intyg.pdf`}>
          {t("own.pdf")}
        </a>
      </p>
    </Note>
  );
}

function Answer(props: {
  open: CertificateVersion;
  refusal: { result: SubmissionResult | null; code: string | null } | null;
}) {
  const { t } = useTexts("closing");
  const { open } = props;
  const result = props.refusal?.result ?? null;
  const [form, fields] = useForm<{ words: string }>({ id: "andra", lastResult: result });
  return (
    <>
      <Form method="post" className="pk-panel pk-stack">
        <h2>{t("own.yes")}</h2>
        <p>{t("own.yesLead")}</p>
        <input type="hidden" name="gor" value="ja" />
        <input type="hidden" name="number" value={open.number} />
        <input type="hidden" name="hash" value={open.hash} />
        <p>
          <button className="ds-button pk-big" type="submit">
            {t("own.yesButton")}
          </button>
        </p>
      </Form>
      <section className="pk-panel">
        <Unfold title={t("own.change")} open={result !== null}>
          <Form method="post" {...getFormProps(form)} className="pk-form">
            {result?.error ? <ErrorSummary formId="andra" ns="closing" errors={form.allErrors} /> : null}
            <input type="hidden" name="gor" value="andra" />
            <input type="hidden" name="number" value={open.number} />
            <TextField
              field={fields.words}
              ns="closing"
              label={t("own.changeLabel")}
              hint={t("own.changeHint")}
              rows={4}
              longest={1000}
            />
            <div className="pk-actions">
              <button className="ds-button" data-variant="secondary" type="submit">
                {t("own.changeButton")}
              </button>
            </div>
          </Form>
        </Unfold>
      </section>
    </>
  );
}
