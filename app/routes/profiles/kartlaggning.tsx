import { getFormProps, type SubmissionResult, useForm } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { data } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { PartList } from "#app/components/profiles/kartlaggning/part-list";
import { KartlaggningStatusMark } from "#app/components/profiles/kartlaggning/part-state-mark";
import { Crumbs } from "#app/components/ui/crumbs";
import { ErrorSummary } from "#app/components/ui/error-summary";
import { JumpLinks } from "#app/components/ui/jump-links";
import { LinkButton } from "#app/components/ui/link-button";
import { Note } from "#app/components/ui/note";
import { PageTitle } from "#app/components/ui/page-title";
import { TextField } from "#app/components/ui/text-field";
import { useTexts } from "#app/components/ui/use-texts";
import type { Obstruction } from "#app/domain/profiles/kartlaggning-status";
import { metOnSchema } from "#app/domain/profiles/met-on-form";
import { page, redirectWith, submit, unwrap } from "#app/http/handler.server";
import { formatDate } from "#app/i18n/format";
import { today } from "#app/platform/clock.server";
import { completeKartlaggning, noteMeeting } from "#app/services/profiles/complete-kartlaggning.server";
import { readKartlaggning } from "#app/services/profiles/read-kartlaggning.server";

export const loader = page(["coordinator", "coach"], async ({ actor, params }) => ({
  ...unwrap(await readKartlaggning(actor, params.referens ?? "")),
  mayChange: actor.role === "coordinator",
}));

export const action = submit(["coordinator"], async ({ actor, params, form }) => {
  const reference = params.referens ?? "";
  const here = `/deltagare/${encodeURIComponent(reference)}/kartlaggning`;
  if (form.get("gor") === "klar") {
    const completed = await completeKartlaggning(actor, reference);
    if (completed.ok) return redirectWith(here, "kartlaggning_completed");
    if (!("obstructions" in completed)) return unwrap(completed);
    return data({ obstructions: completed.obstructions, result: null }, 409);
  }
  const submission = parseWithZod(form, { schema: metOnSchema(today()) });
  if (submission.status !== "success") return data({ obstructions: null, result: submission.reply() }, 400);
  unwrap(await noteMeeting(actor, reference, submission.value.metOn ?? null));
  return redirectWith(here, "meeting_saved");
});

/** The page's title, read by root. */
export const handle = { title: "kartlaggning:short" };

/** The overview of one kartläggning: eleven parts, how the whole stands, what happens first. */
export default function Kartlaggning() {
  const { overview, mayChange } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t, i18n } = useTexts("kartlaggning");
  const refused = answer && "obstructions" in answer ? answer.obstructions : null;
  const { reference, status, parts, first, metOn, completedAt } = overview;
  const person = `/deltagare/${encodeURIComponent(reference)}`;
  const hrefOf = (part: string) =>
    part === "arbetsprofil" ? `${person}/arbetsprofil` : `${person}/kartlaggning/${part}`;
  const day = (moment: string | Date) => formatDate(i18n.language, moment);
  const isDone = status === "complete" || status === "confirmed";
  return (
    <div className="pk-stack">
      <Crumbs
        steps={[
          { to: "/deltagare", text: t("profiles:list.title") },
          { to: person, text: reference },
        ]}
        here={t("short")}
      />
      <PageTitle title={t("title", { reference })} lead={t("lead")}>
        <KartlaggningStatusMark status={status} />
      </PageTitle>
      {overview.isHidden ? <Note tone="warn">{t("protected")}</Note> : null}
      {refused ? <Refused obstructions={refused} hrefOf={hrefOf} /> : null}
      <JumpLinks
        to={[
          ["delarna", t("parts")],
          ["forsta", t("first.heading")],
          ["klar", t("complete.heading")],
          ["traffats", t("meeting.heading")],
        ]}
      />
      <div className="pk-two pk-two--right">
        <section className="pk-panel" aria-labelledby="delarna">
          <div className="pk-panel__head">
            <h2 id="delarna">{t("parts")}</h2>
            <p className="pk-soft">{t(`statusHint.${status}`)}</p>
          </div>
          <PartList parts={parts} comments={overview.comments} hrefOf={hrefOf} />
        </section>
        <aside className="pk-stack" aria-label={t("complete.heading")}>
          <section className="pk-panel pk-stack" aria-labelledby="forsta">
            <h2 id="forsta">{t("first.heading")}</h2>
            {first ? (
              <>
                <p>
                  <b>{first.what}</b>
                </p>
                <p>{t("first.on", { day: day(first.startsOn) })}</p>
                {first.responsible ? <p>{t("first.responsible", { name: first.responsible })}</p> : null}
              </>
            ) : (
              <p>{t("first.none")}</p>
            )}
            <LinkButton to={hrefOf("plan")}>{t("first.toPlan")}</LinkButton>
          </section>
          <section className="pk-panel pk-stack" aria-labelledby="klar">
            <h2 id="klar">{t("complete.heading")}</h2>
            {completedAt ? (
              <p>{t("complete.done", { day: day(completedAt), name: overview.completedByName })}</p>
            ) : null}
            {isDone ? null : <p>{t("complete.text")}</p>}
            {mayChange && !isDone ? (
              <Form method="post">
                <button className="ds-button" type="submit" name="gor" value="klar">
                  {t(status === "outdated" ? "complete.again" : "complete.button")}
                </button>
              </Form>
            ) : null}
          </section>
          <Meeting
            metOn={metOn}
            mayChange={mayChange}
            result={answer && "result" in answer ? answer.result : null}
          />
        </aside>
      </div>
    </div>
  );
}

/** Why it cannot be marked complete, each a way to what is missing. */
function Refused(props: { obstructions: readonly Obstruction[]; hrefOf: (part: string) => string }) {
  const { t } = useTexts("kartlaggning");
  return (
    <Note tone="warn" role="alert">
      <h2 className="pk-note__title">{t("complete.refused")}</h2>
      <p>{t("complete.refusedText")}</p>
      <ul className="pk-problems">
        {props.obstructions.map(({ part, code }) => (
          <li key={part}>
            <Link to={linkOf(props.hrefOf(part), code)}>
              {t(`obstruction.${code}`, { part: t(`part.${part}.title`) })}
            </Link>
          </li>
        ))}
      </ul>
    </Note>
  );
}

/** Straight to the field when there is only one to fill in. */
function linkOf(href: string, code: Obstruction["code"]): string {
  return code === "first_activity_missing" ? `${href}#del-answers.forsta_aktivitet` : href;
}

function Meeting(props: { metOn: string | null; mayChange: boolean; result: SubmissionResult | null }) {
  const { metOn, mayChange, result } = props;
  const { t, i18n } = useTexts("kartlaggning");
  const [form, fields] = useForm<{ metOn: string }>({
    id: "traff",
    lastResult: result as SubmissionResult<string[]> | null,
    defaultValue: { metOn: metOn ?? "" },
  });
  return (
    <section className="pk-panel pk-stack" aria-labelledby="traffats">
      <h2 id="traffats">{t("meeting.heading")}</h2>
      <p>{metOn ? t("meeting.on", { day: formatDate(i18n.language, metOn) }) : t("meeting.none")}</p>
      {mayChange ? (
        <Form method="post" className="pk-stack" {...getFormProps(form)}>
          <ErrorSummary formId="traff" ns="kartlaggning" errors={form.allErrors} />
          <TextField field={fields.metOn} ns="kartlaggning" label={t("meeting.field")} type="date" />
          <button className="ds-button" data-variant="secondary" type="submit" name="gor" value="traff">
            {t("meeting.save")}
          </button>
        </Form>
      ) : null}
    </section>
  );
}
