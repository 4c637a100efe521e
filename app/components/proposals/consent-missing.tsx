import { Link } from "@remix-run/react";
import { Note } from "#app/components/ui/note";
import { useTexts } from "#app/components/ui/use-texts";

/** To the participant: no employer is asked as long as the consent to be shown is missing, and where to give it. */
export function ConsentMissing() {
  const { t } = useTexts("proposals");
  return (
    <Note tone="warn">
      <p>{t("mine.consentMissing")}</p>
      <p>
        <Link className="pk-tap" to="/min-sida/samtycken">
          {t("mine.readConsents")}
        </Link>
      </p>
    </Note>
  );
}
