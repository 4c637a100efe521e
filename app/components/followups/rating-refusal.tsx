import type { RatingAnswer } from "#app/components/followups/own-rating-form";
import { Note } from "#app/components/ui/note";
import { useTexts } from "#app/components/ui/use-texts";
import { placeOf } from "#app/domain/followups/form-place";
import { type InstrumentVersion, inLanguage } from "#app/domain/followups/instrument";

/** What is left to answer, first on the page, each a link to its statement. */
export function RatingRefusal(props: {
  answer: RatingAnswer | null;
  places: readonly { agreementId: string; who?: string; instrument: InstrumentVersion }[];
  say: "plain" | "statement";
}) {
  const { t, i18n } = useTexts("ratings");
  const { answer, places, say } = props;
  if (!answer) return null;
  if (answer.whole) {
    return (
      <Note tone="warn" role="alert">
        <p>{t(`error.${answer.whole}`)}</p>
      </Note>
    );
  }
  const lines = places.flatMap(({ agreementId, who, instrument }, index) =>
    (answer.missing[agreementId] ?? []).map((id) => {
      const item = instrument.items.find((one) => one.id === id);
      const text = item ? inLanguage(item[say], i18n.language) : id;
      return {
        to: `#${placeOf(index)}-${id}`,
        text: who ? `${who}: ${text}` : text,
      };
    }),
  );
  if (lines.length === 0) return null;
  return (
    <Note tone="warn" role="alert">
      <p>
        <strong>{t("shell:toMend", { count: lines.length })}</strong>{" "}
        {t(say === "plain" ? "error.incompleteOwn" : "error.incomplete")}
      </p>
      <ul className="pk-problems">
        {lines.map(({ to, text }) => (
          <li key={to}>
            <a href={to}>{text}</a>
          </li>
        ))}
      </ul>
    </Note>
  );
}
