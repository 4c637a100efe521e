import { Icon } from "#app/components/ui/icon";
import { useTexts } from "#app/components/ui/use-texts";
import type { SuggestionTurn } from "#app/domain/profiles/suggestion";
import { formatDate } from "#app/i18n/format";

/** How it has gone with a suggestion: to the participant (`own`) in plain words, to staff with who. */
export function SuggestionTurns({ turns, own }: { turns: SuggestionTurn[]; own?: boolean }) {
  const { t, i18n } = useTexts(["plan", "referrals"]);
  return (
    <ol className="pk-line">
      {turns.map((turn) => (
        <li key={turn.id}>
          <Icon name="checkCircle" />
          <b>{t(own ? `suggestion.turn.${turn.to}` : `inbox.status.${turn.to}`)}</b>
          {own ? null : (
            <span>
              {turn.byRole === "participant"
                ? t("referrals:show.participant")
                : t("referrals:show.by", {
                    name: turn.byName,
                    role: t(`referrals:show.role.${turn.byRole}`),
                  })}
            </span>
          )}
          <time dateTime={turn.at}>{formatDate(i18n.language, turn.at)}</time>
        </li>
      ))}
    </ol>
  );
}
