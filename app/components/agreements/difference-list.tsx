import { useTranslation } from "react-i18next";
import { differenceText } from "#app/components/agreements/agreement-words";
import type { Difference } from "#app/domain/agreements/differences";

/** What an amendment changes, a sentence each. */
export function DifferenceList({ differences }: { differences: readonly Difference[] }) {
  const { t, i18n } = useTranslation("agreements");
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
