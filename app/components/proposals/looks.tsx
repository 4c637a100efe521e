import { Link } from "@remix-run/react";
import { Icon } from "#app/components/ui/icon";
import { Pager } from "#app/components/ui/pager";
import { useTexts } from "#app/components/ui/use-texts";
import type { Look } from "#app/domain/audit/looks";
import { formatDate } from "#app/i18n/format";

/**
 * Who has read or changed the participant's data, newest first: the latest, or a page of all. `today` is an ISO date,
 * `page` null for the latest.
 */
export function Looks(props: { looks: readonly Look[]; today: string; page: number | null; more: boolean }) {
  const { looks, page, more } = props;
  const { t, i18n } = useTexts(["proposals", "vocabulary"]);
  return (
    <section className="pk-panel pk-stack" aria-labelledby="tittat">
      <h2 id="tittat">{t("mine.seen")}</h2>
      <p>{t("mine.seenLead")}</p>
      {looks.length === 0 ? <p>{t("mine.nobody")}</p> : null}
      <ul className="pk-seen">
        {looks.map((look) => (
          <li key={look.id}>
            <Icon name="person" />
            <b>
              {look.role === "participant"
                ? t("mine.you")
                : t("show.by", { name: look.by, role: t(`vocabulary:role.${look.role}`) })}
            </b>
            <span>
              {t(`did.${look.action.replace(".", "_")}`)}{" "}
              {look.day === props.today ? t("mine.today") : formatDate(i18n.language, look.day)}
            </span>
          </li>
        ))}
      </ul>
      {page !== null ? (
        <>
          <Pager page={page} pages={null} more={more} hrefOf={(to) => `/min-sida?tittat=${to}#tittat`} />
          <Link to="/min-sida#tittat">{t("mine.fewSeen")}</Link>
        </>
      ) : null}
      {page === null && more ? <Link to="/min-sida?tittat=1#tittat">{t("mine.allSeen")}</Link> : null}
    </section>
  );
}
