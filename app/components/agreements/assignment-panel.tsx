import { useTexts } from "#app/components/ui/use-texts";
import type { AgreementDraft } from "#app/domain/agreements/draft";
import { formatDate, formatNumber } from "#app/i18n/format";

/** What the placement is for: the agency's assignment in one line, or the purpose in words. */
export function AssignmentPanel({ content }: { content: AgreementDraft }) {
  const { t, i18n } = useTexts("agreements");
  const { assignment, parties, purpose } = content;
  if (!assignment || !parties.agency) {
    return (
      <section className="pk-panel pk-order" aria-label={t("show.noAssignment")}>
        <span className="pk-label">{t("show.noAssignment")}</span>
        <blockquote>{purpose}</blockquote>
      </section>
    );
  }
  const { hoursPerWeek, weeks, question, reportDueOn } = assignment;
  return (
    <section className="pk-panel pk-order" aria-label={t("field.assignment")}>
      <span className="pk-label">{t("show.assignment", { agency: parties.agency.name })}</span>
      <blockquote>
        {hoursPerWeek !== null && weeks !== null
          ? t("show.try", { hours: formatNumber(i18n.language, hoursPerWeek), weeks })
          : purpose}
      </blockquote>
      <dl>
        <div>
          <dt>{t("show.question")}</dt>
          <dd>{question}</dd>
        </div>
        <div>
          <dt>{t("show.purpose")}</dt>
          <dd>{purpose}</dd>
        </div>
        {parties.agency.caseWorker ? (
          <div>
            <dt>{t("show.caseWorker")}</dt>
            <dd>{parties.agency.caseWorker}</dd>
          </div>
        ) : null}
        {reportDueOn ? (
          <div>
            <dt>{t("show.reportDue")}</dt>
            <dd>{formatDate(i18n.language, reportDueOn)}</dd>
          </div>
        ) : null}
      </dl>
    </section>
  );
}
