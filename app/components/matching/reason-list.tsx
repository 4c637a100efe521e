import { FitIcon } from "#app/components/matching/fit-icon";
import { reasonText, type Voice } from "#app/components/matching/reason-text";
import { useTexts } from "#app/components/ui/use-texts";
import type { Reason } from "#app/domain/matching/reason";

/** Lines of the examination as sentences, each with how it stands; `short` leaves the details for later. */
export function ReasonList(props: {
  reasons: readonly Reason[];
  voice: Voice;
  label: string;
  short?: boolean;
}) {
  const { t, i18n } = useTexts("matching");
  return (
    <ul className="pk-why" aria-label={props.label}>
      {props.reasons.map((reason) => {
        const { head, more } = reasonText(t, i18n.language, reason, props.voice);
        return (
          <li key={`${reason.code} ${head}`}>
            <FitIcon tone={reason.tone} />
            <span>
              <b>{head}</b> {props.short ? null : more}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
