import { useTexts } from "#app/components/ui/use-texts";

export type ConflictRow = { key: string; label: string; saved: string; yours: string };

/** Somebody saved in another tab: what they left and what was typed here, side by side. Nothing is lost. */
export function ConflictNote({ rows }: { rows: ConflictRow[] }) {
  const { t } = useTexts("profiles");
  return (
    <section className="pk-note" data-tone="warn" aria-labelledby="conflict" role="alert">
      <div>
        <h2 id="conflict" className="pk-note__title">
          {t("conflict.title")}
        </h2>
        <p>{t("conflict.text")}</p>
        {rows.length === 0 ? (
          <p>{t("conflict.same")}</p>
        ) : (
          <ul className="pk-differences">
            {rows.map((row) => (
              <li key={row.key}>
                <b>{row.label}</b>
                <span>
                  {t("conflict.saved")}: {row.saved || t("profile.unanswered")}
                </span>
                <span>
                  {t("conflict.yours")}: {row.yours || t("profile.unanswered")}
                </span>
              </li>
            ))}
          </ul>
        )}
      </div>
    </section>
  );
}
