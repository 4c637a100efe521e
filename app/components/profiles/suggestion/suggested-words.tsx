import { Note } from "#app/components/ui/note";
import { useTexts } from "#app/components/ui/use-texts";

/** What the participant could do at a workplace, in own words: to read beside the form, never copied into it. */
export function SuggestedWords({ words }: { words: string }) {
  const { t } = useTexts("plan");
  if (words === "") return null;
  return (
    <Note>
      <p>
        <strong>{t("inbox.words")}</strong>
      </p>
      <p className="pk-lines">{words}</p>
      <p className="pk-soft">{t("inbox.wordsHint")}</p>
    </Note>
  );
}
