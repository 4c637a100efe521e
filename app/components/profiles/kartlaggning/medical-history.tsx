import { useTranslation } from "react-i18next";
import { changedNotes, type MedicalNotes } from "#app/domain/profiles/medical-form";
import { formatDate } from "#app/i18n/format";

type Version = { version: number; notes: MedicalNotes; savedAt: Date; savedByName: string };

/** Every version of the medical notes with what it changed, the newest first. */
export function MedicalHistory({
  current,
}: {
  current: Omit<Version, "savedAt"> & { savedAt: Date | null; older: readonly Version[] };
}) {
  const { t, i18n } = useTranslation("kartlaggning");
  const { savedAt, older } = current;
  if (savedAt === null || older.length === 0) return null;
  const versions = [{ ...current, savedAt }, ...older];
  return (
    <details className="pk-panel">
      <summary className="pk-summary">{t("history.heading")}</summary>
      <ol className="pk-stack">
        {versions.map((version, index) => {
          const before = versions[index + 1];
          return (
            <li key={version.version}>
              <h3>
                {t("history.row", {
                  version: version.version,
                  day: formatDate(i18n.language, version.savedAt),
                })}{" "}
                {t("history.by", { name: version.savedByName })}
              </h3>
              {before ? null : <p className="pk-soft">{t("history.first")}</p>}
              <ul className="pk-differences">
                {changedNotes(before?.notes ?? {}, version.notes).map((key) => (
                  <li key={key}>
                    <b>{t(`medical.field.${key}`)}</b>
                    {before ? (
                      <span>
                        {t("history.before")}: <del>{before.notes[key] ?? t("read.unasked")}</del>
                      </span>
                    ) : null}
                    <span>
                      {t("history.after")}: <ins>{version.notes[key] ?? t("read.unasked")}</ins>
                    </span>
                  </li>
                ))}
              </ul>
            </li>
          );
        })}
      </ol>
    </details>
  );
}
