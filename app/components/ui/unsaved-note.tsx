import { useTexts } from "#app/components/ui/use-texts";

/** Where no script can ask before the page is left: says that only what is saved stays. */
export function UnsavedNote() {
  const { t } = useTexts("shell");
  return (
    <noscript>
      <p className="pk-note">{t("unsavedNote")}</p>
    </noscript>
  );
}
