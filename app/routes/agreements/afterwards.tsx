import { parseWithZod } from "@conform-to/zod/v4";
import { data } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { AfterAnswer } from "#app/components/agreements/after-answer";
import { AgreementCrumbs } from "#app/components/agreements/agreement-crumbs";
import { CertificatePanel } from "#app/components/agreements/certificate-panel";
import { CheckupPanel } from "#app/components/agreements/checkup-panel";
import { ClosingPanel } from "#app/components/agreements/closing-panel";
import { LessonsPanel } from "#app/components/agreements/lessons-panel";
import { ReferencePanel } from "#app/components/agreements/reference-panel";
import { LinkButton } from "#app/components/ui/link-button";
import { Note } from "#app/components/ui/note";
import { PageTitle } from "#app/components/ui/page-title";
import { useTexts } from "#app/components/ui/use-texts";
import { approvalFormSchema, certificateWordsSchema } from "#app/domain/agreements/certificate";
import { recordedCheckupSchema } from "#app/domain/followups/checkup";
import type { Outcome } from "#app/domain/outcome";
import { page, redirectWith, type SubmitContext, submit, unwrap } from "#app/http/handler.server";
import { readAnew } from "#app/http/read-anew";
import { askForReference, readAfterwards } from "#app/services/agreements/afterwards.server";
import { recordApproval, recordWishes, writeCertificate } from "#app/services/agreements/certificate.server";
import { recordCheckup } from "#app/services/followups/checkups.server";

export const loader = page(["coordinator", "coach"], async ({ actor, params }) =>
  unwrap(await readAfterwards(actor, params.id ?? "")),
);

/** `gor`: `intyg` (with `seen`), `val`, `ja` (with `number` and `hash`), `referens` or `svar`. */
export const action = submit(["coordinator", "coach"], async (context) => {
  const { actor, params, form } = context;
  const id = params.id ?? "";
  const intent = String(form.get("gor") ?? "");
  if (intent === "intyg") {
    const submission = parseWithZod(form, { schema: certificateWordsSchema });
    if (submission.status !== "success") return refused(context, submission.reply(), null);
    const seen = Number(form.get("seen") ?? 0);
    return answer(context, await writeCertificate(actor, id, submission.value, seen), submission.reply());
  }
  const read = { number: Number(form.get("number") ?? 0), hash: String(form.get("hash") ?? "") };
  if (intent === "val") {
    const withAdaptations = form.get("adaptations") === "ja";
    const withReference = form.get("reference") === "ja";
    return answer(
      context,
      await recordWishes(actor, id, read.number, { withAdaptations, withReference }),
      null,
    );
  }
  if (intent === "ja") {
    const submission = parseWithZod(form, { schema: approvalFormSchema });
    if (submission.status !== "success") return refused(context, submission.reply(), null);
    return answer(context, await recordApproval(actor, id, read, submission.value), submission.reply());
  }
  if (intent === "referens") return answer(context, await askForReference(actor, id), null);
  if (intent === "svar") {
    const submission = parseWithZod(form, { schema: recordedCheckupSchema });
    if (submission.status !== "success") return refused(context, submission.reply(), null);
    const { months, how, ...said } = submission.value;
    return answer(context, await recordCheckup(actor, id, months, said, how), submission.reply());
  }
  unwrap(await readAfterwards(actor, id));
  return data<AfterAnswer>({ intent, result: null, code: "form_expired" }, 400);
});

/** What is wrong with a form is told to those who reach the agreement, and to nobody else. */
async function refused(
  { actor, params, form }: SubmitContext,
  result: AfterAnswer["result"],
  code: string | null,
) {
  unwrap(await readAfterwards(actor, params.id ?? ""));
  return data<AfterAnswer>({ intent: String(form.get("gor")), result, code }, 400);
}

function answer({ params, form }: SubmitContext, outcome: Outcome, result: AfterAnswer["result"]) {
  if (outcome.ok) return redirectWith(`/overenskommelser/${params.id}/efter`, "saved");
  if (outcome.code === "not_found") return unwrap(outcome);
  return data<AfterAnswer>({ intent: String(form.get("gor")), result, code: outcome.code }, 409);
}

export const shouldRevalidate = readAnew;

/** The page's title, read by root. */
export const handle = { title: "closing:after.title" };

/** What staff do when a placement is over: the certificate, the supervisor's words, the check-ups. */
export default function Afterwards() {
  const { after } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const refusal = answered && "intent" in answered ? answered : null;
  const { t } = useTexts(["closing", "agreements", "lifecycle"]);
  const at = `/overenskommelser/${after.agreement.id}`;
  const general = refusal?.code && refusal.intent !== "intyg" ? refusal.code : null;
  return (
    <div className="pk-stack">
      <AgreementCrumbs id={after.agreement.id} number={after.agreement.number} here={t("after.crumb")} />
      <PageTitle title={t("after.title")} lead={t("after.lead", { title: after.title })} />
      {general ? (
        <Note tone="warn" role="alert">
          <p>{t(`error.${general}`)}</p>
        </Note>
      ) : null}
      {after.closing ? null : (
        <Note tone="warn">
          <p>{t("after.noClosing")}</p>
          <p>
            <LinkButton to={`${at}/avslut`} primary>
              {t("lifecycle:closing.write")}
            </LinkButton>
          </p>
        </Note>
      )}
      <div className="pk-two pk-two--right">
        <div className="pk-stack">
          <CertificatePanel after={after} refusal={refusal} />
          <CheckupPanel checkups={after.checkups} refusal={refusal} />
        </div>
        <aside className="pk-stack" aria-label={t("reference.heading")}>
          <ReferencePanel supervisor={after.supervisor} />
          <ClosingPanel closing={after.closing} voice="agency" agreement={after.agreement} />
          <LessonsPanel lessons={after.lessons} />
        </aside>
      </div>
    </div>
  );
}
