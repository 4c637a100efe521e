import { differenceText } from "#app/components/agreements/agreement-words";
import { useTexts } from "#app/components/ui/use-texts";
import type { Difference } from "#app/domain/agreements/differences";

/** What an amendment changes, a sentence each. */
export function DifferenceList({ differences }: { differences: readonly Difference[] }) {
  const { t, i18n } = useTexts("agreements");
  if (differences.length === 0) return <p>{t("difference.none")}</p>;
  return (
    <ul className="pk-plain">
      {differences
        .map((one) => differenceText(t, i18n.language, one))
        .map((text) => (
          <li key={text}>{text}</li>
        ))}
    </ul>
  );
}
