import { Icon } from "#app/components/ui/icon";
import { useTexts } from "#app/components/ui/use-texts";
import type { OwnerChange } from "#app/domain/organisations/register";
import { formatDate } from "#app/i18n/format";

/** How a relation went from one coordinator to the next, the newest first. */
export function OwnerHistory({ history }: { history: OwnerChange[] }) {
  const { t, i18n } = useTexts("register");
  return (
    <section className="pk-panel pk-stack" aria-labelledby="historia">
      <h2 id="historia">{t("owner.history")}</h2>
      {history.length === 0 ? <p>{t("owner.noHistory")}</p> : null}
      <ol className="pk-line">
        {history.map(({ id, how, status, fromName, toName, byName, reason, note, at }) => (
          <li key={id}>
            <Icon name="person" />
            <b>{t(`owner.how.${how}`, { from: fromName, to: toName, by: byName })}</b>
            {how === "proposed" ? <span>{t(`owner.status.${status}`)}</span> : null}
            {reason ? <span>{t(`owner.reasons.${reason}`)}</span> : null}
            {note ? <span>{note}</span> : null}
            <time dateTime={at}>{formatDate(i18n.language, at)}</time>
          </li>
        ))}
      </ol>
    </section>
  );
}
