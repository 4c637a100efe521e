import { useTexts } from "#app/components/ui/use-texts";
import type { SupervisorReference } from "#app/domain/agreements/supervisor-reference";

/** What the supervisor has said, to staff, to the supervisor, and in the participant's own words with `own`. */
export function ReferenceWords({ said, own = false }: { said: SupervisorReference; own?: boolean }) {
  const { t } = useTexts("closing");
  const { supervisorName: name, wentWell, recommends, contact, mayCertify } = said;
  const voice = own
    ? t(recommends ? "own.contact" : "own.noContact", { name, contact })
    : t(recommends ? "reference.referenceYes" : "reference.referenceNo", { contact });
  return (
    <>
      <p className="pk-soft">{t("own.saidBy", { name })}</p>
      <blockquote className="pk-lines">{wentWell}</blockquote>
      <p>{voice}</p>
      {own ? null : <p>{t(mayCertify ? "reference.certifyYes" : "reference.certifyNo")}</p>}
      {own && !mayCertify ? <p>{t("own.referenceNo")}</p> : null}
    </>
  );
}
