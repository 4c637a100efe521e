import type { ReactNode } from "react";
import { State } from "#app/components/ui/state";
import { useTexts } from "#app/components/ui/use-texts";
import type { AssignmentReport, ReportFacts } from "#app/domain/followups/assignment-report";
import { formatDate, formatDateTime, formatNumber } from "#app/i18n/format";

const tones = { yes: "ok", partly: "info", no: "warn" } as const;

/** One report: the answer, the words, the hours behind it, and what the case worker said. */
export function ReportView(props: {
  report: AssignmentReport;
  reader: "agency" | "staff" | "own";
  children?: ReactNode;
}) {
  const { t, i18n } = useTexts("assignment");
  const { report, reader, children } = props;
  const { milestone, answer, words, facts, writtenByName: name, sentAt, verdict } = report;
  const when = (moment: string) => formatDateTime(i18n.language, moment);
  return (
    <article className="pk-panel pk-stack" aria-labelledby={`rapport-${report.id}`}>
      <div className="pk-panel__head">
        <h3 id={`rapport-${report.id}`}>{t(`milestone.${milestone}`)}</h3>
        <State tone={tones[answer]}>
          {t("report.fulfilled")} {t(`answers.${answer}`)}
        </State>
      </div>
      <p className="pk-lines">{words}</p>
      <FactsText facts={facts} />
      <p className="pk-soft pk-small">
        {sentAt ? t("report.sent", { when: when(sentAt), name }) : t("report.notSent")}
      </p>
      {verdict ? (
        <p>
          <b>
            {t(reader === "agency" ? "say.said" : "report.verdict", {
              name: verdict.byName,
              when: when(verdict.at),
              verdict: t(`verdict.${verdict.kind}`),
            })}
          </b>{" "}
          <span className="pk-lines">{verdict.words}</span>
        </p>
      ) : null}
      {!verdict && sentAt && reader === "staff" ? <p className="pk-soft">{t("report.waits")}</p> : null}
      {children}
    </article>
  );
}

/** The hours behind a report, in words. */
export function FactsText({ facts }: { facts: ReportFacts }) {
  const { t, i18n } = useTexts("assignment");
  const number = (value: number) => formatNumber(i18n.language, value, 2);
  const { weeks, planned, real, until, lastWeek } = facts;
  if (weeks === 0) return <p>{t("report.noFacts")}</p>;
  return (
    <p>
      {t("report.factsText", {
        count: weeks,
        real: number(real),
        planned: number(planned),
        until: formatDate(i18n.language, until),
      })}{" "}
      {lastWeek
        ? t("report.lastWeek", { real: number(lastWeek.real), planned: number(lastWeek.planned) })
        : null}
    </p>
  );
}
