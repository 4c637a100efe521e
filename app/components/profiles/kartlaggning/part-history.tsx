import { useTranslation } from "react-i18next";
import { partDifferences } from "#app/components/profiles/kartlaggning/part-words";
import type { QuestionPart } from "#app/domain/profiles/kartlaggning-parts";
import type { PartAnswers } from "#app/domain/profiles/part-answers";
import { formatDate } from "#app/i18n/format";

type Version = PartAnswers & { version: number; savedByName: string; savedAt: Date };

/** Every version with what it changed, the newest first. `versions` begins with the current one. */
export function PartHistory({ part, versions }: { part: QuestionPart; versions: readonly Version[] }) {
  const { t, i18n } = useTranslation("kartlaggning");
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
              {before ? (
                <Differences rows={partDifferences(t, i18n.language, part, before, version)} />
              ) : (
                <p className="pk-soft">{t("history.first")}</p>
              )}
            </li>
          );
        })}
      </ol>
    </details>
  );
}

function Differences({ rows }: { rows: ReturnType<typeof partDifferences> }) {
  const { t } = useTranslation("kartlaggning");
  if (rows.length === 0) return <p className="pk-soft">{t("history.same")}</p>;
  return (
    <ul className="pk-differences">
      {rows.map((row) => (
        <li key={row.key}>
          <b>{row.label}</b>
          <span>
            {t("history.before")}: <del>{row.before}</del>
          </span>
          <span>
            {t("history.after")}: <ins>{row.after}</ins>
          </span>
        </li>
      ))}
    </ul>
  );
}
