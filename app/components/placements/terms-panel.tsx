import { useTexts } from "#app/components/ui/use-texts";
import type { Financing } from "#app/domain/placements/vocabulary";
import { formatNumber } from "#app/i18n/format";

type Terms = {
  contactName: string | null;
  contactEmail: string | null;
  contactPhone: string | null;
  supervisor: string;
  financing: Financing;
  costPerWeek: number | null;
  calledOffBy: string | null;
};

/** What staff and the employer read beside a placement: whom to call, who supervises, what it costs. */
export function TermsPanel({ terms }: { terms: Terms }) {
  const { t, i18n } = useTexts("placements");
  const { contactName, contactEmail, contactPhone, supervisor, costPerWeek, calledOffBy } = terms;
  return (
    <section className="pk-panel pk-stack" aria-labelledby="for-personal">
      <h2 id="for-personal">{t("show.staff.title")}</h2>
      <dl className="pk-dl">
        <div>
          <dt>{t("show.staff.contact")}</dt>
          <dd>
            {contactName ?? t("show.staff.noContact")}
            {contactPhone ? (
              <>
                <br />
                <a href={`tel:${contactPhone.replace(/[^+\d]/g, "")}`}>{contactPhone}</a>
              </>
            ) : null}
            {contactEmail ? (
              <>
                <br />
                <a href={`mailto:${contactEmail}`}>{contactEmail}</a>
              </>
            ) : null}
          </dd>
        </div>
        {supervisor ? (
          <div>
            <dt>{t("show.staff.supervisor")}</dt>
            <dd>{supervisor}</dd>
          </div>
        ) : null}
        <div>
          <dt>{t("show.staff.paid")}</dt>
          <dd>
            {t(`form.financings.${terms.financing}`)}
            {costPerWeek === null
              ? null
              : `, ${t("show.staff.cost", { cost: formatNumber(i18n.language, costPerWeek) })}`}
          </dd>
        </div>
        {calledOffBy ? (
          <div>
            <dt>{t("show.staff.calledOffBy")}</dt>
            <dd>{calledOffBy}</dd>
          </div>
        ) : null}
      </dl>
    </section>
  );
}
