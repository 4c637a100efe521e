import type { ReactNode } from "react";
import { useTexts } from "#app/components/ui/use-texts";
import { formatDate } from "#app/i18n/format";

type Saved = { version: number; savedAt: Date; savedByName: string };

/** Every version, the newest first, folded away; `changes` says what a version changed since the one before it. */
export function VersionList<Version extends Saved>(props: {
  versions: readonly Version[];
  changes: (version: Version, before: Version | undefined) => ReactNode;
}) {
  const { t, i18n } = useTexts("kartlaggning");
  const { versions, changes } = props;
  if (versions.length < 2) return null;
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
              {changes(version, before)}
            </li>
          );
        })}
      </ol>
    </details>
  );
}

/** What differs, each as it was and as it became; `before` is null where there was nothing to compare with. */
export function Differences(props: {
  rows: readonly { key: string; label: string; before: string | null; after: string }[];
}) {
  const { t } = useTexts("kartlaggning");
  return (
    <ul className="pk-differences">
      {props.rows.map(({ key, label, before, after }) => (
        <li key={key}>
          <b>{label}</b>
          {before === null ? null : (
            <span>
              {t("history.before")}: <del>{before}</del>
            </span>
          )}
          <span>
            {t("history.after")}: <ins>{after}</ins>
          </span>
        </li>
      ))}
    </ul>
  );
}
