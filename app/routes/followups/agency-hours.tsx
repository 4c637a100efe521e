import { useLoaderData } from "@remix-run/react";
import { WeekTable } from "#app/components/followups/attendance-chart";
import { Crumbs } from "#app/components/ui/crumbs";
import { PageTitle } from "#app/components/ui/page-title";
import { useTexts } from "#app/components/ui/use-texts";
import { page, unwrap } from "#app/http/handler.server";
import { readWeeklyHours } from "#app/services/followups/read-attendance.server";

export const loader = page(["case_worker"], async ({ actor, params }) => {
  const id = params.id ?? "";
  return { id, ...unwrap(await readWeeklyHours(actor, id)) };
});

/** The page's title, read by root. */
export const handle = { title: "attendance:agency.title" };

/** Planned and real hours of each week, for the case worker who commissioned it; never a day or why. */
export default function AgencyHours() {
  const { id, number, title, weeks, today } = useLoaderData<typeof loader>();
  const { t } = useTexts(["attendance", "agreements"]);
  return (
    <div className="pk-stack">
      <Crumbs
        steps={[
          { to: "/handlaggare", text: t("shell:nav.cases") },
          { to: `/handlaggare/overenskommelser/${id}`, text: number },
        ]}
        here={t("agency.title")}
      />
      <PageTitle title={t("agency.title")} lead={`${title}. ${t("agency.lead")}`} />
      <div className="pk-panel">
        <WeekTable weeks={weeks} today={today} />
      </div>
    </div>
  );
}
