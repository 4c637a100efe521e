import { useTexts } from "#app/components/ui/use-texts";
import type { WorkProfileStatus } from "#app/domain/profiles/work-profile";
import { formatDate } from "#app/i18n/format";

type Version = { version: number; status: WorkProfileStatus; updatedAt: Date; updatedByName: string };

/** The versions before the current one. They are kept. */
export function VersionHistory({ versions }: { versions: Version[] }) {
  const { t, i18n } = useTexts("profiles");
  return (
    <details className="pk-panel">
      <summary className="pk-summary">{t("show.history")}</summary>
      {versions.length === 0 ? (
        <p>{t("show.noHistory")}</p>
      ) : (
        <ul>
          {versions.map(({ version, status, updatedAt, updatedByName }) => (
            <li key={version}>
              {t("show.historyRow", {
                version,
                status: t(`status.${status}`).toLowerCase(),
                day: formatDate(i18n.language, updatedAt),
              })}{" "}
              {updatedByName ? t("show.by", { name: updatedByName }) : null}
            </li>
          ))}
        </ul>
      )}
    </details>
  );
}
