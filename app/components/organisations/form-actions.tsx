import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";

/** Save, or leave without. */
export function FormActions({ cancelTo }: { cancelTo: string }) {
  const { t } = useTranslation("register");
  return (
    <div className="pk-actions pk-row">
      <button className="ds-button" type="submit">
        {t("form.save")}
      </button>
      <Link className="ds-button" data-variant="tertiary" to={cancelTo}>
        {t("form.cancel")}
      </Link>
    </div>
  );
}
