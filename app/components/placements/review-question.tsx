import { Note } from "#app/components/ui/note";
import { useTexts } from "#app/components/ui/use-texts";

const named: Record<string, string> = {
  title: "summary.title",
  description: "summary.words",
  workplaceName: "summary.workplace",
  otherRequirements: "summary.requirements",
  lat: "pin.title",
  lon: "pin.title",
};

/** What the employer was asked, and which answers are others since. */
export function ReviewQuestion(props: {
  asked: { userName: string; reasons: readonly string[]; note: string };
  changed: readonly string[];
}) {
  const { t } = useTexts("offer");
  const { asked, changed } = props;
  const nameOf = (field: string) =>
    field.startsWith("demand_")
      ? t(`vocabulary:demand.${field.slice("demand_".length)}`)
      : t(named[field] ?? `field.${field}`);
  return (
    <Note>
      <p>
        <strong>{t("review.asked", { name: asked.userName })}</strong>
      </p>
      <ul className="pk-list">
        {asked.reasons.map((reason) => (
          <li key={reason}>{t(`reason.${reason}`)}</li>
        ))}
      </ul>
      {asked.note ? <p className="pk-prose">{asked.note}</p> : null}
      <p>
        {changed.length > 0
          ? t("review.changed", { fields: [...new Set(changed.map(nameOf))].join(", ") })
          : t("review.unchanged")}
      </p>
    </Note>
  );
}
