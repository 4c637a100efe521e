import { data } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { AgreementCrumbs } from "#app/components/agreements/agreement-crumbs";
import { AlertPanel } from "#app/components/followups/alert-panel";
import { AttendanceChart } from "#app/components/followups/attendance-chart";
import { EarlierPanel, HandledPanel, SendLinkPanel } from "#app/components/followups/staff-panels";
import { WeekForm } from "#app/components/followups/week-form";
import { WeeksNav } from "#app/components/followups/weeks-nav";
import { Note } from "#app/components/ui/note";
import { PageTitle } from "#app/components/ui/page-title";
import { useTexts } from "#app/components/ui/use-texts";
import { handledFormSchema } from "#app/domain/followups/handled-form";
import { writableStatuses } from "#app/domain/followups/week-link";
import { submitWeek } from "#app/http/attendance-actions.server";
import { page, redirectWith, submit, unwrap } from "#app/http/handler.server";
import { readAnew } from "#app/http/read-anew";
import { formatMoment, formatNumber } from "#app/i18n/format";
import { handleAlert } from "#app/services/followups/alerts.server";
import { readAttendance } from "#app/services/followups/read-attendance.server";
import { sendWeekLink } from "#app/services/followups/week-links.server";

export const loader = page(["coordinator", "coach"], async ({ actor, params, url }) =>
  unwrap(await readAttendance(actor, params.id ?? "", url.searchParams.get("vecka"))),
);

/** `typed`: the word about an alert, so that it is not lost. */
type Refused = { refused: string; until: string | null; typed?: { alert: string; note: string } };

/** `gor`: `narvaro` (the days), `lank` (of the week `monday`), `uppfoljt` (with `kind`, `since`, `note`). */
export const action = submit(["coordinator", "coach"], async ({ actor, params, url, form }) => {
  const id = params.id ?? "";
  const here = `/overenskommelser/${id}/narvaro${url.search}`;
  const intent = form.get("gor");
  if (intent === "lank") {
    const read = unwrap(await readAttendance(actor, id, String(form.get("monday") ?? "")));
    const sent = await sendWeekLink(actor, id, read.shown.sums.monday);
    if (sent.ok) return redirectWith(here, "week_link_sent");
    if (sent.code === "not_found") return unwrap(sent);
    return data<Refused>({ refused: sent.code, until: "until" in sent ? sent.until : null }, 409);
  }
  if (intent === "uppfoljt") {
    const parsed = handledFormSchema.safeParse(Object.fromEntries(form));
    unwrap(await readAttendance(actor, id, null));
    const typed = {
      alert: `${form.get("kind")}-${form.get("since")}`,
      note: String(form.get("note") ?? ""),
    };
    if (!parsed.success) {
      const wrong = parsed.error.issues.find(({ path }) => path[0] === "note")?.message ?? "no_alert";
      return data<Refused>({ refused: wrong, until: null, typed }, 400);
    }
    const handled = await handleAlert(actor, id, parsed.data);
    if (!handled.ok && handled.code === "no_alert")
      return data<Refused>({ refused: handled.code, until: null, typed }, 409);
    unwrap(handled);
    return redirectWith(here, "alert_handled");
  }
  unwrap(await readAttendance(actor, id, null));
  return submitWeek(actor, here, form);
});

export const shouldRevalidate = readAnew;

/** The page's title, read by root. */
export const handle = { title: "attendance:show.title" };

/** An agreement's weeks, planned against real: what to follow up first, then the chart and the week to fill in. */
export default function Attendance() {
  const read = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t, i18n } = useTexts(["attendance", "agreements"]);
  const { agreement, shown, weeks, soFar, today, before, after, alerts, earlier, handled, supervisor } = read;
  const at = `/overenskommelser/${agreement.id}`;
  const number = (value: number) => formatNumber(i18n.language, value, 2);
  const refused: Refused | null = answer && "refused" in answer ? answer : null;
  const { sums } = shown;
  const isWritable = writableStatuses.includes(agreement.status);
  return (
    <div className="pk-stack">
      <AgreementCrumbs id={agreement.id} number={agreement.number} here={t("show.title")} />
      <PageTitle title={t("show.title")} lead={`${read.title}. ${shown.who}`} />
      {refused ? (
        <Note tone="warn" role="alert">
          <p>
            {t(`error.${refused.refused}`, {
              when: refused.until ? formatMoment(i18n.language, refused.until) : "",
            })}
          </p>
        </Note>
      ) : null}
      <AlertPanel alerts={alerts} typed={refused?.typed} />
      <div className="pk-two pk-two--right">
        <div className="pk-stack">
          <AttendanceChart weeks={weeks} soFar={soFar} today={today} />
          <section className="pk-stack" aria-labelledby="veckan">
            <div className="pk-panel__head">
              <h2 id="veckan">{t("show.weekOf", { week: sums.week, weeks: weeks.length })}</h2>
              <p className="pk-soft">
                {t("show.plannedReal", { planned: number(sums.planned), real: number(sums.real) })}
              </p>
            </div>
            <WeeksNav
              monday={sums.monday}
              before={before}
              after={after}
              at={(monday) => `${at}/narvaro?vecka=${monday}#veckan`}
            />
            {isWritable ? null : <Note>{t("form.closed")}</Note>}
            <WeekForm
              people={[shown]}
              suggestPlanned={false}
              named={false}
              submit={t("form.save")}
              answer={answer && !("refused" in answer) && "typed" in answer ? answer : null}
            />
          </section>
        </div>
        <aside className="pk-stack" aria-label={t("send.title")}>
          {isWritable && sums.monday <= today ? (
            <SendLinkPanel supervisor={supervisor} monday={sums.monday} />
          ) : null}
          <EarlierPanel entries={earlier} />
          <HandledPanel handled={handled} />
        </aside>
      </div>
    </div>
  );
}
