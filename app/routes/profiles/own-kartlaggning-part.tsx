import { getFormProps, type SubmissionResult, useForm } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { data, redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { CommentList } from "#app/components/profiles/comment-list";
import { Assessments } from "#app/components/profiles/kartlaggning/assessments";
import { PartAnswersList } from "#app/components/profiles/kartlaggning/part-answers-list";
import { PartSteps } from "#app/components/profiles/kartlaggning/part-steps";
import { RateOneself } from "#app/components/profiles/kartlaggning/rate-oneself";
import { ErrorSummary } from "#app/components/ui/error-summary";
import { LinkButton } from "#app/components/ui/link-button";
import { Note } from "#app/components/ui/note";
import { PageTitle } from "#app/components/ui/page-title";
import { TextField } from "#app/components/ui/text-field";
import { useFormId } from "#app/components/ui/use-form-id";
import { useUnsavedWarning } from "#app/components/ui/use-unsaved-warning";
import { type KartlaggningPart, numberOf } from "#app/domain/profiles/kartlaggning-parts";
import { ownRatingSchema } from "#app/domain/profiles/own-rating";
import { partCommentSchema } from "#app/domain/profiles/part-comment-form";
import { page, redirectWith, submit, unwrap } from "#app/http/handler.server";
import { formatDate } from "#app/i18n/format";
import { commentPart, confirmPart, takeBackYes } from "#app/services/profiles/confirm-part.server";
import { rateOneself } from "#app/services/profiles/rate-oneself.server";
import { readOwnPart } from "#app/services/profiles/read-part.server";

const overview = "/min-sida/kartlaggning";
const hrefOf = (part: KartlaggningPart) =>
  part === "arbetsprofil" ? "/min-sida/arbetsprofil" : `${overview}/${part}`;

export const loader = page(["participant"], async ({ actor, params }) => {
  if (params.del === "arbetsprofil") throw redirect("/min-sida/arbetsprofil");
  return unwrap(await readOwnPart(actor, params.del ?? ""));
});

type Again = { code: string | null; result: SubmissionResult | null; rating: SubmissionResult | null };

export const action = submit(["participant"], async ({ actor, params, form }) => {
  const { del = "" } = params;
  if (form.get("gor") === "stammer") {
    const confirmed = await confirmPart(actor, del, Number(form.get("version")));
    if (confirmed.ok) return redirectWith(overview, "profile_confirmed");
    if (confirmed.code === "not_found") return unwrap(confirmed);
    return data<Again>({ code: confirmed.code, result: null, rating: null }, 409);
  }
  if (form.get("gor") === "ta-tillbaka") {
    unwrap(await takeBackYes(actor, del));
    return redirectWith(`${overview}/${encodeURIComponent(del)}`, "yes_taken_back");
  }
  if (form.get("gor") === "skatta") {
    const submission = parseWithZod(form, { schema: ownRatingSchema });
    if (submission.status !== "success")
      return data<Again>({ code: null, result: null, rating: submission.reply() }, 400);
    unwrap(await rateOneself(actor, submission.value.rating));
    return redirectWith(`${overview}/hinder`, "saved");
  }
  const submission = parseWithZod(form, { schema: partCommentSchema });
  if (submission.status !== "success")
    return data<Again>({ code: null, result: submission.reply(), rating: null }, 400);
  const { version, comment } = submission.value;
  unwrap(await commentPart(actor, del, { version, text: comment }));
  return redirectWith(`${overview}/${encodeURIComponent(del)}`, "comment_sent");
});

/** The page's title, read by root. */
export const handle = { title: "kartlaggning:own.title" };

/** One part of the own kartläggning, own words first; a yes, or what is wrong. */
export default function OwnKartlaggningPart() {
  const { part: read } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t, i18n } = useTranslation("kartlaggning");
  const again = answer && "result" in answer ? answer : null;
  const [form, fields] = useForm<{ version: number; comment: string }>({
    id: useFormId("kommentar", read),
    lastResult: again?.result ?? null,
  });
  useUnsavedWarning(form.id, t("own.unsaved"), again?.result ?? null);
  const { part, confirmed, version } = read;
  const isYes = confirmed?.version === version;
  return (
    <div className="pk-stack pk-narrow">
      <p>
        <Link className="pk-tap" to={overview}>
          {t("own.back")}
        </Link>
      </p>
      <p className="pk-soft">{t("partOf", { number: numberOf(part) })}</p>
      <PageTitle title={t(`part.${part}.own`)} />
      {again?.code ? (
        <Note tone="warn" role="alert">
          {t(`error.${again.code}`)}
        </Note>
      ) : null}
      {version === 0 ? (
        <section className="pk-panel">
          <p>{t("own.notBegun")}</p>
        </section>
      ) : (
        <section className="pk-panel pk-stack" aria-label={t(`part.${part}.own`)}>
          <PartAnswersList
            part={part}
            stored={read}
            own
            except={part === "bedomningar" ? ["bedomningar"] : []}
          />
        </section>
      )}
      {read.ownRatings ? (
        <RateOneself loaded={read} ratings={read.ownRatings} lastResult={again?.rating ?? null} />
      ) : null}
      {part === "bedomningar" ? <Assessments stored={read} /> : null}
      {version === 0 ? null : (
        <section className="pk-panel pk-stack" aria-labelledby="stammer">
          <h2 id="stammer">{t("own.confirmHeading")}</h2>
          {isYes ? (
            <>
              <p>{t("own.confirmed", { day: formatDate(i18n.language, confirmed.confirmedAt) })}</p>
              <Form method="post">
                <button
                  className="ds-button pk-big"
                  data-variant="tertiary"
                  type="submit"
                  name="gor"
                  value="ta-tillbaka"
                >
                  {t("own.takeBack")}
                </button>
              </Form>
            </>
          ) : (
            <>
              {confirmed ? <p>{t("own.confirmedOld")}</p> : null}
              <Form method="post">
                <input type="hidden" name="version" value={version} />
                <button className="ds-button pk-big" type="submit" name="gor" value="stammer">
                  {t("own.confirm")}
                </button>
              </Form>
            </>
          )}
        </section>
      )}
      {/* Before the form: a link below it would leave behind what was typed. */}
      <PartSteps part={part} hrefOf={hrefOf} big />
      {version === 0 ? null : (
        <Form
          method="post"
          className="pk-panel pk-stack"
          key={form.id}
          {...getFormProps(form)}
          aria-labelledby="fel"
        >
          <h2 id="fel">{t("own.commentHeading")}</h2>
          <ErrorSummary formId={form.id} ns="kartlaggning" errors={form.allErrors} />
          <input type="hidden" name="version" value={version} />
          <TextField
            field={fields.comment}
            ns="kartlaggning"
            label={t("own.comment")}
            hint={t("own.commentHint")}
            rows={4}
            maxLength={2000}
          />
          <button
            className="ds-button pk-big"
            data-variant="secondary"
            type="submit"
            name="gor"
            value="skicka"
          >
            {t("own.send")}
          </button>
        </Form>
      )}
      {read.comments.length > 0 ? (
        <section className="pk-panel pk-stack" aria-labelledby="skrivet">
          <h2 id="skrivet">{t("own.yourComments")}</h2>
          <CommentList comments={read.comments} />
        </section>
      ) : null}
      {part === "halsa" ? (
        <LinkButton className="pk-big" to={`${overview}/halsa/medicinskt`}>
          {t("medical.own")}
        </LinkButton>
      ) : null}
      <p className="pk-soft">
        {t(read.visibility === "case_worker" ? "own.whoSeesCaseWorker" : "own.whoSees")}
      </p>
    </div>
  );
}
