import { Note } from "#app/components/ui/note";
import { useTexts } from "#app/components/ui/use-texts";

/** What the coordinator asked for before the listing can be published. */
export function MoreNote({
  more,
}: {
  more: { reasons: readonly string[]; note: string; callName: string; callPhone: string };
}) {
  const { t } = useTexts("offer");
  return (
    <Note tone="warn">
      <p>
        <strong>{t("morePlease.title")}</strong>
      </p>
      <ul className="pk-list">
        {more.reasons.map((reason) => (
          <li key={reason}>{t(`reason.${reason}`)}</li>
        ))}
      </ul>
      {more.note ? <p className="pk-prose">{more.note}</p> : null}
      {more.callPhone ? <p>{t("morePlease.call", { name: more.callName, phone: more.callPhone })}</p> : null}
    </Note>
  );
}
