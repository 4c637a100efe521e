import { getFormProps, useForm } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { data } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { CommentList } from "#app/components/profiles/comment-list";
import { OwnAnswer } from "#app/components/profiles/own-answer";
import { ProfileStatus } from "#app/components/profiles/profile-status";
import { ProfileSummary } from "#app/components/profiles/profile-summary";
import { ErrorSummary } from "#app/components/ui/error-summary";
import { useFormId } from "#app/components/ui/use-form-id";
import { useTexts } from "#app/components/ui/use-texts";
import { answerSchema, commentSchema } from "#app/domain/profiles/comment-form";
import { page, redirectWith, submit, unwrap } from "#app/http/handler.server";
import { readAnew } from "#app/http/read-anew";
import { formatDate } from "#app/i18n/format";
import { commentWorkProfile, confirmWorkProfile } from "#app/services/profiles/confirm-work-profile.server";
import { readOwnWorkProfile } from "#app/services/profiles/read-work-profile.server";

export const loader = page(["participant"], async ({ actor }) => unwrap(await readOwnWorkProfile(actor)));

export const action = submit(["participant"], async ({ actor, form }) => {
  const agrees = form.get("gor") === "stammer";
  const submission = parseWithZod(form, { schema: agrees ? answerSchema : commentSchema });
  if (submission.status !== "success") return data({ code: null, result: submission.reply() }, 400);
  const { version, comment } = submission.value;
  if (!agrees) {
    unwrap(await commentWorkProfile(actor, { version, text: comment }));
    return redirectWith("/min-sida/arbetsprofil", "comment_sent");
  }
  const confirmed = await confirmWorkProfile(actor, version, comment);
  if (confirmed.ok)
    return redirectWith("/min-sida/arbetsprofil", comment ? "confirmed_and_sent" : "profile_confirmed");
  if (confirmed.code === "not_found") return unwrap(confirmed);
  return data({ code: confirmed.code, result: submission.reply() }, 409);
});

/** What the profile says now stands there when it has changed meanwhile. */
export const shouldRevalidate = readAnew;

/** The page's title, read by root. */
export const handle = { title: "profiles:own.title" };

export default function OwnWorkProfile() {
  const { profile } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t, i18n } = useTexts("profiles");
  const problem = answer && "result" in answer ? answer : null;
  const [form, fields] = useForm<{ version: number; comment: string }>({
    // Another form when something was sent; the same when the profile was only read anew.
    id: useFormId("kommentar", "comments" in profile ? profile.comments.length : 0),
    lastResult: problem?.result ?? null,
  });
  if (profile.status === "none") {
    return (
      <div className="pk-stack">
        <h1>{t("own.title")}</h1>
        <section className="pk-panel pk-stack">
          <h2>{t("own.noneTitle")}</h2>
          <p>{t("own.noneText")}</p>
        </section>
      </div>
    );
  }
  const day = profile.confirmedAt ? formatDate(i18n.language, profile.confirmedAt) : null;
  return (
    <div className="pk-stack">
      <h1>{t("own.title")}</h1>
      <p className="pk-lead">{t("own.lead")}</p>
      {problem?.code ? (
        <p className="pk-note" data-tone="warn" role="alert">
          {t(`error.${problem.code}`)}
        </p>
      ) : null}
      <section className="pk-panel pk-stack" aria-labelledby="profilen">
        <div className="pk-panel__head">
          <h2 id="profilen">{t("own.status")}</h2>
          <ProfileStatus status={profile.status} />
        </div>
        {profile.status === "started" ? <p>{t("own.startedText")}</p> : null}
        <ProfileSummary draft={profile.draft} excluded={profile.excluded.map(({ name }) => name)} own />
      </section>
      <Form method="post" key={form.id} {...getFormProps(form)} aria-labelledby="stammer">
        <ErrorSummary formId={form.id} ns="profiles" errors={form.allErrors} />
        <OwnAnswer
          ns="profiles"
          field={fields.comment}
          version={profile.version}
          said={profile.status === "confirmed" && day ? t("own.confirmedText", { day }) : null}
          mayAgree={profile.status === "complete" || profile.status === "outdated"}
        />
      </Form>
      {profile.comments.length > 0 ? (
        <section className="pk-panel pk-stack" aria-labelledby="skrivet">
          <h2 id="skrivet">{t("own.yourComments")}</h2>
          <CommentList comments={profile.comments} />
        </section>
      ) : null}
      <section className="pk-note">
        <div>
          <p>{t("own.whoSees")}</p>
          <p>
            <Link to="/min-sida/samtycken">{t("own.consents")}</Link>
          </p>
        </div>
      </section>
    </div>
  );
}
