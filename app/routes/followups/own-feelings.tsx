import { data } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { FeelingForm } from "#app/components/followups/feeling-form";
import { Crumbs } from "#app/components/ui/crumbs";
import { PageTitle } from "#app/components/ui/page-title";
import { useTexts } from "#app/components/ui/use-texts";
import { feelingFormSchema } from "#app/domain/followups/feeling";
import { page, redirectWith, submit, unwrap } from "#app/http/handler.server";
import { formatLongDay } from "#app/i18n/format";
import { today } from "#app/platform/clock.server";
import { readOwnFeelings, sayFeeling } from "#app/services/followups/say-feeling.server";

export const loader = page(["participant"], async ({ actor }) => ({
  ...unwrap(await readOwnFeelings(actor)),
  today: today(),
}));

/** Takes the day's answer (`kansla`, 1 to 5), from here and from the own page. */
export const action = submit(["participant"], async ({ actor, form }) => {
  const parsed = feelingFormSchema.safeParse(Object.fromEntries(form));
  if (!parsed.success) return data({ error: "feeling_missing" }, 400);
  unwrap(await sayFeeling(actor, parsed.data.kansla));
  return redirectWith("/min-sida", "feeling_saved");
});

/** The page's title, read by root. */
export const handle = { title: "today:feeling.historyTitle" };

/** How it has felt, day by day: the participant's own answers. */
export default function OwnFeelings() {
  const { days, today } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t, i18n } = useTexts(["today", "proposals"]);
  return (
    <div className="pk-stack">
      <Crumbs steps={[{ to: "/min-sida", text: t("title") }]} here={t("feeling.historyTitle")} />
      <PageTitle title={t("feeling.historyTitle")} lead={t("feeling.historyLead")} />
      <FeelingForm
        today={days.find(({ day }) => day === today)?.value ?? null}
        coach={null}
        error={answer && "error" in answer ? answer.error : null}
        history={false}
      />
      {days.length === 0 ? (
        <p>{t("feeling.none")}</p>
      ) : (
        <div className="pk-panel">
          <table className="pk-table">
            <caption className="ds-sr-only">{t("feeling.historyTitle")}</caption>
            <thead>
              <tr>
                <th scope="col">{t("feeling.day")}</th>
                <th scope="col">{t("feeling.answer")}</th>
              </tr>
            </thead>
            <tbody>
              {days.map(({ day, value }) => (
                <tr key={day}>
                  <th scope="row">{formatLongDay(i18n.language, day)}</th>
                  <td>{t(`feeling.${value}`)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </div>
  );
}
