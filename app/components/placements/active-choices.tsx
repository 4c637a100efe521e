import { Link } from "@remix-run/react";
import { Icon } from "#app/components/ui/icon";
import { useTexts } from "#app/components/ui/use-texts";
import type { Choice } from "#app/domain/placements/search-choices";
import { formatDate } from "#app/i18n/format";

/** What is chosen: each chip is a link to the same search without it. */
export function ActiveChoices({ choices }: { choices: Choice[] }) {
  const { t } = useTexts("placements");
  if (choices.length === 0) return null;
  return (
    <nav className="pk-active" aria-label={t("list.chosen")}>
      {choices.map((choice) => (
        <Link
          key={`${choice.field} ${choice.value}`}
          to={`/platser${choice.without ? `?${choice.without}` : ""}`}
        >
          <ChoiceText choice={choice} />
          <span className="ds-sr-only">, {t("list.remove")}</span>
          <Icon name="remove" small />
        </Link>
      ))}
      <Link className="pk-active__clear" to="/platser">
        {t("list.clear")}
      </Link>
    </nav>
  );
}

const vocabularies: Partial<Record<Choice["field"], string>> = {
  typ: "vocabulary:kind",
  uppgift: "vocabulary:task",
  anpassning: "vocabulary:adaptation",
  behov: "need",
  svenska: "swedish",
};

function ChoiceText({ choice: { field, value } }: { choice: Choice }) {
  const { t, i18n } = useTexts("placements");
  const words = vocabularies[field];
  // A word that no list knows is shown as it was written: the error beside the form explains it.
  if (words) return <>{t(`${words}.${value}`, { defaultValue: value })}</>;
  const day = new Date(`${value}T12:00:00Z`);
  const said = field === "fran" && !Number.isNaN(day.getTime()) ? formatDate(i18n.language, day) : value;
  return <>{t(`choice.${field}`, { value: said })}</>;
}
