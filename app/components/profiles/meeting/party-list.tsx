import { useTexts } from "#app/components/ui/use-texts";
import type { MeetingParty } from "#app/domain/profiles/meeting";

/** What somebody at a meeting is called. */
export function partyName({ name, agency }: Pick<MeetingParty, "name" | "agency">): string {
  return name && agency ? `${name}, ${agency}` : name || agency || "";
}

/** Who takes part. */
export function PartyList({ parties }: { parties: MeetingParty[] }) {
  const { t } = useTexts("referrals");
  if (parties.length === 0) return <p>{t("meeting.noParties")}</p>;
  return (
    <ul className="pk-people-chips">
      {parties.map((party) => (
        <li key={party.id}>{partyName(party)}</li>
      ))}
    </ul>
  );
}
