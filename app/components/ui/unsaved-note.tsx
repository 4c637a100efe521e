import { useTranslation } from "react-i18next";

/** Where no script can ask before the page is left: says that only what is saved stays. */
export function UnsavedNote() {
  const { t } = useTranslation("shell");
  return (
    <noscript>
      <p className="pk-note">{t("unsavedNote")}</p>
    </noscript>
  );
}
