import { useTranslation } from "react-i18next";
import { Icon } from "#app/components/ui/icon";
import type { FoldedLook } from "#app/domain/audit/looks";
import { formatDate, formatMoment } from "#app/i18n/format";

/** Who has read or changed the participant's data, newest first; what was done often in a day is one line. */
export function Looks({ looks }: { looks: readonly FoldedLook[] }) {
  const { t, i18n } = useTranslation(["proposals", "vocabulary"]);
  return (
    <section className="pk-panel pk-stack" aria-labelledby="tittat">
      <h2 id="tittat">{t("mine.seen")}</h2>
      <p>{t("mine.seenLead")}</p>
      {looks.length === 0 ? <p>{t("mine.nobody")}</p> : null}
      <ul className="pk-seen">
        {looks.map((look) => (
          <li key={look.id}>
            <Icon name="person" />
            <b>{t("show.by", { name: look.by, role: t(`vocabulary:role.${look.role}`) })}</b>
            <span>
              {t(`did.${look.action.replace(".", "_")}`)},{" "}
              {look.times === 1
                ? formatMoment(i18n.language, look.at)
                : t("mine.times", { count: look.times, day: formatDate(i18n.language, look.at) })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
