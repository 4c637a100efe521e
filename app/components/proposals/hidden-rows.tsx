import { Note } from "#app/components/ui/note";
import { useTexts } from "#app/components/ui/use-texts";

/** How many tasks and comments are about protected identities: they are in no list. None is nothing. */
export function HiddenRows({ count }: { count: number }) {
  const { t } = useTexts("todo");
  if (count === 0) return null;
  return (
    <Note>
      <p>
        <strong>{t("hiddenRows.title", { count })}</strong>
      </p>
      <p>{t("hiddenRows.text")}</p>
    </Note>
  );
}
