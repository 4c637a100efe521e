import { Link } from "@remix-run/react";
import { ProfileStatus } from "#app/components/profiles/profile-status";
import { useTexts } from "#app/components/ui/use-texts";
import type { ListedParticipant } from "#app/domain/profiles/participant";
import { formatDate } from "#app/i18n/format";

/** One participant in the list: a code and how it stands, never a name. */
export function ParticipantRow({ participant }: { participant: ListedParticipant }) {
  const { t, i18n } = useTexts("profiles");
  const { reference, hidden, municipality, status, hasConsent, openProposals, updatedOn } = participant;
  const facts = hidden
    ? [t("list.protected")]
    : [
        municipality ?? t("form.unknown"),
        `${t("list.consent")}: ${t(hasConsent ? "list.hasConsent" : "list.noConsent").toLowerCase()}`,
        `${t("list.proposals")}: ${openProposals}`,
      ];
  return (
    <li>
      <Link to={`/deltagare/${encodeURIComponent(reference)}`}>{reference}</Link>
      <span>
        <ProfileStatus status={status} />
      </span>
      <span>{facts.join(" · ")}</span>
      <span className="pk-soft pk-small">{`${t("list.updated")} ${formatDate(i18n.language, updatedOn)}`}</span>
    </li>
  );
}
