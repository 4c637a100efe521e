import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { WeekAnswer } from "#app/components/followups/day-field";
import { WeekForm } from "#app/components/followups/week-form";
import { Note } from "#app/components/ui/note";
import { PageTitle } from "#app/components/ui/page-title";
import { useTexts } from "#app/components/ui/use-texts";
import { readWeekForm } from "#app/domain/followups/week-form";
import { dayAfter } from "#app/domain/organisations/day";
import { page, submit } from "#app/http/handler.server";
import { readAnew } from "#app/http/read-anew";
import { formatDay } from "#app/i18n/format";
import { readLinkedWeek, saveLinkedWeek } from "#app/services/followups/linked-week.server";
import type { SupervisorLinkProblem } from "#app/services/followups/supervisor-link.server";

const gone: Record<SupervisorLinkProblem, number> = { link_unknown: 404, link_expired: 410, link_over: 410 };

/** Opening the link changes nothing: programs that scan mail open links. */
export const loader = page("public", async ({ params, url }) => {
  const read = await readLinkedWeek(params.token ?? "");
  const hasSaved = url.searchParams.get("sparat") === "1";
  if (!read.ok) return data({ dead: read.code, linked: null, hasSaved }, gone[read.code]);
  const { week, supervisor, until, people } = read;
  return data({ dead: null, linked: { week, supervisor, until, people }, hasSaved });
});

/** The week's days. Sent again, it is the same; changed and sent again, it is changed. */
export const action = submit("public", async ({ params, form }) => {
  const token = params.token ?? "";
  const { inputs, problems, typed } = readWeekForm(form);
  const refused = (answer: Omit<WeekAnswer, "typed">, status: number) =>
    data<WeekAnswer>({ ...answer, typed }, status);
  const saved = await saveLinkedWeek(token, Object.keys(problems).length > 0 ? [] : inputs);
  if (!saved.ok && saved.code !== "refused")
    return refused({ problems: {}, conflicts: [], whole: "changed" }, gone[saved.code]);
  if (Object.keys(problems).length > 0) return refused({ problems, conflicts: [] }, 400);
  if (!saved.ok) {
    const status = saved.conflicts.length > 0 ? 409 : 400;
    return refused({ problems: saved.problems, conflicts: saved.conflicts }, status);
  }
  if (inputs.length === 0) return refused({ problems: {}, conflicts: [], whole: "nothing" }, 400);
  return redirect(`/narvaro/${encodeURIComponent(token)}?sparat=1`, 303);
});

export const shouldRevalidate = readAnew;

/** The page's title, read by root. */
export const handle = { title: "attendance:link.titlePlain" };

/** A supervisor's week: one page for all the own people, without an account. */
export default function WeekLink() {
  const { dead, linked, hasSaved } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() ?? null;
  const { t, i18n } = useTexts(["attendance", "agreements"]);
  if (!linked) {
    const what = (dead ?? "link_unknown").replace("link_", "");
    return <PageTitle title={t(`link.${what}.title`)} lead={t(`link.${what}.text`)} />;
  }
  const { week, supervisor, until, people } = linked;
  const day = (iso: string) => formatDay(i18n.language, iso);
  return (
    <div className="pk-stack">
      <PageTitle
        title={t("link.title", { from: day(week), until: day(dayAfter(week, 6)) })}
        lead={t("link.lead")}
      />
      {hasSaved && !answer ? (
        <Note tone="ok" role="status">
          <p>
            <strong>{t("link.saved")}</strong> {t("link.savedText")}
          </p>
        </Note>
      ) : (
        <p>{t("link.forWhom", { name: supervisor })}</p>
      )}
      <WeekForm people={people} suggestPlanned named submit={t("form.send")} answer={answer} />
      <p className="pk-soft">{t("link.until", { day: formatDay(i18n.language, until) })}</p>
    </div>
  );
}
