import { partDifferences } from "#app/components/profiles/kartlaggning/part-words";
import { Differences, VersionList } from "#app/components/profiles/kartlaggning/version-list";
import { useTexts } from "#app/components/ui/use-texts";
import type { QuestionPart } from "#app/domain/profiles/kartlaggning-parts";
import type { PartAnswers } from "#app/domain/profiles/part-answers";

type Version = PartAnswers & { version: number; savedByName: string; savedAt: Date };

/** Every version of a part with what it changed. `versions` begins with the current one. */
export function PartHistory({ part, versions }: { part: QuestionPart; versions: readonly Version[] }) {
  const { t, i18n } = useTexts("kartlaggning");
  return (
    <VersionList
      versions={versions}
      changes={(version, before) => {
        if (!before) return null;
        const rows = partDifferences(t, i18n.language, part, before, version);
        return rows.length === 0 ? (
          <p className="pk-soft">{t("history.same")}</p>
        ) : (
          <Differences rows={rows} />
        );
      }}
    />
  );
}
