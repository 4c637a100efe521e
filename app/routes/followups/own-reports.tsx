import { useLoaderData } from "@remix-run/react";
import { ReportView } from "#app/components/followups/report-view";
import { Crumbs } from "#app/components/ui/crumbs";
import { PageTitle } from "#app/components/ui/page-title";
import { useTexts } from "#app/components/ui/use-texts";
import { page, unwrap } from "#app/http/handler.server";
import { readOwnReports } from "#app/services/followups/own-reports.server";

export const loader = page(["participant"], async ({ actor }) => unwrap(await readOwnReports(actor)));

/** The page's title, read by root. */
export const handle = { title: "assignment:report.own" };

/** What was written about the participant to the agency that asked: the same words, and the hours behind them. */
export default function OwnReports() {
  const { reports } = useLoaderData<typeof loader>();
  const { t } = useTexts(["assignment", "today"]);
  return (
    <div className="pk-stack">
      <Crumbs steps={[{ to: "/min-sida", text: t("today:title") }]} here={t("report.own")} />
      <PageTitle title={t("report.own")} lead={t("report.ownLead")} />
      {reports.length === 0 ? <p>{t("report.ownNone")}</p> : null}
      {reports.map(({ agencyName, report }) => (
        <section className="pk-stack" key={report.id} aria-label={agencyName}>
          <h2>{agencyName}</h2>
          <ReportView report={report} reader="own" />
        </section>
      ))}
    </div>
  );
}
