import { getFormProps, type SubmissionResult, useForm } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { data, redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { CommentList } from "#app/components/profiles/comment-list";
import { Assessments } from "#app/components/profiles/kartlaggning/assessments";
import { PartAnswersList } from "#app/components/profiles/kartlaggning/part-answers-list";
import { PartSteps } from "#app/components/profiles/kartlaggning/part-steps";
import { RateOneself } from "#app/components/profiles/kartlaggning/rate-oneself";
import { OwnAnswer } from "#app/components/profiles/own-answer";
import { ErrorSummary } from "#app/components/ui/error-summary";
import { LinkButton } from "#app/components/ui/link-button";
import { Note } from "#app/components/ui/note";
import { PageTitle } from "#app/components/ui/page-title";
import { useFormId } from "#app/components/ui/use-form-id";
import { useTexts } from "#app/components/ui/use-texts";
import { useUnsavedWarning } from "#app/components/ui/use-unsaved-warning";
import { answerSchema, commentSchema } from "#app/domain/profiles/comment-form";
import {
  isQuestionPart,
  type KartlaggningPart,
  kartlaggningParts,
  numberOf,
} from "#app/domain/profiles/kartlaggning-parts";
import { ownRatingSchema } from "#app/domain/profiles/own-rating";
import { page, redirectWith, submit, unwrap } from "#app/http/handler.server";
import { readAnew } from "#app/http/read-anew";
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

/**
 * What is parsed of the page's one form: own words, and the own rating of part 7, are asked for only by the button that
 * sends them, and go along with the others.
 */
const along = { rating: ownRatingSchema.shape.rating.optional() };
const schemas = {
  skicka: commentSchema.extend(along),
  skatta: answerSchema.extend(ownRatingSchema.shape),
  annat: answerSchema.extend(along),
} as const;

export const action = submit(["participant"], async ({ actor, params, form }) => {
  const { del = "" } = params;
  const gor = String(form.get("gor") ?? "skicka");
  const schema = schemas[gor === "skatta" || gor === "skicka" ? gor : "annat"];
  const submission = parseWithZod(form, { schema });
  if (submission.status !== "success") return data({ code: null, result: submission.reply() }, 400);
  const { version, comment, rating } = submission.value;
  const rate = async (when: "said" | "if_changed") =>
    rating === undefined ? null : unwrap(await rateOneself(actor, rating, when));
  const here = `${overview}/${encodeURIComponent(del)}`;
  if (gor === "stammer") {
    const confirmed = await confirmPart(actor, del, version, comment);
    if (confirmed.ok) {
      await rate("if_changed");
      return redirectWith(overview, comment ? "confirmed_and_sent" : "profile_confirmed");
    }
    if (confirmed.code === "not_found") return unwrap(confirmed);
    return data({ code: confirmed.code, result: submission.reply() }, 409);
  }
  // Whatever is done next, what was typed and chosen is sent first.
  if (comment) unwrap(await commentPart(actor, del, { version, text: comment }));
  await rate(gor === "skatta" ? "said" : "if_changed");
  if (gor === "ta-tillbaka") {
    unwrap(await takeBackYes(actor, del));
    return redirectWith(here, comment ? "taken_back_and_sent" : "yes_taken_back");
  }
  if (gor === "skatta") return redirectWith(here, comment ? "saved_and_sent" : "saved");
  const to = besides(del, gor);
  if (to && !comment) return redirect(hrefOf(to));
  return redirectWith(to ? hrefOf(to) : here, "comment_sent");
});

/** The part before or after, when that was asked for. */
function besides(del: string, gor: string): KartlaggningPart | null {
  if (!isQuestionPart(del) || (gor !== "fore" && gor !== "efter")) return null;
  return kartlaggningParts[numberOf(del) - (gor === "fore" ? 2 : 0)] ?? null;
}

/** What the part says now stands there when it has changed meanwhile. */
export const shouldRevalidate = readAnew;

/** The page's title, read by root. */
export const handle = { title: "kartlaggning:own.title" };

/** One part of the own kartläggning, own words first; a yes, or what is wrong. */
export default function OwnKartlaggningPart() {
  const { part: read } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t, i18n } = useTexts("kartlaggning");
  const again = answer && "result" in answer ? answer : null;
  const latest = read.ownRatings?.[0];
  const [form, fields] = useForm<{ version: number; comment: string; rating: string }>({
    // Another form when something was sent, or in another part; the same when the part was only read anew.
    id: useFormId("kommentar", `${read.part} ${read.comments.length}`),
    lastResult: (again?.result ?? null) as SubmissionResult<string[]> | null,
    ...(latest ? { defaultValue: { rating: String(latest.rating) } } : {}),
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
      {part === "bedomningar" ? <Assessments stored={read} /> : null}
      {version === 0 ? (
        <PartSteps part={part} hrefOf={hrefOf} big />
      ) : (
        <Form
          method="post"
          className="pk-stack"
          key={form.id}
          {...getFormProps(form)}
          aria-labelledby="stammer"
        >
          <ErrorSummary formId={form.id} ns="kartlaggning" errors={form.allErrors} />
          {read.ownRatings ? <RateOneself field={fields.rating} ratings={read.ownRatings} /> : null}
          <OwnAnswer
            ns="kartlaggning"
            field={fields.comment}
            version={version}
            said={
              isYes
                ? t("own.confirmed", { day: formatDate(i18n.language, confirmed.confirmedAt) })
                : confirmed
                  ? t("own.confirmedOld")
                  : null
            }
            mayAgree={!isYes}
            mayTakeBack={isYes}
          />
          <PartSteps part={part} big />
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
