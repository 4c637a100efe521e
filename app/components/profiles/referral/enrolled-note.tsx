import { Link } from "@remix-run/react";
import { Note } from "#app/components/ui/note";
import { useTexts } from "#app/components/ui/use-texts";
import { formatDate } from "#app/i18n/format";

/** Tells that the person seems to be a participant already, and what becomes of the referral then. */
export function EnrolledNote(props: {
  enrolled: { reference: string; closedOn: string | null; by: "email" | "name" };
}) {
  const { reference, closedOn, by } = props.enrolled;
  const { t, i18n } = useTexts("referrals");
  return (
    <Note>
      <p>
        {t(`show.enrolled.${by}`)} <Link to={`/deltagare/${encodeURIComponent(reference)}`}>{reference}</Link>
      </p>
      <p>{t("show.enrolled.takenUp")}</p>
      {closedOn ? <p>{t("show.enrolled.back", { day: formatDate(i18n.language, closedOn) })}</p> : null}
    </Note>
  );
}
