import { Link } from "@remix-run/react";
import { useTexts } from "#app/components/ui/use-texts";

/** Save, or leave without. */
export function FormActions({ cancelTo }: { cancelTo: string }) {
  const { t } = useTexts("register");
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
