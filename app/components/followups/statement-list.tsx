import { useTexts } from "#app/components/ui/use-texts";
import { inLanguage, type RatingItem } from "#app/domain/followups/instrument";

/** The statements of a version in words: as supervisors and coaches read them, as the participant does, and the scale's ends. */
export function StatementList({ items }: { items: readonly RatingItem[] }) {
  const { t, i18n } = useTexts("ratings");
  const text = (both: RatingItem["low"]) => inLanguage(both, i18n.language);
  return (
    <ol className="pk-events">
      {items.map((item) => (
        <li key={item.id}>
          <b>{text(item.statement)}</b>
          <span>{text(item.plain)}</span>
          <span className="pk-soft">
            {t("link.scale", { low: text(item.low), high: text(item.high) })}
            {item.isHealth ? `. ${t("admin.health")}.` : ""}
          </span>
        </li>
      ))}
    </ol>
  );
}
