import type { SubmissionResult } from "@conform-to/react";
import { hoursText } from "#app/components/agreements/agreement-words";
import { AssignmentThread } from "#app/components/followups/assignment-thread";
import { WeeksFigure, WeekTable } from "#app/components/followups/attendance-chart";
import { ReportView } from "#app/components/followups/report-view";
import { VerdictForm } from "#app/components/followups/verdict-form";
import { FactList } from "#app/components/ui/fact-list";
import { LinkButton } from "#app/components/ui/link-button";
import { Unfold } from "#app/components/ui/unfold";
import { useTexts } from "#app/components/ui/use-texts";
import type { AgreementContent } from "#app/domain/agreements/content";
import type { AssignmentMessage, AssignmentReport, Milestone } from "#app/domain/followups/assignment-report";
import { sumsSoFar, type WeekSums } from "#app/domain/followups/week-sums";
import { formatDate, formatNumber } from "#app/i18n/format";

type Shown = {
  id: string;
  number: string;
  title: string;
  assignment: AgreementContent["assignment"];
  milestones: readonly { milestone: Milestone; day: string }[];
  reports: readonly AssignmentReport[];
  messages: readonly AssignmentMessage[];
  isRecorded: boolean;
};
type Refused = { intent: string; of: string; result: SubmissionResult } | null;

/** One agreement as the agency follows it: the assignment, the hours, the reports and the questions. */
export function CaseAssignment(props: {
  agreement: Shown;
  weeks: readonly WeekSums[];
  today: string;
  formKey: string;
  refused: Refused;
}) {
  const { t, i18n } = useTexts(["assignment", "agreements", "attendance"]);
  const { agreement, weeks, today, formKey, refused } = props;
  const { id, number, title, assignment, milestones, reports, messages, isRecorded } = agreement;
  const resultOf = (intent: string, of: string) =>
    refused?.intent === intent && refused.of === of ? refused.result : null;
  const next = milestones.find(({ milestone }) => !reports.some((one) => one.milestone === milestone));
  return (
    <section className="pk-stack" aria-labelledby={`avtal-${id}`}>
      <h2 id={`avtal-${id}`}>
        {title} <span className="pk-soft">{number}</span>
      </h2>
      <div className="pk-row">
        <LinkButton to={`/handlaggare/overenskommelser/${id}`}>
          {t("case.agreement")}
          <span className="ds-sr-only"> {number}</span>
        </LinkButton>
        {isRecorded ? (
          <a
            className="ds-button"
            data-variant="secondary"
            href={`/overenskommelser/${id}/sammanfattning.pdf`}
          >
            {t("case.summary")}
          </a>
        ) : null}
      </div>
      {assignment ? (
        <div className="pk-panel pk-stack">
          <h3>{t("case.assignment")}</h3>
          <FactList
            facts={[
              [t("case.question"), assignment.question],
              [
                t("case.size"),
                t("case.sizeText", {
                  hours: hoursText(t, i18n.language, assignment.hoursPerWeek),
                  weeks: assignment.weeks,
                }),
              ],
              [t("case.due"), formatDate(i18n.language, assignment.reportDueOn)],
            ]}
          />
        </div>
      ) : (
        <p>{t("case.noAssignment")}</p>
      )}
      <Hours weeks={weeks} today={today} />
      {assignment ? (
        <>
          <div className="pk-stack">
            <h3>{t("report.reports")}</h3>
            {reports.length === 0 ? (
              <p>
                {next
                  ? t("report.none", { day: formatDate(i18n.language, next.day) })
                  : t("report.noneLater")}
              </p>
            ) : null}
            {reports.map((report) => (
              <ReportView key={report.id} report={report} reader="agency">
                {report.verdict && !resultOf("utlatande", report.id) ? null : (
                  <VerdictForm
                    reportId={report.id}
                    agreementId={id}
                    result={resultOf("utlatande", report.id)}
                  />
                )}
              </ReportView>
            ))}
          </div>
          <AssignmentThread
            key={messages.length}
            messages={messages}
            reader="agency"
            formKey={formKey}
            agreementId={id}
            result={resultOf("fraga", id)}
          />
        </>
      ) : null}
    </section>
  );
}

/** Planned against real, week by week: drawn, and the same as a table. Never a day or why. */
function Hours({ weeks, today }: { weeks: readonly WeekSums[]; today: string }) {
  const { t, i18n } = useTexts("assignment");
  if (weeks.length === 0) return null;
  const soFar = sumsSoFar(weeks, today);
  const number = (value: number) => formatNumber(i18n.language, value, 2);
  return (
    <div className="pk-panel">
      <div className="pk-panel__head">
        <h3>{t("case.hours")}</h3>
        <p className="pk-soft">
          {t("case.soFar", { real: number(soFar.real), planned: number(soFar.planned) })}
        </p>
      </div>
      <WeeksFigure weeks={weeks} today={today} label={t("case.chart")} />
      <Unfold title={t("case.table")}>
        <WeekTable weeks={weeks} today={today} />
      </Unfold>
    </div>
  );
}
