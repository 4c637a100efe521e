import { Link } from "@remix-run/react";
import { State } from "#app/components/ui/state";
import { useTexts } from "#app/components/ui/use-texts";
import type { MeetingStatus } from "#app/domain/profiles/meeting";
import { formatMoment } from "#app/i18n/format";

export type MeetingRow = {
  id: string;
  at: string;
  place: string;
  status: MeetingStatus;
  cases: number;
  parties: string[];
};
const tones = { planned: "info", held: "ok", cancelled: "neutral" } as const;

/** Case meetings, one row each. */
export function MeetingRows({ meetings }: { meetings: MeetingRow[] }) {
  const { t, i18n } = useTexts("referrals");
  return (
    <ul className="pk-rows">
      {meetings.map((meeting) => (
        <li key={meeting.id}>
          <div>
            <p>
              <Link to={`/arendemoten/${meeting.id}`}>
                <strong>{formatMoment(i18n.language, meeting.at)}</strong>
              </Link>
              {meeting.place ? `, ${meeting.place}` : null}
            </p>
            <p className="pk-soft">{meeting.parties.join(", ")}</p>
          </div>
          <span>{t("meeting.cases", { count: meeting.cases })}</span>
          <State tone={tones[meeting.status]}>{t(`meeting.status.${meeting.status}`)}</State>
        </li>
      ))}
    </ul>
  );
}
