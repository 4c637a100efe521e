import { Link } from "@remix-run/react";
import { AppetiteState } from "#app/components/organisations/appetite-state";
import { State } from "#app/components/ui/state";
import { useTexts } from "#app/components/ui/use-texts";
import { fatigueOf } from "#app/domain/organisations/fatigue";
import type { RegisterEmployer } from "#app/domain/organisations/register";
import { formatDate } from "#app/i18n/format";

/** An employer in the register: who it is, what is free, who holds the relation, and when somebody was last in touch. */
export function EmployerRow({ employer, limit }: { employer: RegisterEmployer; limit: number }) {
  const { t, i18n } = useTexts("register");
  const { last, ownerName, isMine, published, freeSlots, contacts, rings } = employer;
  return (
    <article className="pk-employer">
      <h3>
        <Link to={`/samordnare/arbetsgivare/${employer.id}`}>{employer.name}</Link>
      </h3>
      <p>
        <strong>{published > 0 ? t("row.free", { count: freeSlots }) : t("row.noPlacements")}</strong>
        <span className="pk-soft">
          {" · "}
          {[employer.localities.join(", "), t(`vocabulary:sector.${employer.sector}`)]
            .filter(Boolean)
            .join(" · ")}
        </span>
      </p>
      <p>
        {isMine ? t("row.ownerMine") : ownerName ? t("row.owner", { name: ownerName }) : t("row.noOwner")}{" "}
        {last
          ? t("row.last", { day: formatDate(i18n.language, last.on), name: last.userName })
          : t("row.never")}
      </p>
      <p className="pk-row">
        {employer.verified ? null : <State tone="neutral">{t("row.unverified")}</State>}
        <AppetiteState appetite={employer.appetite} />
        {fatigueOf(contacts, limit).isTired ? (
          <State tone="warn">{t("row.tired", { count: contacts })}</State>
        ) : null}
        {employer.askAgainOn ? (
          <span>{t("askAgainOn", { day: formatDate(i18n.language, employer.askAgainOn) })}</span>
        ) : null}
        {rings.length > 0 ? (
          <span className="pk-soft">{t("row.ring", { names: rings.join(", ") })}</span>
        ) : null}
      </p>
    </article>
  );
}
